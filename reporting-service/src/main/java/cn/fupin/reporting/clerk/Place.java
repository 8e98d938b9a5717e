package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Malformed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** After which row the next page begins: as answers give it in {@code next}. */
record Place(String region, String householdId) {
    private static final Pattern TEXT = Pattern.compile("(\\d{12})/(household-[0-9a-f-]{1,50})");

    /**
     * @throws Malformed naming the parameter
     */
    static @Nullable Place parse(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed(
                    "after", "next", "应为上一页答复中的 next", "must be the next of the page before");
        }
        return new Place(matcher.group(1), matcher.group(2));
    }

    String text() {
        return region + "/" + householdId;
    }
}
