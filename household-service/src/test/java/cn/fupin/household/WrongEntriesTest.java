package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 撤销误登 over HTTP: what was entered wrongly of help is taken back by two persons, once. */
class WrongEntriesTest {
    private final Township township = Township.ready(10);

    @Test
    void a_visit_to_another_household_stands_in_no_handbook() {
        var household = township.registered(2);
        var visit =
                entered(
                        household,
                        "visit",
                        Map.of("visitedBy", "helper-wrong", "visitedOn", "2018-06-01"));
        assertThat(handbook(household)).contains("2018-06-01");

        var correction = correction(visit);
        correction.put("approvedBy", "clerk-1");
        refused(correct(household, correction), "APPROVED_BY_WHOEVER_ENTERED");
        correction.put("approvedBy", "chief-1");
        correction.remove("reason");
        var unsaid = correct(household, correction);
        assertThat(unsaid.status()).as(unsaid.text()).isEqualTo(400);
        assertThat(unsaid.json().path("field").asString()).isEqualTo("reason");
        refused(correct(household, correction("no-such-event")), "CORRECTED_EVENT_UNKNOWN");
        refused(
                correct(household, correction(event(household, "HouseholdRegistered"))),
                "CORRECTS_ANOTHER_KIND");
        township.done(correct(household, correction(visit)));
        refused(correct(household, correction(visit)), "TAKEN_BACK_ALREADY");

        assertThat(handbook(household)).doesNotContain("2018-06-01");
        assertThat(types(household)).endsWith("HouseholdVisited", "VisitTakenBack");
    }

    @Test
    void every_paper_and_measure_of_its_help() {
        var household = township.registered(2);
        var head = Township.headOf(household);
        var measure =
                Map.<String, Object>of(
                        "measure", "INDUSTRY", "scheme", "五个一批", "assignedOn", "2015-01-05");
        takenBack(household, "measure", measure);
        township.done(township.step(household, "measure", measure));
        takenBack(
                household,
                "plan",
                Map.of(
                        "kind",
                        "YEARLY",
                        "fromYear",
                        2015,
                        "toYear",
                        2015,
                        "measures",
                        List.of(),
                        "adoptedOn",
                        "2015-01-05"));
        takenBack(
                household,
                "handbook",
                Map.of(
                        "number",
                        "川盐扶0002",
                        "printedOn",
                        "2014-11-01",
                        "issuedBy",
                        "镇人民政府",
                        "issuedOn",
                        "2015-01-06"));
        takenBack(
                household,
                "benefit-link",
                Map.of(
                        "contract",
                        "2015-99",
                        "partner",
                        "县茶叶公司",
                        "kind",
                        "SHARES",
                        "signedOn",
                        "2015-01-06"));
        takenBack(
                household,
                "clear-card",
                Map.of("year", 2015, "issuedBy", "镇人民政府", "issuedOn", "2015-01-06"));
        takenBack(
                household,
                "result",
                Map.of(
                        "year",
                        2015,
                        "projectTypes",
                        List.of("INDUSTRY"),
                        "signedBy",
                        head,
                        "signedOn",
                        "2015-12-20"));
        assertThat(types(household))
                .contains(
                        "MeasureTakenBack",
                        "PlanTakenBack",
                        "HandbookTakenBack",
                        "BenefitLinkTakenBack",
                        "ClearCardTakenBack",
                        "ResultTakenBack");
        assertThat(handbook(household)).doesNotContain("川盐扶0002", "2015-99");
    }

    /**
     * 利益联结: the handbook says with whom and what came of it, and a dividend entered wrongly is
     * none.
     */
    @Test
    void a_contract_and_its_dividends_stand_in_the_handbook() {
        var household = township.registered(1);
        var signed = entered(household, "benefit-link", contract());
        entered(household, "dividend", dividend(1_860_00));
        var wrong = entered(household, "dividend", dividend(555_00));
        assertThat(handbook(household)).contains("2015-17", "县茶叶公司", "入股分红", "2415.00");
        refused(correct(household, correction(signed)), "CONTRACT_IN_USE");
        township.done(correct(household, correction(wrong)));
        assertThat(handbook(household)).contains("1860.00").doesNotContain("2415.00");
    }

