package cn.fupin.acceptance.faults;

import static cn.fupin.acceptance.faults.Lives.body;
import static cn.fupin.acceptance.faults.Lives.decided;
import static cn.fupin.acceptance.faults.Lives.id;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.faults.Clients.Clerk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of a household that is on the register: what it is given and planned for it, and
 * who looks into that.
 *
 * @param head by the identity number
 * @param headId the same person's id
 * @param helper who helps it, by the id
 */
record OnTheRegister(Steps steps, String head, String headId, String helper) {

    /** Policies in every course they take: granted, ended, come to nothing, entered wrongly. */
    void isGranted() {
        var course = body("schoolYear", 2014);
        apply("RAIN_AND_DEW", course, true);
        Answered wrong = grant("RAIN_AND_DEW", course, true);
        step("policy-correction", correction(wrong, "登错农户"));
        apply("STUDENT_GRANT", course, true);
        step(
                "policy-declining",
                body(
                        "policy",
                        "STUDENT_GRANT",
                        "details",
                        course,
                        "reason",
                        "未提供学籍证明",
                        "decidedBy",
                        decided("县教育局"),
                        "assumed",
                        false,
                        "declinedOn",
                        "2014-09-10"));
        var year = body("year", 2014);
        apply("MEDICAL_AID", year, false);
        step(
                "policy-application-withdrawal",
                body(
                        "policy",
                        "MEDICAL_AID",
                        "details",
                        year,
                        "assumed",
                        false,
                        "withdrawnOn",
                        "2014-09-10"));
        grant("EMPLOYMENT", body("workplace", "县电子厂", "work", "NEARBY"), true);
        step(
                "policy-ending",
                body(
                        "policy",
                        "EMPLOYMENT",
                        "reason",
                        "GIVEN_UP",
                        "assumed",
                        false,
                        "endedOn",
                        "2014-12-01"));
        grant("RELOCATION", body("placement", "CONCENTRATED", "settlement", "镇安置点"), false);
    }

    private void apply(String policy, Map<String, Object> details, boolean byHead) {
        policy("policy-application", policy, details, byHead, "appliedOn", "2014-08-20");
    }

    private Answered grant(String policy, Map<String, Object> details, boolean toHead) {
        return policy("policy", policy, details, toHead, "since", "2014-09-01");
    }

    private Answered policy(
            String step,
            String policy,
            Map<String, Object> details,
            boolean head,
            String when,
            String day) {
        var body = body("policy", policy, "details", details, "assumed", false, when, day);
        if (head) {
            body.put("recipients", List.of(body("identityNumber", this.head)));
        }
        if (step.equals("policy")) {
            body.put("decidedBy", decided("县人社局"));
        }
        return step(step, body);
    }

    /** A plan of three years and of the first; what is done of it, once too much. */
    void isPlannedFor() {
        plan("THREE_YEAR", 2016, planned("P1", null));
        plan("YEARLY", 2014, planned("Y1", "P1"));
        planDone("2014-08-10");
        wasAnothers(planDone("2014-09-10"));
        Answered visit =
                step(
                        "visit",
                        body(
                                "visitedBy",
                                "faults.helper",
                                "assumed",
                                false,
                                "visitedOn",
                                "2014-09-05"));
        wasAnothers(visit);
        plan("YEARLY", 2014, planned("Y2", "P1"));
        wasAnothers(plan("YEARLY", 2014, planned("Y3", "P1")));
        measure("ECOLOGY");
        wasAnothers(measure("INDUSTRY"));
    }

    private Answered measure(String measure) {
        return step(
                "measure",
                body(
                        "measure",
                        measure,
                        "scheme",
                        "五个一批",
                        "assumed",
                        false,
                        "assignedOn",
                        "2014-08-01"));
    }

    private Answered plan(String kind, int toYear, Map<String, Object> planned) {
        return step(
                "plan",
                body(
                        "kind",
                        kind,
                        "fromYear",
                        2014,
                        "toYear",
                        toYear,
                        "measures",
                        List.of("INDUSTRY"),
                        "goals",
                        List.of(body("year", 2014, "incomeFenPerHead", 3000_00)),
                        "planned",
                        List.of(planned),
                        "assumed",
                        false,
                        "adoptedOn",
                        "2014-07-20"));
    }

    private static Map<String, Object> planned(String code, @Nullable String ofCode) {
        var planned =
                body(
                        "code",
                        code,
                        "year",
                        2014,
                        "measure",
                        "INDUSTRY",
                        "scheme",
                        "五个一批",
                        "content",
                        "养猪",
                        "quantity",
                        2.5,
                        "unit",
                        "头",
                        "amountFen",
                        2000_00,
                        "responsible",
                        "县林业局");
        if (ofCode != null) {
            planned.put("ofCode", ofCode);
        }
        return planned;
    }

