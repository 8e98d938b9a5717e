package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Unreadable;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A file taken to a village without a network, and what comes back. */
class VisitKitTest {
    private final Township township = Township.ready(100);
    private final String path = "/villages/" + township.village + "/visit-kit";
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    /** The kit's sheets, each row as texts. */
    private Map<String, List<List<String>>> kit() throws Unreadable {
        var response = ImportTest.send(ImportTest.to(path).GET());
        assertThat(response.statusCode()).isEqualTo(200);
        return rows(response.body());
    }

    static Map<String, List<List<String>>> rows(byte[] file) throws Unreadable {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        SheetFile.read(
                file,
                Limits.USUAL,
                new SheetVisitor() {
                    private List<List<String>> rows = new ArrayList<>();

                    @Override
                    public void sheet(String name) {
                        rows = new ArrayList<>();
                        sheets.put(name, rows);
                    }

                    @Override
                    public void row(SheetRow row) {
                        rows.add(
                                row.cells().stream()
                                        .map(c -> c == null ? "" : c.text().replace("\n", " "))
                                        .toList());
                    }
                });
        return sheets;
    }

    /** A sheet saved as CSV by a program that writes GBK, its rows as long as its titles. */
    private JsonNode back(List<String> titles, List<List<String>> rows) {
        return ImportTest.json(ImportTest.send(ImportTest.to(path).POST(csv(titles, rows))), 200);
    }

    static HttpRequest.BodyPublisher csv(List<String> titles, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", titles));
        rows.forEach(row -> lines.add(String.join(",", row)));
        var file = String.join("\r\n", lines).getBytes(Charset.forName("GBK"));
        return HttpRequest.BodyPublishers.ofByteArray(file);
    }

    private static List<String> filled(List<String> row, String... more) {
        var whole = new ArrayList<>(row.subList(0, 5));
        whole.addAll(List.of(more));
        return whole;
    }

    private List<List<String>> sheet(String name) throws Unreadable {
        return Objects.requireNonNull(kit().get(name));
    }

    private static int count(JsonNode back, String fate) {
        return back.path("counts").path(fate).asInt(0);
    }

    private long events(String household, String type) {
        return db.sql("select count(*) from events where stream_id = ? and payload_type = ?")
                .params(household, type)
                .query(Long.class)
                .single();
    }

    @Test
    void lines_are_entered_on_what_the_visitor_saw_and_only_once() throws Unreadable {
        var household = township.registered(2);
        var visits = sheet("走访");
        assertThat(visits).hasSize(2);
        assertThat(visits.get(1)).startsWith(household, "王**", "三组");
        var rows =
                List.of(
                        filled(visits.get(1), "2014-07-01", "李某", "走访"),
                        filled(visits.get(1), "2014-07-15", "李某", ""),
                        filled(visits.get(1)));
        var back = back(visits.getFirst(), rows);
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(2);
        assertThat(events(household, "HouseholdVisited")).isEqualTo(2);
        var again = back(visits.getFirst(), rows);
        assertThat(count(again, "already_entered")).isEqualTo(2);
        assertThat(events(household, "HouseholdVisited")).isEqualTo(2);
    }

    @Test
    void each_line_shows_the_number_of_its_household_and_a_kit_from_before_comes_back()
            throws Unreadable {
        var household = township.registered(2);
        var before = sheet("走访");
        assertThat(before.getFirst()).endsWith("建档立卡户编号");
        var number = HouseholdNumberTest.newNumber();
        township.done(HouseholdNumberTest.number(township, household, number));
        for (var rows : kit().values()) {
            if (rows.size() == 2) assertThat(rows.get(1)).startsWith(household).endsWith(number);
        }
        var titles = before.getFirst().subList(0, before.getFirst().size() - 1);
        var visit = List.of(filled(sheet("走访").get(1), "2014-07-01", "李某", "走访"));
        assertThat(count(back(titles, visit), "entered")).isEqualTo(1);
    }

