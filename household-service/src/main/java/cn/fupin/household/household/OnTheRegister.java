package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Enrolled;
import cn.fupin.household.household.Household.Exited;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.round.RoundEvent.Direction;
import java.util.Map;

/**
 * A helper is only replaced by naming the next, on the register and after an exit; removal takes an
 * authority, and may follow upon a suspension or, of one that never was poor, an exit.
 */
final class OnTheRegister {
    /** The cause of whoever should never have been registered 错评. */
    static final String MISIDENTIFIED = "MISIDENTIFIED";

    private OnTheRegister() {}

    static HouseholdEvent decide(RegisterCommand command, Household state) {
        return switch (command) {
            case AssignHelper c -> assign(c, enrolled(state));
            case RemoveHousehold c -> remove(c, removable(c, enrolled(state)));
        };
    }

    /** Of one that exited only that it was never poor 错评 takes anything back. */
    private static Enrolled removable(RemoveHousehold c, Enrolled household) {
        if (household instanceof Exited && !c.asked().cause().equals(MISIDENTIFIED)) {
            throw new Refused(EXITED_AND_NOT_MISIDENTIFIED);
        }
        return household;
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
                asked.helperKind(),
                asked.evidence());
    }

    private static HouseholdRemoved remove(RemoveHousehold c, Active household) {
        Families.endsAfterEveryFact(household, c.on());
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
                asked.roundRule(),
                asked.evidence());
    }
}
