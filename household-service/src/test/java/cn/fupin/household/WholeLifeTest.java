package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A family from its registration to its end over HTTP: help, marriage and birth, out of poverty,
 * watched, back into it, out again, and what is refused on the way.
 */
class WholeLifeTest {
    private final Township township = Township.ready(10);
    private final String household = Township.newHousehold();
    private final String brideHome = Township.newHousehold();
    private final String husband = TestPersons.newNumber();
    private final String son = TestPersons.newNumber();
    private final String bride = TestPersons.newNumber();
    private final String baby = TestPersons.newNumber("2015", true);

    @Test
    void a_family_lives_on_the_register_and_off_it() {
        identified();
        helped();
        growing();
        exit("2015", "2016", husband, 4);
        watched();
        relapse();
        shrinking();
        exit("2019", "2020", bride, 3);
        theLast();
        assertThat(types())
                .containsExactly(
                        "HouseholdApplied",
                        "HouseholdSurveyed",
                        "HouseholdAssessed",
                        "TownshipReviewed",
                        "HouseholdRegistered",
                        "HelperAssigned",
                        "HouseholdVisited",
                        "PlanAdopted",
                        "MeasureAssigned",
                        "IncomeRecorded",
                        "ExitPlanned",
                        "MemberJoined",
                        "HouseholdReverified",
                        "MemberJoined",
                        "ExitProposed",
                        "ExitVerified",
                        "ExitAgreed",
                        "HouseholdExited",
                        "MonitoringClueRaised",
                        "MonitoringDismissed",
                        "MonitoringClueRaised",
                        "MonitoringChecked",
                        "MonitoringConfirmed",
                        "RiskEliminated",
                        "HouseholdRelapsed",
                        "MemberLeft",
                        "ExitProposed",
                        "ExitVerified",
                        "ExitAgreed",
                        "HouseholdExited",
                        "MemberLeft",
                        "MemberLeft",
                        "HouseholdDissolved");
    }

    private void identified() {
        township.done(
                step(
                        "application",
                        township.application(
                                TestPersons.person("王大山", "HEAD", husband),
                                TestPersons.person("王小明", "CHILD", son))));
        township.done(township.survey(household, 100_00));
        refused(step("visit", visit("2014-04-06")), "NOT_ON_FILE");
        township.done(township.assess(household, 30, 2));
        township.done(
                township.review(
                        household,
                        township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        township.done(township.register(household, second, "2014-05-09"));
    }

    private void helped() {
        township.done(
                step(
                        "helper",
                        Map.of(
                                "helperId",
                                "helper-" + household,
                                "helperUnit",
                                "县委办",
                                "helperKind",
                                "LEADER",
                                "assignedOn",
                                "2014-06-01")));
        assertThat(last("helperKind")).isEqualTo("LEADER");
        township.done(step("visit", visit("2014-06-10")));
        assertThat(last("purpose")).isEqualTo("VISIT");
        township.done(
                step(
                        "plan",
                        Map.of(
                                "kind",
                                "THREE_YEAR",
                                "fromYear",
                                2015,
                                "toYear",
                                2017,
                                "measures",
                                List.of("INDUSTRY"),
                                "adoptedOn",
                                "2014-12-20")));
        var measure = Map.of("measure", "INDUSTRY", "scheme", "五个一批", "assignedOn", "2014-12-20");
        township.done(step("measure", measure));
        refused(step("measure", measure), "SAME_MEASURE");
        township.done(step("income", income(2014, "2015-01-10", 300_01)));
        assertThat(last("incomeFenPerHead")).isEqualTo("15000");
        township.done(
                step(
                        "exit-plan",
                        Map.of(
                                "year",
                                2016,
                                "decidedBy",
                                Township.body("村两委"),
                                "plannedOn",
                                "2015-02-01")));
        refused(
                step(
                        "monitoring-clue",
                        Map.of("source", "FARMER_REPORT", "raisedOn", "2015-02-01")),
                "NOT_TO_BE_MONITORED");
    }

    /** A marriage from a household on file, and a birth that is entered late. */
    private void growing() {
        township.done(
                township.step(
                        brideHome,
                        "record",
                        township.recording(
                                TestPersons.person("李大树", "HEAD", TestPersons.newNumber()),
                                TestPersons.person("李小花", "CHILD", bride))));
        var wedding = new TreeMap<String, Object>();
        wedding.put("reason", "MARRIAGE");
        wedding.put("fromHouseholdId", brideHome);
        wedding.put("member", TestPersons.person("李小花", "SPOUSE", bride));
        wedding.put("joinedOn", "2015-05-01");
        refused(step("member-joining", wedding), "PERSON_IN_ANOTHER_HOUSEHOLD");
        var leaving = new TreeMap<String, Object>();
        leaving.put("identityNumber", bride);
        leaving.put("reason", "MARRIAGE");
        leaving.put("leftOn", "2015-05-01");
        leaving.put("toHouseholdId", Township.newHousehold());
        refused(township.step(brideHome, "member-leaving", leaving), "NO_SUCH_HOUSEHOLD");
        leaving.put("toHouseholdId", household);
        township.done(township.step(brideHome, "member-leaving", leaving));
        wedding.put("fromHouseholdId", Township.newHousehold());
        refused(step("member-joining", wedding), "NO_SUCH_HOUSEHOLD");
        wedding.put("fromHouseholdId", brideHome);
        wedding.put("joinedOn", "2015-04-30");
        refused(step("member-joining", wedding), "IN_ANOTHER_HOUSEHOLD_THEN");
        wedding.put("joinedOn", "2015-05-01");
        township.done(step("member-joining", wedding));
        assertThat(last("persons")).isEqualTo("3");
        var reverification =
                Map.of(
                        "round",
                        "五退八进",
                        "decidedBy",
                        Township.body("镇"),
                        "reverifiedOn",
                        "2015-10-01");
        township.done(step("reverification", reverification));
        assertThat(last("persons")).isEqualTo("3");
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小宝", "CHILD", baby),
                        "BIRTH",
                        "2015-12-01"));
        assertThat(last("persons")).isEqualTo("4");
    }

