package cn.fupin.reporting.figure;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The figures of the register worked out by going through the events one by one: slow and plain.
 */
final class PlainFold {
    private static final Set<String> IN =
            Set.of("HouseholdRegistered", "HouseholdRelapsed", "HouseholdResumed", "ExitRevoked");
    private static final Set<String> STEPS =
            Set.of(
                    "HouseholdApplied",
                    "HouseholdRecorded",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdRemoved",
                    "HouseholdExited",
                    "ExitRevoked",
                    "HouseholdSuspended",
                    "HouseholdResumed",
                    "HouseholdMerged",
                    "HouseholdSplitOff",
                    "HouseholdDissolved");
    private static final Set<String> PLAN_ENDS =
            Set.of(
                    "ExitPlanDropped",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdExited",
                    "HouseholdRemoved",
                    "HouseholdMerged",
                    "HouseholdDissolved");
    private static final Set<String> IDENTITIES =
            Set.of("MemberIdentified", "MemberNumberCorrected");
    private static final Set<String> WATCHES =
            Set.of(
                    "MonitoringConfirmed",
                    "RiskEliminated",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdRemoved",
                    "ExitRevoked",
                    "HouseholdMerged",
                    "HouseholdDissolved");

    private static final Set<String> WRONG_ENTRIES =
            Set.of("VisitTakenBack", "PlanTakenBack", "MeasureTakenBack");

    private static final Set<String> COMES_TO_LIGHT =
            Set.of("HouseholdRemoved", "HouseholdDissolved");

    // What may be entered before it is known that the household had ended by then.
    private static final Set<String> DONE =
            Set.of(
                    "HelperAssigned",
                    "MeasureAssigned",
                    "PlanAdopted",
                    "ExitPlanned",
                    "ExitPlanDropped",
                    "HouseholdReverified",
                    "HouseholdVisited");

    private final LocalDate effective;
    private final Map<String, List<Message>> households = new HashMap<>();
    // Also those after the day: where it lay before them.
    private final Map<String, List<Message>> moves = new HashMap<>();
    private final Map<String, String> follows = new HashMap<>();
    // Who was without a number or under a wrong one, and who it is by the number: of all days.
    private final Map<String, String> identifiedAs = new HashMap<>();
    // Grant and person of what was entered wrongly: of all days.
    private final Set<String> takenBack = new HashSet<>();
    // What was entered wrongly as a whole: of all days.
    private final Set<String> wrong = new HashSet<>();
    // On which day who came or went did, as corrected last.
    private final Map<String, LocalDate> corrected = new HashMap<>();

    PlainFold(List<Message> messages, AsOf asOf, Divisions divisions) {
        effective = asOf.effective();
        for (var m : messages) {
            if (m.position() > asOf.household() || !m.type().equals("MemberDayCorrected")) continue;
            corrected.put(
                    m.json().get("correctsEventId").asString(),
                    LocalDate.parse(m.json().get("rightDay").asString()));
        }
        for (var m : messages) {
            if (m.position() > asOf.household() || m.type().equals("MemberDayCorrected")) continue;
            if (IDENTITIES.contains(m.type())) {
                identifiedAs.put(
                        m.json().get("personId").asString(),
                        m.json().get("identifiedAs").asString());
            }
            if (m.type().equals("PolicyTakenBack")) {
                for (var id : m.json().path("recipients")) {
                    takenBack.add(m.json().get("correctsEventId").asString() + id.asString());
                }
            }
            if (WRONG_ENTRIES.contains(m.type())) {
                wrong.add(m.json().get("correctsEventId").asString());
            }
            if (m.type().equals("RegionSuperseded")) {
                var happened = divisions == Divisions.TODAY || !day(m).isAfter(effective);
                for (var code : m.json().get("successors")) {
                    if (happened) follows.put(m.region(), code.asString());
                }
                continue;
            }
            if (m.type().equals("HouseholdMoved")) {
                moves.computeIfAbsent(m.streamId(), _ -> new ArrayList<>()).add(m);
            }
            if (!day(m).isAfter(effective)) {
                households.computeIfAbsent(m.streamId(), _ -> new ArrayList<>()).add(m);
            }
        }
        for (var life : households.values()) {
            life.removeIf(m -> wrong.contains(m.id()));
            life.sort(Comparator.comparing(this::day).thenComparing(Message::sequence));
            life.removeIf(m -> isTakenBack(m, List.copyOf(life)));
            life.removeIf(m -> DONE.contains(m.type()) && isOver(List.copyOf(life), day(m)));
        }
        for (var all : moves.values()) {
            all.sort(Comparator.comparing(this::day).thenComparing(Message::sequence));
        }
    }

