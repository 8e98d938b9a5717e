package cn.fupin.backbone.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows on their way into the tables: collected over a batch of messages, written by one batched
 * statement a table.
 */
public final class Inserts implements Rows {
    private final JdbcTemplate db;
    private final String schema;
    private final Map<Into, List<List<? extends @Nullable Object>>> waiting = new LinkedHashMap<>();

    private record Into(String table, List<String> columns) {
        String sql(String schema) {
            return "insert into %s%s (%s) values (%s) on conflict do nothing"
                    .formatted(
                            schema,
                            table,
                            String.join(", ", columns),
                            String.join(", ", Collections.nCopies(columns.size(), "?")));
        }
    }

    /** Into the tables of the search path. */
    public Inserts(JdbcTemplate db) {
        this(db, "");
    }

    private Inserts(JdbcTemplate db, String schema) {
        this.db = db;
        this.schema = schema;
    }

    /**
     * Into a generation's tables, whatever the search path: when that changes, the driver forgets
     * every statement that it has prepared, and has each parsed anew.
     */
    static Inserts into(Generation generation, JdbcTemplate db) {
        return new Inserts(db, generation.schema() + ".");
    }

    @Override
    public void add(String table, List<String> columns, List<? extends @Nullable Object> values) {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d columns of %s"
                            .formatted(values.size(), columns.size(), table));
        }
        waiting.computeIfAbsent(new Into(table, columns), into -> new ArrayList<>()).add(values);
    }

    /** Writes what has been added. */
    public void write() {
        waiting.forEach((into, rows) -> db.batchUpdate(into.sql(schema), setterOf(rows)));
        waiting.clear();
    }

    /** Forgets what has been added and not written. */
    void discard() {
        waiting.clear();
    }

    private static BatchPreparedStatementSetter setterOf(
            List<List<? extends @Nullable Object>> rows) {
        return new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int row) throws SQLException {
                var column = 1;
                for (var value : rows.get(row)) set(statement, column++, value);
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        };
    }

    @SuppressWarnings("NullAway") // JDBC takes null for NULL
    private static void set(PreparedStatement statement, int column, @Nullable Object value)
            throws SQLException {
        statement.setObject(
                column,
                value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
}
