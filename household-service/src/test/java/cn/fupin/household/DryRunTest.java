package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.intake.ImportFile;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The check of a file tells beforehand whatever its run would be refused for. */
class DryRunTest {
    private static final AtomicInteger NEXT = new AtomicInteger(40_000);

    private final Township township = Township.ready(500);

    private ImportFile file(ImportFile file, String number, String... members) {
        file.household(number, members.length);
        for (var i = 0; i < members.length; i++) {
            file.member(number, "张某", members[i], i == 0 ? "户主" : "子女");
        }
        return file;
    }

    private ImportFile file(String... members) {
        return file(new ImportFile(township.village).course(), "H1", members);
    }

    private static String person() {
        return ImportFile.number(NEXT.incrementAndGet());
    }

    private JsonNode upload(ImportFile file) {
        return upload(file, "2014-06-01");
    }

    private JsonNode upload(ImportFile file, String asOf) {
        return ImportTest.json(
                ImportTest.send(
                        ImportTest.to("/imports?region=" + township.town + "&asOf=" + asOf)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file.xlsx()))),
                200);
    }

    private static List<String> rules(JsonNode upload) {
        return upload.path("findings")
                .valueStream()
                .map(finding -> finding.path("rule").asString())
                .toList();
    }

    /** What is bad stays out. */
    private static JsonNode run(JsonNode upload) {
        var path = "/imports/" + upload.path("importId").asString();
        var orders =
                EventJson.MAPPER.writeValueAsBytes(
                        Map.of("leaveOutBad", true, "approvedBy", "officer-9", "reason", "抄录有误"));
        ImportTest.json(
                ImportTest.send(
                        ImportTest.to(path + "/run")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(orders))),
                202);
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            var status = ImportTest.json(ImportTest.send(ImportTest.to(path).GET()), 200);
            if (status.path("state").asString().equals("DONE")) return status;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("not done: " + path);
    }

    private static int count(JsonNode status, String outcome) {
        return status.path("outcomes").path(outcome).asInt(0);
    }

    private static JsonNode lines(JsonNode upload) {
        var path = "/imports/" + upload.path("importId").asString() + "/lines";
        return ImportTest.json(ImportTest.send(ImportTest.to(path).GET()), 200);
    }

    private static String householdOf(JsonNode upload) {
        return lines(upload).path(0).path("householdId").asString();
    }

    /** Found, left out, and nothing refused. */
    private void isFound(String rule, ImportFile file) {
        var upload = upload(file);
        assertThat(rules(upload)).as(upload.toString()).contains(rule);
        assertThat(upload.path("badHouseholds").asInt()).isEqualTo(1);
        assertThat(count(run(upload), "refused")).isZero();
    }

    /** Told, and refused in the run as it was told. */
    private void isToldAndRefused(String rule, String reason, JsonNode upload) {
        assertThat(rules(upload)).as(upload.toString()).contains(rule);
        assertThat(upload.path("badHouseholds").asInt()).isZero();
        assertThat(count(run(upload), "refused")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains(reason);
    }

    private String registeredWith(String head, String other) {
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "application",
                        township.application(
                                TestPersons.person("王某", "HEAD", head),
                                TestPersons.person("王某", "CHILD", other))));
        return household;
    }

    private void left(String household, String person, String reason, String on) {
        township.done(township.leave(household, person, reason, on));
    }

    @Test
    void whoever_is_recorded_as_dead() {
        var person = person();
        left(registeredWith(person(), person), person, "DEATH", "2014-04-01");
        isFound("PERSON_DIED", file(person(), person));
    }

    @Test
    void whoever_left_another_household_later_than_the_application() {
        var person = person();
        left(registeredWith(person(), person), person, "MOVED_OUT", "2014-05-01");
        isFound("PERSON_ELSEWHERE_THEN", file(person(), person));
    }

    @Test
    void whoever_is_split_off_for_eligibility() {
        township.done(
                township.rule(township.town, "split-lookback-days", 365, "day", "2014-01-01"));
        var person = person();
        left(registeredWith(person(), person), person, "DIVISION", "2014-04-01");
        isFound("SPLIT_FOR_ELIGIBILITY", file(person));
    }

    @Test
    void a_notice_without_the_telephone_that_a_rule_asks_for() {
        township.done(
                township.rule(township.town, "notice-hotline-required", 1, "flag", "2014-05-01"));
        isFound("HOTLINE_MISSING", file(person()));
        var named = upload(file(person()).lastCourse("监督电话", "0834-6362345"));
        assertThat(rules(named)).isEmpty();
        assertThat(count(run(named), "entered")).as(lines(named).toString()).isEqualTo(1);
    }

    @Test
    void somebodys_own_phone_on_a_notice() {
        isFound("PERSONAL_NUMBER", file(person()).lastCourse("监督电话", "13800138000"));
    }

    private ImportFile helped(ImportFile file, int household, String since) {
        return file.with(household, "帮扶责任人编号", "bf-" + township.town)
                .with(household, "帮扶单位", "县农业局")
                .with(household, "帮扶责任人类别", "党员")
                .with(household, "帮扶开始日期", since);
    }

    @Test
    void the_household_that_is_one_too_many_for_its_helper() {
        var file = new ImportFile(township.village).course();
        for (var i = 0; i < 6; i++) {
            file(file, "H" + i, person());
            helped(file, i, "2014-06-01");
        }
        var upload = upload(file);
        assertThat(rules(upload)).containsExactly("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        assertThat(upload.path("findings").path(0).path("cell").asString()).isEqualTo("户!AX7");
        var done = run(upload);
        assertThat(count(done, "entered")).as(lines(upload).toString()).isEqualTo(5);
        assertThat(count(done, "refused")).isZero();
        var another = file(new ImportFile(township.village).course(), "H9", person());
        assertThat(rules(upload(helped(another, 0, "2014-06-02"))))
                .containsExactly("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        assertThat(rules(upload(file))).as("those it helps are its own").hasSize(1);
    }

    @Test
    void a_helper_from_before_the_household_was_registered() {
        isFound("DATE_OUT_OF_ORDER", helped(file(person()), 0, "2014-05-01"));
    }

    @Test
    void villages_that_ask_for_more_places_together_than_are_left() {
        var full = Township.ready(3);
        var other = full.town.substring(0, 9) + "202";
        full.done(full.list(other, "二村", "VILLAGE", full.town, true));
        var file = new ImportFile(full.village).course();
        file(file, "H1", person(), person()).course().lastCourse("行政村编码", other);
        file(file, "H2", person(), person()).with(1, "行政村编码", other);
        var upload =
                ImportTest.json(
                        ImportTest.send(
                                ImportTest.to("/imports?region=" + full.town)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.xlsx()))),
                        200);
        assertThat(rules(upload)).containsExactly("QUOTA_TOO_SMALL", "QUOTA_TOO_SMALL");
        assertThat(count(run(upload), "refused")).isEqualTo(1);
    }

    @Test
    void those_who_hold_their_places_ask_for_none_again() {
        var full = Township.ready(1);
        var file = file(new ImportFile(full.village).course(), "H1", person());
        for (var time = 0; time < 2; time++) {
            var upload =
                    ImportTest.json(
                            ImportTest.send(
                                    ImportTest.to("/imports?region=" + full.town)
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            file.xlsx()))),
                            200);
            assertThat(rules(upload)).isEmpty();
            run(upload);
        }
    }

    /** Applied and surveyed by a file that has no course. */
    private ImportFile applied() {
        return file(new ImportFile(township.village), "H1", person(), person());
    }

    private String entered(ImportFile file) {
        var upload = upload(file);
        assertThat(count(run(upload), "entered")).as(lines(upload).toString()).isEqualTo(1);
        return householdOf(upload);
    }

    @Test
    void a_household_that_has_ended_since() {
        var file = applied();
        var household = entered(file);
        township.done(township.dissolve(household, "2014-04-06"));
        isToldAndRefused("HOUSEHOLD_ENDED", "NOT_IN_THE_COURSE", upload(file.course()));
    }

    /** The others of its village go on without it. */
    @Test
    void one_that_has_ended_keeps_no_other_from_the_meeting_and_the_notices() {
        var file = file(applied(), "H2", person());
        var upload = upload(file);
        assertThat(count(run(upload), "entered")).as(lines(upload).toString()).isEqualTo(2);
        township.done(township.dissolve(householdOf(upload), "2014-04-06"));
        var again = upload(file.course());
        var done = run(again);
        assertThat(count(done, "refused")).as(lines(again).toString()).isEqualTo(1);
        assertThat(count(done, "entered")).as(lines(again).toString()).isEqualTo(1);
        assertThat(lines(again).toString()).contains("NOT_IN_THE_COURSE");
    }

    @Test
    void a_household_that_went_on_by_hand() {
        var file = applied();
        township.done(township.assess(entered(file), 30, 2));
        isToldAndRefused("HANDLED_BY_HAND", "NOT_SURVEYED", upload(file.course()));
    }

    @Test
    void a_household_that_has_moved_since() {
        var file = applied();
        var household = entered(file);
        var other = township.town.substring(0, 9) + "202";
        township.done(township.list(other, "二村", "VILLAGE", township.town, true));
        township.done(
                township.step(
                        household,
                        "move",
                        Map.of("region", other, "reason", "OTHER", "movedOn", "2014-04-08")));
        isToldAndRefused("LIES_ELSEWHERE", "ASSESSMENT_ELSEWHERE", upload(file.course()));
    }

    @Test
    void a_day_before_the_household_was_there() {
        var file = applied();
        entered(file);
        file.with(0, "住房结构", "木");
        var upload = upload(file, "2014-03-01");
        assertThat(rules(upload)).contains("BEFORE_THE_OPENING");
        assertThat(count(run(upload), "refused")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains("BEFORE_THE_OPENING");
    }

    @Test
    void a_line_without_a_day_stays_of_the_day_it_was_entered_with() {
        var file = applied().with(0, "申请日期", null);
        var first = upload(file, "2014-04-01");
        run(first);
        var later = upload(file, "2014-06-01");
        assertThat(rules(later)).containsOnly("NO_COURSE", "NEEDS_COURSE");
        assertThat(count(run(later), "unchanged")).isEqualTo(1);
    }

    @Test
    void a_member_who_has_left_since() {
        var child = person();
        var file = file(new ImportFile(township.village), "H1", person(), child);
        left(entered(file), child, "MOVED_OUT", "2014-05-01");
        file.withMember(1, "文化程度", "小学");
        isToldAndRefused("NOT_A_MEMBER", "NOT_A_MEMBER", upload(file));
    }

    @Test
    void an_income_of_the_year_by_which_the_household_exited() {
        township.done(township.line(township.town, 2015, 2855_00));
        var file = file(person(), person());
        var household = entered(file);
        township.exit(household);
        file.with(0, "收入年度", "2015").with(0, "入户调查日期", "2016-01-05").with(0, "批次", "无");
        isToldAndRefused(
                "INCOME_YEAR_NOT_BEFORE_EXIT", "INCOME_YEAR_NOT_BEFORE_EXIT", upload(file));
        township.done(township.line(township.town, 2016, 2952_00));
        var quota = new TreeMap<>(township.quota(township.town, 5));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
        township.done(township.step(household, "relapse", RegionsAndRulesTest.relapse()));
        isToldAndRefused(
                "INCOME_YEAR_NOT_BEFORE_EXIT",
                "INCOME_YEAR_NOT_BEFORE_EXIT",
                upload(file.with(0, "入户调查日期", "2016-01-06")));
    }

    @Test
    void an_income_of_the_year_of_an_exit_that_is_to_be_verified_anew() {
        township.done(township.line(township.town, 2015, 2855_00));
        var file = file(person(), person());
        var household = entered(file);
        township.exitReady(household);
        township.done(
                township.step(
                        household,
                        "exit-proposal",
                        Map.of("proposedOn", "2016-10-20", "decidedBy", Township.body("村两委"))));
        file.with(0, "收入年度", "2015").with(0, "入户调查日期", "2016-01-05").with(0, "批次", "无");
        var upload = upload(file);
        assertThat(rules(upload)).doesNotContain("INCOME_YEAR_NOT_BEFORE_EXIT");
        assertThat(count(run(upload), "refused")).as(lines(upload).toString()).isZero();
    }

    /** Each makes a line that some command of the run would refuse. */
    private static final List<String[]> WRONG =
            List.of(
                    new String[] {"户", "村民小组", "𠮷".repeat(26)},
                    new String[] {"户", "村民小组", "13812345678"},
                    new String[] {"户", "申请日期", "2014-04-06"},
                    new String[] {"户", "入户调查日期", "2014-04-11"},
                    new String[] {"户", "调查人", "赵".repeat(101)},
                    new String[] {
                        "户",
                        "调查人",
                        IntStream.range(0, 21)
                                .mapToObj(i -> "调" + i)
                                .collect(Collectors.joining("、"))
                    },
                    new String[] {"户", "收入年度", "2012"},
                    new String[] {"户", "工资性收入(元)", "90000"},
                    new String[] {"户", "工资性收入(元)", "-1"},
                    new String[] {"户", "赞成票", "1"},
                    new String[] {"户", "赞成票", "41"},
                    new String[] {"户", "主要致贫原因", null},
                    new String[] {"户", "其他致贫原因", "因病"},
                    new String[] {"户", "其他致贫原因", "因残、因学、因灾"},
                    new String[] {"户", "贫困户属性", null},
                    new String[] {"户", "有效灌溉面积(亩)", "9"},
                    new String[] {"户", "帮扶责任人编号", "bf-9"},
                    new String[] {"成员", "姓名", "名".repeat(51)},
                    new String[] {"成员", "与户主关系", "户主"},
                    new String[] {"成员", "与户主关系", "邻居"},
                    new String[] {"成员", "联系电话", "无"},
                    new String[] {"成员", "银行卡号", "123"},
                    new String[] {"成员", "残疾证号", "123"},
                    new String[] {"成员", "民族", "族".repeat(21)},
                    new String[] {"成员", "技能", "技".repeat(51)},
                    new String[] {"成员", "技能", "甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子"},
                    new String[] {"成员", "务工月数", "13"},
                    new String[] {"成员", "证件号码", null});

    static List<Long> seeds() {
        return IntStream.range(0, 4).mapToObj(i -> 20_140_400L + i).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_not_found_is_not_refused(long seed) {
        var random = new Random(seed);
        var file = new ImportFile(township.village).course();
        var wrong = new ArrayList<Integer>();
        for (var i = 0; i < 12; i++) {
            file(file, "H" + i, person(), person());
            if (random.nextInt(4) == 0) continue;
            wrong.add(i);
            for (var mistakes = 1 + random.nextInt(2); mistakes > 0; mistakes--) {
                var one = WRONG.get(random.nextInt(WRONG.size()));
                put(file, i, one[0], one[1], one[2]);
            }
        }
        var upload = upload(file);
        assertThat(upload.path("badHouseholds").asInt())
                .as(upload.path("findings").toString())
                .isEqualTo(wrong.size());
        var done = run(upload);
        assertThat(count(done, "refused")).as(lines(upload).toString()).isZero();
        assertThat(count(done, "entered")).isEqualTo(12 - wrong.size());
    }

    private static void put(
            ImportFile file, int household, String sheet, String title, @Nullable String value) {
        if (sheet.equals("户")) file.with(household, title, value);
        else file.withMember(2 * household + 1, title, value);
    }
}
