package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.Canary;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.RealServers;
import cn.fupin.documents.page.Readback;
import cn.fupin.household.intake.ImportFile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Names nobody has and numbers nobody has go in by every way there is, by files, by a kit and by
 * every field of every command that takes them, come out by the one that is for it, and are erased.
 * They are in no file of PostgreSQL (tables, WAL, log), in no segment of Kafka, in no stored file,
 * in no line of a log, in no document and in no refusal. A field that takes something of a person
 * and by which nothing was planted fails the test.
 */
class CanariesTest {
    private static final String NAME = "尉迟鸢尾蓝";
    private static final String PHONE = "19812345079";
    private static final String HELPER = "澹台鹭紫檀";
    private static final String HELPERS_PHONE = "19887654321";
    private static final String CARD = "6217003810001234507";
    private static final String CERTIFICATE = "99019919681203007544";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(100);
    private final String number = TestPersons.newNumber();
    private final String waiting = TestPersons.newNumber();
    private final String brought = TestPersons.newNumber();
    private final String inGbk = TestPersons.newNumber();
    private final String byKit = TestPersons.newNumber();
    private final PersonalDoors doors = new PersonalDoors(township);
    private final List<byte[]> documents = new ArrayList<>();

    @Test
    void nothing_personal_is_in_any_file_whatever_was_done_with_it() throws Exception {
        var since = FileTime.from(Instant.now().minusSeconds(2));
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            planted();
            broughtByFile();
            broughtByKit();
            doors.all();
            documentsOfAll();
        } finally {
            root.detachAppender(log);
        }
        assertThat(doors.fields()).containsAll(PersonalFields.all());
        assertThat(PersonalFields.unsealed()).isEmpty();
        doors.sayNothingOfThemselves();
        var planted = new ArrayList<>(doors.planted());
        planted.addAll(List.of(NAME, PHONE, HELPER, HELPERS_PHONE, CARD, CERTIFICATE));
        planted.addAll(List.of(number, waiting, brought, inGbk, byKit));
        var canary = new Canary(planted);
        for (var folder : RealServers.directories()) {
            assertThat(canary.under(folder, since)).isEmpty();
        }
        assertThat(canary.under(Running.files(), since)).isEmpty();
        for (var line : List.copyOf(log.list)) {
            var thrown = line.getThrowableProxy();
            var text =
                    line.getFormattedMessage()
                            + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
            assertThat(canary.in(text)).as(text).isEmpty();
        }
        var events =
                township.door
                        .get("/events?after=0&limit=100000")
                        .text()
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(events.length).isGreaterThan(1000);
        assertThat(canary.in(events)).isEmpty();
        assertThat(documents).hasSizeGreaterThan(40);
        for (var document : documents) {
            assertThat(unpacked(document))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(canary.in(part)).isEmpty());
        }
    }

    /** A file that waits, one that was run, and what is printed of the household it brought. */
    private void broughtByFile() throws Exception {
        sent(file(waiting, "C1").xlsx());
        run(sent(file(inGbk, "C3").csv(Charset.forName("GBK"))));
        // one digit is wrong, and somebody is in the file twice
        keep(uploaded(file(byKit.substring(0, 17) + "*", "C4").xlsx()));
        keep(uploaded(file(inGbk, "C5").xlsx()));
        keep(uploaded(Arrays.copyOf(file(waiting, "C6").xlsx(), 3000)));
        var household =
                run(sent(file(brought, "C2").xlsx())).path(0).path("householdId").asString();
        for (var document : documentsOf(household)) {
            for (var format : List.of("pdf", "xlsx")) {
                keep(document + "?format=" + format);
            }
        }
    }

    /** Run, and waited for; its lines. */
    private JsonNode run(JsonNode upload) {
        var path = "/imports/" + upload.path("importId").asString();
        ImportTest.json(
                ImportTest.send(
                        ImportTest.to(path + "/run").POST(HttpRequest.BodyPublishers.noBody())),
                202);
        var status = upload;
        while (!status.path("state").asString().equals("DONE")) {
            LockSupport.parkNanos(50_000_000);
            status = ImportTest.json(ImportTest.send(ImportTest.to(path).GET()), 200);
        }
        assertThat(status.path("outcomes").path("entered").asInt()).isEqualTo(1);
        for (var told : List.of("", "/findings", "/differences", "/lines")) keep(path + told);
        return ImportTest.json(ImportTest.send(ImportTest.to(path + "/lines").GET()), 200);
    }

    /** Somebody joined, and what is said of it when the sheet comes once more, and broken. */
    private void broughtByKit() throws Exception {
        var path = "/villages/" + township.village + "/visit-kit";
        var kit = VisitKitTest.rows(ImportTest.send(ImportTest.to(path).GET()).body());
        var changes = Objects.requireNonNull(kit.get("成员变动"));
        var row = new ArrayList<>(changes.get(1).subList(0, 5));
        row.addAll(List.of("", "迁入", "2016-09-01", "", ""));
        row.addAll(List.of(NAME, byKit, "", "", "", "兄弟姐妹"));
        for (var line : List.of(row, row, row.subList(0, row.size() - 1))) {
            var back =
                    ImportTest.send(
                            ImportTest.to(path)
                                    .POST(VisitKitTest.csv(changes.getFirst(), List.of(line))));
            assertThat(back.statusCode()).isEqualTo(200);
            documents.add(back.body());
        }
        assertThat(new String(documents.get(documents.size() - 3), StandardCharsets.UTF_8))
                .contains("\"entered\":1");
    }

    private void documentsOfAll() {
        for (var household : doors.households()) {
            for (var form : List.of("form", "handbook", "clear-card")) {
                for (var format : List.of("pdf", "xlsx")) {
                    keep("/households/" + household + "/documents/" + form + "?format=" + format);
                }
            }
        }
        keep("/villages/" + township.village + "/documents/register?format=xlsx");
        keep("/villages/" + township.village + "/documents/help-ledger?format=xlsx");
        keep("/townships/" + township.town + "/documents/archive");
        keep("/villages/" + township.village + "/visit-kit");
        documents.add(auditor().download("/denied-attempts"));
    }

    private static DoorClient auditor() {
        return Running.service().door().as("a-1", "auditor", Township.COUNTY);
    }

    private List<String> documentsOf(String household) {
        var announcement = "announcement-" + UUID.randomUUID();
        township.done(
                "/announcements/" + announcement + "/publication",
                Map.of(
                        "kind",
                        "REGISTRATION",
                        "region",
                        township.village,
                        "place",
                        "村务公开栏",
                        "householdIds",
                        List.of(household),
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "announcedOn",
                        "2020-01-01"));
        var all = new ArrayList<String>();
        for (var form : List.of("form", "handbook", "clear-card")) {
            all.add("/households/" + household + "/documents/" + form);
        }
        all.add("/villages/" + township.village + "/documents/register");
        all.add("/villages/" + township.village + "/documents/help-ledger");
        all.add("/announcements/" + announcement + "/documents/list");
        for (var notice : noticesOf(household)) all.add("/notices/" + notice + "/documents/list");
        return all;
    }

    private List<String> noticesOf(String household) {
        var notices =
                db.sql("select notice_id from notice_household where household_id = ?")
                        .param(household)
                        .query(String.class)
                        .list();
        assertThat(notices).hasSize(2);
        return notices;
    }

    private void keep(byte[] answer) {
        documents.add(answer);
    }

    private void keep(String document) {
        var answer = ImportTest.send(ImportTest.to(document).GET());
        assertThat(answer.statusCode()).as(document).isEqualTo(200);
        documents.add(answer.body());
    }

    /** Its sheet is called after the head, as people call theirs. */
    private ImportFile file(String number, String household) {
        return new ImportFile(township.village)
                .course()
                .household(household, 1)
                .member(household, NAME, number, "户主")
                .withMember(0, "联系电话", PHONE)
                .withMember(0, "银行卡号", CARD)
                .withMember(0, "残疾证号", number + "44")
                .membersIn(NAME + number);
    }

    private byte[] uploaded(byte[] file) {
        return ImportTest.send(
                        ImportTest.to("/imports?region=" + township.town)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file)))
                .body();
    }

    private JsonNode sent(byte[] file) {
        var upload = EventJson.MAPPER.readTree(uploaded(file));
        assertThat(upload.path("badHouseholds").asInt()).as(upload.toString()).isZero();
        var path = "/imports/" + upload.path("importId").asString();
        assertThat(ImportTest.send(ImportTest.to(path + "/annotated").GET()).statusCode())
                .isEqualTo(200);
        return upload;
    }

    /** The texts of a document, whatever it is packed in. */
    private static List<byte[]> unpacked(byte[] file) throws IOException {
        var begin = new String(file, 0, Math.min(4, file.length), StandardCharsets.ISO_8859_1);
        if (begin.equals("%PDF")) {
            return List.of(Readback.ofPdf(file).getBytes(StandardCharsets.UTF_8));
        }
        if (!begin.startsWith("PK")) return List.of(file);
        var parts = new ArrayList<byte[]>();
        try (var packed = ZipFile.builder().setByteArray(file).get()) {
            for (var part : Collections.list(packed.getEntries())) {
                try (var content = packed.getInputStream(part)) {
                    parts.addAll(unpacked(content.readAllBytes()));
                }
            }
        }
        return parts;
    }

    private Map<String, Object> member(String relation) {
        var member = TestPersons.person(NAME, relation, number);
        member.put("phone", PHONE);
        member.put("cardNumber", CARD);
        member.put("disabilityCertificate", CERTIFICATE);
        return member;
    }

    private void planted() {
        var household = Township.newHousehold();
        township.done(
                township.step(household, "application", township.application(member("HEAD"))));
        var person = Township.headOf(household);
        var listed = "select count(*) from matching_entry";
        var before = db.sql(listed).query(Long.class).single();
        // refused, malformed and unknown are ways too
        township.step(Township.newHousehold(), "application", township.application(member("HEAD")));
        township.door.post("/households/" + household + "/record", "{\"members\":\"" + number);
        township.leave(household, number, "DEATH", "2015-13-01");
        for (var text : List.of(NAME + number, PHONE, CARD, CERTIFICATE)) {
            township.step(household, "rejection", Map.of("grounds", text));
        }
        var form = "%PDF-1.7\n" + NAME + number + PHONE + CARD + CERTIFICATE;
        township.done(
                township.door.upload(
                        "/evidence?kind=FORM&region=%s&personId=%s"
                                .formatted(township.village, person),
                        "application/pdf",
                        form.getBytes(StandardCharsets.UTF_8),
                        "canary-" + UUID.randomUUID()));
        township.done(
                township.door.post(
                        "/matching-lists/matching-" + UUID.randomUUID() + "/receipt",
                        Map.of(
                                "region",
                                township.town,
                                "item",
                                "CAR",
                                "source",
                                "县车管所",
                                "asOf",
                                "2014-04-01",
                                "numbers",
                                List.of(number),
                                "receivedOn",
                                "2014-04-02")));
        helper();
        var one = township.door.as("o-1", "data-protection-officer", Township.COUNTY);
        var two = township.door.as("o-2", "data-protection-officer", Township.COUNTY);
        var asked = new TreeMap<String, Object>();
        asked.put("purpose", "OWN_REQUEST");
        asked.put("reason", "本人查询");
        asked.put("identityNumber", number);
        township.done(one.post("/persons/finding", asked));
        asked.remove("identityNumber");
        asked.put(
                "fields",
                List.of(
                        "NAME",
                        "IDENTITY_NUMBER",
                        "PHONE",
                        "CARD_NUMBER",
                        "DISABILITY_CERTIFICATE"));
        var told = township.done(one.post("/persons/" + person + "/reveal", asked));
        assertThat(told.text()).contains(NAME, number, PHONE, CARD, CERTIFICATE);
        var request = Map.of("reason", "本人申请");
        township.done(one.post("/persons/" + person + "/erasure-request", request));
        township.done(
                two.post(
                        "/persons/" + person + "/erasure",
                        Map.of("decidedBy", Township.body("县扶贫移民局"))));
        assertThat(db.sql(listed).query(Long.class).single()).isEqualTo(before);
        township.step(Township.newHousehold(), "application", township.application(member("HEAD")));
        assertThat(
                        db.sql("select count(*) from person_erased where person_id = ?")
                                .param(person)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    /** A helper has a name and a phone too, and they stand on the card when somebody asks. */
    private void helper() {
        var helper = "helper-" + UUID.randomUUID();
        var said = new TreeMap<String, Object>(Township.naming(township.town, HELPER));
        said.put("phone", HELPERS_PHONE);
        township.done("/helpers/" + helper + "/naming", said);
        township.door.post("/helpers/" + helper + "/naming", "{\"phone\":\"" + HELPERS_PHONE);
        said.put("changedOn", "2015-01-01");
        said.keySet().removeAll(List.of("region", "namedOn"));
        township.done("/helpers/" + helper + "/change", said);
        var person =
                db.sql("select person_id from helper_person where helper_id = ?")
                        .param(helper)
                        .query(String.class)
                        .single();
        var told =
                township.done(
                        township.door.post(
                                "/persons/" + person + "/reveal",
                                Map.of(
                                        "fields",
                                        List.of("NAME", "PHONE"),
                                        "purpose",
                                        "CONTACT",
                                        "reason",
                                        "约定入户时间")));
        assertThat(told.text()).contains(HELPER, HELPERS_PHONE);
    }

    /** What is looked for would be found. */
    @Test
    void the_scan_finds_what_is_there(@TempDir Path folder) throws Exception {
        var canary = new Canary(List.of(NAME, number));
        for (var charset : List.of("UTF-8", "UTF-16LE", "GB18030")) {
            for (var before : new int[] {0, 1, 2, (1 << 20) - 5}) {
                var bytes = ("1".repeat(before) + NAME + "9").getBytes(charset);
                Files.write(folder.resolve("f"), bytes);
                assertThat(canary.under(folder, FileTime.fromMillis(0)))
                        .as(charset + before)
                        .isNotEmpty();
            }
        }
        for (var before = 0; before < 3; before++) {
            var text = "x".repeat(before) + "姓名" + number + "y";
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(canary.in(Base64.getEncoder().encode(bytes))).isNotEmpty();
            var hex = HexFormat.of().formatHex(bytes);
            assertThat(canary.in(hex.getBytes(StandardCharsets.US_ASCII))).isNotEmpty();
        }
    }
}
