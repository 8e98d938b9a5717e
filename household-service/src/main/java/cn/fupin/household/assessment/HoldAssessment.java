package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.AssessmentEvent.AssemblyKind;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records a meeting that was held, with the ballot on each household it spoke of.
 *
 * @param quorumPercent how many of those entitled must be there by the rule of the day, null
 *     without a rule
 * @param unknownHousehold one it spoke of that is not on file, null when all of them are
 * @param later one it spoke of that is on file only since a later day, null when none is
 */
@Needs(permission = "assessment.hold", region = Needs.Region.COMMAND)
record HoldAssessment(
        Asked asked,
        boolean regionListed,
        @Nullable Integer quorumPercent,
        @Nullable String unknownHousehold,
        HouseholdsOnFile.@Nullable Later later)
        implements AssessmentCommand {
    record Asked(
            String assessmentId,
            String region,
            LocalDate heldOn,
            int attendance,
            List<Ballot> ballots,
            @Nullable String minutesSha256,
            @Nullable AssemblyKind kind,
            @Nullable String chair,
            @Nullable Integer entitled,
            @Nullable Evidence minutes,
            @Nullable Evidence attendanceList,
            boolean assumed,
            Instant receivedAt) {
        Asked {
            Check.id("assessment", "assessmentId", assessmentId);
            Check.region("region", region);
            AssessmentCommand.check(attendance, ballots, entitled);
            if (minutesSha256 != null) Check.sha256("minutesSha256", minutesSha256);
            if (chair != null) Check.text("chair", chair, 100);
            ballots = List.copyOf(ballots);
        }
    }

    @Override
    public String streamId() {
        return asked.assessmentId();
    }

    @Override
    public Instant receivedAt() {
        return asked.receivedAt();
    }

    /** Where the stream opens. */
    public String region() {
        return asked.region();
    }
}
