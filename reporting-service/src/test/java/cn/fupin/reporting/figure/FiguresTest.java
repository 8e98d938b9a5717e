package cn.fupin.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Region TOWN = new Region("513423199000");
    private static final Region VILLAGE = new Region("513423199201");

    private final Feed feed = new Feed();

    @BeforeEach
    void empty() {
        ROWS.clear();
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void everyFigureIsZeroWhereNothingIsKnown() {
        for (var figure : Figures.all()) {
            assertThat(value(figure.id(), TOWN, "2016-01-01")).as(figure.id()).isEqualTo("0");
            assertThat(lines(figure.id())).isEmpty();
        }
    }

    @Test
    void registeredIsIdentifiedLessRemovedLessExitedPlusRelapsed() {
        registered("a", 4, "2014-06-01");
        registered("b", 3, "2014-06-01");
        registered("c", 5, "2014-06-01");
        moved("a", "HouseholdRemoved", 4, "2014-09-01");
        moved("b", "HouseholdExited", 3, "2015-12-01");
        left("b", 2, "2016-02-01");
        moved("b", "HouseholdRelapsed", 2, "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-registered", TOWN, "2014-05-31")).isEqualTo("0");
        assertThat(value("persons-registered", TOWN, "2014-06-01")).isEqualTo("12");
        assertThat(value("persons-registered", TOWN, "2014-09-01")).isEqualTo("8");
        assertThat(value("persons-registered", TOWN, "2015-12-31")).isEqualTo("5");
        assertThat(value("persons-registered", TOWN, "2016-05-01")).isEqualTo("7");
        assertThat(value("households-registered", TOWN, "2016-05-01")).isEqualTo("2");
        assertThat(value("households-identified", TOWN, "2016-05-01")).isEqualTo("3");
        assertThat(value("persons-removed", TOWN, "2016-05-01")).isEqualTo("4");
    }

    @Test
    void aFactRecordedLateIsNotKnownBefore() {
        feed.at("2014-06-01T00:00:00Z");
        registered("a", 4, "2014-06-01");
        feed.at("2014-12-01T00:00:00Z");
        moved("a", "HouseholdRemoved", 4, "2014-09-01");
        ROWS.put(feed.messages());

        assertThat(known("2014-09-30", "2014-11-30T00:00:00Z")).isEqualTo("1");
        assertThat(known("2014-09-30", "2014-12-01T00:00:00Z")).isEqualTo("0");
        assertThat(known("2014-08-31", null)).isEqualTo("1");
        assertThat(known("2014-09-30", "household:2")).isEqualTo("1");
        assertThat(known("2014-09-30", "2014-05-01T00:00:00Z")).isEqualTo("0");
    }

    @Test
    void aTownshipsOwnFactCountsInsteadOfItsVillages() {
        feed.household(
                "region-513423199201",
                "RegionFactRecorded",
                """
                {'region':'513423199201','measure':'population','value':900,'unit':'person',
                 'approximate':false,'assumed':true,'occurredOn':'2013-12-31'}
                """);
        feed.household(
                "region-513423199202",
                "RegionFactRecorded",
                """
                {'region':'513423199202','measure':'population','value':100,'unit':'person',
                 'approximate':false,'assumed':false,'occurredOn':'2013-12-31'}
                """);
        ROWS.put(feed.messages());
        assertThat(value("population", TOWN, "2014-01-01")).isEqualTo("1000");

        feed.household(
                "region-513423199000",
                "RegionFactRecorded",
                """
                {'region':'513423199000','measure':'population','value':22235,'unit':'person',
                 'approximate':false,'assumed':false,'occurredOn':'2014-06-30'}
                """);
        ROWS.put(feed.messages());
        assertThat(value("population", TOWN, "2014-01-01")).isEqualTo("1000");
        assertThat(value("population", TOWN, "2014-06-30")).isEqualTo("22235");
        assertThat(value("population", VILLAGE, "2014-06-30")).isEqualTo("900");
        assertThat(value("population", new Region("510000000000"), "2014-06-30"))
                .isEqualTo("22235");
    }

    @Test
    void fundsAreWhatIsCommittedToProjectsOfTheKind() {
        project("p", "WATER");
        project("q", "ROAD");
        committed("x", "p", 82_300_000);
        committed("y", "q", 610_600_000);
        ROWS.put(feed.messages());

        assertThat(value("water-funds", TOWN, "2015-01-01")).isEqualTo("82300000");
        assertThat(value("road-funds", TOWN, "2015-01-01")).isEqualTo("610600000");
        assertThat(value("water-funds", TOWN, "2014-02-28")).isEqualTo("0");
        assertThat(lines("water-funds"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.label()).isEqualTo("项目p");
                    assertThat(line.events())
                            .containsExactlyInAnyOrder(
                                    "funding-FundsCommitted-1", "project-ProjectProposed-1");
                });
    }

    @Test
    void aVillageServedTwiceIsOneVillage() {
        for (var project : new String[] {"p", "q"}) {
            project(project, "BRIDGE");
            feed.add(
                    "project",
                    "project-" + project,
                    "ProjectAccepted",
                    """
                    {'projectId':'project-%s','acceptedBy':'县交通局',
                     'outputs':[{'measure':'bridges','quantity':4,'unit':'bridge'}],
                     'served':[{'region':'513423199201','groups':2}],'assumed':false,'occurredOn':'2014-11-01'}
                    """
                            .formatted(project));
        }
        ROWS.put(feed.messages());

        assertThat(value("bridge-villages", TOWN, "2015-01-01")).isEqualTo("1");
        assertThat(value("bridges-built", TOWN, "2015-01-01")).isEqualTo("8");
        assertThat(lines("bridge-villages"))
                .singleElement()
                .satisfies(l -> assertThat(l.events()).hasSize(2));
    }

    @Test
    void whatCameBackIsNotPaid() {
        feed.add(
                "funding",
                "payment-1",
                "PaymentMade",
                """
                {'paymentId':'payment-1','bankReference':'B1','occurredOn':'2014-10-01',
                 'postings':[{'account':'paid:project:p','amountFen':500},{'account':'commitment:c:a','amountFen':-500}]}
                """);
        feed.add(
                "funding",
                "payment-1",
                "PaymentReturned",
                """
                {'paymentId':'payment-1','amountFen':120,'lines':[{'allocationId':'a','amountFen':120}],
                 'reason':'多付','occurredOn':'2014-11-01',
                 'postings':[{'account':'paid:project:p','amountFen':-120},{'account':'commitment:c:a','amountFen':120}]}
                """);
        ROWS.put(feed.messages());

        assertThat(value("funds-paid", TOWN, "2014-10-01")).isEqualTo("500");
        assertThat(value("funds-paid", TOWN, "2014-11-01")).isEqualTo("380");
    }

    @Test
    void aPaymentIsAssumedIfItsRequestOrTheStepThatPaidItIs() {
        made("stated", "");
        made("guessed", "'assumed':true,");
        made("known", "'assumed':false,");
        ROWS.put(feed.messages());
        assertThat(lines("funds-paid"))
                .extracting(Line::subject, Line::assumed)
                .containsExactlyInAnyOrder(
                        tuple("payment-stated", false),
                        tuple("payment-guessed", true),
                        tuple("payment-known", false));
    }

    private void made(String payment, String assumed) {
        feed.add(
                "funding",
                "payment-" + payment,
                "PaymentMade",
                """
                {'paymentId':'payment-%s','bankReference':'B1',%s'occurredOn':'2014-10-01',
                 'postings':[{'account':'paid:project:p','amountFen':500},{'account':'commitment:c:a','amountFen':-500}]}
                """
                        .formatted(payment, assumed));
    }

    @Test
    void thePovertyLineIsTheOneThatHouseholdsWereJudgedBy() {
        feed.household(
                "povertyline-513423000000-2013",
                "PovertyLineSet",
                """
                {'povertyLineId':'povertyline-513423000000-2013','region':'513423000000','year':2013,
                 'lineFenPerYear':273600,'incomeConcept':'NET_INCOME','occurredOn':'2014-01-01'}
                """);
        registered("a", 4, "2014-06-01");
        ROWS.put(feed.messages());

        assertThat(value("poverty-line", TOWN, "2014-05-31")).isEqualTo("0");
        assertThat(value("poverty-line", TOWN, "2015-01-01")).isEqualTo("273600");
    }

    private String value(String figure, Region region, String effective) {
        return book().value(
                        figure(figure), region, Divisions.THEN, Rows.on(LocalDate.parse(effective)))
                .value()
                .toPlainString();
    }

    private List<Line> lines(String figure) {
        return book().lines(
                        figure(figure),
                        TOWN,
                        Divisions.THEN,
                        Rows.on(LocalDate.parse("2015-01-01")),
                        0,
                        100);
    }

    private static String known(String effective, @Nullable String known) {
        var asOf = ROWS.resolve(Asked.of(effective, known, LocalDate.parse("2020-01-01")));
        return book().value(figure("households-registered"), TOWN, Divisions.THEN, asOf)
                .value()
                .toPlainString();
    }

    private static FigureBook book() {
        return new FigureBook(ROWS.db());
    }

    private static Figure figure(String id) {
        return Objects.requireNonNull(Figures.find(id), id);
    }

    private void opened(String household, String type, String village, int persons, String on) {
        var members =
                IntStream.rangeClosed(1, persons)
                        .mapToObj(i -> "{'personId':'person-%d','maskedName':'阿**'}".formatted(i))
                        .collect(Collectors.joining(","));
        feed.household(
                "household-" + household,
                type,
                """
                {'householdId':'household-%s','region':'%s','head':'person-1','members':[%s],
                 'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household, village, members, on));
    }

    private void registered(String household, int persons, String on) {
        opened(household, "HouseholdApplied", "513423199201", persons, "2014-04-01");
        feed.household(
                "household-" + household,
                "HouseholdRegistered",
                """
                {'householdId':'household-%s','region':'513423199201','persons':%d,'mainCause':'WATER',
                 'povertyLineId':'povertyline-513423000000-2013','lineFenPerYear':273600,'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household, persons, on));
    }

    private void left(String household, int person, String on) {
        said(
                household,
                "MemberLeft",
                "'personId':'person-%d','reason':'DEATH','persons':0".formatted(person),
                on);
    }

    private void joined(String household, String on) {
        said(
                household,
                "MemberJoined",
                "'member':{'personId':'person-9','maskedName':'阿*'},'reason':'BIRTH','persons':0",
                on);
    }

    /** An event of the household with these fields beside its id and day. */
    private void said(String household, String type, String fields, String on) {
        feed.household(
                "household-" + household,
                type,
                "{'householdId':'household-%s',%s,'assumed':false,'occurredOn':'%s'}"
                        .formatted(household, fields, on));
    }

    private void moved(String household, String type, int persons, String on) {
        feed.household(
                "household-" + household,
                type,
                "{'householdId':'household-%s','persons':%d,'cause':'ILLNESS','occurredOn':'%s'}"
                        .formatted(household, persons, on));
    }

    private void project(String project, String kind) {
        feed.add(
                "project",
                "project-" + project,
                "ProjectProposed",
                """
                {'projectId':'project-%s','region':'513423199000','name':'项目%s','kind':'%s',
                 'plannedOutputs':[],'proposedBy':'镇政府','assumed':false,'occurredOn':'2014-03-01'}
                """
                        .formatted(project, project, kind));
    }

    private void committed(String commitment, String project, long amountFen) {
        feed.add(
                "funding",
                "commitment-" + commitment,
                "FundsCommitted",
                """
                {'commitmentId':'commitment-%s','projectId':'project-%s','region':'513423199000',
                 'lines':[{'allocationId':'a','amountFen':%d}],'amountFen':%d,'postings':[],
                 'assumed':false,'occurredOn':'2014-03-01'}
                """
                        .formatted(commitment, project, amountFen, amountFen));
    }
}
