package cn.fupin.household.intake;

/** What became of a household of a file; of several things the last one counts. */
enum Outcome {
    UNCHANGED,
    ENTERED,
    CORRECTED,
    CONFLICT,
    REFUSED;

    Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
