package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An ordinary household is put on file, applies from its file, is refused once and registered. */
class ApplyFromFileStoryTest {
    private final Township township = Township.ready(5);
    private final String household = Township.newHousehold();

    @Test
    void from_the_file_onto_the_register_with_its_members_and_incomes() {
        done(
                "record",
                township.recording(
                        TestPersons.person("王小明", "HEAD", TestPersons.newNumber()),
                        TestPersons.person("王小红", "SPOUSE", TestPersons.newNumber())));
        done("income", income());
        refused("application", township.applicationOf(2), "ON_FILE_ALREADY");
        var batch = batch();
        var asked = new LinkedHashMap<String, Object>();
        asked.put("appliedOn", "2014-06-30");
        asked.put("batchId", batch);
        refused("application-on-file", asked, "OUTSIDE_THE_BATCH");
        asked.put("appliedOn", "2014-08-01");
        done("application-on-file", asked);
        assertThat(standing()).isEqualTo("CANDIDATE");
        assertThat(township.door.get("/batches/" + batch).text()).contains(household);
        refused("monitoring-clue", clue(), "NOT_TO_BE_MONITORED");
        done(
                "rejection",
                Map.of(
                        "rejectedOn",
                        "2014-08-05",
                        "decidedBy",
                        Township.body("村民委员会"),
                        "grounds",
                        "收入有待核实"));
        assertThat(standing()).isEqualTo("ON_FILE");
        asked.put("appliedOn", "2014-08-10");
        done("application-on-file", asked);
        done("income", income());
        identified();
        assertThat(standing()).isEqualTo("REGISTERED");
        assertThat(WholeLifeTest.types(household))
                .containsExactly(
                        "HouseholdRecorded",
                        "IncomeRecorded",
                        "HouseholdOnFileApplied",
                        "HouseholdBackOnFile",
                        "HouseholdOnFileApplied",
                        "IncomeRecorded",
                        "HouseholdSurveyed",
                        "HouseholdAssessed",
                        "TownshipReviewed",
                        "HouseholdRegistered");
        var used = township.door.get("/quotas?region=" + township.town + "&year=2014").json();
        assertThat(used.path("quotas").path(0).path("used").asInt()).isEqualTo(2);
        assertThat(used.path("quotas").path(0).path("persons").asInt()).isEqualTo(2);
    }

    private void identified() {
        var survey = new LinkedHashMap<String, Object>();
        survey.put("surveyedOn", "2014-08-12");
        survey.put("surveyors", List.of("李某"));
        survey.put("incomeYear", 2013);
        for (var item : List.of("wage", "business", "transfer", "property", "cost")) {
            survey.put(item + "Fen", 100_00);
        }
        survey.put("waterSafe", true);
        survey.put("housingSafe", true);
        done("survey", survey);
        done(
                "assessment",
                Map.of("assessmentId", township.meeting(household, "2014-08-15", 30, 2)));
        var first = township.noticeOver("FIRST", "2014-08-16", "2014-08-24", household);
        township.done(township.review(household, first, "2014-08-24"));
        var second = township.noticeOver("SECOND", "2014-08-25", "2014-09-02", household);
        township.done(township.register(household, second, "2014-09-02"));
    }

    private String batch() {
        var batch = "batch-" + UUID.randomUUID();
        township.done(
                "/batches/" + batch + "/opening",
                Map.of(
                        "region",
                        township.village,
                        "year",
                        2014,
                        "title",
                        "第二批",
                        "appliesFrom",
                        "2014-07-10",
                        "appliesUntil",
                        "2014-08-20",
                        "openedOn",
                        "2014-07-01"));
        return batch;
    }

    private static Map<String, Object> income() {
        return Map.of(
                "incomeYear",
                2013,
                "wageFen",
                200_00,
                "businessFen",
                0,
                "transferFen",
                0,
                "propertyFen",
                0,
                "costFen",
                0,
                "recordedOn",
                "2014-08-11");
    }

    private static Map<String, Object> clue() {
        return Map.of("source", "CADRE_CHECK", "raisedOn", "2014-08-02");
    }

    private String standing() {
        return Running.service()
                .bean(JdbcClient.class)
                .sql("select standing from household_place where household_id = ?")
                .param(household)
                .query(String.class)
                .single();
    }

    private Reply done(String step, Object body) {
        return township.done(township.step(household, step, body));
    }

    private void refused(String step, Object body, String reason) {
        var reply = township.step(household, step, body);
        assertThat(reply.reason()).as(reply.text()).isEqualTo(reason);
    }
}
