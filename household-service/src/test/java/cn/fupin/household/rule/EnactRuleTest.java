package cn.fupin.household.rule;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.rule.RuleReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.rule.RuleCommand.*;
import cn.fupin.household.rule.RuleEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnactRuleTest {
    private static EnactRule enact(String code, long value, String unit, String from) {
        return new EnactRule(
                "rule-513423000000-" + code,
                "513423000000",
                code,
                value,
                unit,
                LocalDate.parse(from),
                "县工作方案",
                false,
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static RuleEnacted enacted(long value, String from) {
        return new RuleEnacted(
                "rule-513423000000-first-notice-days",
                LocalDate.parse(from),
                "513423000000",
                "first-notice-days",
                value,
                "day",
                LocalDate.parse(from),
                "县工作方案",
                false);
    }

    @Test
    void it_takes_effect_on_its_day_and_the_next_value_on_a_later_one() {
        given(RuleDecider.INSTANCE, List.of())
                .when(enact("first-notice-days", 7, "day", "2014-01-01"))
                .then(enacted(7, "2014-01-01"));
        given(RuleDecider.INSTANCE, enacted(7, "2014-01-01"))
                .when(enact("first-notice-days", 10, "day", "2016-01-01"))
                .then(enacted(10, "2016-01-01"));
    }

    @Test
    void what_an_old_day_was_judged_by_is_never_rewritten() {
        given(RuleDecider.INSTANCE, enacted(7, "2014-01-01"))
                .when(enact("first-notice-days", 5, "day", "2014-01-01"))
                .refused(NOT_AFTER_THE_RULE_IN_FORCE);
    }

    private static CorrectRule correct(
            @Nullable RuleEnacted corrected, long value, String on, String approvedBy) {
        return new CorrectRule(
                new CorrectRule.Asked(
                        "rule-513423000000-first-notice-days",
                        "event-1",
                        value,
                        "县工作方案第六条",
                        "误录",
                        approvedBy,
                        LocalDate.parse(on),
                        "officer-1",
                        Instant.parse("2020-01-01T00:00:00Z")),
                corrected);
    }

    private static RuleCorrected corrected(long value, String from) {
        return new RuleCorrected(
                "rule-513423000000-first-notice-days",
                LocalDate.parse("2017-01-01"),
                "513423000000",
                "first-notice-days",
                "event-1",
                LocalDate.parse(from),
                value,
                "day",
                "县工作方案第六条",
                "误录",
                "officer-2");
    }

    @Test
    void what_was_entered_wrongly_is_corrected_by_two_from_its_own_day_on() {
        var first = enacted(5, "2014-01-01");
        var spec = given(RuleDecider.INSTANCE, first, enacted(10, "2016-01-01"));
        spec.when(correct(first, 7, "2017-01-01", "officer-2")).then(corrected(7, "2014-01-01"));
        spec.when(correct(first, 7, "2017-01-01", "officer-1"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(null, 7, "2017-01-01", "officer-2")).refused(NO_SUCH_ENACTMENT);
        spec.when(correct(first, 7, "2013-12-31", "officer-2")).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct(first, 7, "2020-01-02", "officer-2")).refused(IN_THE_FUTURE);
        spec.when(correct(first, 5, "2017-01-01", "officer-2")).refused(NOTHING_CHANGES);
        given(RuleDecider.INSTANCE, List.of())
                .when(correct(null, 7, "2017-01-01", "officer-2"))
                .refused(NOT_ENACTED);
        assertThatThrownBy(() -> correct(first, 366, "2017-01-01", "officer-2"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_correction_of_an_old_value_leaves_the_next_one_where_it_is() {
        var spec =
                given(
                        RuleDecider.INSTANCE,
                        enacted(5, "2014-01-01"),
                        enacted(10, "2016-01-01"),
                        corrected(7, "2014-01-01"));
        spec.when(enact("first-notice-days", 8, "day", "2015-01-01"))
                .refused(NOT_AFTER_THE_RULE_IN_FORCE);
        spec.when(correct(enacted(5, "2014-01-01"), 7, "2017-02-01", "officer-2"))
                .refused(NOTHING_CHANGES);
    }

    @Test
    void it_is_enacted_before_its_day_and_holds_from_that_day_on() {
        var ahead = ahead("2020-07-01");
        given(RuleDecider.INSTANCE, enacted(7, "2014-01-01"))
                .when(enact("first-notice-days", 10, "day", "2020-07-01"))
                .then(ahead);
        var spec = given(RuleDecider.INSTANCE, enacted(7, "2014-01-01"), ahead);
        spec.when(correct(ahead, 12, "2020-01-01", "officer-2"))
                .then(
                        new RuleCorrected(
                                ahead.ruleId(),
                                LocalDate.parse("2020-01-01"),
                                ahead.region(),
                                ahead.code(),
                                "event-1",
                                LocalDate.parse("2020-07-01"),
                                12,
                                "day",
                                "县工作方案第六条",
                                "误录",
                                "officer-2"));
        spec.when(correct(ahead, 12, "2019-12-31", "officer-2")).refused(CORRECTION_BEFORE_FACT);
        spec.when(enact("first-notice-days", 8, "day", "2020-06-30"))
                .refused(NOT_AFTER_THE_RULE_IN_FORCE);
    }

    private static RuleEnacted ahead(String from) {
        return new RuleEnacted(
                "rule-513423000000-first-notice-days",
                LocalDate.parse("2020-01-01"),
                "513423000000",
                "first-notice-days",
                10,
                "day",
                LocalDate.parse(from),
                "县工作方案",
                false);
    }

    @Test
    void not_so_far_ahead_that_it_must_be_a_slip() {
        given(RuleDecider.INSTANCE, List.of())
                .when(enact("first-notice-days", 7, "day", "2021-01-01"))
                .accepted();
        given(RuleDecider.INSTANCE, List.of())
                .when(enact("first-notice-days", 7, "day", "2021-01-02"))
                .refused(TOO_FAR_AHEAD);
    }

    @Test
    void only_a_rule_that_is_asked_for_in_its_unit() {
        assertThatThrownBy(() -> enact("no-such-rule", 7, "day", "2014-01-01"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> enact("first-notice-days", 7, "household", "2014-01-01"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> enact("first-notice-days", 0, "day", "2014-01-01"))
                .isInstanceOf(Malformed.class);
    }
}
