package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way out of poverty 脱贫, step by step, and its end in either direction: taken back or relapsed.
 */
public sealed interface ExitEvent extends HouseholdEvent {
    /**
     * 提出脱贫: The village's meeting proposed that the household come out of poverty.
     *
     * @param assumed null in those recorded before it could be said; so in the steps after it
     */
    record ExitProposed(
            String householdId,
            LocalDate occurredOn,
            Decision decidedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements ExitEvent {}

    /**
     * 脱贫评议通过: The ballot on its exit passed: more votes for than against.
     *
     * @param assumed as the meeting itself is
     */
    record ExitAssessed(
            String householdId,
            LocalDate occurredOn,
            String assessmentId,
            int attendance,
            int votesFor,
            int votesAgainst,
            boolean assumed)
            implements ExitEvent {}

    /** 脱贫核实: Its income stood above the line and all assurances were found given. */
    record ExitVerified(
            String householdId,
            LocalDate occurredOn,
            List<String> verifiers,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            Assurances assurances,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements ExitEvent {}

    /** 农户认可脱贫: A member signed for the household. */
    record ExitAgreed(
            String householdId,
            LocalDate occurredOn,
            String signedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements ExitEvent {}

    /** 撤回拟脱贫: The exit that was under way comes to nothing; the household stays on the register. */
    record ExitWithdrawn(
            String householdId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements ExitEvent {}

    /** 脱贫退出: After its notice the household is on the poor list no more; what helps it goes on. */
    record HouseholdExited(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            int persons,
            @Nullable Boolean assumed,
            @Nullable LocalDate announcedOn,
            @Nullable List<Evidence> evidence)
            implements ExitEvent {}

    /**
     * 返贫: The household fell below the line and is on the register again.
     *
     * @param roundId the round of re-verification by which it came in, null for none
     * @param roundRule by which of its rules, null without a round
     */
    record HouseholdRelapsed(
            String householdId,
            LocalDate occurredOn,
            @Nullable String noticeId,
            Cause cause,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            int persons,
            int quotaYear,
            Decision decidedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence,
            @Nullable String roundId,
            @Nullable String roundRule)
            implements ExitEvent {}
}