    @Test
    void what_changed_meanwhile_is_told_line_by_line_and_not_overwritten() throws Unreadable {
        var changed = township.registered(2);
        var other = township.registered(1);
        var incomes = sheet("收入");
        township.done(
                township.step(
                        changed, "visit", Map.of("visitedBy", "王某", "visitedOn", "2014-08-01")));
        var rows = new ArrayList<List<String>>();
        for (var row : incomes.subList(1, incomes.size())) {
            rows.add(filled(row, "2014", "2015-01-10", "1000", "0", "0", "0", "0"));
            rows.add(filled(row, "2013", "2015-01-10", "900", "0", "0", "0", "0"));
        }
        var back = back(incomes.getFirst(), rows);
        assertThat(count(back, "conflict")).as(back.toString()).isEqualTo(2);
        assertThat(count(back, "entered")).isEqualTo(2);
        assertThat(events(changed, "IncomeRecorded")).isZero();
        assertThat(events(other, "IncomeRecorded")).isEqualTo(2);
    }

    /** The visitor looked again at what had moved on, and filled in the same line. */
    @Test
    void a_line_that_met_a_conflict_is_entered_from_a_new_kit_and_only_once() throws Unreadable {
        var household = township.registered(2);
        var old = sheet("走访");
        township.done(
                township.step(
                        household, "visit", Map.of("visitedBy", "王某", "visitedOn", "2014-08-01")));
        var line = List.of(filled(old.get(1), "2014-07-01", "李某", "走访"));
        assertThat(count(back(old.getFirst(), line), "conflict")).isEqualTo(1);
        assertThat(count(back(old.getFirst(), line), "conflict")).isEqualTo(1);
        var fresh = sheet("走访");
        var again = List.of(filled(fresh.get(1), "2014-07-01", "李某", "走访"));
        var entered = back(fresh.getFirst(), again);
        assertThat(count(entered, "entered")).as(entered.toString()).isEqualTo(1);
        assertThat(events(household, "HouseholdVisited")).isEqualTo(2);
        for (var kit : List.of(line, again)) {
            assertThat(count(back(fresh.getFirst(), kit), "already_entered")).isEqualTo(1);
        }
        var newest = sheet("走访");
        var third = List.of(filled(newest.get(1), "2014-07-01", "李某", "走访"));
        assertThat(count(back(newest.getFirst(), third), "already_entered")).isEqualTo(1);
        assertThat(events(household, "HouseholdVisited")).isEqualTo(2);
    }

    /** A spreadsheet saves one sheet as CSV: the visitor brings them one after the other. */
    @Test
    void sheets_of_one_kit_brought_one_by_one_do_not_meet_each_other() throws Unreadable {
        var household = township.registered(1);
        var mine = kit();
        var others = kit();
        var visits = Objects.requireNonNull(mine.get("走访"));
        var incomes = Objects.requireNonNull(mine.get("收入"));
        var visit = List.of(filled(visits.get(1), "2014-07-01", "李某", "走访"));
        assertThat(count(back(visits.getFirst(), visit), "entered")).isEqualTo(1);
        var income =
                List.of(filled(incomes.get(1), "2014", "2015-01-10", "1000", "0", "0", "0", "0"));
        assertThat(count(back(incomes.getFirst(), income), "entered")).isEqualTo(1);
        var anothers = Objects.requireNonNull(others.get("收入"));
        var unseen =
                List.of(filled(anothers.get(1), "2014", "2015-01-10", "1001", "0", "0", "0", "0"));
        assertThat(count(back(anothers.getFirst(), unseen), "conflict")).isEqualTo(1);
        assertThat(events(household, "IncomeRecorded")).isEqualTo(1);
    }

