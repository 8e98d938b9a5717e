package cn.fupin.household.assessment;

import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface AssessmentEvent extends Event {
    String assessmentId();

    /**
     * 召开民主评议会: A democratic assessment meeting put households to the vote.
     *
     * @param attendance persons present
     * @param minutesSha256 of the stored minutes, hex
     * @param kind who met, null in those recorded before it could be said; so in what follows
     * @param chair the office that presided, no name
     * @param entitled how many could have come
     * @param minutes the stored minutes
     * @param attendanceList the stored list of who signed in
     */
    record AssessmentHeld(
            String assessmentId,
            LocalDate occurredOn,
            String region,
            int attendance,
            List<Ballot> ballots,
            @Nullable String minutesSha256,
            boolean assumed,
            @Nullable AssemblyKind kind,
            @Nullable String chair,
            @Nullable Integer entitled,
            @Nullable Evidence minutes,
            @Nullable Evidence attendanceList)
            implements AssessmentEvent {}

    /**
     * 撤销误登的评议会: No such meeting was held: it was entered for the wrong village, or twice. No
     * household's step stands on it, and none ever will.
     *
     * @param approvedBy somebody else than whoever enters this
     */
    record AssessmentWithdrawn(
            String assessmentId,
            LocalDate occurredOn,
            String reason,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements AssessmentEvent {}

    /**
     * 更正评议会: Who was there and how they voted, as the meeting should have been recorded; it says
     * all of it, and the last correction holds. Its day is another one only while no household's
     * step stands on it; a step whose vote was none then stands all the same, for all to see.
     *
     * @param heldOn the day of the meeting
     * @param ballots of all it voted on
     * @param entitled how many could have come, null when nobody says
     * @param approvedBy somebody else than whoever enters this
     */
    record AssessmentCorrected(
            String assessmentId,
            LocalDate occurredOn,
            LocalDate heldOn,
            int attendance,
            List<Ballot> ballots,
            @Nullable Integer entitled,
            String reason,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements AssessmentEvent {}

    /** 村民代表会议, 村民会议, 评议小组. */
    enum AssemblyKind {
        VILLAGE_REPRESENTATIVES,
        VILLAGERS,
        ASSESSMENT_GROUP
    }

    record Ballot(String householdId, int votesFor, int votesAgainst) {}
}
