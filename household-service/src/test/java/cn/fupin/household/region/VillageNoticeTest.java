package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.region.PlaceCommand.ExitPoorVillage;
import cn.fupin.household.region.PlaceCommand.IdentifyPoorVillage;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.VillageNoticeCommand.*;
import cn.fupin.household.region.VillageNoticeEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 贫困村公示: a village's step waits for its notice and for every objection to it. */
class VillageNoticeTest {
    private static final VillageRules RULES =
            new VillageRules(null, null, null, 300, 7, true, true);
    private static final VillageStep IDENTIFICATION = VillageStep.IDENTIFICATION;

    private static PostVillageNotice post(
            VillageStep step, String on, @Nullable String hotline, VillageRules rules) {
        return new PostVillageNotice(
                new PostVillageNotice.Asked(
                        PLACE, step, "村务公开栏", hotline, day(on), null, false, null, RECEIVED),
                rules,
                null);
    }

    private static PostVillageNotice.Figures figures(int poor, int of) {
        return new PostVillageNotice.Figures(
                poor, of, Denominator.RURAL, 950, 1800_00L, 7000_00L, 0L);
    }

    private static RaiseVillageObjection object(String on) {
        return new RaiseVillageObjection(
                PLACE, IDENTIFICATION, "发生率有误", Channel.VISIT, day(on), RECEIVED);
    }

    private static SettleVillageObjection settle(String on, boolean upheld) {
        return new SettleVillageObjection(
                PLACE, IDENTIFICATION, upheld, "已核对", by("镇"), null, day(on), RECEIVED);
    }

    private static CloseVillageNotice close(String on) {
        return new CloseVillageNotice(PLACE, IDENTIFICATION, day(on), false, RECEIVED);
    }

    private static WithdrawVillageNotice withdraw(String on) {
        return new WithdrawVillageNotice(
                PLACE, IDENTIFICATION, "有误", by("镇"), day(on), false, RECEIVED);
    }

    private static IdentifyPoorVillage identify(String on, @Nullable VillageNotice said) {
        return new IdentifyPoorVillage(
                new IdentifyPoorVillage.Asked(
                        PLACE, day(on), by("县"), false, null, said, null, RECEIVED),
                RULES);
    }

    private static VillageNoticePosted posted(VillageStep step, String on) {
        return new VillageNoticePosted(
                VILLAGE, day(on), step, "村务公开栏", "12317", 7, false, null, null);
    }

    private static VillageObjectionRaised raised(String on) {
        return new VillageObjectionRaised(VILLAGE, day(on), IDENTIFICATION, "发生率有误", Channel.VISIT);
    }

    private static VillageObjectionSettled settled(String on, boolean upheld) {
        return new VillageObjectionSettled(
                VILLAGE, day(on), IDENTIFICATION, upheld, "已核对", by("镇"), null);
    }

    private static VillageNoticeClosed closed(String on) {
        return new VillageNoticeClosed(VILLAGE, day(on), IDENTIFICATION, false);
    }

    @Test
    void posted_with_the_days_of_the_rule_and_where_one_is_asked_for_a_hotline() {
        var spec = given(RegionDecider.INSTANCE, village());
        spec.when(post(IDENTIFICATION, "2014-05-01", "12317", RULES))
                .then(posted(IDENTIFICATION, "2014-05-01"));
        spec.when(post(IDENTIFICATION, "2014-05-01", null, RULES))
                .refused(VILLAGE_NOTICE_WITHOUT_HOTLINE);
        spec.when(post(IDENTIFICATION, "2014-05-01", "12317", VillageRules.NONE))
                .refused(NO_RULE_FOR_VILLAGE_NOTICE);
        spec.when(post(IDENTIFICATION, "2020-01-02", "12317", RULES)).refused(IN_THE_FUTURE);
        spec.when(post(VillageStep.EXIT, "2014-05-01", "12317", RULES)).refused(NOT_A_POOR_VILLAGE);
        given(RegionDecider.INSTANCE, township())
                .when(post(IDENTIFICATION, "2014-05-01", "12317", RULES))
                .refused(NOT_A_VILLAGE);
    }

