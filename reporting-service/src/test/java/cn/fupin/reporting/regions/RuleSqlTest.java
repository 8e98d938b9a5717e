package cn.fupin.reporting.regions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL looks a rule up along the same heirs, in the same order, as the services do. */
class RuleSqlTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);
    private static final List<String> TOWNS =
            List.of("511129299000", "511129105000", "511129106000", "511130107000");

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatCameAfterAPlaceIsWhatTheLineageSays(long seed) {
        var random = new Random(seed);
        var feed = new Feed();
        divided(feed, random);
        var ruled = ruled(feed, random);
        ROWS.clear().put(feed.messages());
        var lineage = Lineage.of(new Lineages(ROWS.db()).successions(Rows.on(TODAY)));
        for (var code : codes()) {
            assertThat(after(code)).as(code).isEqualTo(lineage.successorsOf(code));
            assertThat(value(code)).as(code).isEqualTo(value(code, lineage, ruled));
        }
    }

    /**
     * The village's heir lies in a township that ended later: the rule is of what came after it.
     */
    @Test
    void anHeirGoesOnWithTheDivisionItLiesIn() {
        var feed = new Feed();
        Township.superseded(feed, "511129299201", "2016-06-01", "511129105212");
        Township.superseded(feed, "511129105000", "2019-06-01", "511129106000");
        enacted(feed, "511129106000", 9);
        ROWS.clear().put(feed.messages());
        assertThat(value("511129299201")).isEqualTo(9);
    }

    /** What a village became itself counts, and not what its township's other villages became. */
    @Test
    void aVillageGoesWithItsOwnHeirs() {
        var feed = new Feed();
        Township.superseded(feed, "511129299201", "2016-06-01", "511130107201");
        Township.superseded(feed, "511129299000", "2016-06-01", "511129105000");
        enacted(feed, "511129105000", 9);
        ROWS.clear().put(feed.messages());
        assertThat(value("511129299201")).isNull();
        assertThat(value("511129299202")).isEqualTo(9);
    }

    private static void divided(Feed feed, Random random) {
        var codes = new ArrayList<>(codes());
        Collections.shuffle(codes, random);
        for (var code : codes.subList(0, 4 + random.nextInt(8))) {
            var heirs = new ArrayList<>(codes());
            heirs.removeIf(heir -> heir.equals(code) || isTown(heir) != isTown(code));
            Collections.shuffle(heirs, random);
            Township.superseded(
                    feed,
                    code,
                    FIRST.plusDays(random.nextInt(1000)).toString(),
                    heirs.subList(0, random.nextInt(4)).toArray(String[]::new));
        }
    }

    private static boolean isTown(String code) {
        return code.endsWith("000");
    }

    private static Map<String, Integer> ruled(Feed feed, Random random) {
        var ruled = new HashMap<String, Integer>();
        for (var code : codes()) {
            if (random.nextInt(5) > 0) continue;
            ruled.put(code, ruled.size() + 1);
            enacted(feed, code, ruled.size());
        }
        return ruled;
    }

    private static List<String> codes() {
        return TOWNS.stream()
                .flatMap(town ->
                        Stream.of(
                                town,
                                town.substring(0, 9) + "201",
                                town.substring(0, 9) + "202",
                                town.substring(0, 9) + "203"))
                .toList();
    }

    private static void enacted(Feed feed, String region, int value) {
        feed.household(
                "rule-%s-first-notice-days".formatted(region),
                "RuleEnacted",
                """
                {'ruleId':'rule-%1$s-first-notice-days','region':'%1$s','code':'first-notice-days','value':%2$d,
                 'unit':'day','effectiveFrom':'2014-01-01','source':'x','assumed':true,'occurredOn':'2014-01-01'}
                """
                        .formatted(region, value));
    }

    private static @Nullable Integer value(
            String code, Lineage lineage, Map<String, Integer> ruled) {
        return Stream.concat(Stream.of(code), lineage.successorsOf(code).stream())
                .flatMap(place -> Division.lineage(place).stream().map(ruled::get))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    // Findings ask by an "s": no table within may go by that name.
    private static List<String> after(String code) {
        return ROWS.db()
                .sql(
                        "select heir.code from (select cast(:code as text) as region) s cross join lateral %s heir order by heir.nth"
                                .formatted(RuleSql.after("s.region")))
                .paramSource(Rows.on(TODAY).parameters().addValue("code", code))
                .query(String.class)
                .list();
    }

    private static @Nullable Integer value(String code) {
        return ROWS.db()
                .sql(
                        "select %s from (select cast(:code as text) as region) s"
                                .formatted(
                                        RuleSql.valueOf(
                                                "first-notice-days", "s.region", ":effective")))
                .paramSource(Rows.on(TODAY).parameters().addValue("code", code))
                .query((row, _) -> Optional.ofNullable((Long) row.getObject(1)))
                .single()
                .map(Math::toIntExact)
                .orElse(null);
    }
}
