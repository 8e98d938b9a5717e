package cn.fupin.household.quota;

import static cn.fupin.household.quota.QuotaReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A quota is allocated once to a listed region; who takes its places is guarded elsewhere. */
enum QuotaDecider implements Decider<AllocateQuota, QuotaDecider.Quota, QuotaEvent> {
    INSTANCE;

    sealed interface Quota {
        record Unallocated() implements Quota {}

        record Allocated(String region) implements Quota {}
    }

    @Override
    public Quota initial() {
        return new Quota.Unallocated();
    }

    @Override
    public List<QuotaEvent> decide(AllocateQuota c, Quota state) {
        var asked = c.asked();
        if (state instanceof Quota.Allocated) throw new Refused(ALREADY_ALLOCATED);
        if (asked.allocatedOn().isAfter(Shanghai.dateOf(asked.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        withinRise(asked, c.risePercent());
        return List.of(
                new QuotaAllocated(
                        asked.quotaId(),
                        asked.allocatedOn(),
                        asked.region(),
                        asked.year(),
                        asked.persons(),
                        asked.ceilingPersons(),
                        asked.decidedBy(),
                        asked.assumed()));
    }

    /** Rounded down: at 10 % the ceiling of 927 is 1019. */
    private static void withinRise(AllocateQuota.Asked asked, @Nullable Integer risePercent) {
        if (risePercent == null) return;
        var most = asked.persons() * (100L + risePercent) / 100;
        if (asked.ceilingPersons() > most) {
            throw new Refused(CEILING_ABOVE_THE_RISE, Map.of("mostPersons", most));
        }
    }

    @Override
    public Quota evolve(Quota state, QuotaEvent event) {
        return switch (event) {
            case QuotaAllocated e -> new Quota.Allocated(e.region());
        };
    }

    @Override
    public String region(Quota state) {
        return ((Quota.Allocated) state).region();
    }
}
