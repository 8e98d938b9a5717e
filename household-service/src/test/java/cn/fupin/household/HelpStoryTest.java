package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Help over HTTP: what a household is handed and signs, on the register and after its exit, how
 * long its helper stays; and a village with its groups, its team, its first secretary and its exit.
 */
class HelpStoryTest {
    private final Township township = Township.ready(10);

    @Test
    void help_goes_on_after_the_exit_and_the_helper_stays_as_long_as_the_rule_says() {
        var household = township.registered(2);
        var head = Township.headOf(household);
        var helper = "helper-" + household;
        township.done(step(household, "helper", helper(helper, "2014-06-01")));
        township.done(
                step(
                        household,
                        "visit",
                        Map.of(
                                "visitedBy",
                                helper,
                                "visitedOn",
                                "2014-06-10",
                                "channel",
                                "PHONE",
                                "note",
                                "化肥已收到")));
        township.done(step(household, "quarter-check", quarter(2014, 3, "2014-10-02", head)));
        refused(
                step(household, "quarter-check", quarter(2015, 1, "2014-12-31", head)),
                "QUARTER_NOT_BEGUN");
        var stranger = new LinkedHashMap<>(quarter(2014, 3, "2014-10-02", head));
        stranger.remove("signedBy");
        stranger.put("signedByIdentityNumber", TestPersons.newNumber());
        refused(step(household, "quarter-check", stranger), "SIGNER_NOT_A_MEMBER");
        var handbook =
                Map.of(
                        "number",
                        "川盐扶0001",
                        "printedOn",
                        "2014-11-01",
                        "issuedBy",
                        "镇人民政府",
                        "issuedOn",
                        "2014-12-01");
        township.done(step(household, "handbook", handbook));
        refused(step(household, "handbook", handbook), "SAME_HANDBOOK");
        township.done(
                step(
                        household,
                        "clear-card",
                        Map.of("year", 2014, "issuedBy", "镇人民政府", "issuedOn", "2014-12-01")));
        refused(step(household, "helper-release", release("2014-12-31")), "HELPER_NOT_BEFORE_EXIT");

        var plan = new LinkedHashMap<>(decided("plannedOn", "2016-01-10"));
        plan.put("year", 2016);
        township.done(step(household, "exit-plan", plan));
        township.done(step(household, "exit-plan-dropping", reasoned("droppedOn", "2016-03-01")));
        refused(
                step(household, "exit-plan-dropping", reasoned("droppedOn", "2016-03-02")),
                "NO_EXIT_PLAN");

        exit(household, head, helper);

        township.done(step(household, "result", result(2016, "2016-12-20", head)));
        township.done(step(household, "quarter-check", quarter(2016, 4, "2016-12-20", head)));
        township.done(step(household, "helper", helper(helper + "-b", "2016-12-21")));
        refused(step(household, "helper-release", release("2017-01-01")), "NO_RULE_FOR_RELEASE");
        township.done(
                township.rule(township.town, "help-years-after-exit", 2, "year", "2016-01-01"));
        var early = step(household, "helper-release", release("2018-10-19"));
        refused(early, "HELP_GOES_ON");
        assertThat(early.json().path("earliest").asString()).isEqualTo("2018-10-20");
        township.done(step(household, "helper-release", release("2018-10-20")));
        refused(step(household, "helper-release", release("2018-10-21")), "NO_HELPER");
        assertThat(households(helper + "-b")).isZero();
        assertThat(types(household))
                .endsWith(
                        "ExitWithdrawn",
                        "ExitProposed",
                        "ExitVerified",
                        "ExitAgreed",
                        "HelperAssigned",
                        "HelperAssigned",
                        "HouseholdExited",
                        "ResultSigned",
                        "QuarterChecked",
                        "HelperAssigned",
                        "HelperReleased");
    }

