package cn.fupin.reporting.history;

import static cn.fupin.reporting.finding.QualityRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Persons;
import cn.fupin.reporting.clerk.Search;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.Register;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.RandomFamilies;
import cn.fupin.reporting.testing.RandomFamilies.Truth;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is a member and who the head, on every day and by whatever was known, is what is so in truth:
 * whatever ids a person had, told in order, twice, or stream by stream.
 */
class RandomFamiliesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Region COUNTY = new Region("513423000000");
    private static final int STEPS = 45;

    private static final String MEMBERS =
            """
            select c.masked_name
            from (select cast(:id as text) as id) a
            cross join lateral %s p
            cross join lateral %s c
            where p.step = 'IN'
            """
                    .formatted(Persons.of("a.id"), Persons.called("p"));

    private static final String HEAD =
            "select h.masked_name from (select cast(:id as text) as id) a cross join lateral %s h"
                    .formatted(Register.head("a.id"));

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoIsAMemberAndTheHeadOnEveryDayIsWhatIsSo(long seed) {
        var feed = new Feed();
        Township.listed(feed);
        var families = new RandomFamilies(feed, seed, STEPS, seed > 4);
        ROWS.clear().put(feed.messages());
        isSo(families);
        var rows = ROWS.contents();
        assertThat(ROWS.put(feed.messages()).contents()).isEqualTo(rows);
        assertThat(ROWS.clear().put(byStream(feed)).contents()).isEqualTo(rows);
    }

    private static void isSo(RandomFamilies families) {
        for (var truth : families.remembered()) tablesSay(truth);
        for (var truth : families.everyDay()) {
            tablesSay(truth);
            historySays(truth);
            nothingIsFound(truth.day());
        }
        for (var name : families.names()) {
            var expected =
                    families.everyDay().stream()
                            .filter(truth -> truth.day().equals(families.lastDay()))
                            .filter(truth -> truth.members().contains(name))
                            .map(Truth::householdId)
                            .toList();
            assertThat(found(name, families.lastDay()))
                    .as(name)
                    .extracting(Search.Found::householdId)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void tablesSay(Truth truth) {
        var asOf = known(truth);
        assertThat(names(MEMBERS, truth.householdId(), asOf))
                .as(truth.toString())
                .containsExactlyInAnyOrderElementsOf(truth.members());
        assertThat(names(HEAD, truth.householdId(), asOf))
                .as(truth.toString())
                .isEqualTo(truth.head() == null ? List.of() : List.of(truth.head()));
    }

    private static List<String> names(String sql, String household, AsOf asOf) {
        return ROWS.db()
                .sql(sql)
                .paramSource(asOf.parameters().addValue("id", household))
                .query(String.class)
                .list();
    }

    private static void historySays(Truth truth) {
        var members = history(truth.householdId(), truth.day()).state().members();
        assertThat(members)
                .as(truth.toString())
                .extracting(HouseholdAt.Member::maskedName)
                .containsExactlyInAnyOrderElementsOf(truth.members());
        assertThat(members)
                .as(truth.toString())
                .filteredOn(member -> member.withoutNumber() != null)
                .extracting(HouseholdAt.Member::maskedName)
                .containsExactlyInAnyOrderElementsOf(truth.withoutNumber());
    }

    private static void nothingIsFound(LocalDate day) {
        var asOf = Rows.on(day);
        var scope = new Scope(COUNTY, new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        for (var rule :
                List.of(NO_HEAD, TWO_HEADS, PERSON_TWICE, MEMBER_LOST, BIRTH_YEAR_IMPLAUSIBLE)) {
            assertThat(new Findings(ROWS.db()).page(scope, rule, asOf, null, 500).findings())
                    .as("%s on %s", rule, day)
                    .isEmpty();
        }
    }

    /** The canary: names that no other person has. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void ofWhoWasErasedNothingIsShownUnderAnyId(long seed) {
        var feed = new Feed();
        Township.listed(feed);
        var families = new RandomFamilies(feed, seed, STEPS, seed > 23);
        ROWS.clear().put(feed.messages());
        var days = families.everyDay();
        var before = days.stream().map(RandomFamiliesTest::shown).collect(Collectors.joining());
        var erased = families.eraseAnybody();
        ROWS.put(feed.messages());
        assertThat(erased).isNotEmpty().anySatisfy(name -> assertThat(before).contains(name));
        assertThat(days.stream().map(RandomFamiliesTest::shown))
                .allSatisfy(
                        shown -> erased.forEach(name -> assertThat(shown).doesNotContain(name)));
        for (var name : erased) {
            for (var truth : days) assertThat(found(name, truth.day())).as(name).isEmpty();
        }
        // and of nobody else anything less
        var others = new TreeSet<>(families.names());
        others.removeAll(erased);
        var after = days.stream().map(RandomFamiliesTest::shown).collect(Collectors.joining());
        assertThat(others)
                .filteredOn(before::contains)
                .allSatisfy(name -> assertThat(after).contains(name));
        for (var truth : days) {
            var stay = new TreeSet<>(truth.members());
            stay.removeAll(erased);
            assertThat(history(truth.householdId(), truth.day()).state().members())
                    .as(truth.toString())
                    .hasSameSizeAs(truth.members())
                    .extracting(HouseholdAt.Member::maskedName)
                    .filteredOn(name -> !name.equals(Erasure.NAMELESS))
                    .containsExactlyInAnyOrderElementsOf(stay);
        }
    }

    private static String shown(Truth truth) {
        var asOf = Rows.on(truth.day());
        var life = history(truth.householdId(), truth.day());
        return names(HEAD, truth.householdId(), asOf)
                + life.state().members().toString()
                + life.events().stream().map(e -> e.zh() + e.en()).collect(Collectors.joining("\n"))
                + found(null, truth.day());
    }

    private static HouseholdHistory history(String household, LocalDate day) {
        return new Histories(ROWS.snapshots())
                .at(household, Asked.of(day.toString(), null, LocalDate.of(2026, 1, 1)));
    }

    private static List<Search.Found> found(@Nullable String name, LocalDate day) {
        return Households.page(
                        COUNTY,
                        Divisions.THEN,
                        null,
                        new Wanted(name, null, null, null),
                        null,
                        50,
                        Rows.on(day),
                        ROWS.db())
                .households();
    }

    private static AsOf known(Truth truth) {
        var all = Long.MAX_VALUE;
        return new AsOf(truth.day(), truth.known(), all, all, all, true);
    }

    private static List<Message> byStream(Feed feed) {
        return feed.messages().stream()
                .sorted(
                        Comparator.comparing(Message::streamId)
                                .reversed()
                                .thenComparing(Message::sequence))
                .toList();
    }
}
