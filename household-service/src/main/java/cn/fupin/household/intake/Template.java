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
    static final String EXPLANATION = "填写说明";
    private static final int ROWS = 3000;

    private static final Set<Column> REQUIRED =
            Set.of(
                    Column.NUMBER,
                    Column.VILLAGE,
                    Column.NAME,
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
                    Column.APPROVED_BY);

    private static final Map<Column, String> HINTS =
            Map.ofEntries(
                    Map.entry(Column.NUMBER, "乡镇内唯一；“户”“成员”两表以此相连；再次导入时不要改"),
                    Map.entry(Column.VILLAGE, "12 位统计用区划代码，不带 region- 前缀"),
                    Map.entry(Column.BATCH, "与“过程”表中该村的批次一致；“过程”表没有填批次的，这里也不填"),
                    Map.entry(Column.APPLIED_ON, "如 2014-04-01；不填则为上传时所选的日期"),
                    Map.entry(Column.SIZE, "可不填；填写则须与“成员”表中该户的人数相同，最多 30 人"),
                    Map.entry(Column.TYPE, "有“过程”的户必填"),
                    Map.entry(Column.STANDARD, "不填则为国家标准"),
                    Map.entry(Column.MAIN_CAUSE, "有“过程”的户必填，只填一项"),
                    Map.entry(Column.OTHER_CAUSES, "最多两项，用顿号隔开，不与主要致贫原因重复"),
                    Map.entry(
                            Column.SURVEYED_ON,
                            "有“过程”的户必填；与收入年度、调查人、饮水安全、住房安全一并填写；不早于申请日期，不晚于评议日期"),
                    Map.entry(Column.SURVEYORS, "最多 20 人，用顿号隔开"),
                    Map.entry(Column.INCOME_YEAR, "收入所属年度，如 2013，不晚于调查日期"),
                    Map.entry(Column.WAGE, "元，最多两位小数，每户每年不超过 100 万；不填为 0；其余各项收入、支出同"),
                    Map.entry(Column.PER_HEAD, "可不填；填写则与各项收入核对，相差不得超过 1 元"),
                    Map.entry(Column.VOTES_FOR, "不填则取“过程”表中该村的票数，“过程”表也不填则为到会人数；须多于反对票"),
                    Map.entry(Column.VOTES_AGAINST, "不填则取“过程”表中该村的票数，“过程”表也不填则为 0"),
                    Map.entry(Column.DWELLING_AREA, "不超过 5000"),
                    Map.entry(Column.IRRIGATED, "不大于耕地面积；各项面积不超过 1500 亩"),
                    Map.entry(Column.RETURNED, "不大于林地面积"),
                    Map.entry(Column.NAME, "不含数字，最多 50 字；少数民族姓名中用间隔号"),
                    Map.entry(Column.IDENTITY, "18 位公民身份号码，该列须为文本格式；没有号码的不填，另填性别、出生日期和无证件原因"),
                    Map.entry(Column.RELATION, "每户有且只有一名户主"),
                    Map.entry(Column.SEX, "可不填；填写则与号码核对；无号码者必填"),
                    Map.entry(Column.BORN_ON, "可不填；填写则与号码核对；无号码者必填，不早于 1900 年"),
                    Map.entry(Column.WITHOUT_NUMBER, "只在没有证件号码时填写"),
                    Map.entry(Column.PHONE, "5 至 19 位数字，可有空格、短横和开头的 +"),
                    Map.entry(Column.CARD, "12 至 20 位数字，该列须为文本格式"),
                    Map.entry(Column.ETHNICITY, "最多 20 字"),
                    Map.entry(Column.DISABILITY, "与残疾等级同时填写"),
                    Map.entry(
                            Column.DISABILITY_CERTIFICATE,
                            "20 位，前 18 位为身份证号；补发的后加 B 和一位数字；该列须为文本格式"),
                    Map.entry(Column.DISABILITY_GRADE, "1 至 4，与残疾类别同时填写"),
                    Map.entry(Column.SKILLS, "最多 10 项，用顿号隔开"),
                    Map.entry(Column.WORK_MONTHS, "0 至 12，须同时填务工地点"),
                    Map.entry(Column.ATTENDANCE, "不少于任何一户的票数"),
                    Map.entry(Column.PLACE, "不填则为村务公开栏"),
                    Map.entry(Column.HOTLINE, "当地规定公示须载明监督电话的必填；填单位电话，不填个人手机号"),
                    Map.entry(Column.FIRST_FROM, "不早于评议日期"),
                    Map.entry(Column.FIRST_TO, "公示首日不计，须满当地规定天数：七天的，21 日张贴，29 日起可结束"),
                    Map.entry(Column.REVIEWED_ON, "不早于第一次公示结束"),
                    Map.entry(Column.SECOND_FROM, "不早于乡镇审核日期"),
                    Map.entry(Column.SECOND_TO, "公示首日不计，须满当地规定天数"),
                    Map.entry(Column.APPROVED_ON, "不早于第二次公示结束；当年须有建档立卡规模"),
                    Map.entry(Column.ANNOUNCED_ON, "不早于县级审批日期；尚未公告的留空，公告后发布公告名单（announcements）"),
                    Map.entry(Column.HELPER, "帮扶责任人的编号(英文字母、数字和 . _ @ -)，如 bf-001；不填姓名和号码"),
                    Map.entry(Column.HELPER_UNIT, "与帮扶责任人编号、帮扶开始日期一并填写"),
                    Map.entry(Column.HELPED_SINCE, "不早于县级审批日期"),
                    Map.entry(
                            Column.FILE_NUMBER,
                            "全国系统编给该户的户编号，全国唯一，1 至 20 位字母和数字，该列须为文本格式；没有的不填；不是身份证号，也不必与“户编号”相同"),
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
                        NewSheet.text(EXPLANATION, explanation(households, members, courses)),
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
        lines.add(List.of("扶贫农户导入模板", "", "每户在“户”表一行，每人在“成员”表一行；带 * 的必填。不要改动各表的列名。"));
        lines.add(
                List.of(
                        "Households by file",
                        "",
                        "One line a household in 户, one a person in 成员; * is required. Keep the titles."));
        lines.add(List.of("", "", "也可用一张表（或 CSV，UTF-8 或 GBK）每人一行，同时带“户”与“成员”的列；户的各列只在首行填写或逐行相同。"));
        lines.add(List.of("", "", "在“过程”表填写某村某批次的评议、公示、审核和审批，该村的户就逐步录入为在册贫困户；不填，则只录入申请和入户调查。"));
        lines.add(
                List.of(
                        "",
                        "",
                        "Give a village's meeting, notices, review and approval in 过程 and its households go step by step onto the register; without it they apply and are surveyed."));
        lines.add(
                List.of(
                        "",
                        "",
                        "上传后先核查，不录入任何内容；改好的文件可反复上传：相同的内容不会重复录入，不同之处只按更正办理，不会覆盖；此前填过、现在为空的单元格不会删去已录入的内容。"));
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