    private void exit(String incomeYear, String year, String signer, int persons) {
        township.done(township.line(township.town, Integer.parseInt(incomeYear), 2855_00));
        township.done(
                step(
                        "exit-proposal",
                        Map.of("proposedOn", year + "-10-01", "decidedBy", Township.body("村两委"))));
        township.done(
                step(
                        "exit-verification",
                        Map.of(
                                "verifiedOn",
                                year + "-10-05",
                                "verifiers",
                                List.of("甲", "乙", "丙"),
                                "incomeYear",
                                Integer.parseInt(incomeYear),
                                "incomeFenPerHead",
                                2855_01,
                                "assurances",
                                Township.assured(),
                                "assumed",
                                true)));
        assertThat(last("assumed")).isEqualTo("true");
        if (!signer.equals(husband)) {
            refused(step("exit-agreement", signed(year, husband)), "SIGNER_NOT_A_MEMBER");
        }
        refused(
                step("exit-agreement", signed(year, TestPersons.newNumber())),
                "SIGNER_NOT_A_MEMBER");
        township.done(step("exit-agreement", signed(year, signer)));
        var notice = township.noticeOver("EXIT", year + "-10-11", year + "-10-19", household);
        township.done(
                step(
                        "exit",
                        Map.of(
                                "noticeId",
                                notice,
                                "exitedOn",
                                year + "-10-20",
                                "decidedBy",
                                Township.body("县"))));
        assertThat(last("persons")).isEqualTo(String.valueOf(persons));
    }

    private static Map<String, Object> signed(String year, String signer) {
        return Map.of("agreedOn", year + "-10-10", "signedByIdentityNumber", signer);
    }

    private void watched() {
        var nothing =
                Map.of(
                        "reason",
                        "住院费用已全额报销",
                        "decidedBy",
                        Township.body("村两委"),
                        "dismissedOn",
                        "2017-02-20");
        refused(step("monitoring-dismissal", nothing), "NO_CLUE");
        township.done(
                step("monitoring-clue", Map.of("source", "CADRE_CHECK", "raisedOn", "2017-02-15")));
        township.done(step("monitoring-dismissal", nothing));
        refused(step("monitoring-check", check("2017-03-02")), "NO_CLUE");
        township.done(
                step(
                        "monitoring-clue",
                        Map.of("source", "DEPARTMENT_WARNING", "raisedOn", "2017-03-01")));
        township.done(step("monitoring-check", check("2017-03-02")));
        refused(
                township.post(Township.newNotice(), "MONITORING", "2017-03-03", household),
                "NO_RULE_FOR_DAYS");
        township.done(
                township.rule(township.town, "monitoring-notice-days", 5, "day", "2017-01-01"));
        var hung = Township.newNotice();
        township.done(township.post(hung, "MONITORING", "2017-03-03", household));
        refused(township.close(hung, "2017-03-08"), "BEFORE_LEGAL_DURATION");
        refused(monitor("UNSTABLE_EXITED", hung, "2017-03-08"), "BEFORE_NOTICE_IS_OVER");
        township.done(township.close(hung, "2017-03-09"));
        refused(monitor("UNSTABLE_EXITED", hung, "2017-03-09"), "NO_RULE_FOR_MONITORING");
        township.done(township.rule(township.town, "monitoring-days-max", 15, "day", "2017-01-01"));
        refused(monitor("MARGINAL", hung, "2017-03-09"), "KIND_OF_OTHER_HOUSEHOLDS");
        var late = monitor("UNSTABLE_EXITED", hung, "2017-03-17");
        refused(late, "TOO_LONG_AFTER_THE_CLUE");
        assertThat(late.json().path("latest").asString()).isEqualTo("2017-03-16");
        township.done(monitor("UNSTABLE_EXITED", hung, "2017-03-16"));
        assertThat(last("clueOn")).isEqualTo("2017-03-01");
        township.done(township.line(township.town, 2017, 2952_00));
        var safe =
                Map.of(
                        "incomeYear",
                        2017,
                        "incomeFenPerHead",
                        6000_00,
                        "assurances",
                        Township.assured(),
                        "decidedBy",
                        Township.body("县"),
                        "eliminatedOn",
                        "2018-03-01");
        township.done(step("risk-elimination", safe));
        refused(step("risk-elimination", safe), "NOT_MONITORED");
    }

