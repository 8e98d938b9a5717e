package cn.fupin.household.quota;

import static cn.fupin.household.quota.QuotaReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import java.util.List;

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
