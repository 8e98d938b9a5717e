package cn.fupin.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Due;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the register, whatever lives households lead and whenever one looks. */
class RandomLivesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Region TOWN = new Region(Township.CODE);
    private static final Region COUNTY = new Region("513423000000");

    private static final List<String> TOWNS = List.of(Township.CODE, Township.OTHER_CODE);
    private static final List<String> REGIONS =
            Stream.of(List.of(COUNTY.code()), TOWNS, Township.VILLAGES, List.of("513423198202"))
                    .flatMap(List::stream)
                    .toList();

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFigureOfTheRegisterIsWhatAPlainFoldGives(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var random = new Random(seed);
        for (var question = 0; question < 12; question++) {
            var asOf = anyTime(random, feed);
            var divisions = Divisions.values()[random.nextInt(2)];
            var region = new Region(REGIONS.get(random.nextInt(REGIONS.size())));
            var fold = new PlainFold(feed.messages(), asOf, divisions);
            var book = new FigureBook(ROWS.db());
            fold.figures(region)
                    .forEach((figure, expected) ->
                            assertThat(value(figure, region, divisions, asOf, book))
                                    .as("%s of %s, %s, %s", figure, region.code(), divisions, asOf)
                                    .isEqualByComparingTo(BigDecimal.valueOf(expected)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void whoIsRegisteredFollowsFromWhoCameAndWent(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var random = new Random(seed);
        for (var question = 0; question < 12; question++) {
            var asOf = anyTime(random, feed);
            var region = new Region(REGIONS.get(random.nextInt(REGIONS.size())));
            var book = new FigureBook(ROWS.db());
            for (var divisions : Divisions.values()) {
                for (var id : List.of("households-registered", "persons-registered")) {
                    assertThat(value(id, region, divisions, asOf, book))
                            .as("%s of %s, %s, %s", id, region.code(), divisions, asOf)
                            .isEqualByComparingTo(sum(figure(id), region, divisions, asOf, book));
                }
            }
        }
    }

    private static BigDecimal sum(
            Figure whole, Region region, Divisions divisions, AsOf asOf, FigureBook book) {
        return whole.formula().stream()
                .map(term ->
                        value(term.figure(), region, divisions, asOf, book)
                                .multiply(BigDecimal.valueOf(term.sign())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void thePartsOfARegionAddUpToIt(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var asOf = anyTime(new Random(seed), feed);
        for (var divisions : Divisions.values()) {
            var book = new FigureBook(ROWS.db());
            for (var figure : Figures.all()) {
                if (figure.kind() != Figure.Kind.HOUSEHOLD || figure.ratio() != null) continue;
                // who moves from one part to another does not move in or out of the whole
                if (figure.id().contains("-moved-")) continue;
                var parts =
                        TOWNS.stream()
                                .map(town ->
                                        value(figure.id(), new Region(town), divisions, asOf, book))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(value(figure.id(), COUNTY, divisions, asOf, book))
                        .as(figure.id())
                        .isEqualByComparingTo(parts);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void everyFigureIsTheSumOfItsLinesAndEachLineRestsOnEvents(long seed) {
        var feed = Township.randomLives(seed, 30);
        var story = Township.story();
        ROWS.clear().put(story.messages()).put(renumbered(feed, story));
        for (var figure : Figures.all()) {
            var asOf = Rows.on(LocalDate.of(2014, 1, 1).plusDays(new Random(seed).nextInt(1500)));
            var book = new FigureBook(ROWS.db());
            var lines = book.lines(figure, TOWN, Divisions.THEN, asOf, 0, 5_000);
            var value = book.value(figure, TOWN, Divisions.THEN, asOf);
            assertThat((long) lines.size()).as(figure.id()).isEqualTo(value.lines());
            assertThat(lines).allSatisfy(line -> assertThat(line.events()).isNotEmpty());
            if (figure.ratio() == null) {
                assertThat(lines.stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(figure.id())
                        .isEqualByComparingTo(value.value());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void aMarriageFromOneHouseholdToAnotherKeepsTheTotal(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var marriages = marriages(feed);
        assertThat(marriages).hasSizeGreaterThan(5);
        for (var m : marriages) {
            for (var day = m.leftOn(); !day.isAfter(m.joinedOn()); day = day.plusDays(1)) {
                var total = registered(day, m.leftAt() - 1);
                for (var known = m.leftAt(); known < m.joinedAt(); known++) {
                    assertThat(registered(day, known)).as("%s %d", m, known).isEqualTo(total - 1);
                    assertThat(lost(day, known)).as("%s %d", m, known).contains(m.lost());
                }
                var inBoth = day.isBefore(m.joinedOn()) ? total - 1 : total;
                assertThat(registered(day, m.joinedAt())).as("%s %s", m, day).isEqualTo(inBoth);
                assertThat(lost(day, m.joinedAt())).as("%s %s", m, day).doesNotContain(m.lost());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void onTheDayOfAMarriageThereAreAsManyAsOnTheDayBefore(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var marriages = marriages(feed).stream().filter(Marriage::ofOneDay).toList();
        assertThat(marriages).isNotEmpty();
        for (var m : marriages) {
            var dayBefore = m.leftOn().minusDays(1);
            assertThat(registered(m.leftOn(), m.joinedAt()))
                    .as(m.toString())
                    .isEqualTo(registered(dayBefore, m.joinedAt()))
                    .isEqualTo(registered(dayBefore, m.leftAt() - 1));
            for (var known = m.leftAt(); known < m.joinedAt(); known++) {
                assertThat(registered(m.leftOn(), known))
                        .as("%s %d", m, known)
                        .isEqualTo(registered(dayBefore, known) - 1);
            }
        }
    }

    /** A page is worked off village by village, and what is counted all at once. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void whatIsFoundAndDuePageByPageIsWhatIsCounted(long seed) {
        var feed = divided(seed);
        ROWS.clear().put(feed.messages());
        var random = new Random(seed);
        for (var question = 0; question < 3; question++) {
            var asOf = anyTime(random, feed);
            var divisions = Divisions.values()[random.nextInt(2)];
            for (var region : List.of(COUNTY.code(), REGIONS.get(random.nextInt(REGIONS.size())))) {
                var scope =
                        new Scope(new Region(region), new Lineages(ROWS.db()).of(divisions, asOf));
                found(scope, asOf);
                due(scope, asOf);
            }
        }
    }

    private static void found(Scope scope, AsOf asOf) {
        var findings = new Findings(ROWS.db());
        var paged = new ArrayList<Findings.Finding>();
        @Nullable String after = null;
        do {
            var page = findings.page(scope, null, asOf, after, 9);
            paged.addAll(page.findings());
            after = page.next();
        } while (after != null);
        assertThat(paged)
                .doesNotHaveDuplicates()
                .isEqualTo(findings.page(scope, null, asOf, null, 500).findings());
        var counted = new HashMap<QualityRule, Long>();
        findings.counts(scope, asOf).forEach((rule, count) -> counted.put(rule, count.findings()));
        assertThat(
                        paged.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                f -> f.rule(), Collectors.counting())))
                .isEqualTo(counted);
    }

    private static void due(Scope scope, AsOf asOf) {
        var due = new Due(ROWS.db());
        var month = Month.of(null, asOf.effective());
        due.counts(scope, month, asOf)
                .forEach((list, waiting) ->
                        assertThat(due.page(list, scope, month, asOf, null, 500).items())
                                .as(list.name())
                                .hasSize(waiting.intValue()));
    }

    /** Out of one household and into another, with the positions at which either was told. */
    private record Marriage(
            String person,
            String from,
            String to,
            LocalDate leftOn,
            long leftAt,
            LocalDate joinedOn,
            long joinedAt) {
        boolean ofOneDay() {
            return leftOn.equals(joinedOn);
        }

        Tuple lost() {
            return tuple(from, leftOn, to);
        }
    }

    private static List<Marriage> marriages(Feed feed) {
        var left = new HashMap<String, Message>();
        var marriages = new ArrayList<Marriage>();
        for (var m : feed.messages()) {
            if (!m.json().path("reason").asString("").equals("MARRIAGE")) continue;
            if (m.type().equals("MemberLeft")) {
                left.put(m.json().get("personId").asString(), m);
                continue;
            }
            var person = m.json().get("member").get("personId").asString();
            var out = Objects.requireNonNull(left.remove(person), person);
            marriages.add(
                    new Marriage(
                            person,
                            out.streamId(),
                            m.streamId(),
                            day(out),
                            out.position(),
                            day(m),
                            m.position()));
        }
        assertThat(left).isEmpty();
        return marriages;
    }

    private static LocalDate day(Message message) {
        return LocalDate.parse(message.json().get("occurredOn").asString());
    }

    private static long registered(LocalDate on, long known) {
        return value(
                        "persons-registered",
                        COUNTY,
                        Divisions.THEN,
                        known(on, known),
                        new FigureBook(ROWS.db()))
                .longValueExact();
    }

    private static List<Tuple> lost(LocalDate on, long known) {
        var asOf = known(on, known);
        var scope = new Scope(COUNTY, new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Findings(ROWS.db())
                .page(scope, QualityRule.MEMBER_LOST, asOf, null, 500).findings().stream()
                        .map(f -> tuple(f.householdId(), f.since(), f.detail()))
                        .toList();
    }

    private static AsOf known(LocalDate effective, long household) {
        var all = Long.MAX_VALUE;
        return new AsOf(effective, household, all, all, all, true);
    }

    /**
     * Random lives in three villages, of which one moves to the other township and one just ends.
     */
    private static Feed divided(long seed) {
        var feed = new Feed();
        Township.superseded(feed, Township.VILLAGES.get(1), "2015-06-01", "513423198202");
        Township.randomLives(feed, new Random(seed), 40);
        Township.superseded(feed, Township.VILLAGES.get(2), "2015-09-01");
        return feed;
    }

    /** Random lives beside the story, as other households with later positions. */
    private static List<Message> renumbered(Feed feed, Feed after) {
        return feed.messages().stream()
                .map(m ->
                        new Message(
                                m.source(),
                                m.type(),
                                m.version(),
                                "more-" + m.id(),
                                m.streamId() + "9",
                                m.sequence(),
                                m.position() + after.position(m.source()),
                                m.recordedAt(),
                                m.region(),
                                m.digest(),
                                m.metadata(),
                                new String(m.payload(), StandardCharsets.UTF_8)
                                        .replace(m.streamId(), m.streamId() + "9")
                                        .getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static AsOf anyTime(Random random, Feed feed) {
        return known(
                LocalDate.of(2014, 1, 1).plusDays(random.nextInt(1500)),
                1 + random.nextLong(feed.position("household")));
    }

    private static BigDecimal value(
            String figure, Region region, Divisions divisions, AsOf asOf, FigureBook book) {
        return book.value(figure(figure), region, divisions, asOf).value();
    }

    private static Figure figure(String id) {
        return Objects.requireNonNull(Figures.find(id), id);
    }
}
