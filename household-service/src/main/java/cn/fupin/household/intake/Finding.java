package cn.fupin.household.intake;

import org.jspecify.annotations.Nullable;

/**
 * Something about a place in the file.
 *
 * @param row and {@code column} as the sheet counts, the column from 0
 * @param also another place it has to do with, such as {@code 成员!C7}
 */
record Finding(String sheet, int row, int column, ImportRule rule, @Nullable String also) {
    Finding withoutHousehold() {
        return rule == ImportRule.PERSON_IN_ANOTHER_HOUSEHOLD
                ? new Finding(sheet, row, column, rule, null)
                : this;
    }

    String cell() {
        return cell(sheet, row, column);
    }

    static String cell(String sheet, int row, int column) {
        return sheet + "!" + cn.fupin.documents.sheet.SheetRow.letters(column) + row;
    }
}
