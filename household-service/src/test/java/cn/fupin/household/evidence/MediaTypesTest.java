package cn.fupin.household.evidence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MediaTypesTest {
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void refused(String mediaType, byte[] content) {
        assertThatThrownBy(() -> MediaTypes.check(mediaType, content))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_file_is_what_it_says() throws IOException {
        assertThatCode(() -> MediaTypes.check(MediaTypes.PDF, PDF)).doesNotThrowAnyException();
        var docx = zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        assertThatCode(() -> MediaTypes.check(MediaTypes.DOCX, docx)).doesNotThrowAnyException();
        var xlsx = zip("[Content_Types].xml", "xl/workbook.xml");
        assertThatCode(() -> MediaTypes.check(MediaTypes.XLSX, xlsx)).doesNotThrowAnyException();
        refused(MediaTypes.XLSX, docx);
        refused(MediaTypes.PNG, PDF);
        refused(MediaTypes.JPEG, new byte[] {1, 2, 3, 4});
    }

    @Test
    void nothing_else_is_taken() throws IOException {
        refused("text/html", "<script>".getBytes(StandardCharsets.UTF_8));
        refused("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8));
        refused("application/zip", zip("a"));
        refused(
                MediaTypes.XLSX,
                zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"));
    }

    @Test
    void a_zip_that_is_broken_off_or_lies_about_itself_is_none() throws IOException {
        var xlsx = zip("[Content_Types].xml", "xl/workbook.xml");
        for (var length = 5; length < xlsx.length - 1; length += 7) {
            refused(MediaTypes.XLSX, Arrays.copyOf(xlsx, length));
        }
        var lying = xlsx.clone();
        Arrays.fill(lying, lying.length - 6, lying.length - 2, (byte) 0xff);
        refused(MediaTypes.XLSX, lying);
    }
}
