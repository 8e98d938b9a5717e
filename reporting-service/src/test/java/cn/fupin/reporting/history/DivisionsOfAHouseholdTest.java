package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 区划调整 in a household's history: what became of the divisions in which it lay. */
class DivisionsOfAHouseholdTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String ONE = Township.household(1);
    private static final String TWO = Township.household(2);
    private static final String VILLAGE = Township.VILLAGE;
    private static final String NEIGHBOUR = Township.VILLAGES.get(1);
    private static final String NEW_TOWN = "513423197000";
    private static final String NEW_VILLAGE = "513423197205";

    private final Feed feed = new Feed();

    @BeforeEach
    void twoHouseholdsInTwoVillagesOfATownship() {
        Township.listed(feed);
        Township.listed(feed, NEIGHBOUR, "邻村", "VILLAGE", Township.CODE, null, true);
        Township.listed(feed, NEW_TOWN, "新镇", "TOWNSHIP", "513423000000", null, true);
        Township.listed(feed, NEW_VILLAGE, "新村", "VILLAGE", NEW_TOWN, null, true);
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.opened(feed, "HouseholdApplied", 2, 3, NEIGHBOUR, "2014-04-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private static void renamed(Feed feed, String region, String former, String name, String on) {
        feed.household(
                "region-" + region,
                "RegionRenamed",
                "{'region':'%s','name':'%s','formerName':'%s','assumed':true,'occurredOn':'%s'}"
                        .formatted(region, name, former, on));
    }

    private void moved(int household, String from, String to, String reason, String on) {
        feed.household(
                Township.household(household),
                "HouseholdMoved",
                """
                {'householdId':'%s','region':'%s','fromRegion':'%s','reason':'%s','persons':4,'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(Township.household(household), to, from, reason, on));
    }

    private List<HouseholdHistory.Event> divisions(
            String household, String effective, @Nullable String known) {
        ROWS.clear().put(feed.messages());
        AsOf asOf = ROWS.resolve(Asked.of(effective, known, LocalDate.of(2026, 12, 31)));
        var life = Lives.known(household, asOf, ROWS.db()).on(asOf.effective());
        return HouseholdHistory.events(household, life).stream()
                .filter(e -> e.type().startsWith("Region"))
                .toList();
    }

    private List<String> days(String household) {
        return divisions(household, "2026-12-31", null).stream()
                .map(e -> e.type() + " " + e.occurredOn())
                .toList();
    }

    @Test
    void theEndOfItsVillageAndOfItsTownshipIsToldOnceOnTheDay() {
        Township.superseded(feed, VILLAGE, "2019-12-01", NEW_VILLAGE);
        Township.superseded(feed, Township.CODE, "2019-12-01", NEW_TOWN);
        assertThat(divisions(ONE, "2019-12-01", null))
                .extracting(e -> e.zh().replaceAll("新([村镇]).*", "新$1"), HouseholdHistory.Event::id)
                .containsExactly(
                        tuple("所在区划示例一村撤销,后继:新村", "household-RegionSuperseded-9"),
                        tuple("所在区划__镇撤销,后继:新镇", "household-RegionSuperseded-10"));
        assertThat(divisions(ONE, "2019-11-30", null)).isEmpty();
        assertThat(days(TWO)).containsExactly("RegionSuperseded 2019-12-01");
    }

    @Test
    void aSuccessionEnteredLateIsOnItsDayForWhoeverKnowsOfIt() {
        moved(1, VILLAGE, NEIGHBOUR, "RELOCATION", "2016-05-01");
        var before = "household:" + feed.position("household");
        Township.superseded(feed, VILLAGE, "2015-03-01", NEW_VILLAGE);
        assertThat(divisions(ONE, "2026-12-31", before)).isEmpty();
        assertThat(days(ONE)).containsExactly("RegionSuperseded 2015-03-01");
        assertThat(divisions(ONE, "2015-02-28", null)).isEmpty();
    }

    @Test
    void whoeverLayElsewhereThatDayIsNotTold() {
        moved(1, VILLAGE, NEIGHBOUR, "RELOCATION", "2015-03-01");
        Township.superseded(feed, VILLAGE, "2015-03-01", NEW_VILLAGE);
        renamed(feed, VILLAGE, "示例一村", "从前的村", "2014-03-31");
        assertThat(days(ONE)).isEmpty();
        renamed(feed, NEIGHBOUR, "邻村", "近村", "2015-03-01");
        assertThat(days(ONE)).containsExactly("RegionRenamed 2015-03-01");
    }

    /** Its own move that day says only that its village is called by another code. */
    @Test
    void whoeverMovedWithTheDivisionLayThere() {
        Township.superseded(feed, VILLAGE, "2019-12-01", NEW_VILLAGE);
        moved(1, VILLAGE, NEW_VILLAGE, "REDIVISION", "2019-12-01");
        assertThat(days(ONE)).containsExactly("RegionSuperseded 2019-12-01");
    }

    /** No event of its own says so: it lies in what its village became. */
    @Test
    void itFollowsItsVillageIntoTheNewTownship() {
        Township.superseded(feed, VILLAGE, "2019-12-01", NEW_VILLAGE);
        renamed(feed, NEW_TOWN, "新镇", "更新镇", "2020-06-01");
        renamed(feed, Township.CODE, "__镇", "旧镇", "2020-06-01");
        renamed(feed, "513423000000", "盐源县", "盐源市", "2021-01-01");
        assertThat(days(ONE))
                .containsExactly(
                        "RegionSuperseded 2019-12-01",
                        "RegionRenamed 2020-06-01",
                        "RegionRenamed 2021-01-01");
        assertThat(divisions(ONE, "2020-06-01", null).getLast().zh()).startsWith("所在区划由新镇更名为更新镇");
        assertThat(days(TWO))
                .containsExactly("RegionRenamed 2020-06-01", "RegionRenamed 2021-01-01");
    }

    @Test
    void afterItsEndNothingLiesThereAnyMore() {
        Township.moved(feed, "HouseholdRemoved", 1, 4, "2018-01-01");
        renamed(feed, VILLAGE, "示例一村", "一村", "2018-01-01");
        Township.superseded(feed, VILLAGE, "2019-12-01", NEW_VILLAGE);
        assertThat(days(ONE)).containsExactly("RegionRenamed 2018-01-01");
    }

    @Test
    void whoseEndWasTakenBackLiesThereAgain() {
        Township.moved(feed, "HouseholdRemoved", 1, 4, "2015-12-01");
        Township.reinstated(feed, 1, "REMOVAL", 4, "2016-03-01");
        Township.superseded(feed, VILLAGE, "2017-01-01", NEW_VILLAGE);
        assertThat(days(ONE)).containsExactly("RegionSuperseded 2017-01-01");
        Township.moved(feed, "HouseholdRemoved", 1, 4, "2018-01-01");
        renamed(feed, NEW_VILLAGE, "新村", "更新村", "2019-01-01");
        assertThat(days(ONE)).containsExactly("RegionSuperseded 2017-01-01");
    }
}
