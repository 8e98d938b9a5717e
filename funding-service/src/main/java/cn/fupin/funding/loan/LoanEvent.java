package cn.fupin.funding.loan;

import cn.fupin.backbone.event.Event;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 扶贫小额信贷: what a bank lent to a household, and what came back of it. It is credit and stays apart
 * from what is granted: its accounts are its own. Amounts in fen, of the principal.
 */
public sealed interface LoanEvent extends Event {
    String loanId();

    /**
     * 发放扶贫小额信贷: A bank lent to a household. A fact from outside: whether it is as the rules of its
     * day have it is a finding, and no reason not to know of it.
     *
     * @param personId the member who borrows; null when nobody says
     * @param usedBy whether the household uses it, or an enterprise does 户贷企用
     * @param dueOn when the principal is due at the latest
     * @param announcedOn when it was announced 公示; null when it was not, or nobody says
     */
    record MicroCreditLent(
            String loanId,
            String region,
            String householdId,
            @Nullable String personId,
            String lender,
            long amountFen,
            String purpose,
            UsedBy usedBy,
            LocalDate dueOn,
            @Nullable LocalDate announcedOn,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements LoanEvent {}

    /** 归还扶贫小额信贷: Principal came back. */
    record MicroCreditRepaid(
            String loanId,
            long amountFen,
            List<Posting> postings,
            boolean assumed,
            LocalDate occurredOn)
            implements LoanEvent {}

    /**
     * 撤销误登的扶贫小额信贷: It was entered wrongly; there never was such a loan, nor what was repaid of it.
     *
     * @param correctsEventId that it was lent
     */
    record MicroCreditTakenBack(
            String loanId,
            String correctsEventId,
            String reason,
            String approvedBy,
            List<Posting> postings,
            LocalDate occurredOn)
            implements LoanEvent {}

    /** 农户自用, 企业使用. */
    enum UsedBy {
        HOUSEHOLD,
        ENTERPRISE
    }
}
