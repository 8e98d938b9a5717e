package cn.fupin.townships;

import java.util.List;

/** Lays text out in columns for a terminal, where a Chinese character takes two places. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /**
     * @param right the numbers of the columns that end at the right
     */
    static String of(List<List<String>> rows, List<Integer> right) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String blank = " ".repeat(widths[c] - width(row.get(c)));
                line.append(right.contains(c) ? blank + row.get(c) : row.get(c) + blank)
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** Unicode's East Asian Wide and Fullwidth, as far as Chinese text uses them. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
