package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Table;
import cn.fupin.backbone.projection.Offsets.Move;
import cn.fupin.backbone.projection.Origin.Portion;
import cn.fupin.backbone.projection.Parking.Key;
import cn.fupin.backbone.store.DatabaseAway;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Folds records into rows in memory and copies them into a new generation, chunk after chunk: one
 * chunk is written while the next is folded. Each chunk is one transaction with the offsets, so
 * whoever is killed goes on from what was committed.
 *
 * <p>A chunk that PostgreSQL refuses is written again record by record, which parks what is wrong.
 */
final class Loading {
    private final Generation generation;
    private final RebuildSession session;
    private final Origin origin;
    private final int chunk;
    private final Map<String, Table> tables;
    private final Set<Key> parked;
    private final Pace pace = new Pace();

    Loading(
            Generation generation,
            RebuildSession session,
            Origin origin,
            int chunk,
            Map<String, Table> tables) {
        this.generation = generation;
        this.session = session;
        this.origin = origin;
        this.chunk = chunk;
        this.tables = tables;
        this.parked = session.parking().all(generation);
    }

    /** What one portion comes to. */
    private record Folded(
            Portion portion,
            CopiedRows rows,
            Map<Key, String> poison,
            List<ConsumerRecord<String, byte[]>> kept,
            Map<TopicPartition, Move> moves) {}

    /** Whether everything is loaded; false if it was told to stop before. */
    boolean run(BooleanSupplier goOn) {
        try (ExecutorService writing = Executors.newSingleThreadExecutor(Loading::thread)) {
            CompletableFuture<Optional<Set<Key>>> written =
                    CompletableFuture.completedFuture(Optional.empty());
            try {
                while (goOn.getAsBoolean() && !origin.exhausted()) {
                    var portion = origin.read(chunk);
                    if (portion.next().isEmpty()) continue;
                    var folded = fold(portion);
                    var found = written.join();
                    if (found.isPresent() && !found.get().equals(parked)) {
                        parked.clear();
                        parked.addAll(found.get());
                        folded = fold(portion); // the last chunk came out otherwise than thought
                    }
                    parked.addAll(folded.poison().keySet());
                    var next = folded;
                    written = CompletableFuture.supplyAsync(() -> write(next), writing);
                }
                written.join();
                return origin.exhausted();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("projection-rebuild-copy").unstarted(work);
    }

    private Folded fold(Portion portion) {
        var folded =
                new Folded(
                        portion,
                        new CopiedRows(tables),
                        new LinkedHashMap<>(),
                        new ArrayList<>(),
                        new HashMap<>());
        portion.begun()
                .forEach((partition, begun) ->
                        folded.moves()
                                .put(
                                        partition,
                                        new Move(
                                                begun,
                                                portion.next().getOrDefault(partition, begun),
                                                0)));
        if (!isCopied()) return folded;
        var projection = (Projection) generation.model();
        for (var record : portion.records()) {
            if (KafkaMessages.isForeign(record)) continue;
            var key = Key.of(record);
            if (parked.contains(key) || folded.poison().containsKey(key)) {
                folded.kept().add(record);
            } else {
                fold(record, key, projection, folded);
            }
        }
        return folded;
    }

    private static void fold(
            ConsumerRecord<String, byte[]> record, Key key, Projection projection, Folded folded) {
        folded.rows().nextMessage();
        try {
            var message = KafkaMessages.message(record);
            projection.apply(message, folded.rows());
            folded.moves()
                    .computeIfPresent(
                            ProjectionConsumer.partition(record),
                            (partition, move) -> move.upTo(move.next(), message.position()));
        } catch (RuntimeException e) { // whatever a projection throws at what it cannot take
            folded.rows().takeBackMessage();
            folded.poison().put(key, BatchWriter.reason(e));
            folded.kept().add(record);
        }
    }

    /** A look-up overwrites, and some columns are of a type we do not copy. */
    private boolean isCopied() {
        return generation.model() instanceof Projection
                && tables.values().stream().allMatch(Table::copyable);
    }

    /** The keys that are parked now, if that was not known when the portion was folded. */
    private Optional<Set<Key>> write(Folded folded) {
        if (isCopied()) {
            try {
                copy(folded);
                return Optional.empty();
            } catch (RuntimeException e) {
                if (DatabaseAway.caused(e)) throw e;
            }
        }
        var portion = folded.portion();
        var outcome =
                session.writer()
                        .writeBeside(
                                generation,
                                portion.records(),
                                portion.begun(),
                                portion.next(),
                                () -> progress(portion));
        if (!outcome.moved().keySet().equals(portion.begun().keySet())) {
            throw new IllegalStateException(
                    "somebody else writes " + generation.schema() + " at the same time");
        }
        return Optional.of(session.parking().all(generation));
    }

    private void copy(Folded folded) {
        session.transaction()
                .executeWithoutResult(status -> {
                    session.schemas().enter(generation);
                    try {
                        folded.rows().copy(session.connection());
                    } catch (SQLException | IOException e) {
                        throw new ChunkRefused(e);
                    }
                    folded.poison()
                            .forEach((key, reason) ->
                                    session.parking().park(generation, key, reason));
                    folded.kept().forEach(each -> session.parking().keep(generation, each));
                    session.offsets().move(generation, folded.moves());
                    progress(folded.portion());
                });
    }

    private void progress(Portion portion) {
        session.rebuilds()
                .progress(
                        generation,
                        portion.positions(),
                        portion.done(),
                        Math.max(origin.total(), portion.done()),
                        pace.at(portion.done()));
    }

    /** Copying failed: the database is away, or it does not take one of the rows. */
    private static final class ChunkRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChunkRefused(Exception cause) {
            super(cause);
        }
    }
}
