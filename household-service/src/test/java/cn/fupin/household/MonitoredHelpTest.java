package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 边缘易致贫户 over HTTP: watched and never registered, it has a helper within the same limit, who stays
 * until its risk is eliminated.
 */
class MonitoredHelpTest {
    private final Township township = Township.ready(10);

    @Test
    void a_monitored_household_has_a_helper_among_the_helpers_five_until_its_risk_is_eliminated() {
        var t = township;
        t.done(t.rule(t.town, "helper-households-max", 1, "household", "2016-01-01"));
        t.done(t.rule(t.town, "monitoring-notice-days", 5, "day", "2016-01-01"));
        t.done(t.rule(t.town, "monitoring-days-max", 15, "day", "2016-01-01"));
        var poor = t.registered(2);
        var household = Township.newHousehold();
        t.done(
                t.step(
                        household,
                        "record",
                        t.recording(TestPersons.person("阿木拉", "HEAD", TestPersons.newNumber()))));
        var zhang = "zhang-" + household;
        t.done(t.step(poor, "helper", helper(zhang, "2014-06-01")));
        refused(t.step(household, "helper", helper(zhang, "2017-03-10")), "NOT_MONITORED");
        watched(household);
        refused(
                t.step(household, "helper", helper(zhang, "2017-03-10")),
                "HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        t.done(t.step(poor, "helper", helper("wang-" + household, "2017-03-20")));
        t.done(t.step(household, "helper", helper(zhang, "2017-03-20")));
        t.done(t.step(household, "visit", Map.of("visitedBy", zhang, "visitedOn", "2017-04-02")));
        t.done(
                t.step(
                        household,
                        "measure",
                        Map.of(
                                "measure",
                                "INDUSTRY",
                                "scheme",
                                "五个一批",
                                "assignedOn",
                                "2017-04-03")));
        refused(
                t.step(household, "helper-release", release("2017-06-01")),
                "HELPED_WHILE_MONITORED");
        t.done(t.line(t.town, 2017, 2952_00));
        t.done(
                t.step(
                        household,
                        "risk-elimination",
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
                                "2018-03-01")));
        refused(
                t.step(household, "helper-release", release("2018-02-28")),
                "HELPED_WHILE_MONITORED");
        t.done(t.step(household, "helper-release", release("2018-03-02")));
        refused(t.step(household, "helper-release", release("2018-03-03")), "NO_HELPER");
        assertThat(untils(zhang)).containsExactlyInAnyOrder("2017-03-20", "2018-03-02");
    }

    /** 误登监测: it never was one from that day on, and its helper may go. */
    @Test
    void a_household_that_was_made_a_monitored_one_by_mistake_is_none_any_more() {
        var t = township;
        t.done(t.rule(t.town, "monitoring-notice-days", 5, "day", "2016-01-01"));
        t.done(t.rule(t.town, "monitoring-days-max", 15, "day", "2016-01-01"));
        var household = Township.newHousehold();
        t.done(
                t.step(
                        household,
                        "record",
                        t.recording(TestPersons.person("阿木拉", "HEAD", TestPersons.newNumber()))));
        watched(household);
        t.done(t.step(household, "helper", helper("zhang-" + household, "2017-03-20")));
        var revocation = new LinkedHashMap<String, Object>();
        revocation.put("revokedOn", "2017-04-01");
        revocation.put("reason", "误登为另一户");
        revocation.put("decidedBy", Township.body("镇"));
        revocation.put("approvedBy", "clerk-1");
        refused(
                t.step(household, "monitoring-revocation", revocation),
                "APPROVED_BY_WHOEVER_ENTERED");
        var path = "/households/" + household + "/monitoring-revocation";
        assertThat(t.door.as("officer-9").post(path, revocation).reason())
                .isEqualTo("APPROVED_BY_WHOEVER_MONITORED");
        revocation.put("approvedBy", "officer-8");
        t.done(t.door.as("officer-9").post(path, revocation));
        refused(t.step(household, "monitoring-revocation", revocation), "NOT_MONITORED");
        refused(
                t.step(household, "helper-release", release("2017-03-31")),
                "HELPED_WHILE_MONITORED");
        t.done(t.step(household, "helper-release", release("2017-04-01")));
    }

    private void watched(String household) {
        var t = township;
        t.done(
                t.step(
                        household,
                        "monitoring-clue",
                        Map.of("source", "CADRE_CHECK", "raisedOn", "2017-03-01")));
        t.done(
                t.step(
                        household,
                        "monitoring-check",
                        Map.of(
                                "checkers",
                                List.of("甲"),
                                "authorisationSignedBy",
                                Township.headOf(household),
                                "incomeYear",
                                2016,
                                "incomeFenPerHead",
                                3500_00,
                                "risk",
                                "ILLNESS",
                                "checkedOn",
                                "2017-03-02")));
        var hung = t.noticeOver("MONITORING", "2017-03-03", "2017-03-09", household);
        t.done(
                t.step(
                        household,
                        "monitoring",
                        Map.of(
                                "kind",
                                "MARGINAL",
                                "noticeId",
                                hung,
                                "decidedBy",
                                Township.body("县"),
                                "confirmedOn",
                                "2017-03-10")));
    }

    private static Map<String, Object> helper(String helperId, String on) {
        return Map.of("helperId", helperId, "helperUnit", "县林业局", "assignedOn", on);
    }

    private static Map<String, Object> release(String on) {
        return Map.of("releasedOn", on, "reason", "风险消除", "decidedBy", Township.body("县"));
    }

    private static List<String> untils(String helperId) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql("select until::text from helper_time where helper_id = ?")
                .param(helperId)
                .query(String.class)
                .list();
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }
}
