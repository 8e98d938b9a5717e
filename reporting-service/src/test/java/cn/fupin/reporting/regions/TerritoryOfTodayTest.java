package cn.fupin.reporting.regions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import org.junit.jupiter.api.Test;

/** What an abolished township was is claimed of by whoever has its villages now. */
class TerritoryOfTodayTest {
    private static final String VILLAGE = "511129299201";
    private static final String HEIR = "511129105000";

    @Test
    void an_ended_townships_villages_are_its_heirs_live_and_put_together_anew() {
        var feed = new Feed();
        try (var rows = Rows.ofAll()) {
            var territory = new TerritoryOfToday(rows.reader());
            assertThat(territory.covers(HEIR, VILLAGE)).isFalse();
            Township.superseded(feed, "511129299000", "2019-12-01", HEIR);
            Township.superseded(feed, "511129299202", "2019-12-01", "511129106201");
            rows.put(feed.messages());
            assertJudges(territory);
            rows.clear().put(feed.messages().reversed());
            assertJudges(territory);
        }
    }

    private static void assertJudges(TerritoryOfToday territory) {
        assertThat(territory.covers(HEIR, VILLAGE)).isTrue();
        assertThat(territory.covers("511129000000", VILLAGE)).isTrue();
        assertThat(territory.covers("511129106000", VILLAGE)).isFalse();
        assertThat(territory.covers("511129106000", "511129299202")).isTrue();
        assertThat(territory.covers(HEIR, "511129299202")).isFalse();
    }
}
