package cn.fupin.acceptance.faults;

import static cn.fupin.acceptance.faults.Lives.body;
import static cn.fupin.acceptance.faults.Lives.decided;
import static cn.fupin.acceptance.faults.Lives.id;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.faults.Clients.Clerk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One household, from its application on, and what becomes of it. */
final class HouseholdLife {
    /** What a household's life comes to, once it is on the register or on its way there. */
    enum Course {
        STAYS,
        MARRIES,
        DIVORCES,
        CORRECTED,
        APPLIES_TWICE,
        REMOVED,
        WITHDRAWN,
        SUSPENDED,
        RESUMED,
        SPLIT,
        MERGED,
        MOVED,
        IDENTIFIED,
        RECLASSIFIED,
        BORROWS,
        RELEASED,
        END_REVOKED,
        OMITTED,
        HELPED,
        LOOKED_INTO,
        REJECTED,
        DISSOLVED,
        EXIT_REVOKED,
        RETURNS,
        ON_FILE;

        static Course any(Random random) {
            return values()[random.nextInt(values().length)];
        }
    }

    private final Lives lives;
    private final Random random;
    private final String household;
    private final Steps steps;
    private final List<String> numbers = new ArrayList<>();

    HouseholdLife(Lives lives, Random random) {
        this.lives = lives;
        this.random = random;
        this.household = id("household", random);
        this.steps = new Steps(lives, random, household);
    }

    void live(Course course) {
        if (course == Course.ON_FILE) {
            onFile();
            return;
        }
        var application = application(course);
        Answered applied = step("application", application);
        Answered survey = step("survey", survey("2014-04-05"));
        step("assessment", body("assessmentId", steps.meeting("2014-04-10")));
        if (course == Course.WITHDRAWN) {
            steps.posted("FIRST", "2014-04-21"); // goes on hanging
            withdrawn("2014-04-25");
            return;
        }
        if (course == Course.REJECTED) {
            rejected();
            return;
        }
        Answered registration = registered(course);
        String helper = helped();
        switch (course) {
            case STAYS, WITHDRAWN, REJECTED, ON_FILE, OMITTED -> {} // as it is
            case MARRIES -> marries(false);
            case DIVORCES -> marries(true);
            case CORRECTED -> corrected(survey, registration);
            case APPLIES_TWICE -> // the same persons, in a second household
                    lives.refused(
                            Clerk.TOWNSHIP,
                            "household",
                            "/households/" + id("household", random) + "/application",
                            application);
            case REMOVED -> removed();
            case SUSPENDED -> suspended();
            case RESUMED -> {
                suspended();
                resumed();
            }
            case SPLIT -> split();
            case MERGED -> merged(split());
            case MOVED -> {
                // What comes in late of days before it is of where it lay then.
                moved();
                suspended();
                resumed();
            }
            case IDENTIFIED -> identified(applied);
            case RECLASSIFIED -> reclassified();
            case BORROWS -> {
                described();
                onTheRegister(applied, helper).isChecked(3);
                borrows(applied);
            }
            case RELEASED -> {
                outOfPoverty().exited();
                outOfPoverty().released("2016-11-01");
            }
            case END_REVOKED -> {
                removed();
                endRevoked();
            }
            case DISSOLVED -> dissolved();
            case EXIT_REVOKED -> {
                outOfPoverty().exited();
                outOfPoverty().exitRevoked();
            }
            case RETURNS -> {
                outOfPoverty().nearlyExited();
                outOfPoverty().exited();
                outOfPoverty().watched("UNSTABLE_EXITED");
                outOfPoverty().returns();
            }
            case HELPED -> {
                var register = onTheRegister(applied, helper);
                register.isGranted();
                register.isPlannedFor();
                register.isNumbered();
                register.benefits();
                register.hasPapers();
            }
            case LOOKED_INTO -> {
                var register = onTheRegister(applied, helper);
                register.isListed();
                register.isAnnounced();
                register.isOverseen();
                register.isInContact();
                register.losesItsHeadsData();
            }
        }
    }

    private OnTheRegister onTheRegister(Answered applied, String helper) {
        String head = lives.payload("household", event(applied)).path("head").asString();
        return new OnTheRegister(steps, numbers.getFirst(), head, helper);
    }

    private OutOfPoverty outOfPoverty() {
        return new OutOfPoverty(steps, numbers.getFirst());
    }

