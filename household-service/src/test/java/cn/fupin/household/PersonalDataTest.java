package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
                            "/households/" + household + "/rejection",
                            Map.of(
                                    "rejectedOn",
                                    "2014-04-02",
                                    "decidedBy",
                                    Township.body("村委会"),
                                    "grounds",
                                    "联系 " + planted));
            assertThat(reply.rule()).isEqualTo("personal-number");
            assertThat(reply.text()).doesNotContain(planted);
        }
        assertThat(tables()).contains("events", "commands", "vault_person", "active_person");
        for (var planted : List.of(NAME, number, PHONE, CARD)) assertNowhere(planted);
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
                        "select table_name from information_schema.tables where table_schema = 'public'")
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
