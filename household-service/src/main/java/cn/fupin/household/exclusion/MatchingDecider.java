package cn.fupin.household.exclusion;

import static cn.fupin.household.exclusion.ExclusionReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import java.util.List;

/** A list is received once and never changes; a newer one of the same register is another list. */
enum MatchingDecider
        implements Decider<ReceiveMatchingList, MatchingDecider.Matching, MatchingEvent> {
    INSTANCE;

    sealed interface Matching {
        record NotReceived() implements Matching {}

        record Received(String region) implements Matching {}
    }

    @Override
    public Matching initial() {
        return new Matching.NotReceived();
    }

    @Override
    public List<MatchingEvent> decide(ReceiveMatchingList c, Matching state) {
        if (state instanceof Matching.Received) throw new Refused(ALREADY_RECEIVED);
        if (c.receivedOn().isAfter(Shanghai.dateOf(c.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (c.receivedOn().isBefore(c.asOf())) throw new Refused(RECEIVED_BEFORE_ITS_DAY);
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        return List.of(
                new MatchingListReceived(
                        c.matchingId(),
                        c.receivedOn(),
                        c.region(),
                        c.item(),
                        c.source(),
                        c.asOf(),
                        c.entries(),
                        c.seal(),
                        c.assumed()));
    }

    @Override
    public Matching evolve(Matching state, MatchingEvent event) {
        return switch (event) {
            case MatchingListReceived e -> new Matching.Received(e.region());
        };
    }

    @Override
    public String region(Matching state) {
        return ((Matching.Received) state).region();
    }
}