    /** What could be objected to: the rate is reckoned and not typed in. */
    @Test
    void it_states_what_was_measured_of_the_village() {
        var asked =
                new PostVillageNotice.Asked(
                        PLACE,
                        IDENTIFICATION,
                        "村务公开栏",
                        "12317",
                        day("2014-05-01"),
                        null,
                        false,
                        figures(425, 1401),
                        RECEIVED);
        given(RegionDecider.INSTANCE, village())
                .when(new PostVillageNotice(asked, RULES, null))
                .then(
                        new VillageNoticePosted(
                                VILLAGE,
                                day("2014-05-01"),
                                IDENTIFICATION,
                                "村务公开栏",
                                "12317",
                                7,
                                false,
                                null,
                                new NoticeFigures(
                                        425,
                                        1401,
                                        Denominator.RURAL,
                                        3033,
                                        950,
                                        1800_00L,
                                        7000_00L,
                                        0L)));
        assertThatThrownBy(() -> figures(1402, 1401))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("poorPersons");
    }

    @Test
    void one_of_a_step_at_a_time_and_none_of_what_is_so_already() {
        given(RegionDecider.INSTANCE, village(), posted(IDENTIFICATION, "2014-05-01"))
                .when(post(IDENTIFICATION, "2014-05-02", "12317", RULES))
                .refused(VILLAGE_NOTICE_POSTED);
        var poor = given(RegionDecider.INSTANCE, village(), poorVillage());
        poor.when(post(IDENTIFICATION, "2015-05-01", "12317", RULES))
                .refused(ALREADY_A_POOR_VILLAGE);
        poor.when(post(VillageStep.EXIT, "2014-05-31", "12317", RULES))
                .refused(BEFORE_THE_LATEST_CHANGE);
        poor.when(post(VillageStep.EXIT, "2017-05-01", "12317", RULES))
                .then(posted(VillageStep.EXIT, "2017-05-01"));
        given(RegionDecider.INSTANCE, village())
                .when(close("2014-05-09"))
                .refused(NO_VILLAGE_NOTICE);
    }

