package cn.fupin.acceptance.faults;

import static cn.fupin.acceptance.faults.Lives.body;
import static cn.fupin.acceptance.faults.Lives.decided;

import cn.fupin.acceptance.audit.Evidence.Answered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a household comes out of poverty, is watched, and is poor again.
 *
 * @param signer who signs for it, by the identity number
 */
record OutOfPoverty(Steps steps, String signer) {
    /** To exit this year, next year, this year after all; proposed too early. */
    void nearlyExited() {
        planned("exit-plan", "year", 2014, "plannedOn", "2014-07-01");
        planned("exit-plan-dropping", "reason", "收入不稳", "droppedOn", "2014-08-01");
        planned("exit-plan", "year", 2014, "plannedOn", "2014-08-20");
        planned("exit-proposal", "assumed", false, "proposedOn", "2014-09-01");
        planned("exit-withdrawal", "reason", "收入未核实", "withdrawnOn", "2014-09-05");
    }

    private void planned(String step, String what, Object said, String when, String day) {
        var body = body(what, said, when, day, "decidedBy", decided("村委会"));
        body.put("assumed", false);
        steps.step(step, body);
    }

    void exited() {
        steps.step("exit-proposal", body("decidedBy", decided("村委会"), "proposedOn", "2014-10-01"));
        steps.step("exit-assessment", body("assessmentId", steps.meeting("2014-10-02")));
        steps.step(
                "exit-verification",
                body(
                        "verifiers",
                        List.of("李某", "张某", "陈某"),
                        "incomeYear",
                        2014,
                        "incomeFenPerHead",
                        3000_00,
                        "assurances",
                        assured(),
                        "verifiedOn",
                        "2014-10-05"));
        steps.step(
                "exit-agreement", body("signedByIdentityNumber", signer, "agreedOn", "2014-10-06"));
        String notice = steps.posted("EXIT", "2014-10-07");
        steps.objected(notice, "2014-10-09", false);
        steps.over(notice, "2014-10-15");
        steps.county(
                "exit",
                body("noticeId", notice, "decidedBy", decided("县扶贫移民局"), "exitedOn", "2014-10-15"));
    }

    private static Map<String, Object> assured() {
        var assured = new LinkedHashMap<String, Object>();
        for (String what :
                List.of("food", "clothing", "education", "medical", "housing", "water")) {
            assured.put(what, true);
        }
        return assured;
    }

    void released(String on) {
        steps.step(
                "helper-release",
                body(
                        "reason",
                        "过渡期满",
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "releasedOn",
                        on));
    }

    void exitRevoked() {
        steps.county(
                "exit-revocation",
                body(
                        "reason",
                        "住房不安全",
                        "decidedBy",
                        body("body", "县扶贫移民局", "documentNo", "万州扶〔2015〕3号"),
                        "approvedBy",
                        "faults.county-chief",
                        "assumed",
                        false,
                        "revokedOn",
                        "2015-05-01"));
    }

    /** What is said first comes to nothing; what is said then is confirmed. */
    void watched(String kind) {
        clue("2017-02-15");
        steps.step(
                "monitoring-dismissal",
                body(
                        "reason",
                        "查无问题",
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "dismissedOn",
                        "2017-02-20"));
        clue("2017-03-01");
        steps.step(
                "monitoring-check",
                body(
                        "checkers",
                        List.of("李某"),
                        "authorisationSignedByIdentityNumber",
                        signer,
                        "incomeYear",
                        2016,
                        "incomeFenPerHead",
                        3500_00,
                        "risk",
                        "ILLNESS",
                        "assumed",
                        false,
                        "checkedOn",
                        "2017-03-02"));
        steps.step("monitoring-assessment", body("assessmentId", steps.meeting("2017-03-02")));
        String notice = steps.noticeOver("MONITORING", "2017-03-03", "2017-03-09");
        steps.county(
                "monitoring",
                body(
                        "kind",
                        kind,
                        "noticeId",
                        notice,
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "confirmedOn",
                        "2017-03-09"));
    }

    private void clue(String on) {
        steps.step(
                "monitoring-clue",
                body("source", "DEPARTMENT_WARNING", "assumed", false, "raisedOn", on));
    }

    void riskEliminated() {
        steps.county(
                "risk-elimination",
                body(
                        "incomeYear",
                        2017,
                        "incomeFenPerHead",
                        6000_00,
                        "assurances",
                        assured(),
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "eliminatedOn",
                        "2018-03-01"));
    }

    /** The risk was gone; it is poor again all the same, as is found at the second attempt. */
    void returns() {
        riskEliminated();
        nearlyBack("2018-04");
        steps.step(
                "relapse-withdrawal",
                body(
                        "reason",
                        "收入核实有误",
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "withdrawnOn",
                        "2018-04-22"));
        String second = nearlyBack("2018-05");
        Answered relapse =
                steps.county(
                        "relapse",
                        body(
                                "noticeId",
                                second,
                                "cause",
                                "ILLNESS",
                                "incomeYear",
                                2017,
                                "incomeFenPerHead",
                                1000_00,
                                "quotaYear",
                                2018,
                                "decidedBy",
                                decided("县扶贫移民局"),
                                "assumed",
                                false,
                                "relapsedOn",
                                "2018-05-20"));
        steps.step(
                "relapse-income-correction",
                body(
                        "correctsEventId",
                        HouseholdLife.event(relapse),
                        "incomeYear",
                        2017,
                        "incomeFenPerHead",
                        1200_00,
                        "reason",
                        "录入有误",
                        "approvedBy",
                        "faults.county-office",
                        "correctedOn",
                        "2018-06-01"));
    }

    /** Everything but the county's decision, within a month; the second notice. */
    private String nearlyBack(String month) {
        steps.step(
                "relapse-proposal",
                body(
                        "cause",
                        "ILLNESS",
                        "decidedBy",
                        decided("村委会"),
                        "assumed",
                        false,
                        "proposedOn",
                        month + "-01"));
        steps.step("relapse-assessment", body("assessmentId", steps.meeting(month + "-02")));
        steps.step(
                "relapse-review",
                body(
                        "noticeId",
                        steps.noticeOver("FIRST", month + "-03", month + "-11"),
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "reviewedOn",
                        month + "-11"));
        return steps.noticeOver("SECOND", month + "-12", month + "-20");
    }
}