    @Test
    void a_line_that_was_mended_stands_before_lines_that_were_entered_already() throws Unreadable {
        var household = township.registered(1);
        var visits = sheet("走访");
        var good = filled(visits.get(1), "2014-07-15", "李某", "走访");
        var lines = List.of(filled(visits.get(1), "2099-07-01", "李某", "走访"), good);
        var first = back(visits.getFirst(), lines);
        assertThat(count(first, "bad")).isEqualTo(1);
        assertThat(count(first, "entered")).isEqualTo(1);
        township.done(
                township.step(
                        household, "visit", Map.of("visitedBy", "王某", "visitedOn", "2014-08-01")));
        var mended = List.of(filled(visits.get(1), "2014-07-01", "李某", "走访"), good);
        var second = back(visits.getFirst(), mended);
        assertThat(count(second, "conflict")).isEqualTo(1);
        assertThat(count(second, "already_entered")).as(second.toString()).isEqualTo(1);
    }

    @Test
    void who_only_applied_is_surveyed_and_not_in_the_kit() throws Unreadable {
        var registered = township.registered(1);
        var applied = Township.newHousehold();
        township.done(township.step(applied, "application", township.applicationOf(1)));
        var filed = Township.newHousehold();
        township.done(
                township.step(
                        filed,
                        "record",
                        township.recording(
                                TestPersons.person("王大", "HEAD", TestPersons.newNumber()))));
        var visits = sheet("走访");
        assertThat(visits.subList(1, visits.size()))
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder(registered, filed);

        township.done(
                township.step(filed, "application-on-file", Map.of("appliedOn", "2014-08-01")));
        var since = sheet("走访");
        assertThat(since.subList(1, since.size()))
                .as("on file as before")
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder(registered, filed);
        var ofFiled =
                since.stream()
                        .filter(row -> row.getFirst().equals(filed))
                        .findFirst()
                        .orElseThrow();
        var back = back(since.getFirst(), List.of(filled(ofFiled, "2014-08-02", "李某", "走访")));
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
    }

    @Test
    void an_income_is_checked_as_the_import_checks_it_and_told_in_the_sheet_s_words()
            throws Unreadable {
        township.registered(1);
        var incomes = sheet("收入");
        var back =
                back(
                        incomes.getFirst(),
                        List.of(
                                filled(
                                        incomes.get(1),
                                        "2014",
                                        "2015-01-10",
                                        "-1",
                                        "2000000",
                                        "",
                                        "",
                                        ""),
                                filled(incomes.get(1), "2016", "2015-01-10", "1"),
                                filled(incomes.get(1), "2014", "2015-01-10", "")));
        assertThat(count(back, "bad")).as(back.toString()).isEqualTo(3);
        assertThat(back.path("lines").toString())
                .contains("CSV!H2", "INCOME_NEGATIVE", "CSV!I2", "INCOME_IMPLAUSIBLE")
                .contains("CSV!F3", "OUT_OF_RANGE");
        assertThat(count(back, "check")).isEqualTo(1);
        assertThat(count(back, "entered")).isEqualTo(1);

        var changes = sheet("成员变动");
        var number = TestPersons.newNumber("1990", true);
        var born =
                filled(
                        changes.get(1),
                        "",
                        "出生",
                        "2014-09-01",
                        "",
                        "",
                        "王小",
                        number,
                        "",
                        "",
                        "",
                        "子女");
        var refused = back(changes.getFirst(), List.of(born)).path("lines").path(0);
        assertThat(refused.path("reason").asString()).isEqualTo("BORN_LONG_BEFORE");
        for (var text : List.of(refused.path("zh"), refused.path("en"))) {
            assertThat(text.asString())
                    .contains("“变动日期”")
                    .doesNotContain("joinedOn", "BIRTH", "MOVED_IN");
        }
        assertThat(refused.path("zh").asString()).contains("按出生加入", "迁入、返回", "“变动”");
        var nobody =
                filled(changes.get(1), "", "去世", "2014-09-01", "某人", "", "", "", "", "", "", "");
        var malformed = back(changes.getFirst(), List.of(nobody)).path("lines").path(0);
        assertThat(malformed.path("cell").asString()).as(malformed.toString()).isEqualTo("CSV!I2");
        assertThat(malformed.path("zh").asString()).startsWith("“离开成员标识”");
    }

