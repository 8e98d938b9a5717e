package cn.fupin.documents.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet to be filled in or read.
 *
 * @param width in characters
 * @param choices the drop-down's; empty for free text
 * @param note shown when the title is pointed at
 */
public record NewColumn(String title, int width, List<String> choices, @Nullable String note) {
    public static NewColumn of(String title, int width) {
        return new NewColumn(title, width, List.of(), null);
    }

    public NewColumn choosing(List<String> from) {
        return new NewColumn(title, width, List.copyOf(from), note);
    }

    public NewColumn noted(String text) {
        return new NewColumn(title, width, choices, text);
    }
}
