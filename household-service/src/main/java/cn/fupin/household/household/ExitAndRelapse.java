package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.ExitEvent.ExitWithdrawn;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.round.RoundEvent.Direction;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 脱贫 in its steps, and 返贫. A new proposal takes the place of one that came to nothing. */
final class ExitAndRelapse {
    /** Where no rule says how many. */
    static final int FEWEST_VERIFIERS = 3;

    private ExitAndRelapse() {}

    static HouseholdEvent decide(ExitCommand command, Household state) {
        return switch (command) {
            case ProposeExit c -> propose(c, state);
            case WithdrawExit c -> withdraw(c, state);
            case AssessExit c -> assess(c, state);
            case VerifyExit c -> verify(c, state);
            case AgreeToExit c -> agree(c, state);
            case ExitHousehold c -> exit(c, state);
            case RecordRelapse c -> relapse(c, state);
        };
    }

    private static ExitProposed propose(ProposeExit c, Household state) {
        if (!(state instanceof OnRegister)) throw new Refused(NOT_ON_THE_REGISTER);
        return new ExitProposed(c.householdId(), c.on(), c.decidedBy(), c.assumed(), c.evidence());
    }

    private static ExitWithdrawn withdraw(WithdrawExit c, Household state) {
        if (!(state instanceof ExitUnderWay)) throw new Refused(NO_EXIT_UNDER_WAY);
        return new ExitWithdrawn(
                c.householdId(), c.on(), c.reason(), c.decidedBy(), c.assumed(), c.evidence());
    }

    private static ExitAssessed assess(AssessExit c, Household state) {
        var household = underWay(state, ExitStage.PROPOSED, EXIT_NOT_WAITING_FOR_ASSESSMENT);
        var ballot = Identification.passed(c.assessment(), household.file());
        return new ExitAssessed(
                c.householdId(),
                c.on(),
                ballot.meeting().assessmentId(),
                ballot.meeting().attendance(),
                ballot.votesFor(),
                ballot.votesAgainst(),
                ballot.meeting().assumed());
    }

    private static ExitVerified verify(VerifyExit c, Household state) {
        var household = toBeVerified(state, c.assessmentRequired());
        var asked = c.asked();
        var least = Objects.requireNonNullElse(c.verifiersMin(), FEWEST_VERIFIERS);
        if (new HashSet<>(asked.verifiers()).size() < least) {
            throw new Refused(TOO_FEW_VERIFIERS, Map.of("least", least));
        }
        Identification.notOfALaterYear(asked.incomeYear(), c.on());
        household.registration().years().exitBy(asked.incomeYear());
        var standard = household.registration().standardOn(c.on());
        var line = Identification.line(c.line(), asked.incomeYear(), standard);
        if (asked.incomeFenPerHead() <= line.lineFenPerYear()) {
            throw new Refused(
                    INCOME_NOT_ABOVE_LINE, Map.of("lineFenPerYear", line.lineFenPerYear()));
        }
        if (!asked.assurances().all()) throw new Refused(ASSURANCE_MISSING);
        return new ExitVerified(
                c.householdId(),
                c.on(),
                asked.verifiers(),
                asked.incomeYear(),
                asked.incomeFenPerHead(),
                line.povertyLineId(),
                line.lineFenPerYear(),
                asked.assurances(),
                asked.assumed(),
                asked.evidence());
    }

    private static ExitAgreed agree(AgreeToExit c, Household state) {
        var household = underWay(state, ExitStage.VERIFIED, EXIT_NOT_VERIFIED);
        var signer = c.signedBy();
        if (signer == null || !household.file().family().has(signer, c.on())) {
            throw new Refused(SIGNER_NOT_A_MEMBER);
        }
        return new ExitAgreed(c.householdId(), c.on(), signer, c.assumed(), c.evidence());
    }

    private static HouseholdExited exit(ExitHousehold c, Household state) {
        var household = underWay(state, ExitStage.AGREED, EXIT_NOT_AGREED);
        notInTheYearOfEntry(c, household);
        NoticeHeld.check(c.notice(), NoticeKind.EXIT, household.file(), c.on());
        return new HouseholdExited(
                c.householdId(),
                c.on(),
                c.asked().noticeId(),
                c.asked().decidedBy(),
                household.file().family().personsOn(c.on()),
                c.asked().assumed(),
                announced(c),
                c.asked().evidence());
    }

    private static void notInTheYearOfEntry(ExitHousehold c, ExitUnderWay household) {
        var rule = c.notInYearOfEntry();
        var entered = household.registration().help().enteredOn();
        if (rule != null && rule > 0 && entered.getYear() == c.on().getYear()) {
            throw new Refused(NO_EXIT_IN_THAT_YEAR, Map.of("enteredOn", entered.toString()));
        }
    }

    private static @Nullable LocalDate announced(ExitHousehold c) {
        var day = c.asked().announcedOn();
        if (day == null) return null;
        if (day.isAfter(c.today())) throw new Refused(IN_THE_FUTURE);
        if (day.isBefore(c.on())) throw new Refused(ANNOUNCED_BEFORE_APPROVAL);
        return day;
    }

    /**
     * Held against the lists as a registration is. Takes quota places again, in the same
     * transaction, by {@link PlacesWithinQuota}.
     */
    private static HouseholdRelapsed relapse(RecordRelapse c, Household state) {
        if (!(state instanceof Exited exited)) throw new Refused(NOT_EXITED);
        var asked = c.asked();
        var reviewedBy = RelapseProcedure.through(exited, c.procedureRequired());
        RelapseProcedure.hung(c, exited, reviewedBy);
        Identification.quotaOfTheYear(asked.quotaYear(), c.on());
        Identification.notOfALaterYear(asked.incomeYear(), c.on());
        exited.registration().years().relapseBy(asked.incomeYear());
        var standard = exited.registration().standardOn(c.on());
        var line = Identification.line(c.line(), asked.incomeYear(), standard);
        if (asked.incomeFenPerHead() >= line.lineFenPerYear()) {
            throw new Refused(
                    INCOME_NOT_BELOW_LINE,
                    Map.of(
                            "incomeFenPerHead",
                            asked.incomeFenPerHead(),
                            "lineFenPerYear",
                            line.lineFenPerYear()));
        }
        c.screening().pass(exited.file(), c.on());
        InARound.check(asked.roundId(), c.round(), Direction.ENTER, exited.file(), c.on());
        return new HouseholdRelapsed(
                c.householdId(),
                c.on(),
                asked.noticeId() == null ? reviewedBy : asked.noticeId(),
                asked.cause(),
                asked.incomeYear(),
                asked.incomeFenPerHead(),
                line.povertyLineId(),
                line.lineFenPerYear(),
                exited.file().family().personsOn(c.on()),
                asked.quotaYear(),
                asked.decidedBy(),
                asked.assumed(),
                asked.evidence(),
                asked.roundId(),
                asked.roundRule());
    }

    /** Where no rule asks for the meeting, one that was held has its place before this step too. */
    private static ExitUnderWay toBeVerified(Household state, @Nullable Integer assessed) {
        if (state instanceof ExitUnderWay exit && exit.stage() == ExitStage.ASSESSED) return exit;
        var household = underWay(state, ExitStage.PROPOSED, EXIT_NOT_PROPOSED);
        if (assessed != null && assessed > 0) throw new Refused(EXIT_NOT_ASSESSED);
        return household;
    }

    private static ExitUnderWay underWay(Household state, ExitStage stage, HouseholdReason reason) {
        if (state instanceof ExitUnderWay exit && exit.stage() == stage) return exit;
        throw new Refused(reason);
    }
}
