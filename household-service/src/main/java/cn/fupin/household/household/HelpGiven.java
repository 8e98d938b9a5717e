package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Help goes on after an exit 脱贫不脱政策: what is handed over, checked and signed is of any household
 * that was registered once. A helper goes without a successor only when that is over or, of one
 * that never was, its risk is eliminated.
 */
final class HelpGiven {
    private HelpGiven() {}

    static HouseholdEvent decide(HelpCommand command, Household state) {
        return switch (command) {
            case ReleaseHelper c -> release(c, state);
            case CheckQuarter c -> check(c, onFile(c, state));
            case IssueHandbook c -> issue(c, enrolled(c, state));
            case IssueClearCard c -> issue(c, enrolled(c, state));
            case SignResult c -> sign(c, enrolled(c, state));
            case MoveHousehold c -> move(c, state);
        };
    }

    private static HelpEvent release(ReleaseHelper c, Household state) {
        return switch (state) {
            case OnRegister _ -> throw new Refused(HELPER_NOT_BEFORE_EXIT);
            case Exited exited -> release(c, exited);
            case OnFile household -> release(c, household.file(), household.monitoring());
            case Candidate household when household.onFile() != null ->
                    release(c, household.file(), household.onFile());
            default -> throw new Refused(NOT_EXITED);
        };
    }

