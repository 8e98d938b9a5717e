package cn.fupin.household.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a household earned and spent: whichever file brings it, it is checked the same. */
final class IncomeReading {
    static final List<Column> ITEMS =
            List.of(Column.WAGE, Column.BUSINESS, Column.TRANSFER, Column.PROPERTY, Column.COST);
    static final List<String> FIELDS =
            List.of("wageFen", "businessFen", "transferFen", "propertyFen", "costFen");
    private static final long MOST_FEN = 1_000_000_00;

    private final Cells cells;

    IncomeReading(Cells cells) {
        this.cells = cells;
    }

    /** One that had begun by that day; null where it is missing or none. */
    @Nullable Integer year(Line line, Column column, @Nullable LocalDate by) {
        var year = cells.whole(line, column, 1978, 2100);
        if (year != null && by != null && year > by.getYear()) {
            cells.found(line, column, ImportRule.OUT_OF_RANGE);
        }
        return year;
    }

    /** Puts all five and answers what is left after the cost, in fen. */
    long items(Line line, ObjectNode into) {
        var net = 0L;
        var any = false;
        for (var i = 0; i < ITEMS.size(); i++) {
            var fen = fen(line, ITEMS.get(i));
            into.put(FIELDS.get(i), fen);
            net += ITEMS.get(i) == Column.COST ? -fen : fen;
            any |= fen != 0;
        }
        if (!any) cells.found(line, Column.WAGE, ImportRule.INCOME_ALL_ZERO);
        return net;
    }

    long fen(Line line, Column column) {
        var fen = cells.fen(line, column);
        if (fen < 0) cells.found(line, column, ImportRule.INCOME_NEGATIVE);
        else if (fen > MOST_FEN) cells.found(line, column, ImportRule.INCOME_IMPLAUSIBLE);
        return fen;
    }
}