    /** Once taken back; and while the notice hangs another helper comes for a while. */
    private void exit(String household, String head, String helper) {
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(
                township.rule(township.town, "exit-verifiers-min", 4, "person", "2016-01-01"));
        township.done(step(household, "exit-proposal", decided("proposedOn", "2016-09-01")));
        var withdrawal = new LinkedHashMap<>(decided("withdrawnOn", "2016-09-20"));
        withdrawal.put("reason", "收入核实有误");
        township.done(step(household, "exit-withdrawal", withdrawal));
        refused(step(household, "exit-withdrawal", withdrawal), "NO_EXIT_UNDER_WAY");
        township.done(step(household, "exit-proposal", decided("proposedOn", "2016-10-01")));
        var few = step(household, "exit-verification", verified("甲", "乙", "丙"));
        refused(few, "TOO_FEW_VERIFIERS");
        assertThat(few.json().path("least").asInt()).isEqualTo(4);
        township.done(step(household, "exit-verification", verified("甲", "乙", "丙", "丁")));
        township.done(
                step(
                        household,
                        "exit-agreement",
                        Map.of("agreedOn", "2016-10-10", "signedBy", head)));
        var notice = township.noticeOver("EXIT", "2016-10-11", "2016-10-19", household);
        township.done(step(household, "helper", helper(helper + "-a", "2016-10-15")));
        township.done(step(household, "helper", helper(helper, "2016-10-16")));
        var exit = new LinkedHashMap<>(decided("exitedOn", "2016-10-20"));
        exit.put("noticeId", notice);
        exit.put("announcedOn", "2016-10-19");
        refused(step(household, "exit", exit), "ANNOUNCED_BEFORE_APPROVAL");
        exit.put("announcedOn", "2016-10-21");
        township.done(step(household, "exit", exit));
    }

    @Test
    void a_village_comes_out_of_poverty_before_those_who_see_to_it_leave() {
        place(
                "leading-group",
                Map.of(
                        "group",
                        "村脱贫小组",
                        "leader",
                        "村支书",
                        "deputies",
                        List.of(),
                        "members",
                        List.of("会计"),
                        "formedOn",
                        "2014-03-05"));
        place(
                "group",
                Map.of("group", "01", "name", "一组", "households", 40, "listedOn", "2014-01-01"));
        place("group", Map.of("group", "02", "name", "二组", "listedOn", "2014-01-01"));
        place(
                "group-end",
                Map.of("group", "02", "successors", List.of("01"), "endedOn", "2016-05-01"));
        rules();
        var poor = new LinkedHashMap<>(decided("identifiedOn", "2014-06-01"));
        poor.put("criteria", criteria(200));
        refused(post("poor-village", poor), "INCIDENCE_NOT_HIGH_ENOUGH");
        poor.put("criteria", criteria(201));
        place("poor-village", poor);
        place(
                "work-team",
                Map.of(
                        "formedOn",
                        "2014-06-10",
                        "team",
                        "工作队",
                        "kind",
                        "RESIDENT",
                        "level",
                        "COUNTY",
                        "units",
                        List.of("县林业局"),
                        "members",
                        List.of(member("zhang", true), member("li", false))));
        place(
                "work-team-staffing",
                Map.of(
                        "team",
                        "工作队",
                        "members",
                        List.of(member("li", true)),
                        "staffedOn",
                        "2015-06-10"));
        place("first-secretary", person("appointedOn", "2015-07-01", "wang"));
        place("helper-unit", Map.of("unit", "县林业局", "assignedOn", "2014-06-10"));
        place("plan", plan());
        var withdrawal = reasoned("withdrawnOn", "2017-12-31");
        withdrawal.put("team", "工作队");
        refused(post("work-team-withdrawal", withdrawal), "NOT_BEFORE_VILLAGE_EXIT");
        var recall = reasoned("recalledOn", "2016-07-01");
        recall.put("staffId", "wang");
        refused(post("first-secretary-recall", recall), "NOT_BEFORE_VILLAGE_EXIT");
        recall.put("successor", Map.of("staffId", "zhao", "unit", "县林业局"));
        place("first-secretary-recall", recall);
        namedWhereTheyServe("zhao");

        var exit = new LinkedHashMap<>(decided("exitedOn", "2017-10-01"));
        exit.put("poorPersons", 31);
        exit.put("denominatorPersons", 1000);
        exit.put("denominator", "RURAL");
        var high = post("poor-village-exit", exit);
        refused(high, "INCIDENCE_TOO_HIGH");
        assertThat(high.json().path("incidenceBasisPoints").asInt()).isEqualTo(310);
        exit.put("poorPersons", 30);
        var exited = post("poor-village-exit", exit);
        township.done(exited);
        refused(post("poor-village-exit", exit), "NOT_A_POOR_VILLAGE");
        var correction = correction(exited, 29);
        place("poor-village-figures-correction", correction);
        correction.put("poorPersons", 31);
        refused(post("poor-village-figures-correction", correction), "INCIDENCE_TOO_HIGH");
        correction.put("correctsEventId", "another");
        refused(post("poor-village-figures-correction", correction), "NO_SUCH_VILLAGE_STEP");
        assertThat(township.door.post("/regions/region-x/poor-village-exit", exit).status())
                .isEqualTo(404);
        place("work-team-withdrawal", withdrawal);
        var unit = reasoned("releasedOn", "2017-12-31");
        unit.put("unit", "县林业局");
        place("helper-unit-release", unit);
        place("staff", Map.of("kind", "HELPER", "persons", 4, "appointedOn", "2015-03-01"));
        refused(
                post("staff-release", counted("releasedOn", "2018-01-01", 5)),
                "MORE_STAFF_THAN_THERE");
        place("staff-release", counted("releasedOn", "2018-01-01", 4));
        place("unit-contact", Map.of("unit", "县安监局", "households", 29, "assignedOn", "2015-03-01"));
        place(
                "unit-contact-end",
                Map.of("unit", "县安监局", "reason", "机构改革", "endedOn", "2018-01-01"));
        place("renaming", Map.of("name", "新村", "renamedOn", "2018-01-01"));
        assertThat(
                        db().sql("select name from region where region = ?")
                                .param(township.village)
                                .query(String.class)
                                .single())
                .isEqualTo("新村");
    }