    /** Of one that was never registered: whoever helps it does so until its risk is eliminated. */
    private static MonitoringHelperReleased release(
            ReleaseHelper c, File file, Monitoring monitoring) {
        var help = file.watchHelp();
        if (help == null) throw new Refused(NOT_EXITED);
        var helper = help.helperId();
        if (helper == null) throw new Refused(NO_HELPER);
        var until = help.watchedUntil();
        if (monitoring instanceof Monitored || until == null) {
            throw new Refused(HELPED_WHILE_MONITORED);
        }
        if (c.on().isBefore(until)) {
            throw new Refused(HELPED_WHILE_MONITORED, Map.of("earliest", until.toString()));
        }
        if (c.on().isBefore(help.since())) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", help.since().toString()));
        }
        return new MonitoringHelperReleased(
                c.householdId(),
                c.on(),
                helper,
                until,
                c.asked().reason(),
                c.asked().decidedBy(),
                c.asked().assumed(),
                c.asked().evidence());
    }

    private static HelperReleased release(ReleaseHelper c, Exited exited) {
        var help = exited.registration().help();
        var helper = help.helperId();
        var exitedOn = help.exitedOn();
        if (helper == null || exitedOn == null) throw new Refused(NO_HELPER);
        if (exited.monitoring() instanceof Monitored) throw new Refused(HELPED_WHILE_MONITORED);
        if (c.yearsAfterExit() == null) throw new Refused(NO_RULE_FOR_RELEASE);
        var earliest = exitedOn.plusYears(c.yearsAfterExit());
        if (help.helperSince().isAfter(earliest)) earliest = help.helperSince();
        if (c.on().isBefore(earliest)) {
            throw new Refused(HELP_GOES_ON, Map.of("earliest", earliest.toString()));
        }
        return new HelperReleased(
                c.householdId(),
                c.on(),
                helper,
                exitedOn,
                c.asked().reason(),
                c.asked().decidedBy(),
                c.asked().assumed(),
                c.asked().evidence());
    }

    private static QuarterChecked check(CheckQuarter c, Active household) {
        var quarter = c.quarter();
        if (c.on().isBefore(quarter.firstDay())) {
            throw new Refused(QUARTER_NOT_BEGUN, Map.of("begins", quarter.firstDay().toString()));
        }
        if (c.named()) signed(c.signedBy(), household, c.on());
        return new QuarterChecked(
                c.householdId(),
                c.on(),
                quarter.year(),
                quarter.quarter(),
                quarter.wageFen(),
                quarter.businessFen(),
                quarter.transferFen(),
                quarter.propertyFen(),
                quarter.costFen(),
                quarter.netFen(),
                quarter.livingFen(),
                quarter.schoolingFen(),
                quarter.medicalFen(),
                quarter.otherFen(),
                quarter.spentFen(),
                household.file().family().personsOn(c.on()),
                c.checkedBy(),
                c.signedBy(),
                c.assumed(),
                c.evidence());
    }

    private static HandbookIssued issue(IssueHandbook c, Enrolled household) {
        if (c.printedOn().isAfter(c.on())) throw new Refused(ISSUED_BEFORE_PRINTED);
        if (c.number().equals(household.registration().help().handbook())) {
            throw new Refused(SAME_HANDBOOK);
        }
        return new HandbookIssued(
                c.householdId(),
                c.on(),
                c.number(),
                c.printedOn(),
                c.issuedBy(),
                c.assumed(),
                c.evidence());
    }

    private static ClearCardIssued issue(IssueClearCard c, Enrolled household) {
        Identification.notOfALaterYear(c.year(), c.on());
        return new ClearCardIssued(
                c.householdId(), c.on(), c.year(), c.issuedBy(), c.assumed(), c.evidence());
    }

    private static ResultSigned sign(SignResult c, Enrolled household) {
        Identification.notOfALaterYear(c.year(), c.on());
        return new ResultSigned(
                c.householdId(),
                c.on(),
                c.year(),
                c.projectTypes(),
                signed(c.signedBy(), household, c.on()),
                c.assumed(),
                c.evidence());
    }

    /**
     * Where a division ended, only to what came after it; otherwise wherever it likes. Also between
     * two moves that are known: it goes on from there to where it is known to have gone next.
     */
    private static HouseholdMoved move(MoveHousehold c, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        var asked = c.asked();
        Families.notBeforeOpening(household, c.on());
        var here = household.file().placeOn(c.on());
        if (here.region().equals(asked.region()) && sameGroup(here, c)) {
            throw new Refused(LIES_THERE_ALREADY);
        }
        Identification.opensIn(c.village(), c.on());
        var group = Identification.inAGroup(asked.group(), c.village().groups(), c.on());
        if (asked.reason() == MoveReason.REDIVISION) followed(c, here.region());
        return new HouseholdMoved(
                c.householdId(),
                c.on(),
                asked.region(),
                here.region(),
                group,
                asked.reason(),
                household.file().family().personsOn(c.on()),
                asked.documentNo(),
                asked.assumed(),
                asked.evidence());
    }

    /** A group that is not said is no other one; what was written before is what it means now. */
    private static boolean sameGroup(File.Place here, MoveHousehold c) {
        var said = c.asked().group();
        if (said == null) return true;
        var groups = c.village().groups();
        var there = KnownGroup.meant(said, groups, c.on());
        var now = KnownGroup.meant(here.group(), groups, c.on());
        return there == null || now == null
                ? KnownGroup.isSame(said, here.group())
                : there.equals(now);
    }

    private static void followed(MoveHousehold c, String from) {
        var since = c.follows().since();
        if (since == null || !from.equals(c.follows().from()) || c.on().isBefore(since)) {
            throw new Refused(NOT_WHAT_CAME_AFTER);
        }
    }

    private static String signed(@Nullable String signer, Active household, LocalDate on) {
        if (signer == null || !household.file().family().has(signer, on)) {
            throw new Refused(SIGNER_NOT_A_MEMBER);
        }
        return signer;
    }

    private static Active onFile(HelpCommand c, Household state) {
        if (!(state instanceof Active active)
                || state instanceof Candidate candidate && candidate.onFile() == null) {
            throw new Refused(NOT_ON_FILE);
        }
        Families.notBeforeOpening(active, c.on());
        return active;
    }

    private static Enrolled enrolled(HelpCommand c, Household state) {
        if (!(state instanceof Enrolled household)) throw new Refused(NOT_ON_THE_REGISTER);
        // one that was split off is registered since before there was a file of its own
        Families.notBeforeOpening(household, c.on());
        var since = household.registration().since();
        if (c.on().isBefore(since)) {
            throw new Refused(NOT_YET_ON_THE_REGISTER, Map.of("registeredOn", since.toString()));
        }
        return household;
    }
}
