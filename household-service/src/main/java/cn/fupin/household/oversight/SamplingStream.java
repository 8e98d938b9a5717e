package cn.fupin.household.oversight;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class SamplingStream
        extends DecidedStream<SamplingCommand, SamplingDecider.Sampling, SamplingEvent> {
    SamplingStream() {
        super(SamplingDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SampleArchives c) {
        decide(c);
    }

    @CommandHandler
    void handle(RectifyFaults c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(SamplingEvent e) {
        evolve(e, e.samplingId());
    }
}