    /** 一公示一公告: objected to, heard, posted anew, and then decided. */
    @Test
    void a_village_is_identified_by_a_notice_that_hung_in_it_where_the_rules_ask_for_one() {
        rules();
        var t = township;
        t.done(t.rule(t.town, "village-notice-days", 7, "day", "2014-01-01"));
        t.done(t.rule(t.town, "village-notice-required", 1, "flag", "2014-01-01"));
        var poor = new LinkedHashMap<>(decided("identifiedOn", "2014-07-01"));
        poor.put("criteria", criteria(201));
        refused(post("poor-village", poor), "NO_VILLAGE_NOTICE");
        var notice = new LinkedHashMap<String, Object>();
        notice.put("step", "IDENTIFICATION");
        notice.put("place", "村务公开栏");
        notice.put("hotline", "12317");
        notice.put("postedOn", "2014-06-01");
        place("village-notice", notice);
        refused(post("village-notice", notice), "VILLAGE_NOTICE_POSTED");
        var objection = ofNotice("raisedOn", "2014-06-03");
        objection.put("grounds", "发生率偏高");
        objection.put("channel", "HOTLINE");
        place("village-notice-objection", objection);
        var settlement = ofNotice("settledOn", "2014-06-05");
        settlement.put("upheld", true);
        settlement.put("handling", "重新核算");
        settlement.put("decidedBy", Township.body("镇人民政府"));
        place("village-notice-settlement", settlement);
        var closing = ofNotice("closedOn", "2014-06-08");
        refused(post("village-notice-closing", closing), "VILLAGE_NOTICE_TOO_SHORT");
        closing.put("closedOn", "2014-06-09");
        place("village-notice-closing", closing);
        refused(post("poor-village", poor), "VILLAGE_OBJECTION_UPHELD");
        var withdrawal = reasoned("withdrawnOn", "2014-06-10");
        withdrawal.put("step", "IDENTIFICATION");
        place("village-notice-withdrawal", withdrawal);
        notice.put("postedOn", "2014-06-11");
        var figures = new LinkedHashMap<>(criteria(2000));
        notice.put("figures", figures);
        assertThat(post("village-notice", notice).status())
                .as("more poor than there are")
                .isEqualTo(400);
        figures.put("poorPersons", 201);
        place("village-notice", notice);
        refused(post("poor-village", poor), "VILLAGE_NOTICE_STILL_HANGS");
        closing.put("closedOn", "2014-06-19");
        place("village-notice-closing", closing);
        var path = "/villages/" + t.village + "/documents/notice?format=xlsx&step=";
        assertThat(Readback.ofXlsx(t.door.download(path + "IDENTIFICATION")))
                .contains("贫困村识别公示", "拟识别为贫困村", "12317", "至 2014年6月18日 止")
                .contains("20.10%", "10.00%", "3000", "7000", "村集体经济收入");
        assertThat(Readback.ofXlsx(t.door.download(path + "IDENTIFICATION&asOf=2014-06-10")))
                .contains("已于2014年6月10日撤回，不得张贴");
        assertThat(t.door.get(path + "EXIT").reason()).isEqualTo("NOT_POSTED_ON_THAT_DAY");
        assertThat(t.door.get(path + "OTHER").status()).isEqualTo(400);
        var identified = post("poor-village", poor);
        t.done(identified);
        assertThat(
                        db().sql(
                                        """
                                        select convert_from(payload, 'UTF8')::json #>> '{notice,postedOn}'
                                        from events where stream_id = ? and payload_type = 'PoorVillageIdentified'
                                        """)
                                .param("region-" + t.village)
                                .query(String.class)
                                .single())
                .isEqualTo("2014-06-11");
        refused(post("village-notice-withdrawal", withdrawal), "NO_VILLAGE_NOTICE");
        // raised while it hung, on a paper that comes in when the village is identified
        objection.put("raisedOn", "2014-06-19");
        refused(post("village-notice-objection", objection), "VILLAGE_NOTICE_CLOSED");
        objection.put("raisedOn", "2014-06-18");
        place("village-notice-objection", objection);
        settlement.put("settledOn", "2014-07-03");
        place("village-notice-settlement", settlement);
    }

