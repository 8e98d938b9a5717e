package cn.fupin.household.exclusion;

import static cn.fupin.household.exclusion.ExclusionReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.ExclusionCommand.*;
import cn.fupin.household.exclusion.ExclusionEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A rule holds from a day to a day; what it was once, the days between are judged by for ever. */
enum ExclusionDecider
        implements Decider<ExclusionCommand, ExclusionDecider.Exclusion, ExclusionEvent> {
    INSTANCE;

    sealed interface Exclusion {
        record NotEnacted() implements Exclusion {}

        record InForce(String region, LocalDate since) implements Exclusion {}

        record Ended(String region) implements Exclusion {}
    }

    @Override
    public Exclusion initial() {
        return new Exclusion.NotEnacted();
    }

    @Override
    public List<ExclusionEvent> decide(ExclusionCommand command, Exclusion state) {
        return List.of(
                switch (command) {
                    case EnactExclusion c -> enact(c, state);
                    case EndExclusion c -> end(c, state);
                });
    }

    private static ExclusionRuleEnacted enact(EnactExclusion c, Exclusion state) {
        if (!(state instanceof Exclusion.NotEnacted)) throw new Refused(ALREADY_ENACTED);
        past(c.effectiveFrom(), c.receivedAt());
        return new ExclusionRuleEnacted(
                c.exclusionId(),
                c.effectiveFrom(),
                c.region(),
                c.effectiveFrom(),
                c.item(),
                c.effect(),
                c.text(),
                c.source(),
                c.assumed());
    }

    private static ExclusionRuleEnded end(EndExclusion c, Exclusion state) {
        var rule =
                switch (state) {
                    case Exclusion.InForce r -> r;
                    case Exclusion.Ended _ -> throw new Refused(ALREADY_ENDED);
                    case Exclusion.NotEnacted _ -> throw new Refused(NOT_ENACTED);
                };
        past(c.endsOn(), c.receivedAt());
        if (!c.endsOn().isAfter(rule.since())) {
            throw new Refused(
                    NOT_AFTER_IT_TOOK_EFFECT, Map.of("inForceSince", rule.since().toString()));
        }
        return new ExclusionRuleEnded(c.exclusionId(), c.endsOn(), c.decidedBy(), c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Exclusion evolve(Exclusion state, ExclusionEvent event) {
        return switch (event) {
            case ExclusionRuleEnacted e -> new Exclusion.InForce(e.region(), e.effectiveFrom());
            case ExclusionRuleEnded _ -> new Exclusion.Ended(((Exclusion.InForce) state).region());
        };
    }

    @Override
    public String region(Exclusion state) {
        return switch (state) {
            case Exclusion.InForce(var region, _) -> region;
            case Exclusion.Ended(var region) -> region;
            case Exclusion.NotEnacted _ -> throw new IllegalStateException("not enacted");
        };
    }
}
