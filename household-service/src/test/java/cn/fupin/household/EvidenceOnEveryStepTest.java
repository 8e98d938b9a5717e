package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each step of a life names the stored file that proves it, over HTTP; one that names a file the
 * store does not have is refused and leaves nothing.
 */
class EvidenceOnEveryStepTest {
    private static final Map<String, Object> VILLAGERS = Township.body("村两委");
    private static final Map<String, Object> COUNTY = Township.body("县扶贫移民局");

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(20);
    private final JsonNode file = stored();
    private String household = Township.newHousehold();

    private JsonNode stored() {
        return township.done(
                        township.door.upload(
                                "/evidence?kind=FORM&region=" + township.village,
                                "application/pdf",
                                "%PDF-1.7 表".getBytes(StandardCharsets.UTF_8),
                                "steps-" + UUID.randomUUID()))
                .json()
                .path("evidence");
    }

    /** Refused with a file of another digest, then entered with the file that is there. */
    private void proved(String step, String type, Map<String, ?> body) {
        var with = new TreeMap<String, Object>(body);
        with.put("evidence", List.of(((ObjectNode) file.deepCopy()).put("sha256", "0".repeat(64))));
        var refused = township.step(household, step, with);
        assertThat(refused.reason()).as(step + refused.text()).isEqualTo("EVIDENCE_NOT_STORED");
        with.put("evidence", List.of(file));
        township.done(township.step(household, step, with));
        var last =
                db.sql(
                                """
                                select payload_type || convert_from(payload, 'UTF8') from events
                                where stream_id = ? order by sequence desc limit 1
                                """)
                        .param(household)
                        .query(String.class)
                        .single();
        assertThat(last).startsWith(type).contains(file.path("evidenceId").asString("?"));
    }

    @Test
    void of_a_household_that_is_registered_helped_and_leaves_poverty() {
        identified();
        helped();
        described();
        changed();
        onItsWayOut();
        exited();
    }

    private void identified() {
        proved("application", "HouseholdApplied", township.applicationOf(2));
        var survey =
                Map.ofEntries(
                        Map.entry("surveyedOn", "2014-04-05"),
                        Map.entry("surveyors", List.of("李某")),
                        Map.entry("incomeYear", 2013),
                        Map.entry("wageFen", 100_00),
                        Map.entry("businessFen", 0),
                        Map.entry("transferFen", 0),
                        Map.entry("propertyFen", 0),
                        Map.entry("costFen", 0),
                        Map.entry("waterSafe", false),
                        Map.entry("housingSafe", true));
        proved("survey", "HouseholdSurveyed", survey);
        township.done(township.assess(household, 30, 2));
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        proved(
                "township-review",
                "TownshipReviewed",
                Map.of("noticeId", first, "reviewedOn", "2014-04-29", "decidedBy", VILLAGERS));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        proved(
                "registration",
                "HouseholdRegistered",
                Map.of(
                        "noticeId",
                        second,
                        "approvedOn",
                        "2014-05-09",
                        "announcedOn",
                        "2014-05-10",
                        "decidedBy",
                        COUNTY,
                        "standard",
                        "NATIONAL",
                        "householdType",
                        "GENERAL",
                        "mainCause",
                        "ILLNESS",
                        "otherCauses",
                        List.of(),
                        "quotaYear",
                        2014));
    }

