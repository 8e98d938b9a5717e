package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.page.Readback;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Back onto the register, but not past the lists of other registers. */
class RelapseTest {
    private final Township township = Township.ready(10);
    private final String household = Township.newHousehold();
    private final String number = TestPersons.newNumber();

    @BeforeEach
    void exited() {
        var notice = township.reviewed(household, 2);
        township.done(township.register(household, notice, "2014-05-09"));
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小明", "CHILD", number),
                        "MOVED_IN",
                        "2014-06-01"));
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(township.line(township.town, 2016, 2952_00));
        township.exit(household);
        var quota = new TreeMap<>(township.quota(township.town, 5));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
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
                        "2017-01-01"));
    }

    private String carsOf(String... owners) {
        var list = "matching-" + UUID.randomUUID();
        township.done(
                "/matching-lists/" + list + "/receipt",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "source",
                        "县车管所",
                        "asOf",
                        "2017-02-01",
                        "numbers",
                        List.of(owners),
                        "receivedOn",
                        "2017-02-02"));
        return list;
    }

    /** By the person's id, no number in it; also who came on file after the list. */
    @Test
    void whom_a_list_names_is_told_once() {
        var late = TestPersons.newNumber();
        var refused = TestPersons.newNumber();
        assertThat(
                        township.step(
                                        Township.newHousehold(),
                                        "application",
                                        township.application(
                                                TestPersons.person("王小明", "HEAD", number),
                                                TestPersons.person("王小红", "SPOUSE", refused)))
                                .reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        var list = carsOf(number, late, refused, TestPersons.newNumber());
        assertThat(told(list, 1)).containsExactly(HouseholdModelTest.joined(household).getFirst());
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小花", "CHILD", late),
                        "MOVED_IN",
                        "2017-01-05"));
        assertThat(told(list, 2)).containsExactlyElementsOf(HouseholdModelTest.joined(household));
        assertThat(payloads(list)).hasSize(2).noneMatch(payload -> payload.contains(number));
    }

    @Test
    void whom_a_list_names_is_told_as_soon_as_it_came_in() {
        var list = carsOf(number);
        for (var tries = 0; payloads(list).isEmpty() && tries < 100; tries++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(payloads(list)).hasSize(1);
    }

    /** Of a list that is in no stream nobody can be told. */
    @Test
    void a_list_that_is_refused_keeps_no_other_waiting() {
        var db = Running.service().bean(JdbcClient.class);
        db.sql(
                        """
                        with list as (
                            insert into matching_list
                                (matching_id, seal, region, item, source, as_of, received_on, entries)
                            values ('matching-00000000-0000-4000-8000-000000000000', 'none', '000000000000', 'CAR',
                                    'none', '2017-02-01', '2017-02-02', 2000)
                            returning matching_id, seal),
                        listed as (
                            select gen_random_uuid() as id from generate_series(1, 2000)),
                        person as (
                            insert into vault_person (person_id, blind_index, wrapped_key)
                            select 'person-' || id, convert_to('refused ' || id, 'UTF8'), '' from listed),
                        home as (
                            insert into person_home select 'person-' || id, 'household-of-a-refused-list' from listed)
                        insert into matching_entry (matching_id, seal, blind_index)
                        select matching_id, seal, convert_to('refused ' || id, 'UTF8') from list, listed
                        """)
                .update();
        try {
            assertThat(told(carsOf(number), 1))
                    .containsExactly(HouseholdModelTest.joined(household).getFirst());
        } finally {
            db.sql(
                            """
                            with list as (
                                delete from matching_list where seal = 'none'),
                            home as (
                                delete from person_home where household_id = 'household-of-a-refused-list'
                                returning person_id),
                            person as (
                                delete from vault_person where person_id in (select person_id from home))
                            delete from matching_entry where seal = 'none'
                            """)
                    .update();
        }
    }

    /** Told when it begins, and each minute. */
    static List<String> told(String list, int persons) {
        var context = Running.service().bean(Beans.class).context();
        var telling = (SmartLifecycle) context.getBean("listedPersons");
        telling.stop();
        telling.start();
        for (var tries = 0; payloads(list).size() < persons && tries < 100; tries++) {
            LockSupport.parkNanos(100_000_000);
        }
        return payloads(list).stream()
                .map(payload -> EventJson.MAPPER.readTree(payload).path("personIds"))
                .flatMap(ids -> ids.valueStream().map(id -> id.asString("")))
                .toList();
    }

    private static List<String> payloads(String list) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select convert_from(payload, 'UTF8') from events
                        where stream_id = ? and payload_type = 'ListedPersonsFound' order by sequence
                        """)
                .param(list)
                .query(String.class)
                .list();
    }

    @Test
    void whoever_is_on_a_list_under_an_exclusion_rule_stays_out_until_that_was_cleared() {
        carsOf(number);
        var relapse = RegionsAndRulesTest.relapse();
        var refused = township.step(household, "relapse", relapse);
        assertThat(refused.reason()).isEqualTo("EXCLUDED");
        var person = HouseholdModelTest.joined(household).getFirst();
        assertThat(refused.json().path("personId").asString("")).isEqualTo(person);
        township.done(
                township.step(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                person,
                                "item",
                                "CAR",
                                "grounds",
                                "车已出售，未过户",
                                "decidedBy",
                                Township.body("县扶贫移民局"),
                                "clearedOn",
                                "2017-02-28")));
        township.done(township.step(household, "relapse", relapse));
    }

    /** 返贫程序, where the county has enacted it. */
    @Test
    void no_way_back_but_step_by_step_where_a_rule_asks_for_it() {
        township.done(
                township.rule(
                        township.town, "relapse-procedure-required", 1, "flag", "2017-01-01"));
        var relapse = RegionsAndRulesTest.relapse();
        refused("relapse", relapse, "RELAPSE_NOT_PROPOSED");
        done(
                "relapse-proposal",
                Map.of(
                        "proposedOn",
                        "2017-02-01",
                        "cause",
                        "ILLNESS",
                        "decidedBy",
                        Township.body("村两委")));
        refused("relapse", relapse, "RELAPSE_NOT_ASSESSED");
        var against = township.meeting(household, "2017-02-04", 2, 30);
        refused("relapse-assessment", Map.of("assessmentId", against), "VOTED_DOWN");
        done(
                "relapse-assessment",
                Map.of("assessmentId", township.meeting(household, "2017-02-05", 30, 2)));
        refused("relapse", relapse, "RELAPSE_NOT_REVIEWED");

        var hung = Township.newNotice();
        township.done(township.post(hung, "FIRST", "2017-02-06", household));
        var review =
                Map.of(
                        "noticeId",
                        hung,
                        "reviewedOn",
                        "2017-02-20",
                        "decidedBy",
                        Township.body("镇"));
        refused("relapse-review", review, "NOTICE_NOT_CLOSED");
        township.done(
                township.door.post(
                        "/notices/" + hung + "/objections",
                        Map.of(
                                "householdId",
                                household,
                                "grounds",
                                "有稳定工作",
                                "raisedOn",
                                "2017-02-08")));
        refused("relapse-review", review, "OBJECTION_OPEN");
        township.done(
                township.door.post(
                        "/notices/" + hung + "/objections/settlement",
                        Map.of(
                                "householdId",
                                household,
                                "upheld",
                                false,
                                "handling",
                                "经核实已失业",
                                "settledOn",
                                "2017-02-12")));
        township.done(township.close(hung, "2017-02-14"));
        done("relapse-review", review);
        done("relapse", relapse);
        assertThat(WholeLifeTest.types(household))
                .endsWith(
                        "HouseholdExited",
                        "RelapseProposed",
                        "RelapseAssessed",
                        "RelapseReviewed",
                        "HouseholdRelapsed");
    }

    /** 二次公示: what is upheld on it ends the relapse, whether the county names it or not. */
    @Test
    void a_relapse_that_comes_to_nothing_is_withdrawn_and_a_new_one_goes_by_a_second_notice() {
        var withdrawal =
                Map.of(
                        "withdrawnOn",
                        "2017-02-27",
                        "reason",
                        "异议成立：有稳定工作",
                        "decidedBy",
                        Township.body("镇"));
        refused("relapse-withdrawal", withdrawal, "NO_RELAPSE_UNDER_WAY");
        reviewed("2017-02-01", "2017-02-02", "2017-02-03", "2017-02-11");
        var objected = Township.newNotice();
        township.done(township.post(objected, "SECOND", "2017-02-12", household));
        assertThat(listOf(objected)).contains("返贫第二次公示名单").doesNotContain("识别");
        township.done(
                township.door.post(
                        "/notices/" + objected + "/objections",
                        Map.of(
                                "householdId",
                                household,
                                "grounds",
                                "有稳定工作",
                                "raisedOn",
                                "2017-02-14")));
        var relapse = new TreeMap<>(RegionsAndRulesTest.relapse());
        refused("relapse", relapse, "OBJECTION_OPEN");
        township.done(
                township.door.post(
                        "/notices/" + objected + "/objections/settlement",
                        Map.of(
                                "householdId",
                                household,
                                "upheld",
                                true,
                                "handling",
                                "经核实有稳定工作",
                                "settledOn",
                                "2017-02-18")));
        township.done(township.close(objected, "2017-02-20"));
        refused("relapse", relapse, "OBJECTION_UPHELD");
        relapse.put("noticeId", objected);
        refused("relapse", relapse, "OBJECTION_UPHELD");
        done("relapse-withdrawal", withdrawal);
        refused("relapse-withdrawal", withdrawal, "NO_RELAPSE_UNDER_WAY");
        // as after the exit
        township.done(township.post(Township.newNotice(), "FIRST", "2017-02-28", household));

        reviewed("2017-03-01", "2017-03-02", "2017-03-03", "2017-03-11");
        relapse.put("relapsedOn", "2017-03-25");
        refused("relapse", relapse, "NOTICE_BEFORE_PREVIOUS_STEP");
        relapse.put(
                "noticeId", township.noticeOver("SECOND", "2017-03-12", "2017-03-20", household));
        done("relapse", relapse);
        assertThat(WholeLifeTest.types(household))
                .endsWith(
                        "RelapseReviewed",
                        "RelapseWithdrawn",
                        "RelapseProposed",
                        "RelapseAssessed",
                        "RelapseReviewed",
                        "HouseholdRelapsed");
    }

    /** 动态管理: whom a round brings back by a relapse is counted among those it brought in. */
    @Test
    void who_relapses_by_a_round_came_in_by_it() {
        var round = "round-" + UUID.randomUUID();
        township.done(
                "/rounds/" + round + "/opening",
                Map.of(
                        "region",
                        township.town,
                        "name",
                        "2017 年动态管理",
                        "rules",
                        List.of(
                                Map.of("code", "OUT", "direction", "LEAVE", "text", "不符合的退"),
                                Map.of("code", "BACK", "direction", "ENTER", "text", "返贫的进")),
                        "openedOn",
                        "2017-01-01"));
        var relapse = new TreeMap<>(RegionsAndRulesTest.relapse());
        relapse.put("roundId", round);
        var alone = township.step(household, "relapse", relapse);
        assertThat(alone.rule()).isEqualTo("round-and-rule");
        relapse.put("roundRule", "OUT");
        refused("relapse", relapse, "NO_SUCH_RULE_IN_THE_ROUND");
        relapse.put("roundRule", "BACK");
        done("relapse", relapse);
        var rules = township.door.get("/rounds/" + round).json().path("rules");
        assertThat(rules.path(1).path("code").asString()).isEqualTo("BACK");
        assertThat(rules.path(1).path("households").asInt()).isEqualTo(1);
        assertThat(rules.path(0).path("households").asInt()).isZero();
    }

    private static String listOf(String notice) {
        var request =
                ImportTest.to("/notices/" + notice + "/documents/list?format=xlsx")
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Role", "township-clerk")
                        .header("Fupin-Region", Township.COUNTY)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return Readback.ofXlsx(http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void reviewed(String proposedOn, String heldOn, String postedOn, String closedOn) {
        done(
                "relapse-proposal",
                Map.of(
                        "proposedOn",
                        proposedOn,
                        "cause",
                        "ILLNESS",
                        "decidedBy",
                        Township.body("村两委")));
        done(
                "relapse-assessment",
                Map.of("assessmentId", township.meeting(household, heldOn, 30, 2)));
        done(
                "relapse-review",
                Map.of(
                        "noticeId",
                        township.noticeOver("FIRST", postedOn, closedOn, household),
                        "reviewedOn",
                        closedOn,
                        "decidedBy",
                        Township.body("镇")));
    }

    /** 错退: registered as it was, in the places it had, and nobody who confirmed it approves. */
    @Test
    void an_exit_that_was_wrong_is_taken_back_and_is_no_relapse() {
        var used = used(2014);
        refused("exit-revocation", revocation("clerk-1"), "APPROVED_BY_WHOEVER_ENTERED");
        var officer = township.door.as("officer-9");
        var path = "/households/" + household + "/exit-revocation";
        // who entered the exit, in this test
        assertThat(officer.post(path, revocation("clerk-1")).reason())
                .isEqualTo("APPROVED_BY_WHOEVER_CONFIRMED");
        township.done(officer.post(path, revocation("officer-8")));
        assertThat(used(2014)).isEqualTo(used);
        assertThat(used(2017)).isZero();
        refused("relapse", RegionsAndRulesTest.relapse(), "NOT_EXITED");
        refused("exit-revocation", revocation("officer-8"), "NOT_EXITED");
        done(
                "exit-proposal",
                Map.of("proposedOn", "2017-10-01", "decidedBy", Township.body("村两委")));
    }

    /** 错评. */
    @Test
    void one_that_exited_and_never_was_poor_is_removed_and_gives_its_places_back() {
        var removal = new TreeMap<String, Object>();
        removal.put("removedOn", "2017-05-01");
        removal.put("cause", "NEW_YI_VILLAGE_BENEFICIARY");
        removal.put("authority", Township.body("县扶贫移民局"));
        refused("removal", removal, "EXITED_AND_NOT_MISIDENTIFIED");
        removal.put("cause", "MISIDENTIFIED");
        done("removal", removal);
        assertThat(used(2014)).isZero();
        township.done(
                township.step(
                        Township.newHousehold(),
                        "record",
                        Map.of(
                                "region",
                                township.village,
                                "recordedOn",
                                "2017-06-01",
                                "members",
                                List.of(TestPersons.person("王小明", "HEAD", number)))));
    }

    static Map<String, Object> revocation(String approvedBy) {
        return Map.of(
                "revokedOn",
                "2017-05-01",
                "reason",
                "收入核实有误，住房不安全",
                "decidedBy",
                Map.of("body", "县脱贫攻坚领导小组", "documentNo", "县扶领〔2017〕3号"),
                "approvedBy",
                approvedBy);
    }

    /** 误登返贫: it has exited as before, and what it took of the year's places is free again. */
    @Test
    void a_relapse_that_was_entered_by_mistake_gives_its_places_back_and_is_none() {
        assertThat(used(2017)).isZero();
        done("relapse", RegionsAndRulesTest.relapse());
        assertThat(used(2017)).isPositive();
        refused("exit-revocation", revocation("officer-8"), "NOT_EXITED");
        refused("relapse-revocation", revocation("clerk-1"), "APPROVED_BY_WHOEVER_ENTERED");
        var path = "/households/" + household + "/relapse-revocation";
        var officer = township.door.as("officer-9");
        assertThat(officer.post(path, revocation("clerk-1")).reason())
                .isEqualTo("APPROVED_BY_WHOEVER_RELAPSED");
        township.done(officer.post(path, revocation("officer-8")));
        assertThat(used(2017)).isZero();
        assertThat(officer.post(path, revocation("officer-8")).reason()).isEqualTo("NOT_RELAPSED");
        refused(
                "exit-proposal",
                Map.of("proposedOn", "2017-10-01", "decidedBy", Township.body("村两委")),
                "NOT_ON_THE_REGISTER");
        // it falls back in truth, and takes the places of the year anew
        var again = new TreeMap<>(RegionsAndRulesTest.relapse());
        again.put("relapsedOn", "2017-06-01");
        done("relapse", again);
        assertThat(used(2017)).isPositive();
        done(
                "exit-proposal",
                Map.of("proposedOn", "2017-10-01", "decidedBy", Township.body("村两委")));
        var late = new TreeMap<>(revocation("officer-8"));
        late.put("revokedOn", "2017-10-02");
        assertThat(officer.post(path, late).reason()).isEqualTo("LATER_STEP_STANDS_ON_IT");
    }

    /**
     * A removal gives back what it was registered by, and takes that again when it is taken back.
     */
    @Test
    void a_removal_after_a_relapse_that_was_none_is_of_the_registrations_places() {
        var used = used(2014);
        assertThat(used).isPositive();
        done("relapse", RegionsAndRulesTest.relapse());
        done("relapse-revocation", revocation("officer-8"), "officer-9");
        var removal = new TreeMap<String, Object>();
        removal.put("removedOn", "2017-06-01");
        removal.put("cause", "MISIDENTIFIED");
        removal.put("authority", Township.body("县扶贫移民局"));
        done("removal", removal);
        assertThat(used(2014)).isZero();
        assertThat(used(2017)).isZero();
        var back = EndRevocationTest.revocation("2017-07-01", "officer-8");
        done("end-revocation", back, "officer-9");
        assertThat(used(2014)).isEqualTo(used);
        assertThat(used(2017)).isZero();
    }

    private void done(String step, Object body, String actor) {
        township.done(township.door.as(actor).post("/households/" + household + "/" + step, body));
    }

    private int used(int year) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql("select used_persons from quota where division = ? and year = ?")
                .params(township.town, year)
                .query(Integer.class)
                .single();
    }

    private void done(String step, Object body) {
        township.done(township.step(household, step, body));
    }

    private void refused(String step, Object body, String reason) {
        var reply = township.step(household, step, body);
        assertThat(reply.reason()).as(reply.text()).isEqualTo(reason);
    }

    @Test
    void who_left_after_the_day_of_a_relapse_that_is_entered_late_was_looked_up_too() {
        carsOf(TestPersons.newNumber());
        township.done(township.leave(household, number, "MOVED_OUT", "2017-06-01"));
        township.done(township.step(household, "relapse", RegionsAndRulesTest.relapse()));
    }

    @Test
    void who_left_after_that_day_keeps_it_out_if_on_a_list() {
        carsOf(number);
        township.done(township.leave(household, number, "MOVED_OUT", "2017-06-01"));
        assertThat(township.step(household, "relapse", RegionsAndRulesTest.relapse()).reason())
                .isEqualTo("EXCLUDED");
    }
}
