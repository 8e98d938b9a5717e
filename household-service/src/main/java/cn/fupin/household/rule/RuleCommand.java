package cn.fupin.household.rule;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.rule.RuleEvent.RuleEnacted;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Orders to a rule of a division: {@code rule-<12 digits>-<code>}. */
sealed interface RuleCommand extends Command {
    String ruleId();

    @Override
    default String streamId() {
        return ruleId();
    }

    /** Enacts a value from a day on. */
    @Needs(permission = "rule.enact", region = Needs.Region.COMMAND)
    record EnactRule(
            String ruleId,
            String region,
            String code,
            long value,
            String unit,
            LocalDate effectiveFrom,
            String source,
            boolean assumed,
            Instant receivedAt)
            implements RuleCommand {
        public EnactRule {
            Check.region("region", region);
            var rule = RuleCode.of(code);
            if (rule == null) {
                throw new Malformed("code", "rule-code", "没有此规则代码", "no such rule code");
            }
            Check.idIs("ruleId", ruleId, "rule-%s-%s".formatted(region, code));
            Check.range("value", value, rule.least(), rule.most());
            if (!unit.equals(rule.unit())) {
                throw new Malformed(
                        "unit",
                        "unit-" + rule.unit(),
                        "单位应为 " + rule.unit(),
                        "must be " + rule.unit());
            }
            Check.text("source", source, 500);
        }
    }

    /**
     * Corrects a value that was entered wrongly, from the day on from which it holds.
     *
     * @param corrected the enactment, null when the rule has none of that id
     */
    @Needs(permission = "rule.correct")
    record CorrectRule(Asked asked, @Nullable RuleEnacted corrected) implements RuleCommand {
        public CorrectRule {
            var rule = corrected == null ? null : RuleCode.of(corrected.code());
            if (rule != null) Check.range("value", asked.value(), rule.least(), rule.most());
        }

        record Asked(
                String ruleId,
                String correctsEventId,
                long value,
                String source,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                Check.text("source", source, 500);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
            }
        }

        @Override
        public String ruleId() {
            return asked.ruleId();
        }
    }
}
