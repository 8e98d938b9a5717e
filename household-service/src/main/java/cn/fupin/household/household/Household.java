package cn.fupin.household.household;

import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a household stands in its life; which type it is says what may happen next. */
sealed interface Household {
    record None() implements Household {}

    /** Every household with a life: it applied or was put on file. */
    sealed interface Known extends Household {
        File file();
    }

    /** Its persons are claimed, its members may change; no end has been put to it. */
    sealed interface Active extends Known {
        Active with(File file);
    }

    /** In the course of identification, not yet on the register. */
    sealed interface Candidate extends Active {
        Stage stage();
    }

    /** It was registered once: help goes on for it, on the register and after. */
    sealed interface Enrolled extends Active {
        Registration registration();

        Enrolled with(Registration registration);
    }

    /** On the register; an exit may be under way. */
    sealed interface OnRegister extends Enrolled {}

    /** Near the register, and watched when there is reason to. */
    sealed interface OffRegister extends Active {
        Monitoring monitoring();

        OffRegister with(File file, Monitoring monitoring);
    }

    /**
     * What every state has.
     *
     * @param lastOn the day of the latest step: no later step may be dated before it
     * @param measures the batches it belongs to
     * @param cleared what was looked into of exclusion rules
     * @param places where it lay from which day on, the opening first
     */
    record File(
            Family family,
            LocalDate lastOn,
            Set<Assigned> measures,
            Set<Cleared> cleared,
            List<Place> places) {
        /** Where it lies now. */
        String region() {
            return places.getLast().region();
        }

        /** Where it lay that day; before the opening, where it opened. */
        String regionOn(LocalDate day) {
            return places.reversed().stream()
                    .filter(place -> !place.since().isAfter(day))
                    .findFirst()
                    .orElse(places.getFirst())
                    .region();
        }

        File in(Place place) {
            var more = new ArrayList<>(places);
            more.add(place);
            return new File(family, lastOn, measures, cleared, List.copyOf(more));
        }

        File on(LocalDate date) {
            return new File(family, date, measures, cleared, places);
        }

        File with(Family changed) {
            return new File(changed, lastOn, measures, cleared, places);
        }

        File with(Assigned measure) {
            var more = new HashSet<>(measures);
            more.add(measure);
            return new File(family, lastOn, Set.copyOf(more), cleared, places);
        }

        File with(Cleared clearance) {
            var more = new HashSet<>(cleared);
            more.add(clearance);
            return new File(family, lastOn, measures, Set.copyOf(more), places);
        }

        /** One person under another id, for all days and whatever was looked into. */
        File identified(String personId, String as) {
            var renamed =
                    cleared.stream()
                            .map(c ->
                                    c.personId().equals(personId)
                                            ? new Cleared(as, c.item(), c.on())
                                            : c)
                            .collect(Collectors.toUnmodifiableSet());
            return new File(family.identified(personId, as), lastOn, measures, renamed, places);
        }

        boolean isCleared(String personId, ExclusionItem item, LocalDate day) {
            return cleared.stream()
                    .anyMatch(c ->
                            c.personId().equals(personId)
                                    && c.item() == item
                                    && !c.on().isAfter(day));
        }
    }

    /**
     * @param group of its villagers, null when nobody says
     */
    record Place(String region, @Nullable String group, LocalDate since) {}

    /** An exclusion rule does not stand in a member's way from that day on. */
    record Cleared(String personId, ExclusionItem item, LocalDate on) {}

    /** A measure of a scheme. */
    record Assigned(Measure measure, String scheme) {}

