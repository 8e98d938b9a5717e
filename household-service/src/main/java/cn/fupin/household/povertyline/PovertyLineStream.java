package cn.fupin.household.povertyline;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.povertyline.PovertyLineCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class PovertyLineStream
        extends DecidedStream<PovertyLineCommand, PovertyLineDecider.Line, PovertyLineEvent> {
    PovertyLineStream() {
        super(PovertyLineDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetPovertyLine c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectPovertyLine c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(PovertyLineEvent e) {
        evolve(e, e.povertyLineId());
    }
}
