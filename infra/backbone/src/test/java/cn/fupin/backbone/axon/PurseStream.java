package cn.fupin.backbone.axon;

import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Reason;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** A stream whose state tells every event it has seen, and in which order. */
class PurseStream
        extends DecidedStream<PurseStream.PutCoins, PurseStream.Purse, PurseStream.CoinsPut> {
    /** How many events were folded into a state, by whomever. */
    static final AtomicInteger EVOLVED = new AtomicInteger();

    record CoinsPut(String purseId, long amountFen, LocalDate occurredOn) implements Event {}

    /** A coin of 0 fen is refused; what happens {@code meanwhile} does so while it is decided. */
    record PutCoins(String streamId, List<Long> coinsFen, Runnable meanwhile) implements Command {}

    record Purse(long events, long orderedHash) {
        static final Purse EMPTY = new Purse(0, 7);

        Purse with(long amountFen) {
            return new Purse(events + 1, orderedHash * 31 + amountFen);
        }
    }

    enum No implements Reason {
        ZERO;

        @Override
        public boolean retryable() {
            return false;
        }

        @Override
        public String zh() {
            return "不可以";
        }

        @Override
        public String en() {
            return "Not allowed.";
        }
    }

    enum PurseDecider implements Decider<PutCoins, Purse, CoinsPut> {
        INSTANCE;

        @Override
        public Purse initial() {
            return Purse.EMPTY;
        }

        @Override
        public List<CoinsPut> decide(PutCoins command, Purse purse) {
            command.meanwhile().run();
            if (command.coinsFen().contains(0L)) throw new Refused(No.ZERO);
            return command.coinsFen().stream()
                    .map(fen ->
                            new CoinsPut(command.streamId(), fen, LocalDate.parse("2014-04-01")))
                    .toList();
        }

        @Override
        public Purse evolve(Purse purse, CoinsPut event) {
            EVOLVED.incrementAndGet();
            return purse.with(event.amountFen());
        }

        @Override
        public String region(Purse purse) {
            return "513423199000";
        }
    }

    PurseStream() {
        super(PurseDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PutCoins c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(CoinsPut e) {
        evolve(e, e.purseId());
    }
}
