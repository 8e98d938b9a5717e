package cn.fupin.reporting.history;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English counts one otherwise than many: 1 household, 2 households. */
final class OneOf {
    private static final Pattern ONE =
            Pattern.compile(
                    "(?<![\\p{Alnum}.,:/-])1 (open objection|member office|beneficiary household|household|person-time|person|member|vote|class"
                            + "|day|rule|fault|byte|visit|place|data clerk|officer|helper|line|claim)e?s\\b");

    /**
     * Stands for a text until the sentence around it is made: a code point that is no character.
     */
    private static final char STANDS_FOR = '\uFDD0';

    private OneOf() {}

    /**
     * The format with its facts, one of something counted as one says it. A text among the facts is
     * somebody's own words: nothing in it changes.
     */
    static String a(String format, Object... facts) {
        var shown = facts.clone();
        for (var i = 0; i < facts.length; i++) {
            if (facts[i] instanceof String) shown[i] = Character.toString(STANDS_FOR + i);
        }
        var english = a(String.format(Locale.ROOT, format, shown));
        for (var i = 0; i < facts.length; i++) {
            if (facts[i] instanceof String text) {
                english = english.replace(Character.toString(STANDS_FOR + i), text);
            }
        }
        return english;
    }

    /** The same, where it counts one of something, as one says it. */
    static String a(String english) {
        return ONE.matcher(english).replaceAll(OneOf::singular);
    }

    private static String singular(MatchResult one) {
        return "1 " + one.group(1);
    }
}