    private Answered planDone(String on) {
        return step(
                "planned-measure",
                body(
                        "kind",
                        "THREE_YEAR",
                        "fromYear",
                        2014,
                        "code",
                        "P1",
                        "quantity",
                        1,
                        "amountFen",
                        800_00,
                        "assumed",
                        false,
                        "doneOn",
                        on));
    }

    /** It was entered of the wrong household. */
    void wasAnothers(Answered wrong) {
        step("entry-correction", correction(wrong, "登错农户"));
    }

    Answered isChecked(int quarter) {
        var check = body("year", 2014, "quarter", quarter);
        for (String fen :
                List.of(
                        "wage",
                        "business",
                        "transfer",
                        "property",
                        "cost",
                        "living",
                        "schooling",
                        "medical",
                        "other")) {
            check.put(fen + "Fen", 100_00);
        }
        check.put("checkedBy", "faults.helper");
        check.put("signedByIdentityNumber", head);
        check.put("assumed", false);
        check.put("checkedOn", "2014-10-02");
        return step("quarter-check", check);
    }

    /** Whatever is handed out, checked and signed was another household's. */
    void hasPapers() {
        var handbook =
                body(
                        "number",
                        "5001-0001",
                        "printedOn",
                        "2014-06-01",
                        "issuedBy",
                        "镇扶贫办",
                        "assumed",
                        false,
                        "issuedOn",
                        "2014-06-20");
        var card = body("year", 2014, "issuedBy", "镇扶贫办", "assumed", false);
        card.put("issuedOn", "2014-06-20");
        var result = body("year", 2014, "projectTypes", List.of("INDUSTRY"), "assumed", false);
        result.put("signedByIdentityNumber", head);
        result.put("signedOn", "2014-12-01");
        for (Answered wrong :
                List.of(
                        step("handbook", handbook),
                        step("clear-card", card),
                        step("result", result),
                        isChecked(2))) {
            wasAnothers(wrong);
        }
        result.put("signedOn", "2014-12-02");
        step("result", result);
        by(
                Clerk.COUNTY,
                "reverification",
                body(
                        "round",
                        "回头看",
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "reverifiedOn",
                        "2014-12-20"));
    }

    /** By a number that somebody misread. */
    void isNumbered() {
        Answered numbered =
                step(
                        "number",
                        body(
                                "householdNumber",
                                number(),
                                "assumed",
                                false,
                                "numberedOn",
                                "2014-06-10"));
        var correction = correction(numbered, "抄录有误");
        correction.put("householdNumber", number());
        step("number-correction", correction);
    }

    private String number() {
        return "HB" + Lives.letters(random().nextInt(Integer.MAX_VALUE)).toUpperCase(Locale.ROOT);
    }

    /** It has all of a project's benefit. */
    void benefits() {
        String project = lives().approvedProject(random());
        lives().done(
                        Clerk.TOWNSHIP,
                        "project",
                        "/projects/" + project + "/beneficiaries",
                        body(
                                "households",
                                List.of(
                                        body(
                                                "householdId",
                                                household(),
                                                "shareBasisPoints",
                                                10_000)),
                                "assumed",
                                false,
                                "namedOn",
                                "2014-06-20"));
    }

    /** Its head has a car by another register's list, and may stay all the same. */
    void isListed() {
        String list = id("matching", random());
        Answered received =
                lives().done(
                                Clerk.COUNTY,
                                "household",
                                "/matching-lists/" + list + "/receipt",
                                body(
                                        "region",
                                        Lives.VILLAGE,
                                        "item",
                                        "CAR",
                                        "source",
                                        "县车管所",
                                        "asOf",
                                        "2014-07-31",
                                        "numbers",
                                        List.of(head),
                                        "assumed",
                                        false,
                                        "receivedOn",
                                        "2014-08-05"));
        lives().awaitAfter(HouseholdLife.event(received), "ListedPersonsFound", list);
        for (String on : List.of("2014-08-10", "2014-08-11")) {
            Answered cleared =
                    by(
                            Clerk.COUNTY,
                            "exclusion-clearance",
                            body(
                                    "personId",
                                    headId,
                                    "item",
                                    "CAR",
                                    "grounds",
                                    "车已出售，未过户",
                                    "decidedBy",
                                    decided("县扶贫移民局"),
                                    "assumed",
                                    false,
                                    "clearedOn",
                                    on));
            if (on.equals("2014-08-10")) {
                by(
                        Clerk.COUNTY,
                        "exclusion-clearance-correction",
                        correction(cleared, "登错成员", "faults.county-chief"));
            }
        }
    }

    /** That it is registered hangs out, once in the wrong place. */
    void isAnnounced() {
        String first = announced();
        lives().done(
                        Clerk.COUNTY,
                        "household",
                        "/announcements/" + first + "/withdrawal",
                        body(
                                "reason",
                                "张贴有误",
                                "decidedBy",
                                decided("县扶贫移民局"),
                                "assumed",
                                false,
                                "withdrawnOn",
                                "2014-05-12"));
        announced();
    }

