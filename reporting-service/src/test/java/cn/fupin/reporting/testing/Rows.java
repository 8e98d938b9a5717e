package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.testing.RealServers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
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
        db.sql("create table projection_live (name text, schema_name text)").update();
        for (var projection : projections) db.sql(projection.ddl()).update();
    }

    public Rows put(List<Message> messages) {
        for (var message : messages) {
            for (var projection : projections) {
                if (projection.topics().contains("fupin." + message.source())) {
                    projection.apply(message, db);
                }
            }
        }
        return this;
    }

    public Rows clear() {
        for (var table : tables()) db.sql("delete from " + table).update();
        return this;
    }

    /** Reads the rows as a service does, except that they all lie in public. */
    public ProjectionReader reader() {
        return new ProjectionReader(connection, new DataSourceTransactionManager(connection));
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

    private List<String> tables() {
        return db.sql(
                        "select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
