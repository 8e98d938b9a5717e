package cn.fupin.reporting.clerk;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database works off a question about a county, until the caller's snapshot ends. */
public final class Workspace {
    private Workspace() {}

    /**
     * Room to sort and to match the households of a county in memory; and nothing is compiled for
     * questions of which most take less than that.
     */
    public static void wide(JdbcClient db) {
        db.sql("select set_config('work_mem', '32MB', true), set_config('jit', 'off', true)")
                .query()
                .singleRow();
    }
}
