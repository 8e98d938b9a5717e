package cn.fupin.backbone.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside a command into the metadata of its events.
 *
 * @param rules what is asked of its texts, once it is allowed and would be done
 */
record Envelope(
        String key,
        Entry entry,
        @Nullable Long expectedSequence,
        @Nullable String causationId,
        @Nullable String correlationId,
        @Nullable Access access,
        Runnable rules) {
    static final String COMMAND_ID = "commandId";
    static final String BODY_SHA256 = "bodySha256";
    static final String RULES = "rules";

    Map<String, Object> metadata(byte[] bodySha256) {
        var metadata = new LinkedHashMap<String, Object>(events());
        metadata.put(BODY_SHA256, bodySha256);
        metadata.put(RULES, rules);
        if (expectedSequence != null) {
            metadata.put(ExpectedSequence.METADATA, expectedSequence);
        }
        if (access != null) metadata.put(Access.METADATA, access);
        return metadata;
    }

    /** Who sends it, by the headers. */
    static Actor actor(Map<String, String> headers) {
        var actor =
                new Actor(
                        header(headers, "Fupin-Actor"),
                        header(headers, "Fupin-Role"),
                        header(headers, "Fupin-Region"));
        if (PersonalNumbers.in(actor.id())) throw personalNumber("Fupin-Actor");
        if (PersonalNumbers.in(actor.role())) throw personalNumber("Fupin-Role");
        return actor;
    }

    static Actor actorOf(Map<String, ?> metadata) {
        return new Actor(
                String.valueOf(metadata.get("actorId")),
                String.valueOf(metadata.get("actorRole")),
                String.valueOf(metadata.get("actorRegion")));
    }

    static String header(Map<String, String> headers, String name) {
        var value = headers.get(name.toLowerCase(Locale.ROOT));
        if (value == null || value.isBlank())
            throw new Malformed(name, "required", "请求头必填", "header is required");
        return value;
    }

    static Malformed personalNumber(String header) {
        return new Malformed(
                header,
                "personal-number",
                "不得出现身份证号、手机号或银行卡号",
                "must not contain an identity, phone or card number");
    }

    /** The part that every event carries. Without a cause named, the command is its own. */
    private Map<String, String> events() {
        return Map.of(
                COMMAND_ID,
                key,
                "actorId",
                entry.actor().id(),
                "actorRole",
                entry.actor().role(),
                "actorRegion",
                entry.actor().region(),
                "receivedAt",
                entry.receivedAt().toString(),
                "causationId",
                causationId == null ? key : causationId,
                "correlationId",
                correlationId == null ? key : correlationId);
    }

    static final Set<String> ON_EVENTS =
            Set.of(
                    COMMAND_ID,
                    "actorId",
                    "actorRole",
                    "actorRegion",
                    "receivedAt",
                    "causationId",
                    "correlationId");
}
