package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.OnRegister;
import cn.fupin.household.household.HouseholdEvent.HelperAssigned;
import cn.fupin.household.household.HouseholdEvent.HouseholdRemoved;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.round.RoundEvent.Direction;

/** A helper is only replaced by naming the next; removal takes an authority. */
final class OnTheRegister {
    private OnTheRegister() {}

    static HouseholdEvent decide(RegisterCommand command, Household state) {
        if (!(state instanceof OnRegister registered)) throw new Refused(NOT_ON_THE_REGISTER);
        return switch (command) {
            case AssignHelper c -> assign(c, registered);
            case RemoveHousehold c -> remove(c, registered);
        };
    }

    /** How many households the helper has already is guarded by {@link HelperLoad}. */
    private static HelperAssigned assign(AssignHelper c, OnRegister household) {
        var asked = c.asked();
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

    private static HouseholdRemoved remove(RemoveHousehold c, OnRegister household) {
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
