package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a generation by binary COPY, one statement a kind of row. */
final class CopiedRows implements Rows {
    private final Map<String, Table> tables;

    /** By table; most tables have one kind of row. */
    private final Map<String, List<Open>> open = new LinkedHashMap<>();

    /** One kind of row, and where its rows stood when the present message came. */
    private static final class Open {
        final List<String> columns;
        final ColumnType[] types;
        final CopyBuffer buffer = new CopyBuffer();
        long message = -1;
        CopyBuffer.Mark before = buffer.mark();

        Open(List<String> columns, ColumnType[] types) {
            this.columns = columns;
            this.types = types;
        }
    }

    private long message;

    CopiedRows(Map<String, Table> tables) {
        this.tables = tables;
    }

    @Override
    public void add(String table, List<String> columns, List<? extends @Nullable Object> values) {
        var to = open(table, columns);
        if (to.message != message) {
            to.message = message;
            to.before = to.buffer.mark();
        }
        if (to.types.length != values.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d columns of %s"
                            .formatted(values.size(), columns.size(), table));
        }
        to.buffer.row(values.size());
        for (var column = 0; column < to.types.length; column++) {
            to.types[column].write(values.get(column), to.buffer);
        }
    }

    private Open open(String table, List<String> columns) {
        var kinds = open.computeIfAbsent(table, t -> new ArrayList<>(1));
        // the names are the same strings row after row, so comparing them is quicker than hashing
        for (var kind : kinds) if (kind.columns.equals(columns)) return kind;
        var kind = new Open(List.copyOf(columns), types(table, columns));
        kinds.add(kind);
        return kind;
    }

    /** What is added from here on is of the next message. */
    void nextMessage() {
        message++;
    }

    /** The message turns out to be poison: none of its rows is added. */
    void takeBackMessage() {
        for (var kinds : open.values()) {
            for (var to : kinds) if (to.message == message) to.buffer.backTo(to.before);
        }
    }

    /**
     * Into the tables of the search path, within the connection's transaction; rows of one kind go
     * in together, whoever has collected them.
     */
    static void copy(List<CopiedRows> all, Connection connection) throws SQLException {
        var together = new LinkedHashMap<Into, List<CopyBuffer>>();
        for (var each : all) {
            each.open.forEach((table, kinds) ->
                    kinds.stream()
                            .filter(kind -> kind.buffer.rows() > 0)
                            .forEach(kind ->
                                    together.computeIfAbsent(
                                                    new Into(table, kind.columns),
                                                    into -> new ArrayList<>())
                                            .add(kind.buffer)));
        }
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var into : together.entrySet()) {
            var copy = api.copyIn(into.getKey().sql());
            try {
                CopyBuffer.begin(copy);
                for (var buffer : into.getValue()) buffer.writeTo(copy);
                CopyBuffer.end(copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        }
    }

    private record Into(String table, List<String> columns) {
        String sql() {
            return "copy %s (%s) from stdin (format binary)"
                    .formatted(
                            Catalogue.quoted(table),
                            columns.stream()
                                    .map(Catalogue::quoted)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private ColumnType[] types(String table, List<String> columns) {
        var known = tables.get(table);
        if (known == null) throw new IllegalArgumentException("no table " + table);
        return columns.stream().map(known::type).toArray(ColumnType[]::new);
    }
}