    private static Map<String, Object> ofNotice(String dayField, String on) {
        var body = new LinkedHashMap<String, Object>();
        body.put("step", "IDENTIFICATION");
        body.put(dayField, on);
        return body;
    }

    @Test
    void a_household_follows_its_village_into_what_came_after_it() {
        var household = township.registered(2);
        var heir = Township.listed();
        var move = new LinkedHashMap<String, Object>();
        move.put("region", heir.village);
        move.put("reason", "REDIVISION");
        move.put("movedOn", "2019-12-01");
        refused(step(household, "move", move), "NOT_WHAT_CAME_AFTER");
        township.done(township.supersede(township.town, "2019-12-01", heir.town));
        move.put("movedOn", "2019-11-30");
        refused(step(household, "move", move), "NOT_WHAT_CAME_AFTER");
        move.put("movedOn", "2019-12-01");
        township.done(step(household, "move", move));
        refused(step(household, "move", move), "LIES_THERE_ALREADY");
        township.done(
                step(
                        household,
                        "visit",
                        Map.of("visitedBy", "helper-1", "visitedOn", "2020-01-10")));
        assertThat(
                        db().sql(
                                        """
                                        select region from household_place where household_id = ?
                                        """)
                                .param(household)
                                .query(String.class)
                                .single())
                .isEqualTo(heir.village);
    }

    private void rules() {
        var t = township;
        t.done(t.rule(t.town, "village-incidence-percent", 200, "percent", "2014-01-01"));
        t.done(t.rule(t.town, "village-income-percent", 60, "percent", "2014-01-01"));
        t.done(t.rule(t.town, "village-collective-income-max", 0, "fen", "2014-01-01"));
        t.done(
                t.rule(
                        t.town,
                        "village-exit-incidence-max-basis-points",
                        300,
                        "basis-point",
                        "2014-01-01"));
    }

    private static Map<String, Object> criteria(int poorPersons) {
        var criteria = new LinkedHashMap<String, Object>();
        criteria.put("poorPersons", poorPersons);
        criteria.put("denominatorPersons", 1000);
        criteria.put("denominator", "RURAL");
        criteria.put("provincialIncidenceBasisPoints", 1000);
        criteria.put("incomeFenPerHead", 3000_00);
        criteria.put("provincialIncomeFenPerHead", 7000_00);
        criteria.put("collectiveIncomeFen", 0);
        return criteria;
    }

    /** Of whom the id is said is told where it serves. */
    private void namedWhereTheyServe(String staff) {
        var id = staff + township.town;
        var elsewhere = Township.listed();
        place(
                "work-team",
                Map.of(
                        "formedOn",
                        "2016-07-01",
                        "team",
                        "二队",
                        "kind",
                        "SURVEY_GROUP",
                        "level",
                        "COUNTY",
                        "units",
                        List.of(),
                        "members",
                        List.of(member(id, true))));
        refused(
                township.door.post(
                        "/helpers/" + id + "/naming", Township.naming(elsewhere.town, "赵四")),
                "WORKS_ELSEWHERE");
        township.done("/helpers/" + id + "/naming", Township.naming(township.town, "赵四"));
        var change = new LinkedHashMap<>(Township.naming(elsewhere.town, "赵四"));
        change.remove("namedOn");
        change.put("changedOn", "2016-08-01");
        refused(township.door.post("/helpers/" + id + "/change", change), "WORKS_ELSEWHERE");
        change.put("region", township.village);
        township.done("/helpers/" + id + "/change", change);
        idsAreTheWholeCountrys(id);
    }

