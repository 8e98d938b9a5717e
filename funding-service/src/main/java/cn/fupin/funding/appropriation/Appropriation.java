package cn.fupin.funding.appropriation;

import cn.fupin.funding.appropriation.AppropriationEvent.AppropriationReceived;
import cn.fupin.funding.appropriation.AppropriationEvent.FundsAllocated;
import java.time.LocalDate;

/** What an appropriation has left to allocate. */
sealed interface Appropriation {
    record None() implements Appropriation {}

    record Received(String region, LocalDate issuedOn, long amountFen, long allocatedFen)
            implements Appropriation {
        long unallocatedFen() {
            return Math.subtractExact(amountFen, allocatedFen);
        }

        Received allocated(long fen) {
            return new Received(region, issuedOn, amountFen, Math.addExact(allocatedFen, fen));
        }
    }

    static Appropriation evolve(Appropriation state, AppropriationEvent event) {
        return switch (event) {
            case AppropriationReceived e ->
                    new Received(e.region(), e.occurredOn(), e.amountFen(), 0);
            case FundsAllocated e -> ((Received) state).allocated(e.amountFen());
        };
    }
}
