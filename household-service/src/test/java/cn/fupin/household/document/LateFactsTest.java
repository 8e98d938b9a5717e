package cn.fupin.household.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.page.Part;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdDetails;
import cn.fupin.household.household.HouseholdDetails.DangerGrade;
import cn.fupin.household.household.HouseholdDetails.Dwelling;
import cn.fupin.household.household.HouseholdDetails.Water;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.MemberDetails.Health;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.measure.MeasureItem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Papers come to the office in any order. What hangs of a household, and what is filed of it, says
 * of a day what was so that day, by the rule the history goes by: the last word by the days, and
 * not by when somebody typed it in.
 */
class LateFactsTest {
    private static final Contacts NOBODY = new Contacts(List.of(), LocalDate.MAX);

    private static final String HOUSEHOLD = "household-018f6e2a-0000-7000-8000-000000000003";
    private static final Decision COUNTY = new Decision("县扶贫移民局", "盐扶〔2014〕3号");
    private static final PolicyDetails NO_DETAILS =
            new PolicyDetails(null, null, null, null, null, null, null, null);

    /**
     * Something that happened, and what must have been entered before it can be.
     *
     * @param event as it names its persons when it is entered, of what was told of them by then
     */
    private record Happened(String name, List<String> after, Function<Set<String>, Event> event) {
        LocalDate on() {
            return event.apply(Set.of()).occurredOn();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_the_order_of_entering_the_papers_of_a_day_are_the_same(int seed) {
        var inTime =
                entered(happenings().stream().sorted(Comparator.comparing(Happened::on)).toList());
        var anyhow = entered(shuffled(new Random(seed)));
        for (var on = day("2014-06-01"); on.isBefore(day("2017-02-01")); on = on.plusDays(23)) {
            var expected = filed(inTime, on);
            var found = filed(anyhow, on);
            assertThat(papers(found)).as("%s", on).isEqualTo(papers(expected));
            assertThat(found.members()).isEqualTo(expected.members());
            assertThat(found.head()).isEqualTo(expected.head());
            assertThat(found.policies()).isEqualTo(expected.policies());
        }
    }

    /**
     * As reporting's history lays a life out: what had happened by the day, in the order of days.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_form_of_a_day_says_what_the_history_of_that_day_says(int seed) {
        var stream = entered(shuffled(new Random(seed)));
        for (var on = day("2014-06-01"); on.isBefore(day("2017-02-01")); on = on.plusDays(11)) {
            var found = filed(stream, on);
            assertThat(found.details().dwelling())
                    .as("%s", on)
                    .isEqualTo(last(stream, on, LateFactsTest::dwelling));
            assertThat(found.housingSafe()).isEqualTo(last(stream, on, LateFactsTest::housing));
            assertThat(found.waterSafe()).isEqualTo(last(stream, on, LateFactsTest::water));
            var income = found.incomes().get(2014);
            assertThat(income == null ? null : income.fenPerHead())
                    .isEqualTo(last(stream, on, LateFactsTest::incomeOf2014));
            var b =
                    found.members().stream()
                            .filter(m -> m.personId().equals("person-b"))
                            .findFirst()
                            .orElseThrow();
            assertThat(b.details().health()).isEqualTo(last(stream, on, LateFactsTest::healthOfB));
            assertThat(found.visits())
                    .extracting(HouseholdVisited::occurredOn)
                    .isEqualTo(days(stream, on, HouseholdVisited.class));
            assertThat(found.plans())
                    .extracting(PlanAdopted::occurredOn)
                    .isEqualTo(days(stream, on, PlanAdopted.class));
        }
    }

    private static <T> @Nullable T last(
            List<StoredEvent<Event>> stream, LocalDate on, Function<Event, @Nullable T> said) {
        return stream.stream()
                .map(StoredEvent::event)
                .filter(event -> !event.occurredOn().isAfter(on))
                .sorted(Comparator.comparing(Event::occurredOn))
                .map(said)
                .filter(Objects::nonNull)
                .reduce((_, next) -> next)
                .orElse(null);
    }

    private static List<LocalDate> days(
            List<StoredEvent<Event>> stream, LocalDate on, Class<? extends Event> type) {
        return stream.stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(Event::occurredOn)
                .filter(day -> !day.isAfter(on))
                .sorted()
                .toList();
    }

    private static @Nullable Dwelling dwelling(Event event) {
        return event instanceof HouseholdDescribed e ? e.details().dwelling() : null;
    }

    private static @Nullable Boolean housing(Event event) {
        var dwelling = dwelling(event);
        var grade = dwelling == null ? null : dwelling.dangerGrade();
        if (grade != null) return grade == DangerGrade.A || grade == DangerGrade.B;
        if (event instanceof HouseholdSurveyed) return false; // as corrected
        return event instanceof ExitVerified ? Boolean.TRUE : null;
    }

    private static @Nullable Boolean water(Event event) {
        if (event instanceof HouseholdDescribed e && e.details().water() instanceof Water w) {
            return w.safe();
        }
        if (event instanceof HouseholdSurveyed e) return e.waterSafe();
        return event instanceof ExitVerified ? Boolean.TRUE : null;
    }

    private static @Nullable Long incomeOf2014(Event event) {
        return event instanceof IncomeRecorded e && e.incomeYear() == 2014
                ? (Long) e.incomeFenPerHead()
                : null;
    }

    private static @Nullable Health healthOfB(Event event) {
        return event instanceof MemberDescribed e && e.personId().startsWith("person-b")
                ? e.details().health()
                : null;
    }

    /** Otherwise the orders would not differ in what they are about. */
    @Test
    void the_orders_are_of_facts_that_come_late() {
        var late = new HashSet<String>();
        seeds().forEach(seed -> {
            var reached = LocalDate.MIN;
            for (var stored : entered(shuffled(new Random(seed)))) {
                if (stored.event().occurredOn().isBefore(reached)) late.add(stored.type());
                else reached = stored.event().occurredOn();
            }
        });
        assertThat(late)
                .contains(
                        "HouseholdDescribed",
                        "MemberDescribed",
                        "IncomeRecorded",
                        "HouseholdVisited",
                        "PlanAdopted",
                        "HandbookIssued",
                        "ResultSigned",
                        "PolicyGranted",
                        "MemberJoined",
                        "MemberIdentified",
                        "MemberNumberCorrected");
    }

    private static List<List<Part>> papers(Dossier d) {
        var names = Names.masked(Set.of());
        return Stream.of(
                        HouseholdForm.of(d, names, NOBODY, "村", code -> "村" + code, List.of()),
                        Handbook.of(d, names, NOBODY, "村"),
                        ClearCard.of(d, names, NOBODY, "村", null),
                        VillageRegister.of(
                                List.of(d), names, "513423104201", "村", d.asOf(), List.of()),
                        HelpLedger.of(List.of(d), names, "513423104201", "村", d.asOf(), List.of()))
                .map(paper -> paper.parts())
                .toList();
    }

    private static Dossier filed(List<StoredEvent<Event>> stream, LocalDate on) {
        return requireNonNull(Filing.of(HOUSEHOLD, stream, on));
    }

    /** What must come first comes first; of the rest any. The steps keep their order of time. */
    private static List<Happened> shuffled(Random random) {
        var left = new ArrayList<>(happenings());
        var order = new ArrayList<Happened>();
        var there = new HashSet<String>();
        while (!left.isEmpty()) {
            var able = left.stream().filter(each -> there.containsAll(each.after())).toList();
            var next = able.get(random.nextInt(able.size()));
            left.remove(next);
            order.add(next);
            there.add(next.name());
        }
        return order;
    }

    private static List<StoredEvent<Event>> entered(List<Happened> order) {
        var stream = new ArrayList<StoredEvent<Event>>();
        var there = new HashSet<String>();
        for (var each : order) {
            var event = each.event().apply(there);
            there.add(each.name());
            stream.add(
                    new StoredEvent<>(
                            HOUSEHOLD,
                            stream.size(),
                            each.name(),
                            event,
                            EventJson.MAPPER.writeValueAsBytes(event),
                            "{\"commandId\":\"c-%s\"}"
                                    .formatted(each.name())
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return stream;
    }

    /** The wife had no number at first, and the head was entered under a wrong one. */
    private static List<Happened> happenings() {
        return List.of(
                new Happened("applied", List.of(), _ -> applied()),
                then("surveyed", surveyed(), "applied"),
                then("registered", registered(), "surveyed"),
                then("exit", verified(), "registered"),
                then("exited", exited(), "exit"),
                then("survey-corrected", resurveyed(), "registered"),
                then("bad-house", dwelling("2014-07-03", DangerGrade.D), "applied"),
                then("no-word", dwelling("2015-02-03", null), "applied"),
                then("good-house", dwelling("2015-10-04", DangerGrade.B), "applied"),
                then("bad-again", dwelling("2016-11-20", DangerGrade.C), "applied"),
                then("bad-water", water("2015-01-07", false), "applied"),
                then("good-water", water("2016-02-09", true), "applied"),
                then("interim", income("2014-12-20", 2100_00), "registered"),
                then("final", income("2015-01-15", 2500_00), "registered"),
                then("rest-of-it", income("2015-08-15", 2600_00), "registered"),
                then("visit", visit("2014-09-01", null), "registered"),
                then("call", visit("2015-03-05", VisitChannel.PHONE), "registered"),
                then("second", visit("2016-04-01", VisitChannel.HOME), "registered"),
                then("plan", plan("2014-10-10", MeasureItem.INDUSTRY), "registered"),
                then("next-plan", plan("2015-10-11", MeasureItem.EDUCATION), "registered"),
                then("handbook", handbook("2014-11-01", "1"), "registered"),
                then("new-handbook", handbook("2016-01-03", "2"), "registered"),
                then("result", result("2015-12-05", ProjectType.INDUSTRY), "registered"),
                then("result-anew", result("2015-12-25", ProjectType.RELOCATION), "registered"),
                then("joined", joined(), "applied"),
                then("left", left(), "joined"),
                then(
                        "child-in-school",
                        described("person-c", "2015-06-20", Health.HEALTHY),
                        "joined"),
                new Happened(
                        "b-well",
                        List.of("applied"),
                        known -> described(b(known), "2014-08-01", Health.HEALTHY)),
                new Happened(
                        "b-ill",
                        List.of("applied"),
                        known -> described(b(known), "2015-09-02", Health.CHRONIC_ILLNESS)),
                new Happened(
                        "a-ill",
                        List.of("applied"),
                        known -> described(a(known), "2015-05-02", Health.MAJOR_ILLNESS)),
                new Happened(
                        "granted",
                        List.of("registered"),
                        known ->
                                new PolicyGranted(
                                        HOUSEHOLD,
                                        day("2015-04-04"),
                                        Policy.SUBSISTENCE_ALLOWANCE,
                                        NO_DETAILS,
                                        true,
                                        List.of(a(known), b(known)),
                                        COUNTY,
                                        false,
                                        null)),
                new Happened(
                        "ended",
                        List.of("granted"),
                        known ->
                                new PolicyEnded(
                                        HOUSEHOLD,
                                        day("2016-03-04"),
                                        Policy.SUBSISTENCE_ALLOWANCE,
                                        NO_DETAILS,
                                        List.of(b(known)),
                                        PolicyEnd.NOT_ELIGIBLE,
                                        null,
                                        COUNTY,
                                        false,
                                        null)),
                new Happened(
                        "headed",
                        List.of("joined"),
                        known ->
                                new HeadChanged(
                                        HOUSEHOLD,
                                        day("2016-05-05"),
                                        b(known),
                                        a(known),
                                        Relation.SPOUSE,
                                        null,
                                        "外出务工",
                                        false,
                                        null)),
                new Happened(
                        "b-identified",
                        List.of("applied"),
                        _ ->
                                new MemberIdentified(
                                        HOUSEHOLD,
                                        day("2015-07-07"),
                                        "person-b-unnumbered",
                                        "person-b",
                                        member("person-b", "李*", Relation.SPOUSE),
                                        null,
                                        false,
                                        null)),
                new Happened(
                        "a-renumbered",
                        List.of("applied"),
                        _ ->
                                new MemberNumberCorrected(
                                        HOUSEHOLD,
                                        day("2016-01-07"),
                                        "person-a-wrong",
                                        "person-a",
                                        member("person-a", "汪*", Relation.HEAD),
                                        day("2014-04-01"),
                                        null,
                                        day("2014-04-01"),
                                        null,
                                        "录入错误",
                                        "王站长",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)));
    }

    private static Happened then(String name, Event event, String after) {
        return new Happened(name, List.of(after), _ -> event);
    }

    private static String a(Set<String> known) {
        return known.contains("a-renumbered") ? "person-a" : "person-a-wrong";
    }

    private static String b(Set<String> known) {
        return known.contains("b-identified") ? "person-b" : "person-b-unnumbered";
    }

    private static HouseholdEvent applied() {
        return new HouseholdApplied(
                HOUSEHOLD,
                day("2014-04-01"),
                "513423104201",
                "三组",
                "person-a-wrong",
                List.of(
                        member("person-a-wrong", "王*", Relation.HEAD),
                        member("person-b-unnumbered", "李*", Relation.SPOUSE)),
                false,
                null,
                null,
                null);
    }

    private static HouseholdEvent surveyed() {
        return new HouseholdSurveyed(
                HOUSEHOLD,
                day("2014-04-05"),
                List.of("李某"),
                2013,
                2000_00,
                0,
                0,
                0,
                0,
                2000_00,
                1000_00,
                false,
                true,
                false,
                null);
    }

    private static Event resurveyed() {
        return new SurveyCorrected(
                HOUSEHOLD,
                day("2016-06-02"),
                "surveyed",
                "住房误填",
                "王站长",
                2013,
                0,
                0,
                3000_00,
                0,
                0,
                3000_00,
                1100_00,
                null,
                null,
                false);
    }

    private static HouseholdEvent registered() {
        return new HouseholdRegistered(
                HOUSEHOLD,
                day("2014-05-09"),
                "513423104201",
                "notice-1",
                COUNTY,
                day("2014-05-09"),
                Standard.NATIONAL,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(Cause.CAPITAL),
                "povertyline-1",
                2736_00,
                2013,
                1000_00,
                2014,
                2,
                null,
                false,
                null,
                null,
                null);
    }

    private static HouseholdEvent verified() {
        return new ExitVerified(
                HOUSEHOLD,
                day("2016-10-10"),
                List.of("甲", "乙", "丙"),
                2015,
                3111_11,
                "povertyline-2",
                2855_00,
                new Assurances(true, true, true, true, true, true),
                false,
                null);
    }

    private static HouseholdEvent exited() {
        return new HouseholdExited(
                HOUSEHOLD, day("2016-12-12"), "notice-2", COUNTY, 2, false, null, null);
    }

    private static HouseholdEvent dwelling(String on, @Nullable DangerGrade grade) {
        // the group is sent whole: what it does not say of the grade is no word on the safety
        return of(on, new Dwelling(new BigDecimal("64.5"), null, grade, null), null);
    }

    private static HouseholdEvent water(String on, boolean safe) {
        return of(on, null, new Water(safe, null, null, null));
    }

    private static HouseholdEvent of(
            String on, @Nullable Dwelling dwelling, @Nullable Water water) {
        return new HouseholdDescribed(
                HOUSEHOLD,
                day(on),
                new HouseholdDetails(dwelling, null, water, null, null, null),
                false,
                null);
    }

    private static HouseholdEvent income(String on, long fenPerHead) {
        return new IncomeRecorded(
                HOUSEHOLD,
                day(on),
                2014,
                2 * fenPerHead,
                0,
                0,
                0,
                0,
                2 * fenPerHead,
                fenPerHead,
                false,
                null);
    }

    private static HouseholdEvent visit(String on, @Nullable VisitChannel channel) {
        return new HouseholdVisited(
                HOUSEHOLD, day(on), "helper-1", VisitPurpose.VISIT, false, channel, null, null);
    }

    private static HouseholdEvent plan(String on, String measure) {
        var year = day(on).getYear() + 1;
        return new PlanAdopted(
                HOUSEHOLD,
                day(on),
                PlanKind.YEARLY,
                year,
                year,
                List.of(measure),
                false,
                null,
                null,
                null);
    }

    private static HouseholdEvent handbook(String on, String number) {
        return new HandbookIssued(HOUSEHOLD, day(on), number, day(on), "镇扶贫办", false, null);
    }

    private static HouseholdEvent result(String on, ProjectType type) {
        return new ResultSigned(HOUSEHOLD, day(on), 2015, List.of(type), "person-b", false, null);
    }

    private static HouseholdEvent joined() {
        return new MemberJoined(
                HOUSEHOLD,
                day("2015-06-01"),
                member("person-c", "王*", Relation.CHILD),
                JoiningReason.BIRTH,
                null,
                3,
                false,
                null);
    }

    private static HouseholdEvent left() {
        return new MemberLeft(
                HOUSEHOLD,
                day("2016-03-15"),
                "person-c",
                LeavingReason.OTHER,
                null,
                null,
                2,
                false,
                null);
    }

    private static HouseholdEvent described(String person, String on, Health health) {
        return new MemberDescribed(
                HOUSEHOLD,
                day(on),
                person,
                new MemberDetails(null, null, null, null, health, null, null, null, null, null),
                null,
                false,
                null,
                null);
    }

    private static Member member(String id, String masked, Relation relation) {
        return new Member(id, masked, relation, Sex.MALE, 1970, "c2VhbGVk", null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
