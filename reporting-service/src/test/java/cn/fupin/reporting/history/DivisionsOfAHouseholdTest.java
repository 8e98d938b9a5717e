package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
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
                .filter(e ->
                        e.type().startsWith("Region")
                                || e.type().equals("SuccessionTakenBack")
                                || e.type().equals("RenamingTakenBack"))
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

    private Message last(String type) {
        return feed.messages().stream()
                .filter(message -> message.type().equals(type))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private void takenBack(String type, Message wrong, String fields, String on) {
        feed.household(
                wrong.streamId(),
                type,
                "{'region':'%s','correctsEventId':'%s','reason':'登错村','approvedBy':'chief-1',%s,'occurredOn':'%s'}"
                        .formatted(wrong.region(), wrong.id(), fields, on));
    }

    private List<String> casts(String effective, @Nullable String known) {
        ROWS.clear().put(feed.messages());
        var asOf = ROWS.resolve(Asked.of(effective, known, LocalDate.of(2026, 12, 31)));
        var casts = new Lineages(ROWS.db()).of(Divisions.THEN, asOf);
        return List.of(casts.place(VILLAGE), casts.place(NEIGHBOUR));
    }

    @Test
    void aSuccessionThatWasTakenBackNeverWasForWhoeverKnows() {
        Township.superseded(feed, VILLAGE, "2019-12-01", NEW_VILLAGE);
        var before = "household:" + feed.position("household");
        takenBack(
                "SuccessionTakenBack",
                last("RegionSuperseded"),
                "'supersededOn':'2019-12-01','successors':['%s']".formatted(NEW_VILLAGE),
                "2020-02-01");
        assertThat(days(ONE))
                .containsExactly("RegionSuperseded 2019-12-01", "SuccessionTakenBack 2020-02-01");
        assertThat(divisions(ONE, "2026-12-31", null).getLast().zh())
                .startsWith("撤销误登的区划撤并:示例一村仍为区划(原登 2019-12-01 撤销,后继:新村)");
        assertThat(days(TWO)).isEmpty();
        assertThat(casts("2020-06-01", null)).containsExactly(VILLAGE, NEIGHBOUR);
        assertThat(casts("2020-06-01", before)).containsExactly(NEW_VILLAGE, NEIGHBOUR);
        // what it became after all is told, and where it lies by then
        Township.superseded(feed, VILLAGE, "2020-03-01", NEIGHBOUR);
        renamed(feed, NEW_VILLAGE, "新村", "更新村", "2021-01-01");
        assertThat(casts("2020-06-01", null)).containsExactly(NEIGHBOUR, NEIGHBOUR);
        assertThat(days(ONE))
                .containsExactly(
                        "RegionSuperseded 2019-12-01",
                        "SuccessionTakenBack 2020-02-01",
                        "RegionSuperseded 2020-03-01");
    }

    @Test
    void aNameThatWasTakenBackIsNone() {
        renamed(feed, VILLAGE, "示例一村", "一村", "2018-01-01");
        var wrong = last("RegionRenamed");
        takenBack(
                "RenamingTakenBack",
                wrong,
                "'renamedOn':'2018-01-01','name':'一村','formerName':'示例一村'",
                "2018-02-01");
        assertThat(days(ONE))
                .containsExactly("RegionRenamed 2018-01-01", "RenamingTakenBack 2018-02-01");
        ROWS.clear().put(feed.messages());
        var asOf = Rows.on(LocalDate.parse("2018-06-01"));
        assertThat(PlaceNames.of(List.of(VILLAGE), asOf, ROWS.db())).containsEntry(VILLAGE, "示例一村");
        assertThat(new Places(ROWS.db()).find(VILLAGE, asOf))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("示例一村"));
    }

    @Test
    void aListingThatWasCorrectedReadsSoFromItsDayOnAndANameSinceStays() {
        renamed(feed, NEIGHBOUR, "邻村", "近村", "2015-03-01");
        for (var place : List.of(VILLAGE, NEIGHBOUR)) {
            feed.household(
                    "region-" + place,
                    "RegionListingCorrected",
                    """
                    {'region':'%s','correctsEventId':'e','listedOn':'2014-01-01','name':'正村','formerName':'邻村',
                     'level':'VILLAGE','parent':'%s','official':false,'sample':true,'divisionsOf':'2023-06-30',
                     'reason':'误登','approvedBy':'chief-1','occurredOn':'2018-02-01'}
                    """
                            .formatted(place, Township.CODE));
        }
        ROWS.clear().put(feed.messages());
        var before = Rows.on(LocalDate.parse("2014-06-01"));
        assertThat(PlaceNames.of(List.of(VILLAGE, NEIGHBOUR), before, ROWS.db()).values())
                .containsExactly("正村", "正村");
        var since = Rows.on(LocalDate.parse("2018-06-01"));
        assertThat(PlaceNames.of(List.of(VILLAGE, NEIGHBOUR), since, ROWS.db()).values())
                .containsExactlyInAnyOrder("正村", "近村");
        assertThat(new Places(ROWS.db()).find(NEIGHBOUR, since))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("近村"));
    }

    @Test
    void aPlaceThatWasListedByMistakeIsNotThere() {
        takenBack(
                "ListingTakenBack",
                feed.messages().stream()
                        .filter(m -> m.type().equals("RegionListed"))
                        .filter(m -> m.region().equals(NEW_VILLAGE))
                        .findFirst()
                        .orElseThrow(),
                "'listedOn':'2014-01-01','name':'新村'",
                "2018-02-01");
        ROWS.clear().put(feed.messages());
        var asOf = Rows.on(LocalDate.parse("2018-06-01"));
        var places = new Places(ROWS.db());
        assertThat(places.find(NEW_VILLAGE, asOf)).isEmpty();
        assertThat(places.isThere(new Region(NEW_VILLAGE), asOf)).isFalse();
        assertThat(places.under(NEW_TOWN, asOf)).isEmpty();
        // and it may be listed as it is
        Township.listed(feed, NEW_VILLAGE, "真村", "VILLAGE", NEW_TOWN, null, true);
        ROWS.clear().put(feed.messages());
        assertThat(places.under(NEW_TOWN, asOf)).extracting(Places.Place::name).contains("真村");
    }
}
