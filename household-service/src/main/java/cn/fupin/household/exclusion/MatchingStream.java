package cn.fupin.household.exclusion;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class MatchingStream
        extends DecidedStream<MatchingCommand, MatchingDecider.Matching, MatchingEvent> {
    MatchingStream() {
        super(MatchingDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveMatchingList c) {
        decide(c);
    }

    @CommandHandler
    void handle(TellListedPersons c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(MatchingEvent e) {
        evolve(e, e.matchingId());
    }
}
