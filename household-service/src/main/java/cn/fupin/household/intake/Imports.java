package cn.fupin.household.intake;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.intake.ImportCommand.Result;
import cn.fupin.household.intake.ImportCommand.Upload;
import cn.fupin.household.vault.ErasedWith;
import cn.fupin.household.vault.FileSeal;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The files on their way in, sealed while they wait, and how far each has come. */
@Component
class Imports implements ErasedWith {
    /** After so long an upload that nobody ran is thrown away. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private static final int ROWS_AT_ONCE = 500;

    enum State {
        WAITING,
        RUNNING,
        /** Everything is entered; its result is still to be told. */
        OVER,
        DONE,
        WITHDRAWN
    }

    /** An upload and the orders for its run. */
    record Row(
            String importId,
            String region,
            String sha256,
            long bytes,
            LocalDate asOf,
            String actorId,
            String actorRole,
            String actorRegion,
            OffsetDateTime receivedAt,
            int households,
            int members,
            int badHouseholds,
            int strayLines,
            String state,
            int run,
            boolean leaveOutBad,
            @Nullable String approvedBy,
            @Nullable String reason,
            @Nullable String phase,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt) {
        Actor actor() {
            return new Actor(actorId, actorRole, actorRegion);
        }

        State in() {
            return State.valueOf(state);
        }
    }

    /** A household that waits in a file. */
    record Waiting(
            int place, int stage, @Nullable String outcome, @Nullable String told, Intake intake) {}

    private record Sealed(
            int place, int stage, @Nullable String outcome, @Nullable String told, byte[] sealed) {}

    private static final String COLUMNS =
            """
            import_id, region, sha256, bytes, as_of, actor_id, actor_role, actor_region, received_at,
            households, members, bad_households, stray_lines, state, run, leave_out_bad, approved_by, reason, phase,
            started_at, ended_at
            """;

    private final JdbcClient db;
    private final FileSeal seal;
    private final Vault vault;
    private final Facts facts;

    Imports(JdbcClient db, FileSeal seal, Vault vault, Facts facts) {
        this.db = db;
        this.seal = seal;
        this.vault = vault;
        this.facts = facts;
    }

    @Nullable Row find(String importId) {
        return db.sql("select " + COLUMNS + " from import where import_id = ?")
                .param(importId)
                .query(Row.class)
                .optional()
                .orElse(null);
    }

    List<Row> latest(List<String> regionPrefixes) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from import where exists (select from unnest(?) p where starts_with(region, p))"
                                + " order by received_at desc limit 100")
                .param(regionPrefixes.toArray(String[]::new))
                .query(Row.class)
                .list();
    }

    /**
     * Puts a checked file down; the same file again is the one that is there, and a finished or
     * withdrawn one waits again. False when it waits or runs already.
     */
    @Transactional
    public boolean receive(
            String importId,
            Upload upload,
            Actor actor,
            Instant receivedAt,
            byte[] file,
            List<Finding> findings,
            Intake.Checked checked,
            List<IdentityNumber> persons) {
        db.sql(
                        """
                        insert into import (import_id, region, sha256, bytes, as_of, actor_id, actor_role,
                            actor_region, received_at, households, members, bad_households, findings, courses, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '', '', 'WITHDRAWN') on conflict do nothing
                        """)
                .params(
                        importId,
                        upload.region(),
                        upload.sha256(),
                        upload.bytes(),
                        upload.asOf(),
                        actor.id(),
                        actor.role(),
                        actor.region(),
                        receivedAt.atOffset(ZoneOffset.UTC))
                .update();
        var taken =
                db.sql(
                                """
                                update import set state = 'WAITING', as_of = ?, actor_id = ?, actor_role = ?,
                                    actor_region = ?, received_at = ?, households = ?, members = ?, bad_households = ?,
                                    stray_lines = ?, findings = ?, courses = ?, file = ?, phase = null, started_at = null, ended_at = null
                                where import_id = ? and state in ('DONE', 'WITHDRAWN')
                                """)
                        .params(
                                upload.asOf(),
                                actor.id(),
                                actor.role(),
                                actor.region(),
                                receivedAt.atOffset(ZoneOffset.UTC),
                                upload.households(),
                                upload.members(),
                                upload.badHouseholds(),
                                upload.strayLines(),
                                packed(EventJson.MAPPER.writeValueAsBytes(findings)),
                                seal(
                                        importId,
                                        EventJson.MAPPER.writeValueAsBytes(checked.courses())),
                                seal(importId, file),
                                importId)
                        .update();
        if (taken == 0) return false;
        db.sql("delete from import_household where import_id = ?").param(importId).update();
        households(importId, checked.good());
        persons(importId, persons);
        return true;
    }

    private void households(String importId, List<Intake.Ready> households) {
        for (var from = 0; from < households.size(); from += ROWS_AT_ONCE) {
            var some = households.subList(from, Math.min(households.size(), from + ROWS_AT_ONCE));
            var places = new Integer[some.size()];
            var sealed = new byte[some.size()][];
            for (var i = 0; i < places.length; i++) {
                places[i] = from + i;
                sealed[i] = seal(importId, some.get(i).json());
            }
            db.sql(
                            """
                            insert into import_household (import_id, place, household_id, cell, course, sealed)
                            select ?, * from unnest(?, ?, ?, ?, ?)
                            """)
                    .param(importId)
                    .param(places)
                    .param(some.stream().map(Intake.Ready::householdId).toArray(String[]::new))
                    .param(some.stream().map(Intake.Ready::cell).toArray(String[]::new))
                    .param(some.stream().map(Intake.Ready::course).toArray(String[]::new))
                    .param(sealed)
                    .update();
        }
    }

    private void persons(String importId, List<IdentityNumber> persons) {
        db.sql("delete from import_person where import_id = ?").param(importId).update();
        for (var from = 0; from < persons.size(); from += 5 * ROWS_AT_ONCE) {
            var some = persons.subList(from, Math.min(persons.size(), from + 5 * ROWS_AT_ONCE));
            db.sql("insert into import_person (import_id, blind_index) select ?, unnest(?)")
                    .param(importId)
                    .param(some.stream().map(vault::blindIndex).toArray(byte[][]::new))
                    .update();
        }
    }

    private byte[] seal(String importId, byte[] plain) {
        return seal.close(importId, packed(plain), List.of());
    }

    private byte[] open(String importId, byte[] sealed) {
        return unpacked(seal.open(importId, sealed, List.of()));
    }

    /** The file as it came, or null once it is gone. */
    byte @Nullable [] file(String importId) {
        return db.sql("select file from import where import_id = ? and file is not null")
                .param(importId)
                .query(byte[].class)
                .optional()
                .map(sealed -> open(importId, sealed))
                .orElse(null);
    }

    List<Finding> findings(String importId) {
        var packed =
                db.sql("select findings from import where import_id = ?")
                        .param(importId)
                        .query(byte[].class)
                        .single();
        return packed.length == 0
                ? List.of()
                : EventJson.MAPPER.readValue(unpacked(packed), new TypeReference<>() {});
    }

    Map<String, Intake.Course> courses(String importId) {
        var sealed =
                db.sql("select courses from import where import_id = ?")
                        .param(importId)
                        .query(byte[].class)
                        .single();
        return EventJson.MAPPER.readValue(open(importId, sealed), new TypeReference<>() {});
    }

    boolean hasCourses(String importId) {
        return db.sql(
                        "select exists (select from import_household where import_id = ? and course is not null)")
                .param(importId)
                .query(Boolean.class)
                .single();
    }

    /** Orders a run; false when it does not wait for one. */
    boolean start(
            String importId,
            boolean leaveOutBad,
            @Nullable String approvedBy,
            @Nullable String reason,
            Actor actor) {
        return db.sql(
                                """
                                update import set state = 'RUNNING', run = run + 1, leave_out_bad = ?, approved_by = ?,
                                    reason = ?, actor_id = ?, actor_role = ?, actor_region = ?, started_at = now(),
                                    beat = null, runner = null
                                where import_id = ? and state = 'WAITING'
                                """)
                        .param(leaveOutBad)
                        .param(approvedBy)
                        .param(reason)
                        .param(actor.id())
                        .param(actor.role())
                        .param(actor.region())
                        .param(importId)
                        .update()
                == 1;
    }

    /** The oldest run that nobody works on; whoever did and fell silent is taken for dead. */
    @Nullable String claim(String runner) {
        return db.sql(
                        """
                        update import set runner = :runner, beat = now()
                        where import_id = (
                            select import_id from import
                            where state in ('RUNNING', 'OVER')
                              and (beat is null or runner = :runner or beat < now() - interval '30 seconds')
                            order by started_at limit 1 for update skip locked)
                        returning import_id
                        """)
                .param("runner", runner)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** False when somebody else has taken it over. */
    boolean beat(String importId, String runner, String phase) {
        return db.sql(
                                "update import set beat = now(), phase = ? where import_id = ? and runner = ? and state in ('RUNNING', 'OVER')")
                        .params(phase, importId, runner)
                        .update()
                == 1;
    }

    List<Waiting> page(String importId, int stage, int after, int most) {
        return db
                .sql(
                        """
                        select place, stage, outcome, told, sealed from import_household
                        where import_id = ? and stage = ? and place > ? and sealed is not null
                        order by place limit ?
                        """)
                .params(importId, stage, after, most)
                .query(Sealed.class)
                .list()
                .stream()
                .map(row ->
                        new Waiting(
                                row.place(),
                                row.stage(),
                                row.outcome(),
                                row.told(),
                                EventJson.MAPPER.readValue(
                                        open(importId, row.sealed()), Intake.class)))
                .toList();
    }

    void settle(String importId, int place, int stage, Outcome outcome, List<Told> told) {
        db.sql(
                        """
                        update import_household set stage = ?, outcome = ?, told = ?
                        where import_id = ? and place = ?
                        """)
                .param(stage)
                .param(outcome.name())
                .param(told.isEmpty() ? null : EventJson.MAPPER.writeValueAsString(told))
                .param(importId)
                .param(place)
                .update();
    }

    record Count(@Nullable String outcome, int stage, int households) {}

    List<Count> counts(String importId) {
        return db.sql(
                        "select outcome, stage, count(*)::int as households from import_household where import_id = ? group by 1, 2")
                .param(importId)
                .query(Count.class)
                .list();
    }

    record Line(String cell, String householdId, @Nullable String outcome, @Nullable String told) {}

    List<Line> lines(String importId, int after, int most) {
        return db.sql(
                        """
                        select cell, household_id, outcome, told from import_household
                        where import_id = ? and place >= ? order by place limit ?
                        """)
                .params(importId, after, most)
                .query(Line.class)
                .list();
    }

    /** How a run that is over ended; null before. */
    @Nullable Result result(String importId) {
        var row = find(importId);
        if (row == null || row.in() != State.OVER && row.in() != State.DONE) return null;
        var by = new int[Outcome.values().length];
        for (var count : counts(importId)) {
            if (count.outcome() != null) {
                by[Outcome.valueOf(count.outcome()).ordinal()] += count.households();
            }
        }
        return new Result(
                row.run(),
                by[Outcome.ENTERED.ordinal()],
                by[Outcome.UNCHANGED.ordinal()],
                by[Outcome.CORRECTED.ordinal()],
                by[Outcome.CONFLICT.ordinal()],
                by[Outcome.REFUSED.ordinal()],
                row.badHouseholds());
    }

    /** Everything is entered, and nothing personal is kept any longer. */
    @Transactional
    public void over(String importId) {
        discard(importId);
        db.sql(
                        "update import set state = 'OVER', ended_at = now() where import_id = ? and state = 'RUNNING'")
                .param(importId)
                .update();
    }

    void told(String importId) {
        db.sql("update import set state = 'DONE' where import_id = ? and state = 'OVER'")
                .param(importId)
                .update();
    }

    /** Throws a waiting file away; false when it does not wait. */
    @Transactional
    public boolean withdraw(String importId) {
        var withdrawn =
                db.sql(
                                "update import set state = 'WITHDRAWN' where import_id = ? and state = 'WAITING'")
                        .param(importId)
                        .update();
        if (withdrawn == 1) {
            discard(importId);
            forgetLines(importId);
        }
        return withdrawn == 1;
    }

    private void discard(String importId) {
        db.sql("update import set file = null, courses = '' where import_id = ?")
                .param(importId)
                .update();
        db.sql("update import_household set sealed = null where import_id = ?")
                .param(importId)
                .update();
        db.sql("delete from import_person where import_id = ?").param(importId).update();
    }

    /** Nothing was entered, so nobody asks what became of its lines. */
    private void forgetLines(String importId) {
        db.sql("update import set findings = '' where import_id = ?").param(importId).update();
        db.sql("delete from import_household where import_id = ?").param(importId).update();
    }

    void discardForgotten(Instant now) {
        db.sql("select import_id from import where state = 'WAITING' and received_at < ?")
                .param(now.minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(this::withdraw);
    }

    /** Until the transaction ends, if so: whoever would take it away waits. */
    boolean isStillRunning(String importId) {
        return db.sql(
                        "select import_id from import where import_id = ? and state = 'RUNNING' for share")
                .param(importId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * A file in which the person waits is thrown away whole: it may be sent again without. Then
     * goes what is kept of whom files had entered: no run adds to it any more.
     */
    @Override
    public void erase(List<String> personIds, List<byte[]> blindIndexes) {
        db.sql(
                        """
                        update import set state = 'WITHDRAWN', file = null, courses = ''
                        where state in ('WAITING', 'RUNNING')
                          and import_id in (select import_id from import_person where blind_index = any(?))
                        returning import_id
                        """)
                .param(blindIndexes.toArray(byte[][]::new))
                .query(String.class)
                .list()
                .forEach(this::discard);
        facts.erase(personIds);
    }

    private static byte[] packed(byte[] plain) {
        // a workbook packs no smaller: room for it at once, and not twice
        var out = new ByteArrayOutputStream(plain.length + plain.length / 1000 + 100);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