    private Map<String, Object> application(Course course) {
        var members = new ArrayList<Map<String, Object>>();
        int least = course == Course.SPLIT || course == Course.MERGED ? 2 : 1;
        for (int i = 0, size = least + random.nextInt(3); i < size; i++) {
            numbers.add(lives.person());
            members.add(
                    body(
                            "name",
                            "王小明",
                            "identityNumber",
                            numbers.getLast(),
                            "relation",
                            i == 0 ? "HEAD" : "CHILD"));
        }
        if (course == Course.IDENTIFIED) {
            members.add(
                    body(
                            "name",
                            "王小宝",
                            "withoutNumber",
                            "UNREGISTERED",
                            "sex",
                            "MALE",
                            "bornOn",
                            "2013-11-02",
                            "relation",
                            "CHILD"));
        }
        return body(
                "region",
                Lives.VILLAGE,
                "group",
                "三组",
                "members",
                members,
                "assumed",
                false,
                "appliedOn",
                "2014-04-01");
    }

    private static Map<String, Object> survey(String on) {
        var survey = income(2013);
        survey.put("surveyors", List.of("李某"));
        survey.put("waterSafe", false);
        survey.put("housingSafe", true);
        survey.put("surveyedOn", on);
        return survey;
    }

    private static Map<String, Object> income(int year) {
        return body(
                "incomeYear",
                year,
                "wageFen",
                1000_00,
                "businessFen",
                0,
                "transferFen",
                0,
                "propertyFen",
                0,
                "costFen",
                0,
                "assumed",
                false);
    }

    private void withdrawn(String on) {
        step(
                "withdrawal",
                body(
                        "reason",
                        "外出务工",
                        "signedByIdentityNumber",
                        numbers.getFirst(),
                        "assumed",
                        false,
                        "withdrawnOn",
                        on));
    }

    /** Somebody objects to the first notice, which was posted in the wrong place before. */
    private void rejected() {
        steps.of(
                steps.posted("FIRST", "2014-04-20"),
                "withdrawal",
                body(
                        "reason",
                        "张贴地点有误",
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "withdrawnOn",
                        "2014-04-20"));
        String notice = steps.posted("FIRST", "2014-04-21");
        steps.objected(notice, "2014-04-23", true);
        steps.over(notice, "2014-04-29");
        step(
                "rejection",
                body("decidedBy", decided("镇人民政府"), "grounds", "有楼房", "rejectedOn", "2014-04-30"));
    }

    /** Never on the register: it applies and takes that back, and is watched years later. */
    private void onFile() {
        var record = application(Course.STAYS);
        record.remove("appliedOn");
        record.put("recordedOn", "2014-03-01");
        step("record", record);
        var income = income(2014);
        income.put("recordedOn", "2014-12-31");
        step("income", income);
        step("application-on-file", body("assumed", false, "appliedOn", "2014-04-01"));
        step("survey", survey("2014-04-05"));
        withdrawn("2014-04-25");
        outOfPoverty().watched("MARGINAL");
        helps(named("2018-01-10"), "2018-01-10");
        outOfPoverty().riskEliminated();
        outOfPoverty().released("2018-03-05");
    }

    private Answered registered(Course course) {
        String first = steps.posted("FIRST", "2014-04-21");
        if (course == Course.OMITTED) {
            othersWereLeftOut(first);
        }
        steps.over(first, "2014-04-29");
        step(
                "township-review",
                body(
                        "noticeId",
                        first,
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "reviewedOn",
                        "2014-04-29"));
        String second = steps.noticeOver("SECOND", "2014-05-01", "2014-05-09");
        return county(
                "registration",
                body(
                        "noticeId",
                        second,
                        "approvedOn",
                        "2014-05-09",
                        "announcedOn",
                        "2014-05-09",
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "standard",
                        "NATIONAL",
                        "householdType",
                        "GENERAL",
                        "mainCause",
                        "ILLNESS",
                        "otherCauses",
                        List.of("SKILLS"),
                        "quotaYear",
                        2014,
                        "batch",
                        "2014",
                        "assumed",
                        false));
    }

    /**
     * Of two others it is said that they should be on the notice: one is not, and the other applies
     * a little later.
     */
    private void othersWereLeftOut(String notice) {
        var other = new HouseholdLife(lives, random);
        other.step("application", other.application(Course.STAYS));
        String late = other.household;
        String omission = omission(notice, "name", "王小贵");
        settled(notice, omission, true);
        steps.of(
                notice,
                "omissions/follow-up",
                body("omissionId", omission, "householdId", late, "followedUpOn", "2014-04-27"));
        settled(notice, omission(notice, "householdId", late), false);
    }

    private String omission(String notice, String whom, String who) {
        String omission = id("omission", random);
        steps.of(
                notice,
                "omissions",
                body(
                        "omissionId",
                        omission,
                        whom,
                        who,
                        "grounds",
                        "住房危险",
                        "channel",
                        "HOTLINE",
                        "raisedOn",
                        "2014-04-23"));
        return omission;
    }

