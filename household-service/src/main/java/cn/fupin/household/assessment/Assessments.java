package cn.fupin.household.assessment;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.assessment.AssessmentEvent.AssessmentHeld;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.division.Lineages;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings held and their ballots; neither ever changes. */
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
        db.sql(
                        """
                        insert into assessment_ballot (assessment_id, household_id, votes_for, votes_against)
                        select ?, * from unnest(?, ?, ?) on conflict do nothing
                        """)
                .params(
                        List.of(
                                e.assessmentId(),
                                e.ballots().stream()
                                        .map(Ballot::householdId)
                                        .toArray(String[]::new),
                                e.ballots().stream().map(Ballot::votesFor).toArray(Integer[]::new),
                                e.ballots().stream()
                                        .map(Ballot::votesAgainst)
                                        .toArray(Integer[]::new)))
                .update();
    }
}
