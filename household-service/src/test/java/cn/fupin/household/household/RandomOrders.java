package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;

import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.FileCommand.*;
import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.MonitoringCommand.*;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Orders that mostly go forward in time and in the order of a life, so that many come far, and
 * sometimes do not.
 */
final class RandomOrders {
    private static final int KINDS = 28;
    private static final List<String> PERSONS = List.of(HEAD, CHILD, THIRD, FOURTH);

    private final Random random;
    private final boolean ordinary;
    private LocalDate now = day("2014-04-01");
    private int stage;

    RandomOrders(int seed) {
        random = new Random(seed);
        ordinary = seed % 5 == 0;
    }

    HouseholdCommand next() {
        now = now.plusDays(random.nextInt(20) - 3);
        // two thirds of the orders follow the life in its order, the rest come as they like
        var kind = random.nextInt(3) == 0 ? random.nextInt(KINDS) : stage++ % KINDS;
        return switch (kind) {
            case 0 -> ordinary ? record() : apply();
            case 1 -> survey();
            case 2 ->
                    new AssessHousehold(
                            new AssessHousehold.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                            meeting(now.toString(), 20 + random.nextInt(5), 19));
            case 3 ->
                    new ReviewByTownship(
                            new ReviewByTownship.Asked(
                                    HOUSEHOLD, NOTICE, later(), by("镇"), false, RECEIVED),
                            hung(NoticeKind.FIRST));
            case 4 -> register();
            case 5 ->
                    new AssignHelper(
                            new AssignHelper.Asked(
                                    HOUSEHOLD,
                                    "h" + random.nextInt(3),
                                    "局",
                                    now,
                                    null,
                                    false,
                                    RECEIVED),
                            5);
            case 6 ->
                    new RecordIncome(
                            HOUSEHOLD,
                            2013 + random.nextInt(4),
                            2L * fen(),
                            0,
                            0,
                            0,
                            random.nextInt(300),
                            false,
                            before(),
                            RECEIVED);
            case 7 ->
                    new VisitHousehold(
                            HOUSEHOLD, "h", null, false, before(), RECEIVED, null, null, null);
            case 8 ->
                    new AdoptPlan(
                            HOUSEHOLD,
                            PlanKind.YEARLY,
                            now.getYear(),
                            now.getYear(),
                            List.of(),
                            false,
                            now,
                            RECEIVED);
            case 9 ->
                    new AssignMeasure(
                            HOUSEHOLD,
                            Measure.values()[random.nextInt(Measure.values().length)],
                            "五个一批",
                            false,
                            before(),
                            RECEIVED);
            case 10, 11 -> join();
            case 12 -> new PlanExit(HOUSEHOLD, now.getYear(), by("村"), false, before(), RECEIVED);
            case 13 -> random.nextBoolean() ? reverify() : clear();
            case 14 -> new ProposeExit(HOUSEHOLD, now, by("村"), false, RECEIVED, null);
            case 15 -> verify();
            case 16 -> new AgreeToExit(HOUSEHOLD, now, anybody(), false, RECEIVED, null);
            case 17 ->
                    new ExitHousehold(
                            new ExitHousehold.Asked(
                                    HOUSEHOLD, NOTICE, later(), by("县"), false, RECEIVED, null,
                                    null),
                            hung(NoticeKind.EXIT),
                            null);
            case 18 -> leave();
            case 19 -> new RaiseClue(HOUSEHOLD, ClueSource.CADRE_CHECK, false, now, RECEIVED);
            case 20 ->
                    new CheckRisk(
                            HOUSEHOLD,
                            List.of("甲"),
                            anybody(),
                            2013,
                            fen(),
                            Cause.ILLNESS,
                            false,
                            now,
                            RECEIVED,
                            null);
            case 21 -> confirm();
            case 22 -> eliminate();
            case 23 -> relapse();
            case 24 ->
                    new CorrectSurvey(
                            new CorrectSurvey.Asked(
                                    HOUSEHOLD,
                                    now,
                                    "e",
                                    "r",
                                    "chief",
                                    2013,
                                    2L * fen(),
                                    0,
                                    0,
                                    0,
                                    0,
                                    "clerk",
                                    RECEIVED),
                            new KnownEvent("e", "HouseholdSurveyed", day("2014-04-01")));
            case 25 ->
                    new CorrectCauses(
                            new CorrectCauses.Asked(
                                    HOUSEHOLD,
                                    now,
                                    "e",
                                    "r",
                                    "chief",
                                    Cause.WATER,
                                    List.of(),
                                    "clerk",
                                    RECEIVED),
                            new KnownEvent("e", "HouseholdRegistered", day("2014-04-01")));
            case 26 -> help();
            default -> end();
        };
    }

