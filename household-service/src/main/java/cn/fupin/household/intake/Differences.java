package cn.fupin.household.intake;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.household.MembersNow;
import cn.fupin.household.intake.Imports.Waiting;
import cn.fupin.household.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the run of a file that waits would tell of households that files had brought before: they
 * are compared as in the run, and nothing is entered or noted.
 */
@Component
class Differences {
    private static final int PAGE = 400;
    private static final int MOST_TOLD_AT_ONCE = 1000;

    /** Where much was described anew a household takes milliseconds, and somebody waits. */
    private static final int MOST_PAGES_AT_ONCE = 5;

    private final Imports imports;
    private final Facts facts;
    private final Meetings meetings;
    private final Blind blind;
    private final Vault vault;
    private final MembersNow members;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Differences(
            Imports imports,
            Facts facts,
            Meetings meetings,
            Blind blind,
            Vault vault,
            MembersNow members,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.facts = facts;
        this.meetings = meetings;
        this.blind = blind;
        this.vault = vault;
        this.members = members;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param next how many households were looked at, null when these were all
     */
    record Some(List<Told> told, @Nullable Integer next) {}

    /**
     * @param after how many households of the file to pass over
     */
    Some of(Imports.Row file, int after) {
        var told = new ArrayList<Told>();
        var from = after;
        if (file.in() != Imports.State.WAITING) return new Some(told, null);
        for (var pages = 0;
                pages < MOST_PAGES_AT_ONCE && told.size() < MOST_TOLD_AT_ONCE;
                pages++) {
            var page = imports.page(file.importId(), 0, from - 1, PAGE);
            transaction.executeWithoutResult(all -> {
                all.setRollbackOnly();
                told.addAll(of(file, page));
            });
            if (page.size() < PAGE) return new Some(told, null);
            from = page.getLast().place() + 1;
        }
        return new Some(told, from);
    }

    private List<Told> of(Imports.Row file, List<Waiting> page) {
        var known = facts.of(page.stream().map(w -> w.intake().householdId()).toList());
        var brought =
                page.stream()
                        .map(Waiting::intake)
                        .filter(household ->
                                known.getOrDefault(household.householdId(), Map.of())
                                        .containsKey("application"))
                        .toList();
        var held = held(file, brought);
        var told = new ArrayList<Told>();
        for (var household : brought) {
            var id = household.householdId();
            var entering = Entering.nothing(blind, id, known.getOrDefault(id, Map.of()));
            var entry =
                    new HouseholdEntry(
                            entering,
                            facts,
                            blind,
                            file,
                            household,
                            Shanghai.dateOf(clock.instant()),
                            vault::personOf,
                            members::of);
            entry.applyAndSurvey();
            var meeting = held.get(id);
            if (meeting != null
                    && entering.known.containsKey("registration")
                    && entering.told.stream().noneMatch(Told::mayBeOfAnother)) {
                entry.register(meeting);
            }
            told.addAll(entering.told);
        }
        return told;
    }

    private Map<String, Meetings.Meeting> held(Imports.Row file, List<Intake> brought) {
        var byCourse = new HashMap<String, List<String>>();
        for (var household : brought) {
            var course = household.course();
            if (course == null) continue;
            byCourse.computeIfAbsent(course, _ -> new ArrayList<>()).add(household.householdId());
        }
        var held = new HashMap<String, Meetings.Meeting>();
        if (byCourse.isEmpty()) return held;
        var courses = imports.courses(file.importId());
        byCourse.forEach((key, households) -> {
            var course = courses.get(key);
            if (course != null) held.putAll(meetings.held(course, households));
        });
        return held;
    }
}
