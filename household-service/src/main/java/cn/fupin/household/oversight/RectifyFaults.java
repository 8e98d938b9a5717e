package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that what was found wrong in a household's file is put right 整改: by whoever is there for
 * the place the household lies in, whoever sampled.
 *
 * @param liesIn where the household lies today, null where nobody knows it
 */
@Needs(permission = "archives.rectify")
record RectifyFaults(Asked asked, @Nullable String liesIn) implements SamplingCommand {
    /**
     * @param by which office did
     * @param handling what was done about it
     */
    record Asked(
            String samplingId,
            String householdId,
            String by,
            String handling,
            LocalDate rectifiedOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Asked {
            Check.id("sampling", "samplingId", samplingId);
            Check.id("household", "householdId", householdId);
            Check.text("by", by, 200);
            Check.text("handling", handling, 1000);
            if (evidence != null) {
                Check.size("evidence", evidence, 1, 20);
                Check.distinct("evidence", evidence);
                evidence = List.copyOf(evidence);
            }
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
}
