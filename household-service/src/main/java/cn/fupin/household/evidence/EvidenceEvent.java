package cn.fupin.household.evidence;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored file's life; the file itself lies sealed outside of the database. */
public sealed interface EvidenceEvent extends Event {
    String evidenceId();

    /**
     * 存入佐证材料: A file was stored.
     *
     * @param sha256 of the file as it came, in hex
     * @param about the stream it is evidence of, such as {@code household-…}; null when nobody says
     * @param personIds whose personal data it holds: erasing one of them closes it for ever
     */
    record EvidenceStored(
            String evidenceId,
            LocalDate occurredOn,
            String region,
            EvidenceKind kind,
            String sha256,
            String mediaType,
            long bytes,
            @Nullable String about,
            @Nullable List<String> personIds)
            implements EvidenceEvent {}

    /** 调阅佐证材料: Somebody was given the file to read. */
    record EvidenceOpened(String evidenceId, LocalDate occurredOn, String openedBy, String reason)
            implements EvidenceEvent {}

    /** 发现佐证材料缺失或被改动: A check found the file gone or not as it was stored. */
    record EvidenceFaultFound(String evidenceId, LocalDate occurredOn, EvidenceFault fault)
            implements EvidenceEvent {}

    /** 缺失, 与存入时不符, 密钥不在. */
    enum EvidenceFault {
        MISSING,
        ALTERED,
        KEY_GONE
    }

    /** 佐证材料恢复完好: A check found it in its place again, as it was stored. */
    record EvidenceRestored(String evidenceId, LocalDate occurredOn) implements EvidenceEvent {}
}
