package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Enrolled;
import cn.fupin.household.household.Household.OnRegister;
import cn.fupin.household.household.Household.Suspended;
import cn.fupin.household.household.HouseholdEvent.HelperAssigned;
import cn.fupin.household.household.HouseholdEvent.HouseholdRemoved;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.round.RoundEvent.Direction;
import java.util.Map;

/**
 * A helper is only replaced by naming the next, on the register and after an exit; removal takes an
 * authority, and may follow upon a suspension.
 */
final class OnTheRegister {
    private OnTheRegister() {}

    static HouseholdEvent decide(RegisterCommand command, Household state) {
        return switch (command) {
            case AssignHelper c -> assign(c, enrolled(state));
            case RemoveHousehold c ->
                    remove(c, state instanceof Suspended s ? s : onRegister(state));
        };
    }

    private static OnRegister onRegister(Household state) {
        if (!(state instanceof OnRegister registered)) throw new Refused(NOT_ON_THE_REGISTER);
        return registered;
    }

    private static Enrolled enrolled(Household state) {
        if (!(state instanceof Enrolled household)) throw new Refused(NOT_ON_THE_REGISTER);
        return household;
    }

    /** How many households the helper has already is guarded by {@link HelperLoad}. */
    private static HelperAssigned assign(AssignHelper c, Enrolled household) {
        var asked = c.asked();
        var since = household.registration().help().helperSince();
        if (c.on().isBefore(since)) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", since.toString()));
        }
        if (asked.helperId().equals(household.registration().help().helperId())) {
            throw new Refused(SAME_HELPER);
        }
        if (c.householdsMax() == null) throw new Refused(NO_RULE_FOR_HELPERS);
        return new HelperAssigned(
                c.householdId(),
                c.on(),
                asked.helperId(),
                asked.helperUnit(),
                asked.assumed(),
                asked.helperKind());
    }

    private static HouseholdRemoved remove(RemoveHousehold c, Active household) {
        Families.endsAfterEveryChange(household, c.on());
        var asked = c.asked();
        InARound.check(asked.roundId(), c.round(), Direction.LEAVE, household.file(), c.on());
        return new HouseholdRemoved(
                c.householdId(),
                c.on(),
                household.file().family().personsOn(c.on()),
                asked.cause(),
                asked.authority(),
                asked.orderedBy(),
                asked.assumed(),
                asked.roundId(),
                asked.roundRule());
    }
}
