package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an earlier event should have said. A correction is no step: it may be of an earlier day. */
public sealed interface CorrectionEvent extends HouseholdEvent
        permits CorrectionEvent.SurveyCorrected,
                CorrectionEvent.CausesCorrected,
                CorrectionEvent.RelapseIncomeCorrected,
                CorrectionEvent.MemberDayCorrected,
                CorrectionEvent.MemberNameCorrected,
                CorrectionEvent.MemberNumberCorrected,
                CorrectionEvent.HouseholdNumberCorrected,
                EntryTakenBack {
    /**
     * 更正入户调查: The whole income of the survey as it should have read.
     *
     * @param waterSafe as it should have read; null where it stays as it was said before; so {@code
     *     housingSafe}
     */
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
            long incomeFenPerHead,
            @Nullable List<Evidence> evidence,
            @Nullable Boolean waterSafe,
            @Nullable Boolean housingSafe)
            implements CorrectionEvent {}

    /**
     * 更正致贫原因: The causes of a registration, or of a relapse, as they should have read.
     *
     * @param relapsedOn the day of the relapse whose causes they are; null of the registration's
     */
    record CausesCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            Cause mainCause,
            List<Cause> otherCauses,
            @Nullable List<Evidence> evidence,
            @Nullable LocalDate relapsedOn)
            implements CorrectionEvent {}

    /**
     * 更正返贫收入: The income by which it relapsed as it should have read. That it relapsed stands: the
     * right income is below the line of its year too.
     *
     * @param relapsedOn the day of the relapse
     * @param povertyLineId the line that it is below, by the standard of the day of the relapse
     */
    record RelapseIncomeCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            LocalDate relapsedOn,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            @Nullable List<Evidence> evidence)
            implements CorrectionEvent {}

    /**
     * 更正成员增减日期: The day on which a member came or went was entered wrongly. Whoever came or went
     * did so on the right day, and on none that was said before.
     *
     * @param correctsEventId what told that the member came or went, also when its day was
     *     corrected before
     * @param came whether it is the day of coming; else that of going
     * @param member as the person reads now; what to the head, as when coming or going
     * @param wrongDay what was taken for right until now
     * @param rightDay the day of coming, or the first on which the person was no member any more
     * @param left why the person went; null of coming
     * @param toHouseholdId where to, as was said; null of coming, or when nobody said
     * @param persons how many the household has on the right day by that
     */
    record MemberDayCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            boolean came,
            Moved member,
            LocalDate wrongDay,
            LocalDate rightDay,
            @Nullable LeavingReason left,
            @Nullable String toHouseholdId,
            int persons,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements CorrectionEvent {}

    /** Whose day it is; nothing that is sealed, which is no news of the day. */
    record Moved(String personId, String maskedName, Relation relation, Sex sex, int birthYear) {
        static Moved of(Member member) {
            return new Moved(
                    member.personId(),
                    member.maskedName(),
                    member.relation(),
                    member.sex(),
                    member.birthYear());
        }
    }

    /**
     * A time a person is or was a member.
     *
     * @param until the first day on which the person is no member any more, null while there
     */
    record Stay(LocalDate from, @Nullable LocalDate until) {
        boolean overlaps(Stay other) {
            return (until == null || other.from.isBefore(until))
                    && (other.until == null || from.isBefore(other.until));
        }
    }

    /**
     * 更正成员姓名: A member's name was entered wrongly; the person is the same, and of all days so
     * called. So it stands in every household that had the person under the wrong name.
     *
     * @param member as the person reads now; the right name is sealed, and nothing else
     * @param formerMaskedName the wrong one with stars
     * @param memberSince from which day on the person is a member, of the last time here
     * @param stays every time of the person here, the last one too; null in events from before it
     *     was said
     * @param correctedIn the household in which the correction was entered, null for this one
     * @param alsoIn the other households in which it stands too; null when it was entered in
     *     another
     */
    record MemberNameCorrected(
            String householdId,
            LocalDate occurredOn,
            Member member,
            String formerMaskedName,
            LocalDate memberSince,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            @Nullable List<Stay> stays,
            @Nullable String correctedIn,
            @Nullable List<String> alsoIn)
            implements CorrectionEvent {}

    /**
     * 更正成员身份号码: A member's identity number was entered wrongly: {@code personId} and {@code
     * identifiedAs} are one person, who goes by the latter from now on, also for the days before.
     * Whoever has the wrong number in truth is somebody else, and was never entered by this. So it
     * stands in every household that had the person under the wrong number.
     *
     * @param member as the person reads now, with name and relation
     * @param memberSince from which day on the person is a member, of the last time here
     * @param headSince from which day on the person is the head, null for whoever is not
     * @param enteredSince the first day on which any household had the person under the wrong
     *     number
     * @param differsBecause why sex or birth year are not what was said before, null when they are
     * @param stays every time of the person here, the last one too; null in events from before it
     *     was said
     * @param correctedIn the household in which the correction was entered, null for this one
     * @param alsoIn the other households in which it stands too; null when it was entered in
     *     another
     * @param numberOf the member whose the wrong number is in truth, corrected with this one; null
     *     for a stranger
     */
    record MemberNumberCorrected(
            String householdId,
            LocalDate occurredOn,
            String personId,
            String identifiedAs,
            Member member,
            LocalDate memberSince,
            @Nullable LocalDate headSince,
            LocalDate enteredSince,
            @Nullable String differsBecause,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            @Nullable List<Stay> stays,
            @Nullable String correctedIn,
            @Nullable List<String> alsoIn,
            @Nullable String numberOf)
            implements CorrectionEvent {
        /** Whether the person is no member of this household any more. */
        public boolean ofAFormerMember() {
            return stays != null && stays.stream().noneMatch(stay -> stay.until() == null);
        }
    }

    /**
     * 更正户编号: The household's number as it should have read, from the day on which it was given.
     *
     * @param householdNumber the right one; null where the household has none
     * @param formerNumber the wrong one, which another household may have from now on
     * @param numberedOn the day on which the wrong one was given
     */
    record HouseholdNumberCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            @Nullable String householdNumber,
            String formerNumber,
            LocalDate numberedOn,
            @Nullable List<Evidence> evidence)
            implements CorrectionEvent {}
}
