package cn.fupin.reporting.history;

import cn.fupin.reporting.asof.AsOf;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which notices they are of which later events only say the id. */
final class NoticeNames {
    private static final String POSTED =
            """
            select distinct on (notice_id) notice_id, kind, place from notices
            where notice_id = any(cast(:notices as text[])) and position <= :household
            order by notice_id, sequence desc
            """;

    private NoticeNames() {}

    /**
     * @param kind as the events say it
     * @param place where it hung
     */
    record Posted(String kind, String place) {}

    /** By the notice's id; one that nobody posted yet, as far as is known, is not there. */
    static Map<String, Posted> of(Collection<LifeEvent> events, AsOf asOf, JdbcClient db) {
        var ids =
                events.stream()
                        .map(e -> e.text("noticeId"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toArray(String[]::new);
        var posted = new HashMap<String, Posted>();
        if (ids.length == 0) return posted;
        db.sql(POSTED)
                .paramSource(asOf.parameters().addValue("notices", ids))
                .query(row -> {
                    posted.put(
                            row.getString("notice_id"),
                            new Posted(row.getString("kind"), row.getString("place")));
                });
        return posted;
    }
}
