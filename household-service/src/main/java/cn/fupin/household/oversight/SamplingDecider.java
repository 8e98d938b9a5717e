package cn.fupin.household.oversight;

import static cn.fupin.household.oversight.OversightReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.oversight.SamplingEvent.ArchivesSampled;
import cn.fupin.household.oversight.SamplingEvent.FaultsRectified;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found is of what was looked at, and put right once. */
enum SamplingDecider implements Decider<SamplingCommand, SamplingDecider.Sampling, SamplingEvent> {
    INSTANCE;

    sealed interface Sampling {
        record NotHeld() implements Sampling {}

        /**
         * @param faulty households in whose files something was wrong
         * @param rectified those of which it is put right, and since when
         */
        record Held(
                String region, LocalDate on, Set<String> faulty, Map<String, LocalDate> rectified)
                implements Sampling {
            static Held of(ArchivesSampled e) {
                var faulty =
                        e.found().stream()
                                .map(SamplingEvent.Finding::householdId)
                                .collect(Collectors.toUnmodifiableSet());
                return new Held(e.region(), e.occurredOn(), faulty, Map.of());
            }

            Held with(FaultsRectified e) {
                var more = new HashMap<>(rectified);
                more.put(e.householdId(), e.occurredOn());
                return new Held(region, on, faulty, Map.copyOf(more));
            }
        }
    }

    @Override
    public Sampling initial() {
        return new Sampling.NotHeld();
    }

    @Override
    public List<SamplingEvent> decide(SamplingCommand command, Sampling state) {
        return List.of(
                switch (command) {
                    case SampleArchives c -> sample(c, state);
                    case RectifyFaults c -> rectify(c, state);
                });
    }

    private static FaultsRectified rectify(RectifyFaults c, Sampling state) {
        var asked = c.asked();
        if (!(state instanceof Sampling.Held held)) throw new Refused(NOT_SAMPLED);
        past(asked.rectifiedOn(), c);
        if (!held.faulty().contains(asked.householdId())) throw new Refused(NO_FAULT_FOUND);
        if (asked.rectifiedOn().isBefore(held.on())) {
            throw new Refused(BEFORE_THE_SAMPLING, Map.of("sampledOn", held.on().toString()));
        }
        var since = held.rectified().get(asked.householdId());
        if (since != null) {
            throw new Refused(RECTIFIED_ALREADY, Map.of("since", since.toString()));
        }
        return new FaultsRectified(
                asked.samplingId(),
                asked.rectifiedOn(),
                asked.householdId(),
                asked.by(),
                asked.handling(),
                asked.assumed(),
                asked.evidence());
    }

    private static void past(LocalDate on, SamplingCommand c) {
        if (on.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }

    private static ArchivesSampled sample(SampleArchives c, Sampling state) {
        var asked = c.asked();
        if (state instanceof Sampling.Held) throw new Refused(ALREADY_RECORDED);
        past(asked.sampledOn(), c);
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
        return new ArchivesSampled(
                asked.samplingId(),
                asked.sampledOn(),
                asked.region(),
                asked.householdIds(),
                asked.found(),
                asked.by(),
                asked.assumed());
    }

    @Override
    public Sampling evolve(Sampling state, SamplingEvent event) {
        return switch (event) {
            case ArchivesSampled e -> Sampling.Held.of(e);
            case FaultsRectified e -> ((Sampling.Held) state).with(e);
        };
    }

    @Override
    public String region(Sampling state) {
        return ((Sampling.Held) state).region();
    }

    @Override
    public String region(Sampling state, SamplingCommand command) {
        return command instanceof RectifyFaults c && c.liesIn() != null
                ? c.liesIn()
                : region(state);
    }
}
