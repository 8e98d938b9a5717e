package cn.fupin.funding.commitment;

import cn.fupin.backbone.event.Event;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import java.util.List;

/** Money promised to a project, and out of which lines. Amounts in fen. */
public sealed interface CommitmentEvent extends Event {
    String commitmentId();

    /** 资金承诺: Money of allocation lines was set aside for a project. */
    record FundsCommitted(
            String commitmentId,
            String projectId,
            String region,
            List<Line> lines,
            long amountFen,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements CommitmentEvent {}
}
