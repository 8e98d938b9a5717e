package cn.fupin.backbone.projection;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows made from messages, which can be thrown away and made again. A bean of this type is run by
 * the backbone: see {@code ProjectionRunner}.
 */
public interface Projection {

    /** In snake_case, at most 40 letters; the tables live in the schema {@code <name>_1}. */
    String name();

    /** The topics it reads: {@code fupin.household}, … */
    Set<String> topics();

    /** Unqualified {@code create table} statements; run once, in the projection's own schema. */
    String ddl();

    /**
     * Puts one message into the rows, within the batch's transaction; unqualified names are the
     * projection's own tables. Must commute across streams and be idempotent per event id. A
     * message that is of no interest is passed over; whatever is thrown, except for a database that
     * cannot be reached, parks the message's key until a person resumes it.
     */
    void apply(Message message, JdbcClient db);
}
