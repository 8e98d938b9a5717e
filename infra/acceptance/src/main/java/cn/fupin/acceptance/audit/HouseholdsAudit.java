package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Finding.Kind;
import cn.fupin.acceptance.audit.HouseholdSeen.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Each household, and each notice that hangs, as they are today: folded from the events by what
 * these mean, and from the tables as their readers do. It knows nothing of {@link FactRules}, so
 * that a rule which forgot an event is found by what the household then looks like.
 */
final class HouseholdsAudit {
    private static final String CLERK = "reporting.clerk";

    private static final Set<String> OF_A_DAY = Set.of("IN", "OUT");
    private static final Set<String> RENAMED = Set.of("MemberIdentified", "MemberNumberCorrected");
    private static final Set<String> OVER = Set.of("REMOVED", "DISSOLVED");
    private static final Set<String> CORRECTED =
            Set.of("MemberNameCorrected", "MemberNumberCorrected");

    private static final Set<String> NONE_ONCE_REVOKED =
            Set.of(FactRules.STATES, FactRules.CAUSES, "register.household_watches");

    /** After all days. */
    private static final String LAST = "9999-12-31";

    private final List<Told> told;
    private final Tables tables;
    private final Consumer<Finding> findings;

    HouseholdsAudit(List<Told> told, Tables tables, Consumer<Finding> findings) {
        this.told = told;
        this.tables = tables;
        this.findings = findings;
    }

    void run() {
        Map<String, HouseholdSeen> should = byEvents();
        Map<String, HouseholdSeen> is = byTables();
        for (String household : union(should.keySet(), is.keySet())) {
            var seen = is.getOrDefault(household, new HouseholdSeen());
            for (String word :
                    seen.differences(should.getOrDefault(household, new HouseholdSeen()))) {
                find(Kind.HOUSEHOLD_SEEN, CLERK, household, word);
            }
        }
        counts(counts(should), counts(is));
        notices(noticesByEvents(), noticesByTables());
    }

    // households

    private Map<String, HouseholdSeen> byEvents() {
        Map<String, HouseholdSeen> households = new HashMap<>();
        Map<String, Told> byId = new HashMap<>();
        Lineage ids = new Lineage();
        for (Told each : told) {
            if (RENAMED.contains(each.event().type())) {
                ids.add(
                        new Lineage.Step(
                                each.payload().path("householdId").asString(""),
                                each.payload().path("personId").asString(""),
                                each.payload().path("identifiedAs").asString(""),
                                each.position().position(),
                                each.command()));
            }
        }
        Set<String> wrong = wrongVisits();
        Set<String> revoked = revoked();
        wrong.addAll(revoked);
        Map<String, String> days = rightDays();
        for (Told each : told) {
            if (wrong.contains(each.event().id()) || revoked.contains(corrects(each))) {
                continue;
            }
            String id = each.payload().path("householdId").asString("");
            if (each.service().equals("household") && each.event().stream().equals(id)) {
                byId.put(each.event().id(), each); // what it corrects came before it
                var household = households.computeIfAbsent(id, h -> new HouseholdSeen());
                long sequence = each.event().sequence();
                household.fact(place(each, byId, days), sequence, seen -> tells(each, ids, seen));
            }
        }
        households.values().forEach(HouseholdSeen::today);
        return households;
    }

    /** That somebody came who did not. */
    private Set<String> wrongVisits() {
        Set<String> wrong = new HashSet<>();
        for (Told each : told) {
            if (each.event().type().equals("VisitTakenBack")) {
                wrong.add(corrects(each));
            }
        }
        return wrong;
    }

    /** Relapses and watches that were none. */
    private Set<String> revoked() {
        Set<String> revoked = new HashSet<>();
        for (Told each : told) {
            if (each.payload().path("revokesEventId").isString()) {
                revoked.add(each.payload().path("revokesEventId").asString(""));
            }
        }
        return revoked;
    }

