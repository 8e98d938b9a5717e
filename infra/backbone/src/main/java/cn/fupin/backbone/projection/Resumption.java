package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Parking.Key;
import cn.fupin.backbone.store.DatabaseAway;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what waits under a parked key, in its order, until it is empty or fails again. */
final class Resumption {
    /** Of one transaction; a key with more is resumed in several. */
    private static final int MOST_MESSAGES = 500;

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final ProjectionSchemas schemas;
    private final Offsets offsets;
    private final Parking parking;

    Resumption(
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
     * @param waiting the messages that are still parked
     * @param reason why the first of them could not be applied; null if none waits
     */
    record Resumed(int applied, int waiting, @Nullable String reason) {
        private Resumed plus(Resumed other) {
            return new Resumed(
                    applied + other.applied,
                    waiting + other.waiting,
                    reason == null ? other.reason : reason);
        }
    }

    /** Empty if the key is not parked. */
    Optional<Resumed> resume(Generation generation, String key) {
        List<Key> parked = parking.withKey(generation, key);
        return parked.stream().map(each -> resume(generation, each)).reduce(Resumed::plus);
    }

    private Resumed resume(Generation generation, Key key) {
        var total = new Resumed(0, 0, null);
        while (true) {
            var step =
                    Objects.requireNonNull(
                            transaction.execute(status -> some(generation, key, status)));
            total = new Resumed(total.applied() + step.applied(), step.waiting(), step.reason());
            if (step.waiting() == 0 || step.reason() != null) return total;
        }
    }

    private Resumed some(Generation generation, Key key, TransactionStatus status) {
        // rows are locked in the writers' order: the pointer, the offsets, the key
        if (!schemas.isLive(generation)) return new Resumed(0, 0, null);
        offsets.lock(generation, parking.partitions(generation, key));
        if (!parking.lock(generation, key)) return new Resumed(0, 0, null);
        var application = Application.begin(generation, schemas, db);
        for (var applied = 0; applied < MOST_MESSAGES; applied++) {
            var first = parking.first(generation, key);
            if (first.isEmpty()) {
                parking.unpark(generation, key);
                return new Resumed(applied, 0, null);
            }
            var record = first.get();
            var savepoint = status.createSavepoint();
            try {
                var message = KafkaMessages.message(record);
                application.apply(message);
                application.write();
                parking.remove(generation, record);
                offsets.raise(generation, ProjectionConsumer.partition(record), message.position());
                status.releaseSavepoint(savepoint);
            } catch (RuntimeException e) { // still poison
                if (DatabaseAway.caused(e)) throw e;
                status.rollbackToSavepoint(savepoint);
                application.discard();
                var reason = BatchWriter.reason(e);
                parking.park(generation, key, reason);
                return new Resumed(applied, parking.waiting(generation, key), reason);
            }
        }
        var waiting = parking.waiting(generation, key);
        if (waiting == 0) parking.unpark(generation, key);
        return new Resumed(MOST_MESSAGES, waiting, null);
    }
}
