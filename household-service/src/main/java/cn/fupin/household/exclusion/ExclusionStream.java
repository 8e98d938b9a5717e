package cn.fupin.household.exclusion;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.exclusion.ExclusionCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class ExclusionStream
        extends DecidedStream<ExclusionCommand, ExclusionDecider.Exclusion, ExclusionEvent> {
    ExclusionStream() {
        super(ExclusionDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnactExclusion c) {
        decide(c);
    }

    @CommandHandler
    void handle(EndExclusion c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(ExclusionEvent e) {
        evolve(e, e.exclusionId());
    }
}
