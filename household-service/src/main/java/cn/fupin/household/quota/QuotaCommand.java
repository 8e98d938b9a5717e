package cn.fupin.household.quota;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Orders to a region's places of a year: {@code quota-<12 digits>-<year>}. */
sealed interface QuotaCommand extends Command {
    private static void amount(int persons, int ceilingPersons) {
        Check.range("persons", persons, 0, 100_000_000);
        Check.range("ceilingPersons", ceilingPersons, persons, 100_000_000);
    }

    /** Allocates them, once. What differs is who may. */
    sealed interface Allocation extends QuotaCommand {
        Asked asked();

        boolean regionListed();

        /** How far the ceiling may lie above the number by the rule there, null without one. */
        @Nullable Integer risePercent();

        @Override
        default String streamId() {
            return asked().quotaId();
        }

        /** Where the stream opens. */
        default String region() {
            return asked().region();
        }

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
            public Asked {
                Check.region("region", region);
                Check.range("year", year, 1978, 2100);
                Check.idIs("quotaId", quotaId, "quota-%s-%d".formatted(region, year));
                amount(persons, ceilingPersons);
            }
        }
    }

    @Needs(permission = "quota.allocate", region = Needs.Region.COMMAND)
    record AllocateQuota(Asked asked, boolean regionListed, @Nullable Integer risePercent)
            implements Allocation {}

    /**
     * A township hands its own places down to a village.
     *
     * @param above whether the township has any for that year
     */
    @Needs(permission = "quota.hand-down", region = Needs.Region.COMMAND)
    record HandDownQuota(
            Asked asked, boolean regionListed, @Nullable Integer risePercent, boolean above)
            implements Allocation {}

    /** Adjusts them from a day on 调剂. What differs is who may. */
    sealed interface Adjustment extends QuotaCommand {
        Asked asked();

        @Nullable Integer risePercent();

        @Override
        default String streamId() {
            return asked().quotaId();
        }

        /**
         * @param counterpart the division the places come from or go to, null where none is named
         */
        record Asked(
                String quotaId,
                int persons,
                int ceilingPersons,
                String reason,
                String documentNo,
                @Nullable String counterpart,
                Decision decidedBy,
                LocalDate adjustedOn,
                boolean assumed,
                Instant receivedAt) {
            public Asked {
                amount(persons, ceilingPersons);
                Check.text("reason", reason, 1000);
                Check.text("documentNo", documentNo, 100);
                if (counterpart != null) Check.region("counterpart", counterpart);
            }
        }
    }

    @Needs(permission = "quota.adjust")
    record AdjustQuota(Asked asked, @Nullable Integer risePercent) implements Adjustment {}

    /**
     * A township adjusts what a village of its own has.
     *
     * @param above whether the township has places of that year to hand down
     */
    @Needs(permission = "quota.hand-down")
    record AdjustHandedDown(Asked asked, @Nullable Integer risePercent, boolean above)
            implements Adjustment {}

    /**
     * Corrects an amount that was entered wrongly.
     *
     * @param corrected the day from which that amount holds, null when the quota has no such
     * @param risePercent by the rule of that day
     */
    @Needs(permission = "quota.correct")
    record CorrectQuota(Asked asked, @Nullable LocalDate corrected, @Nullable Integer risePercent)
            implements QuotaCommand {
        record Asked(
                String quotaId,
                String correctsEventId,
                int persons,
                int ceilingPersons,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                amount(persons, ceilingPersons);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
            }
        }

        @Override
        public String streamId() {
            return asked.quotaId();
        }
    }
}