    private void helped() {
        proved(
                "helper",
                "HelperAssigned",
                Map.of(
                        "helperId",
                        "helper-" + household,
                        "helperUnit",
                        "县委办",
                        "assignedOn",
                        "2014-06-01"));
        proved(
                "plan",
                "PlanAdopted",
                Map.of(
                        "kind",
                        "YEARLY",
                        "fromYear",
                        2015,
                        "toYear",
                        2015,
                        "measures",
                        List.of("INDUSTRY"),
                        "adoptedOn",
                        "2014-12-20"));
        proved(
                "measure",
                "MeasureAssigned",
                Map.of("measure", "INDUSTRY", "scheme", "五个一批", "assignedOn", "2014-12-20"));
        proved(
                "entry-correction",
                "MeasureTakenBack",
                Map.of(
                        "correctsEventId",
                        last("MeasureAssigned"),
                        "reason",
                        "登错户",
                        "approvedBy",
                        "chief-1",
                        "correctedOn",
                        "2014-12-21"));
        var head = List.of(Map.of("personId", Township.headOf(household)));
        proved(
                "policy-application",
                "PolicyAppliedFor",
                Map.of(
                        "policy",
                        "SUBSISTENCE_ALLOWANCE",
                        "recipients",
                        head,
                        "appliedOn",
                        "2014-12-20"));
        proved(
                "policy",
                "PolicyGranted",
                Map.of(
                        "policy",
                        "SUBSISTENCE_ALLOWANCE",
                        "recipients",
                        head,
                        "decidedBy",
                        COUNTY,
                        "since",
                        "2014-12-21"));
        proved(
                "policy-ending",
                "PolicyEnded",
                Map.of(
                        "policy",
                        "SUBSISTENCE_ALLOWANCE",
                        "reason",
                        "GIVEN_UP",
                        "endedOn",
                        "2014-12-22"));
        proved(
                "policy-correction",
                "PolicyTakenBack",
                Map.of(
                        "correctsEventId",
                        last("PolicyGranted"),
                        "reason",
                        "登错成员",
                        "approvedBy",
                        "chief-1",
                        "correctedOn",
                        "2014-12-23"));
        proved(
                "policy-declining",
                "PolicyApplicationDeclined",
                Map.of(
                        "policy",
                        "SUBSISTENCE_ALLOWANCE",
                        "reason",
                        "不符合条件",
                        "decidedBy",
                        COUNTY,
                        "declinedOn",
                        "2014-12-23"));
        township.done(
                township.step(
                        household,
                        "policy-application",
                        Map.of(
                                "policy",
                                "SUBSISTENCE_ALLOWANCE",
                                "recipients",
                                head,
                                "appliedOn",
                                "2014-12-24")));
        proved(
                "policy-application-withdrawal",
                "PolicyApplicationWithdrawn",
                Map.of("policy", "SUBSISTENCE_ALLOWANCE", "withdrawnOn", "2014-12-25"));
        proved(
                "income",
                "IncomeRecorded",
                Map.of(
                        "incomeYear",
                        2014,
                        "wageFen",
                        300_00,
                        "businessFen",
                        0,
                        "transferFen",
                        0,
                        "propertyFen",
                        0,
                        "costFen",
                        0,
                        "recordedOn",
                        "2015-01-10"));
        proved(
                "exit-plan",
                "ExitPlanned",
                Map.of("year", 2016, "decidedBy", VILLAGERS, "plannedOn", "2015-02-01"));
        proved(
                "exit-plan-dropping",
                "ExitPlanDropped",
                Map.of("reason", "户主患病", "decidedBy", VILLAGERS, "droppedOn", "2015-02-02"));
    }

    private void described() {
        proved(
                "description",
                "HouseholdDescribed",
                Map.of(
                        "details",
                        Map.of("way", Map.of("road", "CONCRETE")),
                        "describedOn",
                        "2015-02-03"));
        var number = "E" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        proved(
                "number",
                "HouseholdNumbered",
                Map.of("householdNumber", number, "numberedOn", "2015-02-03"));
        proved(
                "number-correction",
                "HouseholdNumberCorrected",
                Map.of(
                        "correctedOn",
                        "2015-02-04",
                        "correctsEventId",
                        event("HouseholdNumbered"),
                        "reason",
                        "抄录有误",
                        "approvedBy",
                        "chief-1"));
        proved(
                "member-description",
                "MemberDescribed",
                Map.of(
                        "personId",
                        Township.headOf(household),
                        "details",
                        Map.of("health", "HEALTHY"),
                        "describedOn",
                        "2015-02-03"));
        proved(
                "reclassification",
                "HouseholdReclassified",
                Map.of(
                        "householdType",
                        "DIBAO_POOR",
                        "decidedBy",
                        COUNTY,
                        "reclassifiedOn",
                        "2015-02-04"));
        proved(
                "survey-correction",
                "SurveyCorrected",
                Map.ofEntries(
                        Map.entry("correctedOn", "2015-02-05"),
                        Map.entry("correctsEventId", event("HouseholdSurveyed")),
                        Map.entry("reason", "录入错误"),
                        Map.entry("approvedBy", "chief-1"),
                        Map.entry("incomeYear", 2013),
                        Map.entry("wageFen", 90_00),
                        Map.entry("businessFen", 0),
                        Map.entry("transferFen", 0),
                        Map.entry("propertyFen", 0),
                        Map.entry("costFen", 0)));
        proved(
                "causes-correction",
                "CausesCorrected",
                Map.of(
                        "correctedOn",
                        "2015-02-05",
                        "correctsEventId",
                        event("HouseholdRegistered"),
                        "reason",
                        "误填",
                        "approvedBy",
                        "chief-1",
                        "mainCause",
                        "DISABILITY",
                        "otherCauses",
                        List.of()));
    }

    private String event(String type) {
        return db.sql("select event_id from events where stream_id = ? and payload_type = ?")
                .params(household, type)
                .query(String.class)
                .single();
    }

