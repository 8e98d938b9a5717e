package cn.fupin.funding.appropriation;

import cn.fupin.backbone.event.Event;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import java.util.List;

/** A document that grants money, and the lines 指标 it is allocated to. Amounts in fen. */
public sealed interface AppropriationEvent extends Event {
    String appropriationId();

    record AppropriationReceived(
            String appropriationId,
            String region,
            String documentNo,
            SourceLevel sourceLevel,
            SourceType sourceType,
            String purpose,
            long amountFen,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements AppropriationEvent {}

    record FundsAllocated(
            String appropriationId,
            String allocationId,
            String region,
            String purpose,
            long amountFen,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements AppropriationEvent {}
}
