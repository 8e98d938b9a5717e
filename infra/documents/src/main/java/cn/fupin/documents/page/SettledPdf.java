package cn.fupin.documents.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the library makes up anew each time, put in place by what is known: the file's id by the
 * digest of what it was made from, the font's six letters by six A. Nothing moves: each has the
 * length of what it replaces.
 */
final class SettledPdf {
    private static final Pattern ID =
            Pattern.compile("/ID ?\\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");
    private static final Pattern PREFIX = Pattern.compile("/([A-Z]{6})\\+NotoSans");

    private SettledPdf() {}

    static byte[] of(byte[] pdf, String sha256) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var id = sha256.substring(0, 32);
        var matcher = ID.matcher(text);
        while (matcher.find()) {
            put(pdf, matcher.start(1), id);
            put(pdf, matcher.start(2), id);
        }
        var prefixes = PREFIX.matcher(text);
        while (prefixes.find()) put(pdf, prefixes.start(1), "AAAAAA");
        return pdf;
    }

    private static void put(byte[] pdf, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, pdf, at, bytes.length);
    }
}
