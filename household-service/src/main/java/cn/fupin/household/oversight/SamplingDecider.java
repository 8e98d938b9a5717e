package cn.fupin.household.oversight;

import static cn.fupin.household.oversight.OversightReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.oversight.SamplingEvent.ArchivesSampled;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What was found is of what was looked at. */
enum SamplingDecider implements Decider<SampleArchives, SamplingDecider.Sampling, SamplingEvent> {
    INSTANCE;

    sealed interface Sampling {
        record NotHeld() implements Sampling {}

        record Held(String region) implements Sampling {}
    }

    @Override
    public Sampling initial() {
        return new Sampling.NotHeld();
    }

    @Override
    public List<SamplingEvent> decide(SampleArchives c, Sampling state) {
        var asked = c.asked();
        if (state instanceof Sampling.Held) throw new Refused(ALREADY_RECORDED);
        if (asked.sampledOn().isAfter(Shanghai.dateOf(asked.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        var sample = new HashSet<>(asked.householdIds());
        for (var finding : asked.found()) {
            if (!sample.contains(finding.householdId())) {
                throw new Refused(
                        FOUND_OUTSIDE_THE_SAMPLE, Map.of("householdId", finding.householdId()));
            }
        }
        if (!c.onFile().there()) throw new Refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        var early = c.onFile().early();
        if (early != null) {
            throw new Refused(
                    HOUSEHOLD_NOT_ON_FILE_YET,
                    Map.of(
                            "householdId",
                            early.householdId(),
                            "onFileSince",
                            early.onFileSince().toString()));
        }
        return List.of(
                new ArchivesSampled(
                        asked.samplingId(),
                        asked.sampledOn(),
                        asked.region(),
                        asked.householdIds(),
                        asked.found(),
                        asked.by(),
                        asked.assumed()));
    }

    @Override
    public Sampling evolve(Sampling state, SamplingEvent event) {
        return switch (event) {
            case ArchivesSampled e -> new Sampling.Held(e.region());
        };
    }

    @Override
    public String region(Sampling state) {
        return ((Sampling.Held) state).region();
    }
}
