package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Offsets.Move;
import cn.fupin.backbone.projection.Parking.Key;
import cn.fupin.backbone.store.DatabaseAway;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a batch of records and the new offsets in one transaction. A batch in which something
 * fails is written again record by record, and only what fails is parked.
 */
final class BatchWriter {
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final ProjectionSchemas schemas;
    private final Offsets offsets;
    private final Parking parking;

    BatchWriter(
            JdbcTemplate db,
            TransactionTemplate transaction,
            ProjectionSchemas schemas,
            Offsets offsets,
            Parking parking) {
        this.db = db;
        this.transaction = transaction;
        this.schemas = schemas;
        this.offsets = offsets;
        this.parking = parking;
    }

    /**
     * What became of a batch.
     *
     * @param live false if another generation is live by now: nothing was written
     */
    record Outcome(
            boolean live, Map<TopicPartition, Long> moved, int applied, int parked, int foreign) {
        static final Outcome NOT_LIVE = new Outcome(false, Map.of(), 0, 0, 0);
    }

    /**
     * Into the live generation.
     *
     * @param begun the offset at which each partition's records begin, as this reader believes
     * @param next the offset behind each partition's records
     * @return the partitions that moved; of all others nothing was written, because somebody else
     *     has moved them
     */
    Outcome write(
            Generation generation,
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> begun,
            Map<TopicPartition, Long> next) {
        return write(generation, records, begun, next, true, () -> {});
    }

    /**
     * Into a generation that nobody reads yet and nobody else writes.
     *
     * @param with what else is to be in the same transaction
     */
    Outcome writeBeside(
            Generation generation,
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> begun,
            Map<TopicPartition, Long> next,
            Runnable with) {
        return write(generation, records, begun, next, false, with);
    }

    private Outcome write(
            Generation generation,
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> begun,
            Map<TopicPartition, Long> next,
            boolean live,
            Runnable with) {
        try {
            return inOneTransaction(generation, records, begun, next, live, with, false);
        } catch (RuntimeException e) {
            if (DatabaseAway.caused(e)) throw e;
            return inOneTransaction(generation, records, begun, next, live, with, true);
        }
    }

    private Outcome inOneTransaction(
            Generation generation,
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> begun,
            Map<TopicPartition, Long> next,
            boolean live,
            Runnable with,
            boolean oneByOne) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    if (live && !schemas.isLive(generation)) return Outcome.NOT_LIVE;
                    var stored = offsets.lock(generation, begun.keySet());
                    var pass = new Pass(generation, status, oneByOne);
                    begun.forEach((partition, offset) -> {
                        if (offset.equals(stored.get(partition))) {
                            pass.moves.put(
                                    partition,
                                    new Move(
                                            offset,
                                            Objects.requireNonNull(next.get(partition)),
                                            0));
                        }
                    });
                    pass.through(records);
                    offsets.move(generation, pass.moves);
                    with.run();
                    return pass.outcome();
                }));
    }

    /** One way through the records of a batch. */
    private final class Pass {
        private final Generation generation;
        private final TransactionStatus status;
        private final boolean oneByOne;
        private final Application application;
        private final Map<TopicPartition, Move> moves = new HashMap<>();
        private Set<Key> parkedKeys = new HashSet<>();
        private int applied;
        private int parked;
        private int foreign;

        Pass(Generation generation, TransactionStatus status, boolean oneByOne) {
            this.generation = generation;
            this.status = status;
            this.oneByOne = oneByOne;
            this.application = Application.begin(generation, schemas, db);
        }

        void through(List<ConsumerRecord<String, byte[]>> records) {
            var ours =
                    records.stream()
                            .filter(r -> moves.containsKey(ProjectionConsumer.partition(r)))
                            .toList();
            parkedKeys =
                    parking.among(
                            generation, ours.stream().map(Key::of).collect(Collectors.toSet()));
            for (var record : ours) {
                if (KafkaMessages.isForeign(record)) foreign++;
                else if (parkedKeys.contains(Key.of(record))) keep(record);
                else if (oneByOne) applyOrPark(record);
                else done(record, apply(record));
            }
            application.write();
        }

        private Message apply(ConsumerRecord<String, byte[]> record) {
            var message = KafkaMessages.message(record);
            application.apply(message);
            return message;
        }

        private void done(ConsumerRecord<String, byte[]> record, Message message) {
            applied++;
            moves.computeIfPresent(
                    ProjectionConsumer.partition(record),
                    (partition, move) -> move.upTo(move.next(), message.position()));
        }

        private void applyOrPark(ConsumerRecord<String, byte[]> record) {
            var savepoint = status.createSavepoint();
            try {
                var message = apply(record);
                application.write();
                status.releaseSavepoint(savepoint);
                done(record, message);
            } catch (
                    RuntimeException
                            e) { // whatever a projection throws at a message it cannot take
                if (DatabaseAway.caused(e)) throw e;
                status.rollbackToSavepoint(savepoint);
                application.discard();
                parking.park(generation, Key.of(record), reason(e));
                parkedKeys.add(Key.of(record));
                keep(record);
            }
        }

        private void keep(ConsumerRecord<String, byte[]> record) {
            parking.keep(generation, record);
            parked++;
        }

        Outcome outcome() {
            var moved = new HashMap<TopicPartition, Long>();
            moves.forEach((partition, move) -> moved.put(partition, move.next()));
            return new Outcome(true, moved, applied, parked, foreign);
        }
    }

    static String reason(RuntimeException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
