package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Table;
import cn.fupin.backbone.projection.Offsets.Move;
import cn.fupin.backbone.projection.Origin.Portion;
import cn.fupin.backbone.projection.Parking.Key;
import cn.fupin.backbone.store.DatabaseAway;
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
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Folds records into rows in memory and copies them into a new generation, chunk after chunk: one
 * chunk is written while the next is folded, by as many threads as there are lanes, and the one
 * after it is read. All records of a key are in one lane, so a key is parked as if there were only
 * one. Each chunk is one transaction with the offsets, so whoever is killed goes on from what was
 * committed.
 *
 * <p>A chunk that PostgreSQL refuses is written again record by record, which parks what is wrong.
 */
final class Loading {
    /** Folding takes longer than copying; a rebuild is not to take all of a large machine. */
    private static final int LANES = Math.min(3, Runtime.getRuntime().availableProcessors());

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
    private record Folded(Portion portion, List<Lane> lanes) {
        Set<Key> poisoned() {
            return lanes.stream()
                    .flatMap(lane -> lane.poison.keySet().stream())
                    .collect(Collectors.toSet());
        }

        Map<TopicPartition, Move> moves() {
            var moves = new HashMap<TopicPartition, Move>();
            portion.begun()
                    .forEach((partition, begun) -> {
                        var next = portion.next().getOrDefault(partition, begun);
                        var position =
                                lanes.stream()
                                        .mapToLong(l -> l.positions.getOrDefault(partition, 0L))
                                        .max()
                                        .orElse(0);
                        moves.put(partition, new Move(begun, next, position));
                    });
            return moves;
        }
    }

    /** Some keys' records of a portion, and what they come to. */
    private static final class Lane {
        final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        final CopiedRows rows;
        final Map<Key, String> poison = new LinkedHashMap<>();
        final List<ConsumerRecord<String, byte[]>> kept = new ArrayList<>();
        final Map<TopicPartition, Long> positions = new HashMap<>();

        Lane(Map<String, Table> tables) {
            this.rows = new CopiedRows(tables);
        }

        void fold(Projection projection, Set<Key> parked) {
            for (var record : records) {
                var key = Key.of(record);
                if (parked.contains(key) || poison.containsKey(key)) kept.add(record);
                else fold(record, key, projection);
            }
        }

        private void fold(ConsumerRecord<String, byte[]> record, Key key, Projection projection) {
            rows.nextMessage();
            try {
                var message = KafkaMessages.message(record);
                projection.apply(message, rows);
                positions.merge(
                        ProjectionConsumer.partition(record), message.position(), Math::max);
            } catch (RuntimeException e) { // whatever a projection throws at what it cannot take
                rows.takeBackMessage();
                poison.put(key, BatchWriter.reason(e));
                kept.add(record);
            }
        }
    }

    /** Whether everything is loaded; false if it was told to stop before. */
    boolean run(BooleanSupplier goOn) {
        try (ExecutorService writing = Executors.newSingleThreadExecutor(thread("copy"));
                ExecutorService folding = Executors.newFixedThreadPool(LANES, thread("fold"))) {
            CompletableFuture<Optional<Set<Key>>> written =
                    CompletableFuture.completedFuture(Optional.empty());
            try {
                @Nullable Portion ahead = null;
                while (goOn.getAsBoolean() && !(ahead == null && origin.exhausted())) {
                    var portion = ahead == null ? origin.read(chunk) : ahead;
                    var fold = fold(portion, folding);
                    ahead = origin.exhausted() ? null : origin.read(chunk);
                    var folded = fold.join();
                    var found = written.join();
                    if (found.isPresent() && !found.get().equals(parked)) {
                        parked.clear();
                        parked.addAll(found.get());
                        // the last chunk came out otherwise than thought
                        folded = fold(portion, folding).join();
                    }
                    if (portion.next().isEmpty()) continue;
                    parked.addAll(folded.poisoned());
                    var next = folded;
                    written = CompletableFuture.supplyAsync(() -> write(next), writing);
                }
                written.join();
                return ahead == null && origin.exhausted();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        }
    }

    private static ThreadFactory thread(String name) {
        return Thread.ofPlatform().daemon().name("projection-rebuild-" + name).factory();
    }

    private CompletableFuture<Folded> fold(Portion portion, ExecutorService folding) {
        if (!isCopied()) {
            return CompletableFuture.completedFuture(new Folded(portion, List.of()));
        }
        var projection = (Projection) generation.model();
        var lanes = Stream.generate(() -> new Lane(tables)).limit(LANES).toList();
        for (var record : portion.records()) {
            if (KafkaMessages.isForeign(record)) continue;
            lanes.get(Math.floorMod(Key.of(record).hashCode(), LANES)).records.add(record);
        }
        var folds =
                lanes.stream()
                        .map(lane ->
                                CompletableFuture.runAsync(
                                        () -> lane.fold(projection, parked), folding))
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(folds).thenApply(done -> new Folded(portion, lanes));
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
                        CopiedRows.copy(
                                folded.lanes().stream().map(lane -> lane.rows).toList(),
                                session.connection());
                    } catch (SQLException e) {
                        throw new ChunkRefused(e);
                    }
                    for (var lane : folded.lanes()) {
                        lane.poison.forEach(
                                (key, reason) -> session.parking().park(generation, key, reason));
                        lane.kept.forEach(each -> session.parking().keep(generation, each));
                    }
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

        ChunkRefused(SQLException cause) {
            super(cause);
        }
    }
}
