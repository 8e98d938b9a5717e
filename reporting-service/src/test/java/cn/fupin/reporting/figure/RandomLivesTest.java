package cn.fupin.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the register, whatever lives households lead and whenever one looks. */
class RandomLivesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Region TOWN = new Region(Township.CODE);
    private static final Set<String> IN = Set.of("HouseholdRegistered", "HouseholdRelapsed");
    private static final Set<String> MOVES =
            Set.of(
                    "HouseholdApplied",
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "HouseholdRemoved",
                    "HouseholdExited");

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theRegisterIsWhatAPlainFoldGives(long seed) {
        var feed = Township.randomLives(seed, 40);
        ROWS.clear().put(feed.messages());
        var random = new Random(seed);
        for (var question = 0; question < 10; question++) {
            var asOf = anyTime(random, feed);
            var household = value("households-registered", asOf);
            assertThat(household)
                    .isEqualByComparingTo(BigDecimal.valueOf(registered(feed, asOf).size()));
            assertThat(value("persons-registered", asOf))
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(
                                    registered(feed, asOf).values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()));
            assertThat(household)
                    .isEqualByComparingTo(
                            value("households-identified", asOf)
                                    .subtract(value("households-removed", asOf))
                                    .subtract(value("households-exited", asOf))
                                    .add(value("households-relapsed", asOf)));
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
            var lines = book.lines(figure, TOWN, asOf, 0, 5_000);
            assertThat(lines.stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(figure.id())
                    .isEqualByComparingTo(book.value(figure, TOWN, asOf).value());
            assertThat(lines).allSatisfy(line -> assertThat(line.events()).isNotEmpty());
        }
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

    /** The register by hand: persons by household, of whoever's latest known fact lets it in. */
    private static Map<String, Long> registered(Feed feed, AsOf asOf) {
        var latest = new HashMap<String, Message>();
        feed.messages().stream()
                .filter(m -> MOVES.contains(m.type()) && m.position() <= asOf.household())
                .filter(m -> !day(m).isAfter(asOf.effective()))
                .sorted(Comparator.comparing(RandomLivesTest::day).thenComparing(Message::sequence))
                .forEach(m -> latest.put(m.streamId(), m));
        var persons = new HashMap<String, Long>();
        latest.forEach((household, m) -> {
            if (IN.contains(m.type())) persons.put(household, m.json().get("persons").asLong());
        });
        return persons;
    }

    private static LocalDate day(Message message) {
        return LocalDate.parse(message.json().get("occurredOn").asString());
    }

    private static BigDecimal value(String figure, AsOf asOf) {
        return new FigureBook(ROWS.db())
                .value(Objects.requireNonNull(Figures.find(figure)), TOWN, asOf)
                .value();
    }
}
