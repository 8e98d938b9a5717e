package cn.fupin.documents.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People merge a household's cells over the lines of its members: each line means the value. */
final class MergedDown {
    private record Filled(Cell cell, int lastRow) {}

    private final Map<Integer, Map<Integer, ExcelFile.Merge>> byFirstRow = new HashMap<>();
    private final Map<Integer, Filled> open = new HashMap<>();

    MergedDown(List<ExcelFile.Merge> merges) {
        for (var merge : merges) {
            byFirstRow
                    .computeIfAbsent(merge.firstRow(), _ -> new HashMap<>())
                    .put(merge.column(), merge);
        }
    }

    /** The row with what merged cells above hold, null when there is nothing in it. */
    @Nullable SheetRow filled(SheetRow row) {
        if (byFirstRow.isEmpty()) return isEmpty(row) ? null : row;
        open.values().removeIf(filled -> filled.lastRow() < row.number());
        byFirstRow
                .getOrDefault(row.number(), Map.of())
                .forEach((column, merge) -> {
                    var cell = row.cell(column);
                    if (cell != null) open.put(column, new Filled(cell, merge.lastRow()));
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
