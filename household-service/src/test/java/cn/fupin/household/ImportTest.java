package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.intake.ImportFile;
import cn.fupin.household.vault.ErasedWith;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A township's households by file, as a clerk brings them in: checked, run, corrected, run again.
 */
class ImportTest {
    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Township township = Township.ready(500);
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, "clerk-1", "county-officer", "513423000000");
    }

    private static HttpResponse<byte[]> send(
            HttpRequest.Builder request, String actor, String role, String region) {
        try {
            return HTTP.send(
                    request.header("Fupin-Actor", actor)
                            .header("Fupin-Role", role)
                            .header("Fupin-Region", region)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(Running.service().url() + path));
    }

    static JsonNode json(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(status);
        return EventJson.MAPPER.readTree(response.body());
    }

    private static List<JsonNode> atOnce(int times, Callable<JsonNode> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(times, deed)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode upload(byte[] file) {
        return upload(file, "2014-06-01");
    }

    private JsonNode upload(byte[] file, String asOf) {
        return json(
                send(
                        to("/imports?region=" + township.town + "&asOf=" + asOf)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))),
                200);
    }

    private static JsonNode get(String path) {
        return json(send(to(path).GET()), 200);
    }

    /** Ordered, and awaited. */
    private static JsonNode run(JsonNode upload, Map<String, Object> orders) {
        var path = "/imports/" + upload.path("importId").asString();
        json(
                send(
                        to(path + "/run")
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                EventJson.MAPPER.writeValueAsBytes(orders)))),
                202);
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            var status = get(path);
            if (status.path("state").asString().equals("DONE")) return status;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("not done: " + get(path));
    }

    private static JsonNode lines(JsonNode upload) {
        return get("/imports/" + upload.path("importId").asString() + "/lines");
    }

    private static int count(JsonNode status, String outcome) {
        return status.path("outcomes").path(outcome).asInt(0);
    }

    private ImportFile file(int from, int households) {
        var file = new ImportFile(township.village).course();
        for (var i = from; i < from + households; i++) {
            file.household("H" + i, 2)
                    .member("H" + i, "张某", ImportFile.number(NEXT.incrementAndGet()), "户主")
                    .member("H" + i, "李某", ImportFile.number(NEXT.incrementAndGet()), "子女");
        }
        return file;
    }

    private long events(String type) {
        return db.sql(
                        """
                        select count(*) from events e join household_place p on p.household_id = e.stream_id
                        where e.payload_type = ? and p.region = ?
                        """)
                .params(type, township.village)
                .query(Long.class)
                .single();
    }

    private String householdOf(JsonNode lines, int at) {
        return lines.path(at).path("householdId").asString();
    }

    @Test
    void households_of_a_file_arrive_on_the_register_with_all_their_facts() {
        var upload = upload(file(0, 3).xlsx());
        assertThat(upload.path("findings")).isEmpty();
        assertThat(events("HouseholdApplied")).as("nothing is entered by a check").isZero();
        var done = run(upload, Map.of());
        assertThat(count(done, "entered")).as(lines(upload).toString()).isEqualTo(3);
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        for (var type :
                new String[] {
                    "HouseholdApplied",
                    "HouseholdDescribed",
                    "HouseholdSurveyed",
                    "HouseholdAssessed",
                    "TownshipReviewed",
                    "HouseholdRegistered"
                }) {
            assertThat(events(type)).as(type).isEqualTo(3);
        }
        assertThat(events("MemberDescribed")).isEqualTo(6);
        var told =
                db.sql(
                                "select convert_from(payload, 'UTF8') from events where stream_id = ? order by sequence")
                        .param(upload.path("importId").asString())
                        .query(String.class)
                        .list();
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).contains("\"entered\":3", "\"unchanged\":0");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_corrected_line_touches_only_its_household() {
        var file = file(10, 3);
        var sent = file.xlsx();
        run(upload(sent), Map.of());
        var before = allEvents();
        var waiting = upload(sent);
        assertThat(waiting.path("state").asString()).isEqualTo("WAITING");
        assertThat(waiting.path("outcomes")).isEmpty();
        assertThat(waiting.at("/lastRun/run").asInt()).isEqualTo(1);
        assertThat(waiting.at("/lastRun/entered").asInt()).isEqualTo(3);
        var again = run(waiting, Map.of());
        assertThat(count(again, "unchanged")).isEqualTo(3);
        assertThat(again.at("/lastRun/run").asInt()).isEqualTo(2);
        assertThat(again.at("/lastRun/entered").asInt()).isZero();
        assertThat(again.at("/lastRun/unchanged").asInt()).isEqualTo(3);
        assertThat(allEvents()).isEqualTo(before);

        file.with(1, "工资性收入(元)", "1300").with(1, "住房结构", "砖木").withMember(2, "文化程度", "小学");
        var corrected = upload(file.xlsx());
        var withoutApproval = run(corrected, Map.of());
        assertThat(count(withoutApproval, "unchanged")).isEqualTo(2);
        assertThat(count(withoutApproval, "conflict")).isEqualTo(1);
        assertThat(lines(corrected).toString()).contains("NEEDS_APPROVER");
        assertThat(events("SurveyCorrected")).isZero();
        assertThat(allEvents()).as("dwelling and schooling").isEqualTo(before + 2);

        var approved =
                run(upload(file.xlsx()), Map.of("approvedBy", "officer-9", "reason", "原表抄录有误"));
        assertThat(count(approved, "corrected")).isEqualTo(1);
        assertThat(count(approved, "unchanged")).isEqualTo(2);
        assertThat(events("SurveyCorrected")).isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before + 3);
    }

    @Test
    void a_file_brings_the_number_of_each_household_once_and_says_whose_another_is() {
        var number = HouseholdNumberTest.newNumber();
        var file = file(120, 2).with(0, "建档立卡户编号", number);
        var upload = upload(file.xlsx());
        assertThat(count(run(upload, Map.of()), "entered")).isEqualTo(2);
        assertThat(events("HouseholdNumbered")).isEqualTo(1);
        assertThat(count(run(upload(file.xlsx()), Map.of()), "unchanged")).isEqualTo(2);

        var another =
                upload(
                        file(122, 1)
                                .with(0, "建档立卡户编号", number.toLowerCase(java.util.Locale.ROOT))
                                .xlsx());
        var found = another.path("findings").path(0);
        assertThat(found.path("rule").asString()).isEqualTo("HOUSEHOLD_NUMBER_OF_ANOTHER");
        assertThat(found.path("cell").asString()).isEqualTo("户!BB2");
        assertThat(found.toString()).contains(householdOf(lines(upload), 0));

        file.with(0, "建档立卡户编号", number + "X").with(1, "建档立卡户编号", number + "Y");
        var later = upload(file.xlsx());
        assertThat(later.path("differences").toString()).contains("HOUSEHOLD_NUMBER_DIFFERS");
        var done = run(later, Map.of());
        assertThat(count(done, "conflict")).as(lines(later).toString()).isEqualTo(1);
        assertThat(count(done, "entered")).as("the other had none").isEqualTo(1);
        assertThat(events("HouseholdNumbered")).isEqualTo(2);

        var household = householdOf(lines(upload), 0);
        township.done(HouseholdNumberTest.correct(township, household, number + "X"));
        assertThat(count(run(upload(file.xlsx()), Map.of()), "unchanged")).isEqualTo(2);
        file.with(0, "建档立卡户编号", "");
        var emptied = upload(file.xlsx());
        run(emptied, Map.of());
        assertThat(lines(emptied).toString()).contains("CELL_EMPTIED", "建档立卡户编号");
        assertThat(events("HouseholdNumbered")).isEqualTo(2);
    }

    private long allEvents() {
        return db.sql(
                        "select count(*) from events e join household_place p on p.household_id = e.stream_id where p.region = ?")
                .param(township.village)
                .query(Long.class)
                .single();
    }

    /** As if the service had been killed after the commands and before it noted them. */
    @Test
    void a_run_that_was_killed_enters_nothing_twice() {
        var file = file(90, 3);
        var upload = upload(file.xlsx());
        run(upload, Map.of());
        var before = allEvents();
        for (var line : lines(upload)) {
            db.sql("delete from import_fact where subject_id = ?")
                    .param(line.path("householdId").asString())
                    .update();
        }
        var again = run(upload(file.xlsx()), Map.of());
        assertThat(count(again, "entered")).as(lines(upload).toString()).isEqualTo(3);
        assertThat(allEvents()).isEqualTo(before);
    }

    /** What files entered of the households, to be put back: as if nothing had been noted since. */
    private Runnable noted(JsonNode lines) {
        var households =
                lines.valueStream()
                        .map(line -> line.path("householdId").asString())
                        .toArray(String[]::new);
        var facts =
                db.sql("select json_agg(f)::text from import_fact f where subject_id = any(?)")
                        .param(households)
                        .query(String.class)
                        .single();
        return () -> {
            db.sql("delete from import_fact where subject_id = any(?)").param(households).update();
            db.sql(
                            "insert into import_fact select * from json_populate_recordset(null::import_fact, ?::json)")
                    .param(facts)
                    .update();
        };
    }

    private static final Map<String, Object> APPROVED =
            Map.of("approvedBy", "officer-9", "reason", "原表抄录有误");

    @Test
    void a_correction_that_was_entered_and_not_noted_is_known_again_as_the_imports_own() {
        var file = file(100, 1);
        var upload = upload(file.xlsx());
        run(upload, Map.of());
        var killed = noted(lines(upload));
        file.with(0, "工资性收入(元)", "1300")
                .with(0, "主要致贫原因", "因残")
                .with(0, "住房结构", "砖木")
                .withMember(0, "文化程度", "小学");
        assertThat(count(run(upload(file.xlsx()), APPROVED), "corrected")).isEqualTo(1);
        var before = allEvents();

        killed.run();
        var same = upload(file.xlsx());
        assertThat(count(run(same, APPROVED), "corrected")).as(lines(same).toString()).isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before);
        assertThat(count(run(upload(file.xlsx()), Map.of()), "unchanged")).isEqualTo(1);

        killed.run();
        file.with(0, "工资性收入(元)", "1400").with(0, "住房结构", "木");
        var other = upload(file.xlsx());
        assertThat(count(run(other, APPROVED), "corrected"))
                .as(lines(other).toString())
                .isEqualTo(1);
        assertThat(allEvents()).as("income and dwelling once more").isEqualTo(before + 2);
        assertThat(count(run(upload(file.xlsx()), Map.of()), "unchanged")).isEqualTo(1);
    }

    @Test
    void what_was_refused_is_decided_anew_in_each_run_and_what_was_entered_is_not_entered_twice() {
        var number = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .course()
                        .household("H110", 1)
                        .member("H110", "张某", number, "户主");
        excluded(number);
        var upload = upload(file.xlsx());
        assertThat(upload.path("findings").path(0).path("rule").asString()).isEqualTo("EXCLUDED");
        assertThat(count(run(upload, Map.of()), "refused")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains("EXCLUDED");
        var killed = noted(lines(upload));
        var again = upload(file.xlsx());
        assertThat(count(run(again, Map.of()), "refused")).isEqualTo(1);

        var household = householdOf(lines(upload), 0);
        cleared(household);
        var entered = upload(file.xlsx());
        assertThat(entered.path("findings")).as("cleared").isEmpty();
        assertThat(count(run(entered, Map.of()), "entered")).as(lines(entered).toString()).isOne();
        assertThat(events("HouseholdRegistered")).isEqualTo(1);
        var before = allEvents();
        killed.run();
        var afterKill = upload(file.xlsx());
        assertThat(count(run(afterKill, Map.of()), "entered")).isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before);
    }

    private void excluded(String number) {
        township.done(
                "/exclusions/exclusion-" + UUID.randomUUID() + "/enactment",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "effect",
                        "REFUSE",
                        "text",
                        "家有小汽车的不进",
                        "source",
                        "县实施细则",
                        "effectiveFrom",
                        "2014-01-01"));
        township.done(
                "/matching-lists/matching-" + UUID.randomUUID() + "/receipt",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "source",
                        "县车管所",
                        "asOf",
                        "2014-04-30",
                        "numbers",
                        List.of(number),
                        "receivedOn",
                        "2014-05-02"));
    }

    private void cleared(String household) {
        township.done(
                township.step(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                Township.headOf(household),
                                "item",
                                "CAR",
                                "grounds",
                                "车已出售，未过户",
                                "decidedBy",
                                Township.body("镇人民政府"),
                                "clearedOn",
                                "2014-05-08")));
    }

    @Test
    void what_no_correction_changes_is_listed_each_time_and_never_told_as_corrected() {
        var file = file(120, 1);
        run(upload(file.xlsx()), Map.of());
        var before = allEvents();
        file.with(0, "住房安全", "是").with(0, "调查人", "赵某");
        for (var time = 0; time < 2; time++) {
            var differs = upload(file.xlsx());
            assertThat(count(run(differs, APPROVED), "conflict")).isEqualTo(1);
            assertThat(lines(differs).toString()).contains("SURVEY_DIFFERS");
            assertThat(allEvents()).isEqualTo(before);
        }
        file.with(0, "工资性收入(元)", "1300");
        for (var time = 0; time < 2; time++) {
            var differs = upload(file.xlsx());
            assertThat(count(run(differs, APPROVED), "conflict")).isEqualTo(1);
            assertThat(lines(differs).toString()).contains("SURVEY_DIFFERS");
            assertThat(allEvents()).as("the income, once").isEqualTo(before + 1);
        }
        assertThat(events("SurveyCorrected")).isEqualTo(1);
    }

    @Test
    void votes_that_differ_from_the_meeting_are_listed() {
        var file = file(130, 1);
        run(upload(file.xlsx()), Map.of());
        var before = allEvents();
        var differs = upload(file.with(0, "赞成票", "30").with(0, "反对票", "9").xlsx());
        assertThat(count(run(differs, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(differs).toString()).contains("VOTES_DIFFER");
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void a_line_without_a_day_is_the_same_tomorrow() {
        var file = file(135, 1).with(0, "申请日期", null);
        assertThat(count(run(upload(file.xlsx(), "2014-04-01"), Map.of()), "entered")).isEqualTo(1);
        var tomorrow = upload(file.xlsx(), "2014-04-02");
        assertThat(count(run(tomorrow, Map.of()), "unchanged"))
                .as(lines(tomorrow).toString())
                .isEqualTo(1);
        file.with(0, "申请日期", "2014-04-03");
        var dated = upload(file.xlsx());
        run(dated, Map.of());
        assertThat(lines(dated).toString()).contains("PLACE_DIFFERS");
    }

    @Test
    void whom_the_form_leaves_in_doubt_nobody_votes_on_and_no_notice_names() {
        var applied = new ImportFile(township.village);
        applied.household("H141", 1)
                .member("H141", "张某", ImportFile.number(NEXT.incrementAndGet()), "户主");
        var before = upload(applied.xlsx());
        run(before, Map.of());
        var conflicting = householdOf(lines(before), 0);

        var upload = upload(file(141, 2).xlsx());
        var done = run(upload, Map.of());
        assertThat(count(done, "conflict")).isEqualTo(1);
        assertThat(count(done, "entered")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains("ANOTHER_HOUSEHOLD");
        var named =
                db.sql(
                                """
                                select count(*) from events where payload_type in ('AssessmentHeld', 'NoticePosted')
                                  and strpos(convert_from(payload, 'UTF8'), ?) > 0
                                """)
                        .param(conflicting)
                        .query(Long.class)
                        .single();
        assertThat(named).isZero();
        assertThat(events("HouseholdRegistered")).isEqualTo(1);
    }

    /** The number was another household's, which is on the register. */
    @Test
    void nothing_of_another_household_is_corrected_or_helped() {
        run(upload(file(150, 1).xlsx()), Map.of());
        var before = allEvents();
        var other =
                file(150, 1)
                        .with(0, "主要致贫原因", "因残")
                        .with(0, "帮扶责任人编号", "helper-9")
                        .with(0, "帮扶单位", "县农业局")
                        .with(0, "帮扶开始日期", "2014-06-01");
        var upload = upload(other.xlsx());
        assertThat(upload.path("findings"))
                .singleElement()
                .matches(found -> found.path("rule").asString().equals("ANOTHER_HOUSEHOLD"));
        assertThat(count(run(upload, APPROVED), "conflict")).isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void the_file_with_its_findings_is_shown_to_its_sender_only() {
        var upload = upload(file(160, 1).with(0, "家庭人口数", "7").xlsx());
        var path = "/imports/" + upload.path("importId").asString() + "/annotated";
        var other = send(to(path).GET(), "clerk-2", "county-officer", "513423000000");
        assertThat(json(other, 403).path("permission").asString()).isEqualTo("import.own-file");
        assertThat(
                        db.sql("select count(*) from denied_attempt where target = ?")
                                .param(path)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(send(to(path).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void which_household_somebody_is_in_is_told_to_its_own_region_only() {
        var elsewhere = Township.ready(10);
        var file = file(165, 1);
        run(upload(file.xlsx()), Map.of());
        var number = ImportFile.number(NEXT.get());
        var mine =
                new ImportFile(elsewhere.village)
                        .household("E1", 1)
                        .member("E1", "李某", number, "户主")
                        .xlsx();
        for (var sender : Map.of(elsewhere.town, false, Township.COUNTY, true).entrySet()) {
            var upload =
                    json(
                            send(
                                    to("/imports?region=" + elsewhere.town)
                                            .POST(HttpRequest.BodyPublishers.ofByteArray(mine)),
                                    "clerk-" + sender.getKey(),
                                    "township-clerk",
                                    sender.getKey()),
                            200);
            var finding =
                    upload.path("findings")
                            .valueStream()
                            .filter(f ->
                                    f.path("rule").asString().equals("PERSON_IN_ANOTHER_HOUSEHOLD"))
                            .findFirst()
                            .orElseThrow();
            assertThat(finding.has("also")).as(sender.getKey()).isEqualTo(sender.getValue());
            var id = upload.path("importId").asString();
            assertThat(get("/imports/" + id + "/findings").toString()).doesNotContain("household-");
            json(
                    send(
                            to("/imports/" + id + "/withdrawal")
                                    .POST(HttpRequest.BodyPublishers.noBody())),
                    200);
        }
    }

    @Test
    void what_would_fill_the_memory_is_refused_and_the_service_goes_on() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part :
                    Map.of(
                                    "xl/workbook.xml",
                                    "<workbook xmlns:r='r'><sheets><sheet name='户' r:id='rId1'/></sheets></workbook>",
                                    "xl/_rels/workbook.xml.rels",
                                    "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
                                    "xl/worksheets/sheet1.xml",
                                    "<worksheet><sheetData/></worksheet>")
                            .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            var some = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 200; i++) zip.write(some);
            zip.closeEntry();
        }
        for (var path :
                List.of(
                        "/imports?region=" + township.town,
                        "/villages/" + township.village + "/visit-kit")) {
            var refused =
                    json(
                            send(
                                    to(path).POST(
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            out.toByteArray()))),
                            422);
            assertThat(refused.path("reason").asString()).isEqualTo("FILE_TOO_LARGE");
        }
        assertThat(upload(file(170, 1).xlsx()).path("findings")).isEmpty();
    }

    @Test
    void nothing_is_kept_of_a_member_who_is_erased() {
        var file = file(180, 1);
        var upload = upload(file.xlsx());
        run(upload, Map.of());
        var household = householdOf(lines(upload), 0);
        var facts =
                db.sql(
                                """
                                select count(*) from import_fact where subject_id = ?
                                  and (fact like 'member:%' or fact like 'details:%')
                                """)
                        .param(household);
        assertThat(facts.query(Long.class).single()).isEqualTo(4);
        erased(Township.headOf(household), List.of());
        assertThat(facts.query(Long.class).single()).isZero();
        var before = allEvents();
        var again = upload(file.xlsx());
        assertThat(count(run(again, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(again).toString()).contains("MEMBER_ERASED");
        assertThat(allEvents()).isEqualTo(before);
    }

    private static void erased(String person, List<byte[]> indexes) {
        Running.service()
                .bean(Beans.class)
                .context()
                .getBeansOfType(ErasedWith.class)
                .values()
                .forEach(other -> other.erase(List.of(person), indexes));
    }

    @Test
    void what_changed_since_is_listed_and_not_overwritten() {
        var file = file(20, 1);
        var upload = upload(file.xlsx());
        run(upload, Map.of());
        var household = householdOf(lines(upload), 0);
        township.done(
                township.step(
                        household,
                        "description",
                        Map.of(
                                "details",
                                Map.of("dwelling", Map.of("structure", "BRICK_CONCRETE")),
                                "describedOn",
                                "2014-07-01")));
        file.with(0, "住房结构", "木");
        var again = upload(file.xlsx());
        var done = run(again, Map.of());
        assertThat(count(done, "conflict")).isEqualTo(1);
        assertThat(lines(again).toString()).contains("CHANGED_SINCE");
        assertThat(events("HouseholdDescribed")).isEqualTo(2);
    }

    @Test
    void members_more_or_fewer_than_before_are_listed() {
        var file = file(30, 1);
        run(upload(file.xlsx()), Map.of());
        file.member("H30", "王某", ImportFile.number(NEXT.incrementAndGet()), "子女")
                .with(0, "家庭人口数", "3");
        var again = upload(file.xlsx());
        assertThat(count(run(again, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(again).toString()).contains("MEMBER_ADDED", "成员!B4");
        assertThat(events("MemberJoined")).isZero();
    }

    @Test
    void a_child_born_since_is_a_member_more_until_it_is_entered_and_the_same_from_then_on() {
        var file = file(38, 1);
        var first = upload(file.xlsx());
        run(first, Map.of());
        file.with(0, "家庭人口数", "3")
                .member("H38", "李小", "", "子女")
                .withMember(2, "证件号码", null)
                .withMember(2, "性别", "女")
                .withMember(2, "出生日期", "2015-05-20")
                .withMember(2, "无证件原因", "新生儿");
        var unknown = upload(file.xlsx(), "2015-07-01");
        assertThat(unknown.path("findings")).isEmpty();
        assertThat(count(run(unknown, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(unknown).toString()).contains("MEMBER_ADDED", "成员!B4");

        township.done(
                township.join(
                        householdOf(lines(first), 0),
                        HouseholdModelTest.newborn("李小", "2015-05-20"),
                        "BIRTH",
                        "2015-06-01"));
        var before = allEvents();
        var known = upload(file.xlsx(), "2015-07-01");
        assertThat(known.path("findings")).isEmpty();
        assertThat(count(run(known, Map.of()), "unchanged")).as(lines(known).toString()).isOne();
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void who_has_to_run_a_file_with_courses_is_told_by_the_check() {
        var path = "/imports?region=" + township.town + "&asOf=2014-06-01";
        var applied = new ImportFile(township.village);
        applied.household("H252", 1)
                .member("H252", "张某", ImportFile.number(NEXT.incrementAndGet()), "户主");
        for (var courses : List.of(true, false)) {
            var file = courses ? file(251, 1) : applied;
            var upload =
                    json(
                            send(
                                    to(path).POST(
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            file.xlsx())),
                                    "clerk-7",
                                    "file-clerk",
                                    township.town),
                            200);
            assertThat(upload.path("runNeeds").asString())
                    .isEqualTo(courses ? "household.register" : "import.run");
            assertThat(upload.path("findings").toString().contains("RUN_BY_THE_COUNTY"))
                    .isEqualTo(courses);
            var run = to("/imports/" + upload.path("importId").asString() + "/run");
            var order = run.POST(HttpRequest.BodyPublishers.noBody());
            json(send(order, "clerk-7", "file-clerk", township.town), courses ? 403 : 202);
            if (courses) assertThat(count(run(upload, Map.of()), "entered")).isEqualTo(1);
        }
    }

    private void corrected(String household, String number, String field, String to) {
        township.done(
                township.step(
                        household,
                        "member-correction",
                        Map.of(
                                "identityNumber",
                                number,
                                field,
                                to,
                                "differsBecause",
                                "抄错号码",
                                "reason",
                                "与户口簿不符",
                                "approvedBy",
                                "chief-1",
                                "correctedOn",
                                "2016-03-01")));
    }

    @Test
    void what_was_corrected_by_hand_and_in_the_file_is_the_same_and_the_household_goes_on() {
        var numbers =
                IntStream.range(0, 4)
                        .mapToObj(_ -> ImportFile.number(NEXT.incrementAndGet()))
                        .toList();
        var file =
                new ImportFile(township.village)
                        .household("H35", 1)
                        .member("H35", "张某", numbers.get(0), "户主")
                        .household("H36", 2)
                        .member("H36", "李某", numbers.get(1), "户主")
                        .member("H36", "王某", numbers.get(2), "子女");
        var first = upload(file.xlsx());
        run(first, Map.of());
        var alone = householdOf(lines(first), 0);
        var two = householdOf(lines(first), 1);
        corrected(alone, numbers.get(0), "newIdentityNumber", numbers.get(3));
        corrected(two, numbers.get(2), "name", "王小某");
        township.done(
                township.step(
                        two,
                        "head-change",
                        Map.of(
                                "newHeadIdentityNumber",
                                numbers.get(2),
                                "relationOfFormerHead",
                                "PARENT",
                                "reason",
                                "原户主年老",
                                "changedOn",
                                "2016-03-02")));
        file.withMember(0, "证件号码", numbers.get(3))
                .withMember(0, "文化程度", "小学")
                .withMember(1, "与户主关系", "父母")
                .withMember(2, "姓名", "王小")
                .withMember(2, "与户主关系", "户主");
        var half = upload(file.xlsx(), "2016-04-01");
        var done = run(half, Map.of());
        assertThat(count(done, "corrected")).as(lines(half).toString()).isEqualTo(1);
        assertThat(payload(alone, "MemberDescribed").toString()).contains("PRIMARY");
        assertThat(lines(half).toString())
                .contains("NAME_OR_RELATION_DIFFERS", "成员!B4")
                .doesNotContain("成员!B3", "MEMBER_ADDED", "MEMBER_GONE", "ANOTHER_HOUSEHOLD");

        file.withMember(2, "姓名", "王小某");
        var before = allEvents();
        var again = upload(file.xlsx(), "2016-04-01");
        assertThat(count(run(again, Map.of()), "unchanged"))
                .as(lines(again).toString())
                .isEqualTo(2);
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void what_was_said_of_a_member_under_a_wrong_number_is_what_a_file_completes() {
        var wrong = ImportFile.number(NEXT.incrementAndGet());
        var right = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .household("H38", 1)
                        .member("H38", "张某", wrong, "户主")
                        .withMember(0, "参加医疗保险", "是")
                        .withMember(0, "参加养老保险", "是");
        var first = upload(file.xlsx());
        run(first, Map.of());
        var household = householdOf(lines(first), 0);
        corrected(household, wrong, "newIdentityNumber", right);
        file.withMember(0, "证件号码", right)
                .withMember(0, "参加医疗保险", "否")
                .withMember(0, "参加养老保险", null);
        run(upload(file.xlsx(), "2016-04-01"), Map.of());
        var insurance = payload(household, "MemberDescribed").path("details").path("insurance");
        assertThat(insurance.path("medical").asBoolean(true)).isFalse();
        assertThat(insurance.path("pension").asBoolean(false)).as("kept").isTrue();
    }

    /** Between two files it was entered by hand, under the number that was wrong. */
    @Test
    void what_was_said_by_hand_under_a_wrong_number_is_not_overwritten_by_a_file() {
        var wrong = ImportFile.number(NEXT.incrementAndGet());
        var right = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .household("H39", 1)
                        .member("H39", "张某", wrong, "户主")
                        .withMember(0, "文化程度", "小学");
        var first = upload(file.xlsx());
        run(first, Map.of());
        var household = householdOf(lines(first), 0);
        township.done(
                township.step(
                        household,
                        "member-description",
                        Map.of(
                                "identityNumber",
                                wrong,
                                "details",
                                Map.of("education", "SENIOR_SECONDARY"),
                                "describedOn",
                                "2015-01-01")));
        corrected(household, wrong, "newIdentityNumber", right);
        var before = allEvents();
        file.withMember(0, "证件号码", right).withMember(0, "文化程度", "初中");
        var again = upload(file.xlsx(), "2016-04-01");
        assertThat(count(run(again, Map.of()), "conflict")).as(lines(again).toString()).isOne();
        assertThat(lines(again).toString()).contains("CHANGED_SINCE");
        assertThat(allEvents()).isEqualTo(before);
    }

    /** It is on its way onto the register while its members are corrected. */
    @Test
    void whoever_was_corrected_is_voted_on() {
        var wrong = ImportFile.number(NEXT.incrementAndGet());
        var right = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .household("H37", 1)
                        .member("H37", "张某", wrong, "户主");
        var applied = upload(file.xlsx());
        run(applied, Map.of());
        corrected(householdOf(lines(applied), 0), wrong, "newIdentityNumber", right);
        var upload = upload(file.withMember(0, "证件号码", right).course().xlsx());
        assertThat(count(run(upload, Map.of()), "entered")).as(lines(upload).toString()).isOne();
        assertThat(events("HouseholdRegistered")).isEqualTo(1);
    }

    @Test
    void a_new_phone_is_sealed_with_the_person_and_a_number_given_twice_is_no_correction() {
        var file = file(95, 1);
        run(upload(file.xlsx()), Map.of());
        file.withMember(0, "联系电话", "13800138000");
        assertThat(count(run(upload(file.xlsx()), Map.of()), "corrected")).isEqualTo(1);
        assertThat(events("MemberDescribed")).isEqualTo(3);

        var before = allEvents();
        var other = upload(file(95, 1).with(0, "住房结构", "木").xlsx());
        assertThat(count(run(other, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(other).toString()).contains("ANOTHER_HOUSEHOLD");
        assertThat(allEvents()).isEqualTo(before);
    }

    private JsonNode payload(String household, String type) {
        return EventJson.MAPPER.readTree(
                db.sql(
                                """
                                select convert_from(payload, 'UTF8') from events
                                where stream_id = ? and payload_type = ? order by sequence desc limit 1
                                """)
                        .params(household, type)
                        .query(String.class)
                        .single());
    }

    @Test
    void an_empty_cell_takes_nothing_back_and_is_listed_each_time() {
        var file =
                file(210, 1)
                        .withMember(0, "联系电话", "13800138000")
                        .withMember(0, "文化程度", "小学")
                        .withMember(0, "参加医疗保险", "是")
                        .withMember(0, "参加养老保险", "是")
                        .with(0, "建房年份", "1990");
        var first = upload(file.xlsx());
        run(first, Map.of());
        var household = householdOf(lines(first), 0);
        var before = allEvents();
        file.withMember(0, "联系电话", null).withMember(0, "参加养老保险", null).with(0, "建房年份", null);
        for (var time = 0; time < 2; time++) {
            var emptied = upload(file.xlsx());
            assertThat(count(run(emptied, Map.of()), "conflict")).isEqualTo(1);
            assertThat(lines(emptied).toString())
                    .contains("CELL_EMPTIED", "联系电话、参加养老保险：", "建房年份：")
                    .doesNotContain("MEMBER_WITHOUT_NUMBER");
            assertThat(allEvents()).isEqualTo(before);
        }

        file.withMember(0, "参加医疗保险", "否").with(0, "住房结构", "木");
        for (var time = 0; time < 2; time++) {
            var changed = upload(file.xlsx());
            assertThat(count(run(changed, Map.of()), "conflict")).isEqualTo(1);
            assertThat(lines(changed).toString()).contains("联系电话、参加养老保险：", "建房年份：");
            assertThat(allEvents()).as("member and dwelling, once").isEqualTo(before + 2);
        }
        var insurance = payload(household, "MemberDescribed").path("details").path("insurance");
        assertThat(insurance.path("medical").asBoolean(true)).isFalse();
        assertThat(insurance.path("pension").asBoolean(false)).as("kept").isTrue();
        var dwelling = payload(household, "HouseholdDescribed").path("details").path("dwelling");
        assertThat(dwelling.path("structure").asString()).isEqualTo("TIMBER");
        assertThat(dwelling.path("builtYear").asInt()).as("kept").isEqualTo(1990);
    }

    /** The last file that came in is of an older day than the one before it. */
    @Test
    void what_a_file_completes_is_what_stood_on_its_own_day() {
        var file = file(215, 1).with(0, "建房年份", "1990");
        var first = upload(file.xlsx());
        run(first, Map.of());
        var household = householdOf(lines(first), 0);
        file.with(0, "建房年份", "2015");
        assertThat(count(run(upload(file.xlsx(), "2016-12-31"), Map.of()), "corrected")).isOne();
        file.with(0, "建房年份", "1995");
        assertThat(count(run(upload(file.xlsx(), "2015-12-31"), Map.of()), "corrected")).isOne();

        file.with(0, "建房年份", null).with(0, "住房结构", "木");
        run(upload(file.xlsx(), "2017-06-30"), Map.of());
        var said = payload(household, "HouseholdDescribed");
        assertThat(said.path("occurredOn").asString()).isEqualTo("2017-06-30");
        var dwelling = said.path("details").path("dwelling");
        assertThat(dwelling.path("structure").asString()).isEqualTo("TIMBER");
        assertThat(dwelling.path("builtYear").asInt()).isEqualTo(2015);
    }

    /** Income, causes, an empty cell, a member more, votes and helper. */
    @Test
    void the_check_tells_what_differs_as_the_run_does_and_notes_nothing() {
        var file =
                file(222, 3)
                        .withMember(0, "联系电话", "13800138000")
                        .with(2, "帮扶责任人编号", "bf-" + township.town)
                        .with(2, "帮扶单位", "县农业局")
                        .with(2, "帮扶开始日期", "2014-06-01");
        var first = upload(file.xlsx());
        assertThat(first.path("differences")).isEmpty();
        run(first, Map.of());
        assertThat(upload(file.xlsx()).path("differences")).as("all the same").isEmpty();
        file.withMember(0, "联系电话", null)
                .with(0, "工资性收入(元)", "1300")
                .with(0, "主要致贫原因", "因残")
                .with(1, "赞成票", "30")
                .with(1, "家庭人口数", "3")
                .member("H223", "王某", ImportFile.number(NEXT.incrementAndGet()), "子女")
                .with(2, "帮扶单位", "县林业局");
        var before = allEvents();
        var noted = noted();
        var upload = upload(file.xlsx());
        assertThat(noted()).isEqualTo(noted);
        assertThat(allEvents()).isEqualTo(before);
        var told = upload.path("differences").valueStream().toList();
        assertThat(told)
                .extracting(each -> each.path("reason").asString())
                .containsExactlyInAnyOrder(
                        "CELL_EMPTIED",
                        "NEEDS_APPROVER",
                        "NEEDS_APPROVER",
                        "MEMBER_ADDED",
                        "VOTES_DIFFER",
                        "HELPER_DIFFERS");
        assertThat(
                        get("/imports/" + upload.path("importId").asString() + "/differences")
                                .path("differences"))
                .isEqualTo(upload.path("differences"));
        run(upload, Map.of());
        assertThat(lines(upload).valueStream().flatMap(line -> line.path("told").valueStream()))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private String noted() {
        return db.sql(
                        """
                        select json_agg(f order by subject_id, fact)::text from import_fact f
                        join household_place p on p.household_id = f.subject_id where p.region = ?
                        """)
                .param(township.village)
                .query(String.class)
                .single();
    }

    /** As files of before noted it: the whole in one. */
    @Test
    void what_was_noted_before_cells_were_told_apart_is_known_as_the_same() {
        var file = file(220, 1).withMember(0, "联系电话", "13800138000");
        var upload = upload(file.xlsx());
        run(upload, Map.of());
        var before = allEvents();
        db.sql(
                        "update import_fact set fingerprint = split_part(fingerprint, ' ', 1) where subject_id = ?")
                .param(householdOf(lines(upload), 0))
                .update();
        assertThat(count(run(upload(file.xlsx()), Map.of()), "unchanged")).isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before);
        var emptied = upload(file.withMember(0, "联系电话", null).xlsx());
        assertThat(count(run(emptied, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(emptied).toString()).contains("联系电话：");
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void a_survey_and_a_helper_that_are_gone_from_the_file_are_listed() {
        var file =
                file(230, 1)
                        .with(0, "帮扶责任人编号", "bf-" + township.town)
                        .with(0, "帮扶单位", "县农业局")
                        .with(0, "帮扶责任人类别", "干部")
                        .with(0, "帮扶开始日期", "2014-06-01");
        var first = upload(file.xlsx());
        assertThat(count(run(first, Map.of()), "entered")).as(lines(first).toString()).isEqualTo(1);
        var helped = payload(householdOf(lines(first), 0), "HelperAssigned");
        assertThat(helped.path("helperKind").asString()).isEqualTo("CADRE");
        var before = allEvents();
        for (var title : List.of("帮扶责任人编号", "帮扶单位", "帮扶责任人类别", "帮扶开始日期")) {
            file.with(0, title, null);
        }
        var unhelped = upload(file.xlsx());
        assertThat(count(run(unhelped, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(unhelped).toString()).contains("HELPER_DIFFERS");

        var applied = new ImportFile(township.village);
        applied.household("H231", 1)
                .member("H231", "张某", ImportFile.number(NEXT.incrementAndGet()), "户主");
        run(upload(applied.xlsx()), Map.of());
        for (var title : List.of("入户调查日期", "收入年度", "工资性收入(元)", "生产经营性收入(元)", "生产经营性支出(元)")) {
            applied.with(0, title, null);
        }
        var unsurveyed = upload(applied.xlsx());
        assertThat(count(run(unsurveyed, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(unsurveyed).toString()).contains("SURVEY_GONE");
        assertThat(allEvents()).as("the applicant's four").isEqualTo(before + 4);
    }

    @Test
    void a_helper_who_was_named_by_hand_is_not_replaced_by_a_file() {
        var file = file(235, 1);
        var first = upload(file.xlsx());
        run(first, Map.of());
        var household = householdOf(lines(first), 0);
        township.done(
                township.step(
                        household,
                        "helper",
                        Map.of(
                                "helperId",
                                "hand-" + township.town,
                                "helperUnit",
                                "县农业局",
                                "assignedOn",
                                "2014-06-01")));
        var before = allEvents();
        file.with(0, "帮扶责任人编号", "file-" + township.town)
                .with(0, "帮扶单位", "县农业局")
                .with(0, "帮扶开始日期", "2014-06-02");
        var upload = upload(file.xlsx());
        assertThat(count(run(upload, Map.of()), "conflict")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains("HELPER_DIFFERS");
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void a_file_says_nothing_of_the_columns_it_does_not_have() {
        var file = file(240, 1).withMember(0, "联系电话", "13800138000");
        run(upload(file.xlsx()), Map.of());
        var before = allEvents();
        var narrow = upload(file.narrow());
        assertThat(count(run(narrow, Map.of()), "unchanged"))
                .as(lines(narrow).toString())
                .isEqualTo(1);
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void lines_of_no_household_are_counted_by_themselves() {
        var file =
                file(250, 1).member("H999", "王某", ImportFile.number(NEXT.incrementAndGet()), "户主");
        var upload = upload(file.xlsx());
        assertThat(upload.path("households").asInt()).isEqualTo(1);
        assertThat(upload.path("badHouseholds").asInt(-1)).isZero();
        assertThat(upload.path("strayLines").asInt()).isEqualTo(1);
        var path = "/imports/" + upload.path("importId").asString() + "/run";
        var refused = json(send(to(path).POST(HttpRequest.BodyPublishers.noBody())), 409);
        assertThat(refused.path("reason").asString()).isEqualTo("HAS_BAD_HOUSEHOLDS");
        var done = run(upload, Map.of("leaveOutBad", true));
        assertThat(count(done, "entered")).isEqualTo(1);
        var told =
                db.sql(
                                "select convert_from(payload, 'UTF8') from events where stream_id = ? and payload_type = 'ImportReceived'")
                        .param(upload.path("importId").asString())
                        .query(String.class)
                        .single();
        assertThat(told).contains("\"badHouseholds\":0", "\"strayLines\":1");
    }

    @Test
    void bad_lines_stay_out_only_when_that_is_said() {
        var file = file(40, 2).with(1, "家庭人口数", "7");
        var upload = upload(file.xlsx());
        assertThat(upload.path("badHouseholds").asInt()).isEqualTo(1);
        assertThat(upload.path("findings").path(0).path("cell").asString()).isEqualTo("户!F3");
        var path = "/imports/" + upload.path("importId").asString();
        var refused = json(send(to(path + "/run").POST(HttpRequest.BodyPublishers.noBody())), 409);
        assertThat(refused.path("reason").asString()).isEqualTo("HAS_BAD_HOUSEHOLDS");
        var shown = "{\"leaveOutBad\":true,\"reason\":\"见 13912345678\"}";
        var order = to(path + "/run").POST(HttpRequest.BodyPublishers.ofString(shown));
        assertThat(json(send(order), 400).path("rule").asString()).isEqualTo("personal-number");
        var annotated = send(to(path + "/annotated").GET());
        assertThat(annotated.statusCode()).isEqualTo(200);
        assertThat(annotated.body()[0]).isEqualTo((byte) 'P');
        assertThat(count(run(upload, Map.of("leaveOutBad", true)), "entered")).isEqualTo(1);
        assertThat(send(to(path + "/annotated").GET()).statusCode()).isEqualTo(410);
    }

    @Test
    void without_a_course_households_apply_and_are_surveyed() {
        var file = new ImportFile(township.village);
        file.household("H50", 1)
                .member("H50", "张某", ImportFile.number(NEXT.incrementAndGet()), "户主");
        var done = run(upload(file.xlsx()), Map.of());
        assertThat(count(done, "entered")).isEqualTo(1);
        assertThat(events("HouseholdSurveyed")).isEqualTo(1);
        assertThat(events("HouseholdRegistered")).isZero();
    }

    @Test
    void a_quota_that_is_full_refuses_the_household_whole_and_says_so() {
        var full = Township.ready(3);
        var file = new ImportFile(full.village).course();
        for (var i = 0; i < 2; i++) {
            file.household("Q" + i, 2)
                    .member("Q" + i, "张某", ImportFile.number(NEXT.incrementAndGet()), "户主")
                    .member("Q" + i, "李某", ImportFile.number(NEXT.incrementAndGet()), "子女");
        }
        var upload =
                json(
                        send(
                                to("/imports?region=" + full.town)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.xlsx()))),
                        200);
        assertThat(upload.path("findings").path(0).path("rule").asString())
                .isEqualTo("QUOTA_TOO_SMALL");
        var done = run(upload, Map.of());
        assertThat(count(done, "entered")).isEqualTo(1);
        assertThat(count(done, "refused")).isEqualTo(1);
        assertThat(lines(upload).toString()).contains("QUOTA_EXCEEDED");
    }

    @Test
    void the_same_file_at_the_same_time_is_one_and_two_files_share_nobody() {
        var bytes = file(60, 4).xlsx();
        var uploads = atOnce(4, () -> upload(bytes));
        assertThat(uploads.stream().map(u -> u.path("importId").asString()).distinct()).hasSize(1);
        var other = upload(file(70, 4).xlsx());
        atOnce(2, () -> run(uploads.getFirst(), Map.of()));
        run(other, Map.of());
        assertThat(events("HouseholdRegistered")).isEqualTo(8);
    }

    @Test
    void what_waits_is_sealed_and_what_is_withdrawn_is_gone() {
        var number = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .household("H80", 1)
                        .member("H80", "张某", number, "户主");
        var id = upload(file.xlsx()).path("importId").asString();
        var rows =
                db.sql(
                                """
                                select encode(sealed, 'escape') from import_household where import_id = :id
                                union all select encode(file, 'escape') from import where import_id = :id
                                """)
                        .param("id", id)
                        .query(String.class)
                        .list();
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(number));
        json(
                send(
                        to("/imports/" + id + "/withdrawal")
                                .POST(HttpRequest.BodyPublishers.noBody())),
                200);
        assertThat(
                        db.sql(
                                        "select count(*) from import_household where import_id = ? and sealed is not null")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        json(
                                        send(
                                                to("/imports/" + id + "/run")
                                                        .POST(HttpRequest.BodyPublishers.noBody())),
                                        409)
                                .path("reason")
                                .asString())
                .isEqualTo("NOT_WAITING");
    }

    @Test
    void a_file_in_which_somebody_who_is_erased_waits_is_thrown_away() {
        var number = ImportFile.number(NEXT.incrementAndGet());
        var file =
                new ImportFile(township.village)
                        .household("H85", 1)
                        .member("H85", "张某", number, "户主");
        var id = upload(file.xlsx()).path("importId").asString();
        var index =
                Running.service()
                        .bean(Vault.class)
                        .blindIndex(IdentityNumber.parse("identityNumber", number));
        erased("person-" + UUID.randomUUID(), List.of(index));
        assertThat(get("/imports/" + id).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(send(to("/imports/" + id + "/annotated").GET()).statusCode()).isEqualTo(410);
    }

    @Test
    void what_is_no_sheet_is_told_as_such() {
        var pdf = "%PDF-1.7 ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var refused =
                json(
                        send(
                                to("/imports?region=" + township.town)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(pdf))),
                        422);
        assertThat(refused.path("reason").asString()).isEqualTo("FILE_NOT_A_SHEET");
        assertThat(send(to("/imports/template").GET()).body().length).isGreaterThan(5000);
    }
}
