package cn.fupin.reporting.answer;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer gave out as {@code next}, when it is brought back as {@code after}. */
public final class After {
    private After() {}

    /**
     * The groups of what was given out; null for the first page.
     *
     * @throws Malformed when it has not that shape
     */
    public static @Nullable MatchResult read(Pattern next, @Nullable String after) {
        if (after == null || after.isBlank()) return null;
        var matcher = next.matcher(after);
        if (!matcher.matches()) throw malformed();
        return matcher;
    }

    /**
     * @throws Malformed when there is no such day
     */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw malformed();
        }
    }

    private static Malformed malformed() {
        return new Malformed(
                "after", "next", "应为上一页答复中的 next", "must be the next of the page before");
    }
}
