package cn.fupin.reporting.figure;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the register worked out by going through the events one by one: slow and plain.
 */
final class PlainFold {
    private static final Set<String> IN = Set.of("HouseholdRegistered", "HouseholdRelapsed");
    private static final Set<String> STEPS =
            Set.of(
                    "HouseholdApplied",
                    "HouseholdRecorded",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdRemoved",
                    "HouseholdExited",
                    "HouseholdDissolved");
    private static final Set<String> WATCHES =
            Set.of(
                    "MonitoringConfirmed",
                    "RiskEliminated",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdDissolved");

    private final LocalDate effective;
    private final Map<String, List<Message>> households = new HashMap<>();
    private final Map<String, String> follows = new HashMap<>();

    PlainFold(List<Message> messages, AsOf asOf, Divisions divisions) {
        effective = asOf.effective();
        for (var m : messages) {
            if (m.position() > asOf.household()) continue;
            if (m.type().equals("RegionSuperseded")) {
                var happened = divisions == Divisions.TODAY || !day(m).isAfter(effective);
                for (var code : m.json().get("successors")) {
                    if (happened) follows.put(m.region(), code.asString());
                }
            } else if (!day(m).isAfter(effective)) {
                households.computeIfAbsent(m.streamId(), _ -> new ArrayList<>()).add(m);
            }
        }
        for (var life : households.values()) {
            life.sort(Comparator.comparing(PlainFold::day).thenComparing(Message::sequence));
        }
    }

    Map<String, Long> figures(Region region) {
        var figures = new TreeMap<String, Long>();
        for (var figure : Figures.all()) {
            if (figure.kind() == Figure.Kind.HOUSEHOLD && figure.ratio() == null) {
                figures.put(figure.id(), 0L);
            }
        }
        for (var life : households.values()) {
            var code = life.getFirst().region();
            if (region.holds(follows.getOrDefault(code, code))) count(life, figures);
        }
        return figures;
    }

    private void count(List<Message> life, Map<String, Long> figures) {
        var step = last(life, STEPS);
        if (step != null && IN.contains(step.type())) {
            both("registered", persons(life, effective), figures);
        }
        if (step != null && (IN.contains(step.type()) || step.type().equals("HouseholdExited"))) {
            both("on-file", persons(life, effective), figures);
            both("cause-classified", persons(life, effective), figures);
            var helper = last(life, Set.of("HelperAssigned"));
            if (helper != null && helper.json().path("helperKind").asString("").equals("LEADER")) {
                add("leader-contact-households", 1, figures);
            }
        }
        var watch = last(life, WATCHES);
        if (watch != null && watch.type().equals("MonitoringConfirmed")) {
            both("monitored", persons(life, effective), figures);
        }
        if (last(life, Set.of("RiskEliminated")) != null) {
            add("households-risk-eliminated", 1, figures);
        }
        acts(life, figures);
        moves(life, figures);
    }

    private static void acts(List<Message> life, Map<String, Long> figures) {
        if (last(life, Set.of("PlanAdopted")) != null) add("households-with-plan", 1, figures);
        latest("exit-planned", last(life, Set.of("ExitPlanned")), life, figures);
        latest("reverified", last(life, Set.of("HouseholdReverified")), life, figures);
        var measures = new HashMap<String, Message>();
        for (var m : life) {
            if (m.type().equals("HouseholdVisited")) add("visits", 1, figures);
            if (m.type().equals("MeasureAssigned")) {
                measures.put(m.json().get("measure").asString(), m);
            }
        }
        latest("measure-industry", measures.get("INDUSTRY"), life, figures);
        latest("measure-relocation", measures.get("RELOCATION"), life, figures);
        latest("measure-medical", measures.get("MEDICAL"), life, figures);
    }

    private static void moves(List<Message> life, Map<String, Long> figures) {
        var registered = false;
        var identified = new HashSet<String>();
        Message before = null;
        var thatMorning = false;
        for (var m : life) {
            if (before == null || !day(m).equals(day(before))) thatMorning = registered;
            before = m;
            switch (m.type()) {
                case "MemberJoined" -> add("persons-joined", thatMorning ? 1 : 0, figures);
                case "MemberLeft" -> add("persons-left", thatMorning ? 1 : 0, figures);
                case "HouseholdRegistered" -> {
                    if (identified.add(m.streamId())) {
                        both("identified", persons(life, day(m)), figures);
                    }
                }
                case "HouseholdRemoved" -> both("removed", persons(life, day(m)), figures);
                case "HouseholdExited" -> both("exited", persons(life, day(m)), figures);
                case "HouseholdRelapsed" -> both("relapsed", persons(life, day(m)), figures);
                case "HouseholdDissolved" -> {
                    if (registered) both("dissolved", persons(life, day(m)), figures);
                }
                default -> {}
            }
            if (STEPS.contains(m.type())) registered = IN.contains(m.type());
        }
    }

    private static long persons(List<Message> life, LocalDate on) {
        var persons = new HashSet<String>();
        for (var m : life) {
            if (day(m).isAfter(on)) continue;
            m.json()
                    .path("members")
                    .forEach(member -> persons.add(member.get("personId").asString()));
            if (m.type().equals("MemberJoined")) {
                persons.add(m.json().get("member").get("personId").asString());
            }
            if (m.type().equals("MemberLeft")) persons.remove(m.json().get("personId").asString());
        }
        return persons.size();
    }

    private static @Nullable Message last(List<Message> life, Set<String> types) {
        Message last = null;
        for (var m : life) {
            if (types.contains(m.type())) last = m;
        }
        return last;
    }

    private static void latest(
            String id, @Nullable Message act, List<Message> life, Map<String, Long> figures) {
        if (act != null) both(id, persons(life, day(act)), figures);
    }

    private static void both(String id, long persons, Map<String, Long> figures) {
        add("households-" + id, 1, figures);
        add("persons-" + id, persons, figures);
    }

    private static void add(String id, long value, Map<String, Long> figures) {
        figures.merge(id, value, Long::sum);
    }

    private static LocalDate day(Message message) {
        return LocalDate.parse(message.json().get("occurredOn").asString());
    }
}