    private Map<String, Object> check(String on) {
        return Map.of(
                "checkers",
                List.of("甲", "乙"),
                "authorisationSignedByIdentityNumber",
                bride,
                "incomeYear",
                2016,
                "incomeFenPerHead",
                3500_00,
                "risk",
                "ILLNESS",
                "checkedOn",
                on);
    }

    private Reply monitor(String kind, String notice, String on) {
        return step(
                "monitoring",
                Map.of(
                        "kind",
                        kind,
                        "noticeId",
                        notice,
                        "decidedBy",
                        Township.body("县"),
                        "confirmedOn",
                        on));
    }

    /** As many as the family has now come back, and take as many places. */
    private void relapse() {
        township.done(township.line(township.town, 2018, 2995_00));
        var quota = new TreeMap<>(township.quota(township.town, 4));
        quota.put("year", 2019);
        quota.put("allocatedOn", "2019-01-10");
        township.done("/quotas/quota-" + township.town + "-2019/allocation", quota);
        township.done(
                step(
                        "relapse",
                        Map.of(
                                "relapsedOn",
                                "2019-03-01",
                                "cause",
                                "ILLNESS",
                                "incomeYear",
                                2018,
                                "incomeFenPerHead",
                                1000_00,
                                "quotaYear",
                                2019,
                                "decidedBy",
                                Township.body("县"))));
        assertThat(last("persons")).isEqualTo("4");
        assertThat(used(2019)).isEqualTo(4);
    }

    private void shrinking() {
        refused(township.leave(household, husband, "DEATH", "2019-05-01"), "NEW_HEAD_NEEDED");
        township.done(
                step(
                        "member-leaving",
                        Map.of(
                                "identityNumber",
                                husband,
                                "newHeadIdentityNumber",
                                bride,
                                "reason",
                                "DEATH",
                                "leftOn",
                                "2019-05-01")));
        assertThat(last("persons")).isEqualTo("3");
        assertThat(used(2019)).isEqualTo(4);
    }

    private void theLast() {
        township.done(township.leave(household, son, "MARRIAGE", "2021-05-01"));
        township.done(township.leave(household, baby, "MOVED_OUT", "2021-08-01"));
        refused(township.leave(household, bride, "DEATH", "2022-01-01"), "LAST_MEMBER");
        refused(township.dissolve(household, "2021-07-31"), "ENDS_BEFORE_A_FACT");
        township.done(township.dissolve(household, "2022-01-01"));
        assertThat(last("persons")).isEqualTo("1");
        refused(
                township.join(
                        household,
                        TestPersons.person("王小宝", "CHILD", baby),
                        "RETURNED",
                        "2022-02-01"),
                "HOUSEHOLD_ENDED");
        refused(step("visit", visit("2021-12-01")), "NOT_ON_FILE");
    }

    private static Map<String, Object> visit(String on) {
        return Map.of("visitedBy", "helper-1", "visitedOn", on);
    }

    private static Map<String, Object> income(int year, String on, long wageFen) {
        return Map.of(
                "incomeYear",
                year,
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
                "recordedOn",
                on);
    }

    private Reply step(String step, Object body) {
        return township.step(household, step, body);
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }

    private int used(int year) {
        return db().sql("select used_persons from quota where division = ? and year = ?")
                .params(township.town, year)
                .query(Integer.class)
                .single();
    }

    /** A field of the household's latest event. */
    private String last(String field) {
        return db().sql(
                        """
                        select convert_from(payload, 'UTF8')::json ->> ? from events
                        where stream_id = ? order by sequence desc limit 1
                        """)
                .params(field, household)
                .query(String.class)
                .single();
    }

    private List<String> types() {
        return types(household);
    }

    static List<String> types(String household) {
        return db().sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }
}
