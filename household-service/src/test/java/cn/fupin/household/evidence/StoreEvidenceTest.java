package cn.fupin.household.evidence;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.evidence.EvidenceReason.*;

import cn.fupin.household.evidence.EvidenceCommand.*;
import cn.fupin.household.evidence.EvidenceEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreEvidenceTest {
    private static final String ID = "evidence-018e0a6c-0000-4000-8000-000000000006";
    private static final String PERSON = "person-018e0a6c-0000-4000-8000-000000000004";
    private static final Instant RECEIVED = Instant.parse("2016-06-30T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2016-06-30");
    private static final EvidenceStored STORED =
            new EvidenceStored(
                    ID,
                    TODAY,
                    "513423199201",
                    EvidenceKind.FORM,
                    "0".repeat(64),
                    MediaTypes.PDF,
                    7,
                    null,
                    List.of(PERSON));

    private static TellFinding found(@Nullable EvidenceFault fault) {
        return new TellFinding(ID, fault, RECEIVED);
    }

    @Test
    void it_is_stored_once() {
        var store =
                new StoreEvidence(
                        ID,
                        "513423199201",
                        EvidenceKind.FORM,
                        "0".repeat(64),
                        MediaTypes.PDF,
                        7,
                        null,
                        List.of(PERSON),
                        RECEIVED);
        given(EvidenceDecider.INSTANCE).when(store).then(STORED);
        given(EvidenceDecider.INSTANCE, STORED).when(store).refused(ALREADY_STORED);
    }

    @Test
    void every_opening_is_recorded() {
        given(EvidenceDecider.INSTANCE, STORED)
                .when(new OpenEvidence(ID, "抽查", "auditor-1", RECEIVED))
                .then(new EvidenceOpened(ID, TODAY, "auditor-1", "抽查"));
        given(EvidenceDecider.INSTANCE)
                .when(new OpenEvidence(ID, "抽查", "auditor-1", RECEIVED))
                .refused(EVIDENCE_NOT_STORED);
    }

    @Test
    void what_a_check_finds_is_a_fact_when_it_changes() {
        var missing = new EvidenceFaultFound(ID, TODAY, EvidenceFault.MISSING);
        given(EvidenceDecider.INSTANCE, STORED).when(found(EvidenceFault.MISSING)).then(missing);
        given(EvidenceDecider.INSTANCE, STORED, missing)
                .when(found(EvidenceFault.MISSING))
                .refused(SAME_AS_FOUND_BEFORE);
        given(EvidenceDecider.INSTANCE, STORED, missing)
                .when(found(EvidenceFault.ALTERED))
                .then(new EvidenceFaultFound(ID, TODAY, EvidenceFault.ALTERED));
        given(EvidenceDecider.INSTANCE, STORED, missing)
                .when(found(null))
                .then(new EvidenceRestored(ID, TODAY));
        given(EvidenceDecider.INSTANCE, STORED).when(found(null)).refused(SAME_AS_FOUND_BEFORE);
    }
}
