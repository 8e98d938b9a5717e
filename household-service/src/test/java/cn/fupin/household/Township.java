package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample township with one village, and what a clerk does there, in days of 2014. */
final class Township {
    static final String COUNTY = "513423000000";
    private static final AtomicInteger NEXT = new AtomicInteger(300);

    final DoorClient door;
    final String town;
    final String village;

    private Township(DoorClient door, String town, String village) {
        this.door = door;
        this.town = town;
        this.village = village;
    }

    /** Listed, with the rules, the line of 2013 and a quota of {@code ceilingPersons} for 2014. */
    static Township ready(int ceilingPersons) {
        var township = listed();
        township.done(
                "/quotas/quota-" + township.town + "-2014/allocation",
                township.quota(township.town, ceilingPersons));
        return township;
    }

    /** Listed, with the rules and the line of 2013, but without a quota. */
    static Township listed() {
        var town = "513423%03d000".formatted(NEXT.getAndIncrement());
        var township = new Township(Running.service().door(), town, town.substring(0, 9) + "201");
        township.list(COUNTY, "盐源县", "COUNTY", null, false);
        township.done(township.list(town, "__镇", "TOWNSHIP", COUNTY, true));
        township.done(township.list(township.village, "__村", "VILLAGE", town, true));
        for (var rule : List.of("first-notice-days", "second-notice-days", "exit-notice-days")) {
            township.done(township.rule(town, rule, 7, "day", "2014-01-01"));
        }
        township.done(township.rule(town, "helper-households-max", 5, "household", "2014-01-01"));
        township.done(township.line(town, 2013, 2736_00));
        return township;
    }

    Reply list(String code, String name, String level, @Nullable String parent, boolean sample) {
        var body = new LinkedHashMap<String, Object>();
        body.put("region", code);
        body.put("name", name);
        body.put("level", level);
        if (parent != null) body.put("parent", parent);
        body.put("sample", sample);
        body.put("listedOn", "2014-01-01");
        return door.post("/regions/region-" + code + "/listing", body);
    }

    Reply rule(String region, String code, int value, String unit, String from) {
        return door.post(
                "/rules/rule-%s-%s/enactment".formatted(region, code),
                Map.of(
                        "region",
                        region,
                        "code",
                        code,
                        "value",
                        value,
                        "unit",
                        unit,
                        "effectiveFrom",
                        from,
                        "source",
                        "县工作方案",
                        "assumed",
                        true));
    }

    Reply line(String region, int year, long fen) {
        return door.post(
                "/poverty-lines/povertyline-%s-%d/setting".formatted(region, year),
                Map.of(
                        "region",
                        region,
                        "year",
                        year,
                        "lineFenPerYear",
                        fen,
                        "incomeConcept",
                        "NET_INCOME",
                        "setOn",
                        "2014-01-01"));
    }

    Map<String, Object> quota(String region, int ceilingPersons) {
        return Map.of(
                "region",
                region,
                "year",
                2014,
                "persons",
                ceilingPersons,
                "ceilingPersons",
                ceilingPersons,
                "decidedBy",
                body("县扶贫移民局"),
                "allocatedOn",
                "2014-03-01");
    }

    static Map<String, Object> body(String who) {
        return Map.of("body", who);
    }

    static Map<String, Object> assured() {
        return Map.of(
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
                true);
    }

