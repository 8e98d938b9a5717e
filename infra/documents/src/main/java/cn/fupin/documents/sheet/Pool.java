package cn.fupin.documents.sheet;

import java.util.HashMap;
import java.util.Map;

/** Most cells say what another one says (健康, 是, 0): these are one and the same. */
final class Pool {
    private static final int MOST = 50_000;
    private static final int LONGEST = 20;

    /** The cell, its text without characters, and where it is listed. */
    private static final int BYTES_OF_A_CELL = 68;

    private static final int BYTES_OF_A_ROW = 104;

    private final Map<Cell, Cell> common = new HashMap<>();
    private final Budget budget;

    Pool(Budget budget) {
        this.budget = budget;
    }

    Cell held(Cell cell) throws Unreadable {
        if (cell.text().length() > Limits.TEXT_CHARACTERS) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE);
        }
        var known = common.get(cell);
        if (known != null) return known;
        budget.hold(BYTES_OF_A_CELL + bytes(cell.text()));
        if (common.size() < MOST && cell.text().length() <= LONGEST) common.put(cell, cell);
        return cell;
    }

    private static int bytes(String text) {
        var isLatin = text.chars().allMatch(c -> c < 256);
        return isLatin ? text.length() : 2 * text.length();
    }

    SheetRow held(SheetRow row) throws Unreadable {
        budget.hold(BYTES_OF_A_ROW + 4L * row.cells().size());
        return row;
    }
}
