package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.BenefitLinkCommand.*;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.DescriptionCommand.*;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.FileCommand.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.household.HouseholdDetails.DangerGrade;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringCommand.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PoliciesHeld.Said;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.RelapseCommand.*;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.household.StandingEvent.Standing;
import cn.fupin.household.measure.MeasureItem;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders that mostly go forward in time and in the order of a life, so that many come far, and
 * sometimes do not.
 */
final class RandomOrders {
    private static final List<String> KINDS =
            MeasureItem.fromTheBeginning().stream().map(MeasureItem::code).toList();

    private static final List<String> PERSONS = List.of(HEAD, CHILD, THIRD, FOURTH, FIFTH);

    /** In the order of a life; a new kind of order is a line here. */
    private final List<Supplier<HouseholdCommand>> kinds =
            List.of(
                    this::open,
                    this::applyFromFile,
                    this::survey,
                    this::assess,
                    this::review,
                    this::register,
                    this::reclassify,
                    this::describe,
                    this::describeMember,
                    this::assign,
                    this::income,
                    this::visit,
                    this::plan,
                    this::donePlanned,
                    this::measure,
                    this::policy,
                    this::join,
                    this::join,
                    this::identify,
                    this::suspend,
                    this::resume,
                    this::planExit,
                    this::reverify,
                    this::clear,
                    this::propose,
                    this::assessExit,
                    this::verify,
                    this::agree,
                    this::exit,
                    this::leave,
                    this::split,
                    this::takeIn,
                    this::clue,
                    this::check,
                    this::dismiss,
                    this::confirm,
                    this::helpWatched,
                    this::eliminate,
                    this::leaveWatched,
                    this::revokeExit,
                    this::proposeRelapse,
                    this::assessRelapse,
                    this::reviewRelapse,
                    this::relapse,
                    this::correctRelapse,
                    this::correctSurvey,
                    this::correctCauses,
                    this::correctRelapse,
                    this::correctMember,
                    this::changeHead,
                    this::takeBackEntry,
                    this::takeBackEntry,
                    this::takeBackClearance,
                    this::help,
                    this::end);

    private final Random random;
    private final Random numbers;
    private final Random links;
    // of its own, so that the other orders come as they would without
    private final Random corrections;
    private final boolean ordinary;
    private final boolean neverApplies;
    private final boolean splitOff;
    private final @Nullable Integer procedureRequired;
    private final @Nullable Integer assessmentRequired;
    private final @Nullable Integer rangePercent;
    private LocalDate now = day("2014-04-01");
    private LocalDate relapsedOn = now;
    private int relapsedBy = 2015;
    private Whose relapsedUnder = Whose.NATION;
    private int stage;
    // before anything has come of it a relapse can be taken back
    private boolean relapsedJustNow;
    private int newborns;
    private int corrected;
    private @Nullable ApplyForPolicy appliedFor;
    private @Nullable JoinHousehold joined;
    private @Nullable LeaveHousehold left;
    private @Nullable GrantPolicy granted;
    private final List<HouseholdEvent> recorded = new ArrayList<>();

    RandomOrders(int seed) {
        random = new Random(seed);
        numbers = new Random(~seed);
        links = new Random(seed + 7_000L);
        corrections = new Random(seed + 1L);
        ordinary = seed % 5 == 0;
        neverApplies = seed % 10 == 0;
        splitOff = seed % 7 == 3;
        procedureRequired = seed % 3 == 0 ? null : seed % 3 - 1;
        assessmentRequired = seed % 8 > 1 ? null : seed % 8;
        rangePercent = seed % 3 == 0 ? 150 : null;
    }

    HouseholdCommand next() {
        now = now.plusDays(random.nextInt(20) - 3);
        if (relapsedJustNow) {
            relapsedJustNow = false;
            if (links.nextInt(3) == 0) return revokeStep(describe());
        }
        // two thirds of the orders follow the life in its order, the rest come as they like
        var kind = random.nextInt(3) == 0 ? random.nextInt(kinds.size()) : stage++ % kinds.size();
        return kinds.get(kind).get();
    }

    /** What is recorded, by the number of the event. */
    void told(HouseholdEvent event) {
        recorded.add(event);
        relapsedJustNow |= event instanceof HouseholdRelapsed;
    }

    private HouseholdCommand open() {
        if (splitOff) return openSplitOff();
        return ordinary ? record() : apply();
    }

    private HouseholdCommand assess() {
        return new AssessHousehold(
                new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                meeting(now.toString(), 20 + random.nextInt(5), 19));
    }

    private HouseholdCommand review() {
        return new ReviewByTownship(
                new ReviewByTownship.Asked(
                        HOUSEHOLD, NOTICE, later(), by("镇"), false, RECEIVED, null),
                hung(NoticeKind.FIRST));
    }

    private HouseholdCommand assign() {
        return assign(toldLate());
    }

