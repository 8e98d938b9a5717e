package cn.fupin.household.assessment;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface AssessmentEvent extends Event {
    String assessmentId();

    /**
     * A democratic assessment meeting 民主评议会.
     *
     * @param attendance persons present
     * @param minutesSha256 of the stored minutes, hex
     */
    record AssessmentHeld(
            String assessmentId,
            LocalDate occurredOn,
            String region,
            int attendance,
            List<Ballot> ballots,
            @Nullable String minutesSha256,
            boolean assumed)
            implements AssessmentEvent {}

    record Ballot(String householdId, int votesFor, int votesAgainst) {}
}
