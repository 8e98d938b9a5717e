package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an earlier event should have said. A correction is no step: it may be of an earlier day. */
public sealed interface CorrectionEvent extends HouseholdEvent {
    /** 更正入户调查: The whole income of the survey as it should have read. */
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
            @Nullable List<Evidence> evidence)
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
}
