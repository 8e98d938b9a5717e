package cn.fupin.reporting.asof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer says when it may still change, and what it takes as known has no hole. */
class SettledTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final List<Message> STORY = Township.story().messages();
    private static final long LAST = Township.story().position("household");

    @BeforeEach
    void clear() {
        ROWS.clear();
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void whereNothingHasArrivedNothingIsMissing() {
        assertThat(resolved(null).settled()).isTrue();
        assertThat(resolved(null).household()).isZero();
    }

    @Test
    void isSettledWhenEveryProjectionHasIt() {
        ROWS.put(STORY);
        assertThat(resolved(null).settled()).isTrue();
        assertThat(resolved("household:7").settled()).isTrue();
        assertThat(resolved("2026-01-01T00:00:05Z").settled()).isTrue();
    }

    @Test
    void isNotSettledWhileOthersAreBehindTheTimeline() {
        ROWS.putInto("timeline", STORY);
        assertThat(resolved(null).household()).isEqualTo(LAST);
        assertThat(resolved(null).settled()).isFalse();
    }

    @Test
    void isNotSettledWhileOnePartitionOfOneProjectionIsBehind() {
        ROWS.put(STORY);
        change(
                "delete from projection_offset where projection = 'money' and last_position ="
                        + " (select max(last_position) from projection_offset where projection = 'money')");
        assertThat(resolved(null).settled()).isFalse();
    }

    @Test
    void theMarkerBehindTheLastEventLeavesNobodyBehind() {
        ROWS.put(STORY);
        change(
                "update projection_offset set next_offset = next_offset + 1"
                        + " where projection = 'timeline'");
        assertThat(resolved(null).settled()).isTrue();
    }

    @Test
    void isNotSettledWhileAKeyIsParked() {
        ROWS.put(STORY);
        change(
                "insert into parked_key values"
                        + " ('register', 1, 'fupin.household', 'household-1', 'why', now())");
        assertThat(resolved(null).settled()).isFalse();
        assertThat(resolved("household:7").settled()).isFalse();
    }

    @Test
    void whatIsParkedInAGenerationThatIsNoLongerLiveDoesNotCount() {
        ROWS.put(STORY);
        change(
                "insert into parked_key values"
                        + " ('register', 0, 'fupin.household', 'household-1', 'why', now())");
        assertThat(resolved(null).settled()).isTrue();
    }

    @Test
    void whatIsKnownEndsBeforeAHole() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.applied(feed, 2, 4, "2014-04-01");
        Township.applied(feed, 3, 4, "2014-04-01");
        var messages = feed.messages();
        ROWS.put(List.of(messages.get(0), messages.get(2)));

        assertThat(resolved(null).household()).isEqualTo(1);
        assertThat(resolved(null).settled()).isFalse();
        assertThat(resolved("2026-01-02T00:00:00Z").household()).isEqualTo(1);
        assertThat(resolved("2026-01-02T00:00:00Z").settled()).isFalse();
        assertThat(resolved("2026-01-01T00:00:00Z").settled()).isTrue();
        assertThat(resolved("household:1").settled()).isTrue();
        assertThat(resolved("household:3").settled()).isFalse();

        ROWS.put(List.of(messages.get(1)));
        assertThat(resolved(null).household()).isEqualTo(3);
        assertThat(resolved(null).settled()).isTrue();
    }

    @Test
    void aHoleIsFoundAboveWhereTheSlowestPartitionHasCome() {
        var feed = new Feed();
        for (var household = 0; household < 200; household++) {
            Township.applied(feed, household, 1, "2014-04-01");
        }
        var messages = feed.messages();
        ROWS.put(messages.subList(0, 197));
        assertThat(resolved(null).household()).isEqualTo(197);
        ROWS.put(messages.subList(198, 200));
        assertThat(resolved(null).household()).isEqualTo(197);
        assertThat(resolved(null).settled()).isFalse();
    }

    @Test
    void aVectorBeyondWhatHasArrivedIsNotSettled() {
        ROWS.put(STORY);
        assertThat(resolved("household:" + (LAST + 1)).household()).isEqualTo(LAST + 1);
        assertThat(resolved("household:" + (LAST + 1)).settled()).isFalse();
    }

    /** What will be recorded until then is not known to anybody. */
    @Test
    void aMomentToComeIsNotSettled() {
        ROWS.put(STORY);
        assertThat(resolved("2099-01-01T00:00:00Z").settled()).isFalse();
        assertThat(resolved("2026-01-02T00:00:00Z").settled()).isTrue();
    }

    private static AsOf resolved(@Nullable String known) {
        return ROWS.resolve(Asked.of(null, known, LocalDate.of(2026, 1, 31)));
    }

    private static void change(String sql) {
        assertThat(ROWS.db().sql(sql).update()).isPositive();
    }
}
