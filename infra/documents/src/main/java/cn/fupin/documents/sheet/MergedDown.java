package cn.fupin.documents.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People merge a household's cells over the lines of its members: each line means the value. */
final class MergedDown {
    private record Filled(Cell cell, int lastRow) {}

    private final Merges merges;
    private final Map<Integer, Filled> open = new HashMap<>();

    MergedDown(Merges merges) {
        this.merges = merges;
    }

    /** The row with what merged cells above hold, null when there is nothing in it. */
    @Nullable SheetRow filled(SheetRow row) {
        if (merges.isEmpty()) return isEmpty(row) ? null : row;
        open.values().removeIf(filled -> filled.lastRow() < row.number());
        merges.beginningAt(
                row.number(),
                (column, lastRow) -> {
                    var cell = row.cell(column);
                    if (cell != null) open.put(column, new Filled(cell, lastRow));
                });
        // a line that holds nothing of its own says nothing
        if (open.isEmpty() || isEmpty(row)) return isEmpty(row) ? null : row;
        var cells = new ArrayList<>(row.cells());
        open.forEach((column, filled) -> {
            while (cells.size() <= column) cells.add(null);
            if (cells.get(column) == null) cells.set(column, filled.cell());
        });
        return new SheetRow(row.number(), cells);
    }

    private static boolean isEmpty(SheetRow row) {
        return row.cells().stream().noneMatch(Objects::nonNull);
    }
}
