package cn.fupin.household.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Unreadable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the template says of its columns is what the check asks of them. */
class TemplateTest {
    private static ImportFile file() {
        return new ImportFile(SmallRegister.VILLAGE)
                .household("H1", 2)
                .member("H1", "张某", ImportFile.number(1), "户主")
                .member("H1", "李某", ImportFile.number(2), "子女")
                .course();
    }

    private static List<ImportRule> bad(ImportFile file) {
        var check =
                new FileCheck(
                        new SmallRegister(),
                        new Blind(sha256 -> sha256),
                        "513423900000",
                        _ -> true,
                        LocalDate.of(2014, 4, 8),
                        LocalDate.of(2026, 1, 1));
        try {
            check.check(file.xlsx());
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
        return check.findings().all().stream()
                .map(Finding::rule)
                .filter(ImportRule::isBad)
                .toList();
    }

    private record Title(String sheet, String text) {
        Column column() {
            return Objects.requireNonNull(Column.titled(text));
        }
    }

    private static List<Title> titles() throws Unreadable {
        var titles = new ArrayList<Title>();
        SheetFile.read(
                Template.file(),
                Limits.USUAL,
                new SheetVisitor() {
                    private String sheet = "";

                    @Override
                    public void sheet(String name) {
                        sheet = name;
                    }

                    @Override
                    public void row(SheetRow row) {
                        if (sheet.equals("填写说明") || row.number() > 1) return;
                        row.cells()
                                .forEach(cell ->
                                        titles.add(
                                                new Title(
                                                        sheet,
                                                        Objects.requireNonNull(cell).text())));
                    }
                });
        return titles;
    }

    private static ImportFile with(Title title, @Nullable String value) {
        return switch (title.sheet()) {
            case "户" -> file().with(0, title.column(), value);
            case "成员" -> file().withMember(1, title.column(), value);
            case "过程" -> file().withCourse(title.column(), value);
            default -> throw new AssertionError(title);
        };
    }

    @Test
    void what_has_a_star_is_required() throws Unreadable {
        assertThat(bad(file())).isEmpty();
        var starred = titles().stream().filter(title -> title.text().startsWith("*")).toList();
        assertThat(starred).hasSizeGreaterThan(10);
        for (var title : starred) {
            assertThat(bad(with(title, null))).as(title.toString()).contains(ImportRule.REQUIRED);
        }
    }

    @Test
    void what_can_be_chosen_is_understood() throws Unreadable {
        for (var title : titles()) {
            for (var word : title.column().choices().keySet()) {
                assertThat(bad(with(title, word)))
                        .as("%s %s", title, word)
                        .doesNotContain(ImportRule.NOT_A_CHOICE);
            }
        }
    }
}
