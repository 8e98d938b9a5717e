package cn.fupin.household.batch;

import static cn.fupin.household.batch.BatchReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.batch.BatchCommand.*;
import cn.fupin.household.batch.BatchEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A batch says beforehand from when to when a village takes applications; it may close early. */
enum BatchDecider implements Decider<BatchCommand, BatchDecider.Batch, BatchEvent> {
    INSTANCE;

    sealed interface Batch {
        record NotOpened() implements Batch {}

        record Open(String region, LocalDate openedOn) implements Batch {}

        record Closed(String region) implements Batch {}
    }

    @Override
    public Batch initial() {
        return new Batch.NotOpened();
    }

    @Override
    public List<BatchEvent> decide(BatchCommand command, Batch state) {
        return List.of(
                switch (command) {
                    case OpenBatch c -> open(c, state);
                    case CloseBatch c -> close(c, state);
                });
    }

    private static BatchOpened open(OpenBatch c, Batch state) {
        var asked = c.asked();
        if (!(state instanceof Batch.NotOpened)) throw new Refused(ALREADY_OPENED);
        past(asked.openedOn(), asked.receivedAt());
        if (!c.villageListed()) throw new Refused(VILLAGE_NOT_LISTED);
        if (asked.openedOn().isAfter(asked.appliesFrom())) {
            throw new Refused(OPENED_AFTER_ITS_FIRST_DAY);
        }
        return new BatchOpened(
                asked.batchId(),
                asked.openedOn(),
                asked.region(),
                asked.year(),
                asked.title(),
                asked.appliesFrom(),
                asked.appliesUntil(),
                asked.assumed());
    }

    /** That nobody applied in it after that day is guarded by {@link Batches}. */
    private static BatchClosed close(CloseBatch c, Batch state) {
        var open =
                switch (state) {
                    case Batch.Open o -> o;
                    case Batch.Closed _ -> throw new Refused(ALREADY_CLOSED);
                    case Batch.NotOpened _ -> throw new Refused(NOT_OPENED);
                };
        past(c.closedOn(), c.receivedAt());
        if (c.closedOn().isBefore(open.openedOn())) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", open.openedOn().toString()));
        }
        return new BatchClosed(c.batchId(), c.closedOn(), c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Batch evolve(Batch state, BatchEvent event) {
        return switch (event) {
            case BatchOpened e -> new Batch.Open(e.region(), e.occurredOn());
            case BatchClosed _ -> new Batch.Closed(((Batch.Open) state).region());
        };
    }

    @Override
    public String region(Batch state) {
        return switch (state) {
            case Batch.Open(var region, _) -> region;
            case Batch.Closed(var region) -> region;
            case Batch.NotOpened _ -> throw new IllegalStateException("not opened");
        };
    }
}
