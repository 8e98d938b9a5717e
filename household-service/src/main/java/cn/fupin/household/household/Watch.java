package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.MonitoringCommand.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Households that are not on the register but near it: those that exited, and ordinary ones. Nobody
 * is watched without a clue, a check with the household's leave and a notice, where a rule asks for
 * it not without a meeting's vote, and not long after the clue. A new clue takes the place of one
 * that came to nothing.
 */
final class Watch {
    private Watch() {}

    static HouseholdEvent decide(MonitoringCommand command, Household state) {
        if (command instanceof RevokeMonitoring c) hasNotRelapsedSince(c, state);
        if (!(state instanceof OffRegister household)) throw new Refused(NOT_TO_BE_MONITORED);
        return switch (command) {
            case RaiseClue c -> raise(c, household);
            case CheckRisk c -> check(c, household);
            case AssessMonitoring c -> assess(c, household);
            case ConfirmMonitoring c -> confirm(c, household);
            case DismissClue c -> dismiss(c, household);
            case RevokeMonitoring c -> revoke(c, household);
            case EliminateRisk c -> eliminate(c, household);
        };
    }

    private static MonitoringClueRaised raise(RaiseClue c, OffRegister household) {
        if (household.monitoring() instanceof Monitored monitored) throw already(monitored);
        return new MonitoringClueRaised(
                c.householdId(), c.on(), c.source(), c.assumed(), c.evidence());
    }

    private static MonitoringChecked check(CheckRisk c, OffRegister household) {
        if (!(household.monitoring() instanceof Clued)) throw new Refused(NO_CLUE);
        var signer = c.authorisationSignedBy();
        if (signer == null || !household.file().family().has(signer, c.on())) {
            throw new Refused(SIGNER_NOT_A_MEMBER);
        }
        Identification.notOfALaterYear(c.incomeYear(), c.on());
        return new MonitoringChecked(
                c.householdId(),
                c.on(),
                c.checkers(),
                signer,
                c.incomeYear(),
                c.incomeFenPerHead(),
                c.risk(),
                c.assumed(),
                c.evidence(),
                range(c, household));
    }

    private static @Nullable Long range(CheckRisk c, OffRegister household) {
        return c.rangePercent() == null
                ? null
                : line(c.line(), c.incomeYear(), c.on(), household).share(c.rangePercent());
    }

    private static KnownLine line(
            @Nullable KnownLine line, int year, LocalDate on, OffRegister household) {
        var registration = Household.registration(household);
        var standard = registration == null ? null : registration.standardOn(on);
        return Identification.line(line, year, standard);
    }

    private static MonitoringAssessed assess(AssessMonitoring c, OffRegister household) {
        if (!(household.monitoring() instanceof Checked)) {
            throw new Refused(MONITORING_NOT_WAITING_FOR_ASSESSMENT);
        }
        var ballot = Identification.passed(c.assessment(), household.file());
        return new MonitoringAssessed(
                c.householdId(),
                c.on(),
                ballot.meeting().assessmentId(),
                ballot.meeting().attendance(),
                ballot.votesFor(),
                ballot.votesAgainst(),
                ballot.meeting().assumed());
    }

    private static MonitoringConfirmed confirm(ConfirmMonitoring c, OffRegister household) {
        var clueOn = toBeConfirmed(household.monitoring(), c.assessmentRequired());
        var asked = c.asked();
        var others =
                switch (household) {
                    case OnFile _ -> MonitoringKind.UNSTABLE_EXITED;
                    case Exited _ -> MonitoringKind.MARGINAL;
                };
        if (asked.kind() == others) throw new Refused(KIND_OF_OTHER_HOUSEHOLDS);
        if (asked.kind() != MonitoringKind.SUDDEN_HARDSHIP) withinRange(household.monitoring());
        NoticeHeld.check(c.notice(), NoticeKind.MONITORING, household.file(), c.on());
        if (c.daysMax() == null) throw new Refused(NO_RULE_FOR_MONITORING);
        var latest = Shanghai.dayAfterDuration(clueOn, c.daysMax()).minusDays(1);
        if (c.on().isAfter(latest)) {
            throw new Refused(TOO_LONG_AFTER_THE_CLUE, Map.of("latest", latest.toString()));
        }
        return new MonitoringConfirmed(
                c.householdId(),
                c.on(),
                asked.kind(),
                asked.noticeId(),
                asked.decidedBy(),
                clueOn,
                household.file().family().personsOn(c.on()),
                asked.assumed(),
                asked.evidence());
    }

