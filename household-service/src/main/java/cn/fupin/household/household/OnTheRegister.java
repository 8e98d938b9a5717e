package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.round.RoundEvent.Direction;
import java.util.Map;

/**
 * A helper is only replaced by naming the next, on the register, after an exit and while a
 * household near the register is monitored; removal takes an authority, and may follow upon a
 * suspension or, of one that never was poor, an exit.
 */
final class OnTheRegister {
    /** The cause of whoever should never have been registered 错评. */
    static final String MISIDENTIFIED = "MISIDENTIFIED";

    private OnTheRegister() {}

    static HouseholdEvent decide(RegisterCommand command, Household state) {
        return switch (command) {
            case AssignHelper c -> assign(c, helped(state));
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

    private static Helpers helped(Household state) {
        return switch (state) {
            case Enrolled household -> household.registration().help().helpers();
            case OnFile household -> watched(household.file(), household.monitoring());
            // While it is identified the watch rests, and whoever helps it does so all the same.
            case Candidate household when household.onFile() != null ->
                    watched(household.file(), household.onFile());
            default -> throw new Refused(NOT_ON_THE_REGISTER);
        };
    }

    /** A helper who stays after the risk is eliminated may be replaced as one after an exit. */
    private static Helpers watched(File file, Monitoring monitoring) {
        var help = file.watchHelp();
        if (help != null && help.helperId() != null) {
            return help.helpers();
        }
        if (!(monitoring instanceof Monitored monitored)) throw new Refused(NOT_MONITORED);
        var released = help == null ? monitored.since() : help.since();
        return Helpers.nobody(released.isAfter(monitored.since()) ? released : monitored.since());
    }

    /**
     * Of an earlier day too: whoever is entered late helps until the next one does, or the present
     * one began earlier; on no day it is without one therefore. How many households the helper has
     * already is guarded by {@link HelperLoad}.
     */
    private static HelperAssigned assign(AssignHelper c, Helpers helpers) {
        var asked = c.asked();
        if (c.on().isBefore(helpers.from())) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", helpers.from().toString()));
        }
        if (asked.helperId().equals(helpers.on(c.on()))) throw new Refused(SAME_HELPER);
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
        Families.endsAfterWhatItNeeds(household, c.on());
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
