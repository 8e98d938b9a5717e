package cn.fupin.household.announcement;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 两公示一公告: after both notices what was decided is announced. Nobody objects to it any more; it names
 * households by id only, as a notice does.
 */
public sealed interface AnnouncementEvent extends Event {
    String announcementId();

    /**
     * 公告: The list was made public.
     *
     * @param place where it hangs
     * @param householdIds who was registered, or had exited, by that day
     * @param decidedBy whose list it is, with the number of the announcement
     * @param sheet what hung, as a stored file
     */
    record AnnouncementPublished(
            String announcementId,
            LocalDate occurredOn,
            AnnouncementKind kind,
            String region,
            String place,
            List<String> householdIds,
            Decision decidedBy,
            boolean assumed,
            @Nullable Evidence sheet)
            implements AnnouncementEvent {}

    /** 撤回公告: The list was wrong and taken down; what had been decided stands. */
    record AnnouncementWithdrawn(
            String announcementId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed)
            implements AnnouncementEvent {}
}