    @Test
    void the_kit_of_a_village_that_was_merged_is_the_successor_s() throws Unreadable {
        var household = township.registered(1);
        var later = Township.listed();
        township.done(township.supersede(township.village, "2019-12-20", later.village));
        var ended = ImportTest.send(ImportTest.to(path).GET());
        assertThat(ended.statusCode()).isEqualTo(409);
        assertThat(new String(ended.body(), StandardCharsets.UTF_8))
                .contains("VILLAGE_ENDED", later.village);
        var response =
                ImportTest.send(ImportTest.to("/villages/" + later.village + "/visit-kit").GET());
        assertThat(response.statusCode()).isEqualTo(200);
        var visits = Objects.requireNonNull(rows(response.body()).get("走访"));
        assertThat(visits.get(1)).startsWith(household);
        var back =
                ImportTest.json(
                        ImportTest.send(
                                ImportTest.to("/villages/" + later.village + "/visit-kit")
                                        .POST(
                                                csv(
                                                        visits.getFirst(),
                                                        List.of(
                                                                filled(
                                                                        visits.get(1),
                                                                        "2020-01-05",
                                                                        "李某",
                                                                        "走访"))))),
                        200);
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
        var empty =
                ImportTest.send(
                        ImportTest.to("/villages/" + Township.listed().village + "/visit-kit")
                                .GET());
        assertThat(rows(empty.body()).toString()).contains("本村当日没有建档的农户");
    }

    @Test
    void a_line_that_was_refused_is_entered_once_its_cause_is_gone() throws Unreadable {
        var household = township.registered(1);
        var elsewhere = Township.newHousehold();
        var number = TestPersons.newNumber();
        township.done(
                township.step(
                        elsewhere,
                        "application",
                        township.application(
                                TestPersons.person("王大", "HEAD", TestPersons.newNumber()),
                                TestPersons.person("王小", "CHILD", number))));
        var changes = sheet("成员变动");
        var row =
                changes.stream()
                        .filter(r -> r.getFirst().equals(household))
                        .findFirst()
                        .orElseThrow();
        var line =
                List.of(
                        filled(
                                row,
                                "",
                                "婚入",
                                "2014-09-01",
                                "",
                                "",
                                "王小",
                                number,
                                "",
                                "",
                                "",
                                "配偶"));
        var refused = back(changes.getFirst(), line);
        assertThat(count(refused, "refused")).as(refused.toString()).isEqualTo(1);
        township.done(township.leave(elsewhere, number, "MARRIAGE", "2014-08-31"));
        var entered = back(changes.getFirst(), line);
        assertThat(count(entered, "entered")).as(entered.toString()).isEqualTo(1);
        assertThat(count(back(changes.getFirst(), line), "already_entered")).isEqualTo(1);
        assertThat(events(household, "MemberJoined")).isEqualTo(1);
    }

    @Test
    void a_quarter_that_was_checked_comes_back_with_its_amounts() throws Unreadable {
        var household = township.registered(2);
        var quarters = sheet("季度核查");
        var line =
                filled(
                        quarters.get(1),
                        "2014",
                        "3",
                        "2014-10-02",
                        "李某",
                        "1200.50",
                        "800",
                        "0",
                        "90",
                        "300",
                        "400",
                        "50",
                        "60",
                        "10",
                        Township.headOf(household));
        var back = back(quarters.getFirst(), List.of(line));
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
        var checked =
                EventJson.MAPPER.readTree(
                        db.sql(
                                        """
                                        select convert_from(payload, 'UTF8') from events
                                        where stream_id = ? and payload_type = 'QuarterChecked'
                                        """)
                                .param(household)
                                .query(String.class)
                                .single());
        assertThat(checked.path("year").asInt()).isEqualTo(2014);
        assertThat(checked.path("quarter").asInt()).isEqualTo(3);
        assertThat(checked.path("occurredOn").asString()).isEqualTo("2014-10-02");
        assertThat(checked.path("wageFen").asLong()).isEqualTo(1200_50);
        assertThat(checked.path("transferFen").asLong()).isEqualTo(90_00);
        assertThat(checked.path("costFen").asLong()).isEqualTo(300_00);
        assertThat(checked.path("livingFen").asLong()).isEqualTo(400_00);
        assertThat(checked.path("signedBy").asString()).isEqualTo(Township.headOf(household));
        assertThat(count(back(quarters.getFirst(), List.of(line)), "already_entered")).isEqualTo(1);
        assertThat(events(household, "QuarterChecked")).isEqualTo(1);
    }

