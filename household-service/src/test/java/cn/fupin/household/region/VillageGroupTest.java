package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.region.PlaceCommand.*;
import cn.fupin.household.region.PlaceEvent.*;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Villagers' groups below a village, and a place's names. */
class VillageGroupTest {
    private static ListVillageGroup list(String group, String on) {
        return new ListVillageGroup(PLACE, group, group + "组", 42, day(on), false, RECEIVED);
    }

    private static VillageGroupListed groupListed(String group) {
        return new VillageGroupListed(VILLAGE, day("2014-01-01"), group, group + "组", 42, false);
    }

    private static EndVillageGroup end(String group, String on, String... successors) {
        return new EndVillageGroup(
                PLACE, group, List.of(successors), null, day(on), false, RECEIVED);
    }

    private static VillageGroupEnded ended(String group, String... successors) {
        return new VillageGroupEnded(
                VILLAGE, day("2016-05-01"), group, List.of(successors), null, false);
    }

    private static RenameRegion rename(String name, String on) {
        return new RenameRegion(PLACE, name, "川府民政〔2016〕3号", day(on), false, RECEIVED);
    }

    private static RegionRenamed renamed() {
        return new RegionRenamed(VILLAGE, day("2016-05-01"), "新村", "__村", "川府民政〔2016〕3号", false);
    }

    @Test
    void a_group_is_a_node_below_its_village_and_its_number_is_given_once() {
        given(RegionDecider.INSTANCE, village())
                .when(list("01", "2014-01-01"))
                .then(groupListed("01"));
        given(RegionDecider.INSTANCE, village(), groupListed("01"))
                .when(list("01", "2015-01-01"))
                .refused(GROUP_ALREADY_LISTED);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        groupListed("01"),
                        groupListed("02"),
                        ended("01", "02"))
                .when(list("01", "2017-01-01"))
                .refused(GROUP_ALREADY_LISTED);
        given(RegionDecider.INSTANCE, township())
                .when(list("01", "2014-01-01"))
                .refused(NOT_A_VILLAGE);
        assertThatThrownBy(() -> list("1", "2014-01-01")).isInstanceOf(Malformed.class);
    }

    @Test
    void no_two_groups_are_called_the_same_at_one_time() {
        var named = new ListVillageGroup(PLACE, "02", "１组", 42, day("2015-01-01"), false, RECEIVED);
        var spec = given(RegionDecider.INSTANCE, village(), groupListed("01"));
        spec.when(named).refused(GROUP_OF_THAT_NAME);
        spec.when(list("001", "2015-01-01")).refused(GROUP_OF_THAT_NAME);
        spec.when(list("02", "2015-01-01")).accepted();
        given(RegionDecider.INSTANCE, village(), groupListed("01"), ended("01"))
                .when(
                        new ListVillageGroup(
                                PLACE, "02", "１组", 42, day("2016-05-01"), false, RECEIVED))
                .accepted();
    }

    @Test
    void a_group_ends_once_in_groups_that_are_there() {
        var spec = given(RegionDecider.INSTANCE, village(), groupListed("01"), groupListed("02"));
        spec.when(end("01", "2016-05-01", "02")).then(ended("01", "02"));
        spec.when(end("01", "2016-05-01", "01")).refused(SUCCEEDED_BY_ITSELF);
        spec.when(end("01", "2016-05-01", "03")).refused(GROUP_NOT_LISTED);
        spec.when(end("03", "2016-05-01")).refused(GROUP_NOT_LISTED);
        spec.when(end("01", "2013-12-31")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(end("01", "2020-01-02")).refused(IN_THE_FUTURE);
        var after =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        groupListed("01"),
                        groupListed("02"),
                        ended("01", "02"));
        after.when(end("01", "2017-05-01")).refused(GROUP_ALREADY_ENDED);
        after.when(end("02", "2017-05-01", "01")).refused(GROUP_ALREADY_ENDED);
    }

    private static RenameVillageGroup renameGroup(String group, String name, String on) {
        return new RenameVillageGroup(PLACE, group, name, null, day(on), false, RECEIVED);
    }

    private static VillageGroupRenamed groupRenamed(String group, String name, String former) {
        return new VillageGroupRenamed(
                VILLAGE, day("2015-05-01"), group, name, former, null, false);
    }

    @Test
    void a_group_gets_another_name_and_keeps_its_number() {
        var spec = given(RegionDecider.INSTANCE, village(), groupListed("01"), groupListed("02"));
        spec.when(renameGroup("01", "红旗组", "2015-05-01")).then(groupRenamed("01", "红旗组", "01组"));
        spec.when(renameGroup("01", "01组", "2015-05-01")).refused(SAME_NAME);
        spec.when(renameGroup("01", "２组", "2015-05-01")).refused(GROUP_OF_THAT_NAME);
        spec.when(renameGroup("03", "红旗组", "2015-05-01")).refused(GROUP_NOT_LISTED);
        spec.when(renameGroup("01", "红旗组", "2014-01-01")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(renameGroup("01", "红旗组", "2020-01-02")).refused(IN_THE_FUTURE);
        given(RegionDecider.INSTANCE, village(), groupListed("01"), ended("01"))
                .when(renameGroup("01", "红旗组", "2017-05-01"))
                .refused(GROUP_ALREADY_ENDED);
    }

    @Test
    void the_name_a_group_had_is_given_to_no_other_while_it_is_there() {
        var renamed =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        groupListed("01"),
                        groupListed("02"),
                        groupRenamed("01", "红旗组", "01组"));
        renamed.when(renameGroup("02", "第1村民小组", "2016-05-01")).refused(GROUP_OF_THAT_NAME);
        renamed.when(renameGroup("01", "01组", "2016-05-01"))
                .then(
                        new VillageGroupRenamed(
                                VILLAGE, day("2016-05-01"), "01", "01组", "红旗组", null, false));
        renamed.when(end("01", "2015-04-30", "02")).refused(BEFORE_THE_LATEST_CHANGE);
    }

    @Test
    void papers_find_a_group_by_any_name_it_had_and_record_that_of_their_day() {
        var group =
                new VillageGroups.KnownGroup(
                        "03",
                        "红旗组",
                        day("2014-01-01"),
                        null,
                        List.of(new VillageGroups.KnownGroup.Former("三组", day("2016-05-01"))));
        for (var said : List.of("03", "3组", "三组", "红旗组")) {
            assertThat(VillageGroups.KnownGroup.meant(said, List.of(group), day("2015-01-01")))
                    .as(said)
                    .isEqualTo(group);
        }
        assertThat(group.nameOn(day("2016-04-30"))).isEqualTo("三组");
        assertThat(group.nameOn(day("2016-05-01"))).isEqualTo("红旗组");
    }

    @Test
    void a_place_gets_another_name_and_keeps_its_code() {
        given(RegionDecider.INSTANCE, village()).when(rename("新村", "2016-05-01")).then(renamed());
        var spec = given(RegionDecider.INSTANCE, village(), renamed());
        spec.when(rename("新村", "2017-05-01")).refused(SAME_NAME);
        spec.when(rename("更新村", "2016-05-01")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(rename("__村", "2017-05-01")).accepted();
        given(RegionDecider.INSTANCE, village(), superseded())
                .when(rename("新村", "2019-12-01"))
                .refused(ALREADY_SUPERSEDED);
    }
}
