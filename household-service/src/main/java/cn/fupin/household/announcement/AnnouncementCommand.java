package cn.fupin.household.announcement;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface AnnouncementCommand extends Command {
    String announcementId();

    @Override
    default String streamId() {
        return announcementId();
    }

    /**
     * @param onFileThere whether all of them lay in that place when they were registered or exited
     * @param undecided one of them that was not registered, or had not exited, by that day; null
     *     when all were
     */
    @Needs(permission = "announcement.publish", region = Needs.Region.COMMAND)
    record PublishAnnouncement(
            Asked asked, boolean regionListed, boolean onFileThere, @Nullable String undecided)
            implements AnnouncementCommand {
        record Asked(
                String announcementId,
                AnnouncementKind kind,
                String region,
                String place,
                List<String> householdIds,
                Decision decidedBy,
                LocalDate announcedOn,
                @Nullable Evidence sheet,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.id("announcement", "announcementId", announcementId);
                Check.region("region", region);
                Check.text("place", place, 200);
                Check.size("householdIds", householdIds, 1, 5000);
                Check.distinct("householdIds", householdIds);
                householdIds.forEach(id -> Check.id("household", "householdIds", id));
                householdIds = List.copyOf(householdIds);
            }
        }

        @Override
        public String announcementId() {
            return asked.announcementId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }
    }

    /** It was published wrongly; another takes its place. */
    @Needs(permission = "announcement.withdraw")
    record WithdrawAnnouncement(
            String announcementId,
            String reason,
            Decision decidedBy,
            LocalDate withdrawnOn,
            boolean assumed,
            Instant receivedAt)
            implements AnnouncementCommand {
        public WithdrawAnnouncement {
            Check.text("reason", reason, 500);
        }
    }
}
