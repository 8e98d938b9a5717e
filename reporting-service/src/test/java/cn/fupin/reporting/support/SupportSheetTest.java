package cn.fupin.reporting.support;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SupportSheetTest {
    private static final Rows ROWS = Rows.ofAll();

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void theSheetCallsThePlaceByItsNameOfTheDay() {
        var feed = Township.story();
        ROWS.clear().put(feed.messages());
        assertThat(sheet("2014-12-31")).contains("阿**", "盐源县 __镇 示例一村");
        renamed(feed, "2015-01-01");
        ROWS.clear().put(feed.messages());
        assertThat(sheet("2014-12-31")).contains("示例一村").doesNotContain("新__村");
        assertThat(sheet("2015-01-01")).contains("__镇 新__村");
    }

    @Test
    void aKindOfMeasuresThatTheCountyEnactedIsCalledByItsName() {
        var feed = Township.story();
        feed.household(
                "measureitem-513423000000-LABOUR",
                "MeasureItemEnacted",
                """
                {'itemId':'measureitem-513423000000-LABOUR','region':'513423000000','code':'LABOUR','name':'外出务工',
                 'tellsOfHealth':false,'effectiveFrom':'2014-01-01','source':'方案','assumed':false,'occurredOn':'2014-01-01'}
                """);
        for (var code : List.of("LABOUR", "INDUSTRY", "UNHEARD")) {
            Township.said(
                    feed,
                    "MeasureAssigned",
                    1,
                    "'measure':'%s','scheme':'五个一批','persons':3".formatted(code),
                    "2014-08-03");
        }
        ROWS.clear().put(feed.messages());
        assertThat(sheet("2014-12-31"))
                .contains("外出务工", "发展生产", "UNHEARD")
                .doesNotContain("LABOUR");
        var told =
                new Histories(ROWS.snapshots())
                        .at(
                                Township.household(1),
                                Asked.of("2014-12-31", null, LocalDate.of(2026, 1, 1)));
        assertThat(told.events())
                .filteredOn(event -> event.type().equals("MeasureAssigned"))
                .extracting(HouseholdHistory.Event::zh)
                .anySatisfy(zh -> assertThat(zh).startsWith("帮扶措施:外出务工(五个一批)"))
                .anySatisfy(zh -> assertThat(zh).startsWith("帮扶措施:“UNHEARD”(五个一批)"));
    }

    @Test
    void aPlaceThatNobodyListedIsItsCode() {
        var feed = new Feed();
        Township.applied(feed, 1, 3, "2014-04-01");
        ROWS.clear().put(feed.messages());
        assertThat(sheet("2014-12-31")).contains(Township.VILLAGE);
    }

    private static void renamed(Feed feed, String on) {
        feed.household(
                "region-" + Township.VILLAGE,
                "RegionRenamed",
                "{'region':'%s','name':'新__村','occurredOn':'%s'}".formatted(Township.VILLAGE, on));
    }

    private static String sheet(String effective) {
        var histories = new Histories(ROWS.snapshots());
        var asked = Asked.of(effective, null, LocalDate.of(2026, 1, 1));
        var paper = SupportSheet.of(histories.placed(Township.household(1), asked));
        return Readback.ofXlsx(Xlsx.of(paper));
    }
}
