package cn.fupin.household.announcement;

import static cn.fupin.household.announcement.AnnouncementReason.HOUSEHOLD_NOT_ON_FILE_THERE;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.announcement.AnnouncementEvent.AnnouncementPublished;
import cn.fupin.household.household.RegisterDays;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * No exit is announced that is taken back at that moment. The decider asked the same of what the
 * door knew; here it is asked while nobody can change it, and whoever takes an exit back asks for
 * the same rows before that is recorded.
 */
@Component
class StillDecided {
    private final RegisterDays days;

    StillDecided(RegisterDays days) {
        this.days = days;
    }

    @EventHandler
    void on(AnnouncementPublished e) {
        var day = e.kind().day();
        days.hold(day, e.householdIds());
        if (!days.areWithin(day, e.householdIds(), e.region(), e.occurredOn())) {
            throw new Refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        }
        var undecided = days.without(day, e.householdIds(), e.occurredOn());
        if (undecided != null) {
            throw new Refused(e.kind().undecided(), Map.of("householdId", undecided));
        }
    }
}
