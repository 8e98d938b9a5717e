package cn.fupin.household.vault;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PlainText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person's name in the one way this register writes it: letters of any script, the dot · between
 * the parts of a long name, and what Latin names have between theirs.
 */
public final class PersonName {
    private static final int MOST = 50;

    /** Typed for the dot that an identity card has (U+00B7). */
    private static final Pattern DOTS =
            Pattern.compile("[•‧∙⋅・･．●◦᛫⸱]|(?<=\\p{IsHan})[.。](?=\\p{IsHan})");

    private static final Pattern AROUND_A_DOT = Pattern.compile(" *· *");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
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

    /** Whether the text says the whole name, however it is spaced. */
    public static boolean isIn(String text, String name) {
        var sought = bare(name);
        return sought.codePointCount(0, sought.length()) > 1 && bare(text).contains(sought);
    }

    private static String bare(String text) {
        return written(PlainText.spelling(text))
                .replaceAll("[\\p{Z}\\s·.'-]", "")
                .toLowerCase(Locale.ROOT);
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
