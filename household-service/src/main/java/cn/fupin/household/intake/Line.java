package cn.fupin.household.intake;

import cn.fupin.documents.sheet.Cell;
import cn.fupin.documents.sheet.SheetRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row under its header. */
record Line(Header header, SheetRow row) {
    /**
     * @param at which column of the sheet holds what
     */
    record Header(String sheet, int row, Map<Column, Integer> at) {
        boolean has(Column column) {
            return at.containsKey(column);
        }
    }

    @Nullable Cell cell(Column column) {
        var at = header.at().get(column);
        return at == null ? null : row.cell(at);
    }

    /** Where to point; at the row's begin for what the sheet has no column of. */
    int place(Column column) {
        return header.at().getOrDefault(column, 0);
    }

    String cellName(Column column) {
        return Finding.cell(header.sheet(), row.number(), place(column));
    }

    boolean saysTheSameAs(Line other) {
        return header.equals(other.header) && row.cells().equals(other.row.cells());
    }
}