    private ApplyForRegistration apply() {
        return new ApplyForRegistration(
                HOUSEHOLD,
                VILLAGE,
                null,
                applied().members(),
                new Village(true, null),
                null,
                null,
                now,
                false,
                RECEIVED);
    }

    private RecordHousehold record() {
        return new RecordHousehold(
                HOUSEHOLD,
                VILLAGE,
                null,
                applied().members(),
                new Village(true, null),
                now,
                false,
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
                RECEIVED);
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
                        RECEIVED),
                hung(NoticeKind.SECOND),
                line(2013, LINE),
                null,
                random.nextInt(3) == 0
                        ? carOf(anybody(), ExclusionEffect.REFUSE)
                        : Screening.NOT_NEEDED);
    }

    private JoinHousehold join() {
        return new JoinHousehold(
                HOUSEHOLD,
                member(anybody(), random.nextInt(9) == 0 ? Relation.HEAD : Relation.OTHER),
                JoiningReason.MARRIAGE,
                null,
                before(),
                false,
                RECEIVED);
    }

    private LeaveHousehold leave() {
        var newHead = random.nextBoolean() ? anybody() : null;
        return new LeaveHousehold(
                HOUSEHOLD,
                anybody(),
                LeavingReason.MOVED_OUT,
                null,
                newHead != null,
                newHead,
                before(),
                false,
                RECEIVED);
    }

    private ReverifyHousehold reverify() {
        return new ReverifyHousehold(
                new ReverifyHousehold.Asked(
                        HOUSEHOLD, "五退八进", by("镇"), null, false, before(), RECEIVED),
                null);
    }

    private ClearExclusion clear() {
        return new ClearExclusion(
                HOUSEHOLD,
                anybody(),
                ExclusionItem.values()[random.nextInt(3)],
                "已核实",
                by("村"),
                null,
                false,
                before(),
                RECEIVED);
    }

    private VerifyExit verify() {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        now,
                        List.of("甲", "乙", "丙"),
                        2013,
                        fen(),
                        mostlyAssured(),
                        false,
                        RECEIVED,
                        null),
                line(2013, LINE),
                null);
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
                random.nextBoolean() ? 15 : 45);
    }

    private EliminateRisk eliminate() {
        return new EliminateRisk(
                new EliminateRisk.Asked(
                        HOUSEHOLD,
                        2013,
                        fen(),
                        mostlyAssured(),
                        by("县"),
                        false,
                        now,
                        RECEIVED,
                        null),
                line(2013, LINE));
    }

    private RecordRelapse relapse() {
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        null,
                        now,
                        Cause.ILLNESS,
                        2013,
                        fen(),
                        now.getYear(),
                        by("县"),
                        false,
                        RECEIVED,
                        null),
                null,
                line(2013, LINE));
    }

    private HouseholdCommand end() {
        return switch (random.nextInt(24)) {
            case 0, 1 ->
                    new RemoveHousehold(
                            new RemoveHousehold.Asked(
                                    HOUSEHOLD, now, "CODE", by("县"), null, null, null, false,
                                    RECEIVED),
                            null);
            case 2, 3 -> new DissolveHousehold(HOUSEHOLD, "CODE", now, false, RECEIVED);
            case 7 -> new WithdrawApplication(HOUSEHOLD, anybody(), "外出", now, false, RECEIVED);
            case 4, 5, 6 -> new RejectHousehold(HOUSEHOLD, now, by("村"), "拆户", RECEIVED);
            default -> new RejectHousehold(HOUSEHOLD, now.minusYears(1), by("村"), "拆户", RECEIVED);
        };
    }

    private HouseholdCommand help() {
        return switch (random.nextInt(15)) {
            case 0, 1, 2 ->
                    new ReleaseHelper(
                            new ReleaseHelper.Asked(HOUSEHOLD, now, "期满", by("县"), false, RECEIVED),
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
            case 11 -> new WithdrawExit(HOUSEHOLD, now, "核实有误", by("村"), false, RECEIVED);
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
                        now,
                        RECEIVED),
                new Village(true, null),
                new MoveHousehold.Follows(random.nextBoolean() ? VILLAGE : there, since));
    }

    private int fen() {
        return 2736_00 + random.nextInt(200) - 100;
    }

    private Assurances mostlyAssured() {
        return new Assurances(true, true, true, true, true, random.nextInt(5) > 0);
    }

    private String anybody() {
        return PERSONS.get(random.nextInt(PERSONS.size()));
    }

    /** What is no step comes in late, more often than not. */
    private LocalDate before() {
        return now.minusDays(random.nextInt(60));
    }

    private KnownNotice hung(NoticeKind kind) {
        return notice(kind, now.toString(), now.plusDays(8), Objection.NONE);
    }

    private LocalDate later() {
        return now.plusDays(7 + random.nextInt(4));
    }
}
