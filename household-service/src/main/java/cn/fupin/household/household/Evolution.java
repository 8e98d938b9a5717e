package cn.fupin.household.household;

import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.File.Assigned;
import cn.fupin.household.household.File.Cleared;
import cn.fupin.household.household.File.Numbered;
import cn.fupin.household.household.File.Place;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.Help.Handbook;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event makes of a household. It never refuses: the fact is stored already. */
final class Evolution {
    private Evolution() {}

    static Household evolve(Household state, HouseholdEvent event) {
        var after = evolved(state, event);
        if (!isFactOfItsDay(event) || !(after instanceof Active household)) return after;
        var fact = new File.Fact(event.getClass().getSimpleName(), event.occurredOn());
        return household.with(household.file().with(household.file().entries().with(fact)));
    }

    /**
     * Not a step, which has an order of its own, nor what says how others of earlier days were;
     * policies know their own days.
     */
    private static boolean isFactOfItsDay(HouseholdEvent event) {
        return switch (event) {
            case MemberIdentified _, HouseholdNumbered _, PolicyEvent _, CorrectionEvent _ -> false;
            case HelperAssigned _,
                    FileEvent _,
                    HelpEvent _,
                    MemberEvent _,
                    DescriptionEvent _,
                    BenefitLinkEvent _ ->
                    true;
            case IdentificationEvent _,
                    HouseholdRemoved _,
                    ExitEvent _,
                    RelapseEvent _,
                    MonitoringEvent _,
                    StandingEvent _ ->
                    false;
        };
    }

    private static Household evolved(Household state, HouseholdEvent event) {
        return switch (event) {
            case IdentificationEvent e -> identified(state, e);
            case RegisterEvent e -> onTheRegister(state, e);
            case ExitEvent e -> exiting(state, e);
            case RelapseEvent e -> relapsing((Exited) state, e);
            case StandingEvent e -> standing(state, e);
            case MonitoringEvent e -> watched((OffRegister) state, e);
            case MemberEvent e -> family(state, e);
            case FileEvent e -> filed(state, e);
            case HelpEvent e -> helped(state, e);
            case DescriptionEvent e -> described(state, e);
            case CorrectionEvent e -> corrected(state, e);
            case PolicyEvent e -> supported(state, e);
            case BenefitLinkEvent e -> with(state, file(state).with(file(state).links().with(e)));
        };
    }

    private static Household identified(Household state, IdentificationEvent event) {
        return switch (event) {
            case HouseholdApplied e -> new Applied(File.opened(e), null);
            case HouseholdRecorded e -> new OnFile(File.opened(e), new Unwatched());
            case HouseholdOnFileApplied e ->
                    new Applied(on(state, e), ((OnFile) state).monitoring());
            case HouseholdBackOnFile e ->
                    new OnFile(
                            on(signed(state, e.signedBy(), e), e),
                            Objects.requireNonNull(((Candidate) state).onFile()));
            case HouseholdSurveyed e -> {
                var finding = new Finding(e.incomeYear(), e.incomeFenPerHead());
                yield new Surveyed(on(state, e), finding, ((Applied) state).onFile());
            }
            case HouseholdAssessed e -> {
                var surveyed = (Surveyed) state;
                yield new Assessed(on(state, e), surveyed.finding(), surveyed.onFile());
            }
            case TownshipReviewed e -> {
                var assessed = (Assessed) state;
                yield new Reviewed(on(state, e), assessed.finding(), assessed.onFile());
            }
            case HouseholdRegistered e -> registered(state, e);
            case HouseholdRejected e -> new Rejected(on(state, e));
            case HouseholdWithdrew e -> new Withdrawn(on(state, e));
        };
    }

    private static Household onTheRegister(Household state, RegisterEvent event) {
        return switch (event) {
            case HelperAssigned e -> assigned(state, e);
            case HouseholdRemoved e -> new Removed((Active) state, e.occurredOn());
        };
    }

