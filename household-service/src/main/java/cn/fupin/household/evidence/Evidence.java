package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Check;

/**
 * A stored file as a command and its event name it, word for word what {@code POST /evidence}
 * answered: digest, type and size stand in the event, so that a file put in its place is found out.
 * Whether the store has it is asked where the event is appended, of every event that names one.
 */
public record Evidence(
        String evidenceId, EvidenceKind kind, String sha256, String mediaType, long bytes) {
    public Evidence {
        Check.id("evidence", "evidenceId", evidenceId);
        Check.sha256("sha256", sha256);
        Check.text("mediaType", mediaType, 100);
        Check.range("bytes", bytes, 1, MOST_BYTES);
    }

    /** A thick set of scanned minutes is far below this. */
    public static final int MOST_BYTES = 20 << 20;
}
