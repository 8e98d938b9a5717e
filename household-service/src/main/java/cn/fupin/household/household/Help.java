package cn.fupin.household.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is done for it.
 *
 * @param enteredOn the day it came onto the register last, by registration or relapse
 * @param exitedOn the day it last came out of poverty, null before and when that was taken back
 * @param helperId the one responsible helper, null while none is named
 * @param helperSince the day that is so from
 * @param handbook the number of the one it has, null before the first
 * @param exitPlannedOn the day of the plan for its exit, null while there is none
 */
record Help(
        LocalDate enteredOn,
        @Nullable LocalDate exitedOn,
        @Nullable String helperId,
        LocalDate helperSince,
        @Nullable String handbook,
        @Nullable LocalDate exitPlannedOn) {
    static Help from(LocalDate registeredOn) {
        return new Help(registeredOn, null, null, registeredOn, null, null);
    }

    Help entered(LocalDate on) {
        return new Help(on, exitedOn, helperId, helperSince, handbook, null);
    }

    Help exited(LocalDate on) {
        return new Help(enteredOn, on, helperId, helperSince, handbook, null);
    }

    /** As if it had not been: it is none from which years are counted. */
    Help revoked() {
        return new Help(enteredOn, null, helperId, helperSince, handbook, null);
    }

    Help by(@Nullable String helper, LocalDate since) {
        return new Help(enteredOn, exitedOn, helper, since, handbook, exitPlannedOn);
    }

    Help written(String number) {
        return new Help(enteredOn, exitedOn, helperId, helperSince, number, exitPlannedOn);
    }

    Help planned(@Nullable LocalDate on) {
        return new Help(enteredOn, exitedOn, helperId, helperSince, handbook, on);
    }
}
