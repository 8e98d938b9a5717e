package cn.fupin.funding.payment;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.funding.payment.PaymentCommand.ApprovePayment;
import cn.fupin.funding.payment.PaymentCommand.RecordBankResult;
import cn.fupin.funding.payment.PaymentCommand.RequestPayment;
import cn.fupin.funding.payment.PaymentCommand.ReturnPayment;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Hands over to the decider; decides nothing. */
@Aggregate
class PaymentStream extends DecidedStream<PaymentCommand, Payment, PaymentEvent> {
    PaymentStream() {
        super(PaymentDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayment c) {
        decide(c);
    }

    @CommandHandler
    void handle(ApprovePayment c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordBankResult c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReturnPayment c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(PaymentEvent e) {
        evolve(e, e.paymentId());
    }
}
