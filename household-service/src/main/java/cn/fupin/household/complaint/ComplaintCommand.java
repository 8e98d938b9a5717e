package cn.fupin.household.complaint;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.complaint.ComplaintEvent.ComplaintOutcome;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdPlaces.OnFile;
import cn.fupin.household.region.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface ComplaintCommand extends Command {
    String complaintId();

    @Override
    default String streamId() {
        return complaintId();
    }

    /**
     * @param onFile whether the household it names was on file in that place; null when it names
     *     none
     */
    @Needs(permission = "complaint.receive", region = Needs.Region.COMMAND)
    record ReceiveComplaint(Asked asked, boolean regionListed, @Nullable OnFile onFile)
            implements ComplaintCommand {
        record Asked(
                String complaintId,
                String region,
                LocalDate receivedOn,
                Channel channel,
                @Nullable String householdId,
                String subject,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.id("complaint", "complaintId", complaintId);
                Check.region("region", region);
                if (householdId != null) Check.id("household", "householdId", householdId);
                Check.text("subject", subject, 1000);
            }
        }

        @Override
        public String complaintId() {
            return asked.complaintId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }
    }

    @Needs(permission = "complaint.handle")
    record HandleComplaint(
            String complaintId,
            ComplaintOutcome outcome,
            String handling,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            LocalDate handledOn,
            boolean assumed,
            Instant receivedAt)
            implements ComplaintCommand {
        public HandleComplaint {
            Check.text("handling", handling, 1000);
            if (evidence != null) {
                Check.size("evidence", evidence, 1, 20);
                Check.distinct("evidence", evidence);
                evidence = List.copyOf(evidence);
            }
        }
    }
}
