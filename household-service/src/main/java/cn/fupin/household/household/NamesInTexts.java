package cn.fupin.household.household;

import cn.fupin.backbone.command.BodyRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var texts = new LinkedHashMap<String, String>();
        gather("", body, texts);
        if (texts.isEmpty()) return;
        for (var member : persons.membersOf(household)) {
            texts.forEach((field, text) ->
                    MemberCorrectionForm.withoutTheName(field, text, member.name()));
        }
    }

    /** By where each stands in the request. */
    private static void gather(String at, JsonNode node, Map<String, String> texts) {
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            gather("%s[%d]".formatted(at, i), node.get(i), texts);
        }
        for (var field : node.properties()) {
            var path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            if (TEXTS.contains(field.getKey()) && isText(field.getValue())) {
                texts.put(path, field.getValue().stringValue());
            }
            gather(path, field.getValue(), texts);
        }
    }

    /** And not one of a list's words. */
    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().matches("[A-Z_]*");
    }
}
