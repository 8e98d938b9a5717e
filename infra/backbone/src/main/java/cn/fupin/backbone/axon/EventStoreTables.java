package cn.fupin.backbone.axon;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's JDBC engine on our own table. There are no stored snapshots, so none is looked for; a
 * stream has no holes, so a batch that is not full is its last.
 */
final class EventStoreTables extends JdbcEventStorageEngine {
    static final EventSchema SCHEMA =
            EventSchema.builder()
                    .eventTable("events")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("stream_id")
                    .sequenceNumberColumn("sequence")
                    .typeColumn("stream_type")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .timestampColumn("recorded_text")
                    .build();

    EventStoreTables(Builder builder) {
        super(builder);
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String streamId) {
        return Stream.empty();
    }
}
