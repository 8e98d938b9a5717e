package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.IdentificationCommand.ReviewByTownship;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked of the notice is the same for registration and exit. */
class ReviewByTownshipTest {
    private static ReviewByTownship review(String on, @Nullable KnownNotice notice) {
        return new ReviewByTownship(
                new ReviewByTownship.Asked(
                        HOUSEHOLD, NOTICE, day(on), by("镇人民政府"), false, RECEIVED, null),
                notice);
    }

    private static KnownNotice first() {
        return notice(NoticeKind.FIRST, "2014-04-21");
    }

    @Test
    void a_notice_of_seven_days_from_the_21st_lets_it_happen_on_the_29th() {
        var spec = given(HouseholdDecider.INSTANCE, until(assessed()));
        spec.when(review("2014-04-29", first())).then(reviewed());
        spec.when(review("2014-04-28", first())).refused(BEFORE_NOTICE_IS_OVER);
    }

    @Test
    void not_before_the_notice_is_closed() {
        var spec = given(HouseholdDecider.INSTANCE, until(assessed()));
        var hanging = notice(NoticeKind.FIRST, "2014-04-21", null, Objection.NONE);
        spec.when(review("2014-04-29", hanging)).refused(NOTICE_NOT_CLOSED);
        var longer = notice(NoticeKind.FIRST, "2014-04-21", day("2014-05-03"), Objection.NONE);
        spec.when(review("2014-05-02", longer)).refused(BEFORE_NOTICE_IS_OVER);
        spec.when(review("2014-05-03", longer)).events();
    }

    @Test
    void the_notice_is_a_first_one_known_here_and_names_the_household() {
        var spec = given(HouseholdDecider.INSTANCE, until(assessed()));
        spec.when(review("2014-04-29", null)).refused(NOTICE_UNKNOWN);
        spec.when(review("2014-04-29", notice(NoticeKind.SECOND, "2014-04-21")))
                .refused(NOTICE_OF_ANOTHER_KIND);
        spec.when(
                        review(
                                "2014-04-29",
                                notice(NoticeKind.FIRST, "2014-04-21", day("2014-04-29"), null)))
                .refused(NOT_NAMED_IN_NOTICE);
        var elsewhere =
                new KnownNotice(
                        NOTICE,
                        NoticeKind.FIRST,
                        "513423199202",
                        Lineage.UNDIVIDED,
                        day("2014-04-21"),
                        day("2014-04-29"),
                        day("2014-04-29"),
                        Objection.NONE,
                        null,
                        false);
        spec.when(review("2014-04-29", elsewhere)).refused(NOTICE_ELSEWHERE);
        var withdrawn =
                new KnownNotice(
                        NOTICE,
                        NoticeKind.FIRST,
                        VILLAGE,
                        Lineage.UNDIVIDED,
                        day("2014-04-21"),
                        day("2014-04-29"),
                        day("2014-04-29"),
                        Objection.NONE,
                        null,
                        true);
        spec.when(review("2014-04-29", withdrawn)).refused(NOTICE_WITHDRAWN);
    }

    @Test
    void not_while_an_objection_is_open_nor_after_one_was_upheld_but_after_a_dismissed_one() {
        var spec = given(HouseholdDecider.INSTANCE, until(assessed()));
        spec.when(review("2014-04-29", objected(Objection.OPEN))).refused(OBJECTION_OPEN);
        spec.when(review("2014-04-29", objected(Objection.UPHELD))).refused(OBJECTION_UPHELD);
        spec.when(review("2014-04-29", objected(Objection.DISMISSED))).events();
    }

    @Test
    void not_before_the_day_the_objection_was_settled_though_the_notice_closed_earlier() {
        var spec = given(HouseholdDecider.INSTANCE, until(assessed()));
        var settledLate =
                notice(
                        NoticeKind.FIRST,
                        "2014-04-21",
                        day("2014-04-29"),
                        Objection.DISMISSED,
                        day("2014-05-05"));
        spec.when(review("2014-05-04", settledLate)).refused(BEFORE_NOTICE_IS_OVER);
        spec.when(review("2014-05-05", settledLate)).events();
        var state = HouseholdDecider.INSTANCE.initial();
        for (var event : until(assessed())) state = HouseholdDecider.INSTANCE.evolve(state, event);
        var assessed = state;
        assertThatThrownBy(() ->
                        HouseholdDecider.INSTANCE.decide(
                                review("2014-05-04", settledLate), assessed))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.facts()).isEqualTo(Map.of("earliest", "2014-05-05")));
    }

    private static KnownNotice objected(Objection objection) {
        return notice(NoticeKind.FIRST, "2014-04-21", day("2014-04-29"), objection);
    }

    @Test
    void not_by_a_notice_posted_before_the_assessment() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(review("2014-04-29", notice(NoticeKind.FIRST, "2014-04-09")))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
    }

    @Test
    void only_after_the_assessment_and_not_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(review("2014-04-29", first()))
                .refused(NOT_ASSESSED);
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(review("2020-01-02", first()))
                .refused(IN_THE_FUTURE);
    }
}
