package cn.fupin.household.intake;

import static cn.fupin.household.intake.ImportRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewRow;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.intake.Register.Known;
import cn.fupin.household.intake.Register.Step;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule by its name: a file that is right in everything but one, and where that is found. */
class EveryRuleTest {
    private static final String RIGHT = ImportFile.number(1);
    private static final Blind BLIND = new Blind(sha256 -> sha256);
    private static final String HOUSEHOLD = BLIND.id("household", "513423900", "H1");
    private static final LocalDate APPLIED_ON = LocalDate.of(2014, 4, 1);

    /**
     * @param cell where it is found
     */
    private record Planted(byte[] file, Consumer<SmallRegister> register, String cell) {}

    private static final Map<ImportRule, Planted> PLANTED = new EnumMap<>(ImportRule.class);

    private static ImportFile file() {
        return new ImportFile(SmallRegister.VILLAGE)
                .household("H1", 2)
                .member("H1", "张某", RIGHT, "户主")
                .member("H1", "李某", ImportFile.number(2), "配偶")
                .course();
    }

    private static ImportFile helped(ImportFile file, int household) {
        return file.with(household, Column.HELPER, "bf-001")
                .with(household, Column.HELPER_UNIT, "县农业局")
                .with(household, Column.HELPED_SINCE, "2014-06-01");
    }

    private static void plant(ImportRule rule, byte[] file, String cell) {
        plant(rule, file, _ -> {}, cell);
    }

    private static void plant(
            ImportRule rule, byte[] file, Consumer<SmallRegister> register, String cell) {
        assertThat(PLANTED.put(rule, new Planted(file, register, cell))).as(rule.name()).isNull();
    }

    private static void household(
            ImportRule rule, Column column, @Nullable String value, String cell) {
        plant(rule, file().with(0, column, value).xlsx(), cell);
    }

    private static void member(
            ImportRule rule, Column column, @Nullable String value, String cell) {
        plant(rule, file().withMember(0, column, value).xlsx(), cell);
    }

    private static void course(
            ImportRule rule, Column column, @Nullable String value, String cell) {
        plant(rule, file().withCourse(column, value).xlsx(), cell);
    }

    private static void there(ImportRule rule, Known known, String cell) {
        plant(rule, file().xlsx(), register -> register.known = known, cell);
    }

    private static Known known(Set<Step> byFile, Set<Step> made, boolean ended) {
        return new Known(APPLIED_ON, SmallRegister.VILLAGE, ended, byFile, made, null, null);
    }