    /** Of one that was never registered it is because it is monitored. */
    private static Household assigned(Household state, HelperAssigned e) {
        if (state instanceof Enrolled) {
            return with(state, help(state).by(e.helperId(), e.occurredOn()));
        }
        var before = file(state).watchHelp();
        var help =
                before == null
                        ? new WatchHelp(Helpers.nobody(watchedSince(state, e)), null)
                        : before;
        return with(state, file(state).with(anew(help, state, e)));
    }

    /** Monitored again since it was left without a helper, it is due one from then on. */
    private static WatchHelp anew(WatchHelp help, Household state, HelperAssigned e) {
        if (help.helperId() != null) return help.by(e.helperId(), e.occurredOn());
        var since = watchedSince(state, e);
        var from = since.isAfter(help.since()) ? since : help.since();
        return new WatchHelp(Helpers.nobody(from), help.watchedUntil())
                .by(e.helperId(), e.occurredOn());
    }

    private static LocalDate watchedSince(Household state, HelperAssigned e) {
        var monitoring =
                switch (state) {
                    case OffRegister household -> household.monitoring();
                    case Candidate household -> household.onFile();
                    default -> null;
                };
        return monitoring instanceof Monitored monitored ? monitored.since() : e.occurredOn();
    }

    /** Whoever helped it while it was monitored is its helper on the register. */
    private static Registered registered(Household state, HouseholdRegistered e) {
        var file = on(state, e);
        var registration = Registration.of(e);
        var help = file.watchHelp();
        if (help == null || help.helperId() == null) return new Registered(file, registration);
        var now = registration.help().with(help.helpers());
        return new Registered(file.with((WatchHelp) null), registration.with(now));
    }

    private static Household exiting(Household state, ExitEvent event) {
        return switch (event) {
            case ExitProposed e -> exit(unverified(state), e, ExitStage.PROPOSED);
            case ExitAssessed e -> exit(state, e, ExitStage.ASSESSED);
            case ExitVerified e -> {
                var verified = registration(state).years().verified(e.incomeYear());
                yield exit(with(state, verified), e, ExitStage.VERIFIED);
            }
            case ExitAgreed e -> exit(signed(state, e.signedBy(), e), e, ExitStage.AGREED);
            case ExitWithdrawn e -> new Registered(on(state, e), registration(unverified(state)));
            case HouseholdExited e -> {
                var now = registration(state).with(help(state).exited(e.occurredOn()));
                yield new Exited(on(state, e), now);
            }
            case HouseholdRelapsed e -> {
                var watch = ((Exited) state).monitoring();
                yield new Registered(on(state, e), registration(state).relapsed(e, watch));
            }
        };
    }

    /** As if no exit of it were verified. */
    private static Enrolled unverified(Household state) {
        return with(state, registration(state).years().notVerified());
    }

    private static Enrolled with(Household state, IncomeYears now) {
        return ((Enrolled) state).with(registration(state).with(now));
    }

    private static ExitUnderWay exit(Household state, ExitEvent e, ExitStage stage) {
        return new ExitUnderWay(on(state, e), ((OnRegister) state).registration(), stage);
    }

    private static Exited relapsing(Exited state, RelapseEvent event) {
        var now =
                switch (event) {
                    case RelapseProposed _ -> new Proposed();
                    case RelapseAssessed e -> new Seconded(e.occurredOn());
                    case RelapseReviewed e -> new Endorsed(e.noticeId(), e.occurredOn());
                    case RelapseWithdrawn _ -> new NotProposed();
                };
        return state.with(on(state, event), now);
    }

    private static Household standing(Household state, StandingEvent event) {
        return switch (event) {
            // An exit that was under way comes to nothing.
            case HouseholdSuspended e ->
                    new Suspended(on(state, e), registration(unverified(state)));
            case HouseholdResumed e ->
                    new Registered(on(state, e), ((Suspended) state).registration());
            case ExitRevoked e -> {
                var now = registration(unverified(state)).with(help(state).revoked());
                yield new Registered(on(state, e), now);
            }
            case RelapseRevoked e -> {
                var relapsed = registration(state);
                yield new Exited(
                        on(state, e),
                        relapsed.revoked(e),
                        relapsed.watchedBefore(),
                        new NotProposed());
            }
            case EndRevoked e -> reinstated((Ended) state, e);
            case HouseholdMerged e -> new Merged(on(state, e));
            case HouseholdSplit e -> {
                var stay = family(state).parted(e.personIds(), e.occurredOn(), e.newHead());
                yield reshaped(((Active) state).with(on(state, e).with(stay)), e);
            }
            case HouseholdSplitOff e -> splitOff(e);
        };
    }

