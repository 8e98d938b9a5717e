package cn.fupin.funding.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commitments there are: written in the append's own transaction, so never behind. */
@Component
class Commitments {
    private final JdbcClient db;

    Commitments(JdbcClient db) {
        this.db = db;
    }

    @Nullable Committed find(String commitmentId) {
        return db.sql(
                        """
                        select project_id, region, committed_on
                        from commitments where commitment_id = :id
                        """)
                .param("id", commitmentId)
                .query(Committed.class)
                .optional()
                .orElse(null);
    }
}
