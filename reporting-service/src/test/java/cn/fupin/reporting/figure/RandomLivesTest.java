package cn.fupin.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
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
            for (var id : List.of("households-registered", "persons-registered")) {
                var sum = BigDecimal.ZERO;
                for (var term : figure(id).formula()) {
                    sum =
                            sum.add(
                                    value(term.figure(), region, Divisions.TODAY, asOf, book)
                                            .multiply(BigDecimal.valueOf(term.sign())));
                }
                assertThat(value(id, region, Divisions.TODAY, asOf, book))
                        .as("%s of %s, %s", id, region.code(), asOf)
                        .isEqualByComparingTo(sum);
            }
        }
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
        var all = Long.MAX_VALUE;
        return new AsOf(
                LocalDate.of(2014, 1, 1).plusDays(random.nextInt(1500)),
                1 + random.nextLong(feed.position("household")),
                all,
                all,
                all,
                true);
    }

    private static BigDecimal value(
            String figure, Region region, Divisions divisions, AsOf asOf, FigureBook book) {
        return book.value(figure(figure), region, divisions, asOf).value();
    }

    private static Figure figure(String id) {
        return Objects.requireNonNull(Figures.find(id), id);
    }
}
