package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;

/** A household's income of a year as the survey form asks for it, all in fen. */
record Income(
        int incomeYear,
        long wageFen,
        long businessFen,
        long transferFen,
        long propertyFen,
        long costFen) {
    Income {
        Check.range("incomeYear", incomeYear, 1978, 2100);
        Check.range("wageFen", wageFen, 0, Check.MOST_FEN);
        Check.range("businessFen", businessFen, 0, Check.MOST_FEN);
        Check.range("transferFen", transferFen, 0, Check.MOST_FEN);
        Check.range("propertyFen", propertyFen, 0, Check.MOST_FEN);
        Check.range("costFen", costFen, 0, Check.MOST_FEN);
    }

    /** Below zero when production cost more than everything brought in. */
    long netFen() {
        return wageFen + businessFen + transferFen + propertyFen - costFen;
    }

    /**
     * Rounded down to the fen: below a line exactly when the whole income is below line × persons.
     */
    long fenPerHead(int persons) {
        return Math.floorDiv(netFen(), (long) persons);
    }
}
