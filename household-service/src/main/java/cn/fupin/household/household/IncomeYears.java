package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of which years the incomes are by which a household came onto the register last, and off it. One
 * year's income is not below the line when it comes in and above it when it goes, nor the other way
 * round: an exit is by a later year than the entry, a relapse by a later one than the exit.
 *
 * @param entry null of one split off before the record said it
 * @param exit by which its exit was verified; null on the register while none is, and of one split
 *     off before the record said it
 */
record IncomeYears(@Nullable Integer entry, @Nullable Integer exit) {
    static IncomeYears entered(int year) {
        return new IncomeYears(year, null);
    }

    IncomeYears verified(int year) {
        return new IncomeYears(entry, year);
    }

    IncomeYears notVerified() {
        return new IncomeYears(entry, null);
    }

    /**
     * What was decided stands, also when the survey turns out to be of an earlier year; when it
     * turns out to be of a later one, that year's income is used up.
     */
    IncomeYears surveyCorrected(int year) {
        return new IncomeYears(entry == null ? null : Integer.valueOf(Math.max(entry, year)), exit);
    }

    void exitBy(int year) {
        if (entry != null && year <= entry) {
            throw new Refused(
                    INCOME_YEAR_NOT_AFTER_ENTRY,
                    Map.of("incomeYear", year, "entryIncomeYear", entry));
        }
    }

    void relapseBy(int year) {
        if (exit != null && year <= exit) throw notBefore(INCOME_YEAR_NOT_AFTER_EXIT, year, exit);
    }

    /** A correction would say of the exit that it was by the income by which it came in. */
    void surveyedBefore(int year) {
        if (exit != null && year >= exit) {
            throw notBefore(INCOME_YEAR_NOT_BEFORE_EXIT, year, exit);
        }
    }

    private static Refused notBefore(HouseholdReason reason, int year, int exit) {
        return new Refused(reason, Map.of("incomeYear", year, "exitIncomeYear", exit));
    }
}
