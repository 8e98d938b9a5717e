package cn.fupin.acceptance.faults;

import static cn.fupin.acceptance.faults.Lives.body;
import static cn.fupin.acceptance.faults.Lives.decided;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.faults.Clients.Clerk;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A township until it is one with its neighbour: its villages' groups and names, who works there,
 * what is held and counted, its places, and a village that comes out of poverty.
 */
final class TownshipLife {
    private static final String MERGED_ON = "2016-03-01";

    private final Lives lives;
    private final Random random;
    private final String town;
    private final String neighbour;
    private final String merged;

    /**
     * @param number below 32; another one, other places
     */
    TownshipLife(Lives lives, int number) {
        this.lives = lives;
        this.random = new Random(number);
        this.town = town(3 * number);
        this.neighbour = town(3 * number + 1);
        this.merged = town(3 * number + 2);
    }

    /** Of no real place: no township's number begins with a nine. */
    private static String town(int number) {
        return Lives.COUNTY.substring(0, 6) + (900 + number) + "000";
    }

    private static String village(String town) {
        return town.substring(0, 9) + "201";
    }

    void live() {
        listed(town, "2014-01-01");
        listed(neighbour, "2014-01-01");
        grouped();
        worked();
        staffed();
        handedDown();
        opened();
        excluded();
        outOfPoverty();
        merges();
    }

    private void listed(String code, String on) {
        listed(code, "__乡", "TOWNSHIP", Lives.COUNTY, on);
        listed(village(code), "__村", "VILLAGE", code, on);
    }

    private void listed(String code, String name, String level, String parent, String on) {
        at(code, Clerk.COUNTY, "listing", Lives.listing(code, name, level, parent, true, on));
    }

    /** Two groups become one. */
    private void grouped() {
        for (String group : List.of("01", "02")) {
            inVillage(
                    Clerk.COUNTY,
                    "group",
                    body(
                            "group",
                            group,
                            "name",
                            group.equals("01") ? "一组" : "二组",
                            "households",
                            30,
                            "assumed",
                            false,
                            "listedOn",
                            "2014-01-01"));
        }
        inVillage(
                Clerk.COUNTY,
                "group-end",
                body(
                        "group",
                        "01",
                        "successors",
                        List.of("02"),
                        "assumed",
                        false,
                        "endedOn",
                        "2015-01-01"));
        inVillage(
                Clerk.COUNTY,
                "renaming",
                body(
                        "name",
                        "___村",
                        "documentNo",
                        "万州府发〔2015〕3号",
                        "assumed",
                        false,
                        "renamedOn",
                        "2015-02-01"));
    }

    /** What is held and issued; of each the second was another village's. */
    private void worked() {
        inVillage(
                Clerk.TOWNSHIP,
                "facts",
                body(
                        "measure",
                        "arable-land",
                        "value",
                        1234.5,
                        "unit",
                        "mu",
                        "approximate",
                        true,
                        "assumed",
                        false,
                        "asOf",
                        "2014-12-31"));
        for (boolean wrong : List.of(false, true)) {
            int day = wrong ? 2 : 1;
            for (Answered held :
                    List.of(
                            meeting(day),
                            training(day),
                            inspection(day),
                            held("survey-rounds", body("assumed", false), "2014-04-0" + day),
                            document(day))) {
                if (wrong) {
                    inVillage(Clerk.TOWNSHIP, "entry-correction", correction(held));
                }
            }
        }
    }

    private Answered meeting(int day) {
        var meeting = body("kind", "MASSES", "title", "动员会", "attendance", 120, "assumed", false);
        return held("meeting", meeting, "2014-03-0" + day);
    }

    private Answered training(int day) {
        var training = body("classes", 2, "personTimes", 80, "persons", 60, "subject", "养殖技术");
        training.put("assumed", false);
        return held("training", training, "2014-07-0" + day);
    }

    private Answered inspection(int day) {
        var inspection = body("inspectedBy", "县扶贫移民局", "findings", "台账不齐", "assumed", false);
        return held("inspections", inspection, "2014-08-0" + day);
    }

    private Answered held(String what, Map<String, Object> body, String on) {
        body.put("heldOn", on);
        return inVillage(Clerk.TOWNSHIP, what, body);
    }

