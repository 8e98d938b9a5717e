package cn.fupin.household.intake;

import cn.fupin.backbone.command.BodySeal;
import cn.fupin.backbone.event.EventJson;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names for things of a file that come out the same each time and tell nothing without the vault's
 * key: what a household of a file is called, under which key a command is entered, whether a part
 * is as it was. A household's number in a file may be somebody's identity number.
 */
@Component
class Blind {
    private static final JsonMapper CANONICAL =
            EventJson.MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final BodySeal seal;

    Blind(BodySeal seal) {
        this.seal = seal;
    }

    private byte[] of(String kind, String... parts) {
        return seal.of(
                Hashing.sha256()
                        .hashString(
                                "import " + kind + "\n" + String.join("\n", parts),
                                StandardCharsets.UTF_8)
                        .asBytes());
    }

    String hex(String kind, String... parts) {
        return HexFormat.of().formatHex(of(kind, parts), 0, 16);
    }

    String hex(String kind, String part, JsonNode content) {
        return hex(kind, part, CANONICAL.writeValueAsString(content));
    }

    /** A uuid of version 8: made of what its maker likes. */
    String id(String kind, String... parts) {
        var bits = ByteBuffer.wrap(of(kind, parts));
        return kind
                + "-"
                + new UUID(
                        bits.getLong() & ~0xF000L | 0x8000L,
                        bits.getLong() & ~0xC000000000000000L | 0x8000000000000000L);
    }
}
