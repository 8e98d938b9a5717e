package cn.fupin.funding.appropriation;

import static cn.fupin.funding.appropriation.AppropriationReason.ALREADY_RECEIVED;
import static cn.fupin.funding.appropriation.AppropriationReason.APPROPRIATION_EXCEEDED;
import static cn.fupin.funding.appropriation.AppropriationReason.BEFORE_RECEIPT;
import static cn.fupin.funding.appropriation.AppropriationReason.IN_THE_FUTURE;
import static cn.fupin.funding.appropriation.AppropriationReason.NOT_RECEIVED;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.appropriation.Appropriation.None;
import cn.fupin.funding.appropriation.Appropriation.Received;
import cn.fupin.funding.appropriation.AppropriationCommand.AllocateFunds;
import cn.fupin.funding.appropriation.AppropriationCommand.ReceiveAppropriation;
import cn.fupin.funding.appropriation.AppropriationEvent.AppropriationReceived;
import cn.fupin.funding.appropriation.AppropriationEvent.FundsAllocated;
import cn.fupin.funding.ledger.Account;
import cn.fupin.funding.ledger.DoubleEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Allocations never exceed the appropriation: lines and receipt share one stream for that. */
enum AppropriationDecider
        implements Decider<AppropriationCommand, Appropriation, AppropriationEvent> {
    INSTANCE;

    @Override
    public Appropriation initial() {
        return new None();
    }

    @Override
    public Appropriation evolve(Appropriation state, AppropriationEvent event) {
        return Appropriation.evolve(state, event);
    }

    @Override
    public String region(Appropriation state) {
        return ((Received) state).region();
    }

    @Override
    public List<AppropriationEvent> decide(AppropriationCommand command, Appropriation state) {
        return List.of(
                switch (command) {
                    case ReceiveAppropriation c -> receive(c, state);
                    case AllocateFunds c -> allocate(c, state);
                });
    }

    private static AppropriationEvent receive(ReceiveAppropriation c, Appropriation state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_RECEIVED);
        notInTheFuture(c.issuedOn(), c);
        return new AppropriationReceived(
                c.appropriationId(),
                c.region(),
                c.documentNo(),
                c.sourceLevel(),
                c.sourceType(),
                c.purpose(),
                c.amountFen(),
                new DoubleEntry()
                        .debit(Account.appropriation(c.appropriationId()), c.amountFen())
                        .credit(Account.grant(c.sourceLevel()), c.amountFen())
                        .balanced(),
                c.assumed(),
                c.issuedOn());
    }

    private static AppropriationEvent allocate(AllocateFunds c, Appropriation state) {
        if (!(state instanceof Received received)) throw new Refused(NOT_RECEIVED);
        notInTheFuture(c.allocatedOn(), c);
        if (c.allocatedOn().isBefore(received.issuedOn())) {
            throw new Refused(BEFORE_RECEIPT, Map.of("earliest", received.issuedOn()));
        }
        if (c.amountFen() > received.unallocatedFen()) {
            throw new Refused(
                    APPROPRIATION_EXCEEDED, Map.of("remainingFen", received.unallocatedFen()));
        }
        return new FundsAllocated(
                c.appropriationId(),
                c.allocationId(),
                c.region(),
                c.purpose(),
                c.amountFen(),
                new DoubleEntry()
                        .debit(Account.allocation(c.allocationId()), c.amountFen())
                        .credit(Account.appropriation(c.appropriationId()), c.amountFen())
                        .balanced(),
                c.assumed(),
                c.allocatedOn());
    }

    private static void notInTheFuture(LocalDate date, AppropriationCommand c) {
        if (date.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }
}
