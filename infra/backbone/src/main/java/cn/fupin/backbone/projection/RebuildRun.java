package cn.fupin.backbone.projection;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Catalogue.Definition;
import cn.fupin.backbone.projection.Offsets.Move;
import cn.fupin.backbone.projection.Rebuild.Phase;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.Rebuild.Wanted;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.DatabaseAway;
import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Carries one rebuild on, phase after phase, from wherever it stands: what it does is in the
 * database, and it remembers nothing else.
 */
final class RebuildRun {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);

    private static final int MOST_COMPARISONS = 2;
    private static final String LOCKED_FOR_TOO_LONG = "55P03";

    private final ReadModel model;
    private final Generation generation;
    private final RebuildSession session;
    private final Rebuilds rebuilds;
    private final Digests digests;
    private final History history;
    private final Watch watch;
    private final KafkaSettings kafka;
    private final ProjectionSettings settings;
    private final BooleanSupplier goOn;

    /**
     * @param goOn false as soon as something else than going on is wanted, or the instance stops
     */
    RebuildRun(
            ReadModel model,
            Rebuild rebuild,
            RebuildSession session,
            Digests digests,
            History history,
            Watch watch,
            KafkaSettings kafka,
            ProjectionSettings settings,
            BooleanSupplier goOn) {
        this.model = model;
        this.generation = rebuild.of(model);
        this.session = session;
        this.rebuilds = session.rebuilds();
        this.digests = digests;
        this.history = history;
        this.watch = watch;
        this.kafka = kafka;
        this.settings = settings;
        this.goOn = goOn;
    }

    /** Until it is at its end, or has to wait for something or somebody. */
    void run() {
        try {
            while (step()) {
                // each step leaves in the database where it is
            }
        } catch (RebuildFailed e) {
            fail(String.valueOf(e.getMessage()));
            LOG.warn("重建失败 the rebuild {} failed: {}", generation.schema(), e.getMessage());
        }
    }

    /** Whether there is another step to be done at once. */
    private boolean step() {
        var rebuild = rebuilds.latest(model.name()).orElseThrow();
        if (rebuild.wanted() == Wanted.CANCEL && rebuild.phase().stoppable()) {
            discard(Phase.CANCELLED);
            return false;
        }
        if (rebuild.phase() == Phase.DIFFERS && rebuild.wanted() == Wanted.SWITCH) {
            return enterSwitching();
        }
        if (!rebuild.wantsWork() || !goOn.getAsBoolean()) return false;
        if (rebuild.phase().beforeTheSwitch()) refuseChangedTables(rebuild);
        return switch (rebuild.phase()) {
            case REQUESTED -> make();
            case LOADING -> load(rebuild);
            case LOCATING -> locate(rebuild);
            case INDEXING -> index();
            case CATCHING_UP -> catchUp();
            case COMPARING -> compare();
            case SWITCHING -> switchOver();
            case DRAINING -> drain(rebuild);
            case DIFFERS, DONE, CANCELLED, FAILED -> false;
        };
    }

    private void enter(Phase phase) {
        rebuilds.enter(generation, phase);
        LOG.info("重建 rebuild {}: {}", generation.schema(), phase);
    }

    /** True, for there is something to be done at once either way. */
    private boolean enterSwitching() {
        if (rebuilds.enterSwitching(generation)) {
            LOG.info("重建 rebuild {}: {}", generation.schema(), Phase.SWITCHING);
        }
        return true;
    }

    private void refuseChangedTables(Rebuild rebuild) {
        var made = rebuild.ddlHash();
        if (made != null && !made.equals(ProjectionSchemas.hash(model))) {
            throw new RebuildFailed(
                    "程序已换，表不同了，请重新开始重建。",
                    "The program has changed its tables meanwhile: start the rebuild again.");
        }
    }

    private boolean make() {
        session.transaction()
                .executeWithoutResult(status -> {
                    session.schemas().make(generation);
                    var waiting = isProjection() ? definitions() : List.<Definition>of();
                    session.catalogue().drop(waiting);
                    rebuilds.made(generation, waiting);
                    enter(Phase.LOADING);
                });
        return true;
    }

    /** A look-up overwrites by key, so its keys must be there from the beginning. */
    private boolean isProjection() {
        return model instanceof Projection;
    }

    private List<Definition> definitions() {
        return session.catalogue().definitions(generation.schema());
    }

    private boolean load(Rebuild rebuild) {
        session.hurry(true);
        boolean complete;
        try (var origin = origin(rebuild)) {
            rebuilds.progress(generation, rebuild.positions(), rebuild.done(), origin.total(), 0);
            var tables = session.catalogue().tables(generation.schema());
            var loading = new Loading(generation, session, origin, settings.rebuildChunk(), tables);
            complete = loading.run(goOn);
        }
        session.hurry(false);
        if (complete) {
            var fromHistory = rebuild.source() == Source.HISTORY;
            enter(fromHistory ? Phase.LOCATING : Phase.INDEXING);
        }
        return true;
    }

    private Origin origin(Rebuild rebuild) {
        if (rebuild.source() == Source.TOPIC) {
            return TopicOrigin.open(
                    generation,
                    kafka,
                    session.offsets(),
                    watch.topicIds(),
                    settings.rebuildChunk());
        }
        // rows to move the highest positions in, also of topics that are not there
        session.offsets().of(generation, allPartitions(), watch.topicIds());
        return HistoryOrigin.open(generation, history, rebuild.positions());
    }

    private List<TopicPartition> allPartitions() {
        var all = new HashMap<String, String>();
        model.topics().forEach(topic -> all.put(topic, ""));
        return TopicOrigin.partitions(model, all);
    }

    private boolean locate(Rebuild rebuild) {
        var partitions = TopicOrigin.partitions(model, watch.topicIds());
        Map<TopicPartition, Long> places;
        try (var finder = new TopicPlaces(kafka)) {
            places = finder.behind(partitions, rebuild.positions());
        }
        session.transaction()
                .executeWithoutResult(status -> {
                    var moves = new HashMap<TopicPartition, Move>();
                    places.forEach(
                            (partition, place) -> moves.put(partition, new Move(0, place, 0)));
                    session.offsets().move(generation, moves);
                    session.offsets().countIn(generation, watch.topicIds());
                    enter(Phase.INDEXING);
                });
        return true;
    }

    private boolean index() {
        for (var each : rebuilds.definitions(generation)) {
            if (!goOn.getAsBoolean()) return true;
            if (session.catalogue().exists(generation.schema(), each)) continue;
            try {
                session.unhurried().executeWithoutResult(status -> make(each));
            } catch (DuplicateKeyException e) {
                if (each.unique().isEmpty()) throw e;
                session.unhurried().executeWithoutResult(status -> makeOfDoubles(each));
            }
        }
        session.unhurried()
                .executeWithoutResult(status ->
                        session.catalogue()
                                .tables(generation.schema())
                                .values()
                                .forEach(table ->
                                        session.catalogue().analyze(generation.schema(), table)));
        enter(Phase.CATCHING_UP);
        return true;
    }

    private void make(Definition definition) {
        session.schemas().enter(generation);
        session.catalogue().make(definition);
    }

    /** The same event came twice: without keys its rows went in twice. */
    private void makeOfDoubles(Definition definition) {
        session.schemas().enter(generation);
        session.catalogue().removeDoubles(definition);
        session.catalogue().make(definition);
    }

    private boolean catchUp() {
        try (var catching = catching()) {
            // until it is near, or as near as the flow of events lets it come
            for (long left = Long.MAX_VALUE, before = left; left > settings.batch(); ) {
                var ends = catching.ends();
                left = catching.distance(ends);
                if (!catching.to(ends, goOn)) return true;
                if (left > before / 2) break;
                before = left;
            }
        }
        enter(Phase.COMPARING);
        return true;
    }

    private CatchingUp catching() {
        return new CatchingUp(generation, session, kafka, settings.batch(), watch.topicIds());
    }

    private boolean compare() {
        for (var times = 1; ; times++) {
            var live = session.schemas().live(model);
            var why = whyIncomparable(live);
            if (!why.isEmpty()) {
                notCompared(why);
                return enterSwitching();
            }
            var before = digests.columns(live);
            var now = digests.columns(generation);
            var common = Comparison.common(before, now);
            if (!isBehind(live) && standsStill()) {
                notCompared(
                        "程序的表已换，现行投影停在此前 the live one stands still since the program has other tables, and more has come since");
                return enterSwitching();
            }
            if (!isBehind(live)) {
                rebuilds.trouble(
                        generation, "等待现行投影跟上 waiting for the live generation to come as far");
                return false;
            }
            var ofLive = digests.of(live, common);
            if (!reach(offsets(ofLive))) return false;
            var comparison =
                    new Comparison(
                            ofLive,
                            digests.of(generation, common),
                            Comparison.without(before, now),
                            Comparison.without(now, before));
            rebuilds.compared(generation, comparison.json());
            if (comparison.equal()) {
                return enterSwitching();
            }
            if (times == MOST_COMPARISONS) {
                enter(Phase.DIFFERS);
                return true;
            }
        }
    }

    private void notCompared(String why) {
        rebuilds.compared(
                generation,
                EventJson.MAPPER
                        .createObjectNode()
                        .put("outcome", "NOT_COMPARED")
                        .put("reason", why));
    }

    /** The live one, where another program made its tables. */
    private boolean standsStill() {
        return !watch.fits(model.name());
    }

    /** Whether the live one has everything that this one has: then this one can go to it. */
    private boolean isBehind(Generation live) {
        var offsets = session.offsets();
        var theirs = offsets.all(live);
        var waiting = session.parking().all(live);
        var parkedTopics = new HashSet<String>();
        waiting.forEach(key -> parkedTopics.add(key.topic()));
        // one that stands still never comes to the end of a transaction, which is an offset as well
        var reached =
                standsStill()
                        || offsets.all(generation).entrySet().stream()
                                .allMatch(p -> theirs.getOrDefault(p.getKey(), 0L) >= p.getValue());
        var positions = offsets.positions(live);
        return reached
                && offsets.positions(generation).entrySet().stream()
                        // a parked key of the live one may have been the last of its partition
                        .filter(p -> !parkedTopics.contains(p.getKey().topic()))
                        .allMatch(p -> positions.getOrDefault(p.getKey(), 0L) >= p.getValue());
    }

    /** Why the live one will never come as far as this one; empty if it will. */
    private String whyIncomparable(Generation live) {
        var former = session.offsets().ofFormerTopics(live, watch.topicIds());
        if (!former.isEmpty()) {
            return "现行投影属于已被重建的主题 the live one counts in topics that were made anew: " + former;
        }
        try (var catching = catching()) {
            var firsts = catching.firsts();
            var gone = new HashSet<TopicPartition>();
            session.offsets()
                    .all(live)
                    .forEach((partition, offset) -> {
                        if (firsts.getOrDefault(partition, 0L) > offset) gone.add(partition);
                    });
            return gone.isEmpty()
                    ? ""
                    : "Kafka 已没有现行投影的位点 Kafka does not hold the live one's offsets: " + gone;
        }
    }

    private static Map<TopicPartition, Long> offsets(Digest digest) {
        var offsets = new HashMap<TopicPartition, Long>();
        digest.vector().forEach((partition, place) -> offsets.put(partition, place.nextOffset()));
        return offsets;
    }

    private boolean reach(Map<TopicPartition, Long> there) {
        try (var catching = catching()) {
            if (catching.covers(there)) return catching.to(there, goOn);
        }
        rebuilds.trouble(
                generation, "现行投影的主题不见了 a topic that the live generation reads is not there");
        return false;
    }

    /** Readers are never taken back: the new generation has all that the old one has. */
    private boolean switchOver() {
        try (var catching = catching()) {
            if (!catching.to(catching.ends(), () -> true)) return true;
            session.transaction().executeWithoutResult(status -> switchOver(catching));
        }
        watch.look(model);
        return true;
    }

    private void switchOver(CatchingUp catching) {
        session.schemas().holdLive(model);
        var before = session.schemas().live(model);
        catching.to(reachable(before, catching), () -> true);
        session.schemas().makeLive(generation);
        rebuilds.replaced(generation, before);
        enter(Phase.DRAINING);
    }

    /** What of the live one's offsets Kafka has; one that stands still may be anywhere. */
    private Map<TopicPartition, Long> reachable(Generation live, CatchingUp catching) {
        var ends = catching.ends();
        var former = session.offsets().ofFormerTopics(live, watch.topicIds());
        var reachable = new HashMap<TopicPartition, Long>();
        session.offsets()
                .all(live)
                .forEach((partition, offset) -> {
                    var end = ends.get(partition);
                    if (end != null && !former.contains(partition.topic())) {
                        reachable.put(partition, Math.min(offset, end));
                    }
                });
        return reachable;
    }

    private boolean drain(Rebuild rebuild) {
        if (!rebuilds.phaseIsOlderThan(generation, settings.drain())) return false;
        var replaced = Generation.of(model, Objects.requireNonNull(rebuild.replaced()));
        try {
            drop(replaced, Phase.DONE);
        } catch (RuntimeException e) {
            if (!isStillUsed(e)) throw e;
            rebuilds.trouble(generation, "旧表仍有人在读 somebody still reads the replaced rows");
        }
        return false;
    }

    private static boolean isStillUsed(RuntimeException e) {
        return Throwables.getCausalChain(e).stream()
                .anyMatch(cause ->
                        cause instanceof SQLException sql
                                && LOCKED_FOR_TOO_LONG.equals(sql.getSQLState()));
    }

    private void discard(Phase end) {
        drop(generation, end);
    }

    /** With its reason in the same transaction: nobody sees a failure without one. */
    private void fail(String why) {
        session.transaction()
                .executeWithoutResult(status -> {
                    discard(Phase.FAILED);
                    rebuilds.trouble(generation, why);
                });
    }

    private void drop(Generation dropped, Phase then) {
        session.transaction()
                .executeWithoutResult(status -> {
                    session.schemas().drop(dropped);
                    session.offsets().drop(dropped);
                    session.parking().drop(dropped);
                    enter(then);
                });
    }

    /** What a person reads when it does not get on. */
    static String words(RuntimeException e) {
        var cause = Throwables.getRootCause(e);
        var where =
                DatabaseAway.caused(e) ? "数据库不可用 the database is away" : "稍后重试 will be tried again";
        return "%s: %s %s".formatted(where, cause.getClass().getSimpleName(), cause.getMessage());
    }
}
