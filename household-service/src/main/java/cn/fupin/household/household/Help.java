package cn.fupin.household.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done for it.
 *
 * @param enteredOn the day it came onto the register last, by registration or relapse
 * @param exitedOn the day it last came out of poverty, null before and when that was taken back
 * @param helpers the one responsible helper, and those before
 * @param handbooks those it was handed, in the order recorded
 * @param exitPlannedOn the day of the plan for its exit, null while there is none
 */
record Help(
        LocalDate enteredOn,
        @Nullable LocalDate exitedOn,
        Helpers helpers,
        List<Handbook> handbooks,
        @Nullable LocalDate exitPlannedOn) {
    /**
     * @param number as it is printed on it
     */
    record Handbook(String number, LocalDate issuedOn) {}

    static Help from(LocalDate registeredOn) {
        return new Help(registeredOn, null, Helpers.nobody(registeredOn), List.of(), null);
    }

    Help entered(LocalDate on) {
        return new Help(on, exitedOn, helpers, handbooks, null);
    }

    Help exited(LocalDate on) {
        return new Help(enteredOn, on, helpers, handbooks, null);
    }

    /** As if it had not come back since that day. */
    Help unentered(LocalDate before) {
        return new Help(before, exitedOn, helpers, handbooks, null);
    }

    /** As if it had not been: it is none from which years are counted. */
    Help revoked() {
        return new Help(enteredOn, null, helpers, handbooks, null);
    }

    Help by(@Nullable String helper, LocalDate since) {
        return with(helpers.by(helper, since));
    }

    Help with(Helpers changed) {
        return new Help(enteredOn, exitedOn, changed, handbooks, exitPlannedOn);
    }

    /** The one responsible helper, null while none is named. */
    @Nullable String helperId() {
        return helpers.now();
    }

    LocalDate helperSince() {
        return helpers.since();
    }

    /** The number of the one it has, null before the first. */
    @Nullable String handbook() {
        return handbooks.isEmpty() ? null : handbooks.getLast().number();
    }

    Help with(Handbook handbook) {
        var more = new ArrayList<>(handbooks);
        more.add(handbook);
        return with(more);
    }

    /** It never had that one: what it had before is the one it has. */
    Help without(Handbook handbook) {
        var left = new ArrayList<>(handbooks);
        var last = left.lastIndexOf(handbook);
        if (last >= 0) left.remove(last);
        return with(left);
    }

    private Help with(List<Handbook> changed) {
        return new Help(enteredOn, exitedOn, helpers, List.copyOf(changed), exitPlannedOn);
    }

    Help planned(@Nullable LocalDate on) {
        return new Help(enteredOn, exitedOn, helpers, handbooks, on);
    }
}
