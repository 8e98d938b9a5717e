package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An item of exclusion that a division enacted is called by its name there, and by no code. */
class ItemsInSentencesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String COUNTY = "513423000000";

    private final Feed feed = new Feed();

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private void enacted(String region, String name, String on) {
        feed.household(
                "exclusionitem-%s-SHOP".formatted(region),
                "ExclusionItemEnacted",
                """
                {'itemId':'exclusionitem-%1$s-SHOP','region':'%1$s','code':'SHOP','name':'%2$s',
                 'list':'不动产登记','effectiveFrom':'%3$s','source':'细则','assumed':false,'occurredOn':'%3$s'}
                """
                        .formatted(region, name, on));
    }

    private void listReceived(String id, String item, String region, String on) {
        feed.household(
                id,
                "MatchingListReceived",
                """
                {'matchingId':'%1$s','region':'%2$s','item':'%3$s','source':'不动产登记中心','asOf':'%4$s',
                 'entries':9,'sha256':'0','assumed':false,'occurredOn':'%4$s'}
                """
                        .formatted(id, region, item, on));
    }

    private static List<String> chronicle(String region, String type) {
        var asOf = Rows.on(LocalDate.parse("2018-12-31"));
        var scope = new Scope(new Region(region), new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Chronicles(ROWS.db())
                .page(scope, asOf, null, 500).entries().stream()
                        .map(Chronicles.Entry::event)
                        .filter(e -> e.type().equals(type))
                        .map(HouseholdHistory.Event::zh)
                        .toList();
    }

    @Test
    void rulesAndListsCallItAsTheirPlaceCalledItThatDay() {
        enacted(COUNTY, "有门面", "2014-01-01");
        feed.household(
                "exclusion-s",
                "ExclusionRuleEnacted",
                """
                {'exclusionId':'exclusion-s','region':'%s','effectiveFrom':'2015-01-01','item':'SHOP',
                 'effect':'REFUSE','text':'开店的不进','source':'细则','assumed':false,'occurredOn':'2015-01-01'}
                """
                        .formatted(COUNTY));
        listReceived("matching-1", "SHOP", Township.CODE, "2015-02-02");
        enacted(Township.CODE, "镇上有商铺100%", "2016-01-01");
        listReceived("matching-2", "SHOP", Township.CODE, "2016-02-02");
        listReceived("matching-3", "CAR", Township.CODE, "2016-03-02");
        ROWS.put(feed.messages());
        assertThat(chronicle(COUNTY, "ExclusionRuleEnacted"))
                .singleElement()
                .satisfies(zh -> assertThat(zh).contains("排除规则(有门面,", "开店的不进"));
        assertThat(chronicle(Township.CODE, "MatchingListReceived"))
                .satisfiesExactly(
                        zh -> assertThat(zh).contains("(车船大型机械)"),
                        zh -> assertThat(zh).contains("(镇上有商铺100%)"),
                        zh -> assertThat(zh).contains("(有门面)"));
    }

    @Test
    void aHouseholdsHistoryCallsItSo() {
        Township.applied(feed, 61, 2, "2015-01-01");
        enacted(COUNTY, "有门面", "2014-01-01");
        var fields =
                "'personId':'person-61-0','item':'SHOP','grounds':'已转让','decidedBy':{'body':'县'}";
        var cleared = Township.said(feed, "ExclusionCleared", 61, fields, "2015-03-01").id();
        Township.said(
                feed,
                "ClearanceTakenBack",
                61,
                "'correctsEventId':'%s','personId':'person-61-0','item':'SHOP','clearedOn':'2015-03-01',"
                                .formatted(cleared)
                        + "'reason':'登错户','approvedBy':'chief-1'",
                "2015-04-01");
        ROWS.put(feed.messages());
        var events =
                new Histories(ROWS.snapshots())
                        .at(
                                Township.household(61),
                                Asked.of("2016-01-01", null, LocalDate.of(2026, 1, 1)))
                        .events();
        for (var type : List.of("ExclusionCleared", "ClearanceTakenBack")) {
            assertThat(events)
                    .filteredOn(e -> e.type().equals(type))
                    .singleElement()
                    .satisfies(e -> {
                        assertThat(e.zh()).contains("有门面比对").doesNotContain("SHOP");
                        assertThat(e.en()).contains("有门面").doesNotContain("SHOP");
                    });
        }
    }
}