    /** An end that was taken back by the day is none. */
    private static boolean isTakenBack(Message end, List<Message> life) {
        return COMES_TO_LIGHT.contains(end.type())
                && life.stream()
                        .anyMatch(m ->
                                m.type().equals("EndRevoked") && m.sequence() > end.sequence());
    }

    private boolean isOver(List<Message> life, LocalDate on) {
        return life.stream()
                .anyMatch(m -> COMES_TO_LIGHT.contains(m.type()) && day(m).isBefore(on));
    }

    Map<String, Long> figures(Region region) {
        var figures = new TreeMap<String, Long>();
        for (var figure : Figures.all()) {
            if (figure.kind() == Figure.Kind.HOUSEHOLD && figure.ratio() == null) {
                figures.put(figure.id(), 0L);
            }
        }
        for (var life : households.values()) count(life, region, figures);
        return figures;
    }

    private boolean lies(String code, Region region) {
        return region.holds(follows.getOrDefault(code, code));
    }

    /** Whether what it says happened there. */
    private boolean lies(Message m, Region region) {
        return lies(region(m), region);
    }

    private void count(List<Message> life, Region region, Map<String, Long> figures) {
        var moved = last(life, Set.of("HouseholdMoved"));
        // what is dated before the opening was recorded after it, wherever the household lay by
        // then
        var opened = Collections.min(life, Comparator.comparing(Message::sequence));
        if (lies((moved == null ? opened : moved).region(), region)) {
            standing(life, figures);
            supported(life, figures);
        }
        acts(life, region, figures);
        moves(life, region, figures);
    }

    private void standing(List<Message> life, Map<String, Long> figures) {
        var step = last(life, STEPS);
        if (step != null && isIn(step)) both("registered", persons(life, effective), figures);
        if (step != null && step.type().equals("HouseholdSuspended")) {
            both("suspended", persons(life, effective), figures);
        }
        if (step != null && (isIn(step) || step.type().equals("HouseholdExited"))) {
            both("on-file", persons(life, effective), figures);
            both("cause-classified", persons(life, effective), figures);
            // who helped it was relieved when it ended
            var helper = last(life, Set.of("HelperAssigned", "EndRevoked"));
            if (helper != null && helper.json().path("helperKind").asString("").equals("LEADER")) {
                add("leader-contact-households", 1, figures);
            }
        }
        var watch = last(life, WATCHES);
        if (watch != null && watch.type().equals("MonitoringConfirmed")) {
            both("monitored", persons(life, effective), figures);
        }
    }

    private static boolean isIn(Message step) {
        return IN.contains(step.type())
                || (step.type().equals("HouseholdSplitOff")
                        && step.json().get("standing").asString().equals("REGISTERED"));
    }

    private void acts(List<Message> life, Region region, Map<String, Long> figures) {
        var eliminated = last(life, Set.of("RiskEliminated"));
        if (eliminated != null && lies(eliminated, region)) {
            add("households-risk-eliminated", 1, figures);
        }
        var plan = last(life, Set.of("PlanAdopted"));
        if (plan != null && lies(plan, region)) add("households-with-plan", 1, figures);
        latest("exit-planned", planned(life), life, region, figures);
        latest("reverified", last(life, Set.of("HouseholdReverified")), life, region, figures);
        var measures = new HashMap<String, Message>();
        for (var m : life) {
            if (m.type().equals("HouseholdVisited")
                    && !m.json().has("channel")
                    && lies(m, region)) {
                add("visits", 1, figures);
            }
            if (m.type().equals("MeasureAssigned")) {
                measures.put(m.json().get("measure").asString(), m);
            }
        }
        latest("measure-industry", measures.get("INDUSTRY"), life, region, figures);
        latest("measure-relocation", measures.get("RELOCATION"), life, region, figures);
        latest("measure-medical", measures.get("MEDICAL"), life, region, figures);
    }

