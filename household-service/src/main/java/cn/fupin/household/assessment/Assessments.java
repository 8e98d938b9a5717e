package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.assessment.AssessmentEvent.*;
import cn.fupin.household.division.Lineages;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The meetings held and their ballots, as corrected last; those that were withdrawn are none. A
 * step that stands on a meeting, and whoever withdraws or corrects that, hold its row while they
 * look at the other.
 */
@Component
public class Assessments {
    /**
     * What a household's command is told of a meeting: nulls stand for a household not voted on.
     */
    public record KnownAssessment(
            String assessmentId,
            String region,
            Lineage lineage,
            LocalDate heldOn,
            int attendance,
            boolean assumed,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst) {}

    private record Row(
            String assessmentId,
            String region,
            LocalDate heldOn,
            int attendance,
            boolean assumed,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst) {
        KnownAssessment by(Lineage lineage) {
            return new KnownAssessment(
                    assessmentId,
                    region,
                    lineage,
                    heldOn,
                    attendance,
                    assumed,
                    votesFor,
                    votesAgainst);
        }
    }

    private final JdbcClient db;
    private final Lineages lineages;

    Assessments(JdbcClient db, Lineages lineages) {
        this.db = db;
        this.lineages = lineages;
    }

    public @Nullable KnownAssessment find(String assessmentId, String householdId) {
        return db.sql(
                        """
                        select a.assessment_id, a.region, a.held_on, a.attendance, a.assumed,
                            b.votes_for, b.votes_against
                        from assessment a
                        left join assessment_ballot b
                            on b.assessment_id = a.assessment_id and b.household_id = :household
                        where a.assessment_id = :assessment
                        """)
                .param("assessment", assessmentId)
                .param("household", householdId)
                .query(Row.class)
                .optional()
                .map(row -> row.by(lineages.lineage()))
                .orElse(null);
    }

    /** Where it was held, null for one that is not there. */
    public @Nullable String regionOf(String assessmentId) {
        return db.sql("select region from assessment where assessment_id = ?")
                .param(assessmentId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * What a step finds that stands on a meeting, in the transaction of its own event.
     *
     * @param votesFor null with {@code votesAgainst} when it did not vote on the household
     */
    public record Relied(
            LocalDate heldOn, @Nullable Integer votesFor, @Nullable Integer votesAgainst) {}

    /** Null when the meeting is none. */
    public @Nullable Relied relyOn(String assessmentId, String householdId) {
        return db.sql(
                        """
                        select a.held_on, b.votes_for, b.votes_against
                        from assessment a
                        left join assessment_ballot b
                            on b.assessment_id = a.assessment_id and b.household_id = :household
                        where a.assessment_id = :assessment for share of a
                        """)
                .param("assessment", assessmentId)
                .param("household", householdId)
                .query(Relied.class)
                .optional()
                .orElse(null);
    }

    /** Of each that a meeting voted for by that day, the day of the last such meeting. */
    public Map<String, LocalDate> votedFor(Collection<String> householdIds, LocalDate by) {
        var days = new HashMap<String, LocalDate>();
        db.sql(
                        """
                        select b.household_id, max(a.held_on)
                        from assessment_ballot b join assessment a using (assessment_id)
                        where b.household_id = any(?) and a.held_on <= ? and b.votes_for > b.votes_against
                        group by b.household_id
                        """)
                .params(householdIds.toArray(String[]::new), by)
                .query((row, _) -> days.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return days;
    }

    @EventHandler
    void on(AssessmentHeld e) {
        db.sql("insert into assessment values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(e.assessmentId(), e.region(), e.occurredOn(), e.attendance(), e.assumed())
                .update();
        voted(e.assessmentId(), e.ballots());
    }

    @EventHandler
    void on(AssessmentWithdrawn e) {
        heldOn(e.assessmentId());
        noStepStandsOn(e.assessmentId());
        db.sql("delete from assessment_ballot where assessment_id = ?")
                .param(e.assessmentId())
                .update();
        db.sql("delete from assessment where assessment_id = ?").param(e.assessmentId()).update();
    }

    /** A step is of the day of its meeting. */
    @EventHandler
    void on(AssessmentCorrected e) {
        if (!e.heldOn().equals(heldOn(e.assessmentId()))) noStepStandsOn(e.assessmentId());
        db.sql("update assessment set held_on = ?, attendance = ? where assessment_id = ?")
                .params(e.heldOn(), e.attendance(), e.assessmentId())
                .update();
        db.sql("delete from assessment_ballot where assessment_id = ?")
                .param(e.assessmentId())
                .update();
        voted(e.assessmentId(), e.ballots());
    }

    private LocalDate heldOn(String assessmentId) {
        return db.sql("select held_on from assessment where assessment_id = ? for update")
                .param(assessmentId)
                .query(LocalDate.class)
                .single();
    }

    /** Of all it was ever said to have voted on. */
    private void noStepStandsOn(String assessmentId) {
        if (!CurrentUnitOfWork.isStarted()) return;
        db.sql(
                        """
                        with named as (
                            select distinct jsonb_path_query(
                                convert_from(payload, 'UTF8')::jsonb, '$.ballots[*].householdId') #>> '{}' as household_id
                            from events where stream_id = :assessment)
                        select e.stream_id from named n join events e on e.stream_id = n.household_id
                        where e.payload_type in (
                            'HouseholdAssessed', 'ExitAssessed', 'RelapseAssessed', 'MonitoringAssessed')
                          and convert_from(e.payload, 'UTF8')::jsonb ->> 'assessmentId' = :assessment
                        order by e.stream_id limit 1
                        """)
                .param("assessment", assessmentId)
                .query(String.class)
                .optional()
                .ifPresent(household -> {
                    throw new Refused(
                            AssessmentReason.STEPS_STAND_ON_IT, Map.of("householdId", household));
                });
    }

    private void voted(String assessmentId, List<Ballot> ballots) {
        db.sql(
                        """
                        insert into assessment_ballot (assessment_id, household_id, votes_for, votes_against)
                        select ?, * from unnest(?, ?, ?) on conflict do nothing
                        """)
                .params(
                        List.of(
                                assessmentId,
                                ballots.stream().map(Ballot::householdId).toArray(String[]::new),
                                ballots.stream().map(Ballot::votesFor).toArray(Integer[]::new),
                                ballots.stream().map(Ballot::votesAgainst).toArray(Integer[]::new)))
                .update();
    }
}
