package cn.fupin.household.rule;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;

/** Enacts a value of a rule for a division from a day on: {@code rule-<12 digits>-<code>}. */
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
        implements Command {
    EnactRule {
        Check.region("region", region);
        var rule = RuleCode.of(code);
        if (rule == null) {
            throw new Malformed("code", "rule-code", "没有此规则代码", "no such rule code");
        }
        Check.idIs("ruleId", ruleId, "rule-%s-%s".formatted(region, code));
        Check.range("value", value, rule.least(), rule.most());
        if (!unit.equals(rule.unit())) {
            throw new Malformed(
                    "unit", "unit-" + rule.unit(), "单位应为 " + rule.unit(), "must be " + rule.unit());
        }
        Check.text("source", source, 500);
    }

    @Override
    public String streamId() {
        return ruleId;
    }
}
