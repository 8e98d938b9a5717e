package cn.fupin.household.evidence;

import static cn.fupin.household.evidence.EvidenceReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.evidence.EvidenceCommand.*;
import cn.fupin.household.evidence.EvidenceEvent.*;
import cn.fupin.household.evidence.StoredFile.Stored;
import java.util.List;

/** Stored once; every opening and every change of what a check finds is a fact. */
enum EvidenceDecider implements Decider<EvidenceCommand, StoredFile, EvidenceEvent> {
    INSTANCE;

    @Override
    public StoredFile initial() {
        return new StoredFile.None();
    }

    @Override
    public List<EvidenceEvent> decide(EvidenceCommand command, StoredFile state) {
        return List.of(
                switch (command) {
                    case StoreEvidence c -> store(c, state);
                    case OpenEvidence c ->
                            new EvidenceOpened(
                                    stored(c, state), c.today(), c.enteredBy(), c.reason());
                    case TellFinding c -> tell(c, state);
                });
    }

    private static EvidenceStored store(StoreEvidence c, StoredFile state) {
        if (state instanceof Stored) throw new Refused(ALREADY_STORED);
        return new EvidenceStored(
                c.evidenceId(),
                c.today(),
                c.region(),
                c.kind(),
                c.sha256(),
                c.mediaType(),
                c.bytes(),
                c.about(),
                c.personIds());
    }

    private static EvidenceEvent tell(TellFinding c, StoredFile state) {
        var id = stored(c, state);
        if (c.fault() == ((Stored) state).fault()) throw new Refused(SAME_AS_FOUND_BEFORE);
        return c.fault() == null
                ? new EvidenceRestored(id, c.today())
                : new EvidenceFaultFound(id, c.today(), c.fault());
    }

    private static String stored(EvidenceCommand c, StoredFile state) {
        if (!(state instanceof Stored)) throw new Refused(EVIDENCE_NOT_STORED);
        return c.evidenceId();
    }

    @Override
    public StoredFile evolve(StoredFile state, EvidenceEvent event) {
        return StoredFile.evolve(state, event);
    }

    @Override
    public String region(StoredFile state) {
        return ((Stored) state).region();
    }
}
