package cn.fupin.household.intake;

import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import cn.fupin.household.household.MembersNow;
import cn.fupin.household.intake.Imports.Waiting;
import cn.fupin.household.intake.Told.Difference;
import cn.fupin.household.vault.Vault;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/**
 * Runs one import after the other. Whatever is killed on the way goes on from where it was: what is
 * settled of a household is written with what was entered of it, and the rest is entered again
 * under the same keys.
 */
@Component
class ImportRunner {
    /** Fewer than the connections, so that single commands are never starved. */
    private static final int LANES = 8;

    private static final int PAGE = 400;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int APPLIED = 1;
    private static final int REGISTERED = 2;

    private final String me = UUID.randomUUID().toString();
    private final Imports imports;
    private final Facts facts;
    private final Meetings meetings;
    private final Entrance entrance;
    private final Blind blind;
    private final Vault vault;
    private final MembersNow members;
    private final Clock clock;
    private final ImportApi.Commands commands;
    private final TransactionTemplate transaction;
    private final Background background = new Background("import", this::round);
    private final ExecutorService lanes =
            Executors.newFixedThreadPool(
                    LANES, Thread.ofPlatform().name("import-", 1).daemon().factory());

    ImportRunner(
            Imports imports,
            Facts facts,
            Meetings meetings,
            Entrance entrance,
            Blind blind,
            Vault vault,
            MembersNow members,
            Clock clock,
            ImportApi.Commands commands,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.facts = facts;
        this.meetings = meetings;
        this.entrance = entrance;
        this.blind = blind;
        this.vault = vault;
        this.members = members;
        this.clock = clock;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        background.start();
    }

    @PreDestroy
    void stop() {
        background.stop();
        lanes.shutdownNow();
    }

    /** Begins at once with what was ordered here; another instance finds it within a second. */
    void wake() {
        background.wake();
    }

