package cn.fupin.documents.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that holds something.
 *
 * @param number as the program shows it, from 1
 * @param cells from column A on; null for an empty one
 */
public record SheetRow(int number, List<@Nullable Cell> cells) {
    public @Nullable Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    /** {@code C} for column 2. */
    public static String letters(int column) {
        var name = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }
}
