package cn.fupin.household.household;

import cn.fupin.household.assessment.Assessments;
import cn.fupin.household.notice.HouseholdSteps;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a notice speaks of: after the assessment, after the review, after the agreement to an exit,
 * after the check. A meeting that voted for a household, and a first notice that is over, are there
 * before the township enters what it made of them. Read from the households' events.
 */
@Component
class StepsByDay implements HouseholdSteps {
    private static final Set<String> APPLYING =
            Set.of("HouseholdApplied", "HouseholdOnFileApplied", "HouseholdSurveyed");
    private static final Set<String> REVIEWED = Set.of("TownshipReviewed", "RelapseReviewed");

    /**
     * A relapse goes by a first notice; whether by a meeting before it, the relapse itself asks.
     */
    private static final Set<String> ASSESSED =
            Set.of(
                    "HouseholdAssessed",
                    "HouseholdExited",
                    "RelapseRevoked",
                    "RelapseProposed",
                    "RelapseAssessed",
                    "RelapseWithdrawn");

    private static final Set<String> CHECKED = Set.of("MonitoringChecked", "MonitoringAssessed");

    private static final String[] LIFE = {
        "HouseholdApplied",
        "HouseholdRecorded",
        "HouseholdOnFileApplied",
        "HouseholdBackOnFile",
        "HouseholdSplitOff",
        "HouseholdSurveyed",
        "HouseholdAssessed",
        "TownshipReviewed",
        "HouseholdRegistered",
        "HouseholdRejected",
        "HouseholdWithdrew",
        "HouseholdRemoved",
        "HouseholdDissolved",
        "HouseholdMerged",
        "HouseholdSuspended",
        "HouseholdResumed",
        "ExitProposed",
        "ExitAssessed",
        "ExitVerified",
        "ExitAgreed",
        "ExitWithdrawn",
        "HouseholdExited",
        "ExitRevoked",
        "RelapseProposed",
        "RelapseAssessed",
        "RelapseReviewed",
        "RelapseWithdrawn",
        "HouseholdRelapsed",
        "RelapseRevoked"
    };

    private static final String[] WATCH = {
        "MonitoringClueRaised",
        "MonitoringChecked",
        "MonitoringAssessed",
        "MonitoringConfirmed",
        "MonitoringDismissed",
        "MonitoringRevoked",
        "RiskEliminated"
    };

    private record Step(String householdId, String step, LocalDate appliedOn) {}

    private final JdbcClient db;
    private final Assessments assessments;
    private final Notices notices;

    StepsByDay(JdbcClient db, Assessments assessments, Notices notices) {
        this.db = db;
        this.assessments = assessments;
        this.notices = notices;
    }

    @Override
    public @Nullable Elsewhere notAt(
            NoticeKind kind, Collection<String> householdIds, LocalDate day) {
        var last = last(kind == NoticeKind.MONITORING ? WATCH : LIFE, householdIds, day);
        var votedFor = assessments.votedFor(householdIds, day);
        var firstOver =
                kind == NoticeKind.SECOND
                        ? notices.firstOver(householdIds, day)
                        : Map.<String, LocalDate>of();
        for (var household : householdIds) {
            var step = last.get(household);
            if (step == null) return new Elsewhere(household, null);
            var seconded = isSince(step.appliedOn(), votedFor.get(household));
            var hung = isSince(step.appliedOn(), firstOver.get(household));
            if (!isAt(kind, step.step(), seconded, hung)) {
                return new Elsewhere(household, step.step());
            }
        }
        return null;
    }

    private static boolean isSince(LocalDate applied, @Nullable LocalDate day) {
        return day != null && !day.isBefore(applied);
    }

    private static boolean isAt(NoticeKind kind, String last, boolean seconded, boolean hung) {
        var applying = seconded && APPLYING.contains(last);
        return switch (kind) {
            case FIRST -> applying || ASSESSED.contains(last);
            case SECOND ->
                    REVIEWED.contains(last)
                            || hung && (applying || last.equals("HouseholdAssessed"));
            case EXIT -> last.equals("ExitAgreed");
            case MONITORING -> CHECKED.contains(last);
        };
    }

    /** Where two are of one day, the later one. */
    private Map<String, Step> last(String[] steps, Collection<String> householdIds, LocalDate day) {
        var last = new HashMap<String, Step>();
        db.sql(
                        """
                        select distinct on (stream_id) stream_id as household_id, payload_type as step,
                               coalesce(max(on_day) filter (where payload_type in ('HouseholdApplied', 'HouseholdOnFileApplied'))
                                            over (partition by stream_id), on_day) as applied_on
                        from (select stream_id, payload_type, sequence,
                                     substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date as on_day
                              from events where stream_id = any(:households) and payload_type = any(:steps)) e
                        where on_day <= :day
                          and not (payload_type in ('HouseholdRemoved', 'HouseholdDissolved') and exists (
                            select from events r
                            where r.stream_id = e.stream_id and r.sequence > e.sequence and r.payload_type = 'EndRevoked'
                              and substring(convert_from(r.payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date <= :day))
                        order by stream_id, on_day desc, sequence desc
                        """)
                .param("households", householdIds.toArray(String[]::new))
                .param("steps", steps)
                .param("day", day)
                .query(Step.class)
                .list()
                .forEach(step -> last.put(step.householdId(), step));
        return last;
    }
}
