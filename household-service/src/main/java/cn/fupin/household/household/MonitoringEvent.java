package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The watch over a household near the register 监测, from a clue to its end. */
public sealed interface MonitoringEvent extends HouseholdEvent {
    /** 出现监测线索: Somebody sees a risk that the household falls into poverty. */
    record MonitoringClueRaised(
            String householdId,
            LocalDate occurredOn,
            ClueSource source,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MonitoringEvent {}

    /** 农户自主申报, 干部排查, 部门预警. */
    enum ClueSource {
        FARMER_REPORT,
        CADRE_CHECK,
        DEPARTMENT_WARNING
    }

    /**
     * 监测入户核查: The home was looked at, with the household's signed leave to check what it has.
     *
     * @param authorisationSignedBy personId of a member
     * @param rangeFenPerYear above such an income only a sudden hardship is watched 监测范围, by the
     *     rule of the day; null without one
     */
    record MonitoringChecked(
            String householdId,
            LocalDate occurredOn,
            List<String> checkers,
            String authorisationSignedBy,
            int incomeYear,
            long incomeFenPerHead,
            Cause risk,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            @Nullable Long rangeFenPerYear)
            implements MonitoringEvent {}

    /**
     * 监测评议通过: The ballot on watching it passed: more votes for than against.
     *
     * @param assumed as the meeting itself is
     */
    record MonitoringAssessed(
            String householdId,
            LocalDate occurredOn,
            String assessmentId,
            int attendance,
            int votesFor,
            int votesAgainst,
            boolean assumed)
            implements MonitoringEvent {}

    /**
     * 纳入监测对象: Watched from this day on, until the risk is eliminated, the household relapses into
     * poverty or its life ends.
     *
     * @param clueOn the day of the clue it began with
     */
    record MonitoringConfirmed(
            String householdId,
            LocalDate occurredOn,
            MonitoringKind kind,
            String noticeId,
            Decision decidedBy,
            LocalDate clueOn,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MonitoringEvent {}

    /** 脱贫不稳定户, 边缘易致贫户, 突发严重困难户. */
    enum MonitoringKind {
        UNSTABLE_EXITED,
        MARGINAL,
        SUDDEN_HARDSHIP
    }

    /**
     * 排除监测线索: Nothing was in the clue, whether the home was checked yet or not; the household is
     * not watched, and a new clue may come.
     */
    record MonitoringDismissed(
            String householdId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MonitoringEvent {}

    /**
     * 撤销纳入监测: It was made a monitored household by mistake, and is none from that day on, as if it
     * had never been; no risk was eliminated. The clue has come to nothing with it, and a new one
     * may come.
     *
     * @param revokesEventId the confirmation that is taken back
     * @param confirmedOn its day
     * @param approvedBy neither whoever enters this nor whoever entered the confirmation
     */
    record MonitoringRevoked(
            String householdId,
            LocalDate occurredOn,
            String revokesEventId,
            LocalDate confirmedOn,
            String reason,
            Decision decidedBy,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MonitoringEvent {}

    /** 风险消除: Income and assurances are safe again; the household is watched no more. */
    record RiskEliminated(
            String householdId,
            LocalDate occurredOn,
            int incomeYear,
            long incomeFenPerHead,
            Assurances assurances,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MonitoringEvent {}
}
