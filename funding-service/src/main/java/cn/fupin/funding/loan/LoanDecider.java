package cn.fupin.funding.loan;

import static cn.fupin.funding.loan.LoanReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.ledger.Account;
import cn.fupin.funding.ledger.DoubleEntry;
import cn.fupin.funding.loan.Loan.None;
import cn.fupin.funding.loan.Loan.Owed;
import cn.fupin.funding.loan.Loan.TakenBack;
import cn.fupin.funding.loan.Loan.Told;
import cn.fupin.funding.loan.LoanCommand.RepayLoan;
import cn.fupin.funding.loan.LoanCommand.ReportLoan;
import cn.fupin.funding.loan.LoanCommand.TakeBackLoan;
import cn.fupin.funding.loan.LoanEvent.MicroCreditLent;
import cn.fupin.funding.loan.LoanEvent.MicroCreditRepaid;
import cn.fupin.funding.loan.LoanEvent.MicroCreditTakenBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a bank did is true whatever the rules say; refused is only what cannot be: nobody gives back
 * more than is owed.
 */
enum LoanDecider implements Decider<LoanCommand, Loan, LoanEvent> {
    INSTANCE;

    @Override
    public Loan initial() {
        return new None();
    }

    @Override
    public Loan evolve(Loan state, LoanEvent event) {
        return Loan.evolve(state, event);
    }

    @Override
    public String region(Loan state) {
        return ((Told) state).region();
    }

    @Override
    public List<LoanEvent> decide(LoanCommand command, Loan state) {
        notInTheFuture(command.on(), command);
        return List.of(
                switch (command) {
                    case ReportLoan c -> report(c, state);
                    case RepayLoan c -> repay(c, owed(state));
                    case TakeBackLoan c -> takeBack(c, owed(state));
                });
    }

    private static MicroCreditLent report(ReportLoan c, Loan state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_REPORTED);
        var lent = c.lent();
        if (lent.announcedOn() != null) notInTheFuture(lent.announcedOn(), c);
        if (c.household() == null) {
            throw new Refused(HOUSEHOLD_NOT_KNOWN_YET, Map.of("householdId", lent.householdId()));
        }
        return new MicroCreditLent(
                lent.loanId(),
                lent.region(),
                lent.householdId(),
                lent.personId(),
                lent.lender(),
                lent.amountFen(),
                lent.purpose(),
                lent.usedBy(),
                lent.dueOn(),
                lent.announcedOn(),
                new DoubleEntry()
                        .debit(Account.owedByHousehold(lent.householdId()), lent.amountFen())
                        .credit(Account.loan(lent.loanId()), lent.amountFen())
                        .balanced(),
                lent.assumed(),
                lent.lentOn());
    }

    private static MicroCreditRepaid repay(RepayLoan c, Owed owed) {
        inOrder(c, owed);
        if (c.amountFen() > owed.owedFen()) {
            throw new Refused(MORE_THAN_OWED, Map.of("owedFen", owed.owedFen()));
        }
        return new MicroCreditRepaid(
                c.loanId(),
                c.amountFen(),
                back(c.loanId(), owed, c.amountFen()).balanced(),
                c.assumed(),
                c.repaidOn());
    }

    private static MicroCreditTakenBack takeBack(TakeBackLoan c, Owed owed) {
        var asked = c.asked();
        // The door looked before the loan was there.
        if (c.lentEventId() == null) throw new Refused(NOT_REPORTED);
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        inOrder(c, owed);
        // nothing is left to post of what was repaid in full
        var entry =
                owed.owedFen() == 0
                        ? new DoubleEntry()
                        : back(asked.loanId(), owed, owed.owedFen());
        return new MicroCreditTakenBack(
                asked.loanId(),
                c.lentEventId(),
                asked.reason(),
                asked.approvedBy(),
                entry.balanced(),
                asked.correctedOn());
    }

    private static DoubleEntry back(String loanId, Owed owed, long amountFen) {
        return new DoubleEntry()
                .debit(Account.loan(loanId), amountFen)
                .credit(Account.owedByHousehold(owed.householdId()), amountFen);
    }

    private static Owed owed(Loan state) {
        return switch (state) {
            case None _ -> throw new Refused(NOT_REPORTED);
            case TakenBack _ -> throw new Refused(TAKEN_BACK);
            case Owed owed -> owed;
        };
    }

    private static void inOrder(LoanCommand c, Owed owed) {
        if (c.on().isBefore(owed.lastOn())) {
            throw new Refused(BEFORE_LAST_STEP, Map.of("earliest", owed.lastOn()));
        }
    }

    private static void notInTheFuture(LocalDate date, LoanCommand c) {
        if (date.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }
}