    /** As it stood, but for its helper, who was relieved when it ended. */
    private static Household reinstated(Ended state, EndRevoked e) {
        var file = on(state, e);
        var help = file.watchHelp();
        var now =
                state.before().with(help == null ? file : file.with(help.by(null, e.occurredOn())));
        return now instanceof Enrolled household
                ? with(household, help(household).by(null, e.occurredOn()))
                : now;
    }

    private static Household reshaped(Household state, HouseholdEvent by) {
        return state instanceof Enrolled household
                ? household.with(household.registration().reshaped(by.getClass().getSimpleName()))
                : state;
    }

    private static Household splitOff(HouseholdSplitOff e) {
        var file = File.opened(e);
        return switch (e.standing()) {
            case ON_FILE -> new OnFile(file, new Unwatched());
            case REGISTERED -> new Registered(file, Registration.of(e));
            case EXITED -> new Exited(file, Registration.of(e));
        };
    }

    private static OffRegister watched(OffRegister state, MonitoringEvent event) {
        var now =
                switch (event) {
                    case MonitoringClueRaised e -> new Clued(e.occurredOn());
                    case MonitoringChecked e ->
                            new Checked(
                                    ((Clued) state.monitoring()).clueOn(),
                                    new FoundIncome(
                                            e.incomeYear(),
                                            e.incomeFenPerHead(),
                                            e.rangeFenPerYear()));
                    case MonitoringAssessed _ -> {
                        var checked = (Checked) state.monitoring();
                        yield new Backed(checked.clueOn(), checked.found());
                    }
                    case MonitoringConfirmed e ->
                            new Monitored(
                                    e.kind(), e.occurredOn(), checkedYear(state.monitoring()));
                    case MonitoringDismissed _, MonitoringRevoked _, RiskEliminated _ ->
                            new Unwatched();
                };
        var signer = event instanceof MonitoringChecked e ? e.authorisationSignedBy() : null;
        return state.with(helpedOn(on(signed(state, signer, event), event), event), now);
    }

    /** From when on it may go without a helper, if it was never registered. */
    private static File helpedOn(File file, MonitoringEvent event) {
        var help = file.watchHelp();
        if (help == null) return file;
        return switch (event) {
            case MonitoringConfirmed _ -> file.with(help.watchedUntil(null));
            case RiskEliminated _, MonitoringRevoked _ ->
                    file.with(help.watchedUntil(event.occurredOn()));
            case MonitoringClueRaised _,
                    MonitoringChecked _,
                    MonitoringAssessed _,
                    MonitoringDismissed _ ->
                    file;
        };
    }

    private static int checkedYear(Monitoring monitoring) {
        return switch (monitoring) {
            case Checked checked -> checked.found().year();
            case Backed backed -> backed.found().year();
            case Unwatched _, Clued _, Monitored _ ->
                    throw new IllegalStateException("confirmed without a check: " + monitoring);
        };
    }

    private static Household family(Household state, MemberEvent event) {
        return switch (event) {
            case MemberJoined e -> {
                var joined = with(state, family(state).joined(e.member(), e.occurredOn()));
                yield e.reason() == JoiningReason.MERGER ? reshaped(joined, e) : joined;
            }
            case MemberLeft e ->
                    with(state, family(state).left(e.personId(), e.occurredOn(), e.newHead()));
            case HeadChanged e -> with(state, family(state).headed(e.head(), e.occurredOn()));
            case HouseholdDissolved e -> new Dissolved((Active) state, e.occurredOn());
        };
    }

