package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.lookup.RegisteredHousehold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders to a payment. */
sealed interface PaymentCommand extends Command {
    Instant receivedAt();

    /** The day the step was taken. */
    LocalDate on();

    /**
     * What the door found: {@code commitment} is null if there is none of that id, {@code
     * household} if the payee is none or is not known to be registered.
     */
    @Needs(permission = "funding.request-payment", region = Needs.Region.COMMAND)
    record RequestPayment(
            Order order, @Nullable Committed commitment, @Nullable RegisteredHousehold household)
            implements PaymentCommand {
        @Override
        public String streamId() {
            return order.paymentId();
        }

        @Override
        public Instant receivedAt() {
            return order.receivedAt();
        }

        @Override
        public LocalDate on() {
            return order.requestedOn();
        }
    }

    /** {@code amountFen}: the lines' total, for whoever wants it checked. */
    record Order(
            String paymentId,
            String commitmentId,
            Payee payee,
            List<Line> lines,
            @Nullable Long amountFen,
            LocalDate requestedOn,
            boolean assumed,
            String enteredBy,
            Instant receivedAt) {
        public Order {
            Check.id("payment", "paymentId", paymentId);
            Check.id("commitment", "commitmentId", commitmentId);
            Line.check("lines", lines, amountFen);
        }
    }

    @Needs(permission = "funding.approve-payment")
    record ApprovePayment(
            String paymentId,
            Decision decidedBy,
            LocalDate approvedOn,
            boolean assumed,
            String enteredBy,
            Instant receivedAt)
            implements PaymentCommand {
        public ApprovePayment {
            Check.id("payment", "paymentId", paymentId);
        }

        @Override
        public String streamId() {
            return paymentId;
        }

        @Override
        public LocalDate on() {
            return approvedOn;
        }
    }

    /** What the bank said: paid under a reference, or not and why. */
    @Needs(permission = "funding.record-bank-result")
    record RecordBankResult(
            String paymentId,
            boolean succeeded,
            @Nullable String bankReference,
            @Nullable String bankReason,
            LocalDate settledOn,
            boolean assumed,
            Instant receivedAt)
            implements PaymentCommand {
        public RecordBankResult {
            Check.id("payment", "paymentId", paymentId);
            exactlyWhen(succeeded, "bankReference", bankReference);
            exactlyWhen(!succeeded, "bankReason", bankReason);
        }

        @Override
        public String streamId() {
            return paymentId;
        }

        @Override
        public LocalDate on() {
            return settledOn;
        }

        private static void exactlyWhen(boolean wanted, String field, @Nullable String value) {
            if (wanted != (value != null)) {
                throw new Malformed(
                        field,
                        "reference-or-reason",
                        "付款成功填银行流水号，失败填原因，二者只填其一",
                        "give the bank's reference if it paid, its reason if it did not");
            }
            if (value != null) Check.text(field, value, 200);
        }
    }

    /** {@code amountFen}: the lines' total, for whoever wants it checked. */
    @Needs(permission = "funding.return-payment")
    record ReturnPayment(
            String paymentId,
            List<Line> lines,
            @Nullable Long amountFen,
            String reason,
            LocalDate returnedOn,
            boolean assumed,
            Instant receivedAt)
            implements PaymentCommand {
        public ReturnPayment {
            Check.id("payment", "paymentId", paymentId);
            Line.check("lines", lines, amountFen);
            Check.text("reason", reason, 200);
        }

        @Override
        public String streamId() {
            return paymentId;
        }

        @Override
        public LocalDate on() {
            return returnedOn;
        }
    }
}
