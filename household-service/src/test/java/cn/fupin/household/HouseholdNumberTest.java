package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 户编号 over HTTP: one household's in the nation, and on its papers. */
class HouseholdNumberTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(20);

    static String newNumber() {
        return "H"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, 9)
                        .toUpperCase(Locale.ROOT);
    }

    static Reply number(Township township, String household, String number) {
        return township.step(
                household, "number", Map.of("householdNumber", number, "numberedOn", "2014-06-01"));
    }

    static Reply correct(Township township, String household, @Nullable String number) {
        return correct(township, household, number, "chief-1");
    }

    private static Reply correct(
            Township township, String household, @Nullable String number, String approvedBy) {
        return correct(township, household, number, approvedBy, numbering(household));
    }

    private static Reply correct(
            Township township,
            String household,
            @Nullable String number,
            String approvedBy,
            String event) {
        var body = new HashMap<String, Object>();
        body.put("correctedOn", "2014-07-01");
        body.put("correctsEventId", event);
        body.put("reason", "抄录有误");
        body.put("approvedBy", approvedBy);
        if (number != null) body.put("householdNumber", number);
        return township.step(household, "number-correction", body);
    }

    private static List<String> numberings(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select event_id from events
                        where stream_id = ? and payload_type in ('HouseholdNumbered', 'HouseholdNumberCorrected')
                        order by sequence
                        """)
                .param(household)
                .query(String.class)
                .list();
    }

    private static String numbering(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select event_id from events
                        where stream_id = ? and payload_type = 'HouseholdNumbered' order by sequence desc limit 1
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    private List<String> types(String household) {
        return db.sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }

    @Test
    void the_registration_brings_it_in_one_command() {
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 2);
        var body = new HashMap<>(township.registration(notice, "2014-05-10"));
        var number = newNumber();
        body.put("householdNumber", number);
        township.done(township.step(household, "registration", body));
        assertThat(types(household)).endsWith("HouseholdRegistered", "HouseholdNumbered");
        var again = number(township, household, newNumber());
        assertThat(again.reason()).isEqualTo("HOUSEHOLD_IS_NUMBERED");
        assertThat(again.json().path("householdNumber").asString()).isEqualTo(number);
    }

    @Test
    void of_64_households_that_are_given_one_number_at_once_one_has_it()
            throws InterruptedException {
        var households = List.of(township.registered(1), township.registered(1));
        var number = newNumber();
        var replies = AtOnce.run(64, i -> number(township, households.get(i % 2), number));
        var outcomes = AtOnce.outcomes(replies);
        assertThat(outcomes.get("OK")).isEqualTo(1);
        assertThat(outcomes.keySet())
                .containsExactlyInAnyOrder("OK", "HOUSEHOLD_IS_NUMBERED", "HOUSEHOLD_NUMBER_TAKEN");
        assertThat(
                        db.sql("select count(*) from household_number where household_number = ?")
                                .param(number)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whose_it_is_only_those_are_told_in_whose_region_that_lies() {
        var number = newNumber();
        var first = township.registered(1);
        township.done(number(township, first, number));
        var there = Township.ready(20);
        var other = there.registered(1);
        var path = "/households/" + other + "/number";
        var body = Map.of("householdNumber", number, "numberedOn", "2014-06-01");
        var county = there.door.as("clerk-c", "county-officer", Township.COUNTY).post(path, body);
        assertThat(county.reason()).isEqualTo("HOUSEHOLD_NUMBER_TAKEN");
        assertThat(county.json().path("householdId").asString()).isEqualTo(first);
        var town = there.door.as("clerk-t", "county-officer", there.town).post(path, body);
        assertThat(town.reason()).isEqualTo("HOUSEHOLD_NUMBER_TAKEN");
        assertThat(town.text()).doesNotContain(first);
    }

    @Test
    void two_persons_correct_a_wrong_one_and_its_own_household_may_have_it_then() {
        var number = newNumber();
        var wrong = township.registered(1);
        var right = township.registered(1);
        township.done(number(township, wrong, number));
        assertThat(number(township, right, number).reason()).isEqualTo("HOUSEHOLD_NUMBER_TAKEN");
        assertThat(correct(township, wrong, null, "clerk-1").reason())
                .isEqualTo("APPROVED_BY_WHOEVER_ENTERED");
        township.done(correct(township, wrong, null));
        township.done(number(township, right, number));
        township.done(number(township, wrong, newNumber()));
        assertThat(correct(township, wrong, number).reason()).isEqualTo("HOUSEHOLD_NUMBER_TAKEN");
        assertThat(types(wrong))
                .endsWith("HouseholdNumbered", "HouseholdNumberCorrected", "HouseholdNumbered");
        // the first of them, or what took it back, gave it no number it has
        for (var before : numberings(wrong).subList(0, 2)) {
            assertThat(correct(township, wrong, newNumber(), "chief-1", before).reason())
                    .isEqualTo("NUMBERED_ANEW_SINCE");
        }
    }

    @Test
    void nobodys_identity_number_is_taken_for_one() {
        var household = township.registered(1);
        var identity = TestPersons.newNumber();
        for (var hidden : List.of(identity, "A" + identity, identity + "A")) {
            var refused = number(township, household, hidden);
            assertThat(refused.status()).as(hidden).isEqualTo(400);
            assertThat(refused.field()).isEqualTo("householdNumber");
            assertThat(refused.rule()).isEqualTo("personal-number");
            assertThat(refused.text()).doesNotContain(identity);
        }
        var small = number(township, household, "h-7");
        assertThat(small.status()).isEqualTo(400);
        assertThat(small.rule()).isEqualTo("household-number");
    }

    @Test
    void it_stands_on_the_form_the_card_and_in_the_village_register_as_corrected_from_its_day_on()
            throws Exception {
        var household = township.registered(2);
        var wrong = newNumber();
        var number = newNumber();
        township.done(number(township, household, wrong));
        township.done(correct(township, household, number));
        for (var paper :
                List.of(
                        "/households/" + household + "/documents/form",
                        "/households/" + household + "/documents/clear-card",
                        "/villages/" + township.village + "/documents/register")) {
            assertThat(paper(paper, "2014-06-01")).contains(number).doesNotContain(wrong);
            assertThat(paper(paper, "2014-05-31")).doesNotContain(number, wrong);
        }
        assertThat(paper("/households/" + household + "/documents/form", "2014-05-31"))
                .contains("户编号：未编列", household);
    }

    private String paper(String path, String asOf) throws Exception {
        return Readback.ofXlsx(get(path + "?format=xlsx&asOf=" + asOf));
    }

    private byte[] get(String path) throws Exception {
        var request =
                ImportTest.to(path)
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Role", "township-clerk")
                        .header("Fupin-Region", Township.COUNTY)
                        .build();
        var response = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
