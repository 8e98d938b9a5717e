package cn.fupin.backbone.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.axon.StoredEventsTest.BoatEvent.*;
import cn.fupin.backbone.axon.StoredEventsTest.BoatEvent.Damage.*;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.StoreDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whoever reads a stream beside the aggregate gets what the aggregate gets, of what it asks for.
 */
class StoredEventsTest {
    sealed interface BoatEvent extends Event {
        /** Its length was stored in feet once. */
        @Revision("2")
        record BoatBuilt(String boatId, int lengthCentimetres, LocalDate occurredOn)
                implements BoatEvent {}

        record BoatNamed(String boatId, String name, LocalDate occurredOn) implements BoatEvent {}

        sealed interface Damage extends BoatEvent {
            record MastBroken(String boatId, LocalDate occurredOn) implements Damage {}

            record HullHoled(String boatId, LocalDate occurredOn) implements Damage {}
        }
    }

    record Elsewhere(LocalDate occurredOn) implements Event {}

    private static final class FeetWereStored extends SingleEventUpcaster {
        private static final SimpleSerializedType ONE = new SimpleSerializedType("BoatBuilt", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation stored) {
            return stored.getType().equals(ONE);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
            return stored.upcast(
                    new SimpleSerializedType("BoatBuilt", "2"),
                    ObjectNode.class,
                    boat ->
                            boat.put(
                                    "lengthCentimetres",
                                    Math.round(boat.remove("lengthFeet").intValue() * 30.48)),
                    metadata -> metadata);
        }
    }

    @SuppressWarnings("NullAway.Init")
    private static StoreDatabase store;

    @SuppressWarnings("NullAway.Init")
    private static StoredEvents events;

