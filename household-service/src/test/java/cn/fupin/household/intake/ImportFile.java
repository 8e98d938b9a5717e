package cn.fupin.household.intake;

import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewRow;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file as a clerk fills it in. */
public final class ImportFile {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final List<Map<Column, String>> households = new ArrayList<>();
    private final List<Map<Column, String>> members = new ArrayList<>();
    private final List<Map<Column, String>> courses = new ArrayList<>();
    private final String village;
    private String membersSheet = "成员";

    public ImportFile(String village) {
        this.village = village;
    }

    /** A person nobody is; odd {@code n} are men. */
    public static String number(int n) {
        return number(n, 1950 + n % 40);
    }

    static String number(int n, int year) {
        var first =
                "98%04d%d0%d1%d%03d".formatted(n / 900, year, 1 + n % 9, n % 8 + 1, n % 900 + 1);
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (first.charAt(i) - '0') * WEIGHTS[i];
        return first + "10X98765432".charAt(sum % 11);
    }

    /** One that everything is right with. */
    public ImportFile household(String number, int size) {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.NUMBER, number);
        row.put(Column.VILLAGE, village);
        row.put(Column.GROUP, "三组");
        row.put(Column.APPLIED_ON, "2014-04-01");
        row.put(Column.SIZE, "" + size);
        row.put(Column.TYPE, "一般贫困户");
        row.put(Column.STANDARD, "国家标准");
        row.put(Column.MAIN_CAUSE, "因病");
        row.put(Column.OTHER_CAUSES, "缺技术、缺资金");
        row.put(Column.SURVEYED_ON, "2014/4/5");
        row.put(Column.SURVEYORS, "李某、王某");
        row.put(Column.INCOME_YEAR, "2013");
        row.put(Column.WAGE, "1,200.50");
        row.put(Column.BUSINESS, "800");
        row.put(Column.COST, "300");
        row.put(Column.WATER_SAFE, "是");
        row.put(Column.HOUSING_SAFE, "否");
        row.put(Column.DWELLING_AREA, "60");
        row.put(Column.STRUCTURE, "土坯");
        row.put(Column.CROP, "3.5");
        households.add(row);
        return this;
    }

    public ImportFile member(String household, String name, String number, String relation) {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.NUMBER, household);
        row.put(Column.NAME, name);
        row.put(Column.IDENTITY, number);
        row.put(Column.RELATION, relation);
        row.put(Column.HEALTH, "健康");
        members.add(row);
        return this;
    }

    /** The whole of 2014. */
    public ImportFile course() {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.VILLAGE, village);
        row.put(Column.ASSESSED_ON, "2014-04-10");
        row.put(Column.ATTENDANCE, "40");
        row.put(Column.VOTES_FOR, "38");
        row.put(Column.VOTES_AGAINST, "1");
        row.put(Column.FIRST_FROM, "2014-04-21");
        row.put(Column.FIRST_TO, "2014-04-29");
        row.put(Column.REVIEWED_ON, "2014-04-29");
        row.put(Column.REVIEWED_BY, "镇人民政府");
        row.put(Column.SECOND_FROM, "2014-05-01");
        row.put(Column.SECOND_TO, "2014-05-09");
        row.put(Column.APPROVED_ON, "2014-05-09");
        row.put(Column.ANNOUNCED_ON, "2014-05-10");
        row.put(Column.APPROVED_BY, "县扶贫移民局");
        row.put(Column.DOCUMENT, "县扶〔2014〕12号");
        courses.add(row);
        return this;
    }

    public ImportFile lastCourse(String title, String value) {
        set(courses.getLast(), java.util.Objects.requireNonNull(Column.titled(title)), value);
        return this;
    }

    /** As people call a sheet. */
    public ImportFile membersIn(String sheet) {
        membersSheet = sheet;
        return this;
    }

    ImportFile with(int household, Column column, @Nullable String value) {
        set(households.get(household), column, value);
        return this;
    }

    ImportFile withMember(int member, Column column, @Nullable String value) {
        set(members.get(member), column, value);
        return this;
    }

    ImportFile withCourse(Column column, @Nullable String value) {
        set(courses.getFirst(), column, value);
        return this;
    }

    public ImportFile with(int household, String title, @Nullable String value) {
        return with(household, java.util.Objects.requireNonNull(Column.titled(title)), value);
    }

    public ImportFile withMember(int member, String title, @Nullable String value) {
        return withMember(member, java.util.Objects.requireNonNull(Column.titled(title)), value);
    }

    private static void set(Map<Column, String> row, Column column, @Nullable String value) {
        if (value == null) row.remove(column);
        else row.put(column, value);
    }

    public byte[] xlsx() {
        var sheets = new ArrayList<NewSheet>();
        var ofMember = new ArrayList<>(List.of(Column.NUMBER));
        ofMember.addAll(Column.OF_MEMBER);
        sheets.add(sheet("户", Column.OF_HOUSEHOLD, households));
        sheets.add(sheet(membersSheet, ofMember, members));
        if (!courses.isEmpty()) {
            var ofCourse = new ArrayList<>(List.of(Column.VILLAGE, Column.BATCH));
            ofCourse.addAll(Column.OF_COURSE);
            ofCourse.addAll(List.of(Column.VOTES_FOR, Column.VOTES_AGAINST));
            sheets.add(sheet("过程", ofCourse, courses));
        }
        return SheetBook.of(sheets);
    }

    /** Who is in which household and where, and nothing else. */
    public byte[] narrow() {
        return SheetBook.of(
                List.of(
                        sheet(
                                "户",
                                List.of(
                                        Column.NUMBER,
                                        Column.VILLAGE,
                                        Column.GROUP,
                                        Column.APPLIED_ON),
                                households),
                        sheet(
                                "成员",
                                List.of(
                                        Column.NUMBER,
                                        Column.NAME,
                                        Column.IDENTITY,
                                        Column.RELATION),
                                members)));
    }

    private static NewSheet sheet(
            String name, List<Column> columns, List<Map<Column, String>> rows) {
        return new NewSheet(
                name,
                columns.stream().map(c -> NewColumn.of(c.title(), 10)).toList(),
                rows.stream().map(row -> NewRow.of(values(columns, row))).toList(),
                0);
    }

    private static List<@Nullable String> values(List<Column> columns, Map<Column, String> row) {
        var values = new ArrayList<@Nullable String>();
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    /** A line for each member, the household's part on its first. */
    public byte[] csv(Charset charset) {
        var columns = new ArrayList<>(Column.OF_HOUSEHOLD);
        columns.addAll(Column.OF_MEMBER);
        var lines = new ArrayList<String>();
        lines.add(columns.stream().map(Column::title).collect(Collectors.joining(",")));
        var said = new java.util.HashSet<String>();
        for (var member : members) {
            var number = member.get(Column.NUMBER);
            var household =
                    said.add(number)
                            ? households.stream()
                                    .filter(h -> Objects.equals(number, h.get(Column.NUMBER)))
                                    .findFirst()
                                    .orElse(Map.of())
                            : Map.<Column, String>of();
            lines.add(
                    columns.stream()
                            .map(c -> member.getOrDefault(c, household.getOrDefault(c, "")))
                            .map(v -> v.contains(",") ? "\"" + v + "\"" : v)
                            .collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines).getBytes(charset);
    }
}