    private static Map<String, Object> contract() {
        return Map.of(
                "contract",
                "2015-17",
                "partner",
                "县茶叶公司",
                "kind",
                "SHARES",
                "signedOn",
                "2015-03-10");
    }

    private static Map<String, Object> dividend(long fen) {
        return Map.of(
                "contract", "2015-17", "year", 2015, "amountFen", fen, "receivedOn", "2016-01-20");
    }

    /** A wrong plan and the right one, entered on one day. */
    @Test
    void of_two_plans_of_one_day_the_wrong_one_goes() {
        var household = township.registered(1);
        var wrong = entered(household, "plan", plan("1", "养羊"));
        entered(household, "plan", plan("2", "养猪"));
        // and twice by mistake: it is one plan on paper
        var twice = entered(household, "plan", plan("2", "养猪"));
        assertThat(handbook(household)).contains("养猪").doesNotContain("养羊");
        township.done(correct(household, correction(wrong)));
        township.done(correct(household, correction(twice)));
        assertThat(handbook(household)).contains("养猪").doesNotContain("养羊");
        refused(
                township.step(household, "planned-measure", done("1", 1)),
                "NO_SUCH_PLANNED_MEASURE");
        var more = township.step(household, "planned-measure", done("2", 500));
        refused(more, "MORE_THAN_PLANNED");
        assertThat(more.json().path("left").asInt()).isEqualTo(5);
        township.done(township.step(household, "planned-measure", done("2", 5)));
    }

    private static Map<String, Object> plan(String code, String content) {
        return Map.of(
                "kind",
                "YEARLY",
                "fromYear",
                2015,
                "toYear",
                2015,
                "measures",
                List.of("INDUSTRY"),
                "planned",
                List.of(
                        Map.of(
                                "code",
                                code,
                                "year",
                                2015,
                                "measure",
                                "INDUSTRY",
                                "content",
                                content,
                                "quantity",
                                5,
                                "unit",
                                "头")),
                "adoptedOn",
                "2015-01-05");
    }

    private static Map<String, Object> done(String code, int quantity) {
        return Map.of(
                "kind",
                "YEARLY",
                "fromYear",
                2015,
                "code",
                code,
                "quantity",
                quantity,
                "doneOn",
                "2015-06-01");
    }