    private Answered document(int number) {
        return inVillage(
                Clerk.TOWNSHIP,
                "policy-document",
                body(
                        "documentNo",
                        "万州扶〔2014〕%d号".formatted(number),
                        "title",
                        "建档立卡工作方案",
                        "issuedBy",
                        "县扶贫移民局",
                        "assumed",
                        false,
                        "issuedOn",
                        "2014-03-01"));
    }

    private static Map<String, Object> correction(Answered wrong) {
        return body(
                "correctsEventId",
                HouseholdLife.event(wrong),
                "reason",
                "录入有误",
                "approvedBy",
                "faults.county-chief",
                "correctedOn",
                "2014-12-01");
    }

    /** One of two helpers is called away; the unit in contact stays. */
    private void staffed() {
        for (String duty : List.of("staff", "staff-release")) {
            boolean comes = duty.equals("staff");
            var body = body("kind", "HELPER", "persons", comes ? 2 : 1, "assumed", false);
            body.put(comes ? "appointedOn" : "releasedOn", comes ? "2014-05-01" : "2015-05-01");
            if (!comes) {
                body.put("reason", "调离");
            }
            at(town, Clerk.TOWNSHIP, duty, body);
        }
        inVillage(
                Clerk.TOWNSHIP,
                "unit-contact",
                body(
                        "unit",
                        "县安监局",
                        "households",
                        29,
                        "assumed",
                        false,
                        "assignedOn",
                        "2014-06-01"));
    }

    /** What the township has it hands down to its village, once too little; once it was wrong. */
    private void handedDown() {
        Answered allocated =
                quota(town, Clerk.COUNTY, "allocation", allocation(town, 100, "2014-03-01"));
        quota(
                village(town),
                Clerk.TOWNSHIP,
                "handing-down",
                allocation(village(town), 40, "2014-03-05"));
        quota(
                village(town),
                Clerk.TOWNSHIP,
                "handing-down-adjustment",
                body(
                        "persons",
                        50,
                        "ceilingPersons",
                        50,
                        "reason",
                        "邻村调剂",
                        "documentNo",
                        "__乡发〔2014〕9号",
                        "decidedBy",
                        decided("镇人民政府"),
                        "assumed",
                        false,
                        "adjustedOn",
                        "2014-04-01"));
        var correction = correction(allocated);
        correction.put("persons", 110);
        correction.put("ceilingPersons", 110);
        quota(town, Clerk.COUNTY, "correction", correction);
    }

    private static Map<String, Object> allocation(String region, int persons, String on) {
        return body(
                "region",
                region,
                "year",
                2014,
                "persons",
                persons,
                "ceilingPersons",
                persons,
                "decidedBy",
                decided("县扶贫移民局"),
                "assumed",
                false,
                "allocatedOn",
                on);
    }

    /** A batch of applications and a round that are over. */
    private void opened() {
        String batch = "/batches/" + id("batch");
        done(
                Clerk.TOWNSHIP,
                batch + "/opening",
                body(
                        "region",
                        village(town),
                        "year",
                        2014,
                        "title",
                        "首批申请",
                        "appliesFrom",
                        "2014-04-01",
                        "appliesUntil",
                        "2014-04-30",
                        "assumed",
                        false,
                        "openedOn",
                        "2014-03-25"));
        done(Clerk.TOWNSHIP, batch + "/closing", body("assumed", false, "closedOn", "2014-05-10"));
        String round = "/rounds/" + id("round");
        done(
                Clerk.COUNTY,
                round + "/opening",
                body(
                        "region",
                        town,
                        "name",
                        "回头看",
                        "rules",
                        List.of(
                                body(
                                        "code",
                                        "BOUGHT_A_HOUSE",
                                        "direction",
                                        "LEAVE",
                                        "text",
                                        "购建商品房的退出")),
                        "assumed",
                        false,
                        "openedOn",
                        "2015-08-01"));
        done(Clerk.COUNTY, round + "/closing", body("assumed", false, "closedOn", "2016-02-01"));
    }