    private void changed() {
        proved(
                "member-joining",
                "MemberJoined",
                Map.of(
                        "reason",
                        "BIRTH",
                        "member",
                        HouseholdModelTest.newborn("王小双"),
                        "joinedOn",
                        "2015-06-01"));
        var baby = HouseholdModelTest.joined(household).getFirst();
        proved(
                "member-identification",
                "MemberIdentified",
                Map.of(
                        "personId",
                        baby,
                        "name",
                        "王小双",
                        "identityNumber",
                        TestPersons.newNumber("2015", false),
                        "identifiedOn",
                        "2015-06-10"));
        var child = HouseholdModelTest.persons(household).getLast();
        var corrected = new TreeMap<String, Object>();
        corrected.put("personId", child);
        corrected.put("name", "王晓明");
        corrected.put("reason", "与户口簿不符");
        corrected.put("approvedBy", "chief-1");
        corrected.put("correctedOn", "2015-06-15");
        proved("member-correction", "MemberNameCorrected", corrected);
        corrected.remove("name");
        corrected.put("newIdentityNumber", TestPersons.newNumber());
        corrected.put("differsBecause", "抄错号码");
        proved("member-correction", "MemberNumberCorrected", corrected);
        child = lastMember();
        for (var head : List.of(child, Township.headOf(household))) {
            proved(
                    "head-change",
                    "HeadChanged",
                    Map.of(
                            "newHead",
                            head,
                            "relationOfFormerHead",
                            "OTHER",
                            "reason",
                            "原户主年老",
                            "changedOn",
                            "2015-06-20"));
        }
        proved(
                "member-leaving",
                "MemberLeft",
                Map.of("personId", child, "reason", "MARRIAGE", "leftOn", "2015-07-01"));
        proved(
                "reverification",
                "HouseholdReverified",
                Map.of("round", "回头看", "decidedBy", COUNTY, "reverifiedOn", "2015-09-01"));
        proved(
                "suspension",
                "HouseholdSuspended",
                Map.of(
                        "cause",
                        "UNDER_INVESTIGATION",
                        "decidedBy",
                        COUNTY,
                        "suspendedOn",
                        "2015-10-01"));
        proved(
                "resumption",
                "HouseholdResumed",
                Map.of("grounds", "核查无误", "decidedBy", COUNTY, "resumedOn", "2015-11-01"));
    }

    /** As its number was corrected. */
    private String last(String type) {
        return db.sql(
                        """
                        select event_id from events
                        where stream_id = ? and payload_type = ? order by sequence desc limit 1
                        """)
                .params(household, type)
                .query(String.class)
                .single();
    }

    private String lastMember() {
        return db.sql(
                        """
                        select identified_as from unnumbered_person u
                        join active_person a on a.person_id = u.identified_as
                        where a.household_id = ? order by u.member_since limit 1
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    private void onItsWayOut() {
        township.done(township.line(township.town, 2015, 2855_00));
        proved(
                "exit-proposal",
                "ExitProposed",
                Map.of("proposedOn", "2016-01-05", "decidedBy", VILLAGERS));
        proved(
                "exit-withdrawal",
                "ExitWithdrawn",
                Map.of("withdrawnOn", "2016-01-06", "reason", "核实有误", "decidedBy", VILLAGERS));
        township.exit(household);
    }

    private void exited() {
        proved(
                "relapse-proposal",
                "RelapseProposed",
                Map.of("proposedOn", "2017-01-05", "cause", "ILLNESS", "decidedBy", VILLAGERS));
        proved(
                "relapse-withdrawal",
                "RelapseWithdrawn",
                Map.of("withdrawnOn", "2017-01-06", "reason", "收入稳定", "decidedBy", VILLAGERS));
        proved(
                "monitoring-clue",
                "MonitoringClueRaised",
                Map.of("source", "FARMER_REPORT", "raisedOn", "2017-03-01"));
        township.done(
                township.rule(township.town, "help-years-after-exit", 1, "year", "2014-01-01"));
        proved(
                "helper-release",
                "HelperReleased",
                Map.of("releasedOn", "2018-01-01", "reason", "期满", "decidedBy", COUNTY));
        var there = township.town.substring(0, 9) + "202";
        township.done(township.list(there, "__二村", "VILLAGE", township.town, true));
        proved(
                "move",
                "HouseholdMoved",
                Map.of("region", there, "reason", "OTHER", "movedOn", "2018-03-01"));
        proved(
                "dissolution",
                "HouseholdDissolved",
                Map.of("cause", "MOVED_AWAY", "dissolvedOn", "2018-06-01"));
    }

    @Test
    void of_those_that_are_rejected_take_it_back_or_are_removed() {
        township.done(township.step(household, "application", township.applicationOf(1)));
        proved(
                "rejection",
                "HouseholdRejected",
                Map.of("rejectedOn", "2014-04-03", "decidedBy", VILLAGERS, "grounds", "拆户"));
        household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(1)));
        proved(
                "withdrawal",
                "HouseholdWithdrew",
                Map.of(
                        "withdrawnOn",
                        "2014-04-03",
                        "reason",
                        "外出务工",
                        "signedBy",
                        Township.headOf(household)));
        household = township.registered(1);
        proved(
                "removal",
                "HouseholdRemoved",
                Map.of("removedOn", "2014-11-01", "cause", "MISIDENTIFIED", "authority", COUNTY));
    }
}
