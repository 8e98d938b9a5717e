package cn.fupin.household.exclusion;

import static cn.fupin.household.exclusion.ExclusionReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.MatchingEvent.ListedPersonsFound;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list is received once and never changes; a newer one of the same register is another list. */
enum MatchingDecider implements Decider<MatchingCommand, MatchingDecider.Matching, MatchingEvent> {
    INSTANCE;

    sealed interface Matching {
        record NotReceived() implements Matching {}

        record Received(String region, Set<String> told) implements Matching {
            Received and(List<String> personIds) {
                var all = new HashSet<>(told);
                all.addAll(personIds);
                return new Received(region, Set.copyOf(all));
            }
        }
    }

    @Override
    public Matching initial() {
        return new Matching.NotReceived();
    }

    @Override
    public List<MatchingEvent> decide(MatchingCommand command, Matching state) {
        return List.of(
                switch (command) {
                    case ReceiveMatchingList c -> receive(c, state);
                    case TellListedPersons c -> tell(c, state);
                });
    }

    private static MatchingListReceived receive(ReceiveMatchingList c, Matching state) {
        if (state instanceof Matching.Received) throw new Refused(ALREADY_RECEIVED);
        if (c.receivedOn().isAfter(Shanghai.dateOf(c.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (c.receivedOn().isBefore(c.asOf())) throw new Refused(RECEIVED_BEFORE_ITS_DAY);
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        return new MatchingListReceived(
                c.matchingId(),
                c.receivedOn(),
                c.region(),
                c.item(),
                c.source(),
                c.asOf(),
                c.entries(),
                c.seal(),
                c.assumed());
    }

    private static ListedPersonsFound tell(TellListedPersons c, Matching state) {
        if (!(state instanceof Matching.Received received)) throw new Refused(NOT_RECEIVED);
        var untold =
                c.personIds().stream()
                        .filter(person -> !received.told().contains(person))
                        .distinct()
                        .sorted()
                        .toList();
        if (untold.isEmpty()) throw new Refused(TOLD_ALREADY);
        return new ListedPersonsFound(c.matchingId(), Shanghai.dateOf(c.receivedAt()), untold);
    }

    @Override
    public Matching evolve(Matching state, MatchingEvent event) {
        return switch (event) {
            case MatchingListReceived e -> new Matching.Received(e.region(), Set.of());
            case ListedPersonsFound e -> ((Matching.Received) state).and(e.personIds());
        };
    }

    @Override
    public String region(Matching state) {
        return ((Matching.Received) state).region();
    }
}
