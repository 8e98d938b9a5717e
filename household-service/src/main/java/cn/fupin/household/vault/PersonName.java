package cn.fupin.household.vault;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PlainText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's name in the one way this register writes it: letters of any script, the dot · between
 * the parts of a long name, and what Latin names have between theirs.
 */
public final class PersonName {
    private static final int MOST = 50;

    private static final String DOT = "•‧∙⋅・･．●◦᛫⸱";

    /** Typed for the dot that an identity card has (U+00B7). */
    private static final Pattern DOTS =
            Pattern.compile("[" + DOT + "]|(?<=\\p{IsHan})[.。](?=\\p{IsHan})");

    private static final Pattern AROUND_A_DOT = Pattern.compile(" *· *");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    /** What is typed into the midst of a word, and between the parts of a name. */
    private static final String WITHIN = "[\\p{Z}\\s·" + DOT + "'-]";

    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s·" + DOT + ".。'-]");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ＇]");
    private static final Pattern HYPHENS = Pattern.compile("[‐‑－]");

    /** Dots and strokes stand between letters, a full stop behind one. */
    private static final Pattern SHAPE =
            Pattern.compile(
                    "L+(?:[·'-]L+|\\.(?: L+)?| L+)*"
                            .replace("L", "[\\p{L}\\p{M}〇\\x{20000}-\\x{3fffd}]"));

    /** More than any script sets upon one letter. */
    private static final Pattern HEAP = Pattern.compile("^\\p{M}|\\p{M}{5}");

    private PersonName() {}

    /**
     * The name as it is kept.
     *
     * @throws Malformed without repeating it
     */
    public static String of(String field, String text) {
        var name = written(PlainText.of(field, text));
        Check.text(field, name, MOST);
        if (name.codePoints().anyMatch(c -> Character.digit(c, 10) >= 0)) {
            throw new Malformed(field, "no-digits", "姓名不能含数字", "must not contain digits");
        }
        if (!SHAPE.matcher(name).matches() || HEAP.matcher(name).find()) {
            throw new Malformed(
                    field,
                    "letters-of-a-name",
                    "姓名只能是文字；长名各部分之间用 ·，外文名可用空格、连字符、撇号",
                    "must be letters, with · between the parts of a long name; a Latin name may have"
                            + " blanks, hyphens and apostrophes");
        }
        return name;
    }

    /**
     * Whether the text says the whole name, however it is spaced; a Latin one as words of its own.
     * Two Chinese characters are a name apart where one of them stands at the edge of its phrase:
     * 老李 明天 is not 李明.
     */
    public static boolean isIn(String text, String name) {
        var parts = BETWEEN.splitAsStream(letters(name)).filter(part -> !part.isEmpty()).toList();
        var all = String.join("", parts).codePoints().toArray();
        if (all.length < 2) return false;
        var whole =
                all.length == 2 && parts.size() == 1 && !isLatin(all[0]) && !isLatin(all[1])
                        ? ofTwo(all[0], all[1])
                        : parts.stream()
                                .map(PersonName::part)
                                .collect(Collectors.joining(BETWEEN.pattern() + "*"));
        var before = isLatin(all[0]) ? "(?<![\\p{IsLatin}\\p{M}])" : "";
        var behind = isLatin(all[all.length - 1]) ? "(?![\\p{IsLatin}\\p{M}])" : "";
        return Pattern.compile(before + "(?:" + whole + ")" + behind).matcher(letters(text)).find();
    }

    private static String ofTwo(int a, int b) {
        var apart = one(a) + WITHIN + "+" + one(b);
        return "%s[%s]?%s|(?<!\\p{IsHan})%s|%s(?!\\p{IsHan})"
                .formatted(one(a), "·" + DOT, one(b), apart, apart);
    }

    private static String part(String part) {
        var pattern = new StringBuilder();
        var before = -1;
        for (var c : part.codePoints().toArray()) {
            if (before >= 0) {
                pattern.append(isLatin(before) || isLatin(c) ? "['-]?" : WITHIN + "*");
            }
            pattern.append(one(c));
            before = c;
        }
        return pattern.toString();
    }

    private static String one(int letter) {
        return Pattern.quote(Character.toString(letter));
    }

    private static boolean isLatin(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    private static String letters(String text) {
        var plain = new StringBuilder();
        PlainText.spelling(text)
                .codePoints()
                .map(PersonName::plain)
                .forEach(plain::appendCodePoint);
        var latin = APOSTROPHES.matcher(plain).replaceAll("'");
        return HYPHENS.matcher(latin).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static String written(String text) {
        var name = new StringBuilder();
        text.codePoints().map(PersonName::plain).forEach(name::appendCodePoint);
        var dotted = DOTS.matcher(BLANKS.matcher(name).replaceAll(" ")).replaceAll("·");
        var together = AROUND_A_DOT.matcher(dotted).replaceAll("·");
        var latin = APOSTROPHES.matcher(together).replaceAll("'");
        return unpadded(HYPHENS.matcher(latin).replaceAll("-"));
    }

    /** Full-width letters and the signs of dictionaries are typed for the letters themselves. */
    private static int plain(int c) {
        if (c >= 0xff01 && c <= 0xff5e && c != '．') return c - 0xfee0;
        if (c < 0x2e80 || c > 0x2fd5) return c;
        var letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return letter.codePointAt(0);
    }

    /** Blanks pad a name of two characters. */
    private static String unpadded(String name) {
        var han =
                name.codePoints()
                        .allMatch(c ->
                                c == ' ' || c == '·' || UnicodeScript.of(c) == UnicodeScript.HAN);
        return han ? name.replace(" ", "") : name;
    }
}
