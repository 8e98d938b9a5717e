package cn.fupin.funding.payment;

import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.payment.PaymentEvent.PaymentApproved;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentMade;
import cn.fupin.funding.payment.PaymentEvent.PaymentRequested;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a payment stands. */
sealed interface Payment {
    record None() implements Payment {}

    record Requested(Terms terms, LocalDate lastOn) implements Ordered {}

    record Approved(Terms terms, LocalDate lastOn) implements Ordered {}

    /** {@code keptFen}: by line, what was paid and has not come back. */
    record Made(Terms terms, LocalDate lastOn, Map<String, Long> keptFen) implements Ordered {
        private Made returned(PaymentReturned e) {
            var kept = new TreeMap<>(keptFen);
            e.lines().forEach(l -> kept.merge(l.allocationId(), -l.amountFen(), Math::addExact));
            return new Made(terms, e.occurredOn(), kept);
        }
    }

    record Failed(Terms terms, LocalDate lastOn) implements Ordered {}

    /** A payment there is; {@code lastOn} is the day of its last step. */
    sealed interface Ordered extends Payment {
        Terms terms();

        LocalDate lastOn();
    }

    /** What was ordered. */
    record Terms(
            String commitmentId,
            String projectId,
            String region,
            Payee payee,
            List<Line> lines,
            long amountFen,
            String enteredBy) {}

    static Payment evolve(Payment state, PaymentEvent event) {
        return switch (event) {
            case PaymentRequested e ->
                    new Requested(
                            new Terms(
                                    e.commitmentId(),
                                    e.projectId(),
                                    e.region(),
                                    e.payee(),
                                    e.lines(),
                                    e.amountFen(),
                                    e.enteredBy()),
                            e.occurredOn());
            case PaymentApproved e -> new Approved(((Requested) state).terms(), e.occurredOn());
            case PaymentMade e -> made(((Approved) state).terms(), e.occurredOn());
            case PaymentFailed e -> new Failed(((Approved) state).terms(), e.occurredOn());
            case PaymentReturned e -> ((Made) state).returned(e);
        };
    }

    private static Made made(Terms terms, LocalDate on) {
        var kept = new TreeMap<String, Long>();
        terms.lines().forEach(line -> kept.put(line.allocationId(), line.amountFen()));
        return new Made(terms, on, kept);
    }
}