    private void round(Background background) {
        try {
            var importId = imports.claim(me);
            if (importId == null) {
                imports.discardForgotten(clock.instant());
                background.pause(PAUSE);
                return;
            }
            run(importId);
            background.wentWell();
        } catch (Entering.NotNow _) {
            background.say("存储暂不可用，导入稍后继续 the store takes nothing; the import goes on later");
            background.pauseAfterFailure();
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) throw e;
            background.say("数据库不可用，等待重试 the database is away");
            background.pauseAfterFailure();
        }
    }

    private void run(String importId) {
        var run = imports.find(importId);
        if (run == null) return;
        if (run.in() == Imports.State.RUNNING) {
            if (!applications(run)) return;
            if (!registrations(run)) return;
            imports.over(importId);
        }
        tell(run);
    }

    private void tell(Imports.Row run) {
        var path = "/imports/" + run.importId() + "/run-result";
        var key = "import-result-" + blind.hex("result", run.importId(), "" + run.run());
        var reply =
                entrance.enterOwn(
                        commands.runResult(),
                        path,
                        key,
                        run.actor(),
                        EventJson.MAPPER.createObjectNode().put("importId", run.importId()));
        if (reply.status() >= 500) throw new Entering.NotNow();
        imports.told(run.importId());
    }

    /** False when the run was taken away: by an erasure, or by another that took us for dead. */
    private boolean applications(Imports.Row run) {
        var after = -1;
        while (true) {
            if (!imports.beat(run.importId(), me, "APPLICATIONS")) return false;
            var page = imports.page(run.importId(), 0, after, PAGE);
            if (page.isEmpty()) return true;
            after = page.getLast().place();
            sideBySide(page, waiting -> enter(run, waiting, null, APPLIED));
        }
    }

    private boolean registrations(Imports.Row run) {
        if (!imports.beat(run.importId(), me, "MEETINGS")) return false;
        var courses = imports.courses(run.importId());
        var byCourse = new LinkedHashMap<String, List<Intake>>();
        for (var page = imports.page(run.importId(), APPLIED, -1, PAGE);
                !page.isEmpty();
                page = imports.page(run.importId(), APPLIED, page.getLast().place(), PAGE)) {
            for (var waiting : page) {
                var course = waiting.intake().course();
                if (course == null || isOut(waiting)) continue;
                byCourse.computeIfAbsent(course, _ -> new ArrayList<>())
                        .add(light(waiting.intake()));
            }
            if (!imports.beat(run.importId(), me, "MEETINGS")) return false;
        }
        var held = new HashMap<String, Meetings.Meeting>();
        var told = new HashMap<String, List<Told>>();
        byCourse.forEach((key, households) -> {
            var course = courses.get(key);
            if (course == null) return;
            var about = new ArrayList<Told>();
            meetings.assign(run, course, households);
            held.putAll(
                    meetings.hold(
                            run,
                            course,
                            households.stream().map(Intake::householdId).toList(),
                            about));
            told.put(key, about);
            imports.beat(run.importId(), me, "MEETINGS");
        });
        var after = -1;
        while (true) {
            if (!imports.beat(run.importId(), me, "REGISTRATIONS")) return false;
            var page = imports.page(run.importId(), APPLIED, after, PAGE);
            if (page.isEmpty()) return true;
            after = page.getLast().place();
            sideBySide(
                    page,
                    waiting -> {
                        var meeting = held.get(waiting.intake().householdId());
                        var refusals =
                                told.getOrDefault(
                                        waiting.intake().course() == null
                                                ? ""
                                                : waiting.intake().course(),
                                        List.of());
                        enter(run, waiting, new Course(meeting, refusals), REGISTERED);
                    });
        }
    }

    /** Thousands are held at once: only what a meeting needs. */
    private static Intake light(Intake i) {
        return new Intake(
                i.householdId(),
                i.sheet(),
                i.row(),
                i.village(),
                i.persons(),
                EventJson.MAPPER.createObjectNode(),
                List.of(),
                null,
                null,
                null,
                null,
                i.course(),
                i.votesFor(),
                i.votesAgainst(),
                i.dayIsDefault(),
                null,
                null);
    }

    private record Course(Meetings.@Nullable Meeting meeting, List<Told> refusals) {}

    /** Nobody is voted on, announced or registered whom the form leaves in doubt. */
    private boolean isOut(Waiting waiting) {
        if (waiting.outcome() == null) return false;
        var mayBeAnother = told(waiting).stream().anyMatch(Told::mayBeOfAnother);
        return switch (Outcome.valueOf(waiting.outcome())) {
            case REFUSED -> true;
            case CONFLICT ->
                    mayBeAnother
                            || !told(waiting).stream().allMatch(ImportRunner::leavesNoDoubt)
                                    && !facts.of(waiting.intake().householdId())
                                            .containsKey("registration");
            case UNCHANGED, ENTERED, CORRECTED -> false;
        };
    }

    /** What was said before stands. */
    private static boolean leavesNoDoubt(Told told) {
        return told.reason().equals(Difference.CELL_EMPTIED.name());
    }

    private static List<Told> told(Waiting waiting) {
        return waiting.told() == null
                ? List.of()
                : EventJson.MAPPER.readValue(waiting.told(), new TypeReference<>() {});
    }

    private void enter(Imports.Row run, Waiting waiting, @Nullable Course course, int stage) {
        var household = waiting.intake();
        var entering =
                new Entering(
                        entrance,
                        blind,
                        run.actor(),
                        household.householdId(),
                        facts.of(household.householdId()));
        if (waiting.outcome() != null) entering.outcome = Outcome.valueOf(waiting.outcome());
        entering.told.addAll(told(waiting));
        var entry =
                new HouseholdEntry(
                        entering,
                        facts,
                        blind,
                        run,
                        household,
                        Shanghai.dateOf(clock.instant()),
                        vault::personOf,
                        members::of);
        if (course == null) entry.applyAndSurvey();
        else if (household.course() != null && !isOut(waiting)) {
            register(household, entering, entry, course);
        }
        transaction.executeWithoutResult(_ -> {
            // an erasure in the meantime took the file away, and the facts of its members
            if (!imports.isStillRunning(run.importId())) return;
            facts.put(household.householdId(), entering.fresh);
            imports.settle(run.importId(), waiting.place(), stage, entering.outcome, entering.told);
        });
    }

    private static void register(
            Intake household, Entering entering, HouseholdEntry entry, Course course) {
        var meeting = course.meeting();
        if (meeting == null) {
            entering.outcome = Outcome.REFUSED;
            var cell = household.sheet() + "!" + household.row();
            entering.told.addAll(
                    course.refusals().isEmpty()
                            ? List.of(Difference.NOT_IN_THE_COURSE.at(cell))
                            : course.refusals());
        } else {
            entry.register(meeting);
        }
    }

    private interface Work {
        void on(Waiting waiting);
    }

    private void sideBySide(List<Waiting> page, Work work) {
        var running =
                page.stream()
                        .map(w -> CompletableFuture.runAsync(() -> work.on(w), lanes))
                        .toList();
        RuntimeException failure = null;
        for (var one : running) {
            try {
                one.join();
            } catch (CompletionException e) {
                failure = e.getCause() instanceof RuntimeException r ? r : e;
            }
        }
        if (failure != null) throw failure;
    }
}
