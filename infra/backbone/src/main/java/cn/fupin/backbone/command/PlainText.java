package cn.fupin.backbone.command;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text has one spelling: what looks the same is the same, and nothing stands in it that nobody
 * sees. So is every text that comes in; what was stored before is read as it is.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * Composed (NFC) and without blanks at its ends.
     *
     * @throws Malformed where it holds what no reader sees or no reader knows
     */
    public static String of(String field, String text) {
        var plain = trimmed(composed(text));
        plain.codePoints().forEach(c -> check(field, c));
        return plain;
    }

    /** As it would be entered today, of a text that may have been stored before that was asked. */
    public static String spelling(String stored) {
        var seen = new StringBuilder(stored.length());
        composed(stored).codePoints().filter(c -> !isUnseen(c)).forEach(seen::appendCodePoint);
        return trimmed(seen.toString());
    }

    /** Whether both are the same word, however each was typed. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) return Objects.equals(one, other);
        return one.equals(other) || spelling(one).equals(spelling(other));
    }

    /**
     * What is stored of a name, in the spelling it was stored in; the name itself where none is.
     */
    public static String among(Collection<String> stored, String name) {
        if (stored.contains(name)) return name;
        return stored.stream().filter(one -> same(one, name)).findFirst().orElse(name);
    }

    /** Every text of a body, in its place. */
    static void within(ObjectNode body) {
        within(body, "");
    }

    private static void within(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            for (var name : object.propertyNames().toArray(String[]::new)) {
                var at = field.isEmpty() ? name : field + "." + name;
                var value = Objects.requireNonNull(object.get(name));
                if (value.isString()) object.put(name, of(at, value.stringValue()));
                else within(value, at);
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                var at = field + "[" + i + "]";
                var value = array.get(i);
                if (value.isString()) array.set(i, of(at, value.stringValue()));
                else within(value, at);
            }
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (from < to && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static void check(String field, int c) {
        if (c >= ' ' && c < 0x7f) return;
        if (isControl(c)) {
            throw new Malformed(
                    field,
                    "no-control-characters",
                    "不能含控制字符",
                    "must not contain control characters");
        }
        if (isUnseen(c)) {
            throw new Malformed(
                    field,
                    "no-invisible-characters",
                    "含看不见的字符（U+%04X），请删去".formatted(c),
                    "must not contain what nobody sees (U+%04X)".formatted(c));
        }
        if (isNobodys(c)) {
            throw new Malformed(
                    field,
                    "known-characters",
                    "含未编码、自造或已丢失的字（U+%04X），请用支持生僻字的输入法重新录入".formatted(c),
                    "must not contain a character that is unassigned, private or lost (U+%04X)"
                            .formatted(c));
        }
    }

    /** Lines may be broken in a long text. */
    private static boolean isControl(int c) {
        if (c == '\n' || c == '\r' || c == '\t') return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /**
     * Marks of direction, joiners, blanks of no width; letters and selectors that show nothing. A
     * selector of a rare character's shape (from U+E0100 on) belongs to the character.
     */
    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x34f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || c >= 0x180b && c <= 0x180f
                || c == 0x2800
                || c == 0x3164
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0xffa0;
    }

    /** The planes of rare characters grow with every edition: what is not listed yet is one. */
    private static boolean isNobodys(int c) {
        if (c == 0xfffd) return true;
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED -> !isRarePlane(c);
            default -> false;
        };
    }

    private static boolean isRarePlane(int c) {
        return c >= 0x20000 && c < 0x40000 && (c & 0xfffe) != 0xfffe;
    }
}
