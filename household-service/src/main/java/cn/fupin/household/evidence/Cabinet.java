package cn.fupin.household.evidence;

import static cn.fupin.household.evidence.EvidenceReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.evidence.EvidenceEvent.EvidenceFault;
import cn.fupin.household.evidence.EvidenceFiles.Row;
import cn.fupin.household.vault.FileSeal;
import cn.fupin.household.vault.SealBroken;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files as they came: sealed before they touch the disk, compared with what the event says when
 * they are taken out. One at a time, since each is held in memory whole.
 */
@Component
class Cabinet {
    @FunctionalInterface
    interface Receiving<T> {
        T done() throws IOException;
    }

    private static final int PATIENCE_SECONDS = 20;
    private static final int MIB = 1 << 20;

    /** What may be held in memory of files that are still coming in. */
    private static final int MOST_RECEIVED_MIB = 40;

    private final FileStore files;
    private final FileSeal seal;
    private final Semaphore turn = new Semaphore(1, true);
    private final Semaphore received = new Semaphore(MOST_RECEIVED_MIB, true);

    Cabinet(FileStore files, FileSeal seal) {
        this.files = files;
        this.seal = seal;
    }

    static String sha256(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }

    /**
     * Puts a file nobody knows of yet into its place, over what an earlier try may have left there:
     * that was perhaps sealed with other persons' keys.
     */
    void put(String evidenceId, String sha256, byte[] content, List<String> personIds) {
        try {
            files.write(evidenceId, sha256, seal.close(evidenceId, content, personIds));
        } catch (FileSeal.KeyGone gone) {
            throw new Refused(PERSON_WITHOUT_KEY);
        }
    }

    /** Puts a file that is known back into its place when it is missing there or was altered. */
    void putBack(Row row, String sha256, byte[] content) {
        if (row.erased() || !row.sha256().equals(sha256)) return;
        var found = read(row);
        if (found == EvidenceFault.MISSING || found == EvidenceFault.ALTERED) {
            put(row.evidenceId(), sha256, content, row.personIds());
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

    /**
     * Takes in what comes over the network, as slowly as it comes, and holds up nobody who works
     * with the files meanwhile.
     *
     * @param bytes how many are announced, negative when nobody says
     */
    <T> T receiving(long bytes, Receiving<T> work) throws IOException {
        var most = Evidence.MOST_BYTES / MIB;
        var room = bytes < 0 ? most : (int) Math.min(most, 1 + bytes / MIB);
        enter(received, room);
        try {
            return work.done();
        } finally {
            received.release(room);
        }
    }

    <T> T inTurn(Supplier<T> work) {
        enter(turn, 1);
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private static void enter(Semaphore gate, int permits) {
        try {
            if (gate.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(FILES_BUSY);
    }
}
