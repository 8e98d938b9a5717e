package cn.fupin.household.notice;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.notice.NoticeEvent.NoticeClosed;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import cn.fupin.household.notice.NoticeEvent.ObjectionRaised;
import cn.fupin.household.notice.NoticeEvent.ObjectionSettled;
import cn.fupin.household.notice.NoticeEvent.OmissionFollowedUp;
import cn.fupin.household.notice.NoticeEvent.OmissionRaised;
import cn.fupin.household.notice.NoticeEvent.OmissionSettled;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notices and how each household named in them stands; commits with the notices' own events.
 */
@Component
public class Notices {
    /**
     * What a household's command is told of a notice.
     *
     * @param over the first day after its legal duration
     * @param closedOn null while it hangs
     * @param objection null when the notice does not name the household
     * @param settledOn the day of the last settlement of an objection to it, null without one
     * @param withdrawn whether it was posted wrongly: nothing can stand on it
     */
    public record KnownNotice(
            String noticeId,
            NoticeKind kind,
            String region,
            Lineage lineage,
            LocalDate postedOn,
            LocalDate over,
            @Nullable LocalDate closedOn,
            @Nullable Objection objection,
            @Nullable LocalDate settledOn,
            boolean withdrawn) {}

    private record Row(
            String noticeId,
            NoticeKind kind,
            String region,
            LocalDate postedOn,
            LocalDate over,
            @Nullable LocalDate closedOn,
            @Nullable Objection objection,
            @Nullable LocalDate settledOn,
            boolean withdrawn) {
        KnownNotice by(Lineage lineage) {
            return new KnownNotice(
                    noticeId, kind, region, lineage, postedOn, over, closedOn, objection, settledOn,
                    withdrawn);
        }
    }

    private final JdbcClient db;
    private final Lineages lineages;

    Notices(JdbcClient db, Lineages lineages) {
        this.db = db;
        this.lineages = lineages;
    }

    public @Nullable KnownNotice find(String noticeId, String householdId) {
        return db.sql(
                        """
                        select n.notice_id, n.kind, n.region, n.posted_on, n.over, n.closed_on,
                            h.objection, h.settled_on, n.withdrawn_on is not null as withdrawn
                        from notice n
                        left join notice_household h on h.notice_id = n.notice_id and h.household_id = :household
                        where n.notice_id = :notice
                        """)
                .param("notice", noticeId)
                .param("household", householdId)
                .query(Row.class)
                .optional()
                .map(row -> row.by(lineages.lineage()))
                .orElse(null);
    }

    /** The one of that kind posted last for the household by that day, of those not withdrawn. */
    public @Nullable KnownNotice last(NoticeKind kind, String householdId, LocalDate by) {
        return db.sql(
                        """
                        select n.notice_id, n.kind, n.region, n.posted_on, n.over, n.closed_on,
                            h.objection, h.settled_on, false as withdrawn
                        from notice_household h join notice n using (notice_id)
                        where h.household_id = :household and n.kind = :kind and n.withdrawn_on is null
                          and n.posted_on <= :by
                        order by n.posted_on desc, n.notice_id desc limit 1
                        """)
                .param("household", householdId)
                .param("kind", kind.name())
                .param("by", by)
                .query(Row.class)
                .optional()
                .map(row -> row.by(lineages.lineage()))
                .orElse(null);
    }

    /**
     * What a step finds that stands on a notice.
     *
     * @param objection how the household stands in it, null when it is not named there
     */
    public record Relied(boolean withdrawn, @Nullable Objection objection) {}

    /**
     * A step stands on the notice, in the transaction of its own event. Both a step and a
     * withdrawal hold the notice's row while they look at the other, and a step and an objection
     * the row of the household in it.
     */
    public Relied relyOn(String noticeId, String householdId, LocalDate on) {
        var withdrawn =
                db.sql("select withdrawn_on from notice where notice_id = ? for share")
                        .param(noticeId)
                        .query(LocalDate.class)
                        .optional()
                        .isPresent();
        var objection =
                db.sql(
                                """
                                update notice_household set relied_on = coalesce(relied_on, ?)
                                where notice_id = ? and household_id = ?
                                returning objection
                                """)
                        .params(on, noticeId, householdId)
                        .query(Objection.class)
                        .optional()
                        .orElse(null);
        return new Relied(withdrawn, objection);
    }

