package cn.fupin.reporting.claim;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class ClaimStream extends DecidedStream<ClaimCommand, FigureClaim, ClaimEvent> {
    ClaimStream() {
        super(ClaimDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClaimCommand.StateClaim command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        evolve(event, event.claimId());
    }
}
