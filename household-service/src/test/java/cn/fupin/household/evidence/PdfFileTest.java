package cn.fupin.household.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.evidence.PdfFile.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfWriter;

/** What a PDF would do by itself is found, as programs write it and as nobody would. */
class PdfFileTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Look look(String text) {
        return PdfFile.look(bytes("%PDF-1.7\n" + text));
    }

    private static byte[] written(boolean packed, Consumer<PdfWriter> more) throws Exception {
        var out = new ByteArrayOutputStream();
        var document = new Document();
        var writer = PdfWriter.getInstance(document, out);
        if (packed) writer.setFullCompression();
        document.open();
        more.accept(writer);
        document.add(new Paragraph("minutes 会议记录"));
        document.close();
        return out.toByteArray();
    }

    private static String deflated(String text) {
        var deflater = new Deflater();
        deflater.setInput(bytes(text));
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var part = new byte[1 << 16];
        while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
        deflater.end();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String packed(String entries, String stream) {
        return "5 0 obj\n<<%s>>\nstream\r\n%s\nendstream\nendobj".formatted(entries, stream);
    }

    @Test
    void what_is_only_looked_at_is_passive() throws Exception {
        for (var packed : new boolean[] {false, true}) {
            assertThat(PdfFile.look(written(packed, _ -> {}))).isEqualTo(Look.PASSIVE);
            assertThat(
                            PdfFile.look(
                                    written(
                                            packed,
                                            writer ->
                                                    writer.setOpenAction(
                                                            PdfAction.gotoLocalPage("p", false)))))
                    .isEqualTo(Look.PASSIVE);
        }
        assertThat(look("form")).isEqualTo(Look.PASSIVE);
    }

    @Test
    void a_script_is_found_also_where_its_object_is_packed() throws Exception {
        for (var packed : new boolean[] {false, true}) {
            var file =
                    written(
                            packed,
                            writer ->
                                    writer.setOpenAction(
                                            PdfAction.javaScript("app.alert(1)", writer)));
            assertThat(PdfFile.look(file)).as("packed " + packed).isEqualTo(Look.ACTIVE);
        }
    }

    @Test
    void a_program_that_is_started_and_a_file_within_are_found() throws Exception {
        for (var packed : new boolean[] {false, true}) {
            var started =
                    written(
                            packed,
                            writer -> writer.setOpenAction(new PdfAction("calc.exe", "", "", "")));
            assertThat(PdfFile.look(started)).isEqualTo(Look.ACTIVE);
            var within =
                    written(
                            packed,
                            writer -> {
                                try {
                                    writer.addFileAttachment(
                                            "x",
                                            PdfFileSpecification.fileEmbedded(
                                                    writer, "x", "x.exe", bytes("MZ")));
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            assertThat(PdfFile.look(within)).isEqualTo(Look.ACTIVE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 obj <</S/JavaScript/JS(x)>>",
                "1 0 obj <</S /J#61vaScript /JS 2 0 R>>",
                "1 0 obj <</S/#4a#61#76#61#53#63#72#69#70#74>>",
                "1 0 obj <</S/L#41unch/Launch>>",
                "1 0 obj <</AA<</O<</S/ImportData/F(x)>>>>>>",
                "1 0 obj <</S/SubmitForm/F(http://x)>>",
                "1 0 obj <</Type/Filespec/EF 3 0 R>>",
                "1 0 obj <</Names<</EmbeddedFiles 4 0 R>>>>",
                "1 0 obj <</AcroForm<</XFA[(a) 3 0 R]>>>>",
                "1 0 obj <</Subtype/RichMedia>>",
                // inside of what says that it is a picture
                "1 0 obj <</Filter/DCTDecode>>stream\n2 0 obj<</S/JavaScript>>\nendstream"
            })
    void in_any_disguise(String objects) {
        assertThat(look(objects)).isEqualTo(Look.ACTIVE);
    }

    @Test
    void a_word_in_a_text_or_a_longer_name_is_no_action() {
        assertThat(look("1 0 obj (JavaScript, Launch)")).isEqualTo(Look.PASSIVE);
        assertThat(look("1 0 obj <</LaunchPad 1/EFX<<>>>>")).isEqualTo(Look.PASSIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
                "/N 1 /F#69rst 4 /Filter [ /Fl#61teDecode ]",
                "/N 1 %>> endobj\n/First 4 /Filter/Fl",
                "/A (>> ( endobj)) /N 1/First 4/Filter/FlateDecode",
                "/N 1/First 4/Filter/FlateDecode/A<41>"
            })
    void a_packed_object_counts_however_its_stream_is_described(String entries) {
        var hidden = deflated("7 0 <</S/JavaScript/JS(x)>>");
        assertThat(look(packed(entries, hidden))).isEqualTo(Look.ACTIVE);
        assertThat(look(packed(entries, deflated("7 0 <</Type/Page>>")))).isEqualTo(Look.PASSIVE);
    }

    @Test
    void what_is_packed_so_that_nobody_can_look_into_it_is_closed() {
        var page = deflated("7 0 <</Type/Page>>");
        for (var filter :
                new String[] {
                    "/Filter[/ASCII85Decode/FlateDecode]",
                    "/Filter 9 0 R",
                    "/Filter/LZWDecode",
                    "/Filter/FlateDecode/DecodeParms<</Predictor 12>>"
                }) {
            assertThat(look(packed("/N 1/First 4" + filter, page))).isEqualTo(Look.CLOSED);
        }
        var flate = "/N 1/First 4/Filter/FlateDecode";
        assertThat(look(packed(flate, "encrypted"))).isEqualTo(Look.CLOSED);
        assertThat(look(packed(flate, page.substring(0, 12)))).isEqualTo(Look.CLOSED);
        assertThat(look(packed(flate, deflated(" ".repeat(40 << 20))))).isEqualTo(Look.CLOSED);
        assertThat(look("1 0 obj <</N 1")).isEqualTo(Look.CLOSED);
        assertThat(look("obj<<".repeat(200_000))).isEqualTo(Look.CLOSED);
    }
}