    /** Of whoever came or went on another day than was said: the last word. */
    private Map<String, String> rightDays() {
        Map<String, String> days = new HashMap<>();
        for (Told each : told) {
            if (each.event().type().equals("MemberDayCorrected")) {
                days.put(corrects(each), each.payload().path("rightDay").asString(""));
            }
        }
        return days;
    }

    private static Place place(Told told, Map<String, Told> byId, Map<String, String> days) {
        Told fact = told;
        Told corrected = byId.get(corrects(fact));
        while (corrected != null && corrected.event().sequence() < fact.event().sequence()) {
            fact = corrected;
            corrected = byId.get(corrects(fact));
        }
        String said = fact.payload().path("occurredOn").asString("");
        String day = days.getOrDefault(fact.event().id(), said);
        // whoever is called otherwise is so on all days
        boolean always = CORRECTED.contains(fact.event().type());
        return new Place(always ? LAST : day, fact.event().sequence());
    }

    private static String corrects(Told told) {
        return told.payload().path("correctsEventId").asString("");
    }

    private static void tells(Told told, Lineage ids, HouseholdSeen seen) {
        JsonNode payload = told.payload();
        switch (told.event().type()) {
            case "HouseholdApplied" -> opens("APPLIED", told, ids, seen);
            case "HouseholdRecorded" -> opens("RECORDED", told, ids, seen);
            case "HouseholdSplitOff" -> opens(FactRules.standing(told), told, ids, seen);
            case "HouseholdRegistered" -> enters("REGISTERED", "mainCause", payload, seen);
            case "HouseholdRelapsed" -> enters("RELAPSED", "cause", payload, seen);
            case "HouseholdOnFileApplied" -> seen.state = "APPLIED";
            case "HouseholdBackOnFile" -> seen.state = "RECORDED";
            case "HouseholdRejected" -> seen.state = "REJECTED";
            case "HouseholdWithdrew" -> seen.state = "WITHDRAWN";
            case "HouseholdSuspended" -> seen.state = "SUSPENDED";
            case "HouseholdResumed" -> seen.state = "RESUMED";
            case "HouseholdRemoved" -> isOver("REMOVED", seen);
            case "EndRevoked" -> seen.standsAgain();
            case "HouseholdExited" -> seen.state = "EXITED";
            case "ExitRevoked" -> ends("EXIT_REVOKED", seen); // what watched it as exited ends
            case "HouseholdDissolved" -> isOver("DISSOLVED", seen);
            case "HouseholdMerged" -> ends("MERGED", seen);
            case "HouseholdMoved" -> seen.moves(payload.path("region").asString(""));
            case "CausesCorrected", "HouseholdReclassified" ->
                    seen.cause = Text.of(payload.path("mainCause"));
            case "HelperAssigned" -> seen.helper = Text.of(payload.path("helperId"));
            case "HelperReleased", "MonitoringHelperReleased" -> seen.helper = null;
            case "HouseholdVisited" -> seen.lastVisit = Text.of(payload.path("occurredOn"));
            case "MonitoringConfirmed" -> seen.watched = true;
            case "RiskEliminated" -> seen.watched = false;
            default -> members(told, ids, seen);
        }
    }

    private static void members(Told told, Lineage ids, HouseholdSeen seen) {
        JsonNode payload = told.payload();
        JsonNode member = payload.path("member");
        String id = today(member.path("personId"), told, ids);
        String name = member.path("maskedName").asString("");
        long sequence = told.event().sequence();
        switch (told.event().type()) {
            case "MemberJoined" -> {
                seen.count++;
                seen.comes(id, name, sequence);
            }
            case "MemberLeft" -> {
                seen.count--;
                seen.goes(today(payload.path("personId"), told, ids));
                head(payload.path("newHead"), told, ids, seen);
            }
            case "HouseholdSplit" -> {
                for (JsonNode person : payload.path("personIds")) {
                    seen.count--;
                    seen.goes(today(person, told, ids));
                }
                head(payload.path("newHead"), told, ids, seen);
            }
            case "HeadChanged" -> head(payload.path("head"), told, ids, seen);
            case "MemberIdentified", "MemberNameCorrected", "MemberNumberCorrected" ->
                    seen.isCalled(id, name, sequence);
            default -> {} // changes nothing that is seen at a glance
        }
    }

