package cn.fupin.household.rule;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.rule.RuleReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.rule.RuleEvent.RuleEnacted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Test
    void not_for_the_future() {
        given(RuleDecider.INSTANCE, List.of())
                .when(enact("first-notice-days", 7, "day", "2020-01-02"))
                .refused(IN_THE_FUTURE);
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
