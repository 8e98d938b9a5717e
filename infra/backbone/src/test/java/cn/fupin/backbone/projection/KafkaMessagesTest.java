package cn.fupin.backbone.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.store.EventDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read and written by hand because of the many; they are Java's own all the same. */
class KafkaMessagesTest {
    private static final DateTimeFormatter BY_JAVA =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyInstantIsWrittenAndReadAsJavaDoes(long seed) {
        var random = new Random(seed);
        var first = Instant.parse("-0300-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("+12000-01-01T00:00:00Z").getEpochSecond();
        for (var n = 0; n < 500; n++) {
            var instant =
                    Instant.ofEpochSecond(
                            random.nextLong(first, last), random.nextInt(1_000_000_000));
            var text = EventDigest.text(instant);
            assertThat(text).isEqualTo(BY_JAVA.format(instant));
            assertSame(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-06-30T08:00:00Z",
                "2014-06-30T24:00:00.000000Z",
                "2016-12-31T23:59:60.000000Z",
                "2014-06-30T08:00:00.000000+",
                "2014-02-29T08:00:00.000000Z",
                "2014-13-01T08:00:00.000000Z",
                "2014-06-30T08:61:00.000000Z",
                "2014-06-30T08:00:00.00000aZ",
                "2014-06-30 08:00:00.000000Z",
                "２014-06-30T08:00:00.000000Z",
                "-014-06-30T08:00:00.000000Z",
                "2014-06-30t08:00:00.000000z",
                ""
            })
    void whatLooksOddIsTakenOrRefusedAsJavaDoes(String text) {
        assertSame(text);
    }

    private static void assertSame(String text) {
        Instant expected;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeException refused) {
            assertThatThrownBy(() -> KafkaMessages.time(text))
                    .isInstanceOf(DateTimeException.class);
            return;
        }
        assertThat(KafkaMessages.time(text)).isEqualTo(expected);
    }
}
