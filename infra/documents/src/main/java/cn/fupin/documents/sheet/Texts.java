package cn.fupin.documents.sheet;

import java.util.regex.Pattern;

/** What people and programs leave around and in a text without meaning it. */
public final class Texts {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Texts() {}

    /** Without spaces of any kind at the ends and without what is invisible. */
    static String trimmed(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** Full-width letters, digits and signs as plain ones; characters of names stay as they are. */
    public static String halfWidth(String text) {
        var plain = new StringBuilder(text.length());
        text.chars()
                .forEach(c ->
                        plain.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : (char) c));
        return plain.toString();
    }

    /** A code or number however it was typed: one that is typed in another way is no other one. */
    public static String code(String text) {
        return halfWidth(text).replaceAll("\\s", "");
    }

    /** {@code _x000D_}: how a spreadsheet's file writes what XML cannot. */
    static String unescaped(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPED.matcher(text)
                .replaceAll(m ->
                        java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