    /** Entered in the file, and moves the household nowhere. */
    private static Household filed(Household state, FileEvent event) {
        return switch (event) {
            case MeasureAssigned e ->
                    with(state, file(state).with(new Assigned(e.measure(), e.scheme())));
            case ExclusionCleared e -> {
                var cleared = new Cleared(e.personId(), e.item(), e.occurredOn());
                yield with(state, file(state).with(cleared));
            }
            case ExitPlanned e -> with(state, help(state).planned(e.occurredOn()));
            case ExitPlanDropped _ -> with(state, help(state).planned(null));
            case HouseholdReverified e ->
                    e.roundId() == null ? state : with(state, file(state).keptIn(e.roundId()));
            case PlanAdopted e -> with(state, file(state).with(file(state).plans().with(e)));
            case PlannedMeasureDone e -> with(state, file(state).with(file(state).plans().with(e)));
            case IncomeRecorded _, HouseholdVisited _ -> state;
        };
    }

    private static Household helped(Household state, HelpEvent event) {
        return switch (event) {
            case HelperReleased e -> with(state, help(state).by(null, e.occurredOn()));
            case MonitoringHelperReleased e -> {
                var help = file(state).watchHelp();
                yield help == null
                        ? state
                        : with(state, file(state).with(help.by(null, e.occurredOn())));
            }
            case HandbookIssued e ->
                    with(state, help(state).with(new Handbook(e.number(), e.occurredOn())));
            case HouseholdMoved e ->
                    with(state, file(state).in(new Place(e.region(), e.group(), e.occurredOn())));
            case QuarterChecked e -> signed(state, e.signedBy(), e);
            case ResultSigned e -> signed(state, e.signedBy(), e);
            case ClearCardIssued _ -> state;
        };
    }

    private static Household supported(Household state, PolicyEvent event) {
        var household = (Known) state;
        var policies = household.file().policies();
        var now =
                switch (event) {
                    case PolicyAppliedFor e -> policies.with(e);
                    case PolicyApplicationDeclined e -> policies.with(e);
                    case PolicyApplicationWithdrawn e -> policies.with(e);
                    case PolicyGranted e -> policies.with(e);
                    case PolicyEnded e -> policies.with(e);
                    // It comes to light also after the household's life is over.
                    case PolicyTakenBack e -> policies.with(e);
                };
        return household.with(household.file().with(now));
    }

    private static Household described(Household state, DescriptionEvent event) {
        // Its end may be taken back: then it is as it was described meanwhile.
        if (state instanceof Ended ended) {
            return ended.after((Active) described(ended.before(), event));
        }
        return switch (event) {
            // Of one that was never registered, or whose life has ended, nothing is left to
            // classify.
            case HouseholdReclassified e ->
                    state instanceof Enrolled household
                            ? household.with(household.registration().reclassified(e))
                            : state;
            case MemberIdentified e ->
                    with(state, file(state).identified(e.personId(), e.identifiedAs()));
            case HouseholdNumbered e ->
                    with(
                            state,
                            file(state).with(new Numbered(e.householdNumber(), e.occurredOn())));
            case HouseholdDescribed _, MemberDescribed _ -> state;
        };
    }

    /** A correction is no step: it may be of an earlier day and changes no stage. */
    private static Household corrected(Household state, CorrectionEvent event) {
        if (state instanceof Ended ended) {
            return ended.after((Active) corrected(ended.before(), event));
        }
        return switch (event) {
            case SurveyCorrected e ->
                    refound(state, new Finding(e.incomeYear(), e.incomeFenPerHead()));
            case CausesCorrected e ->
                    state instanceof Enrolled household
                            ? household.with(household.registration().corrected(e))
                            : state;
            case RelapseIncomeCorrected e ->
                    state instanceof Enrolled household
                            ? household.with(household.registration().corrected(e))
                            : state;
            case MemberNameCorrected _ -> state;
            case MemberNumberCorrected e -> renumbered((Known) state, e);
            case EntryTakenBack e -> takenBack((Known) state, e);
            case HouseholdNumberCorrected e -> numbered((Known) state, e);
            case MemberDayCorrected e -> {
                var file = file(state);
                var family = file.family().moved(e.member().personId(), e.came(), e.rightDay());
                var fact = e.came() ? MemberJoined.class : MemberLeft.class;
                var wrong = new File.Fact(fact.getSimpleName(), e.wrongDay());
                var right = new File.Fact(fact.getSimpleName(), e.rightDay());
                yield with(state, file.with(family).with(file.entries().moved(wrong, right)));
            }
        };
    }

