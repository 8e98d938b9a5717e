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
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reporting's tables, row for row, beside the auditor's own fold of all events. */
final class ProjectionAudit {
    /** What tells the rows of a table apart, where it is more than the event. */
    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "timeline.recorded_positions",
                    List.of("source", "position"),
                    "clerk.household_safety",
                    List.of("event_id", "part"),
                    OversightRules.SAMPLED,
                    List.of("event_id", "household_id"),
                    "history.life_helpers",
                    List.of("event_id", "helper_id"),
                    "history.life_households",
                    List.of("event_id", "household_id"),
                    "history.life_citations",
                    List.of("event_id", "household_id", "stream_id"));

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
        new HouseholdsAudit(told, tables, findings).run();
    }

    private Map<String, Map<List<@Nullable String>, ExpectedRow>> expected() {
        Map<String, Map<List<@Nullable String>, ExpectedRow>> expected = new HashMap<>();
        for (Told each : told) {
            for (FactRules.Rule rule : FactRules.of(each)) {
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
            if (row.columns().size() > should.columns.size()) {
                row.columns().keySet().stream()
                        .filter(column -> !should.columns.containsKey(column))
                        .forEach(column -> unjudged.accept(table + "." + column));
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
        return FactRules.of(source).stream().anyMatch(rule -> rule.table().equals(table));
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

    private static List<@Nullable String> key(String table, Map<String, @Nullable String> columns) {
        List<@Nullable String> key = new ArrayList<>();
        keyColumns(table, columns.keySet()).forEach(name -> key.add(columns.get(name)));
        return key;
    }

    /** Those by which a row is known: altered, it is another row. */
    static List<String> keyColumns(String table, Set<String> columns) {
        return KEYS.getOrDefault(
                table,
                columns.contains("line") ? List.of("event_id", "line") : List.of("event_id"));
    }

    private static String subject(Told told) {
        return StoreAudit.name(told.event()) + " " + told.event().id();
    }

    private void find(Kind kind, String table, String subject, String detail) {
        findings.accept(new Finding(kind, tables.service() + "." + table, subject, detail));
    }
}
