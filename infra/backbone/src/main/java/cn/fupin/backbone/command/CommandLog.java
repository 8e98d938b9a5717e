package cn.fupin.backbone.command;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row per Idempotency-Key. Every method joins the transaction it is called in. */
public final class CommandLog {
    private final JdbcClient db;
    private final BodySeal bodies;

    public CommandLog(JdbcClient db, BodySeal bodies) {
        this.db = db;
        this.bodies = bodies;
    }

    /** Takes the key; waits for a transaction that has it just now. False when it is taken. */
    boolean take(String key, byte[] bodySha256) {
        return db.sql(
                                """
                                insert into commands (command_id, body_sha256) values (?, ?)
                                on conflict do nothing
                                """)
                        .params(key, bodies.of(bodySha256))
                        .update()
                == 1;
    }

    void answer(String key, Answer answer) {
        db.sql("update commands set status = ?, answer = ? where command_id = ?")
                .params(answer.status(), answer.json(), key)
                .update();
    }

    /** The answer given before, or 422 when the key came with another body. */
    Optional<Answer> find(String key, byte[] bodySha256) {
        return db.sql("select body_sha256, status, answer from commands where command_id = ?")
                .param(key)
                .query((row, n) ->
                        isOf(row.getBytes(1), bodySha256)
                                ? new Answer(row.getInt(2), row.getBytes(3), true)
                                : Answer.keyReused())
                .optional();
    }

    /**
     * Of a command that was recovered from the topic, which has no bodies, any body is the one.
     * Rows from before bodies were sealed hold the hash itself.
     */
    private boolean isOf(byte[] stored, byte[] asked) {
        return stored.length == 0
                || MessageDigest.isEqual(stored, bodies.of(asked))
                || MessageDigest.isEqual(stored, asked);
    }
}
