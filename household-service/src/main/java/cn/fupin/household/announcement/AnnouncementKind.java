package cn.fupin.household.announcement;

import cn.fupin.household.household.RegisterDays.Day;

/** 识别公告, 脱贫公告. */
public enum AnnouncementKind {
    REGISTRATION(Day.ENTERED),
    EXIT(Day.EXITED);

    private final Day day;

    AnnouncementKind(Day day) {
        this.day = day;
    }

    /** Why it is refused while that has not come. */
    AnnouncementReason undecided() {
        return switch (this) {
            case REGISTRATION -> AnnouncementReason.NOT_REGISTERED_BY_THEN;
            case EXIT -> AnnouncementReason.NOT_EXITED_BY_THEN;
        };
    }

    /** What must have come before it. */
    Day day() {
        return day;
    }
}
