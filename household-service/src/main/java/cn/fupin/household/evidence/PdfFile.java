package cn.fupin.household.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a PDF would do by itself. It goes through the bytes and not by the file's own
 * table of contents, since a reader that finds the table broken makes one of what it meets: every
 * object counts, wherever it stands. Objects that are packed into a stream are unpacked, no further
 * than a bound; pictures and pages are not.
 */
final class PdfFile {
    enum Look {
        PASSIVE,
        ACTIVE,
        /** Objects are packed so that nobody can look into them. */
        CLOSED
    }

    /** A page's objects take some kilobytes; a book's not as many. */
    private static final int MOST_UNPACKED = 32 << 20;

    private static final int MOST_UNPACKED_TOGETHER = 128 << 20;

    /** Nobody's lists of entries lie within each other, so all are no longer than the file. */
    private static final int MOST_TIMES_READ = 4;

    /** Actions, files within, and what plays or runs; each by its name, which #hh may disguise. */
    private static final List<String> ACTIVE =
            List.of(
                    "JavaScript",
                    "Launch",
                    "ImportData",
                    "SubmitForm",
                    "GoToE",
                    "Rendition",
                    "EmbeddedFile",
                    "EmbeddedFiles",
                    "FileAttachment",
                    "RichMedia",
                    "RichMediaExecute");

    private static final String END = "(?=[\\s()<>\\[\\]{}/%]|$)";

    private static final Pattern SOMETHING_ACTIVE =
            Pattern.compile(
                    "/(?:%s)%s".formatted(anyOf(ACTIVE), END)
                            // short names, which stand in a picture's bytes by chance
                            + "|/(?:%s)\\s*(?:<<|\\[|\\d+\\s+\\d+\\s+R)"
                                    .formatted(anyOf(List.of("EF", "XFA"))));

    private static final Pattern ESCAPE = Pattern.compile("#([0-9a-fA-F]{2})");
    private static final Pattern FLATE =
            Pattern.compile("\\s*\\[?\\s*/(?:FlateDecode|Fl)\\s*\\]?\\s*");

    private final byte[] bytes;
    private final String text;
    private int unpacked;
    private long read;

    private PdfFile(byte[] bytes) {
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Look look(byte[] content) {
        return new PdfFile(content).look();
    }

    private static String anyOf(List<String> names) {
        return names.stream()
                .map(name ->
                        name.chars()
                                .mapToObj(c -> "(?:%c|#%s)".formatted(c, hex(c)))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    /** Of a letter's code both digits, the second in either case. */
    private static String hex(int c) {
        var digits = Integer.toHexString(c);
        var last = digits.charAt(1);
        return digits.charAt(0)
                + (Character.isDigit(last)
                        ? String.valueOf(last)
                        : "[%c%c]".formatted(last, Character.toUpperCase(last)));
    }

    private Look look() {
        if (SOMETHING_ACTIVE.matcher(text).find()) return Look.ACTIVE;
        for (var at = text.indexOf("obj"); at >= 0; at = text.indexOf("obj", at + 3)) {
            if (at > 0 && Character.isLetter(text.charAt(at - 1))) continue;
            var entries = new Entries(text, at + 3);
            if (!entries.isThere()) continue;
            var whole = entries.read();
            read += entries.at - at;
            if (!whole || read > (long) MOST_TIMES_READ * text.length()) return Look.CLOSED;
            if (!entries.isPacked()) continue;
            var objects = unpack(entries);
            if (objects == null) return Look.CLOSED;
            if (SOMETHING_ACTIVE.matcher(objects).find()) return Look.ACTIVE;
        }
        return Look.PASSIVE;
    }

    /** The objects of a stream; null where they are packed in any way but the usual. */
    private @Nullable String unpack(Entries entries) {
        var begin = entries.streamBegins();
        if (begin < 0) return "";
        var filter = entries.of("Filter");
        if (filter == null) return "";
        if (!FLATE.matcher(filter).matches() || entries.of("DecodeParms") != null) return null;
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, begin, bytes.length - begin);
            var objects = new StringBuilder();
            var part = new byte[1 << 16];
            while (!inflater.finished()) {
                var size = inflater.inflate(part);
                if (size == 0 && !inflater.finished()) return null;
                unpacked += size;
                if (objects.length() + size > MOST_UNPACKED || unpacked > MOST_UNPACKED_TOGETHER) {
                    return null;
                }
                objects.append(new String(part, 0, size, StandardCharsets.ISO_8859_1));
            }
            return objects.toString();
        } catch (DataFormatException _) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** The entries of a dictionary, each with what stands behind its name, as it stands there. */
    private static final class Entries {
        private final String text;
        private final int limit;
        private final Map<String, String> values = new HashMap<>();
        private int at;

        Entries(String text, int from) {
            this.text = text;
            this.at = from;
            this.limit = text.length();
        }

        boolean isThere() {
            blanks();
            return text.startsWith("<<", at);
        }

        /** False where they have no end. */
        boolean read() {
            at += 2;
            @Nullable String name = null;
            var from = at;
            for (var depth = 0; at < limit; ) {
                var c = text.charAt(at);
                if (c == '/' && depth == 0 && (name == null || !isBlank(from, at))) {
                    keep(name, from);
                    name = name();
                    from = at;
                } else if (c == '%') {
                    comment();
                } else if (c == '(') {
                    string();
                } else if (text.startsWith(">>", at)) {
                    if (depth == 0) {
                        keep(name, from);
                        at += 2;
                        return true;
                    }
                    depth--;
                    at += 2;
                } else if (text.startsWith("<<", at)) {
                    depth++;
                    at += 2;
                } else if (c == '<') {
                    hexString();
                } else if (c == '[' || c == ']') {
                    depth = Math.max(0, depth + (c == '[' ? 1 : -1));
                    at++;
                } else {
                    at++;
                }
            }
            return false;
        }

        private boolean isBlank(int from, int to) {
            return text.substring(from, to).isBlank();
        }

        private void keep(@Nullable String name, int from) {
            if (name != null) values.put(name, text.substring(from, at));
        }

        private String name() {
            var from = ++at;
            while (at < limit
                    && "()<>[]{}/%".indexOf(text.charAt(at)) < 0
                    && text.charAt(at) > ' ') {
                at++;
            }
            return unescaped(text.substring(from, at));
        }

        private static String unescaped(String names) {
            return ESCAPE.matcher(names)
                    .replaceAll(hex ->
                            Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        }

        private void blanks() {
            while (at < limit && (text.charAt(at) <= ' ' || text.charAt(at) == '%')) {
                if (text.charAt(at) == '%') comment();
                else at++;
            }
        }

        private void comment() {
            while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
        }

        private void hexString() {
            while (at < limit && text.charAt(at) != '>') at++;
            at++;
        }

        private void string() {
            var depth = 0;
            for (; at < limit; at++) {
                var c = text.charAt(at);
                if (c == '\\') at++;
                else if (c == '(') depth++;
                else if (c == ')' && --depth == 0) break;
            }
            at++;
        }

        /** Objects in a stream say how many they are and where the first begins. */
        boolean isPacked() {
            return values.containsKey("First") && values.containsKey("N");
        }

        @Nullable String of(String name) {
            var value = values.get(name);
            return value == null ? null : unescaped(value);
        }

        /** Where the stream behind the entries begins, negative where there is none. */
        int streamBegins() {
            blanks();
            if (!text.startsWith("stream", at)) return -1;
            at += "stream".length();
            if (text.startsWith("\r\n", at)) return at + 2;
            return at + 1;
        }
    }
}