    @Test
    void closed_after_its_days_and_objected_to_before() {
        var spec = given(RegionDecider.INSTANCE, village(), posted(IDENTIFICATION, "2014-05-01"));
        spec.when(close("2014-05-08")).refused(VILLAGE_NOTICE_TOO_SHORT);
        spec.when(close("2014-05-09")).then(closed("2014-05-09"));
        spec.when(object("2014-05-03")).then(raised("2014-05-03"));
        spec.when(object("2014-04-30")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(settle("2014-05-03", false)).refused(NO_OPEN_VILLAGE_OBJECTION);
        var over =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"));
        over.when(object("2014-05-09")).refused(VILLAGE_NOTICE_CLOSED);
        over.when(close("2014-05-10")).refused(VILLAGE_NOTICE_CLOSED);
        var objected =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        raised("2014-05-03"));
        objected.when(object("2014-05-04")).refused(VILLAGE_OBJECTION_OPEN);
        objected.when(settle("2014-05-06", false)).then(settled("2014-05-06", false));
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        raised("2014-05-03"),
                        settled("2014-05-06", false))
                .when(object("2014-05-07"))
                .accepted();
    }

    /** The paper of the 8th comes in after the closing, or after the village was identified. */
    @Test
    void raised_while_it_hung_it_is_taken_also_after_closing_and_after_the_step() {
        var closed =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"));
        closed.when(object("2014-05-08")).then(raised("2014-05-08"));
        closed.when(object("2014-04-30")).refused(BEFORE_THE_LATEST_CHANGE);
        var objected =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"),
                        raised("2014-05-08"));
        objected.when(identify("2014-06-01", null)).refused(VILLAGE_OBJECTION_OPEN);
        objected.when(settle("2014-05-07", false)).refused(BEFORE_THE_LATEST_CHANGE);
        objected.when(settle("2014-05-08", false)).then(settled("2014-05-08", false));
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"),
                        raised("2014-05-03"),
                        settled("2014-05-06", false))
                .when(identify("2014-05-08", null))
                .refused(BEFORE_NOTICE_IS_OVER);
        var stands =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"),
                        identified("2014-06-01", hung("2014-05-09", null)));
        stands.when(object("2014-05-08")).then(raised("2014-05-08"));
        stands.when(object("2014-05-09")).refused(VILLAGE_NOTICE_CLOSED);
        stands.when(withdraw("2014-06-02")).refused(NO_VILLAGE_NOTICE);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"),
                        identified("2014-06-01", hung("2014-05-09", null)),
                        raised("2014-05-08"))
                .when(settle("2014-06-10", true))
                .then(settled("2014-06-10", true));
        given(RegionDecider.INSTANCE, village())
                .when(object("2014-05-08"))
                .refused(NO_VILLAGE_NOTICE);
    }

    @Test
    void the_step_waits_for_its_end_and_says_how_it_hung() {
        given(RegionDecider.INSTANCE, village())
                .when(identify("2014-06-01", null))
                .refused(NO_VILLAGE_NOTICE);
        given(RegionDecider.INSTANCE, village(), posted(IDENTIFICATION, "2014-05-01"))
                .when(identify("2014-06-01", null))
                .refused(VILLAGE_NOTICE_STILL_HANGS);
        var over =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"));
        over.when(identify("2014-05-08", null)).refused(BEFORE_NOTICE_IS_OVER);
        over.when(identify("2014-06-01", hung("2014-05-10", null))).refused(VILLAGE_NOTICE_DIFFERS);
        over.when(identify("2014-06-01", hung("2014-05-09", "2014-05-31")))
                .refused(ANNOUNCED_BEFORE_THE_DECISION);
        over.when(identify("2014-06-01", null))
                .then(identified("2014-06-01", hung("2014-05-09", null)));
        over.when(identify("2014-06-01", hung("2014-05-09", "2014-06-03")))
                .then(identified("2014-06-01", hung("2014-05-09", "2014-06-03")));
    }

    @Test
    void an_objection_that_is_open_or_upheld_stands_in_the_way_until_it_is_posted_anew() {
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        raised("2014-05-03"),
                        closed("2014-05-09"))
                .when(identify("2014-06-01", null))
                .refused(VILLAGE_OBJECTION_OPEN);
        var settledLate =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        raised("2014-05-03"),
                        closed("2014-05-09"),
                        settled("2014-05-20", false));
        settledLate.when(identify("2014-05-19", null)).refused(BEFORE_NOTICE_IS_OVER);
        settledLate
                .when(identify("2014-05-20", null))
                .then(identified("2014-05-20", hung("2014-05-09", null)));
        var upheld =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        raised("2014-05-03"),
                        settled("2014-05-06", true),
                        closed("2014-05-09"));
        upheld.when(identify("2014-06-01", null)).refused(VILLAGE_OBJECTION_UPHELD);
        var withdrawn =
                new VillageNoticeWithdrawn(
                        VILLAGE, day("2014-05-10"), IDENTIFICATION, "有误", by("镇"), false);
        upheld.when(withdraw("2014-05-10")).then(withdrawn);
        given(RegionDecider.INSTANCE, village(), posted(IDENTIFICATION, "2014-05-01"), withdrawn)
                .when(post(IDENTIFICATION, "2014-05-11", "12317", RULES))
                .then(posted(IDENTIFICATION, "2014-05-11"));
    }

    /** Or an upheld objection would be led round by a second notice of an earlier day. */
    @Test
    void the_next_is_posted_no_earlier_than_the_last_was_withdrawn() {
        var withdrawn =
                new VillageNoticeWithdrawn(
                        VILLAGE, day("2014-05-10"), IDENTIFICATION, "有误", by("镇"), false);
        var after =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        withdrawn);
        after.when(post(IDENTIFICATION, "2014-05-09", "12317", RULES))
                .refused(BEFORE_THE_LATEST_CHANGE);
        after.when(post(IDENTIFICATION, "2014-05-10", "12317", RULES)).accepted();
    }

    /** What a step stands on is no notice of the next. */
    @Test
    void a_notice_that_a_step_stands_on_is_neither_withdrawn_nor_used_again() {
        var done =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        posted(IDENTIFICATION, "2014-05-01"),
                        closed("2014-05-09"),
                        poorVillage());
        done.when(withdraw("2014-07-01")).refused(NO_VILLAGE_NOTICE);
        done.when(
                        new ExitPoorVillage(
                                new ExitPoorVillage.Asked(
                                        PLACE,
                                        20,
                                        1400,
                                        Denominator.RURAL,
                                        null,
                                        by("县"),
                                        day("2017-10-01"),
                                        false,
                                        null,
                                        RECEIVED),
                                RULES,
                                null))
                .refused(NO_VILLAGE_NOTICE);
    }

    private static VillageNotice hung(String to, @Nullable String announced) {
        return new VillageNotice(
                "村务公开栏", day("2014-05-01"), day(to), announced == null ? null : day(announced));
    }

    private static PoorVillageIdentified identified(String on, VillageNotice notice) {
        return new PoorVillageIdentified(VILLAGE, day(on), by("县"), false, null, notice, null);
    }
}
