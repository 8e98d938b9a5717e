package cn.fupin.household.rule;

import static cn.fupin.household.rule.RuleReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.rule.RuleEvent.RuleEnacted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A rule's values follow each other by date: a new one never rewrites what an old day was judged
 * by.
 */
enum RuleDecider implements Decider<EnactRule, RuleDecider.Rule, RuleEvent> {
    INSTANCE;

    sealed interface Rule {
        record Absent() implements Rule {}

        record InForce(String region, LocalDate since) implements Rule {}
    }

    @Override
    public Rule initial() {
        return new Rule.Absent();
    }

    @Override
    public List<RuleEvent> decide(EnactRule c, Rule state) {
        if (c.effectiveFrom().isAfter(Shanghai.dateOf(c.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (state instanceof Rule.InForce(_, var since) && !c.effectiveFrom().isAfter(since)) {
            throw new Refused(NOT_AFTER_THE_RULE_IN_FORCE, Map.of("inForceSince", since));
        }
        return List.of(
                new RuleEnacted(
                        c.ruleId(),
                        c.effectiveFrom(),
                        c.region(),
                        c.code(),
                        c.value(),
                        c.unit(),
                        c.effectiveFrom(),
                        c.source(),
                        c.assumed()));
    }

    @Override
    public Rule evolve(Rule state, RuleEvent event) {
        return switch (event) {
            case RuleEnacted e -> new Rule.InForce(e.region(), e.effectiveFrom());
        };
    }

    @Override
    public String region(Rule state) {
        return ((Rule.InForce) state).region();
    }
}
