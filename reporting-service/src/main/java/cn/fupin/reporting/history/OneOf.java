package cn.fupin.reporting.history;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English counts one otherwise than many: 1 household, 2 households. */
public final class OneOf {
    private static final Pattern ONE =
            Pattern.compile(
                    "(?<![\\p{Alnum}.,:/-])1 (member office|beneficiary household|household|person-time|person|member|vote|class"
                            + "|day|rule|fault|byte|visit|place|data clerk|officer|helper|line|claim)e?s\\b");

    private OneOf() {}

    /** The same, where it counts one of something, as one says it. */
    public static String a(String english) {
        return ONE.matcher(english).replaceAll(OneOf::singular);
    }

    private static String singular(MatchResult one) {
        return "1 " + one.group(1);
    }
}
