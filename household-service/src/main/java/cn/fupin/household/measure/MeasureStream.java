package cn.fupin.household.measure;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.measure.MeasureCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class MeasureStream extends DecidedStream<MeasureCommand, MeasureDecider.Item, MeasureEvent> {
    MeasureStream() {
        super(MeasureDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnactMeasureItem c) {
        decide(c);
    }

    /** Of one of the national list nobody said anything there before. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndMeasureItem c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(MeasureEvent e) {
        evolve(e, e.itemId());
    }
}
