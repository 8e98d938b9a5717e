package cn.fupin.townships;

import cn.fupin.townships.TownshipFileRefused.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a schema cannot say of a township. Whatever a service would refuse half-way is better
 * refused before anything is sent.
 */
final class Semantics {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Semantics() {}

    enum How {
        /** Everything but whether the counts can be met, which takes long. */
        TRUSTED,
        WHOLLY
    }

    static List<Problem> problems(
            Township township, JsonNode tree, LocalDate today, Locations locations, How how) {
        var findings = new Findings(township);
        new PlaceChecks(findings).check();
        new PeopleChecks(findings).check();
        new LifeChecks(findings).check();
        new MoneyChecks(findings).check();
        new ProjectChecks(findings).check();
        new ClaimChecks(findings).check();
        notAhead("", tree, today, findings);
        if (how == How.WHOLLY && findings.none()) {
            countable(township, findings);
        }
        return findings.problems(locations);
    }

    /** Whether households can be made as the file counts them is seen by making them. */
    private static void countable(Township township, Findings findings) {
        try {
            Synthesiser.people(township);
        } catch (Impossible impossible) {
            findings.find(impossible.pointer, impossible.zh, impossible.en);
        }
    }

    /** A file tells facts, so none of its dates lies ahead. */
    private static void notAhead(String at, JsonNode node, LocalDate today, Findings findings) {
        if (node.isObject()) {
            node.properties()
                    .forEach(p -> notAhead(at + "/" + p.getKey(), p.getValue(), today, findings));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                notAhead(at + "/" + i, node.get(i), today, findings);
            }
        } else if (node.isString()
                && DATE.matcher(node.stringValue()).matches()
                // ISO dates sort as they follow, and what is no date was refused by the schema
                && node.stringValue().compareTo(today.toString()) > 0) {
            findings.find(at, "日期晚于今天", "the date is after today");
        }
    }
}
