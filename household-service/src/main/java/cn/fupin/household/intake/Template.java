package cn.fupin.household.intake;

import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file to be filled in: households, their members, and what happened in each village. */
final class Template {
    private static final int ROWS = 3000;

    private static final Set<Column> REQUIRED =
            Set.of(
                    Column.NUMBER,
                    Column.VILLAGE,
                    Column.SIZE,
                    Column.NAME,
                    Column.IDENTITY,
                    Column.RELATION,
                    Column.ASSESSED_ON,
                    Column.ATTENDANCE,
                    Column.FIRST_FROM,
                    Column.FIRST_TO,
                    Column.REVIEWED_ON,
                    Column.REVIEWED_BY,
                    Column.SECOND_FROM,
                    Column.SECOND_TO,
                    Column.APPROVED_ON,
                    Column.ANNOUNCED_ON,
                    Column.APPROVED_BY);

    private static final Map<Column, String> HINTS =
            Map.ofEntries(
                    Map.entry(Column.NUMBER, "文件内唯一；“户”“成员”两表以此相连；再次导入时不要改"),
                    Map.entry(Column.VILLAGE, "12 位统计用区划代码"),
                    Map.entry(Column.BATCH, "与“过程”表中该村的批次一致；只有一个批次可不填"),
                    Map.entry(Column.APPLIED_ON, "如 2014-04-01；不填则为上传时所选的日期"),
                    Map.entry(Column.SIZE, "须与“成员”表中该户的人数相同"),
                    Map.entry(Column.OTHER_CAUSES, "最多两项，用顿号隔开"),
                    Map.entry(Column.SURVEYORS, "多人用顿号隔开"),
                    Map.entry(Column.INCOME_YEAR, "收入所属年度，如 2013"),
                    Map.entry(Column.PER_HEAD, "可不填；填写则与各项收入核对"),
                    Map.entry(Column.VOTES_FOR, "不填则取“过程”表中该村的票数"),
                    Map.entry(Column.IDENTITY, "18 位公民身份号码，该列须为文本格式"),
                    Map.entry(Column.SEX, "可不填；填写则与号码核对；无号码者必填"),
                    Map.entry(Column.BORN_ON, "可不填；填写则与号码核对；无号码者必填"),
                    Map.entry(Column.WITHOUT_NUMBER, "只在没有证件号码时填写"),
                    Map.entry(Column.DISABILITY_CERTIFICATE, "20 位，前 18 位为身份证号"),
                    Map.entry(Column.DISABILITY_GRADE, "1 至 4"),
                    Map.entry(Column.HELPER, "帮扶责任人的编号(英文字母、数字和 . _ @ -)，如 bf-001；不填姓名和号码"),
                    Map.entry(Column.ASSUMED, "日期或票数为补录时推定的，填“是”"));

    private Template() {}

    static byte[] file() {
        var households = new ArrayList<>(Column.OF_HOUSEHOLD);
        var members = new ArrayList<Column>();
        members.add(Column.NUMBER);
        members.addAll(Column.OF_MEMBER);
        var courses = new ArrayList<Column>();
        courses.addAll(List.of(Column.VILLAGE, Column.BATCH));
        courses.addAll(Column.OF_COURSE);
        courses.addAll(List.of(Column.VOTES_FOR, Column.VOTES_AGAINST));
        return SheetBook.of(
                List.of(
                        NewSheet.text("填写说明", explanation(households, members, courses)),
                        sheet("户", households),
                        sheet("成员", members),
                        sheet("过程", courses)));
    }

    private static NewSheet sheet(String name, List<Column> columns) {
        return new NewSheet(name, columns.stream().map(Template::column).toList(), List.of(), ROWS);
    }

    private static NewColumn column(Column column) {
        var title = (REQUIRED.contains(column) ? "*" : "") + column.title();
        var made = NewColumn.of(title, Math.max(10, column.title().length() * 2 + 2));
        if (!column.choices().isEmpty()) {
            made = made.choosing(Choices.words(column.choices()));
        }
        var hint = HINTS.get(column);
        return hint == null ? made : made.noted(hint);
    }

    private static List<List<String>> explanation(
            List<Column> households, List<Column> members, List<Column> courses) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("扶贫农户导入模板", "", "每户在“户”表一行，每人在“成员”表一行；带 * 的必填。不要改动各表第一行。"));
        lines.add(
                List.of(
                        "Households by file",
                        "",
                        "One line a household in 户, one a person in 成员; * is required. Keep the first row."));
        lines.add(List.of("", "", "也可用一张表（或 CSV，UTF-8 或 GBK）每人一行，同时带“户”与“成员”的列；户的各列只在首行填写或逐行相同。"));
        lines.add(List.of("", "", "在“过程”表填写某村某批次的评议、公示、审核和审批，该村的户就逐步录入为在册贫困户；不填，则只录入申请和入户调查。"));
        lines.add(
                List.of(
                        "",
                        "",
                        "Give a village's meeting, notices, review and approval in 过程 and its households go step by step onto the register; without it they apply and are surveyed."));
        lines.add(List.of("", "", "上传后先核查，不录入任何内容；改好的文件可反复上传：相同的内容不会重复录入，不同之处只按更正办理，不会覆盖。"));
        explain(lines, "户", households);
        explain(lines, "成员", members);
        explain(lines, "过程", courses);
        return lines;
    }

    private static void explain(List<List<String>> lines, String sheet, List<Column> columns) {
        for (var column : columns) {
            lines.add(
                    List.of(
                            sheet + " · " + column.title(),
                            REQUIRED.contains(column) ? "必填 required" : "",
                            HINTS.getOrDefault(column, ""),
                            column == Column.OTHER_CAUSES
                                    ? String.join("、", Choices.words(Choices.CAUSES))
                                    : String.join("、", Choices.words(column.choices()))));
        }
    }
}
