package cn.fupin.funding.commitment;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.funding.commitment.CommitmentCommand.CommitFunds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Hands over to the decider; decides nothing. */
@Aggregate
class CommitmentStream
        extends DecidedStream<CommitmentCommand, CommitmentDecider.State, CommitmentEvent> {
    CommitmentStream() {
        super(CommitmentDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CommitFunds c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(CommitmentEvent e) {
        evolve(e, e.commitmentId());
    }
}
