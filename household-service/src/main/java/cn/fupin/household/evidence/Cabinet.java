package cn.fupin.household.evidence;

import static cn.fupin.household.evidence.EvidenceReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.evidence.EvidenceEvent.EvidenceFault;
import cn.fupin.household.evidence.EvidenceFiles.Row;
import cn.fupin.household.vault.FileSeal;
import cn.fupin.household.vault.SealBroken;
import com.google.common.hash.Hashing;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files as they came: sealed before they touch the disk, compared with what the event says when
 * they are taken out. One at a time, since each is held in memory whole.
 */
@Component
class Cabinet {
    private static final int PATIENCE_SECONDS = 20;

    private final FileStore files;
    private final FileSeal seal;
    private final Semaphore turn = new Semaphore(1, true);

    Cabinet(FileStore files, FileSeal seal) {
        this.files = files;
        this.seal = seal;
    }

    static String sha256(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }

    /** Puts the file into its place; nothing happens when it lies there already. */
    void put(String evidenceId, String sha256, byte[] content, List<String> personIds) {
        if (files.has(evidenceId, sha256)) return;
        try {
            files.write(evidenceId, sha256, seal.close(evidenceId, content, personIds));
        } catch (FileSeal.KeyGone gone) {
            throw new Refused(PERSON_WITHOUT_KEY);
        }
    }

    void remove(String evidenceId, String sha256) {
        files.delete(evidenceId, sha256);
    }

    /** As it was stored, or refused: an altered file is shown to nobody. */
    byte[] take(Row row) {
        var content = inTurn(() -> read(row));
        if (content instanceof byte[] plain) return plain;
        throw new Refused(EVIDENCE_MISSING);
    }

    @Nullable EvidenceFault faultOf(Row row) {
        return inTurn(() -> read(row)) instanceof EvidenceFault fault ? fault : null;
    }

    /** The content, or what is wrong with it. */
    private Object read(Row row) {
        try {
            var sealed = files.read(row.evidenceId(), row.sha256());
            if (sealed == null) return EvidenceFault.MISSING;
            var plain = seal.open(row.evidenceId(), sealed, row.personIds());
            return plain.length == row.bytes() && sha256(plain).equals(row.sha256())
                    ? plain
                    : EvidenceFault.ALTERED;
        } catch (SealBroken | UncheckedIOException broken) {
            return EvidenceFault.ALTERED;
        } catch (FileSeal.KeyGone gone) {
            return EvidenceFault.KEY_GONE;
        }
    }

    <T> T inTurn(Callable<T> work) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new Refused(FILES_BUSY);
            try {
                return work.call();
            } finally {
                turn.release();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(FILES_BUSY);
        } catch (Exception e) { // as Callable declares it
            throw new IllegalStateException(e);
        }
    }
}
