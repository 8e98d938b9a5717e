package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household's own facts, one stream for its whole life. Money is fen; {@code incomeFenPerHead} is
 * the net income divided by the members, rounded down to the fen, so that it is below a line
 * exactly when the household's income is below the line times its members. {@code assumed} marks
 * what the source text does not state.
 */
public sealed interface HouseholdEvent extends Event {
    String householdId();

    /**
     * Persons ask to be registered as one household; the head signs.
     *
     * @param group the villagers' group 村民小组
     * @param head the personId of the head, who signs
     */
    record HouseholdApplied(
            String householdId,
            LocalDate occurredOn,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed)
            implements HouseholdEvent {}

    /**
     * What may be seen of a member, and the rest sealed.
     *
     * @param maskedName the surname with stars
     * @param sealed base64 of name and numbers under the person's own key
     */
    record Member(
            String personId,
            String maskedName,
            Relation relation,
            Sex sex,
            int birthYear,
            String sealed) {}

    enum Relation {
        HEAD,
        SPOUSE,
        CHILD,
        PARENT,
        OTHER
    }

    enum Sex {
        MALE,
        FEMALE
    }

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
            boolean assumed)
            implements HouseholdEvent {}

    /**
     * The meeting's ballot passed: more votes for than against.
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
            implements HouseholdEvent {}

    record TownshipReviewed(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            boolean assumed)
            implements HouseholdEvent {}

    /** Approved by the county: identified 识别, from this day a registered poor household. */
    record HouseholdRegistered(
            String householdId,
            LocalDate occurredOn,
            String region,
            String noticeId,
            Decision decidedBy,
            LocalDate announcedOn,
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
            boolean assumed)
            implements HouseholdEvent {}

    /** Whose line applied: 国家标准, 省定标准, 市定标准. */
    enum Standard {
        NATIONAL,
        PROVINCIAL,
        CITY
    }

    /** 一般贫困户, 低保户, 五保户, 低保贫困户. */
    enum HouseholdType {
        GENERAL,
        DIBAO,
        FIVE_GUARANTEES,
        DIBAO_POOR
    }

    /** 因病 因残 因学 因灾 缺土地 缺水 缺技术 缺劳力 缺资金 交通条件落后 自身发展动力不足 其它. */
    enum Cause {
        ILLNESS,
        DISABILITY,
        SCHOOLING,
        DISASTER,
        LAND,
        WATER,
        SKILLS,
        LABOUR,
        CAPITAL,
        TRANSPORT,
        MOTIVATION,
        OTHER
    }

    record HouseholdRejected(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            Decision decidedBy,
            String grounds)
            implements HouseholdEvent {}

    /** How far identification had come. */
    enum Stage {
        APPLIED,
        SURVEYED,
        ASSESSED,
        TOWNSHIP_REVIEWED
    }

    /** One named responsible helper 帮扶责任人; replaces the one before. */
    record HelperAssigned(
            String householdId,
            LocalDate occurredOn,
            String helperId,
            String helperUnit,
            boolean assumed)
            implements HouseholdEvent {}

    /**
     * Taken off the register by an authority, what the sources call 删除.
     *
     * @param cause a code such as NEW_YI_VILLAGE_BENEFICIARY
     * @param orderedBy who gave the authority its task
     */
    record HouseholdRemoved(
            String householdId,
            LocalDate occurredOn,
            int persons,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            boolean assumed)
            implements HouseholdEvent {}

    record ExitProposed(String householdId, LocalDate occurredOn, Decision decidedBy)
            implements HouseholdEvent {}

    record ExitVerified(
            String householdId,
            LocalDate occurredOn,
            List<String> verifiers,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            Assurances assurances)
            implements HouseholdEvent {}

    /** 两不愁三保障 and safe drinking water. */
    record Assurances(
            boolean food,
            boolean clothing,
            boolean education,
            boolean medical,
            boolean housing,
            boolean water) {
        boolean all() {
            return food && clothing && education && medical && housing && water;
        }
    }

    record ExitAgreed(String householdId, LocalDate occurredOn, String signedBy)
            implements HouseholdEvent {}

    record HouseholdExited(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            int persons)
            implements HouseholdEvent {}

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
            Decision decidedBy)
            implements HouseholdEvent {}

    /** The whole income of the survey as it should have read. */
    record SurveyCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead)
            implements HouseholdEvent {}

    record CausesCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            Cause mainCause,
            List<Cause> otherCauses)
            implements HouseholdEvent {}
}