    @BeforeAll
    static void start() {
        store = new StoreDatabase();
        var types = EventTypes.of("boats", BoatEvent.class);
        events =
                new StoredEvents(
                        store.db,
                        types,
                        new ContractSerializer(types),
                        () -> new EventUpcasterChain(new FeetWereStored()));
        append("boat-1", 0, "BoatBuilt", "1", "\"lengthFeet\":20", "2014-03-01");
        append("boat-1", 1, "BoatNamed", "1", "\"name\":\"Li\"", "2014-03-02");
        append("boat-1", 2, "MastBroken", "1", null, "2014-05-01");
        append("boat-1", 3, "BoatNamed", "1", "\"name\":\"Hua\"", "2014-06-01");
        append("boat-1", 4, "HullHoled", "1", null, "2014-07-01");
        append("boat-2", 0, "BoatBuilt", "2", "\"lengthCentimetres\":700", "2014-04-01");
        append("boat-3", 0, "BoatSunk", "1", null, "2014-04-01");
        append("boat-3", 1, "BoatNamed", "1", "\"name\":\"Mei\"", "2014-04-02");
        // each recorded a day after the one before, and the sequencer has not come to the last one
        store.db
                .sql(
                        """
                        insert into positions (position, global_index, recorded_at, digest)
                        select n, global_index, timestamptz '2014-08-01T00:00:00Z' + (n - 1) * interval '1 day', ''
                        from (select global_index, row_number() over (order by global_index) as n, event_id
                              from events) e
                        where event_id <> 'boat-3/1'
                        """)
                .update();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void a_stream_comes_in_its_order_with_the_bytes_and_who_entered_them() {
        var stream = events.of("boat-1");
        assertThat(stream.stream().map(StoredEvent::sequence)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(stream.stream().map(StoredEvent::type))
                .containsExactly("BoatBuilt", "BoatNamed", "MastBroken", "BoatNamed", "HullHoled");
        assertThat(stream.get(1).event())
                .isEqualTo(new BoatNamed("boat-1", "Li", LocalDate.parse("2014-03-02")));
        assertThat(stream.get(1).payload())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"boatId\":\"boat-1\",\"name\":\"Li\",\"occurredOn\":\"2014-03-02\"}");
        assertThat(stream.get(1).eventId()).isEqualTo("boat-1/1");
        assertThat(stream.get(1).enteredBy()).isEqualTo("clerk-1");
        assertThat(events.of("boat-9")).isEmpty();
    }

    @Test
    void several_streams_come_by_their_ids() {
        var streams = events.of(List.of("boat-2", "boat-9", "boat-1"));
        assertThat(streams.keySet()).containsExactly("boat-1", "boat-2");
        assertThat(streams.get("boat-1")).hasSize(5);
        assertThat(streams.get("boat-2")).hasSize(1);
        var named = events.of(List.of("boat-2", "boat-1"), BoatNamed.class);
        assertThat(named.keySet()).containsExactly("boat-1");
        assertThat(named.values().iterator().next().stream().map(e -> e.event().name()))
                .containsExactly("Li", "Hua");
    }

    @Test
    void an_old_version_reads_as_todays_and_its_bytes_stay_as_they_are() {
        var built = events.of("boat-1", BoatBuilt.class).getFirst();
        assertThat(built.event().lengthCentimetres()).isEqualTo(610);
        assertThat(built.payload()).asString(StandardCharsets.UTF_8).contains("\"lengthFeet\":20");
        assertThat(lengthOf("boat-2")).isEqualTo(700);
        assertThat(events.read(positioned(built)))
                .isEqualTo(new BoatBuilt("boat-1", 610, LocalDate.parse("2014-03-01")));
    }

    @Test
    void only_the_types_asked_for_are_read_by_record_or_by_family() {
        List<StoredEvent<BoatEvent>> some = events.of("boat-1", BoatNamed.class, Damage.class);
        assertThat(some.stream().map(StoredEvent::sequence)).containsExactly(1L, 2L, 3L, 4L);
        // what nobody asks for is not even parsed: nothing is named BoatSunk any more
        assertThat(events.of("boat-3", BoatNamed.class)).hasSize(1);
        assertThatThrownBy(() -> events.of("boat-1", Elsewhere.class))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("no event of boats");
    }

    @Test
    void the_last_of_a_type_is_the_last_ever_or_the_last_by_a_day() {
        assertThat(events.last("boat-1", BoatNamed.class).orElseThrow().event().name())
                .isEqualTo("Hua");
        assertThat(nameOn("2014-05-31")).isEqualTo("Li");
        assertThat(nameOn("2014-06-01")).isEqualTo("Hua");
        assertThat(nameOn("2014-03-01")).isNull();
        assertThat(events.last("boat-2", Damage.class)).isEmpty();
    }

    @Test
    void what_was_recorded_later_is_not_there_for_who_asks_what_was_known() {
        var known = events.knownUpTo(3);
        assertThat(known.of("boat-1")).hasSize(3);
        assertThat(known.last("boat-1", BoatNamed.class).orElseThrow().event().name())
                .isEqualTo("Li");
        assertThat(known.of("boat-2")).isEmpty();
        assertThat(known.of(List.of("boat-1", "boat-2"), BoatNamed.class).get("boat-1")).hasSize(1);
        assertThat(known.find("boat-1", "boat-1/3")).isEmpty();
        assertThat(known.whole().of("boat-1")).hasSize(5);
        assertThat(events.known()).isNull();
        assertThat(known.known()).isEqualTo(3);
        // a late commit never enters a time that has passed
        assertThat(events.knownUpTo(99).of("boat-3", BoatNamed.class)).isEmpty();
    }

    @Test
    void a_time_is_told_by_the_last_position_before_it() {
        assertThat(events.positionOf("boat-1/3")).isEqualTo(4);
        assertThat(events.positionOf("boat-3/1")).isNull();
        for (var n = 1; n <= 7; n++) {
            var recorded = Instant.parse("2014-08-0%dT00:00:00Z".formatted(n));
            assertThat(events.lastBefore(recorded)).isEqualTo(n - 1);
            assertThat(events.lastBefore(recorded.plusSeconds(1))).isEqualTo(n);
        }
        assertThat(events.lastBefore(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo(7);
    }

    @Test
    void an_event_is_found_in_its_own_stream_only() {
        assertThat(events.find("boat-1", "boat-1/2").orElseThrow().type()).isEqualTo("MastBroken");
        assertThat(events.find("boat-2", "boat-1/2")).isEmpty();
        assertThat(events.find("boat-1", "nothing")).isEmpty();
    }

    @Test
    void an_event_nobody_knows_is_a_fault() {
        assertThatThrownBy(() -> events.of("boat-3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BoatSunk");
    }

    private static int lengthOf(String boat) {
        return events.of(boat, BoatBuilt.class).getFirst().event().lengthCentimetres();
    }

    private static @Nullable String nameOn(String day) {
        return events.lastBy("boat-1", LocalDate.parse(day), BoatNamed.class)
                .map(stored -> stored.event().name())
                .orElse(null);
    }

    private static PositionedEvent positioned(StoredEvent<?> stored) {
        return new PositionedEvent(
                1,
                stored.eventId(),
                stored.type(),
                1,
                stored.streamId(),
                stored.sequence(),
                Instant.EPOCH,
                "",
                new byte[32],
                stored.metadata(),
                stored.payload());
    }

    private static void append(
            String boat,
            long sequence,
            String type,
            String revision,
            @Nullable String fields,
            String on) {
        var payload =
                Stream.of("\"boatId\":\"" + boat + "\"", fields, "\"occurredOn\":\"" + on + "\"")
                        .filter(field -> field != null)
                        .collect(Collectors.joining(",", "{", "}"));
        store.db
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, payload_type, payload_revision, payload,
                                            metadata, recorded_text)
                        values (?, ?, ?, ?, ?, ?, ?, '2014-08-01T00:00:00Z')
                        """)
                .params(
                        boat + "/" + sequence,
                        boat,
                        sequence,
                        type,
                        revision,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{\"actorId\":\"clerk-1\"}".getBytes(StandardCharsets.UTF_8))
                .update();
    }
}
