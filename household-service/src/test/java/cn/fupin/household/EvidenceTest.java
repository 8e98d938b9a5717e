package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stored files: sealed on disk, found out when missing or altered, opened with a reason only. */
class EvidenceTest {
    private static final String PDF = "application/pdf";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(20);
    private final DoorClient clerk = township.door.as("clerk-5", "county-officer", township.town);

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String newKey() {
        return "upload-" + UUID.randomUUID();
    }

    private Reply store(byte[] content, String more, String key) {
        var path = "/evidence?kind=MINUTES&region=" + township.village + more;
        return clerk.upload(path, PDF, content, key);
    }

    private JsonNode stored(byte[] content, String more) {
        return township.done(store(content, more, newKey())).json().path("evidence");
    }

    private JsonNode storedFor(String region) {
        var path = "/evidence?kind=MINUTES&region=" + region;
        return township.done(township.door.upload(path, PDF, pdf(region), newKey()))
                .json()
                .path("evidence");
    }

    private static Path fileOf(JsonNode evidence) throws IOException {
        try (var files = Files.walk(Running.files())) {
            var id = evidence.path("evidenceId").asString("");
            return files.filter(f -> f.getFileName().toString().startsWith(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String open(JsonNode evidence) {
        return "/evidence/" + evidence.path("evidenceId").asString("") + "?reason=check";
    }

    private JsonNode check() {
        return township.done(clerk.post("/evidence/check?region=" + township.town, "{}")).json();
    }

    @Test
    void a_file_is_sealed_and_comes_back_as_it_was_and_its_digest_stands_in_the_event()
            throws IOException {
        var content = pdf("评议会议记录 13987651234");
        var key = newKey();
        var first = township.done(store(content, "", key));
        var again = store(content, "", key);
        assertThat(again.json().path("evidence")).isEqualTo(first.json().path("evidence"));
        assertThat(store(pdf("另一份"), "", key).status()).isEqualTo(422);
        var evidence = first.json().path("evidence");
        assertThat(clerk.download(open(evidence))).isEqualTo(content);
        assertThat(new String(Files.readAllBytes(fileOf(evidence)), StandardCharsets.UTF_8))
                .doesNotContain("%PDF", "13987651234");
        var events =
                db.sql(
                                "select convert_from(payload, 'UTF8') from events where stream_id ="
                                        + " ? order by sequence")
                        .param(evidence.path("evidenceId").asString(""))
                        .query(String.class)
                        .list();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).contains(evidence.path("sha256").asString("?"));
        assertThat(events.getLast()).contains("clerk-5", "check");
    }

    @Test
    void only_with_a_reason_and_in_ones_own_region() {
        var evidence = stored(pdf("记录"), "");
        var id = evidence.path("evidenceId").asString("");
        assertThat(clerk.get("/evidence/" + id).rule()).isEqualTo("required");
        for (var door :
                List.of(
                        township.door.as("w", "helper", township.village),
                        township.door.as("w", "county-officer", "513424000000"))) {
            assertThat(door.get(open(evidence)).status()).isEqualTo(403);
        }
        for (var id2 : List.of("..%2f..%2fvault.key", "evidence-x", "evidence-..", id + ".")) {
            assertThat(clerk.get("/evidence/" + id2 + "?reason=x").status()).isIn(400, 404);
        }
        assertThat(clerk.get("/evidence/evidence-" + UUID.randomUUID() + "?reason=x").status())
                .isEqualTo(404);
    }

    @Test
    void what_is_not_of_an_allowed_type_or_too_large_or_empty_is_not_taken() {
        var path = "/evidence?kind=PHOTO&region=" + township.village;
        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(clerk.upload(path, "text/html", html, newKey()).rule()).isEqualTo("media-type");
        assertThat(clerk.upload(path, "image/png", html, newKey()).rule())
                .isEqualTo("content-is-its-media-type");
        var large = new byte[(20 << 20) + 1];
        System.arraycopy(pdf(""), 0, large, 0, 9);
        var files =
                Map.of(
                        "not-empty",
                        new byte[0],
                        "max-bytes-20971520",
                        large,
                        "content-is-its-media-type",
                        html,
                        "no-active-content",
                        pdf("1 0 obj<</S/JavaScript/JS(x)>>"),
                        "searchable",
                        pdf("1 0 obj<</N 1/First 4/Filter/LZWDecode>>stream\nx"));
        files.forEach((rule, file) -> {
            var reply = clerk.upload(path, PDF, file, newKey());
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.field() + " " + reply.rule()).isEqualTo("file " + rule);
        });
        assertThat(
                        clerk.upload(
                                        "/evidence?kind=X&region=" + township.village,
                                        PDF,
                                        pdf("x"),
                                        newKey())
                                .rule())
                .isEqualTo("one-of");
        assertThat(store(pdf("x"), "&personId=person-" + UUID.randomUUID(), newKey()).reason())
                .isEqualTo("PERSON_WITHOUT_KEY");
        assertThat(store(pdf("x"), "&about=../../etc", newKey()).rule()).isEqualTo("stream-id");
    }

    /** As a page sends it with {@code FormData}. */
    @Test
    void a_browsers_form_is_as_good_and_no_better_than_the_file_alone() {
        var path = "/evidence?kind=MINUTES&region=" + township.village;
        var form = "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk";
        var content = pdf("会议记录\r\n------WebKit\r\n\r\n");
        var stored = township.done(clerk.upload(path, form, parts(PDF, content), newKey()));
        assertThat(stored.json().path("evidence").path("mediaType").asString("")).isEqualTo(PDF);
        assertThat(stored.json().path("evidence").path("bytes").asInt(0)).isEqualTo(content.length);
        assertThat(
                        clerk.download(
                                "/evidence/"
                                        + stored.json()
                                                .path("evidence")
                                                .path("evidenceId")
                                                .asString("")
                                        + "?reason=x"))
                .isEqualTo(content);
        assertThat(clerk.upload(path, form, parts("text/html", content), newKey()).rule())
                .isEqualTo("media-type");
        assertThat(clerk.upload(path, form, parts(PDF, new byte[0]), newKey()).rule())
                .isEqualTo("not-empty");
        assertThat(clerk.upload(path, form, content, newKey()).rule()).isEqualTo("one-file");
        var whole = parts(PDF, content);
        var torn = Arrays.copyOf(whole, whole.length - 20);
        assertThat(clerk.upload(path, form, torn, newKey()).rule()).isEqualTo("form");
        assertThat(clerk.upload(path, "multipart/form-data", whole, newKey()).rule())
                .isEqualTo("form");
        var first = Arrays.copyOf(whole, whole.length - "--\r\n".length());
        var again = "------WebKitFormBoundary7MA4YWxk".length();
        var two = Bytes.concat(first, Arrays.copyOfRange(whole, again, whole.length));
        assertThat(clerk.upload(path, form, two, newKey()).rule()).isEqualTo("one-file");
        var large = new byte[(20 << 20) + 1];
        assertThat(clerk.upload(path, form, parts(PDF, large), newKey()).rule())
                .startsWith("max-bytes");
        var none = "------WebKitFormBoundary7MA4YWxk--\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(clerk.upload(path, form, none, newKey()).rule()).isEqualTo("one-file");
    }

    private static byte[] parts(String mediaType, byte[] content) {
        var parts = new ByteArrayOutputStream();
        parts.writeBytes(
                """
                ------WebKitFormBoundary7MA4YWxk
                Content-Disposition: form-data; name="note"

                一份记录
                ------WebKitFormBoundary7MA4YWxk
                Content-Disposition: form-data; name="file"; filename="记录.pdf"
                Content-Type: %s

                """
                        .formatted(mediaType)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes(
                "\r\n------WebKitFormBoundary7MA4YWxk--\r\n".getBytes(StandardCharsets.UTF_8));
        return parts.toByteArray();
    }

    @Test
    void a_missing_or_altered_file_is_found_and_said_once_and_found_again() throws IOException {
        var missing = stored(pdf("一"), "");
        var altered = stored(pdf("二"), "");
        var fine = stored(pdf("三"), "");
        var file = fileOf(missing);
        var away = Files.readAllBytes(file);
        Files.delete(file);
        var bytes = Files.readAllBytes(fileOf(altered));
        bytes[bytes.length - 1] ^= 1;
        Files.write(fileOf(altered), bytes);
        for (var round = 0; round < 2; round++) {
            var report = check();
            assertThat(report.path("checked").asInt(0)).isEqualTo(3);
            assertThat(report.path("faults").toString())
                    .contains(
                            missing.path("evidenceId").asString(""),
                            "MISSING",
                            altered.path("evidenceId").asString(""),
                            "ALTERED")
                    .doesNotContain(fine.path("evidenceId").asString(""));
        }
        assertThat(clerk.get(open(altered)).reason()).isEqualTo("EVIDENCE_MISSING");
        Files.write(file, away);
        assertThat(check().path("restored").toString())
                .contains(missing.path("evidenceId").asString(""));
        assertThat(
                        db.sql(
                                        "select payload_type from events where stream_id = ? order"
                                                + " by sequence")
                                .param(missing.path("evidenceId").asString(""))
                                .query(String.class)
                                .list())
                .containsExactly("EvidenceStored", "EvidenceFaultFound", "EvidenceRestored");
        assertThat(clerk.get("/evidence?faulty=true&region=" + township.village).text())
                .contains(altered.path("evidenceId").asString(""))
                .doesNotContain(missing.path("evidenceId").asString(""));
    }

    /** Left by a try that was killed, with what it was sealed for then: the next one counts. */
    @Test
    void a_file_that_an_earlier_try_left_behind_is_written_anew() throws IOException {
        var content = pdf("前次中断");
        var key = newKey();
        var id =
                "evidence-"
                        + UUID.nameUUIDFromBytes(
                                ("fupin evidence\n" + key).getBytes(StandardCharsets.UTF_8));
        var sha256 = Hashing.sha256().hashBytes(content).toString();
        var folder = Running.files().resolve("evidence").resolve(sha256.substring(0, 2));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(id + "." + sha256 + ".sealed"), "sealed for others");
        var evidence = township.done(store(content, "", key)).json().path("evidence");
        assertThat(evidence.path("evidenceId").asString("")).isEqualTo(id);
        assertThat(clerk.download(open(evidence))).isEqualTo(content);
    }

    @Test
    void the_same_again_puts_a_missing_file_back_and_another_under_its_key_leaves_nothing()
            throws IOException {
        var content = pdf("一份");
        var key = newKey();
        var evidence = township.done(store(content, "", key)).json().path("evidence");
        var file = fileOf(evidence);
        Files.delete(file);
        var person = Township.headOf(township.registered(1));
        assertThat(store(content, "&personId=" + person, key).status()).isEqualTo(422);
        assertThat(clerk.download(open(evidence))).isEqualTo(content);
        assertThat(store(pdf("另一份"), "", key).status()).isEqualTo(422);
        try (var files = Files.walk(Running.files())) {
            var id = evidence.path("evidenceId").asString("");
            assertThat(files.filter(f -> f.getFileName().toString().startsWith(id)))
                    .containsExactly(file);
        }
    }

    @Test
    void an_upload_that_does_not_come_to_its_end_holds_nobody_else_up() throws IOException {
        var evidence = stored(pdf("先到"), "");
        var address = URI.create(clerk.url());
        try (var slow = new Socket(address.getHost(), address.getPort())) {
            var begun =
                    "POST /evidence?kind=MINUTES&region=%s HTTP/1.1\r\nHost: x\r\nIdempotency-Key: %s\r\nFupin-Actor: clerk-5\r\nFupin-Role: county-officer\r\nFupin-Region: %s\r\nContent-Type: application/pdf\r\nContent-Length: 1000\r\n\r\n%%PDF-1.7"
                            .formatted(township.village, newKey(), township.town);
            slow.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            for (var i = 0; i < 20; i++) {
                stored(pdf("其间 " + i), "");
                assertThat(clerk.get(open(evidence)).status()).isEqualTo(200);
            }
            assertThat(check().path("checked").asInt(0)).isEqualTo(21);
        }
    }

    @Test
    void a_step_that_names_a_file_the_store_does_not_have_is_refused_and_leaves_nothing() {
        var household = township.registered(1);
        var evidence = (ObjectNode) stored(pdf("民主评议"), "");
        var other = evidence.deepCopy().put("sha256", "0".repeat(64));
        var nowhere = evidence.deepCopy().put("evidenceId", "evidence-" + UUID.randomUUID());
        for (var named : List.of(other, nowhere)) {
            var reply = proposed(household, named);
            assertThat(reply.reason()).isEqualTo("EVIDENCE_NOT_STORED");
            assertThat(reply.json().path("evidenceId")).isEqualTo(named.path("evidenceId"));
        }
        assertThat(
                        db.sql(
                                        "select count(*) from events where stream_id = ? and"
                                                + " payload_type = 'ExitProposed'")
                                .param(household)
                                .query(Integer.class)
                                .single())
                .isZero();
        township.done(proposed(household, evidence));
    }

    @Test
    void a_step_is_proved_by_a_file_of_its_own_place_or_of_one_above_and_not_of_a_neighbour() {
        var household = township.registered(1);
        var neighbour = township.town.substring(0, 9) + "202";
        township.done(township.list(neighbour, "__二村", "VILLAGE", township.town, true));
        for (var elsewhere : List.of(neighbour, Township.listed().town)) {
            var reply = proposed(household, storedFor(elsewhere));
            assertThat(reply.reason()).isEqualTo("EVIDENCE_OF_ANOTHER_PLACE");
            assertThat(reply.json().path("storedFor").asString("")).isEqualTo(elsewhere);
            assertThat(reply.json().path("region").asString("")).isEqualTo(township.village);
        }
        for (var above : List.of(township.village, township.town, Township.COUNTY)) {
            township.done(proposed(household, storedFor(above)));
            township.done(withdrawn(household));
        }
        var inspection = Map.of("heldOn", "2016-01-04", "evidence", List.of(storedFor(neighbour)));
        township.done("/regions/region-" + township.town + "/inspections", inspection);
    }

    @Test
    void what_an_ended_division_kept_proves_what_is_done_in_its_successor_and_the_other_way() {
        var later = Township.listed();
        var household = township.registered(1);
        var kept = storedFor(township.town);
        township.done(township.supersede(township.village, "2016-01-01", later.village));
        township.done(township.supersede(township.town, "2016-01-01", later.town));
        var inspections = "/regions/region-" + later.village + "/inspections";
        later.done(inspections, Map.of("heldOn", "2016-01-04", "evidence", List.of(kept)));
        township.done(proposed(household, storedFor(later.village)));
        township.done(withdrawn(household));
        var other = later.town.substring(0, 9) + "202";
        later.done(later.list(other, "__二村", "VILLAGE", later.town, true));
        assertThat(proposed(household, storedFor(other)).reason())
                .isEqualTo("EVIDENCE_OF_ANOTHER_PLACE");
    }

    @Test
    void of_a_village_whose_township_alone_ended_it_proves_nothing_of_the_heirs_other_villages() {
        var later = Township.listed();
        var household = township.registered(1);
        var kept = storedFor(township.village);
        township.done(township.supersede(township.town, "2016-01-01", later.town));
        var held = Map.of("heldOn", "2016-01-04", "evidence", List.of(kept));
        var refused = later.door.post("/regions/region-" + later.village + "/inspections", held);
        assertThat(refused.reason()).isEqualTo("EVIDENCE_OF_ANOTHER_PLACE");
        assertThat(proposed(household, storedFor(later.village)).reason())
                .isEqualTo("EVIDENCE_OF_ANOTHER_PLACE");
        later.done("/regions/region-" + later.town + "/inspections", held);
        township.done(proposed(household, storedFor(later.town)));
    }

    @Test
    void a_household_that_moves_keeps_its_papers() {
        var household = township.registered(1);
        var there = Township.ready(20);
        var kept = stored(pdf("迁出前"), "");
        var moved = Map.of("region", there.village, "reason", "OTHER", "movedOn", "2015-09-01");
        township.done(township.step(household, "move", moved));
        township.done(proposed(household, kept));
        township.done(withdrawn(household));
        township.done(proposed(household, storedFor(there.village)));
    }

    @Test
    void what_is_known_to_be_altered_or_is_gone_proves_nothing_until_it_is_stored_again()
            throws IOException {
        var household = township.registered(1);
        var key = newKey();
        var content = pdf("民主评议记录");
        var evidence = township.done(store(content, "", key)).json().path("evidence");
        var file = fileOf(evidence);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(check().path("faults").size()).isEqualTo(1);
        assertThat(proposed(household, evidence).reason()).isEqualTo("EVIDENCE_MISSING");
        township.done(store(content, "", key));
        assertThat(check().path("faults").size()).isZero();
        assertThat(clerk.download(open(evidence))).isEqualTo(content);
        township.done(proposed(household, evidence));
        township.done(withdrawn(household));
        assertThat(
                        db.sql(
                                        "select payload_type from events where stream_id = ? order by sequence")
                                .param(evidence.path("evidenceId").asString(""))
                                .query(String.class)
                                .list())
                .containsExactly(
                        "EvidenceStored",
                        "EvidenceFaultFound",
                        "EvidenceRestored",
                        "EvidenceOpened");
        Files.delete(file);
        assertThat(proposed(household, evidence).reason()).isEqualTo("EVIDENCE_MISSING");
    }

    @Test
    void it_is_kept_for_a_listed_place_and_about_what_there_is_and_lies_there() {
        var household = township.registered(1);
        var unlisted = township.town.substring(0, 9) + "299";
        var path = "/evidence?kind=MINUTES&region=";
        var nowhere = township.door.upload(path + unlisted, PDF, pdf("x"), newKey());
        assertThat(nowhere.reason()).isEqualTo("REGION_NOT_LISTED");
        assertThat(nowhere.json().path("region").asString("")).isEqualTo(unlisted);
        var unknown = store(pdf("x"), "&about=" + Township.newHousehold(), newKey());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field()).isEqualTo("about");
        var other = Township.listed();
        var elsewhere = path + other.village + "&about=" + household;
        assertThat(other.door.upload(elsewhere, PDF, pdf("x"), newKey()).reason())
                .isEqualTo("ABOUT_ANOTHER_PLACE");
        stored(pdf("x"), "&about=" + household);
    }

    private Reply withdrawn(String household) {
        return township.step(
                household,
                "exit-withdrawal",
                Map.of(
                        "withdrawnOn",
                        "2015-10-01",
                        "reason",
                        "重新提出",
                        "decidedBy",
                        Township.body("村委会")));
    }

    private Reply proposed(String household, JsonNode evidence) {
        return township.step(
                household,
                "exit-proposal",
                Map.of(
                        "proposedOn",
                        "2015-10-01",
                        "decidedBy",
                        Township.body("村委会"),
                        "evidence",
                        List.of(evidence)));
    }

    @Test
    void a_list_goes_on_behind_an_id_and_behind_nothing_else() {
        var evidence = stored(pdf("列表"), "");
        var list = "/evidence?region=" + township.village + "&after=";
        assertThat(clerk.get(list).text()).contains(evidence.path("evidenceId").asString(""));
        assertThat(clerk.get(list + evidence.path("evidenceId").asString("")).json().size())
                .isZero();
        for (var wrong : List.of("%00", "x", "evidence-%00")) {
            assertThat(clerk.get(list + wrong).rule()).isEqualTo("id-evidence");
            var check = "/evidence/check?region=" + township.town + "&after=" + wrong;
            assertThat(clerk.post(check, "{}").rule()).isEqualTo("id-evidence");
        }
    }

    @Test
    void what_was_sealed_with_a_person_goes_with_the_person() throws IOException {
        var household = township.registered(1);
        var person = Township.headOf(household);
        var evidence = stored(pdf("残疾证复印件"), "&about=" + household + "&personId=" + person);
        var file = fileOf(evidence);
        var copy = Files.readAllBytes(file);
        var one = township.door.as("o-1", "data-protection-officer", Township.COUNTY);
        var two = township.door.as("o-2", "data-protection-officer", Township.COUNTY);
        township.done(one.post("/persons/" + person + "/erasure-request", Map.of("reason", "申请")));
        township.done(
                two.post(
                        "/persons/" + person + "/erasure",
                        Map.of("decidedBy", Township.body("县扶贫移民局"))));
        assertThat(file).doesNotExist();
        assertThat(clerk.get(open(evidence)).reason()).isEqualTo("EVIDENCE_ERASED");
        Files.write(file, copy); // from a backup
        assertThat(clerk.get(open(evidence)).reason()).isEqualTo("EVIDENCE_ERASED");
        assertThat(check().path("faults").size()).isZero();
        assertThat(file).doesNotExist();
        assertThat(
                        db.sql(
                                        "select convert_from(payload, 'UTF8') from events where"
                                                + " stream_id = ? and payload_type = 'PersonErased'")
                                .param(person)
                                .query(String.class)
                                .single())
                .contains(evidence.path("evidenceId").asString(""));
    }
}