    /** Of each whose first notice is closed by that day, the day the last such was hung up. */
    public Map<String, LocalDate> firstOver(Collection<String> householdIds, LocalDate by) {
        var days = new HashMap<String, LocalDate>();
        db.sql(
                        """
                        select h.household_id, max(n.posted_on)
                        from notice_household h join notice n using (notice_id)
                        where h.household_id = any(?) and n.kind = 'FIRST' and n.withdrawn_on is null
                          and n.closed_on <= ?
                        group by h.household_id
                        """)
                .params(householdIds.toArray(String[]::new), by)
                .query((row, _) -> days.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return days;
    }

    /** Where it hangs, null for one that is not there. */
    public @Nullable String regionOf(String noticeId) {
        return db.sql("select region from notice where notice_id = ?")
                .param(noticeId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The household that somebody says was left out, null where it is somebody without a file. */
    public @Nullable String leftOut(String noticeId, String omissionId) {
        return db.sql(
                        """
                        select household_id from notice_omission
                        where notice_id = ? and omission_id = ? and household_id is not null
                        """)
                .params(noticeId, omissionId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @EventHandler
    void on(NoticePosted e) {
        db.sql(
                        """
                        insert into notice
                            (notice_id, kind, region, posted_on, over, place, hotline, batch_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        e.noticeId(),
                        e.kind().name(),
                        e.region(),
                        e.occurredOn(),
                        Notice.over(e),
                        e.place())
                .param(e.hotline())
                .param(e.batchId())
                .update();
        db.sql(
                        """
                        insert into notice_household (notice_id, household_id, objection)
                        select ?, unnest(?), 'NONE' on conflict do nothing
                        """)
                .params(e.noticeId(), e.householdIds().toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(ObjectionRaised e) {
        set(e.noticeId(), e.householdId(), Objection.OPEN);
    }

    @EventHandler
    void on(ObjectionSettled e) {
        set(e.noticeId(), e.householdId(), e.upheld() ? Objection.UPHELD : Objection.DISMISSED);
        db.sql(
                        """
                        update notice_household set settled_on = greatest(settled_on, ?)
                        where notice_id = ? and household_id = ?
                        """)
                .params(e.occurredOn(), e.noticeId(), e.householdId())
                .update();
    }

    @EventHandler
    void on(OmissionRaised e) {
        db.sql(
                        """
                        insert into notice_omission
                            (notice_id, omission_id, household_id, person_id, state, raised_on)
                        values (?, ?, ?, ?, 'OPEN', ?) on conflict do nothing
                        """)
                .param(e.noticeId())
                .param(e.omissionId())
                .param(e.householdId())
                .param(e.personId())
                .param(e.occurredOn())
                .update();
    }

    @EventHandler
    void on(OmissionSettled e) {
        db.sql(
                        """
                        update notice_omission set state = ?, settled_on = ?, revisit_by = ?
                        where notice_id = ? and omission_id = ?
                        """)
                .param(e.upheld() ? "UPHELD" : "DISMISSED")
                .param(e.occurredOn())
                .param(e.revisitBy())
                .param(e.noticeId())
                .param(e.omissionId())
                .update();
    }

    @EventHandler
    void on(OmissionFollowedUp e) {
        db.sql(
                        """
                        update notice_omission set state = 'FOLLOWED_UP', became_household_id = ?
                        where notice_id = ? and omission_id = ?
                        """)
                .params(e.householdId(), e.noticeId(), e.omissionId())
                .update();
    }

    @EventHandler
    void on(NoticeClosed e) {
        db.sql("update notice set closed_on = ? where notice_id = ?")
                .params(e.occurredOn(), e.noticeId())
                .update();
    }

    @EventHandler
    void on(NoticeWithdrawn e) {
        db.sql("update notice set withdrawn_on = ? where notice_id = ?")
                .params(e.occurredOn(), e.noticeId())
                .update();
        db.sql(
                        """
                        select household_id from notice_household
                        where notice_id = ? and relied_on is not null order by 1 limit 1
                        """)
                .param(e.noticeId())
                .query(String.class)
                .optional()
                .ifPresent(household -> {
                    throw new Refused(
                            NoticeReason.STEPS_STAND_ON_IT, Map.of("householdId", household));
                });
    }

    private void set(String noticeId, String householdId, Objection objection) {
        db.sql("update notice_household set objection = ? where notice_id = ? and household_id = ?")
                .params(objection.name(), noticeId, householdId)
                .update();
    }
}
