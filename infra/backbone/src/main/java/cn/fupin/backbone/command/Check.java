package cn.fupin.backbone.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.regex.Pattern;

/** The rules a value must meet to become a type; used in compact constructors. */
public final class Check {
    /** 一千亿元 in fen: sums of a million such amounts still fit a long. */
    public static final long MOST_FEN = 10_000_000_000_000L;

    private static final Pattern REGION = Pattern.compile("\\d{12}");
    private static final String REGION_ID = "region-";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ACTOR = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Check() {}

    /** Not blank, at most {@code most} characters, no control characters, no half of one. */
    public static void text(String field, String value, int most) {
        if (value.isBlank()) throw new Malformed(field, "not-blank", "不能为空", "must not be blank");
        if (value.length() > most) {
            throw new Malformed(
                    field,
                    "max-length-" + most,
                    "最多 %d 个字".formatted(most),
                    "at most %d characters".formatted(most));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed(
                    field,
                    "no-control-characters",
                    "不能含控制字符",
                    "must not contain control characters");
        }
        storable(field, value);
    }

    /**
     * JSON can escape half a character or a NUL, and PostgreSQL then reads nothing of the document
     * any more: it must not be stored.
     */
    static void storable(String field, String value) {
        if (value.codePoints().anyMatch(Check::isNoCharacter)) {
            throw new Malformed(
                    field,
                    "whole-characters",
                    "含无效字符（不成对的代理项或 NUL）",
                    "must not contain half of a character (an unpaired surrogate) or NUL");
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    public static void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new Malformed(
                    field,
                    "range-%d-%d".formatted(least, most),
                    "应在 %d 与 %d 之间".formatted(least, most),
                    "must be between %d and %d".formatted(least, most));
        }
    }

    /**
     * A whole number as an address writes it.
     *
     * @param least not negative
     */
    public static long whole(String field, String text, long least, long most) {
        if (text.matches("\\d{1,18}")) {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) return number;
        }
        var upTo = most > Integer.MAX_VALUE ? "" : Long.toString(most);
        throw new Malformed(
                field,
                "whole-%d-%s".formatted(least, upTo),
                upTo.isEmpty()
                        ? "应为不小于 %d 的整数".formatted(least)
                        : "应为 %d 至 %s 的整数".formatted(least, upTo),
                upTo.isEmpty()
                        ? "must be a whole number, %d or more".formatted(least)
                        : "must be a whole number from %d to %s".formatted(least, upTo));
    }

    /** A day as an address writes it, one that this register can speak of. */
    public static LocalDate day(String field, String text) {
        try {
            if (Binding.isDate(text)) return LocalDate.parse(text);
        } catch (DateTimeException _) {
            // told below, as what is no date at all
        }
        throw Binding.notADate(field);
    }

    public static void oneOf(String field, String value, Collection<String> allowed) {
        if (!allowed.contains(value)) throw notOneOf(field, allowed);
    }

    /** What to say of a value that is none of these. */
    public static Malformed notOneOf(String field, Collection<String> allowed) {
        var values = String.join(", ", allowed);
        return new Malformed(field, "one-of", "应为以下之一:" + values, "must be one of " + values);
    }

    /** Yes or no as an address writes it. */
    public static boolean flag(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Malformed(
                            field, "true-or-false", "应为 true 或 false", "must be true or false");
        };
    }

    public static void positive(String field, long value) {
        range(field, value, 1, Long.MAX_VALUE);
    }

    /** An amount of money that moves: at least one fen. */
    public static void amountFen(String field, long value) {
        range(field, value, 1, MOST_FEN);
    }

    public static void size(String field, Collection<?> values, int least, int most) {
        if (values.size() < least || values.size() > most) {
            throw new Malformed(
                    field,
                    "size-%d-%d".formatted(least, most),
                    "应有 %d 至 %d 项".formatted(least, most),
                    "must have %d to %d entries".formatted(least, most));
        }
    }

    public static void distinct(String field, Collection<?> values) {
        if (new HashSet<>(values).size() != values.size()) {
            throw new Malformed(field, "distinct", "不能重复", "must not repeat");
        }
    }

    /** A 12-digit division code. */
    public static void region(String field, String value) {
        if (value.startsWith(REGION_ID) && isRegion(value.substring(REGION_ID.length()))) {
            throw new Malformed(
                    field,
                    "region-code",
                    "应为 12 位区划代码，不带 region- 前缀（带前缀的是路径中的编号）",
                    "must be a 12-digit division code, without the region- that ids in a path have");
        }
        if (!isRegion(value)) {
            throw new Malformed(
                    field, "region-code", "应为 12 位区划代码", "must be a 12-digit division code");
        }
    }

    private static boolean isRegion(String value) {
        return REGION.matcher(value).matches();
    }

    /** {@code <kind>-<lower-case uuid>}. */
    public static void id(String kind, String field, String value) {
        if (!value.startsWith(kind + "-")
                || !UUID.matcher(value.substring(kind.length() + 1)).matches()) {
            throw new Malformed(
                    field,
                    "id-" + kind,
                    "应为 %s-<uuid>".formatted(kind),
                    "must be %s-<lower-case uuid>".formatted(kind));
        }
    }

    /** One spelling per person: four eyes compare these. */
    public static void actor(String field, String value) {
        if (!ACTOR.matcher(value).matches()) {
            throw new Malformed(
                    field,
                    "actor-id",
                    "应为小写字母、数字和 . _ @ - 组成的编号",
                    "must be an id of lower-case letters, digits and . _ @ -");
        }
    }

    public static void sha256(String field, String value) {
        if (!SHA256.matcher(value).matches()) {
            throw new Malformed(
                    field, "sha256", "应为 64 位小写十六进制", "must be 64 lower-case hex digits");
        }
    }

    /** {@code expected} is what the id must be, built from the parts the body names. */
    public static void idIs(String field, String value, String expected) {
        if (!value.equals(expected)) {
            throw new Malformed(field, "id-of-its-parts", "应为 " + expected, "must be " + expected);
        }
    }
}
