package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a generation by binary COPY, one statement a kind of row. */
final class CopiedRows implements Rows {
    private final Map<String, Table> tables;
    private final Map<Into, Open> open = new LinkedHashMap<>();

    private record Into(String table, List<String> columns) {}

    /** One kind of row, and where its rows stood when the present message came. */
    private static final class Open {
        final ColumnType[] types;
        final CopyBuffer buffer = new CopyBuffer();
        long message = -1;
        CopyBuffer.Mark before = buffer.mark();

        Open(ColumnType[] types) {
            this.types = types;
        }
    }

    private long message;

    CopiedRows(Map<String, Table> tables) {
        this.tables = tables;
    }

    @Override
    public void add(String table, List<String> columns, List<? extends @Nullable Object> values) {
        var into = new Into(table, columns);
        var to = open.get(into);
        if (to == null) {
            to = new Open(types(table, columns));
            open.put(new Into(table, List.copyOf(columns)), to);
        }
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
        var column = 0;
        for (var value : values) to.types[column++].write(value, to.buffer);
    }

    /** What is added from here on is of the next message. */
    void nextMessage() {
        message++;
    }

    /** The message turns out to be poison: none of its rows is added. */
    void takeBackMessage() {
        for (var to : open.values()) if (to.message == message) to.buffer.backTo(to.before);
    }

    long bytes() {
        return open.values().stream().mapToLong(to -> to.buffer.size()).sum();
    }

    /** Into the tables of the search path, within the connection's transaction. */
    void copy(Connection connection) throws SQLException, IOException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var each : open.entrySet()) {
            if (each.getValue().buffer.rows() == 0) continue;
            var columns = each.getKey().columns().stream().map(Catalogue::quoted).toList();
            var copy =
                    api.copyIn(
                            "copy %s (%s) from stdin (format binary)"
                                    .formatted(
                                            Catalogue.quoted(each.getKey().table()),
                                            String.join(", ", columns)));
            try {
                var bytes = each.getValue().buffer.finished();
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        }
    }

    private ColumnType[] types(String table, List<String> columns) {
        var known = tables.get(table);
        if (known == null) throw new IllegalArgumentException("no table " + table);
        return columns.stream().map(known::type).toArray(ColumnType[]::new);
    }
}
