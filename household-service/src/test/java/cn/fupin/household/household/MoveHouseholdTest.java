package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.ExitCommand.ExitHousehold;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import cn.fupin.household.household.HelpCommand.MoveHousehold;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.IdentificationCommand.Village;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveHouseholdTest {
    private static final String THERE = "513423106201";
    private static final Village LISTED = new Village(day("2000-01-01"), null, List.of());

    private static MoveHousehold move(
            String to, String on, MoveReason reason, Village village, @Nullable LocalDate since) {
        return new MoveHousehold(
                new MoveHousehold.Asked(
                        HOUSEHOLD, to, "一组", reason, null, false, day(on), RECEIVED, null),
                village,
                new MoveHousehold.Follows(VILLAGE, since));
    }

    private static MoveHousehold relocate(String to, String on) {
        return move(to, on, MoveReason.RELOCATION, LISTED, null);
    }

    private static HouseholdMoved moved(String on, MoveReason reason) {
        return new HouseholdMoved(
                HOUSEHOLD, day(on), THERE, VILLAGE, "一组", reason, 2, null, false, null);
    }

    @Test
    void to_another_village_from_which_day_on_it_lies_there() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(relocate(THERE, "2015-06-01"))
                .then(moved("2015-06-01", MoveReason.RELOCATION));
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), moved("2015-06-01", MoveReason.RELOCATION)));
        spec.when(relocate(THERE, "2015-07-01")).refused(LIES_THERE_ALREADY);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(relocate(VILLAGE, "2015-06-01"))
                .accepted();
        spec.when(relocate(VILLAGE, "2015-06-01")).accepted();
    }

    /**
     * V1 to V3 is known; that it lay in V2 between is found later, and that it went to V3 earlier.
     */
    @Test
    void between_two_moves_that_are_known_and_earlier_than_it_was_entered() {
        var between = "513423106202";
        var life = and(until(registered()), moved("2016-06-01", MoveReason.RELOCATION));
        var found =
                new HouseholdMoved(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        between,
                        VILLAGE,
                        "一组",
                        MoveReason.RELOCATION,
                        2,
                        null,
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, life).when(relocate(between, "2015-06-01")).then(found);
        var file = known(and(life, found)).file();
        assertThat(file.region()).isEqualTo(THERE);
        assertThat(file.regionOn(day("2015-05-31"))).isEqualTo(VILLAGE);
        assertThat(file.regionOn(day("2016-05-31"))).isEqualTo(between);
        assertThat(file.regionOn(day("2016-06-01"))).isEqualTo(THERE);
        var spec = given(HouseholdDecider.INSTANCE, and(life, found));
        spec.when(relocate(THERE, "2016-01-01"))
                .then(
                        new HouseholdMoved(
                                HOUSEHOLD,
                                day("2016-01-01"),
                                THERE,
                                between,
                                "一组",
                                MoveReason.RELOCATION,
                                2,
                                null,
                                false,
                                null));
        spec.when(relocate(between, "2016-01-01")).refused(LIES_THERE_ALREADY);
    }

    @Test
    void a_fact_of_a_day_before_it_carries_the_place_where_it_lay_then() {
        var there = known(and(until(registered()), moved("2015-06-01", MoveReason.RELOCATION)));
        assertThat(regionOf(there, visited("2015-05-31"))).isEqualTo(VILLAGE);
        assertThat(regionOf(there, visited("2015-06-01"))).isEqualTo(THERE);
        assertThat(HouseholdDecider.INSTANCE.region(there)).isEqualTo(THERE);
    }

    private static String regionOf(Household state, HouseholdEvent event) {
        return HouseholdDecider.INSTANCE.region(Evolution.evolve(state, event), event);
    }

    private static HouseholdVisited visited(String on) {
        return new HouseholdVisited(
                HOUSEHOLD, day(on), "helper-1", VisitPurpose.VISIT, false, null, null, null);
    }

    @Test
    void into_a_group_of_the_other_village_where_any_is_listed() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var groups = List.of(new KnownGroup("02", "二组", day("2014-01-01"), null));
        var village = new Village(day("2000-01-01"), null, groups);
        spec.when(move(THERE, "2015-06-01", MoveReason.OTHER, village, null))
                .refused(GROUP_NOT_LISTED);
        spec.when(move(THERE, "2013-12-31", MoveReason.OTHER, village, null))
                .refused(BEFORE_THE_OPENING);
    }

    @Test
    void not_within_its_group_however_that_is_written() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var groups =
                List.of(
                        new KnownGroup("03", "三组", day("2014-01-01"), null),
                        new KnownGroup("04", "四组", day("2014-01-01"), null));
        var village = new Village(day("2000-01-01"), null, groups);
        for (var said : List.of("三组", "03", "3组", "第３村民小组")) {
            spec.when(within(said, village)).refused(LIES_THERE_ALREADY);
        }
        spec.when(within("4组", village)).accepted();

        // and where no group is listed, by its number
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                new HouseholdMoved(
                                        HOUSEHOLD,
                                        day("2015-01-01"),
                                        VILLAGE,
                                        VILLAGE,
                                        "第1村民小组",
                                        MoveReason.OTHER,
                                        2,
                                        null,
                                        false,
                                        null)))
                .when(within("01", LISTED))
                .refused(LIES_THERE_ALREADY);
    }

    private static MoveHousehold within(String group, Village village) {
        return new MoveHousehold(
                new MoveHousehold.Asked(
                        HOUSEHOLD,
                        VILLAGE,
                        group,
                        MoveReason.OTHER,
                        null,
                        false,
                        day("2015-06-01"),
                        RECEIVED,
                        null),
                village,
                new MoveHousehold.Follows(VILLAGE, null));
    }

    @Test
    void by_a_redivision_only_to_what_came_after_and_not_before_it() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var since = day("2019-12-01");
        spec.when(move(THERE, "2019-12-01", MoveReason.REDIVISION, LISTED, since))
                .then(moved("2019-12-01", MoveReason.REDIVISION));
        spec.when(move(THERE, "2019-11-30", MoveReason.REDIVISION, LISTED, since))
                .refused(NOT_WHAT_CAME_AFTER);
        spec.when(move(THERE, "2019-12-01", MoveReason.REDIVISION, LISTED, null))
                .refused(NOT_WHAT_CAME_AFTER);
    }

    @Test
    void not_into_a_village_that_is_not_listed_or_has_ended() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(
                        move(
                                THERE,
                                "2015-06-01",
                                MoveReason.OTHER,
                                new Village(null, null, List.of()),
                                null))
                .refused(VILLAGE_NOT_LISTED);
        spec.when(
                        move(
                                THERE,
                                "2015-06-01",
                                MoveReason.OTHER,
                                new Village(day("2000-01-01"), day("2015-06-01"), List.of()),
                                null))
                .refused(VILLAGE_SUPERSEDED);
        spec.when(relocate(THERE, "2014-03-31")).refused(BEFORE_THE_OPENING);
        given(HouseholdDecider.INSTANCE, and(until(registered()), dissolved()))
                .when(relocate(THERE, "2018-07-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void a_notice_that_hung_where_it_lived_then_still_counts_after_the_move() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exitAgreed()), moved("2016-10-15", MoveReason.REDIVISION)));
        spec.when(exit(notice(NoticeKind.EXIT, "2016-10-11"))).accepted();
        spec.when(exit(there("2016-10-11"))).accepted();
        given(HouseholdDecider.INSTANCE, until(exitAgreed()))
                .when(exit(there("2016-10-11")))
                .refused(NOTICE_ELSEWHERE);
    }

    private static KnownNotice there(String postedOn) {
        return new KnownNotice(
                NOTICE,
                NoticeKind.EXIT,
                THERE,
                Lineage.UNDIVIDED,
                day(postedOn),
                day(postedOn).plusDays(8),
                day(postedOn).plusDays(8),
                Objection.NONE,
                null,
                false);
    }

    private static ExitHousehold exit(KnownNotice notice) {
        return new ExitHousehold(
                new ExitHousehold.Asked(
                        HOUSEHOLD, NOTICE, day("2016-10-20"), by("县"), false, RECEIVED, null, null),
                notice,
                null);
    }
}
