package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * The one file in a browser's form, read by the server's own parser from what was received: left to
 * itself the server reads a form before anybody is asked whether the sender may, and puts the parts
 * on the disk in clear. Other fields are passed over; what they would say stands in the address.
 */
record FormFile(String mediaType, byte[] content) {
    static final String FORM = "multipart/form-data";

    /** Room for the fields and headers around the file. */
    static final int MOST_BYTES_AROUND = 64 << 10;

    private static final int MOST_PARTS = 20;

    /** A long Chinese name takes three times as many bytes, and nine where it is escaped. */
    private static final int MOST_HEADER_BYTES = 8 << 10;

    /**
     * @param contentType the request's header
     * @throws Malformed where there is no such form, or not one file in it
     */
    static FormFile of(String contentType, byte[] body) {
        try {
            return read(new Received(contentType, body));
        } catch (IOException _) {
            throw new Malformed(EvidenceHttp.FILE, "form", "不是完整的表单", "is no whole form");
        }
    }

    /** Part by part, as a stream: none of them is stored anywhere. */
    private static FormFile read(Received form) throws IOException {
        var parser = new FileUpload();
        parser.setHeaderEncoding("UTF-8");
        parser.setPartHeaderSizeMax(MOST_HEADER_BYTES);
        var parts = parser.getItemIterator(form);
        @Nullable FormFile file = null;
        for (var count = 0; parts.hasNext(); count++) {
            if (count == MOST_PARTS) throw new IOException("too many parts");
            var part = parts.next();
            try (var content = part.openStream()) {
                // what is left of a part that is passed over is skipped by the next
                if (part.isFormField()) continue;
                if (file != null) throw notOneFile();
                file = new FormFile(typeOf(part), content.readAllBytes());
            }
        }
        if (file == null) throw notOneFile();
        return file;
    }

    private static String typeOf(FileItemStream part) {
        var said = part.getContentType();
        return said == null ? "" : said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Malformed notOneFile() {
        return new Malformed(
                EvidenceHttp.FILE,
                "one-file",
                "应为有且只有一个文件的表单",
                "must be a form with exactly one file");
    }

    private record Received(String contentType, byte[] body) implements UploadContext {
        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