    private static String today(JsonNode person, Told told, Lineage ids) {
        return ids.today(told.event().stream(), person.asString(""), told.position().position());
    }

    private static void opens(String state, Told told, Lineage ids, HouseholdSeen seen) {
        seen.state = state;
        seen.village = told.payload().path("region").asString("");
        seen.cause = Text.of(told.payload().path("mainCause"));
        head(told.payload().path("head"), told, ids, seen);
        for (JsonNode member : told.payload().path("members")) {
            seen.comes(
                    today(member.path("personId"), told, ids),
                    member.path("maskedName").asString(""),
                    told.event().sequence());
        }
        seen.count += told.payload().path("members").size();
    }

    private static void head(JsonNode person, Told told, Lineage ids, HouseholdSeen seen) {
        if (person.isString()) {
            seen.head = today(person, told, ids);
        }
    }

    private static void enters(String state, String cause, JsonNode payload, HouseholdSeen seen) {
        seen.state = state;
        seen.cause = Text.of(payload.path(cause));
        seen.watched = false;
    }

    private static void isOver(String state, HouseholdSeen seen) {
        seen.remember();
        ends(state, seen);
    }

    private static void ends(String state, HouseholdSeen seen) {
        seen.state = state;
        seen.watched = false;
    }

    private Map<String, HouseholdSeen> byTables() {
        Map<String, HouseholdSeen> households = new HashMap<>();
        Lineage ids = new Lineage();
        for (Row row : rows(FactRules.SAME_PERSONS)) {
            ids.add(
                    new Lineage.Step(
                            text(row, "household_id"),
                            text(row, "person_id"),
                            text(row, "same_as"),
                            number(text(row, "position")),
                            text(row, "command_id")));
        }
        each(
                FactRules.STATES,
                households,
                (row, seen) -> {
                    if (OVER.contains(text(row, "state"))) seen.remember();
                    seen.state = row.get("state");
                    if ("true".equals(row.get("opening"))) {
                        seen.village = row.get("region");
                    }
                });
        each("register.ends_revoked", households, (_, seen) -> seen.standsAgain());
        each(FactRules.MOVES, households, (row, seen) -> seen.moves(text(row, "region")));
        each(
                FactRules.CHANGES,
                households,
                (row, seen) -> seen.count += number(text(row, "change")));
        each(FactRules.HEADS, households, (row, seen) -> seen.head = today(row, ids));
        each(FactRules.CAUSES, households, (row, seen) -> seen.cause = row.get("main_cause"));
        each(FactRules.HELPERS, households, (row, seen) -> seen.helper = row.get("helper_id"));
        each(
                "register.household_watches",
                households,
                (row, seen) -> seen.watched = "CONFIRMED".equals(row.get("step")));
        Set<String> wrong = new HashSet<>();
        rows(FactRules.TAKEN_BACK).forEach(row -> wrong.add(text(row, "corrects_event_id")));
        each(
                "register.household_acts",
                households,
                (row, seen) -> {
                    if ("VISIT".equals(row.get("what")) && !wrong.contains(text(row, "event_id"))) {
                        seen.lastVisit = row.get("effective_on");
                    }
                });
        Set<String> replaced = replaced(rows(ClerkRules.PERSONS));
        each(
                ClerkRules.PERSONS,
                households,
                (row, seen) -> {
                    if (replaced.contains(text(row, "event_id"))) {
                        return;
                    }
                    String name = text(row, "masked_name");
                    switch (text(row, "step")) {
                        case "IN" -> seen.comes(today(row, ids), name, sequence(row));
                        case "OUT" -> seen.goes(today(row, ids));
                        default -> seen.isCalled(today(row, ids), name, sequence(row));
                    }
                });
        households.values().forEach(HouseholdSeen::today);
        return households;
    }

    private static String today(Row row, Lineage ids) {
        return ids.today(
                text(row, "household_id"), text(row, "person_id"), number(text(row, "position")));
    }

