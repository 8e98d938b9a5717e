package cn.fupin.household.rule;

import static cn.fupin.household.rule.RuleReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.rule.RuleCommand.*;
import cn.fupin.household.rule.RuleEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule's values follow each other by date: a new one never rewrites what an old day was judged
 * by, and two correct what was entered wrongly, from its own day on.
 */
enum RuleDecider implements Decider<RuleCommand, RuleDecider.Rule, RuleEvent> {
    INSTANCE;

    /**
     * A rule is published before it holds; a day mistyped far ahead would let no other one come.
     */
    private static final int YEARS_AHEAD = 1;

    sealed interface Rule {
        record Absent() implements Rule {}

        /**
         * @param values by the day from which each holds
         */
        record InForce(String region, LocalDate since, Map<LocalDate, Long> values)
                implements Rule {
            Map<LocalDate, Long> and(LocalDate from, long value) {
                var more = new HashMap<>(values);
                more.put(from, value);
                return Map.copyOf(more);
            }
        }
    }

    @Override
    public Rule initial() {
        return new Rule.Absent();
    }

    @Override
    public List<RuleEvent> decide(RuleCommand command, Rule state) {
        return List.of(
                switch (command) {
                    case EnactRule c -> enact(c, state);
                    case CorrectRule c -> correct(c, state);
                });
    }

    private static RuleEnacted enact(EnactRule c, Rule state) {
        var today = Shanghai.dateOf(c.receivedAt());
        var latest = today.plusYears(YEARS_AHEAD);
        if (c.effectiveFrom().isAfter(latest)) {
            throw new Refused(TOO_FAR_AHEAD, Map.of("latest", latest.toString()));
        }
        if (state instanceof Rule.InForce(_, var since, _) && !c.effectiveFrom().isAfter(since)) {
            throw new Refused(NOT_AFTER_THE_RULE_IN_FORCE, Map.of("inForceSince", since));
        }
        return new RuleEnacted(
                c.ruleId(),
                c.effectiveFrom().isAfter(today) ? today : c.effectiveFrom(),
                c.region(),
                c.code(),
                c.value(),
                c.unit(),
                c.effectiveFrom(),
                c.source(),
                c.assumed());
    }

    private static RuleCorrected correct(CorrectRule c, Rule state) {
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        past(asked.correctedOn(), asked.receivedAt());
        if (!(state instanceof Rule.InForce rule)) throw new Refused(NOT_ENACTED);
        var was = c.corrected();
        if (was == null) throw new Refused(NO_SUCH_ENACTMENT);
        if (asked.correctedOn().isBefore(was.occurredOn())) {
            throw new Refused(CORRECTION_BEFORE_FACT);
        }
        if (Objects.equals(rule.values().get(was.effectiveFrom()), asked.value())) {
            throw new Refused(NOTHING_CHANGES);
        }
        return new RuleCorrected(
                asked.ruleId(),
                asked.correctedOn(),
                rule.region(),
                was.code(),
                asked.correctsEventId(),
                was.effectiveFrom(),
                asked.value(),
                was.unit(),
                asked.source(),
                asked.reason(),
                asked.approvedBy());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Rule evolve(Rule state, RuleEvent event) {
        return switch (event) {
            case RuleEnacted e -> {
                var values =
                        state instanceof Rule.InForce before
                                ? before.and(e.effectiveFrom(), e.value())
                                : Map.of(e.effectiveFrom(), e.value());
                yield new Rule.InForce(e.region(), e.effectiveFrom(), values);
            }
            case RuleCorrected e -> {
                var rule = (Rule.InForce) state;
                yield new Rule.InForce(
                        rule.region(), rule.since(), rule.and(e.effectiveFrom(), e.value()));
            }
        };
    }

    @Override
    public String region(Rule state) {
        return ((Rule.InForce) state).region();
    }
}
