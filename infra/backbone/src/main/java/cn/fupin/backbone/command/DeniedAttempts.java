package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who tried what without being allowed to, or was told by a refusal what is sealed: a row each, for
 * auditors.
 */
public final class DeniedAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(DeniedAttempts.class);
    private static final int MOST = 1000;

    /**
     * @param permission or the rule by which something sealed was told
     * @param region where it was not allowed; null when the role has no such permission anywhere
     */
    record Attempt(
            long attempt,
            OffsetDateTime attemptedAt,
            String actorId,
            String actorRole,
            String actorRegion,
            String permission,
            String target,
            @Nullable String region) {}

    private final JdbcClient db;

    public DeniedAttempts(JdbcClient db) {
        this.db = db;
    }

    /**
     * In a transaction of its own: the one that was denied is gone.
     *
     * @param target the path that was called
     */
    Answer keep(Denied denied, String target) {
        var actor = denied.actor();
        LOG.warn("越权 denied: {} as {} {}", actor.id(), actor.role(), denied.permission());
        keep(actor, denied.permission(), target, denied.region());
        return Answer.denied(denied);
    }

    /** What was told of somebody's sealed data, likewise. */
    Answer keep(Malformed told, Actor actor, String target) {
        keep(actor, told.rule(), target, null);
        return Answer.malformed(told);
    }

    private void keep(Actor actor, String permission, String target, @Nullable String region) {
        db.sql(
                        """
                        insert into denied_attempt
                            (actor_id, actor_role, actor_region, permission, target, region)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.id(),
                        actor.role(),
                        actor.region(),
                        permission,
                        PersonalNumbers.in(target)
                                ? "…"
                                : target.substring(0, Math.min(200, target.length())))
                .param(region)
                .update();
    }

    /** The attempts after one, in the order they were recorded, at most a thousand. */
    byte[] after(long attempt) {
        return EventJson.MAPPER.writeValueAsBytes(
                db.sql(
                                """
                                select attempt, attempted_at, actor_id, actor_role, actor_region,
                                       permission, target, region
                                from denied_attempt where attempt > ? order by attempt limit ?
                                """)
                        .params(attempt, MOST)
                        .query(Attempt.class)
                        .list());
    }
}
