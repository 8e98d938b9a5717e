package cn.fupin.household.round;

import static cn.fupin.household.round.RoundReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.round.RoundCommand.*;
import cn.fupin.household.round.RoundEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A round names its rules before anybody leaves or enters the register by them. */
enum RoundDecider implements Decider<RoundCommand, RoundDecider.Round, RoundEvent> {
    INSTANCE;

    sealed interface Round {
        record NotOpened() implements Round {}

        record Open(String region, LocalDate openedOn) implements Round {}

        record Closed(String region) implements Round {}
    }

    @Override
    public Round initial() {
        return new Round.NotOpened();
    }

    @Override
    public List<RoundEvent> decide(RoundCommand command, Round state) {
        return List.of(
                switch (command) {
                    case OpenRound c -> open(c, state);
                    case CloseRound c -> close(c, state);
                });
    }

    private static ReverificationRoundOpened open(OpenRound c, Round state) {
        var asked = c.asked();
        if (!(state instanceof Round.NotOpened)) throw new Refused(ALREADY_OPENED);
        past(asked.openedOn(), asked.receivedAt());
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        return new ReverificationRoundOpened(
                asked.roundId(),
                asked.openedOn(),
                asked.region(),
                asked.name(),
                asked.rules(),
                asked.assumed());
    }

    /** That no decision of it is dated after that day is guarded by {@link Rounds}. */
    private static ReverificationRoundClosed close(CloseRound c, Round state) {
        var open =
                switch (state) {
                    case Round.Open o -> o;
                    case Round.Closed _ -> throw new Refused(ALREADY_CLOSED);
                    case Round.NotOpened _ -> throw new Refused(NOT_OPENED);
                };
        past(c.closedOn(), c.receivedAt());
        if (c.closedOn().isBefore(open.openedOn())) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", open.openedOn().toString()));
        }
        return new ReverificationRoundClosed(c.roundId(), c.closedOn(), c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Round evolve(Round state, RoundEvent event) {
        return switch (event) {
            case ReverificationRoundOpened e -> new Round.Open(e.region(), e.occurredOn());
            case ReverificationRoundClosed _ -> new Round.Closed(((Round.Open) state).region());
        };
    }

    @Override
    public String region(Round state) {
        return switch (state) {
            case Round.Open(var region, _) -> region;
            case Round.Closed(var region) -> region;
            case Round.NotOpened _ -> throw new IllegalStateException("not opened");
        };
    }
}
