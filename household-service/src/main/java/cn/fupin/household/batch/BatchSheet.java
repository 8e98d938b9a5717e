package cn.fupin.household.batch;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.household.batch.Batches.KnownBatch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A batch as it stands: until when it takes applications, who applied in it and how far each came,
 * and which meetings and notices were about them.
 */
@Configuration(proxyBeanMethods = false)
class BatchSheet {
    private static final String READ = "batch.read";

    /**
     * @param lastDay the last day on which somebody may apply in it
     */
    record Shown(
            String batchId,
            String region,
            LocalDate appliesFrom,
            LocalDate appliesUntil,
            @Nullable LocalDate closedOn,
            LocalDate lastDay,
            List<Applied> applications,
            List<Meeting> meetings,
            List<Posted> notices) {}

    /**
     * @param stage the last step of its identification, and the decision once there is one:
     *     APPLIED, SURVEYED, ASSESSED, REVIEWED, REGISTERED, REJECTED, WITHDREW, BACK_ON_FILE, or
     *     DISSOLVED or MERGED before it
     * @param since the day of that step
     */
    record Applied(String householdId, LocalDate appliedOn, String stage, LocalDate since) {}

    /**
     * @param households how many of the batch were put to the vote
     */
    record Meeting(String assessmentId, LocalDate heldOn, long households) {}

    /**
     * @param closesFrom the first day on which it may be closed
     * @param households how many of the batch it names
     * @param openObjections to how many of them an objection waits to be settled
     */
    record Posted(
            String noticeId,
            String kind,
            LocalDate postedOn,
            LocalDate closesFrom,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate withdrawnOn,
            long households,
            long openObjections) {}

    // Of an application on file that came to nothing and was made anew in another batch, the
    // decision of this one is the first.
    private static final String APPLIED =
            """
            with steps (step, stage, decides) as (values
                ('HouseholdApplied', 'APPLIED', false), ('HouseholdOnFileApplied', 'APPLIED', false),
                ('HouseholdSurveyed', 'SURVEYED', false), ('HouseholdAssessed', 'ASSESSED', false),
                ('TownshipReviewed', 'REVIEWED', false), ('HouseholdRegistered', 'REGISTERED', true),
                ('HouseholdRejected', 'REJECTED', true), ('HouseholdWithdrew', 'WITHDREW', true),
                ('HouseholdBackOnFile', 'BACK_ON_FILE', true), ('HouseholdDissolved', 'DISSOLVED', true),
                ('HouseholdMerged', 'MERGED', true)),
            applied as (
                select a.household_id, a.applied_on, s.stage, s.since, s.decides
                from batch_application a
                cross join lateral (
                    select t.stage, t.decides,
                        cast(substring(convert_from(e.payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"') as date) as since
                    from events e join steps t on t.step = e.payload_type
                    where e.stream_id = a.household_id
                      and not (e.payload_type = 'HouseholdDissolved' and exists (
                        select from events r
                        where r.stream_id = e.stream_id and r.payload_type = 'EndRevoked' and r.sequence > e.sequence))
                      and e.sequence >= (
                        select min(o.sequence) from events o
                        where o.stream_id = a.household_id
                          and convert_from(o.payload, 'UTF8') like '%"batchId":"' || a.batch_id || '"%')
                    order by t.decides desc, case when t.decides then e.sequence else -e.sequence end
                    limit 1) s
                where a.batch_id = :batch)
            """;

    private final JdbcClient db;
    private final Batches batches;

    BatchSheet(JdbcClient db, Batches batches) {
        this.db = db;
        this.batches = batches;
    }

    @Bean
    RouterFunction<ServerResponse> batchRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/batches/{batchId}",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var shown = shown(request.pathVariable("batchId"));
                                            reads.check(entry, READ, shown.region());
                                            return Reads.json(shown);
                                        }))
                .build();
    }

    private Shown shown(String batchId) {
        Check.id("batch", "batchId", batchId);
        var batch = batches.find(batchId);
        if (batch == null) throw new UnknownId("batchId", batchId);
        return shown(batch);
    }

    private Shown shown(KnownBatch batch) {
        return new Shown(
                batch.batchId(),
                batch.region(),
                batch.appliesFrom(),
                batch.appliesUntil(),
                batch.closedOn(),
                batch.lastDay(),
                listed(
                        batch,
                        """
                        select household_id, applied_on, stage, since from applied
                        order by applied_on, household_id
                        """,
                        Applied.class),
                listed(
                        batch,
                        """
                        select m.assessment_id, m.held_on, count(*) as households
                        from applied a
                        join assessment_ballot b using (household_id)
                        join assessment m using (assessment_id)
                        where m.held_on >= a.applied_on and (not a.decides or m.held_on <= a.since)
                        group by m.assessment_id, m.held_on
                        order by m.held_on, m.assessment_id
                        """,
                        Meeting.class),
                listed(
                        batch,
                        """
                        select n.notice_id, n.kind, n.posted_on, n.over as closes_from, n.closed_on, n.withdrawn_on,
                            count(*) as households, count(*) filter (where h.objection = 'OPEN') as open_objections
                        from applied a
                        join notice_household h using (household_id)
                        join notice n using (notice_id)
                        where n.posted_on >= a.applied_on and (not a.decides or n.posted_on <= a.since)
                        group by n.notice_id
                        order by n.posted_on, n.notice_id
                        """,
                        Posted.class));
    }

    private <T> List<T> listed(KnownBatch batch, String sql, Class<T> type) {
        return db.sql(APPLIED + sql).param("batch", batch.batchId()).query(type).list();
    }
}
