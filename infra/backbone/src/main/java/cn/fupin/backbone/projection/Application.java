package cn.fupin.backbone.projection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts messages into a generation's tables, whichever kind of read model they are of. */
final class Application {
    private final ReadModel model;
    private final JdbcClient db;
    private final Inserts inserts;

    private Application(Generation generation, JdbcTemplate plain) {
        this.model = generation.model();
        this.db = JdbcClient.create(plain);
        this.inserts = Inserts.into(generation, plain);
    }

    /** Within the caller's transaction. */
    static Application begin(Generation generation, ProjectionSchemas schemas, JdbcTemplate plain) {
        if (generation.model() instanceof Lookup) schemas.enter(generation); // has its own SQL
        return new Application(generation, plain);
    }

    /** What it does is only sure to be in the tables after {@link #write}. */
    void apply(Message message) {
        switch (model) {
            case Projection projection -> projection.apply(message, inserts);
            case Lookup lookup -> lookup.apply(message, db);
        }
    }

    void write() {
        inserts.write();
    }

    /** Forgets what was applied and not yet written. */
    void discard() {
        inserts.discard();
    }
}
