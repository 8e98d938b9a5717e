package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.PolicyEvent.PolicyEnd;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What policies bring to a household and its members: no step of its life, and of any day since the
 * opening.
 */
sealed interface PolicyCommand extends HouseholdCommand {
    /**
     * @param recipients null for the household as a whole; empty in the place of somebody whom this
     *     register has never heard of
     */
    @Needs(permission = "household.policy")
    record ApplyForPolicy(
            String householdId,
            Policy policy,
            PolicyDetails details,
            @Nullable List<Optional<String>> recipients,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements PolicyCommand {}

    /**
     * @param recipients as of {@link ApplyForPolicy}
     */
    @Needs(permission = "household.policy")
    record GrantPolicy(
            String householdId,
            Policy policy,
            PolicyDetails details,
            @Nullable List<Optional<String>> recipients,
            @Nullable Decision decidedBy,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements PolicyCommand {}

    /**
     * @param name of one that has no kind of its own
     * @param recipients null for all who have it that day
     */
    @Needs(permission = "household.policy")
    record EndPolicy(
            String householdId,
            Policy policy,
            @Nullable String name,
            @Nullable List<Optional<String>> recipients,
            PolicyEnd reason,
            @Nullable String note,
            @Nullable Decision decidedBy,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements PolicyCommand {}

    /** An application comes to nothing. */
    sealed interface EndApplication extends PolicyCommand {
        Policy policy();

        /** The year, course or name it is told apart by, and nothing else. */
        PolicyDetails details();

        /** Null for all who wait for a decision on it. */
        @Nullable List<Optional<String>> recipients();
    }

    @Needs(permission = "household.policy")
    record DeclinePolicy(
            String householdId,
            Policy policy,
            PolicyDetails details,
            @Nullable List<Optional<String>> recipients,
            String reason,
            Decision decidedBy,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements EndApplication {}

    @Needs(permission = "household.policy")
    record WithdrawPolicyApplication(
            String householdId,
            Policy policy,
            PolicyDetails details,
            @Nullable List<Optional<String>> recipients,
            @Nullable String note,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements EndApplication {}

    /**
     * @param recipients null for all to whom it was granted
     * @param corrected the event when this stream has it, else null
     * @param equalBefore the grants that say the same of the same day and were recorded before it
     */
    @Needs(permission = "household.correct")
    record TakeBackPolicy(
            String householdId,
            String correctsEventId,
            @Nullable List<Optional<String>> recipients,
            String reason,
            String approvedBy,
            String enteredBy,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence,
            @Nullable HouseholdEvent corrected,
            List<Grant> equalBefore)
            implements PolicyCommand {
        record Grant(String eventId, List<String> recipients) {}
    }
}
