package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A household's whole life over HTTP, with what is refused on the way. */
class HouseholdStoryTest {
    private final Township township = Township.ready(10);
    private final String household = Township.newHousehold();

    @Test
    void from_application_to_exit_and_back() {
        application();
        var survey = survey();
        assessment();
        registration(review());
        corrections(survey);
        helper();
        exit();
        relapse();
        removal();
        assertThat(types(household))
                .containsExactly(
                        "HouseholdApplied",
                        "HouseholdSurveyed",
                        "HouseholdAssessed",
                        "TownshipReviewed",
                        "HouseholdRegistered",
                        "SurveyCorrected",
                        "CausesCorrected",
                        "HelperAssigned",
                        "HelperAssigned",
                        "ExitProposed",
                        "ExitVerified",
                        "ExitAgreed",
                        "HouseholdExited",
                        "HouseholdRelapsed",
                        "RelapseIncomeCorrected",
                        "HouseholdRemoved");
    }

    private void application() {
        refused(step("survey", surveyOf(100_00)), 404, "");
        var wrong = TestPersons.newNumber();
        wrong = wrong.substring(0, 17) + (wrong.endsWith("0") ? "1" : "0");
        var malformed =
                step("application", township.application(TestPersons.person("王小明", "HEAD", wrong)));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.field()).isEqualTo("members[0].identityNumber");
        assertThat(malformed.rule()).isEqualTo("gb11643");
        assertThat(malformed.text()).doesNotContain(wrong);
        var without =
                step(
                        "application",
                        township.application(Map.of("name", "王小明", "relation", "HEAD")));
        assertThat(without.rule()).isEqualTo("identity-number-required");

