package cn.fupin.household.batch;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.batch.BatchCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class BatchStream extends DecidedStream<BatchCommand, BatchDecider.Batch, BatchEvent> {
    BatchStream() {
        super(BatchDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBatch c) {
        decide(c);
    }

    @CommandHandler
    void handle(CloseBatch c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(BatchEvent e) {
        evolve(e, e.batchId());
    }
}
