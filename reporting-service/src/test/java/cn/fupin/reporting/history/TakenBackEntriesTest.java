package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What was entered wrongly of a household's help was on no day, and its history shows both lines.
 */
class TakenBackEntriesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final int NUMBER = 43;

    private final Feed feed = new Feed();

    TakenBackEntriesTest() {
        Township.opened(
                feed, "HouseholdApplied", NUMBER, 3, Township.VILLAGES.getFirst(), "2014-04-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private String said(String type, String fields, String on) {
        return Township.said(feed, type, NUMBER, fields, on).id();
    }

    private static HouseholdHistory history(String on, @Nullable String known) {
        return new Histories(ROWS.snapshots())
                .at(Township.household(NUMBER), Asked.of(on, known, LocalDate.of(2026, 1, 1)));
    }

    /** 自然销户 told late: known before, it is as it was; taken back, it counts again. */
    @Test
    void whatWasEnteredUntilAnEarlierEndWasKnownIsToldAndCountsInNothing() {
        said("HouseholdVisited", "'visitedBy':'x','purpose':'VISIT'", "2015-05-02");
        said("HouseholdVisited", "'visitedBy':'x','purpose':'VISIT'", "2015-06-05");
        said("HelperAssigned", "'helperId':'helper-2','helperUnit':'县水务局'", "2015-06-05");
        var before = "household:" + feed.position("household");
        said("HouseholdDissolved", "'cause':'ALL_DECEASED','persons':3", "2015-06-01");
        Township.reinstated(feed, NUMBER, "DISSOLUTION", 3, "2016-03-01");
        ROWS.clear().put(feed.messages());

        var known = history("2015-12-31", before);
        assertThat(known.state().visits())
                .isEqualTo(new HouseholdAt.Visits(2, LocalDate.of(2015, 6, 5)));
        assertThat(known.events().getLast().zh()).doesNotContain("此后所记不计入");

        var history = history("2015-12-31", null);
        assertThat(history.state().standing()).isEqualTo(Standing.DISSOLVED);
        assertThat(history.state().visits())
                .isEqualTo(new HouseholdAt.Visits(1, LocalDate.of(2015, 5, 2)));
        assertThat(history.state().helper()).isNull();
        assertThat(history.events())
                .filteredOn(e -> e.zh().contains("(该户已于 2015-06-01 终止,此后所记不计入)"))
                .extracting(HouseholdHistory.Event::type)
                .containsExactly("HouseholdVisited", "HelperAssigned");
        assertThat(history.events().getLast().en())
                .endsWith(
                        "(the household had ended on 2015-06-01 by then: this counts in nothing)");

        var again = history("2016-03-01", null);
        assertThat(again.state().visits())
                .isEqualTo(new HouseholdAt.Visits(2, LocalDate.of(2015, 6, 5)));
        assertThat(again.events()).noneMatch(e -> e.zh().contains("此后所记不计入"));
    }

    @Test
    void aVisitAMeasureAndAPlanThatWereNoneAreInNoState() {
        var first = said("HouseholdVisited", "'visitedBy':'x','purpose':'VISIT'", "2015-03-02");
        var visit = said("HouseholdVisited", "'visitedBy':'x','purpose':'VISIT'", "2015-09-02");
        var measure = said("MeasureAssigned", "'measure':'INDUSTRY','scheme':'五个一批'", "2015-03-02");
        var plan =
                said(
                        "PlanAdopted",
                        "'kind':'YEARLY','fromYear':2015,'toYear':2015,'measures':[]",
                        "2015-03-02");
        var before = "household:" + feed.position("household");
        said(
                "VisitTakenBack",
                "'correctsEventId':'%s','visitedOn':'2015-09-02','visitedBy':'x','reason':'登错户','approvedBy':'chief-1'"
                        .formatted(visit),
                "2016-01-05");
        said(
                "MeasureTakenBack",
                "'correctsEventId':'%s','assignedOn':'2015-03-02','measure':'INDUSTRY','scheme':'五个一批','reason':'登错户','approvedBy':'chief-1'"
                        .formatted(measure),
                "2016-01-05");
        said(
                "PlanTakenBack",
                "'correctsEventId':'%s','adoptedOn':'2015-03-02','kind':'YEARLY','fromYear':2015,'toYear':2015,'reason':'登错户','approvedBy':'chief-1'"
                        .formatted(plan),
                "2016-01-05");
        ROWS.clear().put(feed.messages());

        var known = history("2015-12-31", before).state();
        assertThat(known.visits()).isEqualTo(new HouseholdAt.Visits(2, LocalDate.of(2015, 9, 2)));
        assertThat(known.measures()).hasSize(1);
        assertThat(known.plans()).hasSize(1);

        var history = history("2015-12-31", null);
        assertThat(history.state().visits())
                .isEqualTo(new HouseholdAt.Visits(1, LocalDate.of(2015, 3, 2)));
        assertThat(history.state().measures()).isEmpty();
        assertThat(history.state().plans()).isEmpty();
        assertThat(history.events())
                .filteredOn(e -> e.id().equals(visit) || visit.equals(e.corrects()))
                .extracting(HouseholdHistory.Event::zh)
                .containsExactly("帮扶人员入户(走访);走访人:x", "撤销误登的走访(2015-09-02,入户),原因:登错户;走访人:x");
        assertThat(history.events())
                .filteredOn(e -> e.id().equals(visit))
                .singleElement()
                .satisfies(e -> assertThat(e.correctedBy()).isNotNull());
        assertThat(history.events())
                .filteredOn(e -> e.id().equals(first))
                .singleElement()
                .satisfies(e -> assertThat(e.correctedBy()).isNull());
        assertThat(history("2015-12-31", null).events())
                .extracting(HouseholdHistory.Event::zh)
                .contains(
                        "撤销误登的帮扶措施:发展生产(五个一批,2015-03-02 起),原因:登错户",
                        "撤销误登的年度计划(2015—2015 年,2015-03-02 制定),原因:登错户");
    }
}