    record Applied(File file) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.APPLIED;
        }

        @Override
        public Applied with(File changed) {
            return new Applied(changed);
        }
    }

    record Surveyed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.SURVEYED;
        }

        @Override
        public Surveyed with(File changed) {
            return new Surveyed(changed, finding);
        }
    }

    /** The income the survey found, as corrected. */
    record Finding(int incomeYear, long fenPerHead) {}

    record Assessed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.ASSESSED;
        }

        @Override
        public Assessed with(File changed) {
            return new Assessed(changed, finding);
        }
    }

    record Reviewed(File file, Finding finding) implements Candidate {
        @Override
        public Stage stage() {
            return Stage.TOWNSHIP_REVIEWED;
        }

        @Override
        public Reviewed with(File changed) {
            return new Reviewed(changed, finding);
        }
    }

    record Rejected(File file) implements Known {}

    /** It took its application back. */
    record Withdrawn(File file) implements Known {}

    /**
     * What a household has from its registration on.
     *
     * @param since the day it was first registered
     * @param standards by which it stood from which day on, the first first
     * @param entries its own, the first first; none when it was split off one that had them
     */
    record Registration(
            LocalDate since,
            Help help,
            Classification classification,
            List<Held> standards,
            List<Entry> entries) {
        Registration(LocalDate since, Help help, Classification classification) {
            this(since, help, classification, List.of(classification.held()), List.of());
        }

        Registration with(Classification changed) {
            return new Registration(since, help, changed, more(standards, changed.held()), entries);
        }

        Registration with(Help changed) {
            return new Registration(since, changed, classification, standards, entries);
        }

        Registration entered(LocalDate on, Finding by) {
            var more = more(entries, new Entry(on, by));
            return new Registration(since, help, classification, standards, more);
        }

        Registration relapsed(LocalDate on, Finding by) {
            return with(help.entered(on)).entered(on, by);
        }

        /** By which it stood that day; before any, the first. */
        Standard standardOn(LocalDate day) {
            return standards.reversed().stream()
                    .filter(held -> !held.since().isAfter(day))
                    .findFirst()
                    .orElse(standards.getFirst())
                    .standard();
        }

        /** By which it came onto the register last by that day; null when nobody says. */
        @Nullable Finding incomeOn(LocalDate day) {
            return entries.reversed().stream()
                    .filter(entry -> !entry.on().isAfter(day))
                    .map(Entry::income)
                    .findFirst()
                    .orElse(null);
        }

        private static <T> List<T> more(List<T> some, T next) {
            return Stream.concat(some.stream(), Stream.of(next)).toList();
        }
    }

    /** A standard it stands registered by from that day on. */
    record Held(LocalDate since, Standard standard) {}

    /** It came onto the register that day, by that income. */
    record Entry(LocalDate on, Finding income) {}

    /**
     * What is done for it.
     *
     * @param enteredOn the day it came onto the register last, by registration or relapse
     * @param exitedOn the day it last came out of poverty, null before and when that was taken back
     * @param helperId the one responsible helper, null while none is named
     * @param helperSince the day that is so from
     * @param handbook the number of the one it has, null before the first
     * @param exitPlannedOn the day of the plan for its exit, null while there is none
     */
    record Help(
            LocalDate enteredOn,
            @Nullable LocalDate exitedOn,
            @Nullable String helperId,
            LocalDate helperSince,
            @Nullable String handbook,
            @Nullable LocalDate exitPlannedOn) {
        static Help from(LocalDate registeredOn) {
            return new Help(registeredOn, null, null, registeredOn, null, null);
        }

        Help entered(LocalDate on) {
            return new Help(on, exitedOn, helperId, helperSince, handbook, null);
        }

        Help exited(LocalDate on) {
            return new Help(enteredOn, on, helperId, helperSince, handbook, null);
        }

        /** As if it had not been: it is none from which years are counted. */
        Help revoked() {
            return new Help(enteredOn, null, helperId, helperSince, handbook, null);
        }

        Help by(@Nullable String helper, LocalDate since) {
            return new Help(enteredOn, exitedOn, helper, since, handbook, exitPlannedOn);
        }

        Help written(String number) {
            return new Help(enteredOn, exitedOn, helperId, helperSince, number, exitPlannedOn);
        }

        Help planned(@Nullable LocalDate on) {
            return new Help(enteredOn, exitedOn, helperId, helperSince, handbook, on);
        }
    }

    /**
     * What it is registered as.
     *
     * @param since the day from which on that holds
     * @param asRegistered whether it is what the registration said, and not what was said later
     */
    record Classification(
            LocalDate since,
            Standard standard,
            HouseholdType householdType,
            Cause mainCause,
            List<Cause> otherCauses,
            boolean asRegistered) {
        Classification(
                LocalDate since,
                Standard standard,
                HouseholdType householdType,
                Cause mainCause,
                List<Cause> otherCauses) {
            this(since, standard, householdType, mainCause, otherCauses, false);
        }

        Held held() {
            return new Held(since, standard);
        }

        /** In whatever order the other causes are named. */
        boolean saysTheSameAs(Classification other) {
            return standard == other.standard
                    && householdType == other.householdType
                    && mainCause == other.mainCause
                    && Set.copyOf(otherCauses).equals(Set.copyOf(other.otherCauses));
        }
    }

    record Registered(File file, Registration registration) implements OnRegister {
        @Override
        public Registered with(File changed) {
            return new Registered(changed, registration);
        }

        @Override
        public Registered with(Registration changed) {
            return new Registered(file, changed);
        }
    }

    record ExitUnderWay(File file, Registration registration, ExitStage stage)
            implements OnRegister {
        @Override
        public ExitUnderWay with(File changed) {
            return new ExitUnderWay(changed, registration, stage);
        }

        @Override
        public ExitUnderWay with(Registration changed) {
            return new ExitUnderWay(file, changed, stage);
        }
    }

    enum ExitStage {
        PROPOSED,
        VERIFIED,
        AGREED
    }

    /** The helper stays after the exit 脱贫不脱帮扶. */
    record Exited(File file, Registration registration, Monitoring monitoring, Relapse relapse)
            implements OffRegister, Enrolled {
        Exited(File file, Registration registration) {
            this(file, registration, new Unwatched(), new NotProposed());
        }

        @Override
        public Exited with(Registration changed) {
            return new Exited(file, changed, monitoring, relapse);
        }

        @Override
        public Exited with(File changed) {
            return new Exited(changed, registration, monitoring, relapse);
        }

        @Override
        public Exited with(File changed, Monitoring now) {
            return new Exited(changed, registration, now, relapse);
        }

        Exited with(File changed, Relapse now) {
            return new Exited(changed, registration, monitoring, now);
        }

        /** Null when it stands as exited because the household it was split off did. */
        @Nullable LocalDate ownExit() {
            var exitedOn = registration.help().exitedOn();
            var opened = file.places().getFirst().since();
            return exitedOn == null || !exitedOn.isAfter(opened) ? null : exitedOn;
        }
    }

    /** How far its relapse has come 返贫程序. */
    sealed interface Relapse {}

    record NotProposed() implements Relapse {}

    record Proposed() implements Relapse {}

    /** By the meeting of that day. */
    record Seconded(LocalDate on) implements Relapse {}

    /** By the township, upon that notice. */
    record Endorsed(String noticeId) implements Relapse {}

    /** Not on the register for a while 中止; its persons, places and helper are kept for it. */
    record Suspended(File file, Registration registration) implements Enrolled {
        @Override
        public Suspended with(Registration changed) {
            return new Suspended(file, changed);
        }

        @Override
        public Suspended with(File changed) {
            return new Suspended(changed, registration);
        }
    }

    /** An ordinary household 一般农户, never registered. */
    record OnFile(File file, Monitoring monitoring) implements OffRegister {
        @Override
        public OnFile with(File changed) {
            return new OnFile(changed, monitoring);
        }

        @Override
        public OnFile with(File changed, Monitoring now) {
            return new OnFile(changed, now);
        }
    }

    /** How far the watch has come. */
    sealed interface Monitoring {}

    record Unwatched() implements Monitoring {}

    record Clued(LocalDate clueOn) implements Monitoring {}

    record Checked(LocalDate clueOn) implements Monitoring {}

    record Monitored(MonitoringKind kind) implements Monitoring {}

    record Removed(File file) implements Known {}

    /** For good 自然销户. */
    record Dissolved(File file) implements Known {}

    /** Its persons are another household's. */
    record Merged(File file) implements Known {}

    static Household evolve(Household state, HouseholdEvent event) {
        return switch (event) {
            case HouseholdApplied e ->
                    new Applied(file(e.region(), e.group(), e.occurredOn(), e.head(), e.members()));
            case HouseholdRecorded e ->
                    new OnFile(
                            file(e.region(), e.group(), e.occurredOn(), e.head(), e.members()),
                            new Unwatched());
            case HouseholdSurveyed e ->
                    new Surveyed(on(state, e), new Finding(e.incomeYear(), e.incomeFenPerHead()));
            case HouseholdAssessed e -> new Assessed(on(state, e), ((Surveyed) state).finding());
            case TownshipReviewed e -> new Reviewed(on(state, e), ((Assessed) state).finding());
            case HouseholdRegistered e ->
                    new Registered(
                            on(state, e),
                            new Registration(
                                            e.occurredOn(),
                                            Help.from(e.occurredOn()),
                                            classification(e))
                                    .entered(
                                            e.occurredOn(),
                                            new Finding(e.incomeYear(), e.incomeFenPerHead())));
            case HouseholdRejected e -> new Rejected(on(state, e));
            case HouseholdWithdrew e -> new Withdrawn(on(state, e));
            case ExclusionCleared e -> {
                var household = (Active) state;
                yield household.with(
                        household.file().with(new Cleared(e.personId(), e.item(), e.occurredOn())));
            }
            case HelperAssigned e -> helped(state, help(state).by(e.helperId(), e.occurredOn()));
            case HouseholdRemoved e -> new Removed(on(state, e));
            case ExitProposed e -> exit(state, e, ExitStage.PROPOSED);
            case ExitVerified e -> exit(state, e, ExitStage.VERIFIED);
            case ExitAgreed e -> exit(state, e, ExitStage.AGREED);
            case HouseholdExited e ->
                    new Exited(
                            on(state, e), enrolled(state).with(help(state).exited(e.occurredOn())));
            case HouseholdRelapsed e ->
                    new Registered(
                            on(state, e),
                            enrolled(state)
                                    .relapsed(
                                            e.occurredOn(),
                                            new Finding(e.incomeYear(), e.incomeFenPerHead())));
            // A correction is no step: it may be of an earlier day and changes no stage.
            case SurveyCorrected e ->
                    refound(state, new Finding(e.incomeYear(), e.incomeFenPerHead()));
            case CausesCorrected e -> classified(state, e);
            case MonitoringClueRaised e -> watched(state, e, new Clued(e.occurredOn()));
            case MonitoringChecked e ->
                    watched(
                            state,
                            e,
                            new Checked(((Clued) ((OffRegister) state).monitoring()).clueOn()));
            case MonitoringConfirmed e -> watched(state, e, new Monitored(e.kind()));
            case MonitoringDismissed e -> watched(state, e, new Unwatched());
            case RiskEliminated e -> watched(state, e, new Unwatched());
            case MemberJoined e -> family(state, family(state).joined(e.member(), e.occurredOn()));
            case MemberLeft e ->
                    family(state, family(state).left(e.personId(), e.occurredOn(), e.newHead()));
            case MeasureAssigned e -> {
                var household = (Active) state;
                yield household.with(household.file().with(new Assigned(e.measure(), e.scheme())));
            }
            case HouseholdDissolved e -> new Dissolved(on(state, e));
            case StandingEvent e -> evolve(state, e);
            case DescriptionEvent e -> evolve(state, e);
            case HelpEvent e -> evolve(state, e);
            case RelapseEvent e -> evolve((Exited) state, e);
            // Entered in the file, and moves the household nowhere.
            case IncomeRecorded _, HouseholdVisited _, PlanAdopted _, HouseholdReverified _ ->
                    state;
            case ExitPlanned e -> helped(state, help(state).planned(e.occurredOn()));
        };
    }

    private static Household evolve(Household state, StandingEvent event) {
        return switch (event) {
            // An exit that was under way comes to nothing.
            case HouseholdSuspended e ->
                    new Suspended(on(state, e), ((OnRegister) state).registration());
            case HouseholdResumed e ->
                    new Registered(on(state, e), ((Suspended) state).registration());
            case ExitRevoked e ->
                    new Registered(on(state, e), enrolled(state).with(help(state).revoked()));
            case HouseholdMerged e -> new Merged(on(state, e));
            case HouseholdSplit e -> {
                var family = family(state).parted(e.personIds(), e.occurredOn(), e.newHead());
                yield family(state, family).with(on(state, e).with(family));
            }
            case HouseholdSplitOff e -> splitOff(e);
        };
    }

    private static Exited evolve(Exited state, RelapseEvent event) {
        var now =
                switch (event) {
                    case RelapseProposed _ -> new Proposed();
                    case RelapseAssessed e -> new Seconded(e.occurredOn());
                    case RelapseReviewed e -> new Endorsed(e.noticeId());
                };
        return state.with(on(state, event), now);
    }

    private static Household evolve(Household state, DescriptionEvent event) {
        return switch (event) {
            case HouseholdReclassified e -> classified(state, classification(e));
            case MemberIdentified e -> {
                var household = (Active) state;
                yield household.with(household.file().identified(e.personId(), e.identifiedAs()));
            }
            case HouseholdDescribed _, MemberDescribed _ -> state;
        };
    }

    private static Household splitOff(HouseholdSplitOff e) {
        var file = file(e.region(), e.group(), e.occurredOn(), e.head(), e.members());
        return switch (e.standing()) {
            case ON_FILE -> new OnFile(file, new Unwatched());
            case REGISTERED -> new Registered(file, registration(e));
            case EXITED -> new Exited(file, registration(e));
        };
    }

    private static Registration registration(HouseholdSplitOff e) {
        return new Registration(
                Objects.requireNonNull(e.registeredOn()),
                new Help(
                        Objects.requireNonNullElse(e.enteredOn(), e.registeredOn()),
                        e.exitedOn(),
                        null,
                        e.occurredOn(),
                        null,
                        null),
                new Classification(
                        e.occurredOn(),
                        Objects.requireNonNull(e.standard()),
                        Objects.requireNonNull(e.householdType()),
                        Objects.requireNonNull(e.mainCause()),
                        Objects.requireNonNull(e.otherCauses())));
    }

    private static Classification classification(HouseholdRegistered e) {
        return new Classification(
                e.occurredOn(),
                e.standard(),
                e.householdType(),
                e.mainCause(),
                e.otherCauses(),
                true);
    }

    private static Classification classification(HouseholdReclassified e) {
        return new Classification(
                e.occurredOn(), e.standard(), e.householdType(), e.mainCause(), e.otherCauses());
    }

    /**
     * The causes as the registration should have read; from when on they hold stays. What was said
     * after it is another fact, which a correction of this one does not touch.
     */
    private static Household classified(Household state, CausesCorrected e) {
        var registration = registration(state);
        if (registration == null) return state;
        var was = registration.classification();
        if (!was.asRegistered()) return state;
        return classified(
                state,
                new Classification(
                        was.since(),
                        was.standard(),
                        was.householdType(),
                        e.mainCause(),
                        e.otherCauses(),
                        true));
    }

    private static Household classified(Household state, Classification now) {
        var registration = registration(state);
        if (registration == null) return state;
        var changed = registration.with(now);
        return ((Enrolled) state).with(changed);
    }

    /** Null for one that was never registered, or whose life has ended. */
    static @Nullable Registration registration(Household state) {
        return state instanceof Enrolled household ? household.registration() : null;
    }

    private static File file(
            String region,
            @Nullable String group,
            LocalDate on,
            String head,
            List<Member> members) {
        return new File(
                Family.of(on, head, members),
                on,
                Set.of(),
                Set.of(),
                List.of(new Place(region, group, on)));
    }

    private static Family family(Household state) {
        return ((Active) state).file().family();
    }

    private static Active family(Household state, Family changed) {
        var household = (Active) state;
        return household.with(household.file().with(changed));
    }

    private static OffRegister watched(Household state, HouseholdEvent e, Monitoring now) {
        return ((OffRegister) state).with(on(state, e), now);
    }

    private static File on(Household state, HouseholdEvent e) {
        return ((Known) state).file().on(e.occurredOn());
    }

    private static Registration enrolled(Household state) {
        return ((Enrolled) state).registration();
    }

    private static Help help(Household state) {
        return enrolled(state).help();
    }

    /** No step of a life: a helper who changes while a notice hangs does not end the notice. */
    private static Household helped(Household state, Help now) {
        return ((Enrolled) state).with(enrolled(state).with(now));
    }

    private static Household evolve(Household state, HelpEvent event) {
        return switch (event) {
            case HelperReleased e -> helped(state, help(state).by(null, e.occurredOn()));
            case ExitPlanDropped _ -> helped(state, help(state).planned(null));
            case ExitWithdrawn e -> new Registered(on(state, e), enrolled(state));
            case HandbookIssued e -> helped(state, help(state).written(e.number()));
            case HouseholdMoved e -> {
                var household = (Active) state;
                yield household.with(
                        household.file().in(new Place(e.region(), e.group(), e.occurredOn())));
            }
            case QuarterChecked _, ClearCardIssued _, ResultSigned _ -> state;
        };
    }

    private static ExitUnderWay exit(Household state, HouseholdEvent e, ExitStage stage) {
        return new ExitUnderWay(on(state, e), ((OnRegister) state).registration(), stage);
    }

    private static Household refound(Household state, Finding finding) {
        return switch (state) {
            case Surveyed s -> new Surveyed(s.file(), finding);
            case Assessed s -> new Assessed(s.file(), finding);
            case Reviewed s -> new Reviewed(s.file(), finding);
            // What was decided on the old finding stands until an authority decides otherwise.
            case None _,
                    Applied _,
                    Rejected _,
                    Withdrawn _,
                    OnRegister _,
                    OffRegister _,
                    Suspended _,
                    Removed _,
                    Dissolved _,
                    Merged _ ->
                    state;
        };
    }
}
