package cn.fupin.reporting.fact;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a fact table: the columns that every fact has, taken from its message, and its own.
 * Rows are keyed by the event (and a line number where one event says several things), so that the
 * same message twice is one row and the order between streams does not matter.
 */
public final class Fact {
    /** Enough for most facts, so that few of the many have to grow. */
    private static final int COLUMNS = 16;

    private final List<String> columns = new ArrayList<>(COLUMNS);
    private final List<@Nullable Object> values = new ArrayList<>(COLUMNS);

    private Fact() {}

    /** A row with {@code event_id, stream_id, sequence, position, recorded_at, effective_on}. */
    public static Fact of(Message message, LocalDate occurredOn) {
        return new Fact()
                .with("event_id", message.id())
                .with("stream_id", message.streamId())
                .with("sequence", message.sequence())
                .with("position", message.position())
                .with("recorded_at", message.recordedAt())
                .with("effective_on", occurredOn);
    }

    /** A row of a table that is not about a date of its own. */
    public static Fact row() {
        return new Fact();
    }

    public Fact with(String column, @Nullable Object value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    public void insertInto(String table, Rows rows) {
        rows.add(table, columns, values);
    }
}
