package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.answer.After;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** After which row the next page begins: as answers give it in {@code next}. */
record Place(String region, String householdId) {
    private static final Pattern TEXT = Pattern.compile("(\\d{12})/(household-[0-9a-f-]{1,50})");

    /**
     * @throws Malformed naming the parameter
     */
    static @Nullable Place parse(@Nullable String text) {
        var next = After.read(TEXT, text);
        return next == null ? null : new Place(next.group(1), next.group(2));
    }

    String text() {
        return region + "/" + householdId;
    }
}