    private void settled(String notice, String omission, boolean upheld) {
        var settlement =
                body(
                        "omissionId",
                        omission,
                        "upheld",
                        upheld,
                        "handling",
                        upheld ? "入户核实属实" : "收入在标准以上",
                        "decidedBy",
                        decided("镇人民政府"),
                        "settledOn",
                        "2014-04-25");
        if (upheld) {
            settlement.put("revisitBy", "2014-05-25");
        }
        steps.of(notice, "omissions/settlement", settlement);
    }

    /** By whom, as an id. */
    private String helped() {
        String helper = named("2014-06-01");
        helps(helper, "2014-06-01");
        step(
                "visit",
                body("visitedBy", "faults.helper", "assumed", false, "visitedOn", "2014-07-05"));
        return helper;
    }

    private String named(String on) {
        String helper = id("helper", random);
        lives.done(
                Clerk.TOWNSHIP,
                "household",
                "/helpers/" + helper + "/naming",
                body(
                        "region",
                        Lives.VILLAGE,
                        "name",
                        "张帮扶",
                        "unit",
                        "县林业局",
                        "phone",
                        "13900000000",
                        "assumed",
                        false,
                        "namedOn",
                        on));
        return helper;
    }

    private void helps(String helper, String on) {
        step(
                "helper",
                body("helperId", helper, "helperUnit", "县林业局", "assumed", false, "assignedOn", on));
    }

    /** Somebody marries into the household, and perhaps moves away again. */
    private void marries(boolean movesAway) {
        String number = lives.person();
        step(
                "member-joining",
                body(
                        "reason",
                        "MARRIAGE",
                        "member",
                        body("name", "李芳", "identityNumber", number, "relation", "SPOUSE"),
                        "assumed",
                        false,
                        "joinedOn",
                        "2014-08-01"));
        if (movesAway) {
            step(
                    "member-leaving",
                    body(
                            "identityNumber",
                            number,
                            "reason",
                            "MARRIAGE",
                            "assumed",
                            false,
                            "leftOn",
                            "2014-09-01"));
        }
    }

    private void corrected(Answered survey, Answered registration) {
        step(
                "survey-correction",
                body(
                        "correctedOn",
                        "2014-07-01",
                        "correctsEventId",
                        event(survey),
                        "reason",
                        "录入有误",
                        "approvedBy",
                        "faults.county-office",
                        "incomeYear",
                        2013,
                        "wageFen",
                        1200_00,
                        "businessFen",
                        0,
                        "transferFen",
                        0,
                        "propertyFen",
                        0,
                        "costFen",
                        0));
        step(
                "causes-correction",
                body(
                        "correctedOn",
                        "2014-07-02",
                        "correctsEventId",
                        event(registration),
                        "reason",
                        "录入有误",
                        "approvedBy",
                        "faults.county-office",
                        "mainCause",
                        "WATER",
                        "otherCauses",
                        List.of()));
        headCorrected();
    }

    /** The head by another name, then by another number. */
    private void headCorrected() {
        var correction =
                body(
                        "identityNumber",
                        numbers.getFirst(),
                        "name",
                        "王晓明",
                        "differsBecause",
                        "号码抄错",
                        "reason",
                        "录入有误",
                        "approvedBy",
                        "faults.county-office",
                        "correctedOn",
                        "2014-07-03");
        step("member-correction", correction);
        var numbered = new LinkedHashMap<>(correction);
        numbered.put("newIdentityNumber", lives.person());
        step("member-correction", numbered);
    }

    private void removed() {
        county(
                "removal",
                body(
                        "cause",
                        "MISIDENTIFIED",
                        "authority",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "removedOn",
                        "2014-11-01"));
    }

    /** It was another household that should have gone. */
    private void endRevoked() {
        county(
                "end-revocation",
                body(
                        "reason",
                        "清退对象有误",
                        "decidedBy",
                        body("body", "县扶贫移民局", "documentNo", "万州扶〔2014〕31号"),
                        "approvedBy",
                        "faults.county-chief",
                        "assumed",
                        false,
                        "revokedOn",
                        "2014-12-01"));
    }

    private void suspended() {
        county(
                "suspension",
                body(
                        "cause",
                        "UNDER_INVESTIGATION",
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "suspendedOn",
                        "2014-11-01"));
    }

    private void resumed() {
        county(
                "resumption",
                body(
                        "grounds",
                        "查无问题",
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "resumedOn",
                        "2014-12-01"));
    }

    /** Its last member was a household of its own; the id of that. */
    private String split() {
        String other = id("household", random);
        county(
                "split",
                body(
                        "newHouseholdId",
                        other,
                        "members",
                        List.of(body("identityNumber", numbers.getLast(), "relation", "HEAD")),
                        "authority",
                        decided("县扶贫移民局"),
                        "reason",
                        "两户误登为一户",
                        "approvedBy",
                        "faults.county-chief",
                        "assumed",
                        false,
                        "splitOn",
                        "2015-02-01"));
        return other;
    }

