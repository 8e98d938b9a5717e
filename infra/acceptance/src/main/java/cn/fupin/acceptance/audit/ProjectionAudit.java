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
     * Households and persons by region and state: folded from the events, and from the tables as
     * their readers do: the latest state by date and then by sequence, the sum of who came and
     * went.
     */
    private void register() {
        Register byEvents = new Register();
        for (Told each : told) {
            for (FactRules.Rule rule : FactRules.ALL) {
                if (rule.table().equals(FactRules.STATES) && rule.judges(each)) {
                    rule.rows().accept(each, () -> expected(each, byEvents.states));
                } else if (rule.table().equals(FactRules.CHANGES) && rule.judges(each)) {
                    rule.rows().accept(each, () -> expected(each, byEvents.changes));
                }
            }
        }
        Register byTables = new Register();
        byTables.states.addAll(columns(FactRules.STATES));
        byTables.changes.addAll(columns(FactRules.CHANGES));
        Map<String, Long> should = byEvents.counts();
        Map<String, Long> is = byTables.counts();
        Set<String> places = new TreeSet<>(should.keySet());
        places.addAll(is.keySet());
        for (String place : places) {
            long events = should.getOrDefault(place, 0L);
            long rows = is.getOrDefault(place, 0L);
            if (events != rows) {
                String detail = "%d by the tables, %d by the events".formatted(rows, events);
                find(Kind.REGISTER_COUNT, FactRules.STATES, place, detail);
            }
        }
    }

    private static ExpectedRow expected(Told told, List<Map<String, @Nullable String>> rows) {
        ExpectedRow row = new ExpectedRow(told);
        rows.add(row.columns);
        return row;
    }

    private List<Map<String, @Nullable String>> columns(String table) {
        return tables.rows().getOrDefault(table, List.of()).stream().map(Row::columns).toList();
    }

    /** Who stands where, and how many they are. */
    private static final class Register {
        private final List<Map<String, @Nullable String>> states = new ArrayList<>();
        private final List<Map<String, @Nullable String>> changes = new ArrayList<>();

        Map<String, Long> counts() {
            Map<String, Map<String, @Nullable String>> last = new HashMap<>();
            for (var state : states) {
                last.merge(text(state, "household_id"), state, (a, b) -> later(b, a) ? b : a);
            }
            Map<String, Long> persons = new HashMap<>();
            for (var change : changes) {
                persons.merge(text(change, "household_id"), number(change, "change"), Long::sum);
            }
            Map<String, Long> counts = new TreeMap<>();
            last.forEach((household, state) -> {
                String place = text(state, "region") + " " + text(state, "state");
                counts.merge(place + " households", 1L, Long::sum);
                counts.merge(place + " persons", persons.getOrDefault(household, 0L), Long::sum);
            });
            return counts;
        }

        private static boolean later(
                Map<String, @Nullable String> a, Map<String, @Nullable String> b) {
            int dates = text(a, "effective_on").compareTo(text(b, "effective_on"));
            return dates != 0 ? dates > 0 : number(a, "sequence") > number(b, "sequence");
        }

        private static String text(Map<String, @Nullable String> row, String column) {
            return String.valueOf(row.get(column));
        }

        private static long number(Map<String, @Nullable String> row, String column) {
            String digits = text(row, column);
            return digits.matches("-?\\d{1,18}") ? Long.parseLong(digits) : 0;
        }
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
