package cn.fupin.household.oversight;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class AppraisalStream
        extends DecidedStream<AppraiseHelper, AppraisalDecider.Appraisal, AppraisalEvent> {
    AppraisalStream() {
        super(AppraisalDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppraiseHelper c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(AppraisalEvent e) {
        evolve(e, e.appraisalId());
    }
}
