package cn.fupin.household.intake;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entrance.Reply;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.intake.Facts.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters one household's commands, or a meeting's, through the ordinary door and keeps account. The
 * key of a command follows from what it says, that of a correction from what it corrects and makes
 * of it: entered again after a kill, by the same run or a later one, neither has an effect.
 */
final class Entering {
    /** The store takes nothing just now: the run goes on later from where it is. */
    static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow() {
            super("not now", null, false, false);
        }
    }

    private static final int MOST_ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** Where a command goes. */
    private interface Way {
        Reply enter(String path, String key, @Nullable Long expectedSequence, ObjectNode body);
    }

    private final Way way;
    private final Blind blind;
    private final String subjectId;
    final Map<String, Fact> known;
    final Map<String, Fact> fresh = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    Outcome outcome = Outcome.UNCHANGED;

    Entering(
            Entrance entrance,
            Blind blind,
            Actor actor,
            String subjectId,
            Map<String, Fact> known) {
        this(
                (path, key, expectedSequence, body) ->
                        Anew.enter(entrance, path, key, actor, expectedSequence, body),
                blind,
                subjectId,
                known);
    }

    private Entering(Way way, Blind blind, String subjectId, Map<String, Fact> known) {
        this.way = way;
        this.blind = blind;
        this.subjectId = subjectId;
        this.known = known;
    }

    /** Goes as if every command were taken, and enters none: what differs is told all the same. */
    static Entering nothing(Blind blind, String subjectId, Map<String, Fact> known) {
        return new Entering(
                (_, _, _, _) -> new Reply(200, EventJson.MAPPER.createObjectNode(), false),
                blind,
                subjectId,
                known);
    }

    /** Whether the fact was entered with the same content before. */
    boolean isAsBefore(String fact, String fingerprint) {
        var before = known.get(fact);
        return before != null && before.fingerprint().equals(fingerprint);
    }

    void differs(Told.Difference difference, String cell) {
        told.add(difference.at(cell));
        outcome = outcome.and(Outcome.CONFLICT);
    }

    void emptied(String cell, List<Column> columns) {
        told.add(Told.Difference.CELL_EMPTIED.at(cell, columns));
        outcome = outcome.and(Outcome.CONFLICT);
    }

    /** Enters what was never entered; the sequence it left the stream at, or null when refused. */
    @Nullable Long enter(String path, ObjectNode body, String cell) {
        var key = "import-" + blind.hex("command " + path + " ", subjectId, body);
        return enter(path, key, body, cell, null, Outcome.ENTERED);
    }

    /** Enters what differs from what an import had entered up to the sequence. */
    @Nullable Long correct(
            String path,
            ObjectNode body,
            String cell,
            String fact,
            String fingerprint,
            long entered,
            long expectedSequence) {
        var key = correctionKey(fact, entered) + fingerprint;
        return enter(path, key, body, cell, expectedSequence, Outcome.CORRECTED);
    }

    /** Whether an import corrected the fact by the command, whatever it made of it. */
    boolean isCorrection(@Nullable String command, String fact, long entered) {
        return command != null && command.startsWith(correctionKey(fact, entered));
    }

    boolean isCorrection(@Nullable String command, String fact, long entered, String fingerprint) {
        return command != null && Anew.isOf(correctionKey(fact, entered) + fingerprint, command);
    }

    private String correctionKey(String fact, long entered) {
        return "import-" + blind.hex("correction", subjectId, fact, "" + entered) + "-";
    }

    private @Nullable Long enter(
            String path,
            String key,
            ObjectNode body,
            String cell,
            @Nullable Long expectedSequence,
            Outcome done) {
        var reply = persistently(path, key, body, expectedSequence);
        if (reply.done()) {
            outcome = outcome.and(done);
            var last = -1L;
            for (var event : reply.json().path("events")) {
                last = Math.max(last, event.path("sequence").asLong(-1));
            }
            return last;
        }
        refused(reply, cell);
        return null;
    }

    private Reply persistently(
            String path, String key, ObjectNode body, @Nullable Long expectedSequence) {
        for (var attempt = 1; ; attempt++) {
            var reply = way.enter(path, key, expectedSequence, body);
            if (!reply.retryable()) return reply;
            if (attempt == MOST_ATTEMPTS) {
                if (reply.status() >= 500) throw new NotNow();
                return reply;
            }
            LockSupport.parkNanos(PAUSE.toNanos() * attempt);
        }
    }

    private void refused(Reply reply, String cell) {
        if (reply.reason().equals("STREAM_MOVED_ON")) {
            differs(Told.Difference.CHANGED_SINCE, cell);
            return;
        }
        outcome = Outcome.REFUSED;
        told.add(
                new Told(
                        cell,
                        reply.code(),
                        reply.json().path("title").asString(""),
                        reply.json().path("detail").asString("")));
    }

    void is(String fact, String fingerprint, long sequence) {
        fresh.put(fact, new Fact(fingerprint, sequence));
    }
}
