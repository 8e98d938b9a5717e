package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.household.HouseholdPlaces.OnFile;
import cn.fupin.household.oversight.SamplingEvent.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Records that the files of some households were looked through.
 *
 * @param onFile whether all of them were on file in that place
 */
@Needs(permission = "archives.sample", region = Needs.Region.COMMAND)
record SampleArchives(Asked asked, boolean regionListed, OnFile onFile) implements SamplingCommand {
    record Asked(
            String samplingId,
            String region,
            List<String> householdIds,
            List<Finding> found,
            String by,
            LocalDate sampledOn,
            boolean assumed,
            Instant receivedAt) {
        Asked {
            Check.id("sampling", "samplingId", samplingId);
            Check.region("region", region);
            Check.size("householdIds", householdIds, 1, 5000);
            Check.distinct("householdIds", householdIds);
            householdIds.forEach(id -> Check.id("household", "householdIds", id));
            Check.size("found", found, 0, 20_000);
            Check.distinct("found", found);
            found.forEach(f -> Check.text("found.finding", f.finding(), 500));
            Check.text("by", by, 200);
            householdIds = List.copyOf(householdIds);
            found = List.copyOf(found);
        }
    }

    @Override
    public String samplingId() {
        return asked.samplingId();
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
