package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import java.util.List;

/** What happens to a payment, from request to bank result, and back. Amounts in fen. */
public sealed interface PaymentEvent extends Event {
    String paymentId();

    /**
     * 申请拨付: The money is set aside within the commitment's lines; the books move when the bank has
     * paid.
     */
    record PaymentRequested(
            String paymentId,
            String commitmentId,
            String projectId,
            String region,
            Payee payee,
            List<Line> lines,
            long amountFen,
            String enteredBy,
            boolean assumed,
            LocalDate occurredOn)
            implements PaymentEvent {}

    /** 拨付审批: A second person let the payment go. */
    record PaymentApproved(
            String paymentId,
            String approver,
            Decision decidedBy,
            boolean assumed,
            LocalDate occurredOn)
            implements PaymentEvent {}

    /** 拨付到账: The bank paid; the books move. */
    record PaymentMade(
            String paymentId,
            String bankReference,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements PaymentEvent {}

    /** 拨付失败: The bank did not pay: what was set aside is free again. */
    record PaymentFailed(
            String paymentId,
            String bankReason,
            String commitmentId,
            List<Line> lines,
            boolean assumed,
            LocalDate occurredOn)
            implements PaymentEvent {}

    /** 资金退回: Money that was paid has come back, in whole or in part. */
    record PaymentReturned(
            String paymentId,
            long amountFen,
            List<Line> lines,
            String reason,
            String commitmentId,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements PaymentEvent {}
}