    private String announced() {
        String announcement = id("announcement", random());
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        "/announcements/" + announcement + "/publication",
                        body(
                                "kind",
                                "REGISTRATION",
                                "region",
                                Lives.VILLAGE,
                                "place",
                                "村务公开栏",
                                "householdIds",
                                List.of(household()),
                                "decidedBy",
                                decided("县扶贫移民局"),
                                "assumed",
                                false,
                                "announcedOn",
                                "2014-05-10"));
        return announcement;
    }

    /**
     * Its file is looked through, somebody complains of it, its helper is appraised and promoted.
     */
    void isOverseen() {
        String sampling = "/samplings/" + id("sampling", random());
        lives().done(
                        Clerk.COUNTY,
                        "household",
                        sampling + "/holding",
                        body(
                                "region",
                                Lives.VILLAGE,
                                "householdIds",
                                List.of(household()),
                                "found",
                                List.of(
                                        body("householdId", household(), "finding", "调查表无签字"),
                                        body("householdId", household(), "finding", "照片缺失")),
                                "by",
                                "县扶贫移民局",
                                "assumed",
                                false,
                                "sampledOn",
                                "2014-12-10"));
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        sampling + "/rectification",
                        body(
                                "householdId",
                                household(),
                                "by",
                                "镇扶贫办",
                                "handling",
                                "已补签字和照片",
                                "assumed",
                                false,
                                "rectifiedOn",
                                "2014-12-20"));
        String complaint = "/complaints/" + id("complaint", random());
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        complaint + "/receipt",
                        body(
                                "region",
                                Lives.VILLAGE,
                                "channel",
                                "HOTLINE",
                                "householdId",
                                household(),
                                "subject",
                                "有楼房",
                                "assumed",
                                false,
                                "receivedOn",
                                "2014-06-15"));
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        complaint + "/handling",
                        body(
                                "outcome",
                                "UNFOUNDED",
                                "handling",
                                "房屋为其兄所有",
                                "decidedBy",
                                decided("镇人民政府"),
                                "assumed",
                                false,
                                "handledOn",
                                "2014-06-20"));
        lives().done(
                        Clerk.COUNTY,
                        "household",
                        "/appraisals/" + id("appraisal", random()) + "/holding",
                        body(
                                "helperId",
                                helper,
                                "region",
                                Lives.VILLAGE,
                                "year",
                                2014,
                                "grade",
                                "EXCELLENT",
                                "decidedBy",
                                decided("县扶贫移民局"),
                                "assumed",
                                false,
                                "appraisedOn",
                                "2015-01-15"));
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        "/helpers/" + helper + "/change",
                        body(
                                "name",
                                "张帮扶",
                                "unit",
                                "县农业局",
                                "position",
                                "科长",
                                "assumed",
                                false,
                                "changedOn",
                                "2015-02-01"));
    }

    /** A unit keeps contact with it for a year. */
    void isInContact() {
        String unit = "县直单位" + Lives.letters(random().nextInt(Integer.MAX_VALUE));
        String village = "/regions/region-" + Lives.VILLAGE;
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        village + "/unit-contact",
                        body(
                                "unit",
                                unit,
                                "households",
                                1,
                                "householdIds",
                                List.of(household()),
                                "assumed",
                                false,
                                "assignedOn",
                                "2014-06-10"));
        lives().done(
                        Clerk.TOWNSHIP,
                        "household",
                        village + "/unit-contact-end",
                        body(
                                "unit",
                                unit,
                                "reason",
                                "机构改革",
                                "assumed",
                                false,
                                "endedOn",
                                "2015-06-10"));
    }

    /** Asked for twice: the first time it is declined. */
    void losesItsHeadsData() {
        String person = "/persons/" + headId;
        var request = body("reason", "本人申请");
        lives().done(Clerk.PROTECTION, "household", person + "/erasure-request", request);
        lives().done(
                        Clerk.PROTECTION_CHIEF,
                        "household",
                        person + "/erasure-refusal",
                        body("reason", "材料不全"));
        lives().done(Clerk.PROTECTION, "household", person + "/erasure-request", request);
        lives().done(
                        Clerk.PROTECTION_CHIEF,
                        "household",
                        person + "/erasure",
                        body("decidedBy", decided("县扶贫移民局")));
    }

    private static Map<String, Object> correction(Answered wrong, String reason) {
        return correction(wrong, reason, "faults.county-office");
    }

    private static Map<String, Object> correction(
            Answered wrong, String reason, String approvedBy) {
        return body(
                "correctsEventId",
                HouseholdLife.event(wrong),
                "reason",
                reason,
                "approvedBy",
                approvedBy,
                "correctedOn",
                "2014-12-15");
    }

    private Answered step(String step, Map<String, Object> body) {
        return steps.step(step, body);
    }

    private Answered by(Clerk clerk, String step, Map<String, Object> body) {
        return steps.by(clerk, step, body);
    }

    private Lives lives() {
        return steps.lives();
    }

    private Random random() {
        return steps.random();
    }

    private String household() {
        return steps.household();
    }
}
