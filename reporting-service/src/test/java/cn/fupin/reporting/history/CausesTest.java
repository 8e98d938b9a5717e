package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a household is poor by: the fact of the latest day, of one day the one recorded last, as its
 * last correction reads; a relapse has its own cause and no other. So household-service decides and
 * prints it too.
 */
class CausesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final List<String> CAUSES =
            List.of("ILLNESS", "WATER", "LAND", "SKILLS", "LABOUR", "CAPITAL");

    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    private final Feed feed = new Feed();
    private final List<Message> facts = new ArrayList<>();
    private Random random = new Random();

    private record Causes(String main, List<String> others) {}

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theRegisterAndTheHistorySayWhatTheEventsSay(int seed) {
        random = new Random(seed);
        life();
        var shuffled = new ArrayList<>(feed.messages());
        Collections.shuffle(shuffled, random);
        ROWS.clear().put(shuffled);
        for (var fact : facts) {
            for (var day : List.of(day(fact), day(fact).plusDays(20))) {
                var plain = plain(day);
                if (plain == null) continue;
                var state =
                        new Histories(ROWS.snapshots())
                                .at(Township.household(1), Asked.of(day.toString(), null, TODAY))
                                .state();
                assertThat(
                                new Causes(
                                        Objects.requireNonNull(state.mainCause()),
                                        state.otherCauses()))
                        .as("%s of %s", day, facts)
                        .isEqualTo(plain);
                assertThat(listed(day)).isEqualTo(plain.main());
            }
        }
    }

    private static @Nullable String listed(LocalDate day) {
        return Households.page(
                        new Region(Township.CODE),
                        Divisions.THEN,
                        null,
                        new Wanted(null, null, null, null),
                        null,
                        5,
                        Rows.on(day),
                        ROWS.db())
                .households()
                .getFirst()
                .mainCause();
    }

    private void life() {
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        var day = LocalDate.parse("2014-06-01");
        said(
                "HouseholdRegistered",
                "'persons':3,'mainCause':'WATER','otherCauses':['SKILLS']",
                day);
        for (var i = 0; i < 16; i++) {
            day = day.plusDays(random.nextInt(60));
            switch (random.nextInt(5)) {
                case 0 -> {
                    Township.moved(feed, "HouseholdExited", 1, 3, day.toString());
                    said("HouseholdRelapsed", "'persons':3,'cause':'%s'".formatted(cause()), day);
                }
                case 1, 2 ->
                        said("HouseholdReclassified", causes(), day.minusDays(random.nextInt(90)));
                default -> {
                    var corrected = facts.get(random.nextInt(facts.size()));
                    if (corrected.type().equals("HouseholdReclassified")) continue;
                    said(
                            "CausesCorrected",
                            "'correctsEventId':'%s',%s".formatted(corrected.id(), causes()),
                            day);
                }
            }
        }
    }

    private void said(String type, String fields, LocalDate on) {
        facts.add(Township.said(feed, type, 1, fields, on.toString()));
    }

    private String cause() {
        return CAUSES.get(random.nextInt(CAUSES.size()));
    }

    private String causes() {
        return "'mainCause':'%s','otherCauses':[%s]"
                .formatted(cause(), random.nextBoolean() ? "" : "'OTHER'");
    }

    private @Nullable Causes plain(LocalDate day) {
        Message latest = null;
        for (var fact : facts) {
            if (fact.type().equals("CausesCorrected") || day(fact).isAfter(day)) continue;
            if (latest == null || !day(fact).isBefore(day(latest))) latest = fact;
        }
        if (latest == null) return null;
        var stands = latest;
        for (var fact : facts) {
            if (fact.type().equals("CausesCorrected") && root(fact).equals(latest)) stands = fact;
        }
        var json = stands.json();
        var others = new ArrayList<String>();
        json.path("otherCauses").forEach(other -> others.add(other.asString()));
        return new Causes(json.path("mainCause").asString(json.path("cause").asString("")), others);
    }

    private Message root(Message fact) {
        var id = fact.json().path("correctsEventId").asString("");
        return facts.stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .map(this::root)
                .orElse(fact);
    }

    private static LocalDate day(Message fact) {
        return LocalDate.parse(fact.json().path("occurredOn").asString());
    }
}
