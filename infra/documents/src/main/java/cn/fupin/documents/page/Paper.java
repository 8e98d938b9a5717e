package cn.fupin.documents.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a document, whatever it is rendered as.
 *
 * @param name of the file and the sheet, without an ending
 * @param mark stands above the title, such as who may see it; null for none
 * @param subtitle null for none
 */
public record Paper(
        String name,
        @Nullable String mark,
        String title,
        @Nullable String subtitle,
        Format format,
        List<Part> parts,
        Source source) {
    public Paper {
        parts = List.copyOf(parts);
    }

    /** A4 either way. */
    public enum Format {
        PORTRAIT,
        LANDSCAPE
    }

    /**
     * At the foot of every page.
     *
     * @param text what it was made from, and of which day
     * @param sha256 of what it was made from, in hex
     */
    public record Source(String text, String sha256) {}
}
