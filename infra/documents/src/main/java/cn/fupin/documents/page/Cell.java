package cn.fupin.documents.page;

/**
 * A cell of a grid.
 *
 * @param columns how many of the grid's columns it covers
 * @param rows how many of its rows
 */
public record Cell(String text, Kind kind, int columns, int rows) {
    /** LABEL says what stands beside or below it; NUMBER is one a spreadsheet can add up. */
    public enum Kind {
        LABEL,
        TEXT,
        CENTRED,
        NUMBER
    }

    public static Cell label(String text) {
        return new Cell(text, Kind.LABEL, 1, 1);
    }

    public static Cell text(String text) {
        return new Cell(text, Kind.TEXT, 1, 1);
    }

    public static Cell centred(String text) {
        return new Cell(text, Kind.CENTRED, 1, 1);
    }

    public static Cell number(long number) {
        return new Cell(Long.toString(number), Kind.NUMBER, 1, 1);
    }

    /** Yuan and fen, or nothing where nothing is known. */
    public static Cell yuan(long fen) {
        return new Cell(java.math.BigDecimal.valueOf(fen, 2).toPlainString(), Kind.NUMBER, 1, 1);
    }

    public Cell across(int covered) {
        return new Cell(text, kind, covered, rows);
    }

    public Cell down(int covered) {
        return new Cell(text, kind, columns, covered);
    }
}
