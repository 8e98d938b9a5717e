package cn.fupin.reporting.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final Rows ROWS = Rows.ofAll();

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void saysNothingAndMeansTodayByAllThatIsKnown() {
        ROWS.clear().put(Township.story().messages());
        var asOf = ROWS.resolve(Asked.of(null, " ", TODAY));
        assertThat(asOf.effective()).isEqualTo(TODAY);
        assertThat(asOf.household()).isEqualTo(Township.story().position("household"));
        assertThat(asOf.reporting()).isEqualTo(3);
    }

    @Test
    void anInstantIsThePositionsRecordedByThen() {
        var feed = new Feed().at("2015-01-01T00:00:00Z");
        Township.applied(feed, 1, 4, "2014-04-01");
        feed.at("2015-02-01T00:00:00Z");
        Township.surveyed(feed, 1, 100, "2014-04-02");
        Township.project(feed, "WATER");
        ROWS.clear().put(feed.messages());

        assertThat(at("2014-12-31T23:59:59Z"))
                .isEqualTo("household:0,project:0,funding:0,reporting:0");
        assertThat(at("2015-01-01T00:00:00Z"))
                .isEqualTo("household:1,project:0,funding:0,reporting:0");
        assertThat(at("2015-02-01T00:00:00Z"))
                .isEqualTo("household:2,project:0,funding:0,reporting:0");
        assertThat(at("2015-02-01T00:00:01Z"))
                .isEqualTo("household:2,project:1,funding:0,reporting:0");
    }

    @Test
    void aVectorNamesTheSourcesItMeans() {
        ROWS.clear().put(Township.story().messages());
        var asOf = ROWS.resolve(Asked.of("2014-12-31", "household:7,project:1", TODAY));
        assertThat(asOf.household()).isEqualTo(7);
        assertThat(asOf.project()).isEqualTo(1);
        assertThat(asOf.funding()).isEqualTo(Township.story().position("funding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-30",
                "31.12.2014",
                "0000-01-01",
                "+999999-01-01",
                "heute",
                "1949-09-30",
                "2101-01-01",
                "1900-01-01"
            })
    void refusesWhatIsNoDate(String effective) {
        assertThatThrownBy(() -> Asked.of(effective, null, TODAY))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("effective"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "household",
                "household:",
                "household:-1",
                "household:1,",
                "village:3",
                "household:1,household:2",
                "household:99999999999999999999",
                "2014-12-31",
                "2014-12-31T08:00:00",
                "household: 1",
                "-999999999-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "1948-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z",
                "1"
            })
    void refusesWhatIsNeitherAnInstantNorPositions(String known) {
        assertThatThrownBy(() -> Asked.of(null, known, TODAY))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("known"));
    }

    @Test
    void takesTheFirstAndTheLastOfWhatIsAllowed() {
        for (var known : new String[] {"1949-01-01T00:00:00Z", "2200-12-31T23:59:59Z"}) {
            assertThat(Asked.of("1949-10-01", known, TODAY).known())
                    .isEqualTo(new Known.By(Instant.parse(known)));
        }
        assertThat(Asked.of("2100-12-31", null, TODAY).effective())
                .isEqualTo(LocalDate.of(2100, 12, 31));
    }

    private static String at(String instant) {
        return ROWS.resolve(Asked.of(null, instant, TODAY)).vector();
    }
}