    /** What was split off is one with this one again. */
    private void merged(String other) {
        lives.done(
                Clerk.COUNTY,
                "household",
                "/households/" + other + "/merger",
                body(
                        "intoHouseholdId",
                        household,
                        "members",
                        List.of(body("identityNumber", numbers.getLast(), "relation", "CHILD")),
                        "authority",
                        decided("县扶贫移民局"),
                        "reason",
                        "一户误登为两户",
                        "approvedBy",
                        "faults.county-chief",
                        "assumed",
                        false,
                        "mergedOn",
                        "2015-03-01"));
    }

    /** With a form that was stored where it comes from. */
    private void moved() {
        step(
                "move",
                body(
                        "evidence",
                        List.of(lives.stored(household)),
                        "region",
                        Lives.NEXT_VILLAGE,
                        "group",
                        "一组",
                        "reason",
                        "RELOCATION",
                        "assumed",
                        false,
                        "movedOn",
                        "2015-01-05"));
    }

    /** Whoever had no number goes by one from now on, and is the head in the end. */
    private void identified(Answered applied) {
        var members = lives.payload("household", event(applied)).path("members");
        String unnumbered = members.get(members.size() - 1).path("personId").asString();
        String number = lives.person();
        step(
                "member-identification",
                body(
                        "personId",
                        unnumbered,
                        "name",
                        "王小宝",
                        "identityNumber",
                        number,
                        "differsBecause",
                        "出生日期登记有误",
                        "assumed",
                        false,
                        "identifiedOn",
                        "2014-10-05"));
        step(
                "head-change",
                body(
                        "newHeadIdentityNumber",
                        number,
                        "relationOfFormerHead",
                        "PARENT",
                        "reason",
                        "原户主年老",
                        "changedOn",
                        "2014-11-05"));
    }

    private void reclassified() {
        county(
                "reclassification",
                body(
                        "householdType",
                        "DIBAO_POOR",
                        "mainCause",
                        "DISABILITY",
                        "otherCauses",
                        List.of("LABOUR"),
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "reclassifiedOn",
                        "2014-10-01"));
    }

    /** An unsafe dwelling whose water is safe, then a dwelling of which nobody says. */
    private void described() {
        described("2014-07-10", body("structure", "EARTH", "dangerGrade", "D"));
        described("2014-09-10", body("structure", "BRICK_CONCRETE"));
    }

    private void described(String on, Map<String, Object> dwelling) {
        step(
                "description",
                body(
                        "details",
                        body("dwelling", dwelling, "water", body("safe", true)),
                        "assumed",
                        false,
                        "describedOn",
                        on));
    }

    /** One loan is repaid in part; another was another household's and is taken back. */
    private void borrows(Answered applied) {
        String head = lives.payload("household", event(applied)).path("head").asString();
        String loan = lent(head, "2014-08-01");
        loanStep(
                Clerk.TOWNSHIP,
                loan,
                "repayment",
                body("amountFen", 20_000_00, "assumed", false, "repaidOn", "2015-08-01"));
        loanStep(
                Clerk.COUNTY,
                lent(head, "2014-09-01"),
                "correction",
                body(
                        "reason",
                        "登错农户",
                        "approvedBy",
                        "faults.county-chief",
                        "correctedOn",
                        "2014-10-01"));
    }

    private String lent(String person, String on) {
        String loan = id("loan", random);
        loanStep(
                Clerk.TOWNSHIP,
                loan,
                "report",
                body(
                        "region",
                        Lives.VILLAGE,
                        "householdId",
                        household,
                        "personId",
                        person,
                        "lender",
                        "农村信用社",
                        "amountFen",
                        50_000_00,
                        "purpose",
                        "养猪",
                        "usedBy",
                        "HOUSEHOLD",
                        "assumed",
                        false,
                        "lentOn",
                        on,
                        "dueOn",
                        "2017-08-01",
                        "announcedOn",
                        on));
        return loan;
    }

    private void loanStep(Clerk clerk, String loan, String step, Map<String, Object> body) {
        lives.done(clerk, "funding", "/loans/" + loan + "/" + step, body);
    }

    private void dissolved() {
        step(
                "dissolution",
                body("cause", "ALL_DECEASED", "assumed", false, "dissolvedOn", "2016-02-01"));
    }

    private Answered step(String step, Map<String, Object> body) {
        return steps.step(step, body);
    }

    private Answered county(String step, Map<String, Object> body) {
        return steps.county(step, body);
    }

    /** The id of the first event that was answered. */
    static String event(Answered answered) {
        return Clients.JSON.readTree(answered.answer()).at("/events/0/id").asString("");
    }
}
