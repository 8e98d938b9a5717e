package cn.fupin.backbone.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Keeps identity, phone and card numbers out of every field that is not sealed: events are for
 * ever, so a number typed into a remark could never be taken back.
 */
public final class PersonalNumbers {
    /**
     * Ids and digests are hex and may hold any run of digits: they are taken out before looking.
     */
    private static final Pattern HEX_IDS =
            Pattern.compile(
                    "(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{24,}");

    private static final String BEFORE = "(?<![0-9])";
    private static final String AFTER = "(?![0-9])";

    /** What people and machines put between groups of digits: spaces, dots, strokes, invisible. */
    private static final String GAP = "(?:[\\p{Z}\\p{Cf}\\p{Pd}.·/\\\\_]{1,3})";

    /** A {@code ~} stands for a gap. */
    private static final List<String> SHAPES =
            List.of(
                    "\\d{17}[0-9Xx]", // identity number, and cards of 18 digits
                    "\\d{6}~\\d{8}~\\d{3}[0-9Xx]",
                    "\\d{20}", // disability certificate
                    "\\d{15,16}|\\d{19}", // old identity numbers, bank cards
                    "[3-69]\\d{3}(?:~\\d{4}){3}(?:~\\d{1,3})?",
                    "(?:0{0,2}86~?)?1[3-9]\\d{9}", // mobile phone
                    "1[3-9]\\d~\\d{4}~\\d{4}");

    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile(
                    BEFORE + "(?:" + String.join("|", SHAPES).replace("~", GAP) + ")" + AFTER);

    private PersonalNumbers() {}

    /** Whether the text shows a number like one, full-width digits and grouped digits included. */
    public static boolean in(CharSequence text) {
        var plain = HEX_IDS.matcher(plainDigits(text)).replaceAll("#");
        return LOOKS_LIKE_ONE.matcher(plain).find();
    }

    /** The same of one text, for doors that are no command's. */
    public static void refuse(String field, String text) {
        if (in(text)) throw found(field);
    }

    static void refuse(JsonNode body, Set<String> sealed) {
        refuse(body, "", "", sealed);
    }

    private static void refuse(JsonNode node, String path, String shown, Set<String> sealed) {
        if (sealed.contains(path)) return;
        if (node.isObject()) {
            for (var field : node.properties()) {
                if (in(field.getKey())) throw found(shown);
                refuse(
                        field.getValue(),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        shown.isEmpty() ? field.getKey() : shown + "." + field.getKey(),
                        sealed);
            }
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                refuse(node.get(i), path, shown + "[" + i + "]", sealed);
            }
        } else if (node.isString() && in(node.stringValue())) {
            throw found(shown);
        }
    }

    private static Malformed found(String field) {
        return new Malformed(
                field,
                "personal-number",
                "此处不得出现身份证号、手机号或银行卡号",
                "must not contain an identity, phone or card number");
    }

    /** Digits of any script and width as the ten plain ones. */
    private static String plainDigits(CharSequence text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    var digit = Character.digit(c, 10);
                    if (digit >= 0) plain.append((char) ('0' + digit));
                    else plain.appendCodePoint(c);
                });
        return plain.toString();
    }
}
