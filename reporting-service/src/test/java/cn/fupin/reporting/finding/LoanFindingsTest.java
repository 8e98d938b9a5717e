package cn.fupin.reporting.finding;

import static cn.fupin.reporting.finding.QualityRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Micro-credit 扶贫小额信贷 by the rules of the day on which it was lent, while it is owed. */
class LoanFindingsTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String ONE = "loan-00000000-0000-0000-0000-000000000001";
    private static final String TWO = "loan-00000000-0000-0000-0000-000000000002";

    private final Feed feed = new Feed();

    @BeforeEach
    void aVillage() {
        ROWS.clear();
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private void rule(String code, int value, String from) {
        feed.household(
                "rule-" + code,
                "RuleEnacted",
                """
                {'ruleId':'r','region':'513423000000','code':'%s','value':%d,'unit':'x','effectiveFrom':'%s',
                 'assumed':true,'occurredOn':'2014-01-01'}
                """
                        .formatted(code, value, from));
    }

    private Message lent(String loan, long yuan, String on, String due, String more) {
        return feed.add(
                "funding",
                loan,
                "MicroCreditLent",
                """
                {'loanId':'%s','region':'513423199201','householdId':'%s','lender':'农村信用社','amountFen':%d,
                 'purpose':'养猪','usedBy':'HOUSEHOLD',%s'dueOn':'%s','assumed':false,'occurredOn':'%s',
                 'postings':[{'account':'owed:household:%2$s','amountFen':%3$d},{'account':'loan:%1$s','amountFen':-%3$d}]}
                """
                        .formatted(loan, Township.household(1), yuan * 100, more, due, on));
    }

    private void repaid(String loan, long yuan, String on) {
        feed.add(
                "funding",
                loan,
                "MicroCreditRepaid",
                "{'loanId':'%s','amountFen':%d,'assumed':false,'occurredOn':'%s','postings':[]}"
                        .formatted(loan, yuan * 100, on));
    }

    private List<Tuple> found(String on) {
        return found(Rows.on(LocalDate.parse(on)));
    }

    private List<Tuple> found(AsOf asOf) {
        ROWS.clear().put(feed.messages());
        var scope =
                new Scope(
                        new Region(Township.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Findings(ROWS.db())
                .page(scope, null, asOf, null, 100).findings().stream()
                        .filter(f -> f.rule().name().startsWith("LOAN"))
                        .map(f -> tuple(f.rule(), String.valueOf(f.since()), f.detail()))
                        .toList();
    }

    @Test
    void whereNoRuleSaysAnythingNothingIsFound() {
        lent(ONE, 80_000, "2016-03-01", "2030-03-01", "'personId':'person-1-1',");
        assertThat(found("2016-03-01")).isEmpty();
    }

    @Test
    void whatAHouseholdOwesTogetherIsWithinTheLimitOfTheDay() {
        rule("micro-credit-max", 50_000, "2015-01-01");
        lent(ONE, 50_000, "2014-10-01", "2017-10-01", "");
        lent(TWO, 10_000, "2016-03-01", "2019-03-01", "");
        assertThat(found("2016-02-28")).isEmpty();
        assertThat(found("2016-03-01"))
                .containsExactly(tuple(LOAN_ABOVE_LIMIT, "2016-03-01", TWO + ":6000000"));
        assertThat(FindingWords.of(LOAN_ABOVE_LIMIT, TWO + ":6000000", Map.of()).zh())
                .endsWith("当时共欠 60000.00 元");
        repaid(ONE, 20_000, "2016-02-01");
        assertThat(found("2016-03-01")).isEmpty();
    }

    @Test
    void aLoanAboveTheLimitIsFoundUntilItIsRepaidOrTakenBack() {
        rule("micro-credit-max", 50_000, "2015-01-01");
        var wrong = lent(ONE, 60_000, "2016-03-01", "2019-03-01", "");
        repaid(ONE, 59_999, "2018-01-01");
        assertThat(found("2018-01-01"))
                .containsExactly(tuple(LOAN_ABOVE_LIMIT, "2016-03-01", ONE + ":6000000"));
        repaid(ONE, 1, "2018-02-01");
        assertThat(found("2018-01-31")).hasSize(1);
        assertThat(found("2018-02-01")).isEmpty();
        takenBack(wrong, "2018-03-01");
        assertThat(found("2016-03-01")).isEmpty();
    }

    private void takenBack(Message lent, String on) {
        feed.add(
                "funding",
                lent.streamId(),
                "MicroCreditTakenBack",
                """
                {'loanId':'%s','correctsEventId':'%s','reason':'登错农户','approvedBy':'chief-1','occurredOn':'%s','postings':[]}
                """
                        .formatted(lent.streamId(), lent.id(), on));
    }

    @Test
    void itIsDueInTimeUsedByTheHouseholdAndBorrowedBySomebodyOfAge() {
        rule("micro-credit-months-max", 36, "2015-01-01");
        rule("micro-credit-own-use-required", 1, "2017-08-01");
        rule("micro-credit-age-min", 18, "2015-01-01");
        rule("micro-credit-age-max", 65, "2015-01-01");
        lent(ONE, 30_000, "2016-03-01", "2019-03-01", "'personId':'person-1-1',");
        lent(TWO, 20_000, "2017-07-31", "2020-07-31", "");
        assertThat(found("2017-08-01")).isEmpty();
        var three = "loan-00000000-0000-0000-0000-000000000003";
        enterprise(three, "2017-08-01", "2020-08-02");
        assertThat(found("2017-08-01"))
                .containsExactlyInAnyOrder(
                        tuple(LOAN_TOO_LONG, "2017-08-01", three + ":2020-08-02"),
                        tuple(LOAN_USED_BY_ENTERPRISE, "2017-08-01", three));
        rule("micro-credit-age-max", 40, "2016-01-01");
        assertThat(found("2017-07-01"))
                .containsExactly(tuple(LOAN_BORROWER_AGE, "2016-03-01", ONE));
    }

    @Test
    void whoeverBorrowsIsAsOldAsTheNumberSaysThatIsRight() {
        rule("micro-credit-age-min", 18, "2015-01-01");
        rule("micro-credit-age-max", 65, "2015-01-01");
        Township.joined(feed, 1, 7, "OTHER", "2015-01-01");
        Township.joined(feed, 1, 8, "OTHER", "2015-01-01");
        lent(ONE, 30_000, "2016-03-01", "2019-03-01", "'personId':'person-1-7',");
        lent(TWO, 30_000, "2016-03-01", "2019-03-01", "'personId':'person-1-1',");
        assertThat(found("2016-03-01"))
                .containsExactly(tuple(LOAN_BORROWER_AGE, "2016-03-01", ONE));
        numbered("person-1-7", "person-1-right", 1998);
        assertThat(found("2016-03-01")).isEmpty();
        numbered("person-1-1", "person-1-old", 1949);
        assertThat(found("2016-03-01"))
                .containsExactly(tuple(LOAN_BORROWER_AGE, "2016-03-01", TWO));
    }

    @Test
    void whoeverBorrowsIsAMemberOfThatHouseholdThatDay() {
        lent(ONE, 30_000, "2015-01-01", "2018-01-01", "'personId':'person-1-right',");
        lent(TWO, 30_000, "2016-03-01", "2019-03-01", "'personId':'person-1-2',");
        assertThat(found("2016-03-01"))
                .containsExactly(tuple(LOAN_BORROWER_NOT_A_MEMBER, "2015-01-01", ONE));
        numbered("person-1-1", "person-1-right", 1970);
        assertThat(found("2016-03-01")).isEmpty();
        Township.left(feed, 1, 2, "MARRIAGE", "2016-03-02");
        assertThat(found("2016-03-02")).isEmpty();
        lent(TWO, 30_000, "2016-03-02", "2019-03-01", "'personId':'person-2-0',");
        assertThat(found("2016-03-02")).hasSize(1);
    }

    private void numbered(String was, String now, int birthYear) {
        Township.said(
                feed,
                "MemberNumberCorrected",
                1,
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'李*','relation':'CHILD',
                 'sex':'MALE','birthYear':%3$d,'sealed':'AAAA'},'memberSince':'2014-04-01','enteredSince':'2014-04-01',
                'reason':'号码抄错','approvedBy':'chief-1'
                """
                        .formatted(was, now, birthYear),
                "2017-03-01");
    }

    private void enterprise(String loan, String on, String due) {
        feed.add(
                "funding",
                loan,
                "MicroCreditLent",
                """
                {'loanId':'%s','region':'513423199201','householdId':'%s','lender':'农村信用社','amountFen':100,
                 'purpose':'入股','usedBy':'ENTERPRISE','dueOn':'%s','assumed':false,'occurredOn':'%s','postings':[]}
                """
                        .formatted(loan, Township.household(1), due, on));
    }

    @Test
    void onlyAHouseholdThatWasRegisteredBorrowsSo() {
        lent(ONE, 30_000, "2014-05-31", "2017-03-01", "");
        lent(TWO, 30_000, "2014-06-01", "2017-03-01", "");
        assertThat(found("2014-12-01"))
                .containsExactly(tuple(LOAN_NOT_REGISTERED, "2014-05-31", ONE));
    }

    @Test
    void whatIsOwedStandsInTheHistoryApartFromWhatWasPaid() {
        var wrong =
                lent(
                        ONE,
                        40_000,
                        "2016-03-01",
                        "2019-03-01",
                        "'personId':'person-1-1','announcedOn':'2016-02-21',");
        repaid(ONE, 15_000, "2018-01-01");
        var before = "funding:" + feed.position("funding");
        takenBack(wrong, "2018-03-01");
        ROWS.clear().put(feed.messages());
        assertThat(loans("2016-03-01", before)).containsExactly("4000000 4000000");
        assertThat(loans("2018-01-01", before)).containsExactly("4000000 2500000");
        assertThat(loans("2018-01-01", null)).isEmpty();
        assertThat(history("2018-12-31", null).events())
                .filteredOn(e -> e.source().equals("funding"))
                .extracting(HouseholdHistory.Event::zh)
                .containsExactly(
                        "农村信用社发放扶贫小额信贷 40000.00 元,借款人 阿**,用途:养猪(农户自用),2019-03-01 到期,公示于 2016-02-21",
                        "撤销误登的扶贫小额信贷:登错农户",
                        "归还扶贫小额信贷本金 15000.00 元");
        assertThat(figure("funds-paid", "2018-12-31")).isEqualTo("0");
    }

    private static HouseholdHistory history(String on, @Nullable String known) {
        return new Histories(ROWS.snapshots())
                .at(Township.household(1), Asked.of(on, known, LocalDate.of(2026, 1, 1)));
    }

    private static List<String> loans(String on, @Nullable String known) {
        return history(on, known).state().loans().stream()
                .map((HouseholdAt.Loan loan) -> loan.amountFen() + " " + loan.owedFen())
                .toList();
    }

    private static String figure(String id, String on) {
        return new FigureBook(ROWS.db())
                .value(
                        Objects.requireNonNull(Figures.find(id)),
                        new Region(Township.CODE),
                        Divisions.THEN,
                        Rows.on(LocalDate.parse(on)))
                .value()
                .toPlainString();
    }
}
