package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Inserts;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.testing.RealServers;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rows of all projections, in a real database of their own. */
public final class Rows implements AutoCloseable {
    private final SingleConnectionDataSource connection;
    private final JdbcClient db;
    private final List<Projection> projections;

    /** Every projection there is in the service. */
    public static Rows ofAll() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        return new Rows(
                scanner.findCandidateComponents("cn.fupin.reporting").stream()
                        .map(found -> made(found.getBeanClassName()))
                        .toList());
    }

    private static Projection made(@Nullable String className) {
        try {
            var constructor =
                    Class.forName(className).asSubclass(Projection.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rows(List<Projection> projections) {
        var database = RealServers.newDatabase("rows");
        this.connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true);
        this.db = JdbcClient.create(connection);
        this.projections = projections;
        db.sql(backbone()).update();
        for (var projection : projections) {
            db.sql(projection.ddl()).update();
            db.sql("insert into projection_live (name, schema_name, generation) values (?, ?, 1)")
                    .params(projection.name(), projection.name() + "_1")
                    .update();
        }
    }

    private static String backbone() {
        try (var sql = Rows.class.getResourceAsStream("/db/backbone/V1_2__projections.sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into every projection, and the offsets with them. */
    public Rows put(List<Message> messages) {
        projections.forEach(projection -> put(messages, projection));
        return this;
    }

    /** Into one projection only: the others are behind. */
    public Rows putInto(String name, List<Message> messages) {
        projections.stream()
                .filter(projection -> projection.name().equals(name))
                .forEach(projection -> put(messages, projection));
        return this;
    }

    private void put(List<Message> messages, Projection projection) {
        var applied = new ArrayList<Message>();
        var inserts = new Inserts(new JdbcTemplate(connection));
        for (var message : messages) {
            if (!projection.topics().contains("fupin." + message.source())) continue;
            projection.apply(message, inserts);
            applied.add(message);
        }
        inserts.write();
        applied.stream()
                .collect(Collectors.groupingBy(Rows::partition))
                .forEach((partition, some) -> move(projection, partition, some));
    }

    private record Partition(String topic, int number) {}

    private static Partition partition(Message message) {
        return new Partition(
                "fupin." + message.source(),
                Math.floorMod(message.streamId().hashCode(), KafkaSettings.PARTITIONS));
    }

    private void move(Projection projection, Partition partition, List<Message> applied) {
        db.sql(
                        """
                        insert into projection_offset as o values (?, 1, ?, ?, ?, ?)
                        on conflict (projection, generation, topic, partition) do update
                        set next_offset = o.next_offset + excluded.next_offset,
                            last_position = greatest(o.last_position, excluded.last_position)
                        """)
                .params(
                        projection.name(),
                        partition.topic(),
                        partition.number(),
                        applied.size(),
                        applied.stream().mapToLong(Message::position).max().orElse(0))
                .update();
    }

    public Rows clear() {
        for (var table : tables()) db.sql("delete from " + table).update();
        db.sql("delete from parked_key").update();
        db.sql("delete from projection_offset").update();
        return this;
    }

    /** Reads the rows as a service does, except that they all lie in public. */
    public Snapshots snapshots() {
        return new Snapshots(reader(), projections);
    }

    public ProjectionReader reader() {
        return new ProjectionReader(connection, new DataSourceTransactionManager(connection));
    }

    public AsOf resolve(Asked asked) {
        return snapshots().resolve(asked, db);
    }

    /** That day by all that is there. */
    public static AsOf on(LocalDate effective) {
        var all = Long.MAX_VALUE;
        return new AsOf(effective, all, all, all, all, true);
    }

    public JdbcClient db() {
        return db;
    }

    /** All rows of all tables, whatever the order in which they came. */
    public Map<String, List<String>> contents() {
        var contents = new TreeMap<String, List<String>>();
        for (var table : tables()) {
            contents.put(
                    table,
                    db.sql("select cast(t as text) from %s t order by 1".formatted(table))
                            .query(String.class)
                            .list());
        }
        return contents;
    }

    /** The projections' own. */
    private List<String> tables() {
        return db.sql(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name not in
                            ('projection_live', 'projection_offset', 'parked_key', 'parked_message')
                        """)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
