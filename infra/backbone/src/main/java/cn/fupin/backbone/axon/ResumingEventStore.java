package cn.fupin.backbone.axon;

import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Reads a stream from where it was left. The last event that is known is read again: a store that
 * does not have it, as one restored from a backup, is read from the stream's beginning.
 */
final class ResumingEventStore extends EmbeddedEventStore {
    private final StreamStates states;

    ResumingEventStore(Builder builder, StreamStates states) {
        super(builder);
        this.states = states;
    }

    @Override
    public DomainEventStream readEvents(String streamId) {
        var left = states.find(streamId);
        if (left == null) return super.readEvents(streamId);
        // whatever went wrong: the next one reads it all
        CurrentUnitOfWork.ifStarted(
                work -> work.root().onRollback(failed -> states.forget(streamId)));
        var rest = readEvents(streamId, left.sequence());
        if (!rest.hasNext() || !rest.next().getIdentifier().equals(left.eventId())) {
            states.forget(streamId);
            return super.readEvents(streamId);
        }
        return DomainEventStream.concat(DomainEventStream.of(left.asFirst(streamId)), rest);
    }
}
