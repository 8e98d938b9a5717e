package cn.fupin.household.intake;

import static cn.fupin.household.intake.ImportReason.DESK_BUSY;

import cn.fupin.backbone.command.Refused;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where files are read: each is held in memory with all its rows, so there is room for one file, or
 * for the kits of a few villages. Whoever finds none waits a while and is told to come again.
 */
@Component
class Desk {
    private static final int PATIENCE_SECONDS = 20;
    private static final int ROOM = 4;

    private final Semaphore room = new Semaphore(ROOM, true);
    private final int patienceSeconds;

    Desk() {
        this(PATIENCE_SECONDS);
    }

    Desk(int patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    interface Work<T> {
        T done() throws IOException;
    }

    <T> T file(Work<T> work) throws IOException {
        return taking(ROOM, work);
    }

    <T> T kit(Work<T> work) throws IOException {
        return taking(1, work);
    }

    private <T> T taking(int places, Work<T> work) throws IOException {
        try {
            if (!room.tryAcquire(places, patienceSeconds, TimeUnit.SECONDS)) {
                throw new Refused(DESK_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(DESK_BUSY);
        }
        try {
            return work.done();
        } finally {
            room.release(places);
        }
    }
}