    private static void withinRange(Monitoring monitoring) {
        var found =
                switch (monitoring) {
                    case Checked checked -> checked.found();
                    case Backed backed -> backed.found();
                    case Unwatched _, Clued _, Monitored _ -> null;
                };
        if (found == null || found.isWithinRange()) return;
        throw new Refused(INCOME_ABOVE_RANGE, Map.of("rangeFenPerYear", found.rangeFenPerYear()));
    }

    /** The day of the clue; where no rule asks for the meeting, one may have been held. */
    private static LocalDate toBeConfirmed(Monitoring monitoring, @Nullable Integer assessed) {
        return switch (monitoring) {
            case Backed backed -> backed.clueOn();
            case Checked checked -> {
                if (assessed != null && assessed > 0) throw new Refused(MONITORING_NOT_ASSESSED);
                yield checked.clueOn();
            }
            case Monitored monitored -> throw already(monitored);
            case Unwatched _, Clued _ -> throw new Refused(NOT_CHECKED);
        };
    }

    private static Refused already(Monitored monitored) {
        return new Refused(ALREADY_MONITORED, Map.of("since", monitored.since().toString()));
    }

    private static MonitoringDismissed dismiss(DismissClue c, OffRegister household) {
        return switch (household.monitoring()) {
            case Unwatched _ -> throw new Refused(NO_CLUE);
            // Whoever is watched is so until the risk is gone.
            case Monitored monitored -> throw already(monitored);
            case Clued _, Checked _, Backed _ ->
                    new MonitoringDismissed(
                            c.householdId(),
                            c.on(),
                            c.reason(),
                            c.decidedBy(),
                            c.assumed(),
                            c.evidence());
        };
    }

    private static void hasNotRelapsedSince(RevokeMonitoring c, Household state) {
        var confirmation = c.confirmation();
        if (confirmation == null || !(state instanceof OnRegister household)) return;
        var relapsedOn = household.registration().lastRelapse();
        if (relapsedOn == null || relapsedOn.isBefore(confirmation.on())) return;
        throw new Refused(
                LATER_STEP_STANDS_ON_IT, Map.of("step", HouseholdRelapsed.class.getSimpleName()));
    }

    /** One whose risk was eliminated since is watched no more: there is nothing to take back. */
    private static MonitoringRevoked revoke(RevokeMonitoring c, OffRegister household) {
        if (!(household.monitoring() instanceof Monitored monitored)) {
            throw new Refused(NOT_MONITORED);
        }
        var confirmation = c.confirmation();
        // The door looked before it was there, so it cannot be said who may not approve.
        if (confirmation == null || !confirmation.on().equals(monitored.since())) {
            throw new Refused(NOT_MONITORED);
        }
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        FourEyes.check(asked.approvedBy(), confirmation.enteredBy(), APPROVED_BY_WHOEVER_MONITORED);
        return new MonitoringRevoked(
                c.householdId(),
                c.on(),
                confirmation.eventId(),
                monitored.since(),
                asked.reason(),
                asked.decidedBy(),
                asked.approvedBy(),
                asked.assumed(),
                asked.evidence());
    }

    /** Above the range, where a rule says how far that is above the line; else above the line. */
    private static RiskEliminated eliminate(EliminateRisk c, OffRegister household) {
        if (!(household.monitoring() instanceof Monitored monitored)) {
            throw new Refused(NOT_MONITORED);
        }
        var asked = c.asked();
        Identification.notOfALaterYear(asked.incomeYear(), c.on());
        if (asked.incomeYear() < monitored.incomeYear()) {
            throw new Refused(
                    INCOME_YEAR_BEFORE_THE_CHECK,
                    Map.of(
                            "incomeYear",
                            asked.incomeYear(),
                            "checkedIncomeYear",
                            monitored.incomeYear()));
        }
        var line = line(c.line(), asked.incomeYear(), c.on(), household);
        if (asked.incomeFenPerHead() <= line.lineFenPerYear()) {
            throw new Refused(
                    INCOME_NOT_ABOVE_LINE, Map.of("lineFenPerYear", line.lineFenPerYear()));
        }
        var range = c.rangePercent() == null ? null : line.share(c.rangePercent());
        if (range != null && asked.incomeFenPerHead() <= range) {
            throw new Refused(INCOME_NOT_ABOVE_RANGE, Map.of("rangeFenPerYear", range));
        }
        if (!asked.assurances().all()) throw new Refused(ASSURANCE_MISSING);
        return new RiskEliminated(
                c.householdId(),
                c.on(),
                asked.incomeYear(),
                asked.incomeFenPerHead(),
                asked.assurances(),
                asked.decidedBy(),
                asked.assumed(),
                asked.evidence());
    }
}
