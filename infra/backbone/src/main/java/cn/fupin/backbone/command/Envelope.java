package cn.fupin.backbone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What travels beside a command into the metadata of its events. */
record Envelope(
        String key,
        Entry entry,
        @Nullable Long expectedSequence,
        @Nullable String causationId,
        @Nullable String correlationId) {
    static final String COMMAND_ID = "commandId";
    static final String BODY_SHA256 = "bodySha256";

    Map<String, Object> metadata(byte[] bodySha256) {
        var metadata = new LinkedHashMap<String, Object>(events());
        metadata.put(BODY_SHA256, bodySha256);
        if (expectedSequence != null) {
            metadata.put(ExpectedSequence.METADATA, expectedSequence);
        }
        return metadata;
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
