package cn.fupin.funding.loan;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.funding.loan.LoanEvent.UsedBy;
import cn.fupin.funding.lookup.RegisteredHousehold;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The orders to a loan. */
sealed interface LoanCommand extends Command {
    Instant receivedAt();

    /** The day of what it tells. */
    LocalDate on();

    /** {@code household} is null if it is not known to have been registered. */
    @Needs(permission = "funding.report-loan", region = Needs.Region.COMMAND)
    record ReportLoan(Lent lent, @Nullable RegisteredHousehold household) implements LoanCommand {
        public String region() {
            return lent.region();
        }

        @Override
        public String streamId() {
            return lent.loanId();
        }

        @Override
        public Instant receivedAt() {
            return lent.receivedAt();
        }

        @Override
        public LocalDate on() {
            return lent.lentOn();
        }
    }

    /** {@code region}: where the household lies. */
    record Lent(
            String loanId,
            String region,
            String householdId,
            @Nullable String personId,
            String lender,
            long amountFen,
            String purpose,
            UsedBy usedBy,
            LocalDate lentOn,
            LocalDate dueOn,
            @Nullable LocalDate announcedOn,
            boolean assumed,
            Instant receivedAt) {
        public Lent {
            Check.id("loan", "loanId", loanId);
            Check.region("region", region);
            Check.id("household", "householdId", householdId);
            if (personId != null) Check.id("person", "personId", personId);
            Check.text("lender", lender, 100);
            Check.amountFen("amountFen", amountFen);
            Check.text("purpose", purpose, 200);
            if (!dueOn.isAfter(lentOn)) {
                throw new Malformed("dueOn", "after-lent-on", "到期日须晚于放款日", "must be after lentOn");
            }
        }
    }

    @Needs(permission = "funding.report-loan")
    record RepayLoan(
            String loanId, long amountFen, LocalDate repaidOn, boolean assumed, Instant receivedAt)
            implements LoanCommand {
        public RepayLoan {
            Check.id("loan", "loanId", loanId);
            Check.amountFen("amountFen", amountFen);
        }

        @Override
        public String streamId() {
            return loanId;
        }

        @Override
        public LocalDate on() {
            return repaidOn;
        }
    }

    /** {@code lentEventId}: what is taken back; null when the loan is not known. */
    @Needs(permission = "funding.correct-loan")
    record TakeBackLoan(Correction asked, @Nullable String lentEventId) implements LoanCommand {
        @Override
        public String streamId() {
            return asked.loanId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }

        @Override
        public LocalDate on() {
            return asked.correctedOn();
        }
    }

    record Correction(
            String loanId,
            String reason,
            String approvedBy,
            LocalDate correctedOn,
            String enteredBy,
            Instant receivedAt) {
        public Correction {
            Check.id("loan", "loanId", loanId);
            Check.text("reason", reason, 1000);
            Check.actor("approvedBy", approvedBy);
        }
    }
}
