package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a household that exited comes back onto the register 返贫重新纳入: proposed, assessed, hung in the
 * village, reviewed by the township; what the county approves then is {@link
 * ExitEvent.HouseholdRelapsed}. Until then it stands as exited.
 */
public sealed interface RelapseEvent extends HouseholdEvent {
    /**
     * 提出返贫纳入: By the household's application, or found by the village.
     *
     * @param cause what it is poor for again
     */
    record RelapseProposed(
            String householdId,
            LocalDate occurredOn,
            Cause cause,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements RelapseEvent {}

    /**
     * 返贫评议通过: The ballot on its return passed: more votes for than against.
     *
     * @param assumed as the meeting itself is
     */
    record RelapseAssessed(
            String householdId,
            LocalDate occurredOn,
            String assessmentId,
            int attendance,
            int votesFor,
            int votesAgainst,
            boolean assumed)
            implements RelapseEvent {}

    /**
     * 返贫乡镇审核通过: The township found nothing against its return after the notice.
     *
     * @param noticeId the notice after the assessment, which ended with no objection upheld
     */
    record RelapseReviewed(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements RelapseEvent {}

    /** 撤回拟返贫: The relapse that was under way comes to nothing; the household stays as exited. */
    record RelapseWithdrawn(
            String householdId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements RelapseEvent {}
}
