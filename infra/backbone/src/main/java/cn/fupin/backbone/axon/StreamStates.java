package cn.fupin.backbone.axon;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where the streams that were decided last were left, in memory and bounded: only what is
 * committed, and together with the event that it rests on, so that whoever reads on can see that
 * the store still has it.
 */
final class StreamStates {
    private static final String DECIDED = StreamStates.class.getName() + ".decided ";
    private static final String LAST = StreamStates.class.getName() + ".last ";

    /** A stream as its last event left it; nobody changes it, whoever goes on takes a copy. */
    record Left(DecidedStream<?, ?, ?> stream, String type, long sequence, String eventId) {
        /** What Axon takes for a snapshot: an event whose payload is the stream itself. */
        DomainEventMessage<?> asFirst(String streamId) {
            return new GenericDomainEventMessage<>(type, streamId, sequence, stream.copy());
        }
    }

    private final Cache<String, Left> left;

    /**
     * @param most how many streams; 0 keeps none
     */
    StreamStates(int most) {
        // one segment, so that the bound is the bound and the least recently used goes first
        left = CacheBuilder.newBuilder().concurrencyLevel(1).maximumSize(most).build();
    }

    /** This stream decides within the unit of work of now; what comes of it is not known yet. */
    static void deciding(String streamId, DecidedStream<?, ?, ?> stream) {
        CurrentUnitOfWork.ifStarted(
                work -> work.root().resources().put(DECIDED + streamId, stream));
    }

    /** Subscribed to the event bus: what was appended is kept once it is committed. */
    void appended(List<? extends EventMessage<?>> events) {
        var work = CurrentUnitOfWork.get().root();
        for (var event : events) {
            if (!(event instanceof DomainEventMessage<?> last)) continue;
            var id = last.getAggregateIdentifier();
            if (!(work.getResource(DECIDED + id) instanceof DecidedStream<?, ?, ?> stream))
                continue;
            if (work.resources().put(LAST + id, last) != null) continue;
            work.afterCommit(w -> keep(stream, w.getResource(LAST + id)));
        }
    }

    private void keep(DecidedStream<?, ?, ?> stream, DomainEventMessage<?> last) {
        // within a transaction that another has opened nothing is committed yet
        if (TransactionSynchronizationManager.isActualTransactionActive()) return;
        var now = new Left(stream, last.getType(), last.getSequenceNumber(), last.getIdentifier());
        left.asMap()
                .merge(
                        last.getAggregateIdentifier(),
                        now,
                        (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    @Nullable Left find(String streamId) {
        return left.getIfPresent(streamId);
    }

    void forget(String streamId) {
        left.invalidate(streamId);
    }

    long size() {
        return left.size();
    }
}
