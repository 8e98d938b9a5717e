package cn.fupin.benchmarks;

import cn.fupin.backbone.projection.Inserts;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.store.StoreDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The register as it would be filled without the backbone's runner: by a pooled streaming processor
 * of Axon over the same store, as Axon configures it but for the batch. Its handler hands the event
 * to the very same projection, unparsed, and a batch's rows are written by the ordinary writer at
 * the batch's end, in its transaction.
 */
final class AxonRegister implements AutoCloseable {
    static final String SCHEMA = "register_of_axon";
    static final int BATCH = 500;
    private static final String PROCESSOR = "register";

    /** A pooled processor has been seen to start and do nothing: it is said, not waited for. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);

    /** Not among the register's rows. */
    private static final TokenSchema TOKENS =
            TokenSchema.builder().setTokenTable("public.token_entry").build();

    private static final EventSchema EVENTS =
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

    private final HikariDataSource dataSource = new HikariDataSource();
    private final Projection register;

    AxonRegister(StoreDatabase store, Projection register) {
        this.register = register;
        dataSource.setJdbcUrl(store.database.url());
        dataSource.setUsername(store.database.user());
        dataSource.setPassword(store.database.password());
        // as the services have it: a batch of rows is one statement
        dataSource.addDataSourceProperty("reWriteBatchedInserts", "true");
        dataSource.addDataSourceProperty("currentSchema", SCHEMA + ",public");
    }

    /** From the first event handled to the last commit, into empty tables, from no token. */
    double seconds(long events) {
        var db = new JdbcTemplate(dataSource);
        db.execute("drop schema if exists %s cascade".formatted(SCHEMA));
        db.execute("drop table if exists " + TOKENS.tokenTable());
        db.execute("create schema " + SCHEMA);
        db.execute(register.ddl());
        var handler = new Handler(register, db, events);
        var axon = axon(handler);
        axon.start();
        try {
            await(handler, axon);
        } finally {
            axon.shutdown();
        }
        return (handler.ended.get() - handler.begun.get()) / 1e9;
    }

    private static void await(Handler handler, Configuration axon) {
        try {
            for (long before = -1; ; ) {
                if (handler.all.await(LONGEST_STANDSTILL.toMillis(), TimeUnit.MILLISECONDS)) return;
                long now = handler.committed.get();
                if (now == before || now == 0) {
                    var status =
                            axon.eventProcessingConfiguration()
                                    .eventProcessor(PROCESSOR, StreamingEventProcessor.class)
                                    .map(p ->
                                            "running %s, error %s, segments %s"
                                                    .formatted(
                                                            p.isRunning(),
                                                            p.isError(),
                                                            p.processingStatus()));
                    throw new IllegalStateException(
                            "Axon's processor stands still after %,d of %,d events: %s"
                                    .formatted(now, handler.events, status));
                }
                before = now;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Configuration axon(Handler handler) {
        // it knows none of the contract's names and leaves their payloads as they are
        Serializer json = Jackson3Serializer.builder().build();
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource));
        TransactionManager transactions =
                new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        var tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(json)
                        .schema(TOKENS)
                        .contentType(byte[].class)
                        .build();
        transactions.executeInTransaction(
                () -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        PersistenceExceptionResolver nothingIsAppended = exception -> false;
        return DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> json)
                .configureTransactionManager(c -> transactions)
                .registerComponent(TokenStore.class, c -> tokens)
                .configureEmbeddedEventStore(c ->
                        JdbcEventStorageEngine.builder()
                                .snapshotSerializer(json)
                                .eventSerializer(json)
                                .persistenceExceptionResolver(nothingIsAppended)
                                .connectionProvider(connections)
                                .transactionManager(transactions)
                                .schema(EVENTS)
                                .build())
                .eventProcessing(processing ->
                        processing
                                .usingPooledStreamingEventProcessors()
                                .registerEventHandler(c -> handler)
                                .registerDefaultListenerInvocationErrorHandler(
                                        c -> PropagatingErrorHandler.instance())
                                .registerPooledStreamingEventProcessorConfiguration(
                                        PROCESSOR,
                                        (c, processor) ->
                                                processor
                                                        .batchSize(BATCH)
                                                        // no replay: Jackson 3 does not read
                                                        // Axon's own ReplayToken back
                                                        .initialToken(
                                                                StreamableMessageSource
                                                                        ::createTailToken)))
                .buildConfiguration();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /** Puts events into the batch's rows; counts those that are committed. */
    @ProcessingGroup(PROCESSOR)
    private static final class Handler {
        private static final String ROWS = "rows";

        private final Projection register;
        private final JdbcTemplate db;
        private final long events;
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();
        private final AtomicLong committed = new AtomicLong();
        private final CountDownLatch all = new CountDownLatch(1);

        private Handler(Projection register, JdbcTemplate db, long events) {
            this.register = register;
            this.db = db;
            this.events = events;
        }

        /** The rows of one batch. */
        private static final class Batch {
            final Inserts rows;
            int events;

            Batch(Inserts rows) {
                this.rows = rows;
            }
        }

        @EventHandler
        void on(UnknownSerializedType payload, DomainEventMessage<?> event, TrackingToken token) {
            begun.compareAndSet(0, System.nanoTime());
            var batch = batch();
            register.apply(message(payload, event, token), batch.rows);
            batch.events++;
        }

        private Batch batch() {
            var work = CurrentUnitOfWork.get();
            return work.getOrComputeResource(
                    ROWS,
                    name -> {
                        var batch = new Batch(new Inserts(db));
                        work.onPrepareCommit(w -> batch.rows.write());
                        work.afterCommit(w -> committed(batch.events));
                        return batch;
                    });
        }

        private void committed(int more) {
            ended.accumulateAndGet(System.nanoTime(), Math::max);
            if (committed.addAndGet(more) == events) all.countDown();
        }

        private static Message message(
                UnknownSerializedType payload, DomainEventMessage<?> event, TrackingToken token) {
            var type = payload.serializedType();
            return new Message(
                    "household",
                    type.getName(),
                    Integer.parseInt(type.getRevision()),
                    event.getIdentifier(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    token.position().orElseThrow(),
                    event.getTimestamp(),
                    String.valueOf(event.getMetaData().get("region")),
                    "",
                    new byte[0],
                    payload.readData(byte[].class));
        }
    }
}
