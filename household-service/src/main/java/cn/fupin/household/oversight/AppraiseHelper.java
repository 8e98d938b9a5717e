package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.oversight.AppraisalEvent.Grade;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records how a helper did in a year.
 *
 * @param knownSince the day from which somebody knows the helper's id, null while nobody does
 */
@Needs(permission = "helper.appraise", region = Needs.Region.COMMAND)
record AppraiseHelper(Asked asked, boolean regionListed, @Nullable LocalDate knownSince)
        implements Command {
    record Asked(
            String appraisalId,
            String helperId,
            String region,
            int year,
            Grade grade,
            @Nullable String consequence,
            Decision decidedBy,
            LocalDate appraisedOn,
            boolean assumed,
            Instant receivedAt) {
        Asked {
            Check.id("appraisal", "appraisalId", appraisalId);
            Check.text("helperId", helperId, 100);
            Check.region("region", region);
            Check.range("year", year, 1978, 2100);
            if (consequence != null) Check.text("consequence", consequence, 500);
        }
    }

    @Override
    public String streamId() {
        return asked.appraisalId();
    }

    /** Where the stream opens. */
    public String region() {
        return asked.region();
    }
}
