package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Located;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.evidence.EvidenceEvent.EvidenceFault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface EvidenceCommand extends Command {
    String evidenceId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return evidenceId();
    }

    default LocalDate today() {
        return Shanghai.dateOf(receivedAt());
    }

    /** The file lies sealed in its place already; without this nobody knows of it. */
    @Needs(permission = "evidence.store", region = Needs.Region.COMMAND)
    record StoreEvidence(
            String evidenceId,
            String region,
            EvidenceKind kind,
            String sha256,
            String mediaType,
            long bytes,
            @Nullable String about,
            @Nullable List<String> personIds,
            Instant receivedAt)
            implements EvidenceCommand, Located {
        private static final int MOST_PERSONS = 30;

        public StoreEvidence {
            new Evidence(evidenceId, kind, sha256, mediaType, bytes);
            Check.region("region", region);
            if (about != null) checkStream("about", about);
            if (personIds != null) {
                Check.size("personIds", personIds, 1, MOST_PERSONS);
                Check.distinct("personIds", personIds);
                personIds.forEach(id -> Check.id("person", "personIds", id));
                personIds = List.copyOf(personIds);
            }
        }

        static void checkStream(String field, String id) {
            if (!id.matches("[a-z]{1,20}-[0-9a-z-]{1,60}")) {
                throw new Malformed(field, "stream-id", "应为档案编号", "must be the id of a stream");
            }
        }
    }

    @Needs(permission = "evidence.open")
    record OpenEvidence(String evidenceId, String reason, String enteredBy, Instant receivedAt)
            implements EvidenceCommand {
        public OpenEvidence {
            Check.id("evidence", "evidenceId", evidenceId);
            Check.text("reason", reason, 500);
        }
    }

    /**
     * @param fault null when all is well
     */
    @Needs(permission = "evidence.check")
    record TellFinding(String evidenceId, @Nullable EvidenceFault fault, Instant receivedAt)
            implements EvidenceCommand {}
}