    /** Who has what, by the way of it; of a household that has ended nothing lasts. */
    private void supported(List<Message> life, Map<String, Long> figures) {
        var had = new HashMap<String, Map<String, String>>();
        var applied = new HashSet<String>();
        for (var m : life) {
            var policy = m.json().path("policy").asString("");
            var details = m.json().path("details");
            var way = details.path("work").asString("") + details.path("placement").asString("");
            for (var id : m.json().path("recipients")) {
                var who = person(id.asString());
                var key = who + "|" + occasion(details);
                switch (m.type()) {
                    case "PolicyAppliedFor" -> {
                        if (policy.equals("RAIN_AND_DEW")) applied.add(who);
                    }
                    case "PolicyGranted" -> {
                        if (takenBack.contains(m.id() + id.asString())) continue;
                        had.computeIfAbsent(policy, _ -> new HashMap<>()).put(key, way);
                    }
                    case "PolicyEnded" -> had.getOrDefault(policy, new HashMap<>()).remove(key);
                    default -> {}
                }
            }
        }
        if (last(life, ENDS) != null) LASTING.forEach(had::remove);
        supported("applied-rain-and-dew", applied, figures);
        had.forEach((policy, keys) -> {
            var id = "policy-" + policy.toLowerCase(Locale.ROOT).replace('_', '-');
            supported(id, whose(keys.keySet()), figures);
            for (var way : new HashSet<>(keys.values())) {
                if (way.isEmpty()) continue;
                var those = new HashSet<>(keys.keySet());
                those.removeIf(key -> !way.equals(keys.get(key)));
                supported(id + "-" + way.toLowerCase(Locale.ROOT), whose(those), figures);
            }
        });
    }

    private static final Set<String> ENDS =
            Set.of("HouseholdRemoved", "HouseholdMerged", "HouseholdDissolved");

    private static final Set<String> LASTING =
            Set.of(
                    "EMPLOYMENT",
                    "SUBSISTENCE_ALLOWANCE",
                    "TWO_EXEMPTIONS_THREE_SUBSIDIES",
                    "OTHER");

    private static String occasion(JsonNode details) {
        return details.path("schoolYear").asString("")
                + details.path("course").asString("")
                + details.path("name").asString("");
    }

    private static Set<String> whose(Set<String> keys) {
        return keys.stream()
                .map(key -> key.substring(0, key.indexOf('|')))
                .collect(Collectors.toSet());
    }

    private static void supported(String id, Set<String> persons, Map<String, Long> figures) {
        if (persons.isEmpty()) return;
        add("households-" + id, 1, figures);
        add("persons-" + id, persons.size(), figures);
    }

    /** {@code books}: on the register, or suspended from it. */
    private void moves(List<Message> life, Region region, Map<String, Long> figures) {
        var books = false;
        var identified = new HashSet<String>();
        Message before = null;
        var thatMorning = false;
        for (var m : life) {
            if (before == null || !day(m).equals(day(before))) thatMorning = books;
            before = m;
            if (m.type().equals("HouseholdMoved") && books) {
                var here = lies(m, region);
                var was = lies(cameFrom(m), region);
                if (here && !was) both("moved-in", persons(life, day(m)), figures);
                if (was && !here) both("moved-out", persons(life, day(m)), figures);
            }
            if (lies(m, region)) move(m, life, books, thatMorning, identified, figures);
            if (STEPS.contains(m.type())) {
                books = isIn(m) || m.type().equals("HouseholdSuspended") || isRevoked(m, life);
            }
        }
    }

    /** By the days of the moves, whichever was told first. */
    private String cameFrom(Message move) {
        var all = moves.getOrDefault(move.streamId(), List.of());
        var before = all.indexOf(move) - 1;
        return before < 0 ? move.json().get("fromRegion").asString() : all.get(before).region();
    }

    /** An exit after which the next step is that it is taken back. */
    private static boolean isRevoked(Message exit, List<Message> life) {
        if (!exit.type().equals("HouseholdExited")) return false;
        for (var m : life.subList(life.indexOf(exit) + 1, life.size())) {
            if (STEPS.contains(m.type())) return m.type().equals("ExitRevoked");
        }
        return false;
    }

