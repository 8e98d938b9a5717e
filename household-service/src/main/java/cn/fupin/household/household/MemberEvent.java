package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes into the household and who leaves it, down to the last. */
public sealed interface MemberEvent extends HouseholdEvent {
    /**
     * 成员增加: A person came into the household.
     *
     * @param fromHouseholdId the household the person left, null without one or when nobody says
     * @param persons how many the household has on that day, this person included
     */
    record MemberJoined(
            String householdId,
            LocalDate occurredOn,
            Member member,
            JoiningReason reason,
            @Nullable String fromHouseholdId,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MemberEvent {}

    enum JoiningReason {
        BIRTH,
        MARRIAGE,
        MOVED_IN,
        RETURNED,
        ADOPTION,
        OTHER,
        /** Its household was merged into this one, by an authority's correction. */
        MERGER
    }

    /**
     * 成员减少: A member is none any more from that day on.
     *
     * @param newHead the personId of the next head, when the head left; else null
     * @param persons how many the household has on that day, this person not counted
     */
    record MemberLeft(
            String householdId,
            LocalDate occurredOn,
            String personId,
            LeavingReason reason,
            @Nullable String toHouseholdId,
            @Nullable String newHead,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MemberEvent {}

    enum LeavingReason {
        DEATH,
        MARRIAGE,
        MOVED_OUT,
        ADOPTION,
        OTHER,
        /** 分户析产. */
        DIVISION
    }

    /**
     * 户主变更: Another member is the head from that day on; the one before stays. Nobody came and
     * nobody went.
     *
     * @param head the personId of the new head
     * @param relationOfFormerHead to the new head
     * @param relations of others to the new head, null when nobody says
     */
    record HeadChanged(
            String householdId,
            LocalDate occurredOn,
            String head,
            String formerHead,
            Relation relationOfFormerHead,
            @Nullable List<RelationToHead> relations,
            String reason,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MemberEvent {}

    record RelationToHead(String personId, Relation relation) {}

    /**
     * 自然销户: The household is no more.
     *
     * @param cause a code such as ALL_DECEASED
     * @param persons who were left
     */
    record HouseholdDissolved(
            String householdId,
            LocalDate occurredOn,
            String cause,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements MemberEvent {}
}