    /** The file's text of a part, changed as only a program would write it. */
    private static byte[] raw(ImportFile file, UnaryOperator<String> change) {
        var out = new ByteArrayOutputStream();
        try {
            var original = Files.write(Files.createTempFile("file", ".xlsx"), file.xlsx());
            try (var from = new ZipFile(original.toFile());
                    var to = new ZipOutputStream(out)) {
                for (var part : Collections.list(from.entries())) {
                    var bytes = from.getInputStream(part).readAllBytes();
                    var text = change.apply(new String(bytes, StandardCharsets.UTF_8));
                    to.putNextEntry(new ZipEntry(part.getName()));
                    to.write(text.getBytes(StandardCharsets.UTF_8));
                    to.closeEntry();
                }
            } finally {
                Files.delete(original);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String cell(String place) {
        return "(<c r=\"" + place + "\")[^>]*>.*?</c>";
    }

    private static byte[] sheet(List<String> titles, List<@Nullable String> cells) {
        return SheetBook.of(
                List.of(
                        new NewSheet(
                                "户",
                                titles.stream().map(title -> NewColumn.of(title, 9)).toList(),
                                List.of(NewRow.of(cells)),
                                0)));
    }

    private static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static {
        ofTheWholeFile();
        ofAnyCell();
        ofLines();
        ofNumbers();
        ofPersons();
        ofDetails();
        ofTheVillage();
        ofIncomeAndCauses();
        ofTheCourse();
        ofTheHelper();
        ofWhatIsThere();
    }

    private static void ofTheWholeFile() {
        plant(NO_HEADER, csv("a,b,c", "1,2,3"), "CSV!A1");
        plant(NO_HOUSEHOLDS, Template.file(), "-!A1");
        plant(
                COLUMN_MISSING,
                sheet(List.of("户编号", "村民小组", "批次"), List.of("H1", "三组", "一")),
                "户!A1");
        plant(
                COLUMN_TWICE,
                sheet(
                        List.of("户编号", "行政村编码", "村民小组", "组"),
                        List.of("H1", SmallRegister.VILLAGE, "三组", "三组")),
                "户!D1");
        plant(
                COLUMN_UNKNOWN,
                sheet(
                        List.of("户编号", "行政村编码", "村民小组", "备注二"),
                        List.of("H1", SmallRegister.VILLAGE, "三组", "无")),
                "户!D1");
        plant(
                COLUMN_ELSEWHERE,
                sheet(
                        List.of("户编号", "行政村编码", "村民小组", "联系电话"),
                        List.of("H1", SmallRegister.VILLAGE, "三组", "13800138000")),
                "户!D1");
        plant(
                SHEET_UNKNOWN,
                SheetBook.of(
                        List.of(
                                new NewSheet(
                                        "户",
                                        Stream.of("户编号", "行政村编码", "村民小组")
                                                .map(title -> NewColumn.of(title, 9))
                                                .toList(),
                                        List.of(),
                                        0),
                                NewSheet.text("名单", List.of(List.of("张某", "户主"))))),
                "表2!A1");
        var many = new ImportFile(SmallRegister.VILLAGE);
        for (var i = 0; i < 10_001; i++) many.household("H" + i, 1);
        plant(TOO_MANY_FINDINGS, many.xlsx(), "-!A1");
    }

    /** Two newborns of whom nobody says the names. */
    private static ImportFile twins() {
        var file = file().with(0, Column.SIZE, "4");
        for (var i = 2; i < 4; i++) {
            file.member("H1", "赵双", "", "子女")
                    .withMember(i, Column.IDENTITY, null)
                    .withMember(i, Column.SEX, "男")
                    .withMember(i, Column.BORN_ON, "2014-01-01")
                    .withMember(i, Column.WITHOUT_NUMBER, "新生儿");
        }
        return file;
    }

    private static void ofAnyCell() {
        household(REQUIRED, Column.TYPE, null, "户!G2");
        plant(
                FORMULA_ERROR,
                raw(file(), text -> text.replaceAll(cell("C2"), "$1 t=\"e\"><v>#REF!</v></c>")),
                "户!C2");
        household(NOT_A_CHOICE, Column.STRUCTURE, "竹", "户!Y2");
        household(NOT_A_NUMBER, Column.WAGE, "一千", "户!N2");
        household(NOT_WHOLE, Column.SIZE, "2.5", "户!F2");
        household(NOT_A_DATE, Column.APPLIED_ON, "2014-02-30", "户!E2");
        household(DATE_IN_THE_FUTURE, Column.APPLIED_ON, "2033-01-01", "户!E2");
        household(DATE_OUT_OF_ORDER, Column.SURVEYED_ON, "2014-04-11", "户!K2");
        household(TOO_LONG, Column.GROUP, "组".repeat(51), "户!C2");
        household(OUT_OF_RANGE, Column.DWELLING_AREA, "60000", "户!X2");
        plant(
                BROKEN_CHARACTER,
                raw(
                        file().with(0, Column.GROUP, "half"),
                        text -> text.replace("half", "_xD83D_half")),
                "户!C2");
        household(PERSONAL_NUMBER, Column.GROUP, "13812345678", "户!C2");
        member(TOO_MANY_ENTRIES, Column.SKILLS, "一、二、三、四、五、六、七、八、九、十、十一", "成员!R2");
    }

    private static void ofLines() {
        plant(
                CONTRADICTS,
                csv(
                        "户编号,行政村编码,村民小组,姓名,证件号码,与户主关系",
                        "H1," + SmallRegister.VILLAGE + ",三组,张某," + RIGHT + ",户主",
                        "H1," + SmallRegister.VILLAGE + ",四组,李某," + ImportFile.number(2) + ",配偶"),
                "CSV!C3");
        plant(DUPLICATE_LINE, file().household("H1", 2).xlsx(), "户!A3");
        plant(DUPLICATE_HOUSEHOLD, file().household("H1", 3).xlsx(), "户!A3");
        plant(ORPHAN_MEMBER, file().member("H9", "王某", ImportFile.number(3), "户主").xlsx(), "成员!A4");
        plant(NO_MEMBERS, file().household("H2", 1).xlsx(), "户!A3");
        var crowd = file().with(0, Column.SIZE, "31");
        for (var i = 0; i < 29; i++) crowd.member("H1", "王某", ImportFile.number(10 + i), "其他");
        plant(TOO_MANY_MEMBERS, crowd.xlsx(), "户!A2");
        member(NO_HEAD, Column.RELATION, "子女", "户!A2");
        plant(TWO_HEADS, file().withMember(1, Column.RELATION, "户主").xlsx(), "成员!D3");
        plant(
                TWO_SPOUSES,
                file().with(0, Column.SIZE, "3")
                        .member("H1", "王某", ImportFile.number(3), "配偶")
                        .xlsx(),
                "成员!D4");
        household(SIZE_DIFFERS, Column.SIZE, "3", "户!F2");
    }

    private static void ofNumbers() {
        household(NOT_A_HOUSEHOLD_NUMBER, Column.FILE_NUMBER, "51-7", "户!BB2");
        plant(
                FILE_NUMBER_LOST_DIGITS,
                raw(
                        file().with(0, Column.FILE_NUMBER, "甲乙丙"),
                        text -> text.replaceAll(cell("BB2"), "$1><v>51342390020100001</v></c>")),
                "户!BB2");
        plant(
                HOUSEHOLD_NUMBER_TWICE,
                file().with(0, Column.FILE_NUMBER, "N7")
                        .household("H2", 1)
                        .member("H2", "王某", ImportFile.number(3), "户主")
                        .with(1, Column.FILE_NUMBER, "ｎ7")
                        .xlsx(),
                "户!BB3");
        plant(
                HOUSEHOLD_NUMBER_OF_ANOTHER,
                file().with(0, Column.FILE_NUMBER, "N7").xlsx(),
                register ->
                        register.numbered.put(
                                "N7",
                                new Register.Home("household-of-another", SmallRegister.VILLAGE)),
                "户!BB2");
        plant(
                NUMBER_LOST_DIGITS,
                raw(
                        file().with(0, Column.NUMBER, "甲乙丙"),
                        text -> text.replaceAll(cell("A2"), "$1><v>51342390020100001</v></c>")),
                "户!A2");
        member(NAME_HAS_DIGITS, Column.NAME, "张3", "成员!B2");
        member(NAME_NOT_LETTERS, Column.NAME, "张某😀", "成员!B2");
        member(NAME_LOST_A_CHARACTER, Column.NAME, "张?", "成员!B2");
        member(IDENTITY_MISSING, Column.IDENTITY, null, "成员!C2");
        member(IDENTITY_LOST_DIGITS, Column.IDENTITY, "4.40524E+17", "成员!C2");
        member(IDENTITY_15, Column.IDENTITY, "110105491231002", "成员!C2");
        member(IDENTITY_LENGTH, Column.IDENTITY, RIGHT + "0", "成员!C2");
        member(IDENTITY_SHAPE, Column.IDENTITY, RIGHT.substring(0, 17) + "Y", "成员!C2");
        var wrong = RIGHT.charAt(17) == '1' ? '2' : '1';
        member(IDENTITY_CHECKSUM, Column.IDENTITY, RIGHT.substring(0, 17) + wrong, "成员!C2");
        member(IDENTITY_BIRTH_DATE, Column.IDENTITY, ImportFile.number(1, 1820), "成员!C2");
        member(IDENTITY_IS_CERTIFICATE, Column.IDENTITY, RIGHT + "42", "成员!C2");
        member(REASON_BESIDE_NUMBER, Column.WITHOUT_NUMBER, "正在办理", "成员!G2");
        member(PHONE_SHAPE, Column.PHONE, "电话", "成员!H2");
        member(CARD_SHAPE, Column.CARD, "12345", "成员!I2");
        member(CARD_LOST_DIGITS, Column.CARD, "6.22848E+18", "成员!I2");
        member(CERTIFICATE_SHAPE, Column.DISABILITY_CERTIFICATE, "123", "成员!Q2");
    }

    private static void ofPersons() {
        member(SEX_DIFFERS, Column.SEX, "女".equals(sex()) ? "男" : "女", "成员!E2");
        member(BIRTH_DATE_DIFFERS, Column.BORN_ON, "1999-01-01", "成员!F2");
        member(BORN_AFTER_APPLICATION, Column.IDENTITY, ImportFile.number(3, 2015), "成员!C2");
        plant(MEMBER_WITHOUT_NUMBER_TWICE, twins().xlsx(), "成员!B5");
        plant(PERSON_TWICE, file().withMember(1, Column.IDENTITY, RIGHT).xlsx(), "成员!C3");
        plant(
                PERSON_IN_ANOTHER_HOUSEHOLD,
                file().xlsx(),
                register -> register.elsewhere.put(0, new Register.Home("household-other", null)),
                "成员!C");
        for (var rule : List.of(PERSON_ELSEWHERE_THEN, PERSON_DIED, SPLIT_FOR_ELIGIBILITY)) {
            plant(rule, file().xlsx(), register -> register.mayNotApply.put(0, rule), "成员!C2");
        }
        plant(EXCLUDED, file().xlsx(), register -> register.excluded.add(1), "成员!C3");
    }

    /** Odd sequences are men's. */
    private static String sex() {
        return (RIGHT.charAt(16) - '0') % 2 == 1 ? "男" : "女";
    }

    private static void ofDetails() {
        member(DISABILITY_WITHOUT_CATEGORY, Column.HEALTH, "残疾", "成员!O2");
        member(GRADE_WITHOUT_CATEGORY, Column.DISABILITY, "肢体", "成员!P2");
        member(MONTHS_WITHOUT_PLACE, Column.WORK_MONTHS, "8", "成员!W2");
        member(STUDENT_OF_STRANGE_AGE, Column.STUDENT, "小学", "成员!L2");
        plant(
                WORKER_OF_STRANGE_AGE,
                file().withMember(1, Column.IDENTITY, ImportFile.number(2, 2012))
                        .withMember(1, Column.LABOUR, "普通劳动力")
                        .xlsx(),
                "成员!N3");
        household(PART_OF_WHOLE, Column.IRRIGATED, "4", "户!AC2");
    }

    private static void ofTheVillage() {
        household(VILLAGE_UNKNOWN, Column.VILLAGE, "513423900299", "户!B2");
        household(VILLAGE_ELSEWHERE, Column.VILLAGE, "513424900201", "户!B2");
        plant(
                GROUP_UNKNOWN,
                file().xlsx(),
                register -> register.groups = List.of(new KnownGroup("01", "一组", APPLIED_ON, null)),
                "户!C2");
        plant(VILLAGE_ENDED, file().xlsx(), register -> register.end = APPLIED_ON, "户!B2");
    }

    private static void ofIncomeAndCauses() {
        household(MAIN_CAUSE_MISSING, Column.MAIN_CAUSE, null, "户!I2");
        household(TOO_MANY_CAUSES, Column.OTHER_CAUSES, "因残、因学,缺水", "户!J2");
        household(CAUSE_TWICE, Column.OTHER_CAUSES, "因病", "户!J2");
        household(INCOME_NEGATIVE, Column.WAGE, "-1", "户!N2");
        household(INCOME_IMPLAUSIBLE, Column.WAGE, "1200500", "户!N2");
        household(NET_INCOME_NEGATIVE, Column.COST, "900000", "户!R2");
        plant(
                INCOME_PER_HEAD_IMPLAUSIBLE,
                file().with(0, Column.BATCH, "二").xlsx(),
                register -> register.rules.put(RuleCode.INCOME_PER_HEAD_MAX, 500),
                "户!S2");
        household(ROUNDED_TO_FEN, Column.WAGE, "1200.505", "户!N2");
        plant(
                INCOME_ALL_ZERO,
                file().with(0, Column.WAGE, null)
                        .with(0, Column.BUSINESS, null)
                        .with(0, Column.COST, null)
                        .xlsx(),
                "户!N2");
        household(PER_HEAD_DIFFERS, Column.PER_HEAD, "900", "户!S2");
        household(INCOME_INCOMPLETE, Column.WATER_SAFE, null, "户!T2");
        plant(
                NEEDS_SURVEY,
                new ImportFile(SmallRegister.VILLAGE)
                        .household("H1", 1)
                        .member("H1", "张某", RIGHT, "户主")
                        .with(0, Column.SURVEYED_ON, null)
                        .with(0, Column.INCOME_YEAR, null)
                        .with(0, Column.WAGE, null)
                        .with(0, Column.BUSINESS, null)
                        .with(0, Column.COST, null)
                        .with(0, Column.SURVEYORS, null)
                        .xlsx(),
                "户!U2");
        household(NO_LINE, Column.INCOME_YEAR, "2012", "户!M2");
        household(INCOME_NOT_BELOW_LINE, Column.WAGE, "9000", "户!S2");
    }

    private static void ofTheCourse() {
        household(NO_COURSE, Column.BATCH, "二", "户!B2");
        plant(
                NEEDS_COURSE,
                file().with(0, Column.BATCH, "三")
                        .with(0, Column.TYPE, null)
                        .with(0, Column.STANDARD, null)
                        .xlsx(),
                "户!I2");
        plant(COURSE_WITHOUT_HOUSEHOLDS, file().course().lastCourse("批次", "二").xlsx(), "过程!A3");
        plant(COURSE_TWICE, file().course().xlsx(), "过程!A3");
        plant(COURSE_NEEDS_SURVEY, file().with(0, Column.SURVEYORS, null).xlsx(), "户!K2");
        course(COURSE_UNSET, Column.REVIEWED_BY, null, "户!B2");
        household(VOTED_DOWN, Column.VOTES_FOR, "1", "户!V2");
        household(MORE_VOTES_THAN_PRESENT, Column.VOTES_FOR, "41", "户!V2");
        plant(
                NO_NOTICE_RULE,
                file().xlsx(),
                register -> register.rules.remove(RuleCode.SECOND_NOTICE_DAYS),
                "过程!L2");
        plant(
                HOTLINE_MISSING,
                file().xlsx(),
                register -> register.rules.put(RuleCode.NOTICE_HOTLINE_REQUIRED, 1),
                "过程!F2");
        course(NOTICE_TOO_SHORT, Column.FIRST_TO, "2014-04-28", "过程!H2");
        plant(QUOTA_MISSING, file().xlsx(), register -> register.left = Map.of(), "过程!M2");
        plant(
                QUOTA_TOO_SMALL,
                file().xlsx(),
                register -> register.left = Map.of("town", 2, "county", 1),
                "过程!A2");
    }

    private static void ofTheHelper() {
        household(HELPER_INCOMPLETE, Column.HELPER_KIND, "党员", "户!AX2");
        plant(
                NO_HELPER_RULE,
                helped(file(), 0).xlsx(),
                register -> register.rules.remove(RuleCode.HELPER_HOUSEHOLDS_MAX),
                "户!BA2");
        plant(
                HELPER_HAS_TOO_MANY_HOUSEHOLDS,
                helped(file(), 0).xlsx(),
                register -> register.helped.put("bf-001", SmallRegister.HELPERS_OWN),
                "户!AX2");
        plant(HELPER_BY_NAME, helped(file(), 0).with(0, Column.HELPER, "张三").xlsx(), "户!AX2");
    }

    private static void ofWhatIsThere() {
        var applied = Set.of(Step.APPLICATION);
        there(HOUSEHOLD_ENDED, known(applied, applied, true), "户!A2");
        there(ANOTHER_HOUSEHOLD, known(applied, applied, false), "户!A2");
        plant(
                NOT_A_MEMBER,
                file().xlsx(),
                register -> {
                    register.known = known(applied, applied, false);
                    register.elsewhere.put(0, new Register.Home(HOUSEHOLD, null));
                },
                "成员!C");
        there(
                HANDLED_BY_HAND,
                known(applied, Set.of(Step.APPLICATION, Step.SURVEY), false),
                "户!A2");
        there(
                BEFORE_THE_OPENING,
                new Known(
                        LocalDate.of(2014, 5, 1),
                        SmallRegister.VILLAGE,
                        false,
                        applied,
                        applied,
                        null,
                        null),
                "户!E2");
        there(
                INCOME_YEAR_NOT_BEFORE_EXIT,
                new Known(APPLIED_ON, SmallRegister.VILLAGE, false, applied, applied, 2013, null),
                "户!M2");
        there(
                LIES_ELSEWHERE,
                new Known(APPLIED_ON, "513423900202", false, applied, applied, null, null),
                "户!B2");
    }

    private static List<String> found(Planted planted) {
        var register = new SmallRegister();
        planted.register().accept(register);
        var check =
                new FileCheck(
                        register,
                        BLIND,
                        "513423900000",
                        _ -> true,
                        LocalDate.of(2014, 4, 8),
                        LocalDate.of(2026, 1, 1));
        try {
            check.check(planted.file());
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
        return check.findings().all().stream().map(f -> f.rule() + " " + f.cell()).toList();
    }

    @TestFactory
    List<DynamicTest> each_rule_finds_what_was_planted_in_its_cell() {
        var tests = new ArrayList<DynamicTest>();
        PLANTED.forEach((rule, planted) -> {
            tests.add(
                    DynamicTest.dynamicTest(
                            rule.name(),
                            () ->
                                    assertThat(found(planted))
                                            .anyMatch(found ->
                                                    found.startsWith(
                                                            rule + " " + planted.cell()))));
        });
        return tests;
    }

    @Test
    void no_rule_is_without_a_planted_cell() {
        // a kit's own two, see VisitKitTest; told by who sends the file, see ImportTest
        var elsewhere = EnumSet.of(HOUSEHOLD_UNKNOWN, NOT_A_RELATION, RUN_BY_THE_COUNTY);
        assertThat(PLANTED.keySet()).isEqualTo(EnumSet.complementOf(elsewhere));
    }
}
