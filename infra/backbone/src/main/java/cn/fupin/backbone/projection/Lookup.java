package cn.fupin.backbone.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a service needs to know of another to decide its own commands: current state, overwritten
 * message by message. What needs no overwriting is a {@link Projection}.
 */
public non-sealed interface Lookup extends ReadModel {

    /**
     * Puts one message into the tables, within the batch's transaction; unqualified names are the
     * look-up's own. Must commute across streams and be idempotent per event id. A message that is
     * of no interest is passed over; whatever is thrown, except for a database that cannot be
     * reached, parks the message's key until a person resumes it.
     */
    void apply(Message message, JdbcClient db);
}
