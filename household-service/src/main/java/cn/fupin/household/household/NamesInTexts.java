package cn.fupin.household.household;

import cn.fupin.backbone.command.BodyRule;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is written about a household stands in clear for ever, and its members' names are sealed: a
 * text that says one would outlive the key. Offices and decisions are not read for them.
 */
@Component
class NamesInTexts implements BodyRule {
    private static final List<String> TEXTS =
            List.of("reason", "note", "grounds", "handling", "subject", "differsBecause");

    private final KnownPersons persons;

    NamesInTexts(KnownPersons persons) {
        this.persons = persons;
    }

    @Override
    public void check(ObjectNode body) {
        var household = body.path("householdId").asString("");
        if (household.isEmpty()) return;
        var texts = TEXTS.stream().filter(text -> isText(body.path(text))).toList();
        if (texts.isEmpty()) return;
        for (var member : persons.membersOf(household)) {
            for (var text : texts) {
                MemberCorrectionForm.withoutTheName(
                        text, body.path(text).stringValue(), member.name());
            }
        }
    }

    /** And not one of a list's words. */
    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().matches("[A-Z_]*");
    }
}
