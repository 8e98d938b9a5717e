package cn.fupin.acceptance.audit;

import static cn.fupin.acceptance.audit.FactRules.fact;

import cn.fupin.acceptance.audit.FactRules.Rule;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Whether the work is done well: complaints, files looked through and put right, helpers judged.
 */
final class OversightRules {
    static final String SAMPLED = "regions.sampled_households";

    private OversightRules() {}

    static void add(Consumer<Rule> add) {
        add.accept(complaint("ComplaintReceived", "RECEIVED"));
        add.accept(complaint("ComplaintHandled", "HANDLED"));
        add.accept(new Rule("household", "ArchivesSampled", SAMPLED, OversightRules::sampled));
        add.accept(
                fact(
                        "household",
                        "FaultsRectified",
                        "regions.faults_rectified",
                        r ->
                                r.region()
                                        .text("household_id", "householdId")
                                        .text("rectified_by", "by")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "HelperAppraised",
                        "regions.helper_appraisals",
                        r ->
                                r.region()
                                        .text("helper_id", "helperId")
                                        .number("year", "year")
                                        .text("grade", "grade")
                                        .flag("assumed")));
    }

    private static Rule complaint(String type, String step) {
        return fact(
                "household",
                type,
                "regions.complaint_steps",
                r ->
                        r.region()
                                .is("step", step)
                                .text("subject", "subject")
                                .text("outcome", "outcome")
                                .flag("assumed"));
    }

    /** Each household once that was looked at, in whose files all was right too. */
    private static void sampled(Told told, FactRules.Into into) {
        Map<String, Long> faults = new TreeMap<>();
        for (JsonNode household : told.payload().path("householdIds")) {
            faults.put(household.asString(""), 0L);
        }
        for (JsonNode found : told.payload().path("found")) {
            faults.merge(found.path("householdId").asString(""), 1L, Long::sum);
        }
        faults.forEach((household, many) ->
                into.row()
                        .fact()
                        .region()
                        .is("household_id", household)
                        .is("faults", Long.toString(many))
                        .text("sampled_by", "by")
                        .flag("assumed"));
    }
}
