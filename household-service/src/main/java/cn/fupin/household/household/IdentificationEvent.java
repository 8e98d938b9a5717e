package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The way onto the register 识别: applied or put on file, surveyed, assessed, reviewed, approved; or
 * how it ended before that.
 */
public sealed interface IdentificationEvent extends HouseholdEvent {
    /**
     * 申请建档立卡: Persons ask to be registered as one household; the head signs.
     *
     * @param group the villagers' group 村民小组
     * @param head the personId of the head, who signs
     * @param batchId the batch of applications it is one of, null without one
     */
    record HouseholdApplied(
            String householdId,
            LocalDate occurredOn,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            @Nullable String batchId)
            implements IdentificationEvent {}

    /**
     * Why persons of another household are one of their own now, and the paper that shows it.
     *
     * @param document a marriage certificate, a judgement, a contract of division
     */
    record Separation(SeparationReason reason, String document) {}

    /** 婚嫁, 收养, 依法分户（判决、离婚等）. */
    enum SeparationReason {
        MARRIAGE,
        ADOPTION,
        BY_LAW
    }

    /**
     * 一般农户建档: An ordinary household 一般农户 was put on file, to be watched; it is not on the register.
     * Opens a life, as an application does.
     */
    record HouseholdRecorded(
            String householdId,
            LocalDate occurredOn,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /**
     * 在档户申请建档立卡: An ordinary household that is on file asks to be registered; its file and its
     * members stay.
     *
     * @param region where it lies that day
     * @param persons its members of that day
     */
    record HouseholdOnFileApplied(
            String householdId,
            LocalDate occurredOn,
            String region,
            int persons,
            boolean assumed,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            @Nullable String batchId)
            implements IdentificationEvent {}

    /**
     * 申请未成仍为一般农户: The application of a household that was on file came to nothing; it is an
     * ordinary household as before, and watched if it was.
     *
     * @param decidedBy who rejected it, null when it was withdrawn
     * @param signedBy the personId of the member who withdrew it, null when it was rejected
     */
    record HouseholdBackOnFile(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            String grounds,
            @Nullable Decision decidedBy,
            @Nullable String signedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /** 入户调查: The home was looked at and the income of a year worked out. */
    record HouseholdSurveyed(
            String householdId,
            LocalDate occurredOn,
            List<String> surveyors,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead,
            boolean waterSafe,
            boolean housingSafe,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /**
     * 民主评议通过: The meeting's ballot passed: more votes for than against.
     *
     * @param assumed as the meeting itself is
     */
    record HouseholdAssessed(
            String householdId,
            LocalDate occurredOn,
            String assessmentId,
            int attendance,
            int votesFor,
            int votesAgainst,
            boolean assumed)
            implements IdentificationEvent {}

    /** 乡镇审核通过: The township found nothing against it after the first notice. */
    record TownshipReviewed(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /**
     * 县级审批识别: Approved by the county: identified 识别, from this day a registered poor household.
     * Version 1 always says when it was announced; version 2 may leave that to the list of
     * announcement, which is published later.
     *
     * @param announcedOn null while it was not announced yet, or a list says so
     * @param roundId the round of re-verification it entered by, null without one
     * @param roundRule the round's rule of entry, its code
     */
    @Revision("2")
    record HouseholdRegistered(
            String householdId,
            LocalDate occurredOn,
            String region,
            String noticeId,
            Decision decidedBy,
            @Nullable LocalDate announcedOn,
            Standard standard,
            HouseholdType householdType,
            Cause mainCause,
            List<Cause> otherCauses,
            String povertyLineId,
            long lineFenPerYear,
            int incomeYear,
            long incomeFenPerHead,
            int quotaYear,
            int persons,
            @Nullable String batch,
            boolean assumed,
            @Nullable String roundId,
            @Nullable String roundRule,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /** 不予识别: Not registered: somebody decided so at some stage before the approval. */
    record HouseholdRejected(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            Decision decidedBy,
            String grounds,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /**
     * 撤回申请: The household took its application back before anything was decided.
     *
     * @param signedBy the personId of a member
     */
    record HouseholdWithdrew(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            String signedBy,
            String reason,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements IdentificationEvent {}

    /** How far identification had come. */
    enum Stage {
        APPLIED,
        SURVEYED,
        ASSESSED,
        TOWNSHIP_REVIEWED
    }
}
