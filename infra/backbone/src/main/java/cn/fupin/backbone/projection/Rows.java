package cn.fupin.backbone.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a projection puts the rows that a message makes. */
public interface Rows {

    /**
     * Adds one row; if there is one with the same key already, that one stays.
     *
     * @param table one of the projection's own tables
     * @param columns those that have a value; always in the same order for the same kind of row
     * @param values one for each column: {@code String}, {@code Long}, {@code Integer}, {@code
     *     BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code Instant}, {@code String[]} or
     *     null
     */
    void add(String table, List<String> columns, List<? extends @Nullable Object> values);
}
