package cn.fupin.funding.appropriation;

import cn.fupin.backbone.event.Event;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import java.util.List;

/** A document that grants money, and the lines 指标 it is allocated to. Amounts in fen. */
public sealed interface AppropriationEvent extends Event {
    String appropriationId();

    /** 指标下达: Money was granted by a document; nothing of it is anybody's yet. */
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

    /** 指标分解: A line of the appropriation was given to a place for a purpose. */
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
