package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records a meeting that was held, with the ballot on each household it spoke of. */
@Needs(permission = "assessment.hold", region = Needs.Region.COMMAND)
record HoldAssessment(Asked asked, boolean regionListed) implements Command {
    record Asked(
            String assessmentId,
            String region,
            LocalDate heldOn,
            int attendance,
            List<Ballot> ballots,
            @Nullable String minutesSha256,
            boolean assumed,
            Instant receivedAt) {
        Asked {
            Check.id("assessment", "assessmentId", assessmentId);
            Check.region("region", region);
            Check.range("attendance", attendance, 1, 100_000);
            Check.size("ballots", ballots, 1, 5000);
            Check.distinct("ballots", ballots.stream().map(Ballot::householdId).toList());
            for (var ballot : ballots) {
                Check.id("household", "ballots.householdId", ballot.householdId());
                Check.range("ballots.votesFor", ballot.votesFor(), 0, 100_000);
                Check.range("ballots.votesAgainst", ballot.votesAgainst(), 0, 100_000);
            }
            if (minutesSha256 != null) Check.sha256("minutesSha256", minutesSha256);
            ballots = List.copyOf(ballots);
        }
    }

    @Override
    public String streamId() {
        return asked.assessmentId();
    }

    /** Where the stream opens. */
    public String region() {
        return asked.region();
    }
}