    @Test
    void members_come_and_go_and_what_is_wrong_is_told_with_its_cell() throws Unreadable {
        var household = township.registered(2);
        var changes = sheet("成员变动");
        var row = changes.get(1);
        var leaver = row.get(5).replaceAll(".*(person-[0-9a-f-]{36}).*", "$1");
        var head = Township.headOf(household);
        var back =
                back(
                        changes.getFirst(),
                        List.of(
                                filled(
                                        row,
                                        "",
                                        "出生",
                                        "2014-09-01",
                                        "",
                                        "",
                                        "王小",
                                        TestPersons.newNumber("2014", true),
                                        "",
                                        "",
                                        "",
                                        "子女"),
                                filled(
                                        row,
                                        "",
                                        "迁出",
                                        "2014-10-01",
                                        leaver,
                                        leaver.equals(head) ? "" : "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        ""),
                                filled(
                                        row,
                                        "",
                                        "飞走",
                                        "2014-10-01",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "")));
        assertThat(count(back, "bad")).as(back.toString()).isEqualTo(1);
        assertThat(back.path("lines").toString()).contains("CSV!G4", "NOT_A_CHOICE");
        assertThat(events(household, "MemberJoined")).isEqualTo(1);
    }

    private static List<String> newHead(
            List<String> row, String on, String next, String former, String others) {
        return filled(row, "", on, next, former, others, "原户主年老");
    }

    /** Three persons: the head, a child and a grandchild. */
    private String threeGenerations() {
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王大", "HEAD", TestPersons.newNumber()),
                                TestPersons.person("李明", "CHILD", TestPersons.newNumber()),
                                TestPersons.person("赵三", "GRANDCHILD", TestPersons.newNumber()))));
        return household;
    }

    private static String idOf(String surname, List<String> row) {
        return row.get(5)
                .replaceAll(".*?%s\\*+[^*]*?(person-[0-9a-f-]{36}).*".formatted(surname), "$1");
    }

    @Test
    void a_head_who_stays_hands_over_once_and_with_what_the_others_are_to_the_new_one()
            throws Unreadable {
        var household = threeGenerations();
        var mine = kit();
        var heads = Objects.requireNonNull(mine.get("户主变更"));
        var row = heads.get(1);
        var next = idOf("李", row);
        var others = "赵* " + idOf("赵", row) + " 儿子";
        var line = List.of(newHead(row, "2014-09-01", next, "父亲", others));
        var back = back(heads.getFirst(), line);
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
        var changed =
                EventJson.MAPPER.readTree(
                        db.sql(
                                        """
                                        select convert_from(payload, 'UTF8') from events
                                        where stream_id = ? and payload_type = 'HeadChanged'
                                        """)
                                .param(household)
                                .query(String.class)
                                .single());
        assertThat(changed.path("head").asString()).isEqualTo(next);
        assertThat(changed.path("occurredOn").asString()).isEqualTo("2014-09-01");
        assertThat(changed.path("relationOfFormerHead").asString()).isEqualTo("PARENT");
        assertThat(changed.path("reason").asString()).isEqualTo("原户主年老");
        assertThat(changed.path("relations").toString())
                .contains(idOf("赵", row), "CHILD")
                .doesNotContain(next);
        assertThat(count(back(heads.getFirst(), line), "already_entered")).isEqualTo(1);
        assertThat(events(household, "HeadChanged")).isEqualTo(1);

        // the former head leaves on another sheet of the same kit
        var changes = Objects.requireNonNull(mine.get("成员变动"));
        var gone =
                filled(
                        changes.get(1),
                        "",
                        "去世",
                        "2014-10-01",
                        idOf("王", row),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
        var left = back(changes.getFirst(), List.of(gone));
        assertThat(count(left, "entered")).as(left.toString()).isEqualTo(1);
        assertThat(Objects.requireNonNull(sheet("走访")).get(1)).startsWith(household, "李*");
    }

    @Test
    void a_head_changed_meanwhile_is_a_conflict_and_another_kit_s_line_is_entered()
            throws Unreadable {
        var changed = threeGenerations();
        var other = threeGenerations();
        var heads = sheet("户主变更");
        var rows = new LinkedHashMap<String, List<String>>();
        heads.subList(1, 3).forEach(row -> rows.put(row.getFirst(), row));
        township.done(
                township.step(
                        changed, "visit", Map.of("visitedBy", "王某", "visitedOn", "2014-08-01")));
        var lines =
                rows.values().stream()
                        .map(row -> newHead(row, "2014-09-01", idOf("李", row), "父母", ""))
                        .toList();
        var back = back(heads.getFirst(), lines);
        assertThat(count(back, "conflict")).as(back.toString()).isEqualTo(1);
        assertThat(count(back, "entered")).isEqualTo(1);
        assertThat(events(changed, "HeadChanged")).isZero();
        assertThat(events(other, "HeadChanged")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_of_a_new_head_is_told_at_its_cell() throws Unreadable {
        var household = threeGenerations();
        var heads = sheet("户主变更");
        var row = heads.get(1);
        var next = idOf("李", row);
        var third = idOf("赵", row);
        var back =
                back(
                        heads.getFirst(),
                        List.of(
                                newHead(row, "2014-09-01", next, "户主", ""),
                                newHead(row, "2014-09-01", next, "父母", "赵* 子女"),
                                newHead(row, "2014-09-01", next, "父母", third + " 户主"),
                                newHead(row, "", next, "", ""),
                                newHead(row, "2014-09-01", "某人", "父母", ""),
                                newHead(row, "2014-09-01", idOf("王", row), "父母", ""),
                                newHead(
                                        row,
                                        "2014-09-01",
                                        next,
                                        "父母",
                                        third + " 子女；" + third + " 其他")));
        var lines = back.path("lines");
        assertThat(lines.valueStream().map(told -> told.path("cell").asString()).toList())
                .as(back.toString())
                .containsExactly(
                        "CSV!I2", "CSV!J3", "CSV!J4", "CSV!G5", "CSV!I5", "CSV!H6", "CSV!A7",
                        "CSV!J8");
        assertThat(lines.valueStream().map(told -> told.path("reason").asString()).toList())
                .containsExactly(
                        "NOT_A_CHOICE",
                        "NOT_A_RELATION",
                        "NOT_A_RELATION",
                        "REQUIRED",
                        "REQUIRED",
                        "id-person",
                        "HEAD_ALREADY",
                        "SAME_PERSON_TWICE");
        assertThat(lines.path(5).path("zh").asString()).startsWith("“新户主标识”");
        assertThat(events(household, "HeadChanged")).isZero();
    }

    /** A child and a grandchild of one surname are masked alike. */
    @Test
    void members_are_told_apart_by_what_is_not_masked_and_the_head_stands_first()
            throws Unreadable {
        var household = Township.newHousehold();
        var next = TestPersons.newNumber("1990", false);
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person(
                                        "孙大", "HEAD", TestPersons.newNumber("1962", true)),
                                TestPersons.person("孙二", "CHILD", next),
                                TestPersons.person(
                                        "孙三", "GRANDCHILD", TestPersons.newNumber("2012", true)))));
        assertThat(membersShown())
                .matches(
                        "孙\\* 户主 男 1962年生 %1$s 孙\\* 子女 女 1990年生 %1$s 孙\\* 孙子女 男 2012年生 %1$s"
                                .formatted(PERSON));
        township.done(
                township.step(
                        household,
                        "head-change",
                        Map.of(
                                "newHeadIdentityNumber",
                                next,
                                "relationOfFormerHead",
                                "PARENT",
                                "reason",
                                "原户主年老",
                                "changedOn",
                                "2016-03-02")));
        assertThat(membersShown())
                .matches("孙\\* 户主 女 1990年生 %1$s 孙\\* 父母 男 1962年生 %1$s .*".formatted(PERSON));
    }

    private static final String PERSON = "person-[0-9a-f-]{36}";

    private String membersShown() throws Unreadable {
        return sheet("成员变动").get(1).get(5);
    }

    @Test
    void households_of_another_village_are_none_of_this_kit_s() throws Unreadable {
        township.registered(1);
        var visits = sheet("走访");
        var stranger = new ArrayList<>(filled(visits.get(1), "2014-07-01", "李某", ""));
        stranger.set(0, Township.newHousehold());
        var back = back(visits.getFirst(), List.of(stranger));
        assertThat(count(back, "bad")).isEqualTo(1);
        assertThat(back.path("lines").toString()).contains("HOUSEHOLD_UNKNOWN");
    }

    @Test
    void a_file_that_is_no_kit_is_told_so() {
        var back = back(List.of("姓名", "电话"), List.of(List.of("李某", "")));
        assertThat(count(back, "bad")).isEqualTo(1);
        assertThat(back.path("lines").toString()).contains("NO_HEADER");
    }

    private JsonNode event(String household, String type) {
        return EventJson.MAPPER.readTree(
                db.sql(
                                """
                                select convert_from(payload, 'UTF8') from events
                                where stream_id = ? and payload_type = ?
                                """)
                        .params(household, type)
                        .query(String.class)
                        .single());
    }

    @Test
    void how_a_visit_was_made_and_what_was_seen_come_back_too() throws Unreadable {
        var household = threeGenerations();
        var visits = sheet("走访");
        var row = visits.get(1);
        var back =
                back(
                        visits.getFirst(),
                        List.of(
                                filled(row, "2014-09-01", "李某", "走访", "电话", "已约定入户时间"),
                                filled(row, "2014-09-02", "李某", "走访", "托梦", ""),
                                filled(row, "2014-09-03", "李某", "走访", "入户", "李明在家"),
                                filled(row, "2014-09-04", "李明", "走访", "入户", "")));
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
        var visited = event(household, "HouseholdVisited");
        assertThat(visited.path("channel").asString()).isEqualTo("PHONE");
        assertThat(visited.path("note").asString()).isEqualTo("已约定入户时间");
        var told = back.path("lines");
        assertThat(told.valueStream().map(line -> line.path("cell").asString()))
                .contains("CSV!I3", "CSV!J4", "CSV!G5");
        assertThat(told.toString()).contains("without-the-name").doesNotContain("李明");
    }

    @Test
    void an_applicant_is_surveyed_without_a_network_and_only_once() throws Unreadable {
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(2)));
        var kit = kit();
        assertThat(Objects.requireNonNull(kit.get("走访"))).hasSize(1);
        var surveys = Objects.requireNonNull(kit.get("入户调查"));
        var row = surveys.get(1);
        assertThat(row).startsWith(household, "王**", "三组");
        var surveyed =
                filled(
                        row,
                        "2014-04-05",
                        "李某、王某",
                        "2013",
                        "1200.50",
                        "800",
                        "0",
                        "90",
                        "300",
                        "否",
                        "是");
        var incomplete = filled(row, "2014-04-05", "李某", "2013", "1", "", "", "", "", "", "是");
        var bad = back(surveys.getFirst(), List.of(incomplete));
        assertThat(count(bad, "bad")).as(bad.toString()).isEqualTo(1);
        assertThat(count(bad, "entered")).isZero();
        var back = back(surveys.getFirst(), List.of(surveyed));
        assertThat(count(back, "entered")).as(back.toString()).isEqualTo(1);
        var survey = event(household, "HouseholdSurveyed");
        assertThat(survey.path("surveyors").toString()).isEqualTo("[\"李某\",\"王某\"]");
        assertThat(survey.path("netIncomeFen").asLong()).isEqualTo(1790_50);
        assertThat(survey.path("waterSafe").asBoolean()).isFalse();
        assertThat(survey.path("housingSafe").asBoolean()).isTrue();

        var conditions = Objects.requireNonNull(kit.get("生活条件"));
        assertThat(conditions.getFirst()).contains("住房面积(平方米)", "通宽带", "加入合作社");
        var seen = filled(conditions.get(1), "2014-04-05", "60", "土坯");
        var described = back(conditions.getFirst(), List.of(seen));
        assertThat(count(described, "entered")).as(described.toString()).isEqualTo(1);
        assertThat(
                        event(household, "HouseholdDescribed")
                                .at("/details/dwelling/structure")
                                .asString())
                .isEqualTo("EARTH");
        assertThat(count(back(surveys.getFirst(), List.of(surveyed)), "already_entered"))
                .isEqualTo(1);
        assertThat(events(household, "HouseholdSurveyed")).isEqualTo(1);
        assertThat(sheet("入户调查")).hasSize(1);
        // whoever took the older kit sees that it was surveyed meanwhile
        var other = filled(row, "2014-04-06", "赵某", "2013", "900", "0", "0", "0", "0", "否", "否");
        assertThat(count(back(surveys.getFirst(), List.of(other)), "refused")).isEqualTo(1);
    }

    @Test
    void what_became_of_a_household_meanwhile_is_told_on_its_lines() throws Unreadable {
        var withdrawn = Township.newHousehold();
        township.done(township.step(withdrawn, "application", township.applicationOf(1)));
        var surveys = sheet("入户调查");
        var moved = threeGenerations();
        var dissolved = threeGenerations();
        var visits = sheet("走访");
        var elsewhere = township.town.substring(0, 9) + "202";
        township.done(township.list(elsewhere, "__二村", "VILLAGE", township.town, true));
        township.done(
                township.step(
                        moved,
                        "move",
                        Map.of("region", elsewhere, "reason", "OTHER", "movedOn", "2015-01-01")));
        township.done(township.dissolve(dissolved, "2015-01-02"));
        township.done(
                township.step(
                        withdrawn,
                        "withdrawal",
                        Map.of(
                                "withdrawnOn",
                                "2014-04-10",
                                "reason",
                                "外出务工",
                                "signedBy",
                                Township.headOf(withdrawn))));
        var survey =
                filled(
                        surveys.get(1),
                        "2014-04-05",
                        "李某",
                        "2013",
                        "9",
                        "0",
                        "0",
                        "0",
                        "0",
                        "否",
                        "是");
        var late = back(surveys.getFirst(), List.of(survey));
        assertThat(late.path("lines").toString()).contains("HOUSEHOLD_WITHDREW", "已撤回申请");
        var lines =
                visits.subList(1, visits.size()).stream()
                        .map(row -> filled(row, "2014-09-01", "李某", "走访"))
                        .toList();
        var back = back(visits.getFirst(), lines);
        assertThat(count(back, "conflict")).as(back.toString()).isEqualTo(2);
        assertThat(back.path("lines").toString())
                .contains("HOUSEHOLD_MOVED", "HOUSEHOLD_DISSOLVED")
                .doesNotContain("HOUSEHOLD_UNKNOWN");
        // of a household that never lay in the village nothing is told
        var there = "/villages/" + elsewhere + "/visit-kit";
        var stranger =
                ImportTest.json(
                        ImportTest.send(
                                ImportTest.to(there)
                                        .POST(
                                                csv(
                                                        visits.getFirst(),
                                                        lines.stream()
                                                                .filter(l ->
                                                                        l.getFirst()
                                                                                .equals(dissolved))
                                                                .toList()))),
                        200);
        assertThat(stranger.path("lines").toString()).contains("HOUSEHOLD_UNKNOWN");
    }
}
