package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one file in a browser's form. It is looked for in what was read: the parts that a server
 * makes of a form lie on the disk in clear. Other fields are passed over; what they would say
 * stands in the address.
 */
record FormFile(String mediaType, byte[] content) {
    static final String FORM = "multipart/form-data";

    /** Room for the fields and headers around the file. */
    static final int MOST_BYTES_AROUND = 64 << 10;

    private static final int MOST_PARTS = 20;
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "boundary=(?:\"([^\"]{1,70})\"|([^\";\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE =
            Pattern.compile(
                    "^content-disposition:.*;\\s*filename\\*?=",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile(
                    "^content-type:\\s*([^;\\s]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");

    /**
     * @param contentType the request's header
     * @throws Malformed where there is no such form, or not one file in it
     */
    static FormFile of(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) throw noForm();
        var name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        var delimiter = ascii("--" + name);
        var next = ascii("\r\n--" + name);
        @Nullable FormFile file = null;
        var at = indexOf(body, delimiter, 0);
        for (var parts = 0; parts < MOST_PARTS; parts++) {
            var headers = at + delimiter.length;
            if (at < 0) throw noForm();
            if (body.length >= headers + 2 && body[headers] == '-' && body[headers + 1] == '-') {
                if (file == null) throw notOneFile();
                return file;
            }
            var begins = indexOf(body, HEADERS_END, headers);
            var ends = begins < 0 ? -1 : indexOf(body, next, begins + HEADERS_END.length);
            if (ends < 0) throw noForm();
            var said = new String(body, headers, begins - headers, StandardCharsets.UTF_8);
            if (FILE.matcher(said).find()) {
                if (file != null) throw notOneFile();
                file = new FormFile(typeIn(said), from(body, begins, ends));
            }
            at = ends + 2;
        }
        throw noForm();
    }

    private static byte[] from(byte[] body, int headersEnd, int end) {
        return Arrays.copyOfRange(body, headersEnd + HEADERS_END.length, end);
    }

    private static String typeIn(String headers) {
        var type = TYPE.matcher(headers);
        return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (var at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0]
                    && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Malformed noForm() {
        return new Malformed("", "form", "不是完整的表单", "is no whole form");
    }

    private static Malformed notOneFile() {
        return new Malformed("", "one-file", "表单中应有且只有一个文件", "must hold exactly one file");
    }
}
