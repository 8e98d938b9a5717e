package cn.fupin.household.quota;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.quota.QuotaCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class QuotaStream extends DecidedStream<QuotaCommand, QuotaDecider.Quota, QuotaEvent> {
    QuotaStream() {
        super(QuotaDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AllocateQuota c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HandDownQuota c) {
        decide(c);
    }

    @CommandHandler
    void handle(AdjustQuota c) {
        decide(c);
    }

    @CommandHandler
    void handle(AdjustHandedDown c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectQuota c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(QuotaEvent e) {
        evolve(e, e.quotaId());
    }
}
