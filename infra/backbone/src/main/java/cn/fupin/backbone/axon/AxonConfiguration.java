package cn.fupin.backbone.axon;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.BodyRule;
import cn.fupin.backbone.command.BodySeal;
import cn.fupin.backbone.command.Bulk;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.CommandHttp;
import cn.fupin.backbone.command.CommandLog;
import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.DeniedAttempts;
import cn.fupin.backbone.command.Door;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Faults;
import cn.fupin.backbone.command.KnownParameters;
import cn.fupin.backbone.command.NoSuchPath;
import cn.fupin.backbone.command.OncePerKey;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.Reason;
import cn.fupin.backbone.command.Routes;
import cn.fupin.backbone.command.ServerRefusals;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.relay.RecoveryWitness;
import cn.fupin.backbone.store.StoreGate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.core.StandardHost;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The write side of a service that declares its {@link EventTypes}: store, command bus, door. */
@AutoConfiguration(
        after = AxonOrder.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnBean(EventTypes.class)
@EnableConfigurationProperties(StreamSettings.class)
public class AxonConfiguration {
    /** Fewer than the connections of a service, so that single commands are never starved. */
    private static final int BULK_WORKERS = 8;

    private static final Bindable<Map<String, List<String>>> ROLES =
            Bindable.of(
                    ResolvableType.forClassWithGenerics(
                            Map.class,
                            ResolvableType.forClass(String.class),
                            ResolvableType.forClassWithGenerics(List.class, String.class)));

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Axon takes it for everything it writes; only events are. */
    @Bean
    @Primary
    Serializer serializer(EventTypes types) {
        return new ContractSerializer(types);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            Configuration axon,
            ConnectionProvider connections,
            TransactionManager transactions) {
        return new EventStoreTables(
                EventStoreTables.builder()
                        .snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .upcasterChain(axon.upcasterChain())
                        .persistenceExceptionResolver(new UniqueViolations())
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(EventStoreTables.SCHEMA));
    }

    @Bean
    StreamStates streamStates(StreamSettings settings) {
        return new StreamStates(settings.kept());
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(
            EventStorageEngine engine, Configuration axon, StreamStates states) {
        return new ResumingEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
                states);
    }

    /** Axon's configuration is asked for late: it looks for the handlers that read from this. */
    @Bean
    StoredEvents storedEvents(
            JdbcClient db,
            EventTypes types,
            Serializer serializer,
            ObjectProvider<Configuration> axon) {
        return new StoredEvents(
                db,
                types,
                serializer,
                SingletonSupplier.of(() -> axon.getObject().upcasterChain()));
    }

    /** Guards and look-ups take a recovered event as they took it when it was appended. */
    @Bean
    RecoveryWitness recoveredGuards(ApplicationContext context, StoredEvents events) {
        return new RecoveredGuards(context, events);
    }

    @Bean
    CommandLog commandLog(JdbcClient db, ObjectProvider<BodySeal> bodies) {
        return new CommandLog(db, bodies.getIfAvailable(() -> BodySeal.NONE));
    }

    @Bean
    OncePerKey oncePerKey(CommandLog log) {
        return new OncePerKey(log);
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            CorrelationDataProvider metadata,
            OncePerKey oncePerKey) {
        var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(metadata));
        bus.registerHandlerInterceptor(oncePerKey::handle);
        return bus;
    }

    /** What of a command's metadata goes on its events: the strings. */
    @Bean
    CorrelationDataProvider commandMetadata() {
        return (Message<?> message) -> {
            var texts = new TreeMap<String, String>();
            message.getMetaData()
                    .forEach((name, value) -> {
                        if (value instanceof String text) texts.put(name, text);
                    });
            return texts;
        };
    }

    @Bean
    CommandTargetResolver commandTarget() {
        return command ->
                new VersionedAggregateIdentifier(((Command) command.getPayload()).streamId(), null);
    }

    /** Guards and look-ups run in the append's own transaction, and their failure undoes it. */
    @Bean
    ConfigurerModule guardsInTheSameTransaction(OncePerKey oncePerKey, StreamStates states) {
        return configurer -> {
            configurer
                    .eventProcessing()
                    .usingSubscribingEventProcessors()
                    // one, since each costs every command a unit of work
                    .byDefaultAssignTo("guards")
                    .registerDefaultListenerInvocationErrorHandler(
                            c -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
            configurer.onInitialize(axon ->
                    axon.onStart(() -> {
                        axon.eventBus().subscribe(oncePerKey::appended);
                        axon.eventBus().subscribe(states::appended);
                    }));
        };
    }

    /** Roles by configuration; where none is named nothing is enforced. */
    @Bean
    Access access(Environment environment, ObjectProvider<Access.Territory> territory) {
        var roles =
                Binder.get(environment).bind("fupin.permissions.roles", ROLES).orElseGet(Map::of);
        return new Access(roles, territory.getIfAvailable(() -> Access.Territory::byDigits));
    }

    @Bean
    DeniedAttempts deniedAttempts(JdbcClient db) {
        return new DeniedAttempts(db);
    }

    @Bean
    Reads reads(Access access, DeniedAttempts attempts, Clock clock) {
        return new Reads(access, attempts, clock);
    }

    @Bean
    Door door(
            CommandBus commands,
            CommandLog log,
            PlatformTransactionManager transactions,
            ObjectProvider<ConstraintReasons> reasons,
            Clock clock,
            Access access,
            DeniedAttempts attempts,
            ObjectProvider<BodyRule> rules) {
        var byConstraint = new HashMap<String, Reason>();
        reasons.forEach(r -> byConstraint.putAll(r.byConstraint()));
        return new Door(
                commands,
                log,
                new TransactionTemplate(transactions),
                Map.copyOf(byConstraint),
                clock,
                access,
                attempts,
                rules.stream().toList());
    }

    @Bean
    Entrance entrance(Door door, ObjectProvider<Endpoints> endpoints, StoreGate gate) {
        return new Entrance(door, SingletonSupplier.of(() -> new Routes(allOf(endpoints))), gate);
    }

    private static List<Endpoint<?>> allOf(ObjectProvider<Endpoints> endpoints) {
        return endpoints.stream().<Endpoint<?>>flatMap(e -> e.all().stream()).toList();
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService bulkWorkers() {
        return Executors.newFixedThreadPool(
                BULK_WORKERS, Thread.ofPlatform().name("bulk-", 1).daemon().factory());
    }

    @Bean
    RouterFunction<ServerResponse> commandRoutes(
            Door door,
            ObjectProvider<Endpoints> endpoints,
            @Qualifier("bulkWorkers") ExecutorService workers,
            StoreGate gate,
            Reads reads,
            DeniedAttempts attempts) {
        var all = allOf(endpoints);
        return new CommandHttp(
                        door, all, new Bulk(door, new Routes(all), workers), gate, reads, attempts)
                .routes();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals() {
        return server ->
                server.addContextCustomizers(context ->
                        ((StandardHost) context.getParent())
                                .setErrorReportValveClass(ServerRefusals.class.getName()));
    }

    @Bean
    WebMvcConfigurer knownParameters(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                        new KnownParameters(() ->
                                controllers.stream()
                                        .flatMap(mapping ->
                                                mapping.getHandlerMethods().values().stream())));
            }
        };
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    NoSuchPath noSuchPath() {
        return new NoSuchPath();
    }
}
