package cn.fupin.household.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class MediaTypesTest {
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    private static String types(String main, String type, String... more) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/%s\""
                        .formatted(main)
                + " ContentType=\"%s\"/>%s</Types>".formatted(type, String.join("", more));
    }

    private static String relation(String type, String target, String more) {
        return "<Relationships><Relationship Id=\"r1\" Type=\"%s\" Target=\"%s\" %s/></Relationships>"
                .formatted(type, target, more);
    }

    /** A document as Word writes it, and with one part more. */
    private static byte[] docx(String... part) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", types("word/document.xml", MediaTypes.DOCX + ".main+xml"));
        parts.put("_rels/.rels", relation(OFFICE + "officeDocument", "word/document.xml", ""));
        parts.put("word/document.xml", "<w/>");
        if (part.length > 0) parts.put(part[0], part[1]);
        return zip(parts);
    }

    private static byte[] xlsx(String type, String... more) throws IOException {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        types("xl/workbook.xml", type, more),
                        "xl/workbook.xml",
                        "<w/>"));
    }

    private static byte[] xlsx() throws IOException {
        return xlsx(MediaTypes.XLSX + ".main+xml");
    }

    private static void refused(String mediaType, byte[] content, String rule) {
        assertThatThrownBy(() -> MediaTypes.check(mediaType, content))
                .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.rule()).isEqualTo(rule));
    }

    private static void active(String mediaType, byte[] content) {
        refused(mediaType, content, "no-active-content");
    }

    private static void another(String mediaType, byte[] content) {
        refused(mediaType, content, "content-is-its-media-type");
    }

    private static void taken(String mediaType, byte[] content) {
        assertThatCode(() -> MediaTypes.check(mediaType, content)).doesNotThrowAnyException();
    }

    @Test
    void a_file_is_what_it_says() throws IOException {
        taken(MediaTypes.PDF, PDF);
        taken(MediaTypes.DOCX, docx());
        taken(MediaTypes.XLSX, xlsx());
        var written = new ByteArrayOutputStream();
        try (var book = new Workbook(written, "Fupin", "1.0")) {
            var sheet = book.newWorksheet("会议记录");
            sheet.value(0, 0, "同意");
            sheet.hyperlink(1, 0, new HyperLink("https://example.org/"));
        }
        taken(MediaTypes.XLSX, written.toByteArray());
        another(MediaTypes.XLSX, docx());
        another(MediaTypes.PNG, PDF);
        another(MediaTypes.JPEG, new byte[] {1, 2, 3, 4});
    }

    private static byte[] picture(String format, boolean progressive) throws IOException {
        var image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 48 * 48; i++) image.setRGB(i % 48, i / 48, i * 7919);
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var how = writer.getDefaultWriteParam();
        if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_picture_is_there_to_its_end() throws IOException {
        var png = picture("png", false);
        taken(MediaTypes.PNG, png);
        for (var length = 9; length < png.length; length++) {
            refused(MediaTypes.PNG, Arrays.copyOf(png, length), "complete");
        }
        var lying = png.clone();
        Arrays.fill(lying, 8, 12, (byte) 0x7f);
        refused(MediaTypes.PNG, lying, "complete");
        refused(MediaTypes.PNG, Arrays.copyOf(png, png.length - 8), "complete");
        for (var progressive : List.of(false, true)) {
            var jpeg = picture("jpeg", progressive);
            taken(MediaTypes.JPEG, jpeg);
            taken(MediaTypes.JPEG, Arrays.copyOf(jpeg, jpeg.length + 100));
            for (var length = 4; length < jpeg.length; length++) {
                refused(MediaTypes.JPEG, Arrays.copyOf(jpeg, length), "complete");
            }
        }
    }

    @Test
    void nothing_else_is_taken() throws IOException {
        refused("text/html", "<script>".getBytes(StandardCharsets.UTF_8), "media-type");
        refused("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8), "media-type");
        refused("application/zip", zip(Map.of("a", "a")), "media-type");
        another(MediaTypes.XLSX, zip(Map.of("xl/workbook.xml", "<w/>")));
        another(MediaTypes.XLSX, xlsx("application/xml"));
    }

    @Test
    void macros_are_found_under_any_name_and_in_any_disguise() throws IOException {
        active(MediaTypes.DOCX, docx("word/vbaProject.bin", "x"));
        active(MediaTypes.DOCX, docx("word\\VBAPROJECT.BIN", "x"));
        active(MediaTypes.DOCX, docx("word/media/image1.png", OLD_OFFICE));
        active(MediaTypes.XLSX, xlsx("application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        active(
                MediaTypes.XLSX,
                xlsx(
                        MediaTypes.XLSX + ".main+xml",
                        "<Override PartName=\"/xl/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"));
        active(
                MediaTypes.DOCX,
                docx(
                        "word/_rels/document.xml.rels",
                        relation(
                                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                                "a.bin",
                                "")));
        active(MediaTypes.DOCX, docx("xl/macrosheets/sheet1.xml", "<m/>"));
    }

    @Test
    void what_is_embedded_or_fetched_from_elsewhere_is_not_taken_and_a_link_to_click_is()
            throws IOException {
        var outside = "TargetMode=\"External\"";
        for (var type : List.of("attachedTemplate", "oleObject", "image", "frame", "subDocument")) {
            active(
                    MediaTypes.DOCX,
                    docx(
                            "word/_rels/settings.xml.rels",
                            relation(OFFICE + type, "https://example.org/x.dotm", outside)));
        }
        active(MediaTypes.DOCX, docx("word/embeddings/oleObject1.bin", "x"));
        active(MediaTypes.DOCX, docx("word/media/image2.emf", "PK\u0003\u0004"));
        active(
                MediaTypes.DOCX,
                docx("word/_rels/document.xml.rels", relation(OFFICE + "aFChunk", "a.html", "")));
        taken(
                MediaTypes.DOCX,
                docx(
                        "word/_rels/document.xml.rels",
                        relation(OFFICE + "hyperlink", "https://example.org/", outside)));
    }

    @Test
    void a_zip_that_is_broken_off_or_lies_about_itself_is_none() throws IOException {
        var xlsx = xlsx();
        for (var length = 5; length < xlsx.length - 1; length += 7) {
            another(MediaTypes.XLSX, Arrays.copyOf(xlsx, length));
        }
        var lying = xlsx.clone();
        Arrays.fill(lying, lying.length - 6, lying.length - 2, (byte) 0xff);
        another(MediaTypes.XLSX, lying);
    }

    @Test
    void lists_that_unpack_to_more_than_anybody_needs_or_name_what_is_outside_are_not_read()
            throws IOException {
        var tooLong = types("xl/workbook.xml", MediaTypes.XLSX + ".main+xml", " ".repeat(2 << 20));
        another(
                MediaTypes.XLSX,
                zip(Map.of("[Content_Types].xml", tooLong, "xl/workbook.xml", "<w/>")));
        another(
                MediaTypes.DOCX,
                docx(
                        "word/_rels/a.xml.rels",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
    }
}