    private HouseholdCommand assign(LocalDate on) {
        return new AssignHelper(
                new AssignHelper.Asked(
                        HOUSEHOLD, "h" + random.nextInt(3), "局", on, null, false, RECEIVED, null),
                5);
    }

    /** After the day on which it may have been confirmed. */
    private HouseholdCommand helpWatched() {
        return ordinary ? assign(now.plusDays(14)) : income();
    }

    private HouseholdCommand leaveWatched() {
        return ordinary
                ? new ReleaseHelper(
                        new ReleaseHelper.Asked(
                                HOUSEHOLD,
                                now.plusDays(30),
                                "风险消除",
                                by("县"),
                                false,
                                RECEIVED,
                                null),
                        null)
                : income();
    }

    private HouseholdCommand income() {
        return new RecordIncome(
                HOUSEHOLD,
                2013 + random.nextInt(4),
                2L * fen(),
                0,
                0,
                0,
                random.nextInt(300),
                false,
                before(),
                RECEIVED,
                null);
    }

    private HouseholdCommand visit() {
        return new VisitHousehold(
                HOUSEHOLD, "h", null, false, before(), RECEIVED, null, null, null);
    }

    private HouseholdCommand plan() {
        return new AdoptPlan(
                HOUSEHOLD,
                PlanKind.YEARLY,
                now.getYear(),
                now.getYear(),
                List.of(MeasureItem.INDUSTRY),
                false,
                now,
                RECEIVED,
                null,
                List.of(new PlanDetails.PlanGoal(now.getYear(), 3000_00)),
                List.of(planned()));
    }

    private PlanDetails.PlannedMeasure planned() {
        return new PlanDetails.PlannedMeasure(
                "1",
                now.getYear(),
                MeasureItem.INDUSTRY,
                null,
                "养猪",
                BigDecimal.TEN,
                "头",
                null,
                null,
                null);
    }

    private HouseholdCommand donePlanned() {
        return new DoPlannedMeasure(
                HOUSEHOLD,
                PlanKind.YEARLY,
                now.getYear(),
                "1",
                BigDecimal.valueOf(1 + random.nextInt(9)),
                null,
                null,
                false,
                before(),
                RECEIVED,
                null);
    }

    private HouseholdCommand measure() {
        return new AssignMeasure(
                HOUSEHOLD,
                KINDS.get(random.nextInt(KINDS.size())),
                "五个一批",
                false,
                before(),
                RECEIVED,
                null);
    }

    private HouseholdCommand policy() {
        var policy = Policy.values()[random.nextInt(Policy.values().length)];
        var details = Facts.detailsOf(policy, 2014 + random.nextInt(3));
        var named =
                policy.whom() == Policy.Whom.HOUSEHOLD || random.nextInt(4) == 0
                        ? null
                        : List.of(Optional.of(anybody()));
        return switch (random.nextInt(6)) {
            case 0 -> {
                appliedFor =
                        new ApplyForPolicy(
                                HOUSEHOLD, policy, details, named, false, before(), RECEIVED, null);
                yield appliedFor;
            }
            case 1 -> comesToNothing(appliedFor);
            case 2 -> takeBack(granted);
            case 3 ->
                    new EndPolicy(
                            HOUSEHOLD,
                            policy.lasts() ? policy : Policy.SUBSISTENCE_ALLOWANCE,
                            policy == Policy.OTHER ? details.name() : null,
                            named,
                            PolicyEvent.PolicyEnd.EXPIRED,
                            null,
                            null,
                            false,
                            before(),
                            RECEIVED,
                            null);
            default -> {
                granted =
                        new GrantPolicy(
                                HOUSEHOLD,
                                policy.lasts() ? policy : Policy.SUBSISTENCE_ALLOWANCE,
                                policy.lasts() ? details : PolicyDetails.NOTHING,
                                named,
                                by("县"),
                                false,
                                before(),
                                RECEIVED,
                                null);
                yield granted;
            }
        };
    }

    private HouseholdCommand comesToNothing(@Nullable ApplyForPolicy order) {
        var policy = order == null ? Policy.NEW_YI_VILLAGE : order.policy();
        var details = order == null ? PolicyDetails.NOTHING : order.details();
        return random.nextBoolean()
                ? new DeclinePolicy(
                        HOUSEHOLD, policy, details, null, "不符合条件", by("县"), false, now, RECEIVED,
                        null)
                : new WithdrawPolicyApplication(
                        HOUSEHOLD, policy, details, null, null, false, now, RECEIVED, null);
    }

    /** Of a grant that was ordered, whether it came about or not. */
    private HouseholdCommand takeBack(@Nullable GrantPolicy order) {
        var to = order == null ? null : order.recipients();
        var event =
                order == null
                        ? null
                        : new PolicyGranted(
                                HOUSEHOLD,
                                order.on(),
                                order.policy(),
                                order.details(),
                                to == null,
                                to == null
                                        ? PERSONS
                                        : to.stream().map(Optional::orElseThrow).toList(),
                                order.decidedBy(),
                                false,
                                null);
        return new TakeBackPolicy(
                HOUSEHOLD, "e", null, "误登", "chief", "clerk", now, RECEIVED, null, event,
                List.of());
    }

