package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;

sealed interface ExclusionCommand extends Command {
    String exclusionId();

    @Override
    default String streamId() {
        return exclusionId();
    }

    @Needs(permission = "exclusion.enact", region = Needs.Region.COMMAND)
    record EnactExclusion(
            String exclusionId,
            String region,
            String item,
            ExclusionEffect effect,
            String text,
            String source,
            LocalDate effectiveFrom,
            boolean assumed,
            Instant receivedAt)
            implements ExclusionCommand {
        public EnactExclusion {
            Check.id("exclusion", "exclusionId", exclusionId);
            Check.region("region", region);
            Check.text("text", text, 500);
            Check.text("source", source, 500);
        }
    }

    /**
     * @param endsOn the first day on which it does not hold any more
     */
    @Needs(permission = "exclusion.end")
    record EndExclusion(
            String exclusionId,
            LocalDate endsOn,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt)
            implements ExclusionCommand {}
}
