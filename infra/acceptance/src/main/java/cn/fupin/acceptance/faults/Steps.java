package cn.fupin.acceptance.faults;

import static cn.fupin.acceptance.faults.Lives.body;
import static cn.fupin.acceptance.faults.Lives.decided;
import static cn.fupin.acceptance.faults.Lives.id;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.faults.Clients.Clerk;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A household's steps, and the meetings and notices they stand on. */
record Steps(Lives lives, Random random, String household) {
    Answered step(String step, Map<String, Object> body) {
        return by(Clerk.TOWNSHIP, step, body);
    }

    Answered county(String step, Map<String, Object> body) {
        return by(Clerk.COUNTY, step, body);
    }

    Answered by(Clerk clerk, String step, Map<String, Object> body) {
        return lives.done(clerk, "household", "/households/" + household + "/" + step, body);
    }

    /** All are for it; its id. */
    String meeting(String on) {
        String assessment = id("assessment", random);
        lives.done(
                Clerk.TOWNSHIP,
                "household",
                "/assessments/" + assessment + "/holding",
                body(
                        "region",
                        Lives.VILLAGE,
                        "attendance",
                        40,
                        "ballots",
                        List.of(body("householdId", household, "votesFor", 30, "votesAgainst", 2)),
                        "assumed",
                        false,
                        "heldOn",
                        on));
        return assessment;
    }

    String noticeOver(String kind, String posted, String closed) {
        String id = posted(kind, posted);
        over(id, closed);
        return id;
    }

    void over(String notice, String on) {
        of(notice, "closing", body("assumed", false, "closedOn", on));
    }

    String posted(String kind, String day) {
        String id = id("notice", random);
        lives.done(
                Clerk.TOWNSHIP,
                "household",
                "/notices/" + id + "/posting",
                body(
                        "kind",
                        kind,
                        "region",
                        Lives.VILLAGE,
                        "place",
                        "村务公开栏",
                        "householdIds",
                        List.of(household),
                        "assumed",
                        false,
                        "postedOn",
                        day));
        return id;
    }

    void objected(String notice, String on, boolean upheld) {
        of(
                notice,
                "objections",
                body(
                        "householdId",
                        household,
                        "grounds",
                        "有楼房",
                        "channel",
                        "HOTLINE",
                        "raisedOn",
                        on));
        of(
                notice,
                "objections/settlement",
                body(
                        "householdId",
                        household,
                        "upheld",
                        upheld,
                        "handling",
                        "入户核实",
                        "decidedBy",
                        decided("镇人民政府"),
                        "settledOn",
                        on));
    }

    void of(String notice, String step, Map<String, Object> body) {
        lives.done(Clerk.TOWNSHIP, "household", "/notices/" + notice + "/" + step, body);
    }
}
