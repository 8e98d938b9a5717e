package cn.fupin.funding.loan;

import cn.fupin.funding.loan.LoanEvent.MicroCreditLent;
import cn.fupin.funding.loan.LoanEvent.MicroCreditRepaid;
import cn.fupin.funding.loan.LoanEvent.MicroCreditTakenBack;
import java.time.LocalDate;

/** What a household still owes of a loan. */
sealed interface Loan {
    record None() implements Loan {}

    /** Every loan that was told of. */
    sealed interface Told extends Loan {
        String region();
    }

    /**
     * @param lastOn the day of what was told last
     */
    record Owed(String region, String householdId, long owedFen, LocalDate lastOn)
            implements Told {}

    record TakenBack(String region) implements Told {}

    static Loan evolve(Loan state, LoanEvent event) {
        return switch (event) {
            case MicroCreditLent e ->
                    new Owed(e.region(), e.householdId(), e.amountFen(), e.occurredOn());
            case MicroCreditRepaid e -> {
                var owed = (Owed) state;
                yield new Owed(
                        owed.region(),
                        owed.householdId(),
                        Math.subtractExact(owed.owedFen(), e.amountFen()),
                        e.occurredOn());
            }
            case MicroCreditTakenBack _ -> new TakenBack(((Told) state).region());
        };
    }
}
