package cn.fupin.household.document;

import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.document.Names.Revealed;
import cn.fupin.household.person.PersonEvent.PersonalField;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names for a form in full: each member's data, and the helper's name and phone, are revealed as
 * they would be to the caller, with the caller's role and reason, and so recorded in that person's
 * stream before they stand on any paper.
 */
@Component
class Revealing {
    /** The reveal of one of the members was refused; what the door answered. */
    static final class NotRevealed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Entrance.Reply reply;

        NotRevealed(Entrance.Reply reply) {
            super("not revealed", null, false, false);
            this.reply = reply;
        }

        Entrance.Reply reply() {
            return reply;
        }
    }

    private static final List<PersonalField> OF_HELPERS =
            List.of(PersonalField.NAME, PersonalField.PHONE);
    private static final int FORBIDDEN = 403;

    private final Entrance entrance;
    private final Streams streams;

    Revealing(Entrance entrance, Streams streams) {
        this.entrance = entrance;
        this.streams = streams;
    }

    /**
     * @param headers the caller's, by lower-case name
     * @throws NotRevealed when one of them is refused; those before it are revealed and recorded
     */
    Names of(
            Dossier dossier,
            List<PersonalField> fields,
            String reason,
            Map<String, String> headers) {
        var persons = dossier.members().stream().map(Dossier.Resident::personId).toList();
        var erased = streams.erased(dossier.personIds());
        var now = streams.identified(persons);
        var revealed = new HashMap<String, Revealed>();
        for (var person : persons) {
            if (erased.contains(person)) continue;
            var asked = now.getOrDefault(person, person);
            revealed.put(person, reveal(asked, fields, reason, headers));
        }
        var helpers = streams.helpers(dossier.helperIds(), dossier.asOf());
        erased.addAll(
                streams.erased(helpers.values().stream().map(n -> n.said().personId()).toList()));
        var named = dossier.helper() == null ? null : helpers.get(dossier.helper().helperId());
        var person = named == null ? null : named.said().personId();
        if (person != null && !erased.contains(person)) {
            var told = helper(person, reason, headers);
            if (told != null) revealed.put(person, told);
        }
        return new Names(revealed, erased, helpers);
    }

    /**
     * A household's form does not wait for a helper of a place that is not the caller's: such a one
     * stays masked, null here, and the attempt is kept as any that is denied.
     */
    private @Nullable Revealed helper(String person, String reason, Map<String, String> headers) {
        try {
            return reveal(person, OF_HELPERS, reason, headers);
        } catch (NotRevealed e) {
            if (e.reply().status() == FORBIDDEN) return null;
            throw e;
        }
    }

    private Revealed reveal(
            String person, List<PersonalField> fields, String reason, Map<String, String> headers) {
        var body = EventJson.MAPPER.createObjectNode();
        var asked = body.putArray("fields");
        fields.forEach(field -> asked.add(field.name()));
        body.put("purpose", "DOCUMENT").put("reason", reason);
        var own = new HashMap<>(headers);
        own.put("idempotency-key", key(headers.getOrDefault("idempotency-key", ""), person));
        var reply = entrance.enter("/persons/" + person + "/reveal", own, body);
        // the same key has been answered before: what was told then is told nobody again
        if (!reply.done() || !(reply.json().path("told") instanceof ObjectNode told)) {
            throw new NotRevealed(reply);
        }
        return new Revealed(
                text(told, PersonalField.NAME),
                text(told, PersonalField.IDENTITY_NUMBER),
                text(told, PersonalField.PHONE),
                text(told, PersonalField.CARD_NUMBER),
                text(told, PersonalField.DISABILITY_CERTIFICATE));
    }

    /** One for each person, and the same again for the same request. */
    private static String key(String key, String person) {
        var name = (key + "\n" + person).getBytes(StandardCharsets.UTF_8);
        return "document-" + UUID.nameUUIDFromBytes(name);
    }

    private static @Nullable String text(JsonNode told, PersonalField field) {
        var value = told.path(field.name());
        return value.isString() ? value.stringValue() : null;
    }
}