    /** Another county hears that the id is taken, and nothing of whose it is. */
    private void idsAreTheWholeCountrys(String id) {
        var other = township.door.as("clerk-of-513424", "county-officer", "513424000000");
        var naming = Township.naming("513424000000", "赵四");
        var taken = other.post("/helpers/" + id + "/naming", naming);
        refused(taken, "ID_TAKEN");
        assertThat(taken.text()).contains("另选编号").doesNotContain(township.town);
        assertThat(
                        other.post(
                                        "/helpers/" + id + "/naming",
                                        Township.naming(township.town, "赵四"))
                                .status())
                .isEqualTo(403);
    }

    private static Map<String, Object> correction(Reply exited, int poorPersons) {
        var correction = new LinkedHashMap<String, Object>();
        correction.put(
                "correctsEventId", exited.json().path("events").get(0).path("id").asString());
        correction.put("poorPersons", poorPersons);
        correction.put("denominatorPersons", 1000);
        correction.put("denominator", "RURAL");
        correction.put("reason", "录入有误");
        correction.put("approvedBy", "chief-1");
        correction.put("correctedOn", "2018-01-01");
        return correction;
    }

    private static Map<String, Object> plan() {
        var plan = new LinkedHashMap<>(decided("adoptedOn", "2015-01-20"));
        plan.put("span", "THREE_YEAR");
        plan.put("fromYear", 2015);
        plan.put("toYear", 2017);
        plan.put("title", "三年脱贫工作规划");
        plan.put("exitHouseholds", 34);
        plan.put("exitPersons", 123);
        return plan;
    }

    private static Map<String, Object> counted(String dated, String on, int persons) {
        return Map.of(dated, on, "kind", "HELPER", "persons", persons, "reason", "期满轮换");
    }

    private static Map<String, Object> member(String staffId, boolean leader) {
        return Map.of("staffId", staffId, "unit", "县林业局", "leader", leader);
    }

    private static Map<String, Object> person(String dated, String on, String staffId) {
        var person = new LinkedHashMap<>(decided(dated, on));
        person.put("staffId", staffId);
        person.put("unit", "县林业局");
        return person;
    }

    private static Map<String, Object> decided(String dated, String on) {
        return Map.of(dated, on, "decidedBy", Township.body("县"));
    }

    private static Map<String, Object> reasoned(String dated, String on) {
        var body = new LinkedHashMap<>(decided(dated, on));
        body.put("reason", "期满");
        return body;
    }

    private static Map<String, Object> helper(String helperId, String on) {
        return Map.of("helperId", helperId, "helperUnit", "县林业局", "assignedOn", on);
    }

    private static Map<String, Object> release(String on) {
        return reasoned("releasedOn", on);
    }

    private static Map<String, Object> result(int year, String on, String head) {
        return Map.of(
                "year",
                year,
                "projectTypes",
                List.of("INDUSTRY"),
                "signedBy",
                head,
                "signedOn",
                on);
    }

    private static Map<String, Object> quarter(int year, int quarter, String on, String head) {
        var check = new LinkedHashMap<String, Object>();
        check.put("year", year);
        check.put("quarter", quarter);
        for (var fen : List.of("wage", "business", "transfer", "property", "cost")) {
            check.put(fen + "Fen", 100_00);
        }
        for (var fen : List.of("living", "schooling", "medical", "other")) {
            check.put(fen + "Fen", 20_00);
        }
        check.put("checkedBy", "helper-1");
        check.put("signedBy", head);
        check.put("checkedOn", on);
        return check;
    }

    private static Map<String, Object> verified(String... verifiers) {
        return Map.of(
                "verifiedOn",
                "2016-10-05",
                "verifiers",
                List.of(verifiers),
                "incomeYear",
                2015,
                "incomeFenPerHead",
                3000_00,
                "assurances",
                Township.assured());
    }

    private Reply step(String household, String step, Object body) {
        return township.step(household, step, body);
    }

    private Reply post(String what, Object body) {
        return township.door.post("/regions/region-" + township.village + "/" + what, body);
    }

    private void place(String what, Object body) {
        township.done(post(what, body));
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }

    private static int households(String helperId) {
        return db().sql("select count(*) from helper_household where helper_id = ?")
                .param(helperId)
                .query(Integer.class)
                .single();
    }

    private static List<String> types(String household) {
        return db().sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }
}
