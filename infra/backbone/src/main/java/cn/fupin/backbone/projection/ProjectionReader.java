package cn.fupin.backbone.projection;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads projections in one snapshot. The schemas' names come from the pointer rows at the start of
 * the transaction, so a switch to a rebuilt generation never shows half of each.
 */
public final class ProjectionReader {

    private static final int TIMEOUT_SECONDS = 30;

    private final JdbcClient db;
    private final TransactionTemplate snapshot;

    public ProjectionReader(DataSource dataSource, PlatformTransactionManager transactions) {
        this.db = JdbcClient.create(dataSource);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
    }

    /**
     * Runs the queries with the live schemas of all projections, then public, as search path. A
     * transaction that is under way gets its own search path back.
     */
    @SuppressWarnings("NullAway") // the template hands through what the query gives, null included
    public <T extends @Nullable Object> T read(Function<JdbcClient, T> query) {
        return snapshot.execute(status -> {
            var before =
                    db.sql("select current_setting('search_path')").query(String.class).single();
            db.sql(
                            """
                            select set_config('search_path', concat_ws(', ',
                                string_agg(quote_ident(schema_name), ', ' order by name), 'public'), true)
                            from public.projection_live
                            """)
                    .query(String.class)
                    .single();
            var answer = query.apply(db);
            if (!status.isNewTransaction()) {
                db.sql("select set_config('search_path', ?, true)")
                        .param(before)
                        .query(String.class)
                        .single();
            }
            return answer;
        });
    }
}