    private void each(
            String table,
            Map<String, HouseholdSeen> households,
            BiConsumer<Row, HouseholdSeen> tells) {
        Map<String, Row> byEvent = new HashMap<>();
        rows(table).forEach(row -> byEvent.put(text(row, "event_id"), row));
        Set<String> revoked = new HashSet<>();
        rows("register.steps_revoked").forEach(row -> revoked.add(text(row, "revokes_event_id")));
        for (Row row : rows(table)) {
            if (NONE_ONCE_REVOKED.contains(table)
                    && (revoked.contains(text(row, "event_id"))
                            || revoked.contains(text(row, "corrects_event_id")))) {
                continue;
            }
            households
                    .computeIfAbsent(text(row, "household_id"), h -> new HouseholdSeen())
                    .fact(place(row, byEvent), sequence(row), seen -> tells.accept(row, seen));
        }
    }

    /** Comings and goings of which another day was said later. */
    private static Set<String> replaced(List<Row> persons) {
        Set<String> replaced = new HashSet<>();
        Map<String, Row> last = new HashMap<>();
        for (Row row : persons) {
            String corrected = row.get("corrects_event_id");
            if (corrected == null) {
                continue;
            }
            replaced.add(corrected);
            Row other = last.get(corrected);
            boolean later = other == null || sequence(other) < sequence(row);
            Row before = later ? last.put(corrected, row) : row;
            if (before != null) replaced.add(text(before, "event_id"));
        }
        return replaced;
    }

    private static Place place(Row row, Map<String, Row> byEvent) {
        // a coming or a going has the day of its last word
        if (OF_A_DAY.contains(text(row, "step"))) {
            return new Place(text(row, "effective_on"), sequence(row));
        }
        Row fact = row;
        Row corrected = byEvent.get(text(fact, "corrects_event_id"));
        while (corrected != null && sequence(corrected) < sequence(fact)) {
            fact = corrected;
            corrected = byEvent.get(text(fact, "corrects_event_id"));
        }
        boolean always = "CORRECTED".equals(fact.get("step"));
        return new Place(always ? LAST : text(fact, "effective_on"), sequence(fact));
    }

    // households and persons by village and state

    private static Map<String, Long> counts(Map<String, HouseholdSeen> households) {
        Map<String, Long> counts = new TreeMap<>();
        for (HouseholdSeen seen : households.values()) {
            String place = seen.village + " " + seen.state;
            counts.merge(place + " households", 1L, Long::sum);
            counts.merge(place + " persons", seen.count, Long::sum);
        }
        return counts;
    }

    private void counts(Map<String, Long> should, Map<String, Long> is) {
        for (String place : union(should.keySet(), is.keySet())) {
            long events = should.getOrDefault(place, 0L);
            long rows = is.getOrDefault(place, 0L);
            if (events != rows) {
                String detail = "%d by the tables, %d by the events".formatted(rows, events);
                find(Kind.REGISTER_COUNT, "reporting." + FactRules.STATES, place, detail);
            }
        }
    }

    // notices that hang

    /** Of each what it is and for how long, and how many objections to it are not settled yet. */
    private Map<String, String> noticesByEvents() {
        Map<String, String> hanging = new TreeMap<>();
        Map<String, Long> open = new HashMap<>();
        for (Told each : told) {
            JsonNode payload = each.payload();
            String id = payload.path("noticeId").asString("");
            switch (each.service() + " " + each.event().type()) {
                case "household NoticePosted" ->
                        hanging.put(
                                id,
                                notice(
                                        Text.of(payload.path("kind")),
                                        Text.of(payload.path("region")),
                                        Text.of(payload.path("occurredOn")),
                                        Text.of(payload.path("lastDays"))));
                case "household NoticeClosed", "household NoticeWithdrawn" -> hanging.remove(id);
                case "household ObjectionRaised" -> open.merge(id, 1L, Long::sum);
                case "household ObjectionSettled" -> open.merge(id, -1L, Long::sum);
                case "household VillageNoticePosted" -> {
                    open.remove(ofVillage(each)); // of the one before
                    hanging.put(
                            ofVillage(each),
                            notice(
                                    Text.of(payload.path("step")),
                                    Text.of(payload.path("region")),
                                    Text.of(payload.path("occurredOn")),
                                    Text.of(payload.path("lastDays"))));
                }
                case "household VillageNoticeClosed", "household VillageNoticeWithdrawn" ->
                        hanging.remove(ofVillage(each));
                case "household VillageObjectionRaised" ->
                        open.merge(ofVillage(each), 1L, Long::sum);
                case "household VillageObjectionSettled" ->
                        open.merge(ofVillage(each), -1L, Long::sum);
                default -> {} // of no notice
            }
        }
        hanging.replaceAll((id, notice) -> notice + " open " + open.getOrDefault(id, 0L));
        return hanging;
    }

