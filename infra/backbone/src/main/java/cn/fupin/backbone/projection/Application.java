package cn.fupin.backbone.projection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts messages into the tables of the search path, whichever kind of read model they are of. */
final class Application {
    private final ReadModel model;
    private final JdbcClient db;
    private final Inserts inserts;

    Application(ReadModel model, JdbcTemplate plain) {
        this.model = model;
        this.db = JdbcClient.create(plain);
        this.inserts = new Inserts(plain);
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