    /** Whether the step before was an exit, its own or of the household it was part of. */
    private static boolean hadExited(Message removal, List<Message> life) {
        var before = last(life.subList(0, life.indexOf(removal)), STEPS);
        return before != null
                && (before.type().equals("HouseholdExited")
                        || (before.type().equals("HouseholdSplitOff")
                                && before.json().get("standing").asString().equals("EXITED")));
    }

    /** Where the household lay then; of who comes and goes, that morning. */
    private String region(Message m) {
        var morning = Set.of("MemberJoined", "MemberLeft", "HouseholdSplit").contains(m.type());
        String lay = null;
        for (var other : moves.getOrDefault(m.streamId(), List.of())) {
            var sameDay = day(other).equals(day(m));
            if (day(other).isAfter(day(m))
                    || sameDay && (morning || other.sequence() > m.sequence())) {
                return lay == null ? other.json().get("fromRegion").asString() : lay;
            }
            lay = other.region();
        }
        return lay == null ? m.region() : lay;
    }

    private void move(
            Message m,
            List<Message> life,
            boolean books,
            boolean thatMorning,
            Set<String> identified,
            Map<String, Long> figures) {
        switch (m.type()) {
            case "MemberJoined" -> add("persons-joined", thatMorning ? 1 : 0, figures);
            case "MemberLeft" -> add("persons-left", thatMorning ? 1 : 0, figures);
            case "HouseholdSplit" ->
                    add(
                            "persons-left",
                            thatMorning ? m.json().get("personIds").size() : 0,
                            figures);
            case "HouseholdRegistered" -> {
                if (identified.add(m.streamId()))
                    both("identified", persons(life, day(m)), figures);
            }
            case "HouseholdSplitOff" -> {
                if (isIn(m)) both("split-off", persons(life, day(m)), figures);
            }
            case "HouseholdRemoved" -> {
                if (books) both("removed", persons(life, day(m)), figures);
                if (hadExited(m, life)) {
                    both("removed-after-exit", persons(life, day(m)), figures);
                }
            }
            case "HouseholdExited" -> {
                if (!isRevoked(m, life)) both("exited", persons(life, day(m)), figures);
            }
            case "HouseholdRelapsed" -> both("relapsed", persons(life, day(m)), figures);
            case "HouseholdDissolved" -> {
                if (books) both("dissolved", persons(life, day(m)), figures);
            }
            case "HouseholdMerged" -> {
                if (books) both("merged", persons(life, day(m)), figures);
            }
            default -> {}
        }
    }

    private long persons(List<Message> life, LocalDate on) {
        var persons = new HashSet<String>();
        for (var m : life) {
            if (day(m).isAfter(on)) continue;
            m.json().path("members").forEach(member -> persons.add(person(member)));
            switch (m.type()) {
                case "MemberJoined" -> persons.add(person(m.json().get("member")));
                case "MemberLeft" -> persons.remove(person(m.json()));
                default -> {}
            }
            m.json().path("personIds").forEach(id -> persons.remove(person(id.asString())));
        }
        return persons.size();
    }

    private String person(JsonNode named) {
        return person(named.get("personId").asString());
    }

    private String person(String id) {
        var now = id;
        for (var next = identifiedAs.get(now); next != null; next = identifiedAs.get(now)) {
            now = next;
        }
        return now;
    }

    /** Until it is dropped, or something came of it. */
    private static @Nullable Message planned(List<Message> life) {
        Message plan = null;
        for (var m : life) {
            if (m.type().equals("ExitPlanned")) plan = m;
            if (PLAN_ENDS.contains(m.type())) plan = null;
        }
        return plan;
    }

    private static @Nullable Message last(List<Message> life, Set<String> types) {
        Message last = null;
        for (var m : life) {
            if (types.contains(m.type())) last = m;
        }
        return last;
    }

    private void latest(
            String id,
            @Nullable Message act,
            List<Message> life,
            Region region,
            Map<String, Long> figures) {
        if (act != null && lies(act, region)) both(id, persons(life, day(act)), figures);
    }

    private static void both(String id, long persons, Map<String, Long> figures) {
        add("households-" + id, 1, figures);
        add("persons-" + id, persons, figures);
    }

    private static void add(String id, long value, Map<String, Long> figures) {
        figures.merge(id, value, Long::sum);
    }

    private LocalDate day(Message message) {
        var said = LocalDate.parse(message.json().get("occurredOn").asString());
        return corrected.getOrDefault(message.id(), said);
    }
}
