package cn.fupin.household.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewRow;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.intake.Intake.Checked;
import cn.fupin.household.intake.Register.Known;
import cn.fupin.household.intake.Register.Step;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    private static final String VILLAGE = "513423900201";

    private final SmallRegister register = new SmallRegister();
    private @Nullable Checked checked;

    /** {@code 户!F2 SIZE_DIFFERS} each. */
    private List<String> found(byte[] file) {
        var check = check();
        try {
            checked = check.check(file);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
        return check.findings().all().stream().map(f -> f.cell() + " " + f.rule()).toList();
    }

    private FileCheck check() {
        return new FileCheck(
                register,
                new Blind(sha256 -> sha256),
                "513423900000",
                region -> region.startsWith("513423"),
                LocalDate.of(2014, 4, 8),
                LocalDate.of(2026, 1, 1));
    }

    private int good() {
        return checked == null ? -1 : checked.good().size();
    }

    private static ImportFile file() {
        return new ImportFile(VILLAGE)
                .household("H1", 2)
                .member("H1", "张某", ImportFile.number(1), "户主")
                .member("H1", "阿依古丽·买买提", ImportFile.number(2), "配偶")
                .course();
    }

    private static ImportFile with(Column column, @Nullable String value) {
        return file().with(0, column, value);
    }

    private static ImportFile member(Column column, @Nullable String value) {
        return file().withMember(0, column, value);
    }

    private void bad(ImportFile file, String... found) {
        assertThat(found(file.xlsx())).containsExactlyInAnyOrder(found);
        assertThat(good()).isZero();
    }

    @Test
    void a_right_file_is_taken_and_so_is_the_same_as_csv_in_gbk() {
        assertThat(found(file().xlsx())).isEmpty();
        assertThat(good()).isEqualTo(1);
        for (var charset : List.of(Charset.forName("GBK"), StandardCharsets.UTF_8)) {
            assertThat(found(file().csv(charset)))
                    .containsExactlyInAnyOrder("CSV!B2 NO_COURSE", "CSV!G2 NEEDS_COURSE");
            assertThat(good()).isEqualTo(1);
        }
    }

    /** Such a line is looked at twice: as the household's and as a member's. */
    @Test
    void what_is_missing_in_a_line_for_a_household_and_a_member_is_said_once() {
        var file =
                String.join(
                                "\r\n",
                                "户编号,行政村编码,姓名,证件号码,与户主关系",
                                "H1," + VILLAGE + ",张某," + ImportFile.number(1) + ",户主",
                                "," + VILLAGE + ",李某," + ImportFile.number(2) + ",配偶")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(found(file)).containsOnlyOnce("CSV!A3 REQUIRED");
        assertThat(Objects.requireNonNull(checked).strayLines()).isEqualTo(1);
    }

    /** What later forms call a type and a cause, beside the words of the first. */
    @Test
    void the_words_of_later_forms_are_known() {
        for (var type : List.of("特困供养户", "特困供养贫困户", "特困", "五保贫困户")) {
            assertThat(found(with(Column.TYPE, type).xlsx())).as(type).isEmpty();
        }
        for (var cause : List.of("因婚", "因丧", "因疫")) {
            assertThat(found(with(Column.MAIN_CAUSE, cause).xlsx())).as(cause).isEmpty();
        }
        assertThat(found(with(Column.MAIN_CAUSE, "因懒").xlsx()))
                .singleElement()
                .asString()
                .endsWith("NOT_A_CHOICE");
    }

    @Test
    void a_household_is_the_same_however_its_village_is_typed() {
        found(file().xlsx());
        var id = onlyId();
        for (var typed : List.of("５１３４２３９００２０１", "513423 900201", "513423　900201")) {
            assertThat(found(with(Column.VILLAGE, typed).xlsx())).isEmpty();
            assertThat(onlyId()).isEqualTo(id);
        }
    }

    private String onlyId() {
        return Objects.requireNonNull(checked).good().getFirst().householdId();
    }

    @Test
    void the_template_is_recognised_and_has_no_households() {
        assertThat(found(Template.file())).containsExactly("-!A1 NO_HOUSEHOLDS");
    }

    @Test
    void what_is_no_such_file_says_so() {
        assertThat(found("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("CSV!A1 NO_HEADER");
    }

    @Test
    void an_identity_number_is_checked_in_every_way() {
        var right = ImportFile.number(1);
        bad(member(Column.IDENTITY, "4.40524E+17"), "成员!C2 IDENTITY_LOST_DIGITS");
        bad(member(Column.IDENTITY, "110105491231002"), "成员!C2 IDENTITY_15");
        bad(member(Column.IDENTITY, right + "0"), "成员!C2 IDENTITY_LENGTH");
        bad(member(Column.IDENTITY, right + "42"), "成员!C2 IDENTITY_IS_CERTIFICATE");
        bad(member(Column.IDENTITY, right.substring(0, 17) + "Y"), "成员!C2 IDENTITY_SHAPE");
        var check = right.charAt(17) == '1' ? '2' : '1';
        bad(member(Column.IDENTITY, right.substring(0, 17) + check), "成员!C2 IDENTITY_CHECKSUM");
        bad(member(Column.IDENTITY, null), "成员!C2 IDENTITY_MISSING");
        bad(member(Column.SEX, "男"), "成员!E2 SEX_DIFFERS");
        bad(member(Column.BORN_ON, "1999-01-01"), "成员!F2 BIRTH_DATE_DIFFERS");
        bad(
                file().withMember(1, Column.IDENTITY, right),
                "成员!C2 PERSON_TWICE",
                "成员!C3 PERSON_TWICE");
    }

    private List<@Nullable String> also(byte[] file) throws Unreadable {
        var check = check();
        check.check(file);
        var also = new ArrayList<@Nullable String>();
        for (var finding : check.findings().all()) {
            assertThat(finding.rule()).isEqualTo(ImportRule.PERSON_IN_ANOTHER_HOUSEHOLD);
            also.add(finding.also());
        }
        return also;
    }

    @Test
    void whose_household_somebody_is_in_is_told_within_the_senders_region_only() throws Unreadable {
        register.elsewhere.put(0, new Register.Home("household-elsewhere", "513423100201"));
        assertThat(also(file().xlsx())).containsExactly("household-elsewhere");
        register.elsewhere.put(0, new Register.Home("household-elsewhere", "510100100201"));
        assertThat(also(file().xlsx())).containsExactly((String) null);
        register.elsewhere.put(0, new Register.Home("household-elsewhere", null));
        assertThat(also(file().xlsx())).containsExactly((String) null);
    }

    @Test
    void everybody_whose_number_stands_anywhere_in_the_file_is_known_to_wait_in_it()
            throws Unreadable {
        var check = check();
        check.check(
                file().member("H9", "张某", ImportFile.number(3), "户主")
                        .with(0, Column.GROUP, "组长 " + ImportFile.number(4) + "。")
                        .withMember(1, Column.DISABILITY_CERTIFICATE, ImportFile.number(5) + "42")
                        .xlsx());
        assertThat(check.identities()).hasSize(5);
    }

    @Test
    void a_group_is_one_of_those_listed_where_any_is() {
        register.groups = List.of(new KnownGroup("01", "一组", LocalDate.of(2014, 1, 1), null));
        bad(file(), "户!C2 GROUP_UNKNOWN");
        for (var said : List.of("一组", "01", "1组", "第1村民小组")) {
            assertThat(found(with(Column.GROUP, said).xlsx())).isEmpty();
        }
    }

    /** People name a sheet after a household's head, or with a number. */
    @Test
    void a_sheet_is_spoken_of_by_its_place_unless_its_name_is_the_templates() {
        var rows = List.of(NewRow.of(List.of("H1", "张某")));
        var columns =
                List.of(
                        NewColumn.of(Column.NUMBER.title(), 9),
                        NewColumn.of(Column.VILLAGE.title(), 9),
                        NewColumn.of(Column.GROUP.title(), 9));
        var file =
                SheetBook.of(
                        List.of(
                                new NewSheet("户", columns, rows, 0),
                                new NewSheet("张某" + ImportFile.number(1), columns, rows, 0)));
        assertThat(found(file))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("户!") || found.startsWith("表2!"));
        assertThat(found(file)).anyMatch(found -> found.startsWith("表2!"));
    }

    @Test
    void full_width_digits_spaces_and_small_letters_are_as_good() {
        var full = new StringBuilder();
        ImportFile.number(1).chars().forEach(c -> full.append((char) (c < 128 ? c + 0xFEE0 : c)));
        assertThat(found(member(Column.IDENTITY, " " + full + "　").xlsx())).isEmpty();
        assertThat(found(member(Column.IDENTITY, "11010519491231002x").xlsx())).isEmpty();
    }

    @Test
    void names_keep_rare_characters_and_dots_and_lose_the_spaces_that_pad_them() {
        assertThat(found(member(Column.NAME, "𠮷　某").withMember(1, Column.NAME, "古丽•买买提").xlsx()))
                .isEmpty();
        var members = checkedMembers();
        assertThat(members).containsExactly("𠮷某", "古丽·买买提");
        bad(member(Column.NAME, "张?"), "成员!B2 NAME_LOST_A_CHARACTER");
        bad(member(Column.NAME, "张\uE863"), "成员!B2 NAME_LOST_A_CHARACTER");
        bad(member(Column.NAME, "张3"), "成员!B2 NAME_HAS_DIGITS");
        bad(member(Column.NAME, "张😀"), "成员!B2 NAME_NOT_LETTERS");
        bad(member(Column.NAME, "张★某"), "成员!B2 NAME_NOT_LETTERS");
    }

    private List<String> checkedMembers() {
        return java.util.Objects.requireNonNull(checked)
                .good()
                .getFirst()
                .intake()
                .application()
                .path("members")
                .valueStream()
                .map(m -> m.path("name").asString())
                .toList();
    }

    @Test
    void members_and_household_have_to_fit() {
        bad(with(Column.SIZE, "3"), "户!F2 SIZE_DIFFERS");
        bad(member(Column.RELATION, "子女"), "户!A2 NO_HEAD");
        bad(file().withMember(1, Column.RELATION, "户主"), "成员!D3 TWO_HEADS");
        bad(file().withMember(1, Column.NUMBER, "H9"), "成员!A3 ORPHAN_MEMBER", "户!F2 SIZE_DIFFERS");
        bad(member(Column.RELATION, "邻居"), "成员!D2 NOT_A_CHOICE", "户!A2 NO_HEAD");
        assertThat(found(file().household("H2", 1).xlsx())).containsExactly("户!A3 NO_MEMBERS");
        assertThat(good()).isEqualTo(1);
        bad(file().household("H1", 3), "户!A3 DUPLICATE_HOUSEHOLD");
        assertThat(found(file().household("H1", 2).xlsx())).containsExactly("户!A3 DUPLICATE_LINE");
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void relations_are_read_as_forms_write_them() {
        for (var word : List.of("之岳父", "之外孙女", "外祖母", "三子", "养女", "之兄弟姐妹")) {
            assertThat(found(file().withMember(1, Column.RELATION, word).xlsx()))
                    .as(word)
                    .isEmpty();
        }
        assertThat(found(with(Column.TYPE, "扶贫低保户").xlsx())).isEmpty();
    }

    @Test
    void without_a_course_an_income_is_doubted_as_the_findings_will_doubt_it() {
        var alone = file().with(0, Column.BATCH, "二").with(0, Column.WAGE, "54000");
        assertThat(found(alone.xlsx())).doesNotContain("户!S2 INCOME_PER_HEAD_IMPLAUSIBLE");
        // ten times 2736 yuan for each of two
        assertThat(found(alone.with(0, Column.WAGE, "54300").xlsx()))
                .contains("户!S2 INCOME_PER_HEAD_IMPLAUSIBLE");
        assertThat(good()).isEqualTo(1);
        register.rules.put(RuleCode.INCOME_PER_HEAD_MAX, 30_000);
        assertThat(found(alone.xlsx())).doesNotContain("户!S2 INCOME_PER_HEAD_IMPLAUSIBLE");
    }

    @Test
    void a_village_of_an_abolished_township_lies_in_what_that_became() {
        var elsewhere = with(Column.VILLAGE, "513424900201");
        assertThat(found(elsewhere.xlsx())).contains("户!B2 VILLAGE_ELSEWHERE");
        register.lineage =
                Lineage.of(
                        List.of(
                                new Lineage.Succession(
                                        "513424900000",
                                        LocalDate.of(2020, 1, 1),
                                        List.of("513423900000"))));
        assertThat(found(elsewhere.xlsx())).doesNotContain("户!B2 VILLAGE_ELSEWHERE");
    }

    @Test
    void causes_and_income_have_to_be_right() {
        bad(with(Column.MAIN_CAUSE, null), "户!I2 MAIN_CAUSE_MISSING");
        bad(with(Column.OTHER_CAUSES, "因残、因学,缺水"), "户!J2 TOO_MANY_CAUSES");
        bad(with(Column.OTHER_CAUSES, "因病"), "户!J2 CAUSE_TWICE");
        bad(with(Column.WAGE, "-1"), "户!N2 INCOME_NEGATIVE");
        bad(
                with(Column.WAGE, "1200500000"),
                "户!N2 INCOME_IMPLAUSIBLE",
                "户!S2 INCOME_NOT_BELOW_LINE");
        bad(with(Column.WAGE, "9000"), "户!S2 INCOME_NOT_BELOW_LINE");
        bad(with(Column.WAGE, "一千"), "户!N2 NOT_A_NUMBER");
        bad(with(Column.PER_HEAD, "900"), "户!S2 PER_HEAD_DIFFERS");
        assertThat(found(with(Column.PER_HEAD, "850.25").xlsx())).isEmpty();
        bad(with(Column.INCOME_YEAR, "2012"), "户!M2 NO_LINE");
        bad(with(Column.SURVEYORS, null), "户!L2 INCOME_INCOMPLETE", "户!K2 COURSE_NEEDS_SURVEY");
    }

    @Test
    void the_village_and_what_happened_in_it_have_to_be_right() {
        bad(
                with(Column.VILLAGE, "513423900299"),
                "户!B2 VILLAGE_UNKNOWN",
                "过程!A2 COURSE_WITHOUT_HOUSEHOLDS");
        bad(
                file().withCourse(Column.FIRST_TO, "2014-04-28"),
                "过程!H2 NOTICE_TOO_SHORT",
                "户!B2 COURSE_UNSET");
        bad(
                file().withCourse(Column.REVIEWED_ON, "2014-04-20"),
                "过程!I2 DATE_OUT_OF_ORDER",
                "户!B2 COURSE_UNSET");
        assertThat(found(file().withCourse(Column.ANNOUNCED_ON, null).xlsx())).isEmpty();
        bad(
                file().withCourse(Column.ANNOUNCED_ON, "2014-05-01"),
                "过程!N2 DATE_OUT_OF_ORDER",
                "户!B2 COURSE_UNSET");
        bad(with(Column.VOTES_FOR, "1"), "户!V2 VOTED_DOWN");
        bad(with(Column.VOTES_FOR, "41"), "户!V2 MORE_VOTES_THAN_PRESENT");
        bad(with(Column.SURVEYED_ON, "2014-04-11"), "户!K2 DATE_OUT_OF_ORDER");
        register.left = Map.of("quota", 1);
        assertThat(found(file().xlsx())).containsExactly("过程!A2 QUOTA_TOO_SMALL");
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void numbers_of_persons_have_no_place_in_what_is_told() {
        bad(with(Column.GROUP, "13812345678"), "户!C2 PERSONAL_NUMBER");
        bad(
                with(Column.SURVEYORS, ImportFile.number(7)),
                "户!L2 PERSONAL_NUMBER",
                "户!K2 COURSE_NEEDS_SURVEY");
    }

    @Test
    void a_helper_is_an_id_and_no_name() {
        var helped = with(Column.HELPER_UNIT, "县农业局").with(0, Column.HELPED_SINCE, "2014-06-01");
        assertThat(found(helped.with(0, Column.HELPER, "张三").xlsx()))
                .singleElement()
                .asString()
                .endsWith("2 HELPER_BY_NAME");
        assertThat(good()).isZero();
        assertThat(found(helped.with(0, Column.HELPER, "bf-001").xlsx())).isEmpty();
    }

    @Test
    void details_that_cannot_be_are_found() {
        bad(with(Column.DWELLING_AREA, "60000"), "户!X2 OUT_OF_RANGE");
        bad(with(Column.IRRIGATED, "4"), "户!AC2 PART_OF_WHOLE");
        bad(member(Column.PHONE, "电话"), "成员!H2 PHONE_SHAPE");
        bad(member(Column.PHONE, "1391234567"), "成员!H2 PHONE_SHAPE");
        bad(member(Column.CARD, "6.22848E+18"), "成员!I2 CARD_LOST_DIGITS");
        bad(member(Column.DISABILITY, "肢体"), "成员!P2 GRADE_WITHOUT_CATEGORY");
        bad(member(Column.DISABILITY_CERTIFICATE, "123"), "成员!Q2 CERTIFICATE_SHAPE");
        assertThat(found(member(Column.HEALTH, "残疾").xlsx()))
                .containsExactly("成员!O2 DISABILITY_WITHOUT_CATEGORY");
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void dates_are_read_as_people_write_them() {
        for (var date : List.of("2014年4月1日", "2014.4.1", "20140401", "41730", "２０１４-04-01")) {
            assertThat(found(with(Column.APPLIED_ON, date).xlsx())).as(date).isEmpty();
        }
        bad(with(Column.APPLIED_ON, "2014-02-30"), "户!E2 NOT_A_DATE");
        bad(with(Column.APPLIED_ON, "2033-01-01"), "户!E2 DATE_IN_THE_FUTURE");
    }

    @Test
    void whoever_has_no_number_yet_is_taken_with_the_reason() {
        var file =
                file().withMember(1, Column.IDENTITY, null)
                        .withMember(1, Column.SEX, "女")
                        .withMember(1, Column.BORN_ON, "2014-01-05")
                        .withMember(1, Column.RELATION, "子女")
                        .withMember(1, Column.WITHOUT_NUMBER, "新生儿");
        assertThat(found(file.xlsx())).isEmpty();
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void whoever_was_born_since_the_application_keeps_only_a_new_household_out() {
        var grown =
                file().member("H1", "张小", ImportFile.number(3, 2015), "子女")
                        .with(0, Column.SIZE, "3")
                        .with(0, Column.PER_HEAD, "850.25");
        bad(grown, "成员!C4 BORN_AFTER_APPLICATION");
        var id = new Blind(sha256 -> sha256).id("household", VILLAGE.substring(0, 9), "H1");
        for (var at = 0; at < 3; at++) {
            register.elsewhere.put(at, new Register.Home(id, VILLAGE));
        }
        var all = Set.of(Step.values());
        register.known = new Known(LocalDate.of(2014, 4, 1), VILLAGE, false, all, all, null, null);
        assertThat(found(grown.xlsx())).as("as income per head the two of then count").isEmpty();
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void a_survey_that_did_not_change_is_not_held_against_the_exit() {
        var file = file().xlsx();
        assertThat(found(file)).isEmpty();
        var intake = Objects.requireNonNull(checked).good().getFirst().intake();
        var survey =
                new Blind(sha256 -> sha256)
                        .hex(
                                "survey",
                                intake.householdId(),
                                Objects.requireNonNull(intake.survey()));
        var all = Set.of(Step.APPLICATION, Step.SURVEY);
        var on = LocalDate.of(2014, 4, 1);
        register.known = new Known(on, VILLAGE, false, all, all, 2013, survey);
        assertThat(found(file)).noneMatch(f -> f.contains("INCOME_YEAR_NOT_BEFORE_EXIT"));
        register.known = new Known(on, VILLAGE, false, all, all, 2013, "other");
        assertThat(found(file)).anyMatch(f -> f.contains("INCOME_YEAR_NOT_BEFORE_EXIT"));
    }
}
