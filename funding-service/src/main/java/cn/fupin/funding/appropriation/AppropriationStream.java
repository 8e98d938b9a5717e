package cn.fupin.funding.appropriation;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.funding.appropriation.AppropriationCommand.AllocateFunds;
import cn.fupin.funding.appropriation.AppropriationCommand.ReceiveAppropriation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Hands over to the decider; decides nothing. */
@Aggregate
class AppropriationStream
        extends DecidedStream<AppropriationCommand, Appropriation, AppropriationEvent> {
    AppropriationStream() {
        super(AppropriationDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveAppropriation c) {
        decide(c);
    }

    @CommandHandler
    void handle(AllocateFunds c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(AppropriationEvent e) {
        evolve(e, e.appropriationId());
    }
}
