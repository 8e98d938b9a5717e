package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.division.Division;
import cn.fupin.household.household.Household.File;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step asks of the notice before it. */
final class NoticeHeld {
    private NoticeHeld() {}

    /**
     * Hung after the step before, for its legal days, naming this household where it lives, closed,
     * and without an objection that is open or was upheld.
     */
    static void check(@Nullable KnownNotice notice, NoticeKind kind, File file, LocalDate on) {
        if (notice == null) throw new Refused(NOTICE_UNKNOWN);
        if (notice.kind() != kind) throw new Refused(NOTICE_OF_ANOTHER_KIND);
        if (notice.objection() == null) throw new Refused(NOT_NAMED_IN_NOTICE);
        if (!Division.isWithin(file.region(), notice.region())) throw new Refused(NOTICE_ELSEWHERE);
        if (notice.postedOn().isBefore(file.lastOn())) {
            throw new Refused(
                    NOTICE_BEFORE_PREVIOUS_STEP, Map.of("previous", file.lastOn().toString()));
        }
        if (notice.objection() == Objection.OPEN) throw new Refused(OBJECTION_OPEN);
        if (notice.objection() == Objection.UPHELD) throw new Refused(OBJECTION_UPHELD);
        if (on.isBefore(notice.over())) {
            throw new Refused(BEFORE_NOTICE_IS_OVER, Map.of("earliest", notice.over().toString()));
        }
        var closedOn = notice.closedOn();
        if (closedOn == null) throw new Refused(NOTICE_NOT_CLOSED);
        if (on.isBefore(closedOn)) {
            throw new Refused(BEFORE_NOTICE_IS_OVER, Map.of("earliest", closedOn.toString()));
        }
    }
}
