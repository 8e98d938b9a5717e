package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import java.time.LocalDate;

/** What came in and went out in a quarter, all in fen. */
record Quarter(
        int year,
        int quarter,
        long wageFen,
        long businessFen,
        long transferFen,
        long propertyFen,
        long costFen,
        long livingFen,
        long schoolingFen,
        long medicalFen,
        long otherFen) {
    Quarter {
        Check.range("year", year, 1978, 2100);
        Check.range("quarter", quarter, 1, 4);
        Check.range("wageFen", wageFen, 0, Check.MOST_FEN);
        Check.range("businessFen", businessFen, 0, Check.MOST_FEN);
        Check.range("transferFen", transferFen, 0, Check.MOST_FEN);
        Check.range("propertyFen", propertyFen, 0, Check.MOST_FEN);
        Check.range("costFen", costFen, 0, Check.MOST_FEN);
        Check.range("livingFen", livingFen, 0, Check.MOST_FEN);
        Check.range("schoolingFen", schoolingFen, 0, Check.MOST_FEN);
        Check.range("medicalFen", medicalFen, 0, Check.MOST_FEN);
        Check.range("otherFen", otherFen, 0, Check.MOST_FEN);
    }

    LocalDate firstDay() {
        return LocalDate.of(year, 3 * quarter - 2, 1);
    }

    /** Below zero when production cost more than everything brought in. */
    long netFen() {
        return wageFen + businessFen + transferFen + propertyFen - costFen;
    }

    long spentFen() {
        return livingFen + schoolingFen + medicalFen + otherFen;
    }
}
