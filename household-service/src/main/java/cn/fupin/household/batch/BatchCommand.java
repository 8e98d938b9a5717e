package cn.fupin.household.batch;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;

sealed interface BatchCommand extends Command {
    String batchId();

    @Override
    default String streamId() {
        return batchId();
    }

    @Needs(permission = "batch.open", region = Needs.Region.COMMAND)
    record OpenBatch(Asked asked, boolean villageListed) implements BatchCommand {
        record Asked(
                String batchId,
                String region,
                int year,
                String title,
                LocalDate appliesFrom,
                LocalDate appliesUntil,
                LocalDate openedOn,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.id("batch", "batchId", batchId);
                Check.region("region", region);
                Check.range("year", year, 1978, 2100);
                Check.text("title", title, 100);
                if (appliesUntil.isBefore(appliesFrom)) {
                    throw new Malformed(
                            "appliesUntil",
                            "not-before-applies-from",
                            "不得早于 appliesFrom",
                            "must not be before appliesFrom");
                }
            }
        }

        @Override
        public String batchId() {
            return asked.batchId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }
    }

    @Needs(permission = "batch.close")
    record CloseBatch(String batchId, LocalDate closedOn, boolean assumed, Instant receivedAt)
            implements BatchCommand {}
}
