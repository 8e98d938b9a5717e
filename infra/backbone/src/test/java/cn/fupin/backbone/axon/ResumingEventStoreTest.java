package cn.fupin.backbone.axon;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.PurseStream.CoinsPut;
import cn.fupin.backbone.axon.PurseStream.Purse;
import cn.fupin.backbone.axon.PurseStream.PutCoins;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.store.StoreDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stream that is read from where it was left is the stream: after refusals, failures, another
 * instance's appends and a store that went back in time.
 */
class ResumingEventStoreTest {
    /** A guard fails for it after the append, before the commit. */
    private static final long GUARDED_FEN = 13;

    private static final Runnable NOTHING = () -> {};

    @SuppressWarnings("NullAway.Init")
    private static StoreDatabase store;

    private static int purses;

    @BeforeAll
    static void start() {
        store = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    /** A service's write side over the database that all instances share. */
    private static final class Instance {
        final StreamStates states;
        final SimpleCommandBus commands;

        Instance(int kept) {
            states = new StreamStates(kept);
            var transactions = new SpringTransactionManager(store.transactions);
            var serializer = new ContractSerializer(EventTypes.of("test", CoinsPut.class));
            var engine =
                    new EventStoreTables(
                            EventStoreTables.builder()
                                    .snapshotSerializer(serializer)
                                    .eventSerializer(serializer)
                                    .persistenceExceptionResolver(new UniqueViolations())
                                    .connectionProvider(
                                            new UnitOfWorkAwareConnectionProviderWrapper(
                                                    new SpringDataSourceConnectionProvider(
                                                            store.dataSource)))
                                    .transactionManager(transactions)
                                    .schema(EventStoreTables.SCHEMA));
            var events =
                    new ResumingEventStore(
                            EmbeddedEventStore.builder().storageEngine(engine), states);
            events.subscribe(states::appended);
            events.subscribe(Instance::guard);
            commands = SimpleCommandBus.builder().transactionManager(transactions).build();
            AggregateAnnotationCommandHandler.<PurseStream>builder()
                    .aggregateType(PurseStream.class)
                    .repository(
                            EventSourcingRepository.builder(PurseStream.class)
                                    .eventStore(events)
                                    .build())
                    .commandTargetResolver(c ->
                            new VersionedAggregateIdentifier(
                                    ((PutCoins) c.getPayload()).streamId(), null))
                    .build()
                    .subscribe(commands);
        }

        private static void guard(List<? extends EventMessage<?>> events) {
            for (var event : events) {
                if (((CoinsPut) event.getPayload()).amountFen() == GUARDED_FEN)
                    throw new IllegalStateException("a guard says no");
            }
        }

        /** What went wrong; null when it is committed. */
        @Nullable Throwable put(String purse, Long... coinsFen) {
            return put(new PutCoins(purse, List.of(coinsFen), NOTHING));
        }

        @Nullable Throwable put(PutCoins command) {
            var thrown = new ArrayList<Throwable>();
            commands.dispatch(
                    GenericCommandMessage.<PutCoins>asCommandMessage(command),
                    (sent, result) -> result.optionalExceptionResult().ifPresent(thrown::add));
            return thrown.isEmpty() ? null : thrown.getFirst();
        }

        boolean keeps(String purse) {
            return states.find(purse) != null;
        }

        /** What it would go on from. */
        Purse kept(String purse) {
            var left = states.find(purse);
            assertThat(left).isNotNull();
            return (Purse) left.stream().state();
        }
    }

    private static String newPurse() {
        return "purse-" + ++purses;
    }

    /** The whole stream, past all of what is tested here. */
    private static Purse inStore(String purse) {
        var coins =
                store.db
                        .sql(
                                """
                                select sequence, convert_from(payload, 'UTF8') as payload from events
                                where stream_id = ? order by sequence
                                """)
                        .param(purse)
                        .query()
                        .listOfRows();
        assertThat(coins.stream().map(row -> row.get("sequence")))
                .containsExactlyElementsOf(LongStream.range(0, coins.size()).boxed().toList());
        var state = Purse.EMPTY;
        for (var coin : coins) {
            var payload = String.valueOf(coin.get("payload"));
            state = state.with(EventJson.MAPPER.readValue(payload, CoinsPut.class).amountFen());
        }
        return state;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void after_any_commands_at_two_instances_a_kept_state_is_what_a_full_read_gives(long seed) {
        var random = new Random(seed);
        var instances = List.of(new Instance(5), new Instance(100));
        var mine = IntStream.range(0, 10).mapToObj(i -> newPurse()).toList();
        var expected = new HashMap<String, Purse>();
        for (var command = 0; command < 150; command++) {
            var purse = mine.get(random.nextInt(mine.size()));
            var coins = random.longs(random.nextInt(4), 0, 20).boxed().toArray(Long[]::new);
            var failed = instances.get(random.nextInt(2)).put(purse, coins);
            assertThat(failed == null)
                    .isEqualTo(
                            !List.of(coins).contains(0L) && !List.of(coins).contains(GUARDED_FEN));
            if (failed != null) continue;
            for (var coin : coins)
                expected.merge(purse, Purse.EMPTY.with(coin), (had, one) -> had.with(coin));
        }
        for (var purse : mine) {
            assertThat(inStore(purse)).isEqualTo(expected.getOrDefault(purse, Purse.EMPTY));
            for (var instance : instances) {
                instance.put(purse, 1L);
                assertThat(instance.kept(purse)).isEqualTo(inStore(purse));
            }
        }
    }

    @Test
    void what_is_kept_is_not_folded_again() {
        var one = new Instance(10);
        var purse = newPurse();
        one.put(purse, 1L, 2L, 3L, 4L, 5L);
        PurseStream.EVOLVED.set(0);
        one.put(purse, 6L);
        // once to know the event's region, once when it is applied
        assertThat(PurseStream.EVOLVED).hasValue(2);
        assertThat(one.kept(purse)).isEqualTo(inStore(purse));
    }

    @Test
    void a_rollback_leaves_nothing() {
        var one = new Instance(10);
        var fresh = newPurse();
        assertThat(one.put(fresh, 5L, GUARDED_FEN)).hasMessageContaining("a guard says no");
        assertThat(one.keeps(fresh)).isFalse();

        var purse = newPurse();
        one.put(purse, 5L);
        assertThat(one.put(purse, 6L, GUARDED_FEN)).isNotNull();
        assertThat(one.keeps(purse)).isFalse();
        assertThat(one.put(purse, 0L)).isInstanceOf(Refused.class);
        assertThat(one.keeps(purse)).isFalse();

        one.put(purse, 7L);
        assertThat(one.kept(purse))
                .isEqualTo(Purse.EMPTY.with(5).with(7))
                .isEqualTo(inStore(purse));
    }

    @Test
    void within_a_transaction_that_another_has_opened_nothing_is_kept() {
        var one = new Instance(10);
        var purse = newPurse();
        one.put(purse, 1L);
        store.transaction()
                .executeWithoutResult(status -> {
                    assertThat(one.put(purse, 2L)).isNull();
                    status.setRollbackOnly();
                });
        one.put(purse, 3L);
        assertThat(one.kept(purse))
                .isEqualTo(Purse.EMPTY.with(1).with(3))
                .isEqualTo(inStore(purse));
    }

    @Test
    void what_another_instance_appended_is_read_on() {
        var one = new Instance(10);
        var other = new Instance(10);
        var purse = newPurse();
        one.put(purse, 1L);
        other.put(purse, 2L, 3L);
        one.put(purse, 4L);
        other.put(purse, 5L);
        assertThat(one.kept(purse)).isEqualTo(Purse.EMPTY.with(1).with(2).with(3).with(4));
        assertThat(other.kept(purse)).isEqualTo(one.kept(purse).with(5)).isEqualTo(inStore(purse));
    }

    @Test
    void who_decided_on_a_state_that_another_overtook_is_refused_and_reads_it_all_again() {
        var one = new Instance(10);
        var other = new Instance(10);
        var purse = newPurse();
        one.put(purse, 1L);
        Runnable overtaking =
                () -> assertThat(supplyAsync(() -> other.put(purse, 3L)).join()).isNull();
        var overtaken = one.put(new PutCoins(purse, List.of(2L), overtaking));
        assertThat(overtaken).isInstanceOf(ConcurrencyException.class);
        assertThat(one.keeps(purse)).isFalse();
        one.put(purse, 2L);
        assertThat(one.kept(purse))
                .isEqualTo(Purse.EMPTY.with(1).with(3).with(2))
                .isEqualTo(inStore(purse));
    }

    @Test
    void no_more_streams_are_kept_than_the_bound_says_and_those_used_last() {
        var one = new Instance(3);
        var mine = IntStream.range(0, 10).mapToObj(i -> newPurse()).toList();
        for (var purse : mine) {
            one.put(mine.getFirst(), 1L);
            one.put(purse, 1L);
            assertThat(one.states.size()).isLessThanOrEqualTo(3);
        }
        assertThat(mine.stream().filter(one::keeps))
                .containsExactly(mine.getFirst(), mine.get(8), mine.get(9));

        var none = new Instance(0);
        none.put(mine.getFirst(), 1L);
        none.put(mine.getFirst(), 2L);
        assertThat(none.keeps(mine.getFirst())).isFalse();
        assertThat(inStore(mine.getFirst()).events()).isEqualTo(13);
    }

    @Test
    void a_store_that_no_longer_has_the_last_event_is_read_from_the_beginning() {
        var one = new Instance(10);
        var purse = newPurse();
        one.put(purse, 1L);
        one.put(purse, 2L);
        takeBack(purse, 1);
        one.put(purse, 3L);
        assertThat(one.kept(purse))
                .isEqualTo(Purse.EMPTY.with(1).with(3))
                .isEqualTo(inStore(purse));

        // or has another in its place
        takeBack(purse, 1);
        new Instance(0).put(purse, 4L);
        one.put(purse, 5L);
        assertThat(one.kept(purse))
                .isEqualTo(Purse.EMPTY.with(1).with(4).with(5))
                .isEqualTo(inStore(purse));
    }

    /** As after a restore, or at a replica that had not got it yet. */
    private static void takeBack(String purse, long sequence) {
        store.transaction()
                .executeWithoutResult(status -> {
                    store.db.sql("alter table events disable trigger user").update();
                    store.db
                            .sql("delete from events where stream_id = ? and sequence = ?")
                            .params(purse, sequence)
                            .update();
                    store.db.sql("alter table events enable trigger user").update();
                });
    }
}
