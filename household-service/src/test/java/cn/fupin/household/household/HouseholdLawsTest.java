package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.BenefitLinks.Dividend;
import cn.fupin.household.household.BenefitLinks.Link;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.ExitCommand.ExitHousehold;
import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.ExitCommand.VerifyExit;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpCommand.ReleaseHelper;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.RegisterHousehold;
import cn.fupin.household.household.IdentificationCommand.ReviewByTownship;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringCommand.ConfirmMonitoring;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PolicyCommand.TakeBackPolicy;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.RelapseCommand.ReviewRelapse;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.household.StandingCommand.RevokeEnd;
import cn.fupin.household.household.StandingCommand.RevokeExit;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is ordered in whatever order on whatever day, what is decided keeps these laws. */
class HouseholdLawsTest {
    /** Every twelfth is about the number of the file, every thirteenth about a contract. */
    private static final int ORDERS = 284;

    private record Fact(HouseholdCommand order, HouseholdEvent event) {}

    static IntStream seeds() {
        return IntStream.range(0, 600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_life_keeps_the_laws(int seed) {
        var life = life(seed);
        datesOfStepsNeverDecrease(life);
        dividendsAreOfContractsThatRan(life);
        incomesAreOnTheirSideOfTheLine(life);
        personsAreTheMembersOfTheDay(life);
        oneMemberIsTheHeadOnEveryDay(life);
        noExitWithoutItsSteps(life);
        noExitWithoutItsNoticeOfTheDaysOfTheRule(life);
        noRegistrationWithoutItsSteps(life);
        noIncomeOfOneYearOnBothSidesOfTheLine(life);
        noRelapseWithoutItsStepsWhereTheyAreAskedFor(life);
        anExitIsTakenBackOnceByTwoWhoDidNotConfirmIt(life);
        anEndIsTakenBackOnceByTwoWhoDidNotEnterIt(life);
        noWatchWithoutClueCheckAndNotice(life);
        nothingHappensAfterTheEnd(life);
        nothingIsOfADayAfterTheEnd(life);
        nobodySignsForWhatIsGone(life);
        nobodyExcludedIsRegistered(life);
        noHelperGoesBeforeTheExit(life);
        eachMoveBeginsWhereTheOneBeforeEnded(life);
        nothingOfTheRegisterHappensWhileSuspended(life);
        oneMainAndAtMostTwoOtherCauses(life);
        nobodyHasALastingPolicyWhoIsNoMember(life);
        anEntryIsTakenBackOnceByTwo(life);
        whatIsTakenBackNeverWas(life);
        oneNumberAtATime(life);
    }

    /** It is given to whoever has none, and corrected of whoever has one. */
    private static void oneNumberAtATime(List<Fact> life) {
        String has = null;
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdNumbered e -> {
                    assertThat(has).isNull();
                    has = e.householdNumber();
                }
                case HouseholdNumberCorrected e -> {
                    assertThat(e.formerNumber()).isEqualTo(has).isNotEqualTo(e.householdNumber());
                    has = e.householdNumber();
                }
                default -> {}
            }
        }
    }

    /** What a clerk takes back; a clearance is the county's. */
    static final List<Class<? extends HouseholdEvent>> ENTRIES =
            List.of(
                    HouseholdVisited.class,
                    PlanAdopted.class,
                    PlannedMeasureDone.class,
                    MeasureAssigned.class,
                    QuarterChecked.class,
                    HandbookIssued.class,
                    ClearCardIssued.class,
                    ResultSigned.class);

    /** Otherwise nothing would be said of whoever helped it before. */
    @Test
    void in_some_lives_a_helper_is_entered_late() {
        assertThat(seeds().filter(seed -> isHelpedLate(life(seed))).count()).isPositive();
    }

    private static boolean isHelpedLate(List<Fact> life) {
        var last = LocalDate.MIN;
        for (var fact : life) {
            if (!(fact.event() instanceof HelperAssigned e)) continue;
            if (e.occurredOn().isBefore(last)) return true;
            last = e.occurredOn();
        }
        return false;
    }

    /** Otherwise nothing would be said of what comes to light too late. */
    @Test
    void some_lives_end_before_what_was_entered_of_them() {
        assertThat(seeds().filter(seed -> isEndedBeforeWhatWasDone(life(seed))).count())
                .isPositive();
    }