    @Test
    void what_the_county_looked_into_is_the_countys_to_take_back() {
        var household = township.registered(1);
        var clearance =
                entered(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                Township.headOf(household),
                                "item",
                                "CAR",
                                "grounds",
                                "车已出售",
                                "decidedBy",
                                Township.body("县扶贫移民局"),
                                "clearedOn",
                                "2014-06-01"));
        var path = "/households/" + household + "/exclusion-clearance-correction";
        refused(correct(household, correction(clearance)), "CORRECTS_ANOTHER_KIND");
        township.done(path, correction(clearance));
        assertThat(
                        db().sql("select count(*) from exclusion_clearance where household_id = ?")
                                .param(household)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void a_training_of_another_village_is_taken_back_and_recorded_there_again() {
        var training =
                Map.<String, Object>of("heldOn", "2015-03-02", "classes", 2, "personTimes", 80);
        var path = "/regions/region-" + township.village;
        var wrong =
                township.done(township.door.post(path + "/training", training))
                        .json()
                        .path("events")
                        .get(0)
                        .path("id")
                        .asString();
        refused(township.door.post(path + "/training", training), "TRAINING_ALREADY_RECORDED");
        var correction = correction(wrong);
        correction.put("approvedBy", "clerk-1");
        refused(
                township.door.post(path + "/entry-correction", correction),
                "APPROVED_BY_WHOEVER_ENTERED");
        refused(
                township.door.post(
                        "/regions/region-" + township.town + "/entry-correction",
                        correction(wrong)),
                "CORRECTED_EVENT_UNKNOWN");
        township.done(path + "/entry-correction", correction(wrong));
        refused(
                township.door.post(path + "/entry-correction", correction(wrong)),
                "TAKEN_BACK_ALREADY");
        township.done(path + "/training", training);
    }

    @Test
    void what_a_sampling_found_is_rectified_once() {
        var household = township.registered(1);
        var path = "/samplings/sampling-" + UUID.randomUUID();
        township.done(
                path + "/holding",
                Map.of(
                        "region",
                        township.town,
                        "householdIds",
                        List.of(household),
                        "found",
                        List.of(Map.of("householdId", household, "finding", "调查表无签字")),
                        "by",
                        "县扶贫移民局",
                        "sampledOn",
                        "2015-03-31"));
        var rectification = new LinkedHashMap<String, Object>();
        rectification.put("householdId", household);
        rectification.put("by", "镇扶贫办");
        rectification.put("handling", "已补签");
        rectification.put("rectifiedOn", "2015-03-30");
        refused(township.door.post(path + "/rectification", rectification), "BEFORE_THE_SAMPLING");
        rectification.put("rectifiedOn", "2015-04-10");
        township.done(path + "/rectification", rectification);
        var again = township.door.post(path + "/rectification", rectification);
        refused(again, "RECTIFIED_ALREADY");
        assertThat(again.json().path("since").asString()).isEqualTo("2015-04-10");
    }

    @Test
    void what_the_county_found_is_rectified_by_the_township_in_which_the_household_lives() {
        var household = township.registered(1);
        var path = "/samplings/sampling-" + UUID.randomUUID();
        township.done(
                path + "/holding",
                Map.of(
                        "region",
                        Township.COUNTY,
                        "householdIds",
                        List.of(household),
                        "found",
                        List.of(Map.of("householdId", household, "finding", "调查表无签字")),
                        "by",
                        "县扶贫移民局",
                        "sampledOn",
                        "2015-03-31"));
        var rectification =
                Map.of(
                        "householdId",
                        household,
                        "by",
                        "镇扶贫办",
                        "handling",
                        "已补签",
                        "rectifiedOn",
                        "2015-04-10");
        var role = "rectifying-clerk";
        var other = Township.listed();
        assertThat(
                        township.door
                                .as("clerk-o", role, other.town)
                                .post(path + "/rectification", rectification)
                                .status())
                .isEqualTo(403);
        township.done(
                township.door
                        .as("clerk-t", role, township.town)
                        .post(path + "/rectification", rectification));
    }

    private void takenBack(String household, String step, Map<String, Object> body) {
        township.done(correct(household, correction(entered(household, step, body))));
    }

    private String entered(String household, String step, Map<String, Object> body) {
        return township.done(township.step(household, step, body))
                .json()
                .path("events")
                .get(0)
                .path("id")
                .asString();
    }

    private static Map<String, Object> correction(String event) {
        var correction = new LinkedHashMap<String, Object>();
        correction.put("correctsEventId", event);
        correction.put("reason", "登错户");
        correction.put("approvedBy", "chief-1");
        correction.put("correctedOn", "2019-01-02");
        return correction;
    }

    private Reply correct(String household, Map<String, Object> correction) {
        return township.step(household, "entry-correction", correction);
    }

    private String handbook(String household) {
        return Readback.ofPdf(
                township.door.download("/households/" + household + "/documents/handbook"));
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static String event(String household, String type) {
        return db().sql("select event_id from events where stream_id = ? and payload_type = ?")
                .params(household, type)
                .query(String.class)
                .single();
    }

    private static List<String> types(String household) {
        return db().sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }
}
