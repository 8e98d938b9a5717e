package cn.fupin.household.quota;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Allocates a region's places of a year, once: {@code quota-<12 digits>-<year>}.
 *
 * @param risePercent how far the ceiling may lie above the number by the rule there, null without a
 *     rule
 */
@Needs(permission = "quota.allocate", region = Needs.Region.COMMAND)
record AllocateQuota(Asked asked, boolean regionListed, @Nullable Integer risePercent)
        implements Command {
    record Asked(
            String quotaId,
            String region,
            int year,
            int persons,
            int ceilingPersons,
            Decision decidedBy,
            LocalDate allocatedOn,
            boolean assumed,
            Instant receivedAt) {
        Asked {
            Check.region("region", region);
            Check.range("year", year, 1978, 2100);
            Check.idIs("quotaId", quotaId, "quota-%s-%d".formatted(region, year));
            Check.range("persons", persons, 0, 100_000_000);
            Check.range("ceilingPersons", ceilingPersons, persons, 100_000_000);
        }
    }

    @Override
    public String streamId() {
        return asked.quotaId();
    }

    /** Where the stream opens. */
    public String region() {
        return asked.region();
    }
}