        township.done(step("application", township.applicationOf(2)));
        refused(step("application", township.applicationOf(2)), 409, "ALREADY_APPLIED");
    }

    private String survey() {
        refused(
                step(
                        "assessment",
                        Map.of("assessmentId", "assessment-00000000-0000-7000-8000-000000000000")),
                409,
                "NOT_SURVEYED");
        var future = new TreeMap<>(surveyOf(100_00));
        future.put("surveyedOn", LocalDate.now(Shanghai.ZONE).plusDays(2).toString());
        refused(step("survey", future), 409, "IN_THE_FUTURE");
        var early = new TreeMap<>(surveyOf(100_00));
        early.put("surveyedOn", "2014-03-31");
        refused(step("survey", early), 409, "BEFORE_PREVIOUS_STEP");
        // two persons at 2735.99 yuan each
        var done = township.done(step("survey", surveyOf(2 * 2735_99)));
        return done.json().path("events").get(0).path("id").asString();
    }

    private void assessment() {
        refused(township.assess(household, 20, 20), 409, "VOTED_DOWN");
        refused(
                step(
                        "assessment",
                        Map.of("assessmentId", "assessment-00000000-0000-7000-8000-000000000000")),
                409,
                "ASSESSMENT_UNKNOWN");
        township.done(township.assess(household, 38, 1));
    }

    private String review() {
        var first = Township.newNotice();
        township.done(township.post(first, "FIRST", "2014-04-21", household));
        refused(township.close(first, "2014-04-28"), 409, "BEFORE_LEGAL_DURATION");
        refused(township.review(household, first, "2014-04-28"), 409, "BEFORE_NOTICE_IS_OVER");
        refused(township.review(household, first, "2014-04-29"), 409, "NOTICE_NOT_CLOSED");
        objection(first);
        var unknown =
                township.post(Township.newNotice(), "FIRST", "2014-04-21", Township.newHousehold());
        refused(unknown, 409, "HOUSEHOLD_NOT_ON_FILE");
        var neighbour = Township.newHousehold();
        township.done(township.step(neighbour, "application", township.applicationOf(2)));
        township.done(township.survey(neighbour, 100_00));
        township.done(township.assess(neighbour, 30, 2));
        var other = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", neighbour);
        refused(township.review(household, other, "2014-04-29"), 409, "NOT_NAMED_IN_NOTICE");
        refused(township.review(household, first, "2014-04-29"), 409, "BEFORE_NOTICE_IS_OVER");
        township.done(township.review(household, first, "2014-04-30"));
        return first;
    }

    private void objection(String notice) {
        var objections = "/notices/" + notice + "/objections";
        township.done(township.close(notice, "2014-04-29"));
        // the village's paper comes in when the notice is closed
        township.done(
                objections,
                Map.of("householdId", household, "grounds", "有小汽车", "raisedOn", "2014-04-23"));
        refused(township.review(household, notice, "2014-04-29"), 409, "OBJECTION_OPEN");
        township.done(
                objections + "/settlement",
                Map.of(
                        "householdId",
                        household,
                        "upheld",
                        false,
                        "handling",
                        "经核实，车辆已于2012年出售",
                        "settledOn",
                        "2014-04-30"));
    }

    private void registration(String first) {
        refused(township.register(household, first, "2014-05-09"), 409, "NOTICE_OF_ANOTHER_KIND");
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        refused(township.register(household, second, "2014-05-08"), 409, "BEFORE_NOTICE_IS_OVER");
        var reply = township.done(township.register(household, second, "2014-05-09"));
        assertThat(reply.json().path("streamId").asString()).isEqualTo(household);
        assertThat(usedPlaces(2014)).isEqualTo(2);
    }

    private void corrections(String survey) {
        var correction = new TreeMap<String, Object>(surveyOf(2 * 2700_00));
        correction
                .keySet()
                .removeAll(List.of("surveyedOn", "surveyors", "waterSafe", "housingSafe"));
        correction.putAll(
                Map.of(
                        "correctedOn",
                        "2014-04-06",
                        "correctsEventId",
                        survey,
                        "reason",
                        "录入错误",
                        "approvedBy",
                        "clerk-1"));
        refused(step("survey-correction", correction), 409, "APPROVED_BY_WHOEVER_ENTERED");
        correction.put("approvedBy", "chief-1");
        correction.put("correctsEventId", "no-such-event");
        refused(step("survey-correction", correction), 409, "CORRECTED_EVENT_UNKNOWN");
        correction.put("correctsEventId", survey);
        township.done(step("survey-correction", correction));
        refused(
                step(
                        "causes-correction",
                        Map.of(
                                "correctedOn",
                                "2014-06-01",
                                "correctsEventId",
                                survey,
                                "reason",
                                "误填",
                                "approvedBy",
                                "chief-1",
                                "mainCause",
                                "WATER",
                                "otherCauses",
                                List.of())),
                409,
                "CORRECTS_ANOTHER_KIND");
        township.done(
                step(
                        "causes-correction",
                        Map.of(
                                "correctedOn",
                                "2014-06-01",
                                "correctsEventId",
                                idOf("HouseholdRegistered"),
                                "reason",
                                "误填",
                                "approvedBy",
                                "chief-1",
                                "mainCause",
                                "WATER",
                                "otherCauses",
                                List.of())));
    }

    private void helper() {
        township.done(step("helper", helperOf("helper-zhang", "2014-06-01")));
        refused(step("helper", helperOf("helper-zhang", "2014-06-02")), 409, "SAME_HELPER");
        township.done(step("helper", helperOf("helper-li", "2014-07-01")));
    }

    private void exit() {
        township.done(township.line(township.town, 2015, 2855_00));
        refused(
                step(
                        "exit",
                        Map.of(
                                "noticeId",
                                Township.newNotice(),
                                "exitedOn",
                                "2016-12-01",
                                "decidedBy",
                                Township.body("县"))),
                409,
                "EXIT_NOT_AGREED");
        township.done(
                step(
                        "exit-proposal",
                        Map.of("proposedOn", "2016-10-01", "decidedBy", Township.body("村两委"))));
        refused(
                step("exit-verification", verification(2855_00, true, "甲", "乙", "丙")),
                409,
                "INCOME_NOT_ABOVE_LINE");
        refused(
                step("exit-verification", verification(2855_01, false, "甲", "乙", "丙")),
                409,
                "ASSURANCE_MISSING");
        refused(
                step("exit-verification", verification(2855_01, true, "甲", "乙", "乙")),
                409,
                "TOO_FEW_VERIFIERS");
        // by that year's income, which was below the line, it was registered
        var byTheIncomeOfEntry = new TreeMap<>(verification(2855_01, true, "甲", "乙", "丙"));
        byTheIncomeOfEntry.put("incomeYear", 2013);
        refused(step("exit-verification", byTheIncomeOfEntry), 409, "INCOME_YEAR_NOT_AFTER_ENTRY");
        township.done(step("exit-verification", verification(2855_01, true, "甲", "乙", "丙")));
        refused(
                step(
                        "exit-agreement",
                        Map.of(
                                "agreedOn",
                                "2016-10-10",
                                "signedBy",
                                "person-00000000-0000-4000-8000-000000000000")),
                409,
                "SIGNER_NOT_A_MEMBER");
        township.done(step("exit-agreement", Map.of("agreedOn", "2016-10-10", "signedBy", head())));
        var notice = township.noticeOver("EXIT", "2016-10-11", "2016-10-19", household);
        township.done(
                step(
                        "exit",
                        Map.of(
                                "noticeId",
                                notice,
                                "exitedOn",
                                "2016-10-20",
                                "decidedBy",
                                Township.body("县扶贫移民局"))));
        assertThat(usedPlaces(2014)).isEqualTo(2);
        refused(step("removal", removalOn("2016-11-01")), 409, "EXITED_AND_NOT_MISIDENTIFIED");
    }

    private void relapse() {
        township.done(township.line(township.town, 2016, 2952_00));
        var body =
                new TreeMap<String, Object>(
                        Map.of(
                                "relapsedOn",
                                "2017-03-01",
                                "cause",
                                "ILLNESS",
                                "incomeYear",
                                2016,
                                "incomeFenPerHead",
                                1000_00,
                                "quotaYear",
                                2017,
                                "decidedBy",
                                Township.body("县扶贫移民局")));
        refused(step("relapse", body), 409, "QUOTA_UNKNOWN");
        body.put("quotaYear", 2014);
        refused(step("relapse", body), 409, "QUOTA_OF_ANOTHER_YEAR");
        body.put("quotaYear", 2017);
        body.put("incomeYear", 2015);
        refused(step("relapse", body), 409, "INCOME_YEAR_NOT_AFTER_EXIT");
        body.put("incomeYear", 2016);
        var quota = new TreeMap<>(township.quota(township.town, 4));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
        township.done(step("relapse", body));
        assertThat(usedPlaces(2017)).isEqualTo(2);
        relapseIncomeCorrected();
    }

    private void relapseIncomeCorrected() {
        var correction =
                new TreeMap<String, Object>(
                        Map.of(
                                "correctedOn",
                                "2017-03-05",
                                "correctsEventId",
                                idOf("HouseholdRegistered"),
                                "reason",
                                "录入错误",
                                "approvedBy",
                                "chief-1",
                                "incomeYear",
                                2016,
                                "incomeFenPerHead",
                                2952_00));
        refused(step("relapse-income-correction", correction), 409, "CORRECTS_ANOTHER_KIND");
        correction.put("correctsEventId", idOf("HouseholdRelapsed"));
        refused(step("relapse-income-correction", correction), 409, "INCOME_NOT_BELOW_LINE");
        correction.put("incomeFenPerHead", 1200_00);
        correction.put("incomeYear", 2015);
        refused(step("relapse-income-correction", correction), 409, "INCOME_YEAR_NOT_AFTER_EXIT");
        correction.put("incomeYear", 1900);
        var malformed = step("relapse-income-correction", correction);
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.field()).isEqualTo("incomeYear");
        correction.put("incomeYear", 2016);
        correction.put("approvedBy", "clerk-1");
        refused(step("relapse-income-correction", correction), 409, "APPROVED_BY_WHOEVER_ENTERED");
        correction.put("approvedBy", "chief-1");
        township.done(step("relapse-income-correction", correction));
        assertThat(usedPlaces(2017)).isEqualTo(2);
    }

    private void removal() {
        township.done(step("removal", removalOn("2017-04-01")));
        assertThat(usedPlaces(2017)).isZero();
        refused(step("removal", removalOn("2017-04-01")), 409, "NOT_ON_THE_REGISTER");
    }

    private Reply step(String step, Object body) {
        return township.step(household, step, body);
    }

    private static Map<String, Object> surveyOf(long wageFen) {
        return Map.of(
                "surveyedOn",
                "2014-04-05",
                "surveyors",
                List.of("李某"),
                "incomeYear",
                2013,
                "wageFen",
                wageFen,
                "businessFen",
                0,
                "transferFen",
                0,
                "propertyFen",
                0,
                "costFen",
                0,
                "waterSafe",
                false,
                "housingSafe",
                true);
    }

    private static Map<String, Object> helperOf(String helper, String on) {
        return Map.of("helperId", helper, "helperUnit", "县林业局", "assignedOn", on);
    }

    private static Map<String, Object> verification(long fen, boolean water, String... verifiers) {
        return Map.of(
                "verifiedOn",
                "2016-10-05",
                "verifiers",
                List.of(verifiers),
                "incomeYear",
                2015,
                "incomeFenPerHead",
                fen,
                "assurances",
                Map.of(
                        "food",
                        true,
                        "clothing",
                        true,
                        "education",
                        true,
                        "medical",
                        true,
                        "housing",
                        true,
                        "water",
                        water));
    }

    private static Map<String, Object> removalOn(String on) {
        return Map.of(
                "removedOn",
                on,
                "cause",
                "NEW_YI_VILLAGE_BENEFICIARY",
                "authority",
                Map.of("body", "县扶贫移民局", "documentNo", "〔2014〕1号"),
                "orderedBy",
                "省");
    }

    private static void refused(Reply reply, int status, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }

    private int usedPlaces(int year) {
        return db().sql("select used_persons from quota where division = ? and year = ?")
                .params(township.town, year)
                .query(Integer.class)
                .single();
    }

    private String head() {
        return db().sql(
                        "select convert_from(payload, 'UTF8')::json ->> 'head' from events where stream_id = ? and sequence = 0")
                .param(household)
                .query(String.class)
                .single();
    }

    private String idOf(String type) {
        return db().sql("select event_id from events where stream_id = ? and payload_type = ?")
                .params(household, type)
                .query(String.class)
                .single();
    }

    private static List<String> types(String stream) {
        return db().sql("select payload_type from events where stream_id = ? order by sequence")
                .param(stream)
                .query(String.class)
                .list();
    }
}