    /** A village has one notice of a step at a time. */
    private static String ofVillage(Told told) {
        return told.event().stream() + " " + told.payload().path("step").asString("");
    }

    private Map<String, String> noticesByTables() {
        Map<String, String> hanging = new TreeMap<>();
        for (Row row : rows(ClerkRules.NOTICES)) {
            hanging.put(
                    text(row, "notice_id"),
                    notice(
                            row.get("kind"),
                            row.get("region"),
                            row.get("effective_on"),
                            row.get("last_days")));
        }
        Map<String, Long> open = new HashMap<>();
        for (Row row : rows(ClerkRules.NOTICE_STEPS)) {
            String id = text(row, "notice_id");
            switch (text(row, "step")) {
                case "OBJECTION" -> open.merge(id, 1L, Long::sum);
                case "SETTLED", "UPHELD" -> open.merge(id, -1L, Long::sum);
                default -> hanging.remove(id);
            }
        }
        villageNoticesByTables(hanging, open);
        hanging.replaceAll((id, notice) -> notice + " open " + open.getOrDefault(id, 0L));
        return hanging;
    }

    private void villageNoticesByTables(Map<String, String> hanging, Map<String, Long> open) {
        List<Row> inOrder =
                rows(ClerkRules.VILLAGE_NOTICES).stream()
                        .sorted(Comparator.comparingLong(HouseholdsAudit::sequence))
                        .toList();
        for (Row row : inOrder) {
            String id = text(row, "stream_id") + " " + text(row, "about");
            switch (text(row, "step")) {
                case "POSTED" -> {
                    open.remove(id);
                    hanging.put(
                            id,
                            notice(
                                    row.get("about"),
                                    row.get("region"),
                                    row.get("effective_on"),
                                    row.get("last_days")));
                }
                case "OBJECTION" -> open.merge(id, 1L, Long::sum);
                case "SETTLED", "UPHELD" -> open.merge(id, -1L, Long::sum);
                default -> hanging.remove(id);
            }
        }
    }

    private static String notice(
            @Nullable String kind,
            @Nullable String region,
            @Nullable String posted,
            @Nullable String days) {
        return "%s %s from %s for %s days".formatted(kind, region, posted, days);
    }

    private void notices(Map<String, String> should, Map<String, String> is) {
        for (String id : union(should.keySet(), is.keySet())) {
            String events = should.getOrDefault(id, "does not hang");
            String rows = is.getOrDefault(id, "does not hang");
            if (!events.equals(rows)) {
                String detail = "%s by the tables, %s by the events".formatted(rows, events);
                find(Kind.HOUSEHOLD_SEEN, CLERK, id, detail);
            }
        }
    }

    private List<Row> rows(String table) {
        return tables.rows().getOrDefault(table, List.of());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static String text(Row row, String column) {
        return String.valueOf(row.get(column));
    }

    private static long sequence(Row row) {
        return number(text(row, "sequence"));
    }

    private static long number(String digits) {
        return digits.matches("-?\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private void find(Kind kind, String place, String subject, String detail) {
        findings.accept(new Finding(kind, place, subject, detail));
    }
}
