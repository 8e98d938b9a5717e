package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policy gives a household or its members beside projects and payments: applied for, had, had
 * no more, and taken back where it was entered wrongly. {@code recipients} are the personIds of
 * members of that day: all of them when it is the household's as a whole.
 */
public sealed interface PolicyEvent extends HouseholdEvent {
    /**
     * 申报政策: Members apply for what a policy gives; nothing is had by that yet.
     *
     * @param wholeHousehold whether it is for the household as such
     * @param recipients for whom, by personId
     */
    record PolicyAppliedFor(
            String householdId,
            LocalDate occurredOn,
            Policy policy,
            PolicyDetails details,
            boolean wholeHousehold,
            List<String> recipients,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PolicyEvent {}

    /**
     * 享受政策: Members, or the household as a whole, have what a policy gives from that day on.
     *
     * @param recipients who has it, by personId
     * @param wholeHousehold whether it is the household's as such
     * @param decidedBy who granted it, null for work and courses of which nobody says
     */
    record PolicyGranted(
            String householdId,
            LocalDate occurredOn,
            Policy policy,
            PolicyDetails details,
            boolean wholeHousehold,
            List<String> recipients,
            @Nullable Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PolicyEvent {
        boolean saysTheSameAs(PolicyGranted other) {
            return policy == other.policy
                    && details.equals(other.details)
                    && occurredOn.equals(other.occurredOn);
        }
    }

    /**
     * 停止享受政策: That day is the first on which they do not have it any more.
     *
     * @param details of what is ended, as it was granted
     * @param recipients who has it no more, by personId
     * @param decidedBy null where nobody decided, as of whoever left the household
     */
    record PolicyEnded(
            String householdId,
            LocalDate occurredOn,
            Policy policy,
            PolicyDetails details,
            List<String> recipients,
            PolicyEnd reason,
            @Nullable String note,
            @Nullable Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PolicyEvent {}

    /**
     * 不予批准政策申报: What was applied for is not granted; one may apply again.
     *
     * @param details as applied for
     * @param recipients whose application it was, by personId
     */
    record PolicyApplicationDeclined(
            String householdId,
            LocalDate occurredOn,
            Policy policy,
            PolicyDetails details,
            List<String> recipients,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PolicyEvent {}

    /**
     * 撤回政策申报: Whoever applied does so no more, before anybody decided.
     *
     * @param details as applied for
     * @param recipients whose application it was, by personId
     */
    record PolicyApplicationWithdrawn(
            String householdId,
            LocalDate occurredOn,
            Policy policy,
            PolicyDetails details,
            List<String> recipients,
            @Nullable String note,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PolicyEvent {}

    /**
     * 撤销误登的享受政策: That grant was entered wrongly: by it nobody named here ever had anything, on no
     * day. What ended it stands, and ends whatever else is had of the policy then.
     *
     * @param correctsEventId the grant
     * @param grantedOn its day
     * @param recipients to whom it is taken back, by the personIds in the grant
     * @param equalGrantsBefore of each recipient, how many grants that say the same of the same day
     *     were recorded before this one and stand; null where there are no others
     */
    record PolicyTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate grantedOn,
            Policy policy,
            PolicyDetails details,
            List<String> recipients,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            @Nullable List<Integer> equalGrantsBefore)
            implements PolicyEvent {}

    /** 不再符合条件, 期满, 自愿放弃, 成员离户, 其他. */
    enum PolicyEnd {
        NOT_ELIGIBLE,
        EXPIRED,
        GIVEN_UP,
        LEFT_HOUSEHOLD,
        OTHER
    }
}
