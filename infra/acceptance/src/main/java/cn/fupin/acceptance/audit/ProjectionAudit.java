package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reporting's tables, row for row, beside the auditor's own fold of all events. */
final class ProjectionAudit {
    /** What tells the rows of a table apart, where it is more than the event. */
    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "timeline.recorded_positions", List.of("source", "position"),
                    "history.life_households", List.of("event_id", "household_id"));

    private static final List<String> OF_EVERY_FACT =
            List.of("stream_id", "sequence", "position", "recorded_at", "effective_on");

    private final List<Told> told;
    private final Tables tables;
    private final Consumer<Finding> findings;
    private final Consumer<String> unjudged;

    /**
     * @param unjudged is told of each table and type that has rows and no rule
     */
    ProjectionAudit(
            List<Told> told, Tables tables, Consumer<Finding> findings, Consumer<String> unjudged) {
        this.told = told;
        this.tables = tables;
        this.findings = findings;
        this.unjudged = unjudged;
    }

    void run() {
        Map<String, Told> byId = new HashMap<>();
        told.forEach(t -> byId.put(t.event().id(), t));
        Map<String, Map<List<@Nullable String>, ExpectedRow>> expected = expected();
        for (String table : new TreeSet<>(FactRules.tables())) {
            compare(
                    table,
                    expected.getOrDefault(table, Map.of()),
                    tables.rows().getOrDefault(table, List.of()),
                    byId);
        }
        tables.rows().keySet().stream()
                .filter(table -> !FactRules.tables().contains(table))
                .forEach(table -> generic(table, byId));
        register();
    }

    private Map<String, Map<List<@Nullable String>, ExpectedRow>> expected() {
        Map<String, Map<List<@Nullable String>, ExpectedRow>> expected = new HashMap<>();
        for (Told each : told) {
            for (FactRules.Rule rule : FactRules.ALL) {
                if (rule.judges(each)) {
                    List<ExpectedRow> rows = new ArrayList<>();
                    rule.rows()
                            .accept(
                                    each,
                                    () -> {
                                        rows.add(new ExpectedRow(each));
                                        return rows.getLast();
                                    });
                    var table = expected.computeIfAbsent(rule.table(), t -> new LinkedHashMap<>());
                    rows.forEach(row -> table.put(key(rule.table(), row.columns), row));
                }
            }
        }
        return expected;
    }

    private void compare(
            String table,
            Map<List<@Nullable String>, ExpectedRow> expected,
            List<Row> rows,
            Map<String, Told> byId) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        for (Row row : rows) {
            List<@Nullable String> key = key(table, row.columns());
            if (!seen.add(key)) {
                find(Kind.ROW_EXTRA, table, key.toString(), "twice");
                continue;
            }
            ExpectedRow should = expected.get(key);
            if (should == null) {
                unexpected(table, key, row, byId);
                continue;
            }
            should.columns.forEach((column, value) -> {
                if (!Objects.equals(value, row.get(column))) {
                    String detail =
                            "%s is %s, by the event %s".formatted(column, row.get(column), value);
                    find(Kind.ROW_ALTERED, table, subject(should.told), detail);
                }
            });
        }
        expected.forEach((key, should) -> {
            if (!seen.contains(key)) {
                find(Kind.ROW_MISSING, table, subject(should.told), key.toString());
            }
        });
    }

    /**
     * A row of an event type that has no rule is at least of an event, and says of it what is so.
     */
    private void unexpected(
            String table, List<@Nullable String> key, Row row, Map<String, Told> byId) {
        String id = row.get("event_id");
        Told source = id == null ? null : byId.get(id);
        if (source == null || judged(table, source)) {
            find(Kind.ROW_EXTRA, table, key.toString(), "no event says so");
            return;
        }
        unjudged.accept(table + " ← " + source.event().type());
        ofItsEvent(table, row, source);
    }

    private static boolean judged(String table, Told source) {
        return FactRules.ALL.stream()
                .anyMatch(rule -> rule.table().equals(table) && rule.judges(source));
    }

    private void generic(String table, Map<String, Told> byId) {
        for (Row row : tables.rows().getOrDefault(table, List.of())) {
            String id = row.get("event_id");
            Told source = id == null ? null : byId.get(id);
            if (source != null) {
                unjudged.accept(table + " ← " + source.event().type());
                ofItsEvent(table, row, source);
            } else if (id != null) {
                find(Kind.ROW_EXTRA, table, id, "no such event");
            } else {
                unjudged.accept(table);
            }
        }
    }

    private void ofItsEvent(String table, Row row, Told source) {
        ExpectedRow should = new ExpectedRow(source).fact();
        for (String column : OF_EVERY_FACT) {
            if (row.columns().containsKey(column)
                    && !Objects.equals(row.get(column), should.columns.get(column))) {
                String detail =
                        "%s is %s, by the event %s"
                                .formatted(column, row.get(column), should.columns.get(column));
                find(Kind.ROW_ALTERED, table, subject(source), detail);
            }
        }
    }

    /**
     * Households and persons by region and state: folded from the events, and from the table as its
     * readers do, the latest by date and then by sequence.
     */
    private void register() {
        String table = "register.household_states";
        Map<String, Long> byEvents = new TreeMap<>();
        Map<String, Told> latest = new HashMap<>();
        Map<String, ExpectedRow> states = new HashMap<>();
        for (Told each : told) {
            for (FactRules.Rule rule : FactRules.ALL) {
                if (rule.table().equals(table) && rule.judges(each)) {
                    ExpectedRow row = new ExpectedRow(each);
                    rule.rows().accept(each, () -> row);
                    Told before = latest.get(each.event().stream());
                    if (before == null || after(each, before)) {
                        latest.put(each.event().stream(), each);
                        states.put(each.event().stream(), row);
                    }
                }
            }
        }
        states.values()
                .forEach(row ->
                        count(
                                byEvents,
                                row.columns.get("region"),
                                row.columns.get("state"),
                                row.columns.get("persons")));
        Map<String, Row> last = new HashMap<>();
        for (Row row : tables.rows().getOrDefault(table, List.of())) {
            String household = String.valueOf(row.get("household_id"));
            last.merge(household, row, (a, b) -> later(b, a) ? b : a);
        }
        Set<String> unknown = new HashSet<>(last.keySet());
        unknown.removeAll(states.keySet());
        Map<String, Long> byTable = new TreeMap<>();
        last.values()
                .forEach(row ->
                        count(byTable, row.get("region"), row.get("state"), row.get("persons")));
        boolean allJudged =
                tables.rows().getOrDefault(table, List.of()).stream()
                        .allMatch(row -> judgedState(String.valueOf(row.get("state"))));
        if (!allJudged) {
            unjudged.accept(table + ": counts");
            return;
        }
        Set<String> places = new TreeSet<>(byEvents.keySet());
        places.addAll(byTable.keySet());
        for (String place : places) {
            long events = byEvents.getOrDefault(place, 0L);
            long rows = byTable.getOrDefault(place, 0L);
            if (events != rows) {
                String detail = "%d by the table, %d by the events".formatted(rows, events);
                find(Kind.REGISTER_COUNT, table, place, detail);
            }
        }
    }

    private static boolean judgedState(String state) {
        return Set.of("APPLIED", "REGISTERED", "REJECTED", "REMOVED", "EXITED", "RELAPSED")
                .contains(state);
    }

    private static void count(
            Map<String, Long> counts,
            @Nullable String region,
            @Nullable String state,
            @Nullable String persons) {
        counts.merge("%s %s households".formatted(region, state), 1L, Long::sum);
        counts.merge(
                "%s %s persons".formatted(region, state),
                persons == null ? 0 : Long.parseLong(persons),
                Long::sum);
    }

    private static boolean after(Told a, Told b) {
        int dates =
                a.payload()
                        .path("occurredOn")
                        .asString("")
                        .compareTo(b.payload().path("occurredOn").asString(""));
        return dates != 0 ? dates > 0 : a.event().sequence() > b.event().sequence();
    }

    private static boolean later(Row a, Row b) {
        int dates =
                String.valueOf(a.get("effective_on"))
                        .compareTo(String.valueOf(b.get("effective_on")));
        return dates != 0
                ? dates > 0
                : Long.parseLong(String.valueOf(a.get("sequence")))
                        > Long.parseLong(String.valueOf(b.get("sequence")));
    }

    private static List<@Nullable String> key(String table, Map<String, @Nullable String> columns) {
        List<String> names =
                KEYS.getOrDefault(
                        table,
                        columns.containsKey("line")
                                ? List.of("event_id", "line")
                                : List.of("event_id"));
        List<@Nullable String> key = new ArrayList<>();
        names.forEach(name -> key.add(columns.get(name)));
        return key;
    }

    private static String subject(Told told) {
        return StoreAudit.name(told.event()) + " " + told.event().id();
    }

    private void find(Kind kind, String table, String subject, String detail) {
        findings.accept(new Finding(kind, tables.service() + "." + table, subject, detail));
    }
}