    private HouseholdCommand takeBackEntry() {
        var wrong = anyOf(HouseholdLawsTest.ENTRIES);
        return new TakeBackEntry(takingBack(wrong), wrong, List.of());
    }

    private HouseholdCommand takeBackClearance() {
        var wrong = anyOf(List.of(ExclusionCleared.class));
        return new TakeBackClearance(takingBack(wrong), wrong);
    }

    private @Nullable HouseholdEvent anyOf(List<? extends Class<?>> types) {
        var those = recorded.stream().filter(e -> types.contains(e.getClass())).toList();
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private TakingBack takingBack(@Nullable HouseholdEvent wrong) {
        return new TakingBack(
                HOUSEHOLD,
                "e" + recorded.indexOf(wrong),
                "误登",
                random.nextInt(5) == 0 ? "clerk" : "chief",
                now,
                "clerk",
                RECEIVED,
                null);
    }

    private HouseholdCommand planExit() {
        if (random.nextInt(4) == 0) {
            return new DropExitPlan(HOUSEHOLD, "患病", by("村"), false, now, RECEIVED, null);
        }
        return new PlanExit(HOUSEHOLD, now.getYear(), by("村"), false, before(), RECEIVED, null);
    }

    private HouseholdCommand propose() {
        return new ProposeExit(HOUSEHOLD, now, by("村"), false, RECEIVED, null);
    }

    private HouseholdCommand assessExit() {
        return new AssessExit(
                new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                meeting(now.toString(), 20 + random.nextInt(5), 19));
    }

    private HouseholdCommand assessMonitoring() {
        return new AssessMonitoring(
                new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                meeting(now.toString(), 20 + random.nextInt(5), 19));
    }

    private HouseholdCommand agree() {
        var signer = random.nextInt(3) == 0 ? anybody() : HEAD;
        return new AgreeToExit(HOUSEHOLD, now, signer, false, RECEIVED, null);
    }

    private HouseholdCommand exit() {
        return new ExitHousehold(
                new ExitHousehold.Asked(
                        HOUSEHOLD, NOTICE, later(), by("县"), false, RECEIVED, null, null),
                hung(NoticeKind.EXIT),
                null);
    }

    private HouseholdCommand clue() {
        return new RaiseClue(HOUSEHOLD, ClueSource.CADRE_CHECK, false, now, RECEIVED, null);
    }

    private HouseholdCommand check() {
        return new CheckRisk(
                HOUSEHOLD,
                List.of("甲"),
                anybody(),
                2013,
                fen(),
                Cause.ILLNESS,
                false,
                now,
                RECEIVED,
                null,
                line(2013, LINE, oneOf(Whose.NATION, Whose.NEAREST, Whose.PROVINCE)),
                rangePercent);
    }

    private HouseholdCommand correctSurvey() {
        return new CorrectSurvey(
                new CorrectSurvey.Asked(
                        HOUSEHOLD,
                        now,
                        "e",
                        "r",
                        "chief",
                        2013 + random.nextInt(3),
                        2L * fen(),
                        0,
                        0,
                        0,
                        0,
                        "clerk",
                        RECEIVED,
                        null,
                        null,
                        random.nextBoolean()),
                new KnownEvent("e", "HouseholdSurveyed", day("2014-04-01"), null));
    }

    private HouseholdCommand correctCauses() {
        return new CorrectCauses(
                new CorrectCauses.Asked(
                        HOUSEHOLD,
                        now,
                        "e",
                        "r",
                        "chief",
                        Cause.WATER,
                        List.of(),
                        "clerk",
                        RECEIVED,
                        null),
                new KnownEvent("e", "HouseholdRegistered", day("2014-04-01"), null));
    }

    /** Of the last relapse that was ordered, and mostly so that it stands. */
    private HouseholdCommand correctRelapse() {
        var year = relapsedBy - random.nextInt(3) / 2;
        var income = fen() - 120;
        var on = now.isBefore(relapsedOn) ? relapsedOn : now;
        return new CorrectRelapseIncome(
                new CorrectRelapseIncome.Asked(
                        HOUSEHOLD,
                        on.plusDays(random.nextInt(3)),
                        "e",
                        "r",
                        "chief",
                        year,
                        income,
                        "clerk",
                        RECEIVED,
                        null),
                new KnownEvent("e", "HouseholdRelapsed", relapsedOn, relapsedOn),
                line(year, LINE, relapsedUnder));
    }

    private HouseholdCommand reclassify() {
        return new ReclassifyHousehold(
                new ReclassifyHousehold.Asked(
                        HOUSEHOLD,
                        random.nextBoolean() ? Standard.PROVINCIAL : null,
                        HouseholdType.values()[random.nextInt(4)],
                        null,
                        random.nextBoolean() ? List.of(Cause.values()[random.nextInt(4)]) : null,
                        by("县"),
                        false,
                        before(),
                        RECEIVED,
                        null),
                line(2013, LINE, oneOf(Whose.PROVINCE, Whose.PROVINCE, Whose.NATION)));
    }

    private HouseholdCommand describe() {
        return new DescribeHousehold(
                HOUSEHOLD, dwelling(DangerGrade.B), false, before(), RECEIVED, null);
    }

    /** Beside the others, which are as they would be without. */
    HouseholdCommand numbering() {
        var number = "N" + numbers.nextInt(4);
        if (numbers.nextInt(3) > 0) {
            return new NumberHousehold(HOUSEHOLD, number, false, now, RECEIVED, null);
        }
        return new CorrectHouseholdNumber(
                new CorrectHouseholdNumber.Asked(
                        HOUSEHOLD,
                        now,
                        "e",
                        "r",
                        "chief",
                        numbers.nextInt(3) == 0 ? null : number,
                        "clerk",
                        RECEIVED,
                        null),
                new KnownEvent("e", "HouseholdNumbered", day("2014-04-01"), null),
                true);
    }

    /** 利益联结: two contracts, signed, paid by, ended and now and then entered wrongly. */
    HouseholdCommand linking() {
        var contract = "合同-" + links.nextInt(2);
        var on = now.minusDays(links.nextInt(60));
        return switch (links.nextInt(8)) {
            case 0, 1, 2 ->
                    new SignBenefitLink(
                            HOUSEHOLD,
                            contract,
                            "公司",
                            LinkKind.SHARES,
                            100L,
                            null,
                            on,
                            false,
                            null,
                            RECEIVED);
            case 3, 4 ->
                    new ReceiveDividend(
                            HOUSEHOLD,
                            contract,
                            now.getYear() - links.nextInt(2),
                            1 + links.nextInt(3),
                            on,
                            false,
                            null,
                            RECEIVED);
            case 5 ->
                    new EndBenefitLink(
                            HOUSEHOLD, contract, LinkEnd.EXPIRED, null, on, false, null, RECEIVED);
            default -> {
                var those = recorded.stream().filter(e -> e instanceof BenefitLinkEvent).toList();
                var wrong = those.isEmpty() ? null : those.get(links.nextInt(those.size()));
                yield new TakeBackEntry(
                        new TakingBack(
                                HOUSEHOLD,
                                "e" + recorded.indexOf(wrong),
                                "误登",
                                links.nextInt(5) == 0 ? "clerk" : "chief",
                                now,
                                "clerk",
                                RECEIVED,
                                null),
                        wrong,
                        List.of());
            }
        };
    }

    private HouseholdCommand describeMember() {
        return new DescribeMember(
                HOUSEHOLD, anybody(), student(), null, null, before(), false, RECEIVED, null);
    }

    private HouseholdCommand identify() {
        var person = aNewborn();
        return new IdentifyMember(
                HOUSEHOLD,
                person,
                Facts.newborn(person, Relation.CHILD),
                member(somebody(), Relation.CHILD),
                random.nextInt(4) == 0 ? null : "登记有误",
                before(),
                false,
                RECEIVED,
                null);
    }

    private HouseholdCommand changeHead() {
        return new ChangeHead(
                HOUSEHOLD,
                anybody(),
                Relation.PARENT,
                random.nextInt(3) > 0
                        ? null
                        : List.of(new ChangeHead.Related(anybody(), Relation.SPOUSE)),
                "原户主年老",
                before(),
                false,
                RECEIVED,
                null);
    }

    /** The right number is a person's whom nobody entered before; or the name alone is wrong. */
    private HouseholdCommand correctMember() {
        if (random.nextInt(3) == 0) return correctDay();
        return new CorrectMembers(
                HOUSEHOLD,
                random.nextInt(5) == 0 ? List.of(wrong(), wrong()) : List.of(wrong()),
                new TreeMap<>(),
                "录入有误",
                random.nextInt(9) == 0 ? "clerk" : "chief",
                "clerk",
                now,
                RECEIVED,
                null);
    }

    private Wrong wrong() {
        var person = anybody();
        var as = random.nextInt(4) == 0 ? corrected(corrected++) : person;
        return new Wrong(
                person,
                member(person, Relation.CHILD),
                null,
                member(as, Relation.CHILD),
                true,
                random.nextBoolean(),
                random.nextInt(4) > 0
                        ? new TreeMap<>()
                        : new TreeMap<>(Map.of(OTHER_HOUSEHOLD, before())),
                List.of(),
                List.of(),
                null,
                null);
    }

    private HouseholdCommand suspend() {
        if (random.nextInt(3) > 0) return income();
        return new SuspendHousehold(
                HOUSEHOLD, "UNDER_INVESTIGATION", by("县"), false, now, RECEIVED, null);
    }

    private HouseholdCommand resume() {
        return new ResumeHousehold(HOUSEHOLD, "核查无误", by("县"), false, now, RECEIVED, null);
    }

    private HouseholdCommand split() {
        if (random.nextInt(3) > 0) return leave();
        var newHead = random.nextBoolean() ? anybody() : null;
        return new SplitHousehold(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                null,
                List.of(),
                List.of(member(anybody(), Relation.HEAD)),
                newHead != null,
                newHead,
                correction());
    }

    private HouseholdCommand takeIn() {
        var one = somebody();
        return new TakeIn(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                Standing.values()[random.nextInt(3)],
                List.of(
                        member(one, Relation.OTHER),
                        random.nextBoolean()
                                ? Facts.newborn(nextNewborn(), Relation.OTHER)
                                : member(somebody(), Relation.OTHER)),
                List.of(
                        new Said(
                                Policy.SUBSISTENCE_ALLOWANCE,
                                PolicyDetails.NOTHING,
                                one,
                                now,
                                null,
                                one)),
                correction());
    }

    private HouseholdCommand merge() {
        return new MergeHousehold(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                PERSONS.subList(0, 1 + random.nextInt(3)).stream()
                        .map(person -> member(person, Relation.OTHER))
                        .toList(),
                correction());
    }

    private HouseholdCommand openSplitOff() {
        var standing = Standing.values()[random.nextInt(3)];
        return new OpenSplitOff(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                VILLAGE,
                null,
                applied().members(),
                standing,
                standing == Standing.ON_FILE
                        ? null
                        : new Registration(
                                day("2014-01-01"),
                                standing == Standing.EXITED
                                        ? Help.from(day("2014-01-01")).exited(day("2014-03-01"))
                                        : Help.from(day("2014-01-01")),
                                ReclassifyHouseholdTest.classified(
                                        "2014-01-01", Cause.WATER, List.of()),
                                new IncomeYears(2013, standing == Standing.EXITED ? 2014 : null)),
                List.of(),
                correction());
    }

    private Correction correction() {
        return new Correction(
                by("县"),
                "误登",
                random.nextInt(9) == 0 ? "clerk" : "chief",
                null,
                false,
                now,
                "clerk",
                RECEIVED);
    }

    private ApplyForRegistration apply() {
        return new ApplyForRegistration(
                HOUSEHOLD,
                VILLAGE,
                null,
                applied().members(),
                new Village(day("2000-01-01"), null, List.of()),
                null,
                null,
                now,
                false,
                Enclosures.NONE,
                RECEIVED);
    }

    /** Not always, or no ordinary household would ever be watched. */
    private HouseholdCommand applyFromFile() {
        if (!ordinary || neverApplies || random.nextInt(3) > 0) return describe();
        return new ApplyFromFile(
                new ApplyFromFile.Asked(HOUSEHOLD, now, null, null, false, RECEIVED, null),
                new Village(day("2000-01-01"), null, List.of()),
                null);
    }

    private RecordHousehold record() {
        return new RecordHousehold(
                HOUSEHOLD,
                VILLAGE,
                null,
                applied().members(),
                new Village(day("2000-01-01"), null, List.of()),
                now,
                false,
                new Enclosures(null, null, dwelling(DangerGrade.A), List.of()),
                RECEIVED);
    }

    private SurveyHousehold survey() {
        return new SurveyHousehold(
                HOUSEHOLD,
                now,
                List.of("李某"),
                2013,
                2L * fen() + random.nextInt(2),
                0,
                0,
                0,
                random.nextInt(300),
                true,
                true,
                false,
                RECEIVED,
                null);
    }

    private RegisterHousehold register() {
        var on = later();
        return new RegisterHousehold(
                new RegisterHousehold.Asked(
                        HOUSEHOLD,
                        NOTICE,
                        on,
                        on,
                        by("县"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        List.of(),
                        on.getYear(),
                        null,
                        null,
                        null,
                        false,
                        RECEIVED,
                        null,
                        null),
                hung(NoticeKind.SECOND),
                line(2013, LINE),
                null,
                screening());
    }

    private Screening screening() {
        return random.nextInt(3) == 0
                ? carOf(anybody(), ExclusionEffect.REFUSE)
                : Screening.NOT_NEEDED;
    }

    private JoinHousehold join() {
        var member =
                random.nextInt(3) == 0
                        ? Facts.newborn(nextNewborn(), Relation.CHILD)
                        : member(
                                somebody(),
                                random.nextInt(9) == 0 ? Relation.HEAD : Relation.OTHER);
        joined =
                new JoinHousehold(
                        HOUSEHOLD,
                        member,
                        JoiningReason.MARRIAGE,
                        null,
                        null,
                        random.nextBoolean() ? null : origin(member.personId()),
                        before(),
                        false,
                        random.nextBoolean() ? null : student(),
                        RECEIVED,
                        null);
        return joined;
    }

    /** Of who was ordered to come or to go last, if that was done. */
    private HouseholdCommand correctDay() {
        if (random.nextBoolean() && left != null) {
            var person = Objects.requireNonNull(left.personId());
            var said =
                    new CameOrWent(
                            member(person, Relation.OTHER),
                            false,
                            left.on(),
                            left.reason(),
                            null,
                            false,
                            List.of());
            return correctDay("MemberLeft", left.on(), said);
        }
        if (joined == null) return income();
        var said = new CameOrWent(joined.member(), true, joined.on(), null, null, false, List.of());
        return correctDay("MemberJoined", joined.on(), said);
    }

    private HouseholdCommand correctDay(String type, LocalDate on, CameOrWent said) {
        return new CorrectMemberDay(
                new CorrectMemberDay.Asked(
                        HOUSEHOLD,
                        now,
                        "e",
                        "录入有误",
                        random.nextInt(9) == 0 ? "clerk" : "chief",
                        on.plusDays(random.nextInt(60) - 30),
                        "clerk",
                        RECEIVED,
                        null),
                new KnownEvent("e", type, on, null),
                said);
    }

    /** Where the person was to the end, still is or never was, or what nobody knows. */
    private Origin origin(String person) {
        return new Origin(
                OTHER_HOUSEHOLD,
                otherHousehold(random.nextInt(4) == 0 ? somebody() : person),
                random.nextInt(4) == 0 ? before() : null);
    }

    private Household.@Nullable Known otherHousehold(String person) {
        var alone =
                new HouseholdRecorded(
                        OTHER_HOUSEHOLD,
                        day("2014-01-01"),
                        VILLAGE,
                        null,
                        person,
                        List.of(member(person, Relation.HEAD)),
                        false,
                        null,
                        null);
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> known(List.of(alone));
            default ->
                    known(
                            List.of(
                                    alone,
                                    new HouseholdDissolved(
                                            OTHER_HOUSEHOLD, before(), "CODE", 1, false, null)));
        };
    }

    private Whose oneOf(Whose... some) {
        return some[random.nextInt(some.length)];
    }

    private LeaveHousehold leave() {
        var newHead = random.nextBoolean() ? anybody() : null;
        var going =
                new LeaveHousehold(
                        HOUSEHOLD,
                        anybody(),
                        LeavingReason.MOVED_OUT,
                        random.nextBoolean()
                                ? null
                                : new Destination(OTHER_HOUSEHOLD, otherHousehold(somebody())),
                        newHead != null,
                        newHead,
                        before(),
                        false,
                        RECEIVED,
                        null);
        // the day of who is followed as the head is that of another act
        if (newHead == null) left = going;
        return going;
    }

    private ReverifyHousehold reverify() {
        return new ReverifyHousehold(
                new ReverifyHousehold.Asked(
                        HOUSEHOLD, "五退八进", by("镇"), null, false, before(), RECEIVED, null),
                null);
    }

    private ClearExclusion clear() {
        return new ClearExclusion(
                HOUSEHOLD,
                anybody(),
                List.of(ExclusionItem.HOUSE, ExclusionItem.CAR, ExclusionItem.COMPANY)
                        .get(random.nextInt(3)),
                "已核实",
                by("村"),
                null,
                false,
                before(),
                RECEIVED);
    }

    /** Of this year or the one before; now and then of one that is long over. */
    private int incomeYear() {
        return random.nextInt(6) == 0 ? 2013 : now.getYear() - random.nextInt(2);
    }

    private VerifyExit verify() {
        var year = incomeYear();
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        now,
                        List.of("甲", "乙", "丙"),
                        year,
                        fen(),
                        mostlyAssured(),
                        false,
                        RECEIVED,
                        null),
                line(year, LINE, oneOf(Whose.NATION, Whose.NATION, Whose.PROVINCE)),
                null,
                assessmentRequired);
    }

    private ConfirmMonitoring confirm() {
        return new ConfirmMonitoring(
                new ConfirmMonitoring.Asked(
                        HOUSEHOLD,
                        MonitoringKind.values()[random.nextInt(3)],
                        NOTICE,
                        by("县"),
                        false,
                        later(),
                        RECEIVED,
                        null),
                hung(random.nextInt(5) == 0 ? NoticeKind.EXIT : NoticeKind.MONITORING),
                random.nextBoolean() ? 15 : 45,
                assessmentRequired);
    }

    private EliminateRisk eliminate() {
        return new EliminateRisk(
                new EliminateRisk.Asked(
                        HOUSEHOLD,
                        2013,
                        fen() + 80,
                        mostlyAssured(),
                        by("县"),
                        false,
                        now.plusDays(14),
                        RECEIVED,
                        null),
                line(2013, LINE, oneOf(Whose.NATION, Whose.NEAREST, Whose.PROVINCE)),
                rangePercent);
    }

    private RecordRelapse relapse() {
        var year = incomeYear();
        relapsedOn = now;
        relapsedBy = year;
        var income = fen();
        relapsedUnder = oneOf(Whose.NATION, Whose.NATION, Whose.PROVINCE);
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        null,
                        now,
                        Cause.ILLNESS,
                        year,
                        income,
                        now.getYear(),
                        by("县"),
                        false,
                        RECEIVED,
                        null,
                        null,
                        null),
                null,
                secondNotice(),
                line(year, LINE, relapsedUnder),
                screening(),
                procedureRequired,
                null);
    }

    /** On some days one hangs that nobody names, on some of them with an objection. */
    private @Nullable KnownNotice secondNotice() {
        var day = now.getDayOfMonth();
        if (day % 3 > 0) return null;
        var objection = day % 2 == 0 ? Objection.OPEN : Objection.DISMISSED;
        return notice(NoticeKind.SECOND, now.toString(), null, objection);
    }

    /** Seldom dismissed, or nobody would ever be watched. */
    private HouseholdCommand dismiss() {
        var kind = random.nextInt(4);
        if (kind == 1) return income();
        if (kind > 1) return assessMonitoring();
        return new DismissClue(HOUSEHOLD, "已化解", by("村"), false, now, RECEIVED, null);
    }

    private HouseholdCommand revokeExit() {
        if (random.nextInt(2) > 0) return revokeStep(revokeEnd(income()));
        return new RevokeExit(
                new RevokeExit.Asked(
                        HOUSEHOLD,
                        now,
                        "核实有误",
                        new Decision("县", "1号"),
                        random.nextInt(5) == 0 ? "clerk" : "chief",
                        null,
                        null,
                        false,
                        "clerk",
                        RECEIVED,
                        null),
                null,
                random.nextInt(5) == 0 ? "chief" : "officer");
    }

    /** The last relapse or watch, though something may have come of it since. */
    private HouseholdCommand revokeStep(HouseholdCommand instead) {
        var last =
                recorded.reversed().stream()
                        .filter(e ->
                                e instanceof HouseholdRelapsed || e instanceof MonitoringConfirmed)
                        .findFirst()
                        .orElse(null);
        if (last == null || corrections.nextInt(2) > 0) return instead;
        var approvedBy = corrections.nextInt(5) == 0 ? "clerk" : "chief";
        if (last instanceof HouseholdRelapsed e) {
            return new RevokeRelapse(
                    new RevokeRelapse.Asked(
                            HOUSEHOLD,
                            now,
                            "误登",
                            new Decision("县", "3号"),
                            approvedBy,
                            false,
                            "clerk",
                            RECEIVED,
                            null),
                    new RevokeRelapse.Entered("e", e.occurredOn(), e.quotaYear(), "officer"));
        }
        return new RevokeMonitoring(
                new RevokeMonitoring.Asked(
                        HOUSEHOLD, now, "误登", by("镇"), approvedBy, false, "clerk", RECEIVED, null),
                new RevokeMonitoring.Entered("e", last.occurredOn(), "officer"));
    }

    private HouseholdCommand revokeEnd(HouseholdCommand instead) {
        if (corrections.nextInt(2) > 0) return instead;
        return new RevokeEnd(
                new RevokeEnd.Asked(
                        HOUSEHOLD,
                        now,
                        "误登",
                        new Decision("县", "2号"),
                        corrections.nextInt(5) == 0 ? "clerk" : "chief",
                        false,
                        "clerk",
                        RECEIVED,
                        null),
                corrections.nextInt(5) == 0 ? "chief" : "officer");
    }

    private HouseholdCommand proposeRelapse() {
        return new ProposeRelapse(HOUSEHOLD, now, Cause.ILLNESS, by("村"), false, RECEIVED, null);
    }

    private HouseholdCommand assessRelapse() {
        return new AssessRelapse(
                new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                meeting(now.toString(), 20 + random.nextInt(5), 19));
    }

    private HouseholdCommand reviewRelapse() {
        return new ReviewRelapse(
                new ReviewRelapse.Asked(HOUSEHOLD, NOTICE, later(), by("镇"), false, RECEIVED, null),
                hung(NoticeKind.FIRST));
    }

    private HouseholdCommand withdrawRelapse() {
        return new WithdrawRelapse(HOUSEHOLD, now, "收入稳定", by("村"), false, RECEIVED, null);
    }

    private HouseholdCommand end() {
        return switch (random.nextInt(24)) {
            case 8, 9, 10 -> merge();
            case 0, 1 ->
                    new RemoveHousehold(
                            new RemoveHousehold.Asked(
                                    HOUSEHOLD,
                                    toldLate(),
                                    random.nextBoolean() ? "CODE" : "MISIDENTIFIED",
                                    by("县"),
                                    null,
                                    null,
                                    null,
                                    false,
                                    RECEIVED,
                                    null),
                            null);
            case 2, 3 ->
                    new DissolveHousehold(HOUSEHOLD, "CODE", toldLate(), false, RECEIVED, null);
            case 7 ->
                    new WithdrawApplication(HOUSEHOLD, anybody(), "外出", now, false, RECEIVED, null);
            case 4, 5, 6 -> new RejectHousehold(HOUSEHOLD, now, by("村"), "拆户", RECEIVED, null);
            default ->
                    new RejectHousehold(
                            HOUSEHOLD, now.minusYears(1), by("村"), "拆户", RECEIVED, null);
        };
    }

    /** Often a while ago. */
    private LocalDate toldLate() {
        return now.minusDays(now.getDayOfMonth() % 3 * 20L);
    }

    private HouseholdCommand help() {
        return switch (random.nextInt(15)) {
            case 0, 1, 2 ->
                    new ReleaseHelper(
                            new ReleaseHelper.Asked(
                                    HOUSEHOLD, now, "期满", by("县"), false, RECEIVED, null),
                            random.nextInt(2));
            case 3, 4 -> quarter();
            case 5, 6 ->
                    new IssueHandbook(
                            HOUSEHOLD,
                            "no-" + random.nextInt(3),
                            before(),
                            "镇",
                            before(),
                            false,
                            null,
                            RECEIVED);
            case 7, 8 ->
                    new IssueClearCard(
                            HOUSEHOLD, now.getYear(), "镇", before(), false, null, RECEIVED);
            case 9, 10 ->
                    new SignResult(
                            HOUSEHOLD,
                            now.getYear(),
                            List.of(HelpEvent.ProjectType.INDUSTRY),
                            anybody(),
                            false,
                            null,
                            now,
                            RECEIVED);
            case 11 -> new WithdrawExit(HOUSEHOLD, now, "核实有误", by("村"), false, RECEIVED, null);
            case 12 -> withdrawRelapse();
            default -> move();
        };
    }

    private CheckQuarter quarter() {
        var signer = random.nextBoolean() ? anybody() : null;
        return new CheckQuarter(
                HOUSEHOLD,
                new Quarter(now.getYear(), 1 + random.nextInt(4), fen(), 0, 0, 0, 1, 1, 1, 1, 1),
                "h",
                signer != null,
                signer,
                false,
                null,
                before(),
                RECEIVED);
    }

    /** Back and forth between two villages, now and then as if one had come after the other. */
    private MoveHousehold move() {
        var there = random.nextBoolean() ? VILLAGE : "513423199202";
        var since = random.nextBoolean() ? day("2014-01-01") : null;
        return new MoveHousehold(
                new MoveHousehold.Asked(
                        HOUSEHOLD,
                        there,
                        null,
                        HelpEvent.MoveReason.values()[random.nextInt(3)],
                        null,
                        false,
                        toldLate(),
                        RECEIVED,
                        null),
                new Village(day("2000-01-01"), null, List.of()),
                new MoveHousehold.Follows(random.nextBoolean() ? VILLAGE : there, since));
    }

    private int fen() {
        return 2736_00 + random.nextInt(200) - 100;
    }

    private Assurances mostlyAssured() {
        return new Assurances(true, true, true, true, true, random.nextInt(5) > 0);
    }

    private String anybody() {
        if (corrected > 0 && random.nextInt(9) == 0) return corrected(random.nextInt(corrected));
        return newborns > 0 && random.nextInt(4) == 0 ? aNewborn() : somebody();
    }

    private static String corrected(int number) {
        return "person-00000000-0000-4000-8000-00000002%04d".formatted(number);
    }

    /** With an identity number. */
    private String somebody() {
        return PERSONS.get(random.nextInt(PERSONS.size()));
    }

    /** Nobody without a number is entered twice: the vault makes a new person of each. */
    private String nextNewborn() {
        return newborn(newborns++);
    }

    private String aNewborn() {
        return newborn(random.nextInt(newborns + 1));
    }

    private static String newborn(int number) {
        return "person-00000000-0000-4000-8000-00000001%04d".formatted(number);
    }

    /** What is no step comes in late, more often than not. */
    private LocalDate before() {
        return now.minusDays(random.nextInt(60));
    }

    /**
     * Seven or ten days as the rule of its day had it; now and then closed late, or with an
     * objection.
     */
    private KnownNotice hung(NoticeKind kind) {
        var over = now.plusDays(random.nextInt(4) == 0 ? 11 : 8);
        return new KnownNotice(
                NOTICE,
                kind,
                VILLAGE,
                Lineage.UNDIVIDED,
                now,
                over,
                random.nextInt(9) == 0 ? null : over.plusDays(random.nextInt(6) / 5),
                random.nextInt(9) == 0 ? Objection.values()[random.nextInt(3)] : Objection.NONE,
                null,
                random.nextInt(20) == 0);
    }

    private LocalDate later() {
        return now.plusDays(7 + random.nextInt(5));
    }
}
