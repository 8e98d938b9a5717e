package cn.fupin.documents.page;

import java.util.List;

/** A piece of a document; they stand below each other. */
public sealed interface Part {
    /** Above a grid: what stands to the left, and what to the right. */
    record Line(String left, String right) implements Part {}

    /** The heading of a section. */
    record Heading(String text) implements Part {}

    record Words(String text) implements Part {}

    /** Lines to sign on, side by side. */
    record Signatures(List<String> labels) implements Part {
        public Signatures {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A ruled grid. Each row has its cells from left to right; a place that a cell of an earlier
     * row reaches down to is left out.
     *
     * @param widths of the columns in hundredths of the page
     * @param headings how many rows stand again at the top of each page
     */
    record Grid(List<Integer> widths, int headings, List<List<Cell>> rows) implements Part {
        public Grid {
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
            var sum = widths.stream().mapToInt(Integer::intValue).sum();
            if (sum != 100) throw new IllegalArgumentException("widths add up to " + sum);
        }
    }
}