    /** An item of the township's own, held against for a year. */
    private void excluded() {
        done(
                Clerk.COUNTY,
                "/exclusion-items/exclusionitem-" + town + "-SHOP/enactment",
                body(
                        "region",
                        town,
                        "code",
                        "SHOP",
                        "name",
                        "有商铺",
                        "list",
                        "不动产登记",
                        "source",
                        "县实施细则",
                        "assumed",
                        false,
                        "effectiveFrom",
                        "2014-02-01"));
        String rule = "/exclusions/" + id("exclusion");
        done(
                Clerk.COUNTY,
                rule + "/enactment",
                body(
                        "region",
                        town,
                        "item",
                        "SHOP",
                        "effect",
                        "REFUSE",
                        "text",
                        "有商铺的不进",
                        "source",
                        "县实施细则",
                        "assumed",
                        false,
                        "effectiveFrom",
                        "2014-02-01"));
        done(
                Clerk.COUNTY,
                rule + "/ending",
                body("decidedBy", decided("县扶贫移民局"), "assumed", false, "endsOn", "2015-02-01"));
    }

    /** Its team stays until the village is out of poverty. */
    private void outOfPoverty() {
        enacted();
        inVillage(Clerk.COUNTY, "poor-village", Lives.identification());
        inVillage(
                Clerk.TOWNSHIP,
                "work-team",
                body(
                        "team",
                        "县林业局驻村工作队",
                        "kind",
                        "RESIDENT",
                        "level",
                        "COUNTY",
                        "units",
                        List.of("县林业局", "县农业局"),
                        "assumed",
                        false,
                        "formedOn",
                        "2014-06-10"));
        inVillage(
                Clerk.COUNTY,
                "poor-village-exit",
                body(
                        "poorPersons",
                        19,
                        "denominatorPersons",
                        1000,
                        "denominator",
                        "RURAL",
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        false,
                        "exitedOn",
                        "2016-01-10"));
        inVillage(
                Clerk.COUNTY,
                "village-exit-recheck",
                body(
                        "confirmed",
                        true,
                        "decidedBy",
                        decided("市扶贫办"),
                        "assumed",
                        false,
                        "recheckedOn",
                        "2016-02-01"));
        inVillage(
                Clerk.TOWNSHIP,
                "work-team-withdrawal",
                body(
                        "team",
                        "县林业局驻村工作队",
                        "reason",
                        "村已退出",
                        "decidedBy",
                        decided("县委组织部"),
                        "assumed",
                        false,
                        "withdrawnOn",
                        "2016-02-10"));
    }

    /** The township's own line and threshold, each with a slip of the pen. */
    private void enacted() {
        String code = "village-exit-incidence-max-basis-points";
        String rule = "/rules/rule-%s-%s/".formatted(town, code);
        var correction =
                correction(
                        done(
                                Clerk.COUNTY,
                                rule + "enactment",
                                Lives.rule(town, code, 20, "basis-point")));
        correction.put("value", 200);
        correction.put("source", "县工作方案");
        done(Clerk.COUNTY, rule + "correction", correction);
        String line = "/poverty-lines/povertyline-%s-2014/".formatted(town);
        correction =
                correction(
                        done(
                                Clerk.COUNTY,
                                line + "setting",
                                Lives.line(town, 2014, 208000, "DISPOSABLE_INCOME")));
        correction.put("lineFenPerYear", 280000);
        correction.put("incomeConcept", "DISPOSABLE_INCOME");
        done(Clerk.COUNTY, line + "correction", correction);
    }

    /** Both townships are one from now on, and so are their villages. */
    private void merges() {
        listed(merged, MERGED_ON);
        for (String ended : List.of(town, neighbour)) {
            superseded(village(ended), village(merged));
            superseded(ended, merged);
        }
    }

    private void superseded(String ended, String successor) {
        at(
                ended,
                Clerk.COUNTY,
                "succession",
                body(
                        "successors",
                        List.of(successor),
                        "documentNo",
                        "渝府〔2016〕2号",
                        "assumed",
                        false,
                        "supersededOn",
                        MERGED_ON));
    }

    private String id(String kind) {
        return Lives.id(kind, random);
    }

    private Answered inVillage(Clerk clerk, String step, Map<String, Object> body) {
        return at(village(town), clerk, step, body);
    }

    private Answered at(String region, Clerk clerk, String step, Map<String, Object> body) {
        return done(clerk, "/regions/region-" + region + "/" + step, body);
    }

    private Answered quota(String region, Clerk clerk, String step, Map<String, Object> body) {
        return done(clerk, "/quotas/quota-" + region + "-2014/" + step, body);
    }

    private Answered done(Clerk clerk, String path, Map<String, Object> body) {
        return lives.done(clerk, "household", path, body);
    }
}
