package cn.fupin.backbone.command;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
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

    /** Each with the digit it stands for, as written, as in accounts, and as in market halls. */
    private static final String HAN_DIGITS = "〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸弌弍弎幺〡〢〣〤〥〦〧〨〩";

    private static final String THEIR_DIGITS = "0001234567891234567892361231123456789";

    /** The shortest there is, a phone's. */
    private static final int FEWEST_DIGITS = 11;

    private static final String BEFORE = "(?<![0-9])";
    private static final String AFTER = "(?![0-9])";

    /** What people and machines put between groups of digits: spaces, dots, strokes, invisible. */
    private static final String GAP = "(?:[\\p{Z}\\p{Cf}\\p{Pd}.·/\\\\_]{1,3})";

    /** Blanks also stand between amounts, so some groups are looked for between these alone. */
    private static final String STROKE = "(?:[\\p{Pd}.·_]{1,3})";

    /** A {@code ~} stands for a gap, a {@code =} for a stroke. */
    private static final List<String> SHAPES =
            List.of(
                    "\\d{17}[0-9Xx]", // identity number, and cards of 18 digits
                    "\\d{6}~\\d{8}~\\d{3}[0-9Xx]",
                    "\\d(?:~\\d){16}~[0-9Xx]",
                    "\\d{20}", // disability certificate
                    "\\d{15,16}|\\d{19}", // old identity numbers, bank cards
                    "[3-69]\\d{3}(?:~\\d{4}){3}(?:~\\d{1,3})?",
                    "\\d(?:~\\d){14,19}",
                    "(?:0{0,2}86~?)?1[3-9]\\d{9}", // mobile phone
                    "1[3-9]\\d~\\d{4}~\\d{4}",
                    "1[3-9]\\d~(?!20[0-3]\\d[01]\\d[0-3]\\d)\\d{8}",
                    "1[3-9]\\d=\\d{3}=\\d{5}",
                    "1[3-8]\\d{2}=(?:\\d{3}=\\d{4}|\\d{4}=\\d{3})",
                    "1[3-9]\\d{5}=\\d{4}",
                    "1~[3-9](?:~\\d){9}");

    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile(
                    BEFORE
                            + "(?:"
                            + String.join("|", SHAPES).replace("~", GAP).replace("=", STROKE)
                            + ")"
                            + AFTER);

    private static final Pattern GROUP = Pattern.compile("[0-9]+|(?<=[0-9])[Xx]|[Xx](?![a-zA-Z])");
    private static final Pattern ONLY_A_GAP = Pattern.compile(GAP + "?");

    private PersonalNumbers() {}

    /**
     * Whether the text shows a number like one: digits of any script and width, Chinese ones too,
     * in whatever groups.
     */
    public static boolean in(CharSequence text) {
        if (digits(text) < FEWEST_DIGITS) return false;
        var plain = plainDigits(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (isOne(plain)) return true;
        // 联系人二13800138000: what stands before a number may be one of its digits, or not
        var read = hanDigits(plain);
        return !read.equals(plain) && isOne(read);
    }

    private static boolean isOne(String plain) {
        var text = HEX_IDS.matcher(plain).replaceAll("#");
        return LOOKS_LIKE_ONE.matcher(text).find() || holdsIdentityNumber(text);
    }

    /** An upper bound: a sign such as ⑩ may be more than one. */
    private static int digits(CharSequence text) {
        return text.codePoints()
                .map(c ->
                        switch (Character.getType(c)) {
                            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER -> 1;
                            case Character.OTHER_NUMBER -> 4;
                            default -> HAN_DIGITS.indexOf(c) < 0 ? 0 : 1;
                        })
                .sum();
    }

    /** Eighteen in any groups, that have the birth date and the check character of one. */
    private static boolean holdsIdentityNumber(String text) {
        var groups = GROUP.matcher(text).results().toList();
        for (var from = 0; from < groups.size(); from++) {
            var number = new StringBuilder();
            for (var at = from; at < groups.size() && number.length() < 18; at++) {
                var group = groups.get(at);
                if (at > from
                        && !ONLY_A_GAP
                                .matcher(text.substring(groups.get(at - 1).end(), group.start()))
                                .matches()) {
                    break;
                }
                number.append(group.group());
            }
            if (number.length() == 18 && isIdentityNumber(number.toString())) return true;
        }
        return false;
    }

    private static boolean isIdentityNumber(String number) {
        var sum = 0;
        var weight = 1;
        for (var i = 17; i >= 0; i--) {
            var digit = i == 17 && number.charAt(i) > '9' ? 10 : number.charAt(i) - '0';
            if (digit < 0 || digit > 10) return false;
            sum += digit * weight;
            weight = weight * 2 % 11;
        }
        if (sum % 11 != 1) return false;
        try {
            var born =
                    LocalDate.of(
                            Integer.parseInt(number, 6, 10, 10),
                            Integer.parseInt(number, 10, 12, 10),
                            Integer.parseInt(number, 12, 14, 10));
            return born.getYear() >= 1850 && born.getYear() <= 2100;
        } catch (DateTimeException _) {
            return false;
        }
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

    private static String hanDigits(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var digit = HAN_DIGITS.indexOf(text.charAt(i));
            plain.append(digit < 0 ? text.charAt(i) : THEIR_DIGITS.charAt(digit));
        }
        return plain.toString();
    }
}