    private static boolean isEndedBeforeWhatWasDone(List<Fact> life) {
        var done = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            var event = fact.event();
            if (isDone(event)) done.add(event);
            if (!(event instanceof HouseholdRemoved || event instanceof HouseholdDissolved)) {
                continue;
            }
            if (done.stream().anyMatch(e -> e.occurredOn().isAfter(event.occurredOn()))) {
                return true;
            }
        }
        return false;
    }

    /** Otherwise the laws would hold of lives that never come so far. */
    @Test
    void the_lives_reach_every_kind_of_event() {
        var reached = new HashSet<Class<?>>();
        seeds().forEach(seed -> life(seed).forEach(fact -> reached.add(fact.event().getClass())));
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(recordsOf(HouseholdEvent.class).toList());
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(HouseholdLawsTest::recordsOf);
    }

    private static List<Fact> life(int seed) {
        var orders = new RandomOrders(seed);
        var state = HouseholdDecider.INSTANCE.initial();
        var life = new ArrayList<Fact>();
        for (var i = 0; i < ORDERS; i++) {
            var order =
                    i % 12 == 11
                            ? orders.numbering()
                            : i % 13 == 12 ? orders.linking() : orders.next();
            for (var event : decided(order, state)) {
                life.add(new Fact(order, event));
                state = HouseholdDecider.INSTANCE.evolve(state, event);
                orders.told(event);
            }
        }
        return life;
    }

    private static List<HouseholdEvent> decided(HouseholdCommand order, Household state) {
        try {
            return HouseholdDecider.INSTANCE.decide(order, state);
        } catch (Refused _) {
            return List.of();
        }
    }

    private static boolean isStep(HouseholdEvent event) {
        return switch (event) {
            case CorrectionEvent _,
                    FileEvent _,
                    HelpEvent _,
                    BenefitLinkEvent _,
                    PolicyEvent _,
                    DescriptionEvent _,
                    HelperAssigned _,
                    MemberJoined _,
                    MemberLeft _,
                    HeadChanged _ ->
                    false;
            default -> true;
        };
    }

    private static void datesOfStepsNeverDecrease(List<Fact> life) {
        var last = LocalDate.MIN;
        for (var fact : life) {
            var on = fact.event().occurredOn();
            assertThat(on).isBeforeOrEqualTo(TODAY);
            if (!(fact.order() instanceof CorrectionCommand)) {
                assertThat(on)
                        .as(fact.event().getClass().getSimpleName())
                        .isAfterOrEqualTo(opening(life));
            }
            if (!isStep(fact.event())) continue;
            assertThat(on).isAfterOrEqualTo(last);
            last = on;
        }
    }

    private static LocalDate opening(List<Fact> life) {
        return life.getFirst().event().occurredOn();
    }

    private static void incomesAreOnTheirSideOfTheLine(List<Fact> life) {
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdRegistered e ->
                        assertThat(e.incomeFenPerHead()).isLessThan(e.lineFenPerYear());
                case HouseholdRelapsed e ->
                        assertThat(e.incomeFenPerHead()).isLessThan(e.lineFenPerYear());
                case RelapseIncomeCorrected e ->
                        assertThat(e.incomeFenPerHead()).isLessThan(e.lineFenPerYear());
                case ExitVerified e -> {
                    assertThat(e.incomeFenPerHead()).isGreaterThan(e.lineFenPerYear());
                    assertThat(e.assurances().all()).isTrue();
                }
                case RiskEliminated e -> {
                    assertThat(e.incomeFenPerHead()).isGreaterThan(LINE);
                    assertThat(e.assurances().all()).isTrue();
                }
                default -> {}
            }
        }
    }

    private static void personsAreTheMembersOfTheDay(List<Fact> life) {
        for (var i = 0; i < life.size(); i++) {
            var event = life.get(i).event();
            var known = life.subList(0, i + 1);
            var members = members(known, event.occurredOn());
            var persons = persons(event);
            if (persons != null) assertThat(persons).isEqualTo(members.size());
            switch (event) {
                case IncomeRecorded e -> perHead(e.incomeFenPerHead(), e.netIncomeFen(), members);
                case HouseholdSurveyed e ->
                        perHead(e.incomeFenPerHead(), e.netIncomeFen(), members);
                case ExitAgreed e -> assertThat(members).contains(e.signedBy());
                case MonitoringChecked e -> assertThat(members).contains(e.authorisationSignedBy());
                case ResultSigned e -> assertThat(members).contains(e.signedBy());
                case QuarterChecked e -> {
                    if (e.signedBy() != null) assertThat(members).contains(e.signedBy());
                }
                case MemberDescribed e -> assertThat(members).contains(e.personId());
                case PolicyAppliedFor e -> assertThat(members).containsAll(e.recipients());
                case PolicyGranted e -> assertThat(members).containsAll(e.recipients());
                default -> {}
            }
        }
    }

    /** Whatever came in late: of a day that holds which was said last of it or before it. */
    private static void nobodyHasALastingPolicyWhoIsNoMember(List<Fact> life) {
        var days = new TreeSet<LocalDate>();
        life.forEach(fact -> days.add(fact.event().occurredOn()));
        for (var day : days) {
            var has = new HashMap<String, Boolean>();
            policiesSaid(withoutWhatIsTakenBack(life), day).values().forEach(has::putAll);
            var members = members(life, day);
            has.forEach((who, had) -> {
                if (had) assertThat(members).as("%s %s", who, day).anyMatch(who::endsWith);
            });
        }
    }

    /** What remained of each grant, as if no more had ever been granted. */
    private static List<Fact> withoutWhatIsTakenBack(List<Fact> life) {
        var left = new ArrayList<>(life);
        for (var i = 0; i < life.size(); i++) {
            if (!(life.get(i).event() instanceof PolicyTakenBack e)) continue;
            for (var person : e.recipients()) takeBack(person, e, left.subList(0, i));
        }
        return left;
    }

    private static void takeBack(String person, PolicyTakenBack e, List<Fact> known) {
        for (var i = known.size() - 1; i >= 0; i--) {
            if (!(known.get(i).event() instanceof PolicyGranted granted)
                    || !granted.recipients().contains(person)
                    || granted.policy() != e.policy()
                    || !granted.details().equals(e.details())
                    || !granted.occurredOn().equals(e.grantedOn())) {
                continue;
            }
            var others = granted.recipients().stream().filter(who -> !who.equals(person)).toList();
            known.set(
                    i,
                    new Fact(
                            known.get(i).order(),
                            new PolicyGranted(
                                    granted.householdId(),
                                    granted.occurredOn(),
                                    granted.policy(),
                                    granted.details(),
                                    granted.wholeHousehold(),
                                    others,
                                    granted.decidedBy(),
                                    granted.assumed(),
                                    granted.evidence())));
            return;
        }
        throw new AssertionError("taken back what was never granted: " + e);
    }

    /** By day, and of each day the last word on each policy and person. */
    private static TreeMap<LocalDate, Map<String, Boolean>> policiesSaid(
            List<Fact> life, LocalDate until) {
        var said = new TreeMap<LocalDate, Map<String, Boolean>>();
        for (var fact : life) {
            var event = fact.event();
            said.values().forEach(day -> called(day, wasCalled(event), isCalled(event)));
            if (event.occurredOn().isAfter(until)) continue;
            var that = said.computeIfAbsent(event.occurredOn(), _ -> new HashMap<>());
            switch (event) {
                case PolicyGranted e when e.policy().lasts() ->
                        e.recipients().forEach(person -> that.put(e.policy() + person, true));
                case PolicyEnded e ->
                        e.recipients().forEach(person -> that.put(e.policy() + person, false));
                default -> {}
            }
        }
        return said;
    }

    private static void called(Map<String, Boolean> day, String was, String now) {
        for (var who : List.copyOf(day.keySet())) {
            if (!who.endsWith(was)) continue;
            var had = Objects.requireNonNull(day.remove(who));
            day.put(who.substring(0, who.length() - was.length()) + now, had);
        }
    }

    private static void perHead(long perHead, long net, Set<String> members) {
        assertThat(perHead * members.size()).isLessThanOrEqualTo(net);
        assertThat((perHead + 1) * members.size()).isGreaterThan(net);
    }

    private static @Nullable Integer persons(HouseholdEvent event) {
        return switch (event) {
            case HouseholdOnFileApplied e -> e.persons();
            case HouseholdRegistered e -> e.persons();
            case HouseholdRemoved e -> e.persons();
            case HouseholdExited e -> e.persons();
            case HouseholdRelapsed e -> e.persons();
            case ExitRevoked e -> e.persons();
            case EndRevoked e -> e.persons();
            case MeasureAssigned e -> e.persons();
            case ExitPlanned e -> e.persons();
            case HouseholdReverified e -> e.persons();
            case MonitoringConfirmed e -> e.persons();
            case HouseholdDissolved e -> e.persons();
            case MemberJoined e -> e.persons();
            case MemberLeft e -> e.persons();
            case QuarterChecked e -> e.persons();
            case HouseholdMoved e -> e.persons();
            case HouseholdSuspended e -> e.persons();
            case HouseholdResumed e -> e.persons();
            case HouseholdMerged e -> e.persons();
            case HouseholdSplit e -> e.persons();
            case HouseholdSplitOff e -> e.persons();
            default -> null;
        };
    }

    /**
     * Who belongs to it at the end of that day, by what is recorded so far: whoever came once more
     * than left. Somebody identified or corrected by now is that person on all days; whoever comes
     * under the old id later is somebody else.
     */
    private static Set<String> members(List<Fact> life, LocalDate day) {
        var stays = new HashMap<String, Integer>();
        for (var fact : life) {
            var event = fact.event();
            var was = stays.remove(wasCalled(event));
            if (was != null) stays.merge(isCalled(event), was, Integer::sum);
            if (event instanceof MemberDayCorrected e) {
                var change = e.came() ? 1 : -1;
                var person = e.member().personId();
                if (!e.wrongDay().isAfter(day)) stays.merge(person, -change, Integer::sum);
                if (!e.rightDay().isAfter(day)) stays.merge(person, change, Integer::sum);
            }
            if (event.occurredOn().isAfter(day)) continue;
            entered(event).forEach(person -> stays.merge(person, 1, Integer::sum));
            left(event).forEach(person -> stays.merge(person, -1, Integer::sum));
        }
        assertThat(stays.values()).allMatch(stay -> stay == 0 || stay == 1);
        stays.values().removeIf(stay -> stay == 0);
        return stays.keySet();
    }

    private static List<String> entered(HouseholdEvent event) {
        var members =
                switch (event) {
                    case HouseholdApplied e -> e.members();
                    case HouseholdRecorded e -> e.members();
                    case HouseholdSplitOff e -> e.members();
                    case MemberJoined e -> List.of(e.member());
                    default -> List.<Member>of();
                };
        return members.stream().map(Member::personId).toList();
    }

    private static List<String> left(HouseholdEvent event) {
        return switch (event) {
            case MemberLeft e -> List.of(e.personId());
            case HouseholdSplit e -> e.personIds();
            default -> List.of();
        };
    }

    private static String wasCalled(HouseholdEvent event) {
        return switch (event) {
            case MemberIdentified e -> e.personId();
            case MemberNumberCorrected e -> e.personId();
            default -> "nobody";
        };
    }

    private static String isCalled(HouseholdEvent event) {
        return switch (event) {
            case MemberIdentified e -> e.identifiedAs();
            case MemberNumberCorrected e -> e.identifiedAs();
            default -> "nobody";
        };
    }

    private static void oneMemberIsTheHeadOnEveryDay(List<Fact> life) {
        var days = new TreeSet<LocalDate>();
        life.forEach(fact -> {
            if (!(fact.order() instanceof CorrectionCommand)) days.add(fact.event().occurredOn());
        });
        for (var day : days) assertThat(members(life, day)).contains(head(life, day));
    }

    private static String head(List<Fact> life, LocalDate day) {
        var head = "nobody";
        for (var fact : life) {
            var event = fact.event();
            if (head.equals(wasCalled(event))) head = isCalled(event);
            if (event.occurredOn().isAfter(day)) continue;
            var next =
                    switch (event) {
                        case HouseholdApplied e -> e.head();
                        case HouseholdRecorded e -> e.head();
                        case MemberLeft e -> e.newHead();
                        case HeadChanged e -> e.head();
                        case HouseholdSplit e -> e.newHead();
                        case HouseholdSplitOff e -> e.head();
                        default -> null;
                    };
            if (next != null) head = next;
        }
        return head;
    }

    private static void noExitWithoutItsSteps(List<Fact> life) {
        var done = EnumSet.noneOf(Household.ExitStage.class);
        for (var fact : life) {
            switch (fact.event()) {
                // an exit that was under way comes to nothing
                case HouseholdSuspended _ -> done.clear();
                case ExitProposed _ -> {
                    done.clear();
                    done.add(Household.ExitStage.PROPOSED);
                }
                case ExitAssessed e -> {
                    assertThat(done).containsExactly(Household.ExitStage.PROPOSED);
                    assertThat(e.votesFor()).isGreaterThan(e.votesAgainst());
                    done.add(Household.ExitStage.ASSESSED);
                }
                case ExitVerified _ -> {
                    var required = ((VerifyExit) fact.order()).assessmentRequired();
                    if (required != null && required == 1) {
                        assertThat(done).contains(Household.ExitStage.ASSESSED);
                    }
                    done.add(Household.ExitStage.VERIFIED);
                }
                case ExitAgreed _ -> done.add(Household.ExitStage.AGREED);
                case HouseholdExited _ -> {
                    assertThat(done)
                            .contains(
                                    Household.ExitStage.PROPOSED,
                                    Household.ExitStage.VERIFIED,
                                    Household.ExitStage.AGREED);
                    done.clear();
                }
                case ExitWithdrawn _ -> {
                    assertThat(done).contains(Household.ExitStage.PROPOSED);
                    done.clear();
                }
                default -> {}
            }
        }
    }

    /** As many days as the notice had to hang by the rule of the day it was posted. */
    private static void noExitWithoutItsNoticeOfTheDaysOfTheRule(List<Fact> life) {
        @Nullable LocalDate agreed = null;
        for (var fact : life) {
            switch (fact.event()) {
                case ExitAgreed e -> agreed = e.occurredOn();
                case HouseholdExited e -> {
                    var notice = ((ExitHousehold) fact.order()).notice();
                    held(notice, NoticeKind.EXIT, Objects.requireNonNull(agreed), e);
                }
                default -> {}
            }
        }
    }

    private static void held(
            @Nullable KnownNotice hung, NoticeKind kind, LocalDate after, HouseholdEvent step) {
        var notice = Objects.requireNonNull(hung);
        assertThat(notice.kind()).isEqualTo(kind);
        assertThat(notice.withdrawn()).isFalse();
        assertThat(notice.postedOn()).isAfterOrEqualTo(after);
        assertThat(step.occurredOn()).isAfterOrEqualTo(notice.over());
        assertThat(step.occurredOn()).isAfterOrEqualTo(Objects.requireNonNull(notice.closedOn()));
        assertThat(notice.objection()).isNotNull().isNotIn(Objection.OPEN, Objection.UPHELD);
    }

    /** Applied, surveyed, assessed, hung, reviewed, hung again: in this order, once. */
    private static void noRegistrationWithoutItsSteps(List<Fact> life) {
        var steps = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdApplied _, HouseholdOnFileApplied _ -> {
                    assertThat(steps).isEmpty();
                    steps.add(fact.event());
                }
                case HouseholdBackOnFile _ -> steps.clear();
                case HouseholdSurveyed _ -> steps.add(fact.event());
                case HouseholdAssessed e -> {
                    assertThat(e.votesFor()).isGreaterThan(e.votesAgainst());
                    steps.add(e);
                }
                case TownshipReviewed e -> {
                    var notice = ((ReviewByTownship) fact.order()).notice();
                    held(notice, NoticeKind.FIRST, steps.getLast().occurredOn(), e);
                    steps.add(e);
                }
                case HouseholdRegistered e -> {
                    var notice = ((RegisterHousehold) fact.order()).notice();
                    held(notice, NoticeKind.SECOND, steps.getLast().occurredOn(), e);
                    assertThat(steps)
                            .extracting(step -> step.getClass().getSimpleName())
                            .hasSize(4)
                            .endsWith("HouseholdSurveyed", "HouseholdAssessed", "TownshipReviewed");
                }
                default -> {}
            }
        }
    }

    private static void noIncomeOfOneYearOnBothSidesOfTheLine(List<Fact> life) {
        var entry = 0;
        var exit = 0;
        var exitBefore = new HashMap<LocalDate, Integer>();
        var entryBefore = new HashMap<LocalDate, Integer>();
        var relapses = new ArrayDeque<LocalDate>();
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdRegistered e -> entry = e.incomeYear();
                case HouseholdSplitOff e -> {
                    entry = Objects.requireNonNullElse(e.entryIncomeYear(), 0);
                    exit = Objects.requireNonNullElse(e.exitIncomeYear(), 0);
                }
                case ExitVerified e -> {
                    assertThat(e.incomeYear()).isGreaterThan(entry);
                    exit = e.incomeYear();
                }
                case HouseholdRelapsed e -> {
                    assertThat(e.incomeYear()).isGreaterThan(exit);
                    entryBefore.put(e.occurredOn(), entry);
                    entry = e.incomeYear();
                    exitBefore.put(e.occurredOn(), exit);
                    relapses.addLast(e.occurredOn());
                    exit = 0;
                }
                case RelapseRevoked e -> {
                    assertThat(relapses.removeLast()).isEqualTo(e.relapsedOn());
                    entry = Objects.requireNonNull(entryBefore.get(e.relapsedOn()));
                    exit = Objects.requireNonNull(exitBefore.get(e.relapsedOn()));
                }
                case ExitWithdrawn _, HouseholdSuspended _, ExitRevoked _ -> exit = 0;
                case RelapseIncomeCorrected e -> {
                    assertThat(e.incomeYear()).isGreaterThan(exitBefore.get(e.relapsedOn()));
                    if (!e.relapsedOn().equals(relapses.peekLast())) continue;
                    if (exit > 0) assertThat(e.incomeYear()).isLessThan(exit);
                    entry = e.incomeYear();
                }
                default -> {}
            }
        }
    }

    private static void noRelapseWithoutItsStepsWhereTheyAreAskedFor(List<Fact> life) {
        var steps = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdExited _, RelapseRevoked _, RelapseProposed _ -> {
                    steps.clear();
                    steps.add(fact.event());
                }
                case RelapseAssessed e -> {
                    assertThat(steps.getLast()).isInstanceOf(RelapseProposed.class);
                    steps.add(e);
                }
                case RelapseReviewed e -> {
                    assertThat(steps.getLast()).isInstanceOf(RelapseAssessed.class);
                    var notice = ((ReviewRelapse) fact.order()).notice();
                    held(notice, NoticeKind.FIRST, steps.getLast().occurredOn(), e);
                    steps.add(e);
                }
                case RelapseWithdrawn e -> {
                    assertThat(steps.getLast())
                            .isInstanceOfAny(
                                    RelapseProposed.class,
                                    RelapseAssessed.class,
                                    RelapseReviewed.class);
                    steps.add(e);
                }
                case HouseholdRelapsed e -> {
                    var order = (RecordRelapse) fact.order();
                    var second = order.second();
                    if (second != null && steps.getLast() instanceof RelapseReviewed) {
                        assertThat(second.objection()).isNotEqualTo(Objection.OPEN);
                    }
                    var required = order.procedureRequired();
                    if (required != null && required == 1) {
                        assertThat(steps.getLast())
                                .isInstanceOfSatisfying(
                                        RelapseReviewed.class,
                                        reviewed ->
                                                assertThat(e.noticeId())
                                                        .isEqualTo(reviewed.noticeId()));
                    }
                    steps.clear();
                }
                default -> {}
            }
        }
    }

    private static void anExitIsTakenBackOnceByTwoWhoDidNotConfirmIt(List<Fact> life) {
        @Nullable LocalDate exited = null;
        @Nullable LocalDate before = null;
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdExited e -> exited = e.occurredOn();
                case HouseholdRelapsed _ -> {
                    before = exited;
                    exited = null;
                }
                case RelapseRevoked _ -> exited = before;
                case ExitRevoked e -> {
                    assertThat(e.exitedOn()).isEqualTo(exited);
                    var order = (RevokeExit) fact.order();
                    assertThat(e.approvedBy())
                            .isNotEqualTo(order.asked().enteredBy())
                            .isNotEqualTo(order.exitEnteredBy());
                    exited = null;
                }
                default -> {}
            }
        }
    }

    private static void anEndIsTakenBackOnceByTwoWhoDidNotEnterIt(List<Fact> life) {
        @Nullable HouseholdEvent end = null;
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdRemoved e -> end = e;
                case HouseholdDissolved e -> end = e;
                case EndRevoked e -> {
                    var was = Objects.requireNonNull(end);
                    assertThat(e.endedOn()).isEqualTo(was.occurredOn());
                    assertThat(e.ended() == End.REMOVAL).isEqualTo(was instanceof HouseholdRemoved);
                    assertThat(e.personIds()).doesNotHaveDuplicates().hasSize(e.persons());
                    var order = (RevokeEnd) fact.order();
                    assertThat(e.approvedBy())
                            .isNotEqualTo(order.asked().enteredBy())
                            .isNotEqualTo(order.endEnteredBy());
                    end = null;
                }
                default -> {}
            }
        }
    }

    private static void noWatchWithoutClueCheckAndNotice(List<Fact> life) {
        @Nullable MonitoringClueRaised clue = null;
        @Nullable MonitoringChecked check = null;
        @Nullable MonitoringAssessed vote = null;
        var watched = false;
        for (var fact : life) {
            switch (fact.event()) {
                case MonitoringClueRaised e -> {
                    assertThat(watched).isFalse();
                    clue = e;
                    check = null;
                    vote = null;
                }
                case MonitoringChecked e -> {
                    assertThat(clue).isNotNull();
                    check = e;
                }
                case MonitoringAssessed e -> {
                    assertThat(check).isNotNull();
                    assertThat(e.votesFor()).isGreaterThan(e.votesAgainst());
                    vote = e;
                }
                case MonitoringConfirmed e -> {
                    confirmed(
                            (ConfirmMonitoring) fact.order(),
                            e,
                            Objects.requireNonNull(clue),
                            Objects.requireNonNull(check),
                            vote);
                    watched = true;
                }
                case RiskEliminated _ -> {
                    assertThat(watched).isTrue();
                    watched = false;
                    clue = null;
                    check = null;
                    vote = null;
                }
                case MonitoringRevoked _ -> {
                    assertThat(watched).isTrue();
                    watched = false;
                    clue = null;
                    check = null;
                    vote = null;
                }
                case MonitoringDismissed _ -> {
                    assertThat(watched).isFalse();
                    assertThat(clue).isNotNull();
                    clue = null;
                    check = null;
                    vote = null;
                }
                // it goes on as it was when the relapse is taken back
                case HouseholdRelapsed _ -> {}
                case HouseholdRegistered _, HouseholdExited _, ExitRevoked _ -> {
                    watched = false;
                    clue = null;
                    check = null;
                    vote = null;
                }
                default -> {}
            }
        }
    }

    private static void confirmed(
            ConfirmMonitoring order,
            MonitoringConfirmed e,
            MonitoringClueRaised clue,
            MonitoringChecked check,
            @Nullable MonitoringAssessed vote) {
        if (order.assessmentRequired() != null && order.assessmentRequired() == 1) {
            assertThat(vote).isNotNull();
        }
        if (vote != null) {
            assertThat(Objects.requireNonNull(order.notice()).postedOn())
                    .isAfterOrEqualTo(vote.occurredOn());
        }
        var range = check.rangeFenPerYear();
        if (range != null && e.kind() != MonitoringKind.SUDDEN_HARDSHIP) {
            assertThat(check.incomeFenPerHead()).isLessThanOrEqualTo(range);
        }
        var notice = Objects.requireNonNull(order.notice());
        assertThat(notice.kind()).isEqualTo(NoticeKind.MONITORING);
        assertThat(notice.postedOn()).isAfterOrEqualTo(check.occurredOn());
        assertThat(e.occurredOn()).isAfterOrEqualTo(notice.over());
        assertThat(e.occurredOn()).isAfterOrEqualTo(notice.closedOn());
        assertThat(e.clueOn()).isEqualTo(clue.occurredOn());
        assertThat(e.occurredOn())
                .isBeforeOrEqualTo(
                        clue.occurredOn().plusDays(Objects.requireNonNull(order.daysMax())));
    }

    private static void noHelperGoesBeforeTheExit(List<Fact> life) {
        var watched = false;
        @Nullable LocalDate watchedUntil = null;
        @Nullable LocalDate exited = null;
        @Nullable LocalDate before = null;
        @Nullable String helper = null;
        var turns = new TreeMap<LocalDate, String>();
        for (var fact : life) {
            switch (fact.event()) {
                case HelperAssigned e -> {
                    var then = turns.floorEntry(e.occurredOn());
                    if (then != null) assertThat(e.helperId()).isNotEqualTo(then.getValue());
                    turns.put(e.occurredOn(), e.helperId());
                    helper = turns.lastEntry().getValue();
                }
                // who helped it was relieved when it ended
                case EndRevoked _ -> {
                    helper = null;
                    turns.clear();
                }
                case HouseholdSplitOff e -> exited = e.exitedOn();
                case HouseholdExited e -> exited = e.occurredOn();
                case HouseholdRelapsed _ -> {
                    before = exited;
                    exited = null;
                }
                case RelapseRevoked _ -> exited = before;
                case ExitRevoked _ -> exited = null;
                case HelperReleased e -> {
                    assertThat(e.helperId()).isEqualTo(helper);
                    assertThat(e.exitedOn()).isEqualTo(exited);
                    assertThat(e.occurredOn())
                            .isAfterOrEqualTo(
                                    Objects.requireNonNull(exited).plusYears(years(fact)));
                    helper = null;
                    turns.clear();
                }
                case MonitoringConfirmed _ -> watched = true;
                case RiskEliminated e -> {
                    watched = false;
                    watchedUntil = e.occurredOn();
                }
                case MonitoringRevoked e -> {
                    watched = false;
                    watchedUntil = e.occurredOn();
                }
                case MonitoringHelperReleased e -> {
                    assertThat(exited).isNull();
                    assertThat(watched).isFalse();
                    assertThat(e.helperId()).isEqualTo(helper);
                    assertThat(e.monitoredUntil()).isEqualTo(watchedUntil);
                    assertThat(e.occurredOn()).isAfterOrEqualTo(watchedUntil);
                    helper = null;
                    turns.clear();
                }
                default -> {}
            }
        }
    }

    private static int years(Fact released) {
        return Objects.requireNonNull(((ReleaseHelper) released.order()).yearsAfterExit());
    }

    /** By their days, and as far as they were known. */
    private static void eachMoveBeginsWhereTheOneBeforeEnded(List<Fact> life) {
        var places = new TreeMap<LocalDate, String>();
        places.put(LocalDate.MIN, VILLAGE);
        for (var fact : life) {
            if (fact.event() instanceof HouseholdMoved e) {
                var before = Objects.requireNonNull(places.floorEntry(e.occurredOn()));
                assertThat(e.fromRegion()).isEqualTo(before.getValue());
                assertThat(e.region()).isNotEqualTo(e.fromRegion());
                places.put(e.occurredOn(), e.region());
            }
        }
    }

    private static void nothingHappensAfterTheEnd(List<Fact> life) {
        var ended = false;
        for (var fact : life) {
            if (fact.event() instanceof EndRevoked) {
                assertThat(ended).isTrue();
                ended = false;
            }
            if (ended) {
                assertThat(fact.order())
                        .isInstanceOfAny(CorrectionCommand.class, TakeBackPolicy.class);
            }
            ended = ended || isEnd(fact.event());
        }
    }

    private static boolean isEnd(HouseholdEvent event) {
        return event instanceof HouseholdRejected
                || event instanceof HouseholdWithdrew
                || event instanceof HouseholdRemoved
                || event instanceof HouseholdDissolved
                || event instanceof HouseholdMerged;
    }

    /**
     * But what was done for a household until it was known that it had gone 自然销户 or was taken off
     * the register 清退: that stays, and counts in nothing.
     */
    private static void nothingIsOfADayAfterTheEnd(List<Fact> life) {
        var those = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            var on = fact.event().occurredOn();
            switch (fact.event()) {
                case EntryTakenBack e -> those.remove(wrong(e, life));
                case CorrectionEvent _, MemberIdentified _, HouseholdNumbered _, PolicyEvent _ -> {}
                default -> those.add(fact.event());
            }
            if (!isEnd(fact.event())) continue;
            var comesToLight =
                    fact.event() instanceof HouseholdRemoved
                            || fact.event() instanceof HouseholdDissolved;
            assertThat(those)
                    .filteredOn(e -> !comesToLight || !isDone(e))
                    .allSatisfy(e -> assertThat(e.occurredOn()).isBeforeOrEqualTo(on));
        }
    }

    private static boolean isDone(HouseholdEvent event) {
        return switch (event) {
            case FileEvent _, HelpEvent _, DescriptionEvent _, HelperAssigned _ -> true;
            default -> false;
        };
    }

    /** What is done for a household later is nothing for the law, if no member signed for it. */
    private static void nobodySignsForWhatIsGone(List<Fact> life) {
        var signed = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            switch (fact.event()) {
                case EntryTakenBack e -> signed.remove(wrong(e, life));
                case ResultSigned e -> signed.add(e);
                case QuarterChecked e -> {
                    if (e.signedBy() != null) signed.add(e);
                }
                case HouseholdDissolved gone ->
                        assertThat(signed)
                                .allSatisfy(e ->
                                        assertThat(e.occurredOn())
                                                .isBeforeOrEqualTo(gone.occurredOn()));
                default -> {}
            }
        }
    }

    /** 利益联结: what it has by a contract is of one that stands, and of a year in which it ran. */
    private static void dividendsAreOfContractsThatRan(List<Fact> life) {
        var stands = new ArrayList<HouseholdEvent>();
        for (var fact : life) {
            if (fact.event() instanceof EntryTakenBack e) stands.remove(wrong(e, life));
            if (fact.event() instanceof BenefitLinkEvent e) stands.add(e);
        }
        var signed = of(BenefitLinkSigned.class, stands);
        assertThat(signed.keySet()).hasSize((int) count(BenefitLinkSigned.class, stands));
        var ended = of(BenefitLinkEnded.class, stands);
        assertThat(ended.keySet()).hasSize((int) count(BenefitLinkEnded.class, stands));
        for (var event : stands) {
            var link = (BenefitLinkEvent) event;
            var since = Objects.requireNonNull(signed.get(link.contract())).occurredOn();
            assertThat(link.occurredOn()).isAfterOrEqualTo(since);
            if (!(link instanceof DividendReceived dividend)) continue;
            assertThat(dividend.year()).isBetween(since.getYear(), link.occurredOn().getYear());
            var end = ended.get(link.contract());
            if (end == null) continue;
            assertThat(dividend.year()).isLessThanOrEqualTo(end.occurredOn().getYear());
        }
    }

    private static long count(Class<? extends BenefitLinkEvent> type, List<HouseholdEvent> events) {
        return events.stream().filter(type::isInstance).count();
    }

    /** By contract. */
    private static <T extends BenefitLinkEvent> Map<String, T> of(
            Class<T> type, List<HouseholdEvent> events) {
        var found = new HashMap<String, T>();
        events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(e -> found.put(e.contract(), e));
        return found;
    }

    private static HouseholdEvent wrong(EntryTakenBack e, List<Fact> life) {
        return life.get(Integer.parseInt(e.correctsEventId().substring(1))).event();
    }

    /** Once, by two, and what it says is what the entry said. */
    private static void anEntryIsTakenBackOnceByTwo(List<Fact> life) {
        var takenBack = new HashSet<String>();
        for (var fact : life) {
            if (!(fact.event() instanceof EntryTakenBack e)) continue;
            assertThat(takenBack.add(e.correctsEventId())).isTrue();
            assertThat(e.approvedBy()).isNotEqualTo("clerk");
            var wrong = wrong(e, life);
            assertThat(wrong).isInstanceOf(e.entry());
            assertThat(wrong.occurredOn()).isEqualTo(e.entryOn());
        }
    }

    /** As the handbook, the measures and the signatures would be had nobody ever entered those. */
    private static void whatIsTakenBackNeverWas(List<Fact> life) {
        var all = Facts.stateAfter(life.stream().map(Fact::event).toList());
        var without =
                Facts.stateAfter(
                        withoutWrongEntries(life, life).stream()
                                .map(Fact::event)
                                .filter(e -> !(e instanceof EntryTakenBack))
                                .toList());
        if (!(all instanceof Household.Known known)) return;
        var file = known.file();
        var other = ((Household.Known) without).file();
        assertThat(file.entries().facts())
                .containsExactlyInAnyOrderElementsOf(other.entries().facts());
        assertThat(file.measures()).isEqualTo(other.measures());
        assertThat(sorted(file.links())).isEqualTo(sorted(other.links()));
        assertThat(file.plans().adopted())
                .containsExactlyInAnyOrderElementsOf(other.plans().adopted());
        assertThat(file.plans().done()).containsExactlyInAnyOrderElementsOf(other.plans().done());
        assertThat(file.cleared()).isEqualTo(other.cleared());
        assertThat(file.family().signed())
                .containsExactlyInAnyOrderElementsOf(other.family().signed());
        if (all instanceof Household.Enrolled one && without instanceof Household.Enrolled two) {
            assertThat(one.registration().help()).isEqualTo(two.registration().help());
        }
    }

    /** Dividends of one contract have no order of their own. */
    private static List<Link> sorted(BenefitLinks links) {
        return links.links().stream()
                .map(link ->
                        new Link(
                                link.signed(),
                                link.endedOn(),
                                link.dividends().stream()
                                        .sorted(Comparator.comparing(Dividend::toString))
                                        .toList()))
                .toList();
    }

    private static List<Fact> withoutWrongEntries(List<Fact> known, List<Fact> life) {
        var wrong = new ArrayList<HouseholdEvent>();
        for (var fact : known) {
            if (fact.event() instanceof EntryTakenBack e) wrong.add(wrong(e, life));
        }
        return known.stream().filter(fact -> !isIn(wrong, fact.event())).toList();
    }

    /** The very one, for another may say the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isIn(List<HouseholdEvent> those, HouseholdEvent event) {
        return those.stream().anyMatch(each -> each == event);
    }

    private static void nobodyExcludedIsRegistered(List<Fact> life) {
        for (var i = 0; i < life.size(); i++) {
            var order = life.get(i).order();
            var screening =
                    switch (order) {
                        case RegisterHousehold c -> c.screening();
                        case RecordRelapse c -> c.screening();
                        default -> Screening.NOT_NEEDED;
                    };
            var known = withoutWrongEntries(life.subList(0, i), life);
            var members = members(life.subList(0, i), order.on());
            for (var match : screening.matches()) {
                if (!members.contains(match.personId())) continue;
                assertThat(known)
                        .anySatisfy(fact ->
                                assertThat(fact.event())
                                        .isInstanceOfSatisfying(
                                                ExclusionCleared.class,
                                                e -> {
                                                    assertThat(e.personId())
                                                            .isEqualTo(match.personId());
                                                    assertThat(e.item()).isEqualTo(match.item());
                                                    assertThat(e.occurredOn())
                                                            .isBeforeOrEqualTo(order.on());
                                                }));
            }
        }
    }

    private static void nothingOfTheRegisterHappensWhileSuspended(List<Fact> life) {
        var suspended = false;
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdSuspended _ -> suspended = true;
                case HouseholdResumed _ -> {
                    assertThat(suspended).isTrue();
                    suspended = false;
                }
                case ExitProposed _,
                        ExitVerified _,
                        ExitAgreed _,
                        HouseholdExited _,
                        ExitRevoked _,
                        RelapseEvent _,
                        HouseholdRelapsed _,
                        HouseholdMerged _,
                        HouseholdSplit _ ->
                        assertThat(suspended).isFalse();
                default -> {}
            }
        }
    }

    private static void oneMainAndAtMostTwoOtherCauses(List<Fact> life) {
        for (var fact : life) {
            switch (fact.event()) {
                case HouseholdRegistered e -> causes(e.mainCause(), e.otherCauses());
                case CausesCorrected e -> causes(e.mainCause(), e.otherCauses());
                case HouseholdReclassified e -> causes(e.mainCause(), e.otherCauses());
                default -> {}
            }
        }
    }

    private static void causes(Cause main, List<Cause> others) {
        assertThat(others).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates().doesNotContain(main);
    }
}
