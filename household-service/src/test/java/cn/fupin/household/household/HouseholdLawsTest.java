package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.CorrectSurvey;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is ordered in whatever order on whatever day, what is decided keeps these laws. */
class HouseholdLawsTest {
    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dates_never_decrease_and_only_the_poor_are_registered(int seed) {
        var orders = new Orders(seed);
        var state = HouseholdDecider.INSTANCE.initial();
        var past = new ArrayList<HouseholdEvent>();
        for (var i = 0; i < 120; i++) {
            var event = decided(orders.next(), state);
            if (event == null) continue;
            past.add(event);
            state = HouseholdDecider.INSTANCE.evolve(state, event);
        }
        keepTheLaws(past);
    }

    @Nullable
    private static HouseholdEvent decided(HouseholdCommand order, Household state) {
        try {
            return HouseholdDecider.INSTANCE.decide(order, state).getFirst();
        } catch (Refused _) {
            return null;
        }
    }

    private static void keepTheLaws(List<HouseholdEvent> past) {
        var last = LocalDate.MIN;
        for (var event : past) {
            assertThat(event.occurredOn()).isBeforeOrEqualTo(TODAY);
            if (event instanceof SurveyCorrected || event instanceof CausesCorrected) continue;
            assertThat(event.occurredOn()).isAfterOrEqualTo(last);
            last = event.occurredOn();
            switch (event) {
                case HouseholdRegistered e ->
                        assertThat(e.incomeFenPerHead()).isLessThan(e.lineFenPerYear());
                case HouseholdRelapsed e ->
                        assertThat(e.incomeFenPerHead()).isLessThan(e.lineFenPerYear());
                case ExitVerified e -> {
                    assertThat(e.incomeFenPerHead()).isGreaterThan(e.lineFenPerYear());
                    assertThat(e.assurances().all()).isTrue();
                }
                case HouseholdSurveyed e -> {
                    assertThat(e.incomeFenPerHead() * 2).isLessThanOrEqualTo(e.netIncomeFen());
                    assertThat((e.incomeFenPerHead() + 1) * 2).isGreaterThan(e.netIncomeFen());
                }
                default -> {}
            }
        }
    }

    /** Orders that mostly go forward in time, so that many lives come far, and sometimes do not. */
    private static final class Orders {
        private final Random random;
        private LocalDate now = day("2014-04-01");
        private int stage;

        Orders(int seed) {
            random = new Random(seed);
        }

        HouseholdCommand next() {
            now = now.plusDays(random.nextInt(30) - 4);
            // two thirds of the orders follow the life in its order, the rest come as they like
            var kind = random.nextInt(3) == 0 ? random.nextInt(13) : stage++ % 13;
            return order(kind);
        }

        private HouseholdCommand order(int kind) {
            var fen = 2736_00 + random.nextInt(200) - 100;
            return switch (kind) {
                case 0 ->
                        new ApplyForRegistration(
                                HOUSEHOLD,
                                VILLAGE,
                                null,
                                applied().members(),
                                new Village(true, null),
                                now,
                                false,
                                RECEIVED);
                case 1 ->
                        new SurveyHousehold(
                                HOUSEHOLD,
                                now,
                                List.of("李某"),
                                2013,
                                2L * fen + random.nextInt(2),
                                0,
                                0,
                                0,
                                random.nextInt(300),
                                true,
                                true,
                                false,
                                RECEIVED);
                case 2 ->
                        new AssessHousehold(
                                new AssessHousehold.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                                meeting(now.toString(), 20 + random.nextInt(5), 19));
                case 3 ->
                        new ReviewByTownship(
                                new ReviewByTownship.Asked(
                                        HOUSEHOLD, NOTICE, later(), by("镇"), false, RECEIVED),
                                hung(NoticeKind.FIRST));
                case 4 ->
                        new RegisterHousehold(
                                new RegisterHousehold.Asked(
                                        HOUSEHOLD,
                                        NOTICE,
                                        later(),
                                        later(),
                                        by("县"),
                                        Standard.NATIONAL,
                                        HouseholdType.GENERAL,
                                        Cause.ILLNESS,
                                        List.of(),
                                        2014,
                                        null,
                                        false,
                                        RECEIVED),
                                hung(NoticeKind.SECOND),
                                line(2013, LINE));
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
                case 6 -> new ProposeExit(HOUSEHOLD, now, by("村"), false, RECEIVED);
                case 7 ->
                        new VerifyExit(
                                new VerifyExit.Asked(
                                        HOUSEHOLD,
                                        now,
                                        List.of("甲", "乙", "丙"),
                                        2013,
                                        fen,
                                        new Assurances(
                                                true,
                                                true,
                                                true,
                                                true,
                                                true,
                                                random.nextInt(5) > 0),
                                        false,
                                        RECEIVED),
                                line(2013, LINE));
                case 8 -> new AgreeToExit(HOUSEHOLD, now, HEAD, false, RECEIVED);
                case 9 ->
                        new ExitHousehold(
                                new ExitHousehold.Asked(
                                        HOUSEHOLD, NOTICE, later(), by("县"), false, RECEIVED),
                                hung(NoticeKind.EXIT));
                case 10 ->
                        new RecordRelapse(
                                new RecordRelapse.Asked(
                                        HOUSEHOLD,
                                        null,
                                        now,
                                        Cause.ILLNESS,
                                        2013,
                                        fen,
                                        2014,
                                        by("县"),
                                        false,
                                        RECEIVED),
                                null,
                                line(2013, LINE));
                case 11 ->
                        new CorrectSurvey(
                                new CorrectSurvey.Asked(
                                        HOUSEHOLD, now, "e", "r", "chief", 2013, 2L * fen, 0, 0, 0,
                                        0, "clerk", RECEIVED),
                                new KnownEvent("e", "HouseholdSurveyed", day("2014-04-01")));
                default ->
                        random.nextInt(8) == 0
                                ? new RemoveHousehold(
                                        HOUSEHOLD, now, "CODE", by("县"), null, false, RECEIVED)
                                : new RejectHousehold(
                                        HOUSEHOLD, now.minusYears(1), by("村"), "拆户", RECEIVED);
            };
        }

        private KnownNotice hung(NoticeKind kind) {
            return notice(kind, now.toString(), now.plusDays(8), Objection.NONE);
        }

        private LocalDate later() {
            return now.plusDays(7 + random.nextInt(4));
        }
    }
}
