package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Definition;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Makes the keys and indexes of a loaded generation, the largest table first and two tables at a
 * time. Each is one transaction, and whoever comes later makes those that are not there yet.
 */
final class Indexing {
    private final Generation generation;
    private final RebuildSession session;
    private final BooleanSupplier goOn;

    Indexing(Generation generation, RebuildSession session, BooleanSupplier goOn) {
        this.generation = generation;
        this.session = session;
        this.goOn = goOn;
    }

    /** One table and what it waits for. */
    private record Job(String table, List<Definition> definitions) {}

    /** Whether all are made; false if it was told to stop before. */
    boolean run(List<Definition> definitions) {
        var own = definitions.stream().filter(each -> !each.ofOthers()).toList();
        var jobs = new ConcurrentLinkedQueue<Job>();
        for (var table : session.catalogue().largestFirst(generation.schema())) {
            jobs.add(
                    new Job(
                            table,
                            own.stream().filter(each -> each.table().equals(table)).toList()));
        }
        work(jobs);
        if (!jobs.isEmpty()) return false;
        // what one table has of another comes when all have their keys
        for (var each : Iterables.filter(definitions, Definition::ofOthers)) {
            if (!wanted()) return false;
            make(each, session);
        }
        return true;
    }

    private void work(Queue<Job> jobs) {
        // two, because most of the work is sorting and PostgreSQL does that on one core each
        try (var beside = session.beside();
                ExecutorService hand =
                        Executors.newSingleThreadExecutor(
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("projection-rebuild-index")
                                        .factory())) {
            beside.hurry(true);
            var other = CompletableFuture.runAsync(() -> work(jobs, beside), hand);
            try {
                work(jobs, session);
            } finally {
                join(other);
            }
        }
    }

    private static void join(CompletableFuture<Void> other) {
        try {
            other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private void work(Queue<Job> jobs, RebuildSession over) {
        try {
            while (wanted()) {
                var job = jobs.poll();
                if (job == null) return;
                if (!done(job, over)) jobs.add(job);
            }
        } catch (RuntimeException e) {
            jobs.clear(); // the other one is to stop, too
            throw e;
        }
    }

    private boolean done(Job job, RebuildSession over) {
        for (var each : job.definitions()) {
            if (!wanted()) return false;
            make(each, over);
        }
        over.catalogue().analyze(generation.schema(), job.table());
        return true;
    }

    private void make(Definition definition, RebuildSession over) {
        if (over.catalogue().exists(generation.schema(), definition)) return;
        try {
            over.unhurried().executeWithoutResult(status -> make(over, definition));
        } catch (DuplicateKeyException e) {
            if (definition.unique().isEmpty()) throw e;
            over.unhurried().executeWithoutResult(status -> makeOfDoubles(over, definition));
        }
    }

    private void make(RebuildSession over, Definition definition) {
        over.schemas().enter(generation);
        over.catalogue().make(definition);
    }

    /** The same event came twice: without keys its rows went in twice. */
    private void makeOfDoubles(RebuildSession over, Definition definition) {
        over.schemas().enter(generation);
        over.catalogue().removeDoubles(definition);
        over.catalogue().make(definition);
    }

    /** It remembers when it asked last, so one at a time. */
    private synchronized boolean wanted() {
        return goOn.getAsBoolean();
    }
}
