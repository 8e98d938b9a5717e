package cn.fupin.household.evidence;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.evidence.EvidenceCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class EvidenceStream extends DecidedStream<EvidenceCommand, StoredFile, EvidenceEvent> {
    EvidenceStream() {
        super(EvidenceDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StoreEvidence c) {
        decide(c);
    }

    @CommandHandler
    void handle(OpenEvidence c) {
        decide(c);
    }

    @CommandHandler
    void handle(TellFinding c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(EvidenceEvent e) {
        evolve(e, e.evidenceId());
    }
}
