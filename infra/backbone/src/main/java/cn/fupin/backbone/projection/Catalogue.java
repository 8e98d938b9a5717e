package cn.fupin.backbone.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL says of a generation's schema: tables, columns, constraints and indexes. */
final class Catalogue {
    private final JdbcClient db;

    Catalogue(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param type as in {@code pg_type.typname}
     * @param surrogate whether PostgreSQL makes its values up: an identity, a sequence, generated
     */
    record Column(String name, String type, boolean surrogate) {}

    record Table(String name, List<Column> columns) {
        boolean copyable() {
            return columns.stream().allMatch(c -> ColumnType.named(c.type()).isPresent());
        }

        ColumnType type(String column) {
            return columns.stream()
                    .filter(c -> c.name().equals(column))
                    .findFirst()
                    .flatMap(c -> ColumnType.named(c.type()))
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "no column %s.%s".formatted(name, column)));
        }
    }

    /**
     * What waits until the rows are in.
     *
     * @param definition of a constraint what follows its name, of an index the whole statement
     * @param unique the columns of which it allows no two equal rows; empty if it allows them
     */
    record Definition(
            String table,
            String name,
            String definition,
            boolean constraint,
            List<String> unique) {}

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** By name; columns by name, too. */
    Map<String, Table> tables(String schema) {
        var tables = new LinkedHashMap<String, Table>();
        db.sql(
                        """
                        select c.relname, a.attname, t.typname,
                               a.attidentity <> '' or a.attgenerated <> ''
                                   or coalesce(pg_get_expr(d.adbin, d.adrelid), '') like 'nextval(%'
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        join pg_type t on t.oid = a.atttypid
                        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                        where n.nspname = ? and c.relkind in ('r', 'p')
                        order by c.relname collate "C", a.attname collate "C"
                        """)
                .params(schema)
                .query(row -> {
                    tables.computeIfAbsent(
                                    row.getString(1), name -> new Table(name, new ArrayList<>()))
                            .columns()
                            .add(new Column(row.getString(2), row.getString(3), row.getBoolean(4)));
                });
        return tables;
    }

    /**
     * Keys and indexes in the order in which they can be made again. What a row must have by itself
     * (not null, checks) stays: it says what is poison.
     */
    List<Definition> definitions(String schema) {
        var definitions = new ArrayList<Definition>();
        definitions.addAll(constraints(schema, "contype in ('p', 'u', 'x')"));
        definitions.addAll(indexes(schema));
        definitions.addAll(constraints(schema, "contype = 'f'"));
        return definitions;
    }

    private List<Definition> constraints(String schema, String kind) {
        return db.sql(
                        """
                        select c.relname, k.conname, pg_get_constraintdef(k.oid),
                               case when k.contype in ('p', 'u') then
                                   array(select a.attname::text from unnest(k.conkey) as key (n)
                                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.n)
                               else '{}' end
                        from pg_constraint k
                        join pg_class c on c.oid = k.conrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and k.%s
                        order by c.relname, k.contype, k.conname
                        """
                                .formatted(kind))
                .params(schema)
                .query((row, n) ->
                        new Definition(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                true,
                                List.of((String[]) row.getArray(4).getArray())))
                .list();
    }

    private List<Definition> indexes(String schema) {
        return db.sql(
                        """
                        select c.relname, i.relname, pg_get_indexdef(i.oid),
                               case when x.indisunique then
                                   array(select a.attname::text from unnest(x.indkey::int[]) as key (n)
                                         join pg_attribute a on a.attrelid = x.indrelid and a.attnum = key.n)
                               else '{}' end
                        from pg_index x
                        join pg_class i on i.oid = x.indexrelid
                        join pg_class c on c.oid = x.indrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and not exists (select 1 from pg_constraint k where k.conindid = i.oid)
                        order by c.relname, i.relname
                        """)
                .params(schema)
                .query((row, n) ->
                        new Definition(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                false,
                                List.of((String[]) row.getArray(4).getArray())))
                .list();
    }

    /** Within the caller's transaction, with the schema as search path. */
    void drop(List<Definition> definitions) {
        for (var each : definitions.reversed()) {
            db.sql(
                            each.constraint()
                                    ? "alter table %s drop constraint %s"
                                            .formatted(quoted(each.table()), quoted(each.name()))
                                    : "drop index " + quoted(each.name()))
                    .update();
        }
    }

    boolean exists(String schema, Definition definition) {
        return db.sql(
                        definition.constraint()
                                ? """
                                select exists (select 1 from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                                               where n.nspname = ? and k.conname = ?)
                                """
                                : """
                                select exists (select 1 from pg_class i join pg_namespace n on n.oid = i.relnamespace
                                               where n.nspname = ? and i.relname = ?)
                                """)
                .params(schema, definition.name())
                .query(Boolean.class)
                .single();
    }

    /** Within the caller's transaction, with the schema as search path. */
    void make(Definition definition) {
        db.sql("set local maintenance_work_mem = '128MB'").update();
        db.sql(
                        definition.constraint()
                                ? "alter table %s add constraint %s %s"
                                        .formatted(
                                                quoted(definition.table()),
                                                quoted(definition.name()),
                                                definition.definition())
                                : definition.definition())
                .update();
    }

    /** So that the first readers do not meet a table PostgreSQL knows nothing of. */
    void analyze(String schema, Table table) {
        db.sql("analyze %s.%s".formatted(quoted(schema), quoted(table.name()))).update();
    }

    /** Within the caller's transaction: of rows with the same key the one that came first stays. */
    int removeDoubles(Definition definition) {
        var table = quoted(definition.table());
        var same =
                definition.unique().stream()
                        .map(column -> "a.%1$s = b.%1$s".formatted(quoted(column)))
                        .toList();
        return db.sql(
                        "delete from %1$s a using %1$s b where %2$s and a.ctid > b.ctid"
                                .formatted(table, String.join(" and ", same)))
                .update();
    }
}
