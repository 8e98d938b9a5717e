package cn.fupin.household.announcement;

import static cn.fupin.household.announcement.AnnouncementReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.announcement.AnnouncementCommand.*;
import cn.fupin.household.announcement.AnnouncementEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Announced is what was decided by then, and no household of another place. */
enum AnnouncementDecider
        implements
                Decider<AnnouncementCommand, AnnouncementDecider.Announcement, AnnouncementEvent> {
    INSTANCE;

    sealed interface Announcement {
        record Unpublished() implements Announcement {}

        record Published(String region, LocalDate on) implements Announcement {}

        record Withdrawn(String region) implements Announcement {}
    }

    @Override
    public Announcement initial() {
        return new Announcement.Unpublished();
    }

    @Override
    public List<AnnouncementEvent> decide(AnnouncementCommand command, Announcement state) {
        return List.of(
                switch (command) {
                    case PublishAnnouncement c -> publish(c, state);
                    case WithdrawAnnouncement c -> withdraw(c, state);
                });
    }

    private static AnnouncementPublished publish(PublishAnnouncement c, Announcement state) {
        var asked = c.asked();
        if (!(state instanceof Announcement.Unpublished)) throw new Refused(ALREADY_PUBLISHED);
        past(asked.announcedOn(), asked.receivedAt());
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        if (!c.onFileThere()) throw new Refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        if (c.undecided() != null) {
            throw new Refused(asked.kind().undecided(), Map.of("householdId", c.undecided()));
        }
        return new AnnouncementPublished(
                asked.announcementId(),
                asked.announcedOn(),
                asked.kind(),
                asked.region(),
                asked.place(),
                asked.householdIds(),
                asked.decidedBy(),
                asked.assumed(),
                asked.sheet());
    }

    private static AnnouncementWithdrawn withdraw(WithdrawAnnouncement c, Announcement state) {
        var published =
                switch (state) {
                    case Announcement.Published p -> p;
                    case Announcement.Withdrawn _ -> throw new Refused(ALREADY_WITHDRAWN);
                    case Announcement.Unpublished _ -> throw new Refused(NOT_PUBLISHED);
                };
        past(c.withdrawnOn(), c.receivedAt());
        if (c.withdrawnOn().isBefore(published.on())) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", published.on().toString()));
        }
        return new AnnouncementWithdrawn(
                c.announcementId(), c.withdrawnOn(), c.reason(), c.decidedBy(), c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Announcement evolve(Announcement state, AnnouncementEvent event) {
        return switch (event) {
            case AnnouncementPublished e -> new Announcement.Published(e.region(), e.occurredOn());
            case AnnouncementWithdrawn _ ->
                    new Announcement.Withdrawn(((Announcement.Published) state).region());
        };
    }

    @Override
    public String region(Announcement state) {
        return switch (state) {
            case Announcement.Published(var region, _) -> region;
            case Announcement.Withdrawn(var region) -> region;
            case Announcement.Unpublished _ -> throw new IllegalStateException("not published");
        };
    }
}
