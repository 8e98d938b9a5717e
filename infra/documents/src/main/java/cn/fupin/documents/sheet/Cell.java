package cn.fupin.documents.sheet;

/**
 * What stands in a cell, as text whatever it was.
 *
 * @param text trimmed, not empty; a number in plain digits, a date as yyyy-MM-dd
 * @param formula whether the program computed it
 */
public record Cell(String text, Kind kind, boolean formula) {
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** Such as #REF!: the program could not compute it. */
        ERROR
    }

    private static final int DIGITS_A_SPREADSHEET_KEEPS = 15;

    static Cell text(String text) {
        return new Cell(text, Kind.TEXT, false);
    }

    /** A number that long has zeros in place of its last digits: nobody can tell what they were. */
    public boolean hasLostDigits() {
        return kind == Kind.NUMBER
                && text.chars().takeWhile(c -> c != '.').filter(c -> c >= '0' && c <= '9').count()
                        > DIGITS_A_SPREADSHEET_KEEPS;
    }
}
