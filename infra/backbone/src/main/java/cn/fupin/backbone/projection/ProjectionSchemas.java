package cn.fupin.backbone.projection;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the schemas of a read model's generations, and knows which one is live. */
final class ProjectionSchemas {
    private static final String NAME = "[a-z][a-z0-9_]{0,39}";

    private final JdbcClient db;
    private final JdbcTemplate plain;
    private final TransactionTemplate transaction;

    ProjectionSchemas(JdbcClient db, JdbcTemplate plain, TransactionTemplate transaction) {
        this.db = db;
        this.plain = plain;
        this.transaction = transaction;
    }

    /** The live generation; the first one is made here, by whichever instance comes first. */
    Generation live(ReadModel model) {
        var name = model.name();
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a projection's name: " + name);
        }
        var known = pointer(model);
        if (known.isPresent()) return known.get();
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended('fupin-projection', 0))")
                    .query(rows -> {});
            if (pointer(model).isEmpty()) makeFirst(model);
        });
        return pointer(model).orElseThrow();
    }

    /** Which generation of each read model is live. */
    Map<String, Integer> pointers() {
        var live = new HashMap<String, Integer>();
        db.sql("select name, generation from projection_live")
                .query(row -> {
                    live.put(row.getString(1), row.getInt(2));
                });
        return live;
    }

    /** Within the caller's transaction: is it live, and does it stay so until the commit? */
    boolean isLive(Generation generation) {
        return db.sql("select 1 from projection_live where name = ? and generation = ? for share")
                .params(generation.name(), generation.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Within the caller's transaction: nobody writes into the live generation until its end. */
    void holdLive(ReadModel model) {
        db.sql("select 1 from projection_live where name = ? for update")
                .params(model.name())
                .query(Integer.class)
                .single();
    }

    /** Within the caller's transaction: from its commit on, this is what readers see. */
    void makeLive(Generation generation) {
        db.sql(
                        """
                        update projection_live set generation = ?, schema_name = ?, ddl_sha256 = ? where name = ?
                        """)
                .params(
                        generation.number(),
                        generation.schema(),
                        hash(generation.model()),
                        generation.name())
                .update();
    }

    /** Within the caller's transaction: unqualified names are this generation's tables. */
    void enter(Generation generation) {
        db.sql("select set_config('search_path', quote_ident(:schema) || ', public', true)")
                .param("schema", generation.schema())
                .query(String.class)
                .single();
    }

    /** Within the caller's transaction: the schema and its empty tables. */
    void make(Generation generation) {
        plain.execute("create schema " + generation.schema()); // the name was checked in live()
        enter(generation);
        plain.execute(generation.model().ddl());
    }

    /**
     * Within the caller's transaction; waits a second at most for whoever still uses the tables.
     *
     * @throws org.springframework.dao.DataAccessException if somebody uses them for longer
     */
    void drop(Generation generation) {
        plain.execute("set local lock_timeout = '1s'");
        plain.execute("drop schema if exists %s cascade".formatted(generation.schema()));
    }

    /** What the live tables were made with; empty if that was not kept. */
    Optional<String> liveHash(String name) {
        return db.sql("select coalesce(ddl_sha256, '') from projection_live where name = ?")
                .params(name)
                .query(String.class)
                .optional()
                .filter(hash -> !hash.isEmpty());
    }

    /**
     * Whether the live tables are the program's, as far as it was kept what they were made with.
     */
    boolean fits(ReadModel model) {
        return liveHash(model.name()).map(hash(model)::equals).orElse(true);
    }

    static String hash(ReadModel model) {
        return Hashing.sha256().hashString(model.ddl(), StandardCharsets.UTF_8).toString();
    }

    private Optional<Generation> pointer(ReadModel model) {
        return db.sql("select generation, schema_name from projection_live where name = :name")
                .param("name", model.name())
                .query((row, n) -> new Generation(model, row.getInt(1), row.getString(2)))
                .optional();
    }

    private void makeFirst(ReadModel model) {
        var first = Generation.of(model, 1);
        make(first);
        db.sql(
                        """
                        insert into projection_live (name, schema_name, generation, ddl_sha256) values (?, ?, ?, ?)
                        """)
                .params(first.name(), first.schema(), first.number(), hash(model))
                .update();
    }
}
