package cn.fupin.backbone.projection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a projection's first schema, and knows which one is live. */
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
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended('fupin-projection', 0))")
                    .query(rows -> {});
            if (!exists(name)) create(model);
        });
        return db.sql("select generation, schema_name from projection_live where name = :name")
                .param("name", name)
                .query((row, n) -> new Generation(model, row.getInt(1), row.getString(2)))
                .single();
    }

    /** Within the caller's transaction: unqualified names are this generation's tables. */
    void enter(Generation generation) {
        db.sql("select set_config('search_path', quote_ident(:schema) || ', public', true)")
                .param("schema", generation.schema())
                .query(String.class)
                .single();
    }

    private boolean exists(String name) {
        return db.sql("select exists (select 1 from projection_live where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private void create(ReadModel model) {
        var first = new Generation(model, 1, model.name() + "_1");
        plain.execute("create schema " + first.schema()); // the name was checked above
        db.sql("insert into projection_live (name, schema_name, generation) values (?, ?, ?)")
                .params(first.name(), first.schema(), first.number())
                .update();
        enter(first);
        plain.execute(model.ddl());
    }
}
