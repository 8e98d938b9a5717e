package cn.fupin.household.complaint;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.complaint.ComplaintCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class ComplaintStream
        extends DecidedStream<ComplaintCommand, ComplaintDecider.Complaint, ComplaintEvent> {
    ComplaintStream() {
        super(ComplaintDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveComplaint c) {
        decide(c);
    }

    @CommandHandler
    void handle(HandleComplaint c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(ComplaintEvent e) {
        evolve(e, e.complaintId());
    }
}