    /** It comes to light also after the household's life is over. */
    private static Household takenBack(Known state, EntryTakenBack event) {
        var wrong = new File.Fact(event.entry().getSimpleName(), event.entryOn());
        var file = state.file();
        var left = file.with(file.entries().without(wrong, event.correctsEventId()));
        return switch (event) {
            case MeasureTakenBack e ->
                    state.with(left.without(new Assigned(e.measure(), e.scheme())));
            case ClearanceTakenBack e ->
                    state.with(left.withoutClearance(e.personId(), e.item(), e.clearedOn()));
            case QuarterCheckTakenBack e -> unsigned(state.with(left), e.signedBy(), e.checkedOn());
            case ResultTakenBack e -> unsigned(state.with(left), e.signedBy(), e.signedOn());
            case HandbookTakenBack e ->
                    state.with(left) instanceof Enrolled household
                            ? with(
                                    household,
                                    help(household).without(new Handbook(e.number(), e.issuedOn())))
                            : state.with(left);
            case PlanTakenBack e -> state.with(left.with(left.plans().without(e)));
            case PlannedMeasureTakenBack e -> state.with(left.with(left.plans().without(e)));
            case BenefitLinkTakenBack e -> state.with(left.with(left.links().without(e)));
            case BenefitLinkEndTakenBack e -> state.with(left.with(left.links().without(e)));
            case DividendTakenBack e -> state.with(left.with(left.links().without(e)));
            case VisitTakenBack _, ClearCardTakenBack _ -> state.with(left);
        };
    }

    private static Known unsigned(Known state, @Nullable String signer, LocalDate on) {
        var file = state.file();
        return signer == null ? state : state.with(file.with(file.family().unsigned(signer, on)));
    }

    /**
     * Also in a household that has ended. What was cleared was a number that is somebody else's.
     */
    private static Household renumbered(Known state, MemberNumberCorrected e) {
        var file = state.file();
        return state.with(
                file.with(file.family().identified(e.personId(), e.identifiedAs()))
                        .with(file.policies().identified(e.personId(), e.identifiedAs())));
    }

    /** Also of a household that has ended: its number stays its own. */
    private static Household numbered(Known state, HouseholdNumberCorrected e) {
        var number = e.householdNumber();
        return state.with(
                state.file().with(number == null ? null : new Numbered(number, e.numberedOn())));
    }

    private static Household refound(Household state, Finding finding) {
        return switch (state) {
            case Surveyed s -> new Surveyed(s.file(), finding, s.onFile());
            case Assessed s -> new Assessed(s.file(), finding, s.onFile());
            case Reviewed s -> new Reviewed(s.file(), finding, s.onFile());
            // What was decided on the old finding stands until an authority decides otherwise.
            case Enrolled s -> s.with(s.registration().surveyCorrected(finding.incomeYear()));
            case None _,
                    Applied _,
                    Rejected _,
                    Withdrawn _,
                    OnFile _,
                    Removed _,
                    Dissolved _,
                    Merged _ ->
                    state;
        };
    }

    /** The file after a step of that day. */
    private static File on(Household state, HouseholdEvent e) {
        return ((Known) state).file().on(e.occurredOn());
    }

    private static File file(Household state) {
        return ((Active) state).file();
    }

    private static Family family(Household state) {
        return file(state).family();
    }

    private static Registration registration(Household state) {
        return ((Enrolled) state).registration();
    }

    private static Help help(Household state) {
        return registration(state).help();
    }

    private static Household with(Household state, File now) {
        return ((Active) state).with(now);
    }

    private static Household signed(
            Household state, @Nullable String signer, HouseholdEvent event) {
        return signer == null
                ? state
                : with(state, family(state).signed(signer, event.occurredOn()));
    }

    private static Household with(Household state, Family now) {
        return with(state, file(state).with(now));
    }

    /** No step of a life: a helper who changes while a notice hangs does not end the notice. */
    private static Household with(Household state, Help now) {
        return ((Enrolled) state).with(registration(state).with(now));
    }
}
