package cn.fupin.household.household;

import cn.fupin.backbone.command.BodyRule;
import cn.fupin.household.naming.HelperId;
import cn.fupin.household.vault.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is written about a household or a person stands in clear for ever, and the names of members
 * and helpers are sealed: a text that says one would outlive the key. The same of who did
 * something: that is told by an id, by office or by surname. Offices and decisions are not read for
 * names.
 */
@Component
public final class NamesInTexts implements BodyRule {
    private static final Set<String> TEXTS =
            Set.of("reason", "note", "grounds", "handling", "subject", "differsBecause", "content");

    /** Who did something: one, or a list of them. */
    private static final Set<String> BY_WHOM =
            Set.of("surveyors", "visitedBy", "checkedBy", "checkers", "verifiers", "responsible");

    /** As whoever is not called by name is written, 李某. */
    private static final Pattern SURNAME_ALONE = Pattern.compile("\\p{IsHan}{1,2}某");

    private final KnownPersons persons;

    NamesInTexts(KnownPersons persons) {
        this.persons = persons;
    }

    @Override
    public void check(ObjectNode body) {
        var household = body.path("householdId").asString("");
        if (!household.isEmpty()) {
            check(household, body);
            return;
        }
        var person = body.path("personId").asString("");
        var texts = texts(body);
        if (person.isEmpty() || texts.isEmpty()) return;
        check(texts, Stream.ofNullable(persons.dataOf(person)).toList());
    }

    /** The same where the body does not say which household it is about. */
    public void check(String householdId, ObjectNode body) {
        var texts = texts(body);
        if (!texts.isEmpty()) check(texts, persons.around(householdId));
    }

    private static void check(Map<String, String> texts, List<PersonalData> of) {
        for (var person : of) {
            texts.forEach((field, text) ->
                    MemberCorrectionForm.withoutTheName(field, text, person.name()));
        }
    }

    private static Map<String, String> texts(ObjectNode body) {
        var texts = new LinkedHashMap<String, String>();
        gather("", "", body, texts);
        return texts;
    }

    /**
     * By where each stands in the request.
     *
     * @param field what it is called, or the list it stands in
     */
    private static void gather(String field, String at, JsonNode node, Map<String, String> texts) {
        if (node.isString() && mayName(field, node.stringValue())) {
            texts.put(at, node.stringValue());
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            gather(field, "%s[%d]".formatted(at, i), node.get(i), texts);
        }
        for (var part : node.properties()) {
            var path = at.isEmpty() ? part.getKey() : at + "." + part.getKey();
            gather(part.getKey(), path, part.getValue(), texts);
        }
    }

    /** And is not one of a list's words, an id or a surname, which no full name is. */
    private static boolean mayName(String field, String text) {
        if (TEXTS.contains(field)) return !text.matches("[A-Z_]*");
        return BY_WHOM.contains(field)
                && !HelperId.isAnId(text)
                && !SURNAME_ALONE.matcher(text).matches();
    }
}
