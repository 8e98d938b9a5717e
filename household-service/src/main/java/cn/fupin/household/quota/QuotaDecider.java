package cn.fupin.household.quota;

import static cn.fupin.household.quota.QuotaReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.quota.QuotaCommand.*;
import cn.fupin.household.quota.QuotaDecider.Quota.Amount;
import cn.fupin.household.quota.QuotaEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A quota is allocated once to a listed region; its later amounts follow each other by day, and
 * each can be corrected by two. Who takes its places, and what is handed down, is guarded
 * elsewhere.
 */
enum QuotaDecider implements Decider<QuotaCommand, QuotaDecider.Quota, QuotaEvent> {
    INSTANCE;

    sealed interface Quota {
        record Unallocated() implements Quota {}

        /**
         * @param amounts each by the day from which it holds, as corrected
         */
        record Allocated(String region, int year, NavigableMap<LocalDate, Amount> amounts)
                implements Quota {
            Amount latest() {
                return amounts.lastEntry().getValue();
            }

            Allocated with(LocalDate from, Amount amount) {
                var more = new TreeMap<>(amounts);
                more.put(from, amount);
                return new Allocated(region, year, Collections.unmodifiableNavigableMap(more));
            }
        }

        record Amount(int persons, int ceilingPersons) {}
    }

    @Override
    public Quota initial() {
        return new Quota.Unallocated();
    }

    @Override
    public List<QuotaEvent> decide(QuotaCommand command, Quota state) {
        return List.of(
                switch (command) {
                    case AllocateQuota c -> allocate(c, state);
                    case HandDownQuota c -> {
                        if (!c.above()) throw new Refused(NOTHING_TO_HAND_DOWN);
                        yield allocate(c, state);
                    }
                    case AdjustHandedDown c -> {
                        if (!c.above()) throw new Refused(NOTHING_TO_HAND_DOWN);
                        yield adjust(c, allocated(state));
                    }
                    case AdjustQuota c -> adjust(c, allocated(state));
                    case CorrectQuota c -> correct(c, allocated(state));
                });
    }

    private static QuotaAllocated allocate(Allocation c, Quota state) {
        var asked = c.asked();
        if (state instanceof Quota.Allocated) throw new Refused(ALREADY_ALLOCATED);
        past(asked.allocatedOn(), asked.receivedAt());
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        withinRise(asked.persons(), asked.ceilingPersons(), c.risePercent());
        return new QuotaAllocated(
                asked.quotaId(),
                asked.allocatedOn(),
                asked.region(),
                asked.year(),
                asked.persons(),
                asked.ceilingPersons(),
                asked.decidedBy(),
                asked.assumed());
    }

    private static QuotaAdjusted adjust(Adjustment c, Quota.Allocated quota) {
        var asked = c.asked();
        past(asked.adjustedOn(), asked.receivedAt());
        var since = quota.amounts().lastKey();
        if (!asked.adjustedOn().isAfter(since)) {
            throw new Refused(
                    NOT_AFTER_THE_AMOUNT_IN_FORCE, Map.of("inForceSince", since.toString()));
        }
        if (new Amount(asked.persons(), asked.ceilingPersons()).equals(quota.latest())) {
            throw new Refused(NOTHING_CHANGES);
        }
        withinRise(asked.persons(), asked.ceilingPersons(), c.risePercent());
        return new QuotaAdjusted(
                asked.quotaId(),
                asked.adjustedOn(),
                quota.region(),
                quota.year(),
                asked.persons(),
                asked.ceilingPersons(),
                asked.reason(),
                asked.documentNo(),
                asked.counterpart(),
                asked.decidedBy(),
                asked.assumed());
    }

    private static QuotaCorrected correct(CorrectQuota c, Quota.Allocated quota) {
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        past(asked.correctedOn(), asked.receivedAt());
        var amountOn = c.corrected();
        if (amountOn == null) throw new Refused(NO_SUCH_AMOUNT);
        if (asked.correctedOn().isBefore(amountOn)) throw new Refused(CORRECTION_BEFORE_FACT);
        var was = Objects.requireNonNull(quota.amounts().get(amountOn));
        if (new Amount(asked.persons(), asked.ceilingPersons()).equals(was)) {
            throw new Refused(NOTHING_CHANGES);
        }
        withinRise(asked.persons(), asked.ceilingPersons(), c.risePercent());
        return new QuotaCorrected(
                asked.quotaId(),
                asked.correctedOn(),
                quota.region(),
                quota.year(),
                asked.correctsEventId(),
                amountOn,
                asked.persons(),
                asked.ceilingPersons(),
                asked.reason(),
                asked.approvedBy(),
                was.ceilingPersons());
    }

    private static Quota.Allocated allocated(Quota state) {
        return switch (state) {
            case Quota.Allocated quota -> quota;
            case Quota.Unallocated _ -> throw new Refused(NOT_ALLOCATED);
        };
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    /** Rounded down: at 10 % the ceiling of 927 is 1019. */
    private static void withinRise(int persons, int ceilingPersons, @Nullable Integer risePercent) {
        if (risePercent == null) return;
        var most = persons * (100L + risePercent) / 100;
        if (ceilingPersons > most) {
            throw new Refused(CEILING_ABOVE_THE_RISE, Map.of("mostPersons", most));
        }
    }

    @Override
    public Quota evolve(Quota state, QuotaEvent event) {
        return switch (event) {
            case QuotaAllocated e ->
                    new Quota.Allocated(e.region(), e.year(), Collections.emptyNavigableMap())
                            .with(e.occurredOn(), new Amount(e.persons(), e.ceilingPersons()));
            case QuotaAdjusted e ->
                    ((Quota.Allocated) state)
                            .with(e.occurredOn(), new Amount(e.persons(), e.ceilingPersons()));
            case QuotaCorrected e ->
                    ((Quota.Allocated) state)
                            .with(e.amountOn(), new Amount(e.persons(), e.ceilingPersons()));
        };
    }

    @Override
    public String region(Quota state) {
        return ((Quota.Allocated) state).region();
    }
}
