package cn.fupin.household.notice;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A notice as it stands: until when it hangs, and how each household named in it stands. */
@Configuration(proxyBeanMethods = false)
class NoticeSheet {
    private static final String READ = "notice.read";

    /**
     * @param hangsUntil the last day of its legal duration
     * @param closesFrom the first day on which it may be closed
     */
    record Shown(
            String noticeId,
            NoticeKind kind,
            String region,
            @Nullable String place,
            @Nullable String hotline,
            @Nullable String batchId,
            LocalDate postedOn,
            LocalDate hangsUntil,
            LocalDate closesFrom,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate withdrawnOn,
            List<Named> households,
            List<LeftOut> omissions) {}

    /**
     * @param reliedOn the day of the first step that stands on the notice
     */
    record Named(
            String householdId,
            Objection objection,
            @Nullable LocalDate settledOn,
            @Nullable LocalDate reliedOn) {}

    /**
     * Who is said to have been left out; of one without a file the name is told by {@code
     * /persons/{personId}/reveal}.
     *
     * @param becameHouseholdId the household that it is by now
     */
    record LeftOut(
            String omissionId,
            @Nullable String householdId,
            @Nullable String personId,
            Omission.State state,
            LocalDate raisedOn,
            @Nullable LocalDate settledOn,
            @Nullable LocalDate revisitBy,
            @Nullable String becameHouseholdId) {}

    private record Row(
            NoticeKind kind,
            String region,
            @Nullable String place,
            @Nullable String hotline,
            @Nullable String batchId,
            LocalDate postedOn,
            LocalDate over,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate withdrawnOn) {}

    private final JdbcClient db;

    NoticeSheet(JdbcClient db) {
        this.db = db;
    }

    @Bean
    RouterFunction<ServerResponse> noticeRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/notices/{noticeId}",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var shown = shown(request.pathVariable("noticeId"));
                                            reads.check(entry, READ, shown.region());
                                            return Reads.json(shown);
                                        }))
                .build();
    }

    private Shown shown(String noticeId) {
        Check.id("notice", "noticeId", noticeId);
        var row =
                db.sql(
                                """
                                select kind, region, place, hotline, batch_id, posted_on, over,
                                    closed_on, withdrawn_on
                                from notice where notice_id = ?
                                """)
                        .param(noticeId)
                        .query(Row.class)
                        .optional()
                        .orElseThrow(() -> new UnknownId("noticeId", noticeId));
        return new Shown(
                noticeId,
                row.kind(),
                row.region(),
                row.place(),
                row.hotline(),
                row.batchId(),
                row.postedOn(),
                row.over().minusDays(1),
                row.over(),
                row.closedOn(),
                row.withdrawnOn(),
                named(noticeId),
                leftOut(noticeId));
    }

    private List<LeftOut> leftOut(String noticeId) {
        return db.sql(
                        """
                        select omission_id, household_id, person_id, state, raised_on, settled_on,
                            revisit_by, became_household_id
                        from notice_omission where notice_id = ? order by raised_on, omission_id
                        """)
                .param(noticeId)
                .query(LeftOut.class)
                .list();
    }

    private List<Named> named(String noticeId) {
        return db.sql(
                        """
                        select household_id, objection, settled_on, relied_on
                        from notice_household where notice_id = ? order by household_id
                        """)
                .param(noticeId)
                .query(Named.class)
                .list();
    }
}
