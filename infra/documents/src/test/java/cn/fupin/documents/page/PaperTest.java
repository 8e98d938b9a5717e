package cn.fupin.documents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** One paper as PDF and as xlsx. */
class PaperTest {
    private static final Paper.Source SOURCE =
            new Paper.Source("来源 household-1 第 7 号事件  截至 2015-12-31", "ab".repeat(32));

    @Test
    void the_same_paper_is_the_same_file() throws IOException {
        assertThat(Pdf.of(form("王**"))).isEqualTo(Pdf.of(form("王**")));
        assertThat(Xlsx.of(form("王**"))).isEqualTo(Xlsx.of(form("王**")));
        assertThat(Pdf.of(form("王**"))).isNotEqualTo(Pdf.of(form("李**")));
        assertThat(bundle()).isEqualTo(bundle());
    }

    @Test
    void its_words_can_be_read_back() {
        var pdf = Readback.ofPdf(Pdf.of(form("买买提·艾力")));
        var xlsx = Readback.ofXlsx(Xlsx.of(form("买买提·艾力")));
        assertThat(pdf).contains("贫困户登记表", "买买提·艾力", "截至 2015-12-31", "第 1 页", "共 1 页");
        assertThat(xlsx).contains("贫困户登记表", "买买提·艾力", "截至 2015-12-31");
    }

    @Test
    void what_looks_like_a_formula_is_text() throws IOException {
        for (var hostile : List.of("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1")) {
            try (var book =
                    new ReadableWorkbook(new ByteArrayInputStream(Xlsx.of(form(hostile))))) {
                var cells =
                        book.getFirstSheet().read().stream()
                                .flatMap(row -> row.stream())
                                .filter(cell -> cell != null && cell.getText().equals(hostile))
                                .toList();
                assertThat(cells).hasSize(1);
                assertThat(cells.getFirst().getFormula()).isNull();
            }
        }
    }

    @Test
    void a_number_stays_a_number_and_a_long_one_keeps_its_digits() throws IOException {
        var grid =
                new Part.Grid(
                        List.of(50, 50),
                        0,
                        List.of(
                                List.of(
                                        Cell.yuan(123_45),
                                        new Cell("12345678901234567", Cell.Kind.NUMBER, 1, 1))));
        var paper = paper(Paper.Format.PORTRAIT, grid);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.of(paper)))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).asNumber()).isEqualByComparingTo("123.45");
            assertThat(row.getCell(1).getText()).isEqualTo("12345678901234567");
        }
    }

    @Test
    void a_rare_character_is_drawn_and_one_the_face_lacks_is_told_by_its_number() {
        var face = Typeface.get();
        assertThat(face.drawable("㐱䶮𠮷")).isEqualTo("㐱䶮𠮷");
        assertThat(face.drawable("王\uD883\uDEDE")).isEqualTo("王〔U+30EDE〕");
        assertThat(face.drawable("王\u0000\u200B明\uD800")).isEqualTo("王明");
    }

    @Test
    void a_very_long_name_stays_within_its_cell() {
        for (var name : List.of("买买提·".repeat(60), "A".repeat(900))) {
            assertThat(Readback.ofPdf(Pdf.of(form(name))).replaceAll("\\s", ""))
                    .contains(name.substring(0, 100).replaceAll("\\s", ""));
        }
    }

    @Test
    void a_long_grid_goes_on_over_pages_and_each_has_its_number() {
        var rows =
                IntStream.range(0, 121)
                        .mapToObj(i ->
                                i == 0
                                        ? List.of(Cell.label("序号"), Cell.label("户主"))
                                        : List.of(Cell.number(i), Cell.text("王**")))
                        .collect(Collectors.toList());
        var text =
                Readback.ofPdf(
                        Pdf.of(
                                paper(
                                        Paper.Format.LANDSCAPE,
                                        new Part.Grid(List.of(20, 80), 1, rows))));
        assertThat(text).contains("第 1 页", "第 6 页", "共");
        assertThat(text.split("序号", -1)).hasSize(7);
    }

    @Test
    void a_bundle_lists_its_files_with_their_digests() throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("一村/村册.txt");
            assertThat(zip.getNextEntry().getName()).isEqualTo(Bundle.INDEX);
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  一村/村册.txt\n");
        }
    }

    private static byte[] bundle() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bundle = new Bundle(out)) {
            bundle.add("一村/村册.txt", "hello".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Paper form(String name) {
        return paper(
                Paper.Format.PORTRAIT,
                new Part.Line("户编号：1", "单位：元"),
                new Part.Grid(
                        List.of(20, 30, 20, 30),
                        0,
                        List.of(
                                List.of(
                                        Cell.label("户主"),
                                        Cell.text(name),
                                        Cell.label("人口"),
                                        Cell.number(4)),
                                List.of(
                                        Cell.label("收入").down(2),
                                        Cell.yuan(1),
                                        Cell.text("一").across(2)),
                                List.of(Cell.text("二").across(3)))),
                new Part.Grid(
                        List.of(50, 50), 0, List.of(List.of(Cell.centred("三"), Cell.text("四")))),
                new Part.Words("以上情况属实。"),
                new Part.Signatures(List.of("户主（签字）", "填表人")));
    }

    private static Paper paper(Paper.Format format, Part... parts) {
        return new Paper("户表", null, "贫困户登记表", null, format, List.of(parts), SOURCE);
    }
}
