package cn.fupin.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetFileTest {
    /** {@code 户!2: a|b} a row. */
    private static List<String> read(byte[] file) throws Unreadable {
        return read(file, Limits.USUAL);
    }

    private static List<String> read(byte[] file, Limits limits) throws Unreadable {
        var rows = new ArrayList<String>();
        SheetFile.read(
                file,
                limits,
                new SheetVisitor() {
                    private String sheet = "";

                    @Override
                    public void sheet(String name) {
                        sheet = name;
                    }

                    @Override
                    public void row(SheetRow row) {
                        var texts = row.cells().stream().map(c -> text(c)).toList();
                        rows.add(sheet + "!" + row.number() + ": " + String.join("|", texts));
                    }
                });
        return rows;
    }

    private static String text(@Nullable Cell cell) {
        return cell == null
                ? ""
                : cell.text()
                        + switch (cell.kind()) {
                            case TEXT -> "";
                            case NUMBER -> cell.hasLostDigits() ? "#lost" : "#";
                            case DATE -> "@";
                            case ERROR -> "!";
                        };
    }

    private static byte[] xlsx(String sheetXml, Map<String, String> more) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            // the sheet first: nothing says that what it refers to comes before it
            part(zip, "xl/worksheets/sheet1.xml", sheetXml);
            part(
                    zip,
                    "xl/workbook.xml",
                    more.getOrDefault(
                            "workbook",
                            "<workbook xmlns:r='r'><sheets><sheet name='户' sheetId='1' r:id='rId1'/></sheets></workbook>"));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
            if (more.containsKey("texts")) {
                part(zip, "xl/sharedStrings.xml", more.get("texts"));
            }
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/><numFmt numFmtId='177' formatCode='0.00&quot;元/day&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/><xf numFmtId='177'/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void a_sheet_of_excel_or_wps_is_read_whatever_prefix_its_names_have() throws Unreadable {
        var sheet =
                """
                <x:worksheet xmlns:x='m'><x:sheetData>
                <x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c><x:c r='C1' t='inlineStr'><x:is><x:r><x:t>古丽</x:t></x:r><x:r><x:t>·买买提_x000D_</x:t></x:r></x:is></x:c></x:row>
                <x:row r='4'><x:c t='str'><x:f>A1</x:f><x:v>𠮷𡒄</x:v></x:c><x:c><x:v>36.600000000000001</x:v></x:c></x:row>
                </x:sheetData></x:worksheet>\
                """;
        var texts =
                "<sst><si><t xml:space='preserve'>　姓名\u200B </t><rPh><t>xx</t></rPh></si></sst>";
        assertThat(read(xlsx(sheet, Map.of("texts", texts))))
                .containsExactly("户!1: 姓名||古丽·买买提", "户!4: 𠮷𡒄|36.6#");
    }

    @Test
    void numbers_that_lost_digits_show_it_and_dates_are_dates() throws Unreadable {
        var sheet =
                """
                <worksheet><sheetData><row r='2'>
                <c><v>4.40524188001010E+17</v></c><c><v>123456789012345</v></c><c s='1'><v>41730</v></c>
                <c s='2'><v>41730.75</v></c><c s='3'><v>41730</v></c><c s='1'><v>59</v></c><c t='e'><v>#REF!</v></c><c><f>A1</f></c>
                </row></sheetData></worksheet>\
                """;
        assertThat(read(xlsx(sheet, Map.of())))
                .containsExactly(
                        "户!2: 440524188001010000#lost|123456789012345#|2014-04-01@|2014-04-01@|41730#|1900-02-28@|#REF!!|#?!");
    }

    @Test
    void days_of_the_1904_calendar_are_four_years_later() throws Unreadable {
        var sheet =
                "<worksheet><sheetData><row><c s='1'><v>40268</v></c></row></sheetData></worksheet>";
        var workbook =
                "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='户' r:id='rId1'/></sheets></workbook>";
        assertThat(read(xlsx(sheet, Map.of("workbook", workbook))))
                .containsExactly("户!1: 2014-04-01@");
    }

    @Test
    void cells_merged_down_count_for_each_line_but_not_for_empty_ones() throws Unreadable {
        var sheet =
                """
                <worksheet><sheetData>
                <row r='1'><c r='A1' t='str'><v>H1</v></c><c r='B1' t='str'><v>甲</v></c></row>
                <row r='2'><c r='A2' s='1'/><c r='B2' t='str'><v>乙</v></c></row>
                <row r='3'><c r='A3'/></row>
                <row r='4'><c r='B4' t='str'><v>丙</v></c></row>
                </sheetData><mergeCells count='1'><mergeCell ref="A1:A3"/></mergeCells></worksheet>\
                """;
        assertThat(read(xlsx(sheet, Map.of())))
                .containsExactly("户!1: H1|甲", "户!2: H1|乙", "户!4: |丙");
    }

    @Test
    void csv_is_read_in_utf_8_with_and_without_mark_in_gbk_and_in_utf_16() throws Unreadable {
        var text = "户编号,姓名\r\n1,\"张三,\"\"小\"\"\"\r\n\r\n'2,=\"510123\"\r\n";
        for (var file :
                List.of(
                        text.getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                        text.getBytes(Charset.forName("GBK")),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(read(file))
                    .containsExactly("CSV!1: 户编号|姓名", "CSV!2: 1|张三,\"小\"", "CSV!4: 2|510123");
        }
        assertThat(read("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("CSV!1: a|b", "CSV!2: 1|2");
        assertThat(read("𠮷,㐀\n".getBytes(Charset.forName("GB18030"))))
                .containsExactly("CSV!1: 𠮷|㐀");
    }

    private static void refused(Unreadable.Why why, byte[] file) {
        refused(why, file, Limits.USUAL);
    }

    private static void refused(Unreadable.Why why, byte[] file, Limits limits) {
        assertThatThrownBy(() -> read(file, limits))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void what_cannot_be_read_says_what_to_do() {
        refused(Unreadable.Why.EMPTY, new byte[0]);
        refused(
                Unreadable.Why.OLD_OR_LOCKED,
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        refused(Unreadable.Why.NOT_A_SHEET, "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        refused(Unreadable.Why.NOT_A_SHEET, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        refused(Unreadable.Why.ENCODING_UNKNOWN, new byte[] {'a', (byte) 0xFF, (byte) 0xFF});
        var whole = xlsx("<worksheet><sheetData/></worksheet>", Map.of());
        refused(Unreadable.Why.DAMAGED, java.util.Arrays.copyOf(whole, whole.length / 3));
        refused(
                Unreadable.Why.DAMAGED,
                xlsx(
                        "<worksheet><sheetData><row><c t='s'><v>7</v></c></row></sheetData></worksheet>",
                        Map.of()));
        refused(
                Unreadable.Why.DAMAGED,
                xlsx(
                        "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>",
                        Map.of()));
    }

    @Test
    void what_unpacks_to_more_than_the_limit_is_refused_before_it_fills_the_memory() {
        var many = "<row><c><v>1</v></c></row>".repeat(50_000);
        var file = xlsx("<worksheet><sheetData>" + many + "</sheetData></worksheet>", Map.of());
        assertThat(file.length).isLessThan(100_000);
        refused(
                Unreadable.Why.TOO_LARGE,
                file,
                new Limits(1 << 20, 1 << 20, 1 << 30, 1_000_000, 10));
        refused(
                Unreadable.Why.TOO_MANY_ROWS,
                file,
                new Limits(1 << 20, 1 << 30, 1 << 30, 1000, 10));
        refused(Unreadable.Why.TOO_LARGE, file, new Limits(1000, 1 << 30, 1 << 30, 1000, 10));
        refused(
                Unreadable.Why.TOO_MANY_COLUMNS,
                xlsx(
                        "<worksheet><sheetData><row><c r='ZZ1'><v>1</v></c></row></sheetData></worksheet>",
                        Map.of()));
    }

    /** Each packs to nothing and would fill any memory. */
    @Test
    void one_text_name_comment_or_attribute_without_end_is_refused() {
        var before = "<worksheet><sheetData><row><c t='inlineStr'><is><t>";
        refused(Unreadable.Why.TOO_LARGE, endless(before, "xxxxxxxxxxxxxxxx"));
        refused(Unreadable.Why.TOO_LARGE, endless(before, "&amp;"));
        refused(Unreadable.Why.TOO_LARGE, endless(before + "<![CDATA[", "<>xxxxxxxxxxxxxx"));
        refused(Unreadable.Why.TOO_LARGE, endless("<worksheet><!--", "<>xxxxxxxxxxxxxx"));
        refused(Unreadable.Why.TOO_LARGE, endless("<worksheet a='", ">xxxxxxxxxxxxxxx"));
        refused(Unreadable.Why.TOO_LARGE, endless("<worksheet><?a ", ">xxxxxxxxxxxxxxx"));
        var names = new StringBuilder("<worksheet>");
        for (var i = 0; i < 5_000; i++) names.append("<a").append(i).append("/>");
        refused(Unreadable.Why.TOO_LARGE, xlsx(names + "</worksheet>", Map.of()));
        var texts = "<sst><si><t>" + "x".repeat(32_768) + "</t></si></sst>";
        refused(
                Unreadable.Why.TOO_LARGE,
                xlsx("<worksheet><sheetData/></worksheet>", Map.of("texts", texts)));
    }

    /** As much of the sheet's XML as no reader may hold of it. */
    private static byte[] endless(String begin, String again) {
        var out = new ByteArrayOutputStream();
        var some = again.repeat((1 << 20) / again.length()).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='r'><sheets><sheet name='户' r:id='rId1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 40; i++) zip.write(some);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void what_would_be_held_of_a_file_is_limited_and_what_is_said_often_counts_once() {
        var limits = new Limits(1 << 20, 1 << 30, 1 << 20, 300_000, 200);
        var same = "<row><c t='str'><v>健康</v></c><c t='str'><v>是</v></c></row>".repeat(5_000);
        assertThatCode(() -> read(sheet(same), limits)).doesNotThrowAnyException();
        var different = new StringBuilder();
        for (var i = 0; i < 20_000; i++) {
            different.append("<row><c t='str'><v>健康").append(i).append("</v></c></row>");
        }
        refused(Unreadable.Why.TOO_LARGE, sheet(different.toString()), limits);
        var wide = "<row><c r='GR1' t='str'><v>a</v></c></row>".repeat(5_000);
        refused(Unreadable.Why.TOO_LARGE, sheet(wide), limits);
        var merged =
                new StringBuilder("<worksheet><sheetData/><mergeCells>")
                        .append("<mergeCell ref=\"A1:A3\"/>".repeat(100_000))
                        .append("</mergeCells></worksheet>");
        refused(Unreadable.Why.TOO_LARGE, xlsx(merged.toString(), Map.of()), limits);
        refused(
                Unreadable.Why.TOO_LARGE,
                "\"".concat("x".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8));
        refused(Unreadable.Why.TOO_LARGE, "x".repeat(33_000).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sheet(String rows) {
        return xlsx("<worksheet><sheetData>" + rows + "</sheetData></worksheet>", Map.of());
    }

    /** A part listed as many sheets is unpacked for each of them. */
    @Test
    void sheets_and_parts_are_not_without_number() {
        var listed = new StringBuilder("<workbook xmlns:r='r'><sheets>");
        for (var i = 0; i < 101; i++) listed.append("<sheet name='户' r:id='rId1'/>");
        var workbook = listed.append("</sheets></workbook>").toString();
        refused(
                Unreadable.Why.TOO_LARGE,
                xlsx("<worksheet><sheetData/></worksheet>", Map.of("workbook", workbook)));
        var few = workbook.replaceFirst("<sheet name='户' r:id='rId1'/>", "");
        var rows = "<row><c><v>1</v></c></row>".repeat(1_000);
        refused(
                Unreadable.Why.TOO_LARGE,
                xlsx(
                        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
                        Map.of("workbook", few)),
                new Limits(1 << 20, 1 << 20, 1 << 30, 1_000_000, 10));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < 6_000; i++) part(zip, "a" + i, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refused(Unreadable.Why.TOO_LARGE, out.toByteArray());
        refused(Unreadable.Why.DAMAGED, sheet("<row r='2000000'><c t='str'><v>a</v></c></row>"));
    }

    @Test
    void what_is_written_can_be_read_again_and_identity_numbers_stay_text() throws Unreadable {
        var columns =
                List.of(
                        NewColumn.of("姓名", 12).noted("如 张三"),
                        NewColumn.of("证件号码", 22),
                        NewColumn.of("与户主关系", 10).choosing(List.of("户主", "配偶")));
        var rows =
                List.of(
                        NewRow.of(List.of("𠮷某", "11010519491231002X", "户主")),
                        new NewRow(List.of("乙", "440524188001010014"), Map.of(1, "校验码不符")));
        var file =
                SheetBook.of(
                        List.of(
                                NewSheet.text("填写说明", List.of(List.of("一", "二"))),
                                new NewSheet("成员", columns, rows, 100)));
        assertThat(read(file))
                .containsExactly(
                        "填写说明!1: 一|二",
                        "成员!1: 姓名|证件号码|与户主关系",
                        "成员!2: 𠮷某|11010519491231002X|户主",
                        "成员!3: 乙|440524188001010014");
    }

    @Test
    void columns_are_called_as_the_program_calls_them() {
        assertThat(SheetRow.letters(0)).isEqualTo("A");
        assertThat(SheetRow.letters(25)).isEqualTo("Z");
        assertThat(SheetRow.letters(26)).isEqualTo("AA");
        assertThat(SheetRow.letters(701)).isEqualTo("ZZ");
        assertThat(SheetRow.letters(702)).isEqualTo("AAA");
    }
}
