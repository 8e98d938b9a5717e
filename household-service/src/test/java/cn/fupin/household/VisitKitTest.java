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
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        SheetFile.read(
                response.body(),
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
        var lines = new ArrayList<String>();
        lines.add(String.join(",", titles));
        rows.forEach(row -> lines.add(String.join(",", row)));
        var file = String.join("\r\n", lines).getBytes(Charset.forName("GBK"));
        return ImportTest.json(
                ImportTest.send(
                        ImportTest.to(path).POST(HttpRequest.BodyPublishers.ofByteArray(file))),
                200);
    }

    private static List<String> filled(List<String> row, String... more) {
        var whole = new ArrayList<>(row.subList(0, 4));
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
        var leaver = row.get(4).replaceAll(".*(person-[0-9a-f-]{36}).*", "$1");
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
        assertThat(back.path("lines").toString()).contains("CSV!F4", "NOT_A_CHOICE");
        assertThat(events(household, "MemberJoined")).isEqualTo(1);
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
}