    static String headOf(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        "select convert_from(payload, 'UTF8')::json ->> 'head' from events where stream_id = ? and sequence = 0")
                .param(household)
                .query(String.class)
                .single();
    }

    static String newHousehold() {
        return "household-" + UUID.randomUUID();
    }

    static String newNotice() {
        return "notice-" + UUID.randomUUID();
    }

    Map<String, Object> application(Object... members) {
        return Map.of(
                "region",
                village,
                "group",
                "三组",
                "appliedOn",
                "2014-04-01",
                "members",
                List.of(members));
    }

    /** An ordinary household, put on file in 2014. */
    Map<String, Object> recording(Object... members) {
        return Map.of("region", village, "recordedOn", "2014-07-01", "members", List.of(members));
    }

    /** {@code persons} new persons, the first of them the head. */
    Map<String, Object> applicationOf(int persons) {
        var members = new ArrayList<Object>();
        for (var i = 0; i < persons; i++) {
            members.add(
                    TestPersons.person("王小明", i == 0 ? "HEAD" : "CHILD", TestPersons.newNumber()));
        }
        return application(members.toArray());
    }

    /** The income of 2013 is wages alone. */
    Reply survey(String household, long wageFen) {
        return step(
                household,
                "survey",
                Map.of(
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
                        true));
    }

    Reply assess(String household, int votesFor, int votesAgainst) {
        var assessment = meeting(household, "2014-04-10", votesFor, votesAgainst);
        return step(household, "assessment", Map.of("assessmentId", assessment));
    }

    /** On that one household; its id. */
    String meeting(String household, String heldOn, int votesFor, int votesAgainst) {
        var assessment = "assessment-" + UUID.randomUUID();
        done(
                "/assessments/" + assessment + "/holding",
                Map.of(
                        "region",
                        village,
                        "heldOn",
                        heldOn,
                        "attendance",
                        40,
                        "ballots",
                        List.of(
                                Map.of(
                                        "householdId",
                                        household,
                                        "votesFor",
                                        votesFor,
                                        "votesAgainst",
                                        votesAgainst))));
        return assessment;
    }

    Reply post(String notice, String kind, String postedOn, String... households) {
        return door.post(
                "/notices/" + notice + "/posting",
                Map.of(
                        "kind",
                        kind,
                        "region",
                        village,
                        "place",
                        "村务公开栏",
                        "postedOn",
                        postedOn,
                        "householdIds",
                        List.of(households)));
    }

    Reply close(String notice, String closedOn) {
        return door.post("/notices/" + notice + "/closing", Map.of("closedOn", closedOn));
    }

    /** Posted, its seven days passed, closed. */
    String noticeOver(String kind, String postedOn, String closedOn, String... households) {
        var notice = newNotice();
        done(post(notice, kind, postedOn, households));
        done(close(notice, closedOn));
        return notice;
    }

    Reply review(String household, String notice, String on) {
        return step(
                household,
                "township-review",
                Map.of("noticeId", notice, "reviewedOn", on, "decidedBy", body("镇人民政府")));
    }

    Reply register(String household, String notice, String on) {
        return step(household, "registration", registration(notice, on));
    }

    Map<String, Object> registration(String notice, String on) {
        return Map.of(
                "noticeId",
                notice,
                "approvedOn",
                on,
                "announcedOn",
                on,
                "decidedBy",
                body("县扶贫移民局"),
                "standard",
                "NATIONAL",
                "householdType",
                "GENERAL",
                "mainCause",
                "ILLNESS",
                "otherCauses",
                List.of("SKILLS", "CAPITAL"),
                "quotaYear",
                2014,
                "batch",
                "2014");
    }

    /** Up to and with the township's review, and a second notice that is over; its id. */
    String reviewed(String household, int persons) {
        done(step(household, "application", applicationOf(persons)));
        done(survey(household, 100_00));
        done(assess(household, 30, 2));
        done(
                review(
                        household,
                        noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        return noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
    }

    String registered(int persons) {
        var household = newHousehold();
        var notice = reviewed(household, persons);
        done(register(household, notice, "2014-05-09"));
        return household;
    }

    /** In October 2016, by the line of 2015. */
    void exit(String household) {
        done(step(household, "exit", exitReady(household)));
    }

    /** All but the last step, which is answered. */
    Map<String, Object> exitReady(String household) {
        done(
                step(
                        household,
                        "exit-proposal",
                        Map.of("proposedOn", "2016-10-01", "decidedBy", body("村两委"))));
        done(
                step(
                        household,
                        "exit-verification",
                        Map.of(
                                "verifiedOn",
                                "2016-10-05",
                                "verifiers",
                                List.of("甲", "乙", "丙"),
                                "incomeYear",
                                2015,
                                "incomeFenPerHead",
                                3000_00,
                                "assurances",
                                assured())));
        done(
                step(
                        household,
                        "exit-agreement",
                        Map.of("agreedOn", "2016-10-10", "signedBy", headOf(household))));
        return Map.of(
                "noticeId",
                noticeOver("EXIT", "2016-10-11", "2016-10-19", household),
                "exitedOn",
                "2016-10-20",
                "decidedBy",
                body("县"));
    }

    Reply join(String household, Map<String, Object> member, String reason, String on) {
        return step(
                household,
                "member-joining",
                Map.of("reason", reason, "member", member, "joinedOn", on));
    }

    Reply leave(String household, String identityNumber, String reason, String on) {
        return step(
                household,
                "member-leaving",
                Map.of("identityNumber", identityNumber, "reason", reason, "leftOn", on));
    }

    Reply dissolve(String household, String on) {
        return step(household, "dissolution", Map.of("cause", "ALL_DECEASED", "dissolvedOn", on));
    }

    Reply supersede(String code, String on, String... successors) {
        return door.post(
                "/regions/region-" + code + "/succession",
                Map.of("supersededOn", on, "successors", List.of(successors)));
    }

    static Map<String, Object> naming(String region, String name) {
        return Map.of("region", region, "name", name, "unit", "县农业局", "namedOn", "2014-06-01");
    }

    Reply step(String household, String step, Object body) {
        return door.post("/households/" + household + "/" + step, body);
    }

    void done(String path, Object body) {
        done(door.post(path, body));
    }

    Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }
}
