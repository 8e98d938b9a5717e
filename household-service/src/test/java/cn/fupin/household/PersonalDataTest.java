package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.backbone.testing.RunningService;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planted names and numbers stand in no table, whatever was done with them. */
class PersonalDataTest {
    private static final String NAME = "欧阳金丝雀";
    private static final String PHONE = "13987650123";
    private static final String CARD = "6222029876543210987";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final String number = TestPersons.newNumber();

    @Test
    void neither_a_name_nor_an_identity_phone_or_card_number_stands_in_any_table() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        member.put("phone", PHONE);
        member.put("cardNumber", CARD);
        township.done(township.step(household, "application", township.application(member)));
        // refused for good, refused to be retried, malformed: none of them keeps what came with it
        township.step(Township.newHousehold(), "application", township.application(member));
        township.step(household, "application", township.application(member));
        for (var planted : List.of(number, PHONE, CARD)) {
            var reply =
                    township.door.post(
                            "/households/" + household + "/rejection", rejection("联系 " + planted));
            assertThat(reply.rule()).isEqualTo("personal-number");
            assertThat(reply.text()).doesNotContain(planted);
        }
        assertThat(tables()).contains("events", "commands", "vault_person", "active_person");
        for (var planted : List.of(NAME, number, PHONE, CARD)) assertNowhere(planted);
    }

    @Test
    void no_text_about_a_household_says_the_full_name_of_a_present_member() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        township.done(township.step(household, "application", township.application(member)));
        var path = "/households/" + household + "/rejection";
        var spaced = NAME.charAt(0) + " " + NAME.substring(1);
        for (var grounds : List.of(NAME + "一户不符", "与" + spaced + "核对后不符")) {
            var reply = township.door.post(path, rejection(grounds));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.field() + " " + reply.rule()).isEqualTo("grounds without-the-name");
            assertThat(reply.text()).doesNotContain(NAME);
        }
        assertNowhere(NAME);
        township.done(township.door.post(path, rejection(NAME.charAt(0) + "某一户不符")));
    }

    @Test
    void neither_a_complaint_about_a_household_nor_how_it_was_handled_says_a_member_s_name() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        township.done(township.step(household, "application", township.application(member)));
        var complaint = "/complaints/complaint-" + UUID.randomUUID();
        var word = new TreeMap<String, Object>();
        word.put("region", township.village);
        word.put("channel", "HOTLINE");
        word.put("householdId", household);
        word.put("subject", "反映" + NAME + "有商品房");
        word.put("receivedOn", "2014-05-20");
        nameless(township.door.post(complaint + "/receipt", word), "subject");
        word.put("subject", "反映该户有商品房");
        township.done(complaint + "/receipt", word);
        var handling = new TreeMap<String, Object>();
        handling.put("outcome", "UNFOUNDED");
        handling.put("handling", "房屋为" + NAME + "之兄所有");
        handling.put("decidedBy", Township.body("镇人民政府"));
        handling.put("handledOn", "2014-05-28");
        nameless(township.door.post(complaint + "/handling", handling), "handling");
        handling.put("handling", "房屋为户主之兄所有");
        township.done(complaint + "/handling", handling);
    }

    @Test
    void who_did_something_is_an_id_an_office_or_a_surname_and_no_member_or_helper_by_name() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        township.done(township.step(household, "record", township.recording(member)));
        var helper = "helper-" + UUID.randomUUID();
        var helpersName = "澹台银鸥";
        township.done(
                "/helpers/" + helper + "/naming", Township.naming(township.town, helpersName));
        var visit = new TreeMap<String, Object>();
        visit.put("visitedOn", "2015-03-01");
        var visits = "/households/" + household + "/visit";
        township.done(
                township.step(
                        household,
                        "monitoring-clue",
                        Map.of("source", "CADRE_CHECK", "raisedOn", "2015-03-02")));
        var check = new TreeMap<String, Object>();
        check.put("checkers", List.of("李某", NAME));
        check.put("authorisationSignedBy", Township.headOf(household));
        check.put("incomeYear", 2014);
        check.put("incomeFenPerHead", 3500_00);
        check.put("risk", "ILLNESS");
        check.put("checkedOn", "2015-03-03");
        var checks = "/households/" + household + "/monitoring-check";
        nameless(township.door.post(checks, check), "checkers[1]");
        check.put("checkers", List.of("李某", helper));
        township.done(checks, check);
        visit.put("visitedBy", "与" + NAME + "同住的邻居");
        nameless(township.door.post(visits, visit), "visitedBy");
        var helped = township.registered(1);
        township.done(
                township.step(
                        helped,
                        "helper",
                        Map.of(
                                "helperId",
                                helper,
                                "helperUnit",
                                "县农业局",
                                "assignedOn",
                                "2014-06-01")));
        visit.put("visitedBy", helpersName);
        var theirs = "/households/" + helped + "/visit";
        nameless(township.door.post(theirs, visit), "visitedBy");
        visit.put("visitedBy", helper);
        visit.put("note", helpersName + "送来化肥");
        nameless(township.door.post(theirs, visit), "note");
        visit.put("note", "送来化肥");
        township.done(theirs, visit);
    }

    @Test
    void why_somebody_s_data_are_asked_for_does_not_say_whose() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        township.done(township.step(household, "record", township.recording(member)));
        var request = "/persons/" + Township.headOf(household) + "/erasure-request";
        var officer = township.door.as("o-1", "data-protection-officer", Township.COUNTY);
        nameless(officer.post(request, Map.of("reason", NAME + "本人申请")), "reason");
        township.done(officer.post(request, Map.of("reason", "本人申请")));
    }

    private static void nameless(Reply reply, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.field() + " " + reply.rule()).isEqualTo(field + " without-the-name");
        assertThat(reply.text()).doesNotContain(NAME);
    }

    @Test
    void whether_a_name_is_a_members_is_told_only_within_the_region_and_on_record() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        var member = TestPersons.person(NAME, "HEAD", number);
        township.done(township.step(household, "application", township.application(member)));
        var path = "/households/" + household + "/rejection";
        var elsewhere = township.door.as("clerk-8", "county-officer", "513424000000");
        for (var guess : List.of(NAME, "欧阳银丝雀")) {
            assertThat(elsewhere.post(path, rejection(guess)).status()).isEqualTo(403);
        }
        assertThat(recorded(path))
                .containsExactly("clerk-8 household.reject", "clerk-8 household.reject");
        var told = township.door.as("clerk-7", "county-officer", Township.COUNTY);
        assertThat(told.post(path, rejection(NAME)).rule()).isEqualTo("without-the-name");
        assertThat(recorded(path)).hasSize(3).last().isEqualTo("clerk-7 without-the-name");
    }

    private List<String> recorded(String path) {
        return db.sql(
                        """
                        select actor_id || ' ' || permission from denied_attempt
                        where target = ? order by attempt
                        """)
                .param(path)
                .query(String.class)
                .list();
    }

    @Test
    void what_was_accepted_once_is_answered_so_again_whoever_joined_since() {
        var township = Township.ready(10);
        var household = township.registered(1);
        var path = "/households/" + household + "/visit";
        var visit = Map.of("visitedBy", "helper-1", "visitedOn", "2015-03-01", "note", NAME + "来访");
        var key = "visit-" + UUID.randomUUID();
        var first = township.door.post(path, visit, key);
        township.done(first);
        township.done(
                township.join(
                        household,
                        TestPersons.person(NAME, "OTHER", number),
                        "MARRIAGE",
                        "2015-03-02"));
        var again = township.door.post(path, visit, key);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(township.door.post(path, visit).rule()).isEqualTo("without-the-name");
    }

    private static Map<String, Object> rejection(String grounds) {
        return Map.of(
                "rejectedOn", "2014-04-02", "decidedBy", Township.body("村委会"), "grounds", grounds);
    }

    @Test
    void nor_of_one_who_joins_leaves_or_is_put_on_file() {
        var township = Township.ready(10);
        var household = township.registered(1);
        var member = TestPersons.person(NAME, "SPOUSE", number);
        member.put("phone", PHONE);
        member.put("cardNumber", CARD);
        township.done(township.join(household, member, "MARRIAGE", "2015-06-01"));
        // refused, malformed, of somebody unknown: none of them keeps what came with it
        township.join(household, member, "MARRIAGE", "2015-06-01");
        township.join(household, member, "MARRIAGE", "2015-13-01");
        var stranger = TestPersons.newNumber();
        assertThat(township.leave(household, stranger, "DEATH", "2015-07-01").reason())
                .isEqualTo("NOT_A_MEMBER");
        var both =
                township.step(
                        household,
                        "member-leaving",
                        Map.of(
                                "personId",
                                "person-00000000-0000-4000-8000-000000000001",
                                "identityNumber",
                                number,
                                "reason",
                                "DEATH",
                                "leftOn",
                                "2015-07-01"));
        assertThat(both.rule()).isEqualTo("person-or-number");
        assertThat(both.text()).doesNotContain(number);
        township.done(
                township.step(
                        household,
                        "member-leaving",
                        Map.of(
                                "personId",
                                Township.headOf(household),
                                "newHeadIdentityNumber",
                                number,
                                "reason",
                                "DEATH",
                                "leftOn",
                                "2015-07-01")));
        var signed =
                township.step(
                        household,
                        "exit-agreement",
                        Map.of("agreedOn", "2015-08-01", "signedByIdentityNumber", number));
        assertThat(signed.reason()).isEqualTo("EXIT_NOT_VERIFIED");
        township.done(township.dissolve(household, "2016-01-01"));
        var person = TestPersons.person(NAME, "HEAD", number);
        person.put("phone", PHONE);
        var onFile = Township.newHousehold();
        var recording = new TreeMap<>(township.recording(person));
        recording.put("recordedOn", "2016-01-01");
        township.done(township.step(onFile, "record", recording));
        for (var planted : List.of(NAME, number, PHONE, CARD, stranger)) assertNowhere(planted);
        assertThat(
                        db.sql(
                                        "select count(*) from vault_person where person_id in"
                                                + " (select person_id from active_person where"
                                                + " household_id = ?)")
                                .param(onFile)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void nor_of_one_without_a_number_described_identified_or_moved_over() {
        var township = Township.ready(10);
        var household = township.registered(1);
        var child = HouseholdModelTest.newborn(NAME);
        child.put("phone", PHONE);
        child.put("disabilityCertificate", number + "43");
        township.done(township.join(household, child, "BIRTH", "2015-06-01"));
        var person = HouseholdModelTest.joined(household).getFirst();
        var described = new TreeMap<String, Object>();
        described.put("personId", person);
        described.put("cardNumber", CARD);
        described.put("disabilityCertificate", number + "43");
        described.put("describedOn", "2015-07-01");
        township.done(township.step(household, "member-description", described));
        assertThat(
                        db.sql(
                                        "select convert_from(payload, 'UTF8')::json ->> 'numbers' from events where stream_id = ? and payload_type = 'MemberDescribed'")
                                .param(household)
                                .query(String.class)
                                .single())
                .isEqualTo("[\"CARD_NUMBER\",\"DISABILITY_CERTIFICATE\"]");
        // refused, malformed: neither keeps what came with it
        described.put("describedOn", "2015-05-01");
        township.step(household, "member-description", described);
        described.put("phone", "x" + PHONE);
        township.step(household, "member-description", described);
        township.done(
                HouseholdModelTest.identify(
                        township, household, person, number, "2016-01-01", "登记有误"));
        var other = Township.newHousehold();
        var split = HouseholdModelTest.correction("splitOn", "2016-02-01");
        split.put("newHouseholdId", other);
        split.put("members", List.of(Map.of("identityNumber", number, "relation", "HEAD")));
        township.done(township.step(household, "split", split));
        for (var planted : List.of(NAME, number, number + "43", PHONE, CARD)) {
            assertNowhere(planted);
        }
        // a birth date is nobody's name, but it is personal all the same
        assertThat(
                        db.sql(
                                        "select count(*) from events where convert_from(payload, 'UTF8') like '%2015-05-20%'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void what_is_kept_of_a_body_cannot_be_found_by_trying_numbers() {
        var township = Township.ready(10);
        var path = "/households/" + township.registered(1) + "/member-leaving";
        var key = "leaving-" + UUID.randomUUID();
        var sha256 =
                Hashing.sha256()
                        .hashString(
                                path + "\n" + EventJson.MAPPER.writeValueAsString(leaving(number)),
                                StandardCharsets.UTF_8)
                        .asBytes();
        var first = township.door.post(path, leaving(number), key);
        assertThat(kept(key)).hasSize(32).isNotEqualTo(sha256);

        // rows from before it was sealed hold the hash: the same body is still the same
        for (var kept : List.of(kept(key), sha256)) {
            db.sql("update commands set body_sha256 = ? where command_id = ?")
                    .params(kept, key)
                    .update();
            var again = township.door.post(path, leaving(number), key);
            assertThat(again.status()).isEqualTo(first.status());
            assertThat(again.replayed()).isTrue();
            var other = township.door.post(path, leaving(TestPersons.newNumber()), key);
            assertThat(other.status()).isEqualTo(422);
        }
    }

    private static Map<String, Object> leaving(String identityNumber) {
        return new TreeMap<>(
                Map.of(
                        "identityNumber",
                        identityNumber,
                        "leftOn",
                        "2015-07-01",
                        "reason",
                        "DEATH"));
    }

    private byte[] kept(String key) {
        return db.sql("select body_sha256 from commands where command_id = ?")
                .param(key)
                .query(byte[].class)
                .single();
    }

    @Test
    void no_text_of_a_place_or_a_file_takes_a_number() {
        var township = Township.ready(10);
        var region = "/regions/region-" + township.town;
        var household = "/households/" + township.registered(1);
        for (var planted : List.of(number, PHONE, CARD)) {
            var text = "联系 " + planted;
            refusedAsNumber(
                    township,
                    region + "/meeting",
                    Map.of("heldOn", "2014-04-02", "kind", "MASSES", "title", text));
            for (var field : List.of("documentNo", "title", "issuedBy")) {
                var document = new TreeMap<String, Object>();
                document.put("issuedOn", "2014-04-02");
                for (var other : List.of("documentNo", "title", "issuedBy"))
                    document.put(other, "文");
                document.put(field, text);
                refusedAsNumber(township, region + "/policy-document", document);
            }
            refusedAsNumber(
                    township,
                    region + "/work-team",
                    Map.of(
                            "formedOn",
                            "2014-04-02",
                            "team",
                            "队",
                            "kind",
                            "RESIDENT",
                            "level",
                            "COUNTY",
                            "units",
                            List.of("局", text)));
            refusedAsNumber(
                    township,
                    region + "/unit-contact",
                    Map.of("assignedOn", "2014-04-02", "unit", text, "households", 1));
            refusedAsNumber(
                    township,
                    region + "/succession",
                    Map.of(
                            "supersededOn",
                            "2019-12-01",
                            "successors",
                            List.of(),
                            "documentNo",
                            text));
            refusedAsNumber(
                    township,
                    household + "/visit",
                    Map.of("visitedOn", "2014-06-01", "visitedBy", text));
            refusedAsNumber(
                    township,
                    household + "/measure",
                    Map.of("assignedOn", "2014-06-01", "measure", "MEDICAL", "scheme", text));
            refusedAsNumber(
                    township,
                    household + "/reverification",
                    Map.of(
                            "reverifiedOn",
                            "2015-06-01",
                            "round",
                            text,
                            "decidedBy",
                            Township.body("镇")));
        }
    }

    private static void refusedAsNumber(Township township, String path, Object body) {
        var reply = township.door.post(path, body);
        assertThat(reply.rule()).as(path).isEqualTo("personal-number");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void what_is_public_of_a_member_is_the_surname_sex_and_birth_year() {
        var township = Township.ready(10);
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "application",
                        township.application(TestPersons.person(NAME, "HEAD", number))));
        var payload =
                db.sql("select convert_from(payload, 'UTF8') from events where stream_id = ?")
                        .param(household)
                        .query(String.class)
                        .single();
        assertThat(payload)
                .contains(
                        "\"maskedName\":\"欧阳***\"",
                        "\"sex\":\"%s\""
                                .formatted((number.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE"),
                        "\"birthYear\":" + number.substring(6, 10));
    }

    @Test
    void the_same_person_is_the_same_id_in_every_application_and_sealed_anew() {
        var township = Township.ready(10);
        var person = TestPersons.person(NAME, "HEAD", number);
        var first = Township.newHousehold();
        township.done(township.step(first, "application", township.application(person)));
        township.done(
                township.step(
                        first,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-04-02",
                                "decidedBy",
                                Township.body("村委会"),
                                "grounds",
                                "材料不全")));
        var second = Township.newHousehold();
        township.done(township.step(second, "application", township.application(person)));
        assertThat(of(second, "personId")).isEqualTo(of(first, "personId")).startsWith("person-");
        assertThat(of(second, "sealed")).isNotEqualTo(of(first, "sealed"));
    }

    @Test
    void a_vault_begun_with_one_key_does_not_start_with_another() {
        assertThatThrownBy(() ->
                        RunningService.start(
                                HouseholdService.class,
                                Running.service().database(),
                                "fupin.files.directory=" + Running.files(),
                                "fupin.vault.keyfile=" + Running.keyFile(9)))
                .hasStackTraceContaining("another key file");
    }

    private String of(String household, String field) {
        return db.sql(
                        """
                        select convert_from(payload, 'UTF8')::json -> 'members' -> 0 ->> ?
                        from events where stream_id = ? and sequence = 0
                        """)
                .params(field, household)
                .query(String.class)
                .single();
    }

    private List<String> tables() {
        return db.sql(
                        "select table_name from information_schema.tables where table_schema ="
                                + " 'public'")
                .query(String.class)
                .list();
    }

    /** As text, in bytes, and within what is base64. */
    private void assertNowhere(String planted) {
        var bytes = planted.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<>(List.of(planted, HexFormat.of().formatHex(bytes)));
        for (var shift = 0; shift < 3; shift++) forms.add(base64Core(bytes, shift));
        for (var table : tables()) {
            for (var form : forms) {
                var found =
                        db.sql("select count(*) from %s t where t::text like ?".formatted(table))
                                .param("%" + form + "%")
                                .query(Integer.class)
                                .single();
                assertThat(found).as("%s in %s", form, table).isZero();
            }
        }
        var base64InEvents =
                db.sql("select count(*) from events where convert_from(payload, 'UTF8') like ?")
                        .param("%" + base64Core(bytes, 0) + "%")
                        .query(Integer.class)
                        .single();
        assertThat(base64InEvents).isZero();
    }

    /** The part of the base64 that does not depend on what stands around it. */
    private static String base64Core(byte[] bytes, int shift) {
        var shifted = new byte[bytes.length - shift];
        System.arraycopy(bytes, shift, shifted, 0, shifted.length);
        var whole = shifted.length / 3 * 3;
        return Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
    }
}
