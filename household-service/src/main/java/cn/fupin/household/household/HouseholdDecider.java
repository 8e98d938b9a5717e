package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.RegisterCommand.*;
import java.util.List;
import java.util.Map;

/**
 * A household's life: no step out of order, before its legal duration or before the step it
 * follows, and none in the future. What is no step may be of an earlier day: corrections, changes
 * of members, what is entered in the file.
 */
enum HouseholdDecider implements Decider<HouseholdCommand, Household, HouseholdEvent> {
    INSTANCE;

    @Override
    public Household initial() {
        return new Household.None();
    }

    @Override
    public List<HouseholdEvent> decide(HouseholdCommand command, Household state) {
        if (command.on().isAfter(command.today())) throw new Refused(IN_THE_FUTURE);
        var events =
                switch (command) {
                    case HelpCommand c -> List.of(HelpGiven.decide(c, state));
                    case IdentificationCommand c -> Identification.decide(c, state);
                    case RegisterCommand c -> List.of(OnTheRegister.decide(c, state));
                    case ExitCommand c -> List.of(ExitAndRelapse.decide(c, state));
                    case CorrectionCommand c -> Corrections.decide(c, state);
                    case FileCommand c -> List.of(HouseholdFile.decide(c, state));
                    case MemberCommand c -> Families.decide(c, state);
                    case MonitoringCommand c -> List.of(Watch.decide(c, state));
                    case DescriptionCommand c -> List.of(Descriptions.decide(c, state));
                    case RelapseCommand c -> List.of(RelapseProcedure.decide(c, state));
                    case StandingCommand c -> Standings.decide(c, state);
                    case PolicyCommand c -> Policies.decide(c, state);
                    case BenefitLinkCommand c -> List.of(BenefitLinks.decide(c, state));
                };
        if (isStep(command)) inOrderOfTime(command, state);
        return events;
    }

    private static boolean isStep(HouseholdCommand command) {
        return switch (command) {
            case IdentificationCommand _,
                    RemoveHousehold _,
                    ExitCommand _,
                    MonitoringCommand _,
                    RelapseCommand _,
                    StandingCommand _,
                    DissolveHousehold _ ->
                    true;
            case HelpCommand _, AssignHelper _, PolicyCommand _, BenefitLinkCommand _ -> false;
            case CorrectionCommand _,
                    FileCommand _,
                    DescriptionCommand _,
                    JoinHousehold _,
                    LeaveHousehold _,
                    ChangeHead _ ->
                    false;
        };
    }

    /** Asked last, so that a step that is out of order altogether is told so. */
    private static void inOrderOfTime(HouseholdCommand command, Household state) {
        if (state instanceof Household.Known known
                && command.on().isBefore(known.file().lastOn())) {
            throw new Refused(
                    BEFORE_PREVIOUS_STEP, Map.of("previous", known.file().lastOn().toString()));
        }
    }

    @Override
    public Household evolve(Household state, HouseholdEvent event) {
        return Evolution.evolve(state, event);
    }

    @Override
    public String region(Household state) {
        return ((Household.Known) state).file().region();
    }

    /** A fact may be of a day before a move that was entered already. */
    @Override
    public String region(Household state, HouseholdEvent event) {
        return ((Household.Known) state).file().regionOn(event.occurredOn());
    }
}
