package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Catalogue.Column;
import cn.fupin.backbone.projection.Digest.OfTable;
import cn.fupin.backbone.projection.Digest.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes digests of generations: rows, offsets and parked keys of the same moment. */
final class Digests {
    /** A hundred million rows are hashed in less. */
    private static final int TIMEOUT_SECONDS = 1800;

    private final JdbcClient db;
    private final Catalogue catalogue;
    private final Parking parking;
    private final TransactionTemplate snapshot;

    Digests(DataSource dataSource, PlatformTransactionManager transactions) {
        this.db = JdbcClient.create(dataSource);
        this.catalogue = new Catalogue(db);
        this.parking = new Parking(db);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
    }

    Digest of(Generation generation) {
        return of(generation, columns(generation));
    }

    /** Of these columns of these tables only. */
    Digest of(Generation generation, SortedMap<String, List<String>> columns) {
        return Objects.requireNonNull(
                snapshot.execute(status -> {
                    // the first query decides what the snapshot sees
                    var vector = vector(generation);
                    db.sql("set local timezone = 'UTC'").update();
                    var tables = new TreeMap<String, OfTable>();
                    columns.forEach((table, some) ->
                            tables.put(table, ofTable(generation.schema(), table, some)));
                    return new Digest(generation.number(), tables, vector, parking.all(generation));
                }));
    }

    /** What is hashed of a generation: everything but what PostgreSQL makes up. */
    SortedMap<String, List<String>> columns(Generation generation) {
        var columns = new TreeMap<String, List<String>>();
        for (var table : catalogue.tables(generation.schema()).values()) {
            columns.put(
                    table.name(),
                    table.columns().stream()
                            .filter(column -> !column.surrogate())
                            .map(Column::name)
                            .toList());
        }
        return columns;
    }

    private OfTable ofTable(String schema, String table, List<String> columns) {
        var list = columns.stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
        return db.sql(
                        """
                        select count(*), coalesce(sum(substr(hash, 1, 8)::bigint), 0)::text
                            || '/' || coalesce(sum(substr(hash, 9, 8)::bigint), 0)::text
                        from (select sha256(convert_to(json_build_array(%s)::text, 'UTF8')) as hash from %s.%s) hashed
                        """
                                .formatted(list, Catalogue.quoted(schema), Catalogue.quoted(table)))
                .query((row, n) -> new OfTable(columns, row.getLong(1), row.getString(2)))
                .single();
    }

    private Map<TopicPartition, Place> vector(Generation generation) {
        var vector = new HashMap<TopicPartition, Place>();
        db.sql(
                        """
                        select topic, partition, next_offset, last_position from projection_offset
                        where projection = ? and generation = ?
                        """)
                .params(generation.name(), generation.number())
                .query(row -> {
                    vector.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Place(row.getLong(3), row.getLong(4)));
                });
        return vector;
    }
}
