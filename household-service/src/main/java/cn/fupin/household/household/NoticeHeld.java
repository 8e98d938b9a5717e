package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a step asks of the notice before it. */
final class NoticeHeld {
    private NoticeHeld() {}

    /**
     * Hung after the step before, for its legal days, naming this household where it lives, closed,
     * and without an objection that is open or was upheld: a step that waits for a settlement is
     * not dated before it.
     */
    static void check(@Nullable KnownNotice notice, NoticeKind kind, File file, LocalDate on) {
        if (notice == null) throw new Refused(NOTICE_UNKNOWN);
        if (notice.withdrawn()) throw new Refused(NOTICE_WITHDRAWN);
        if (notice.kind() != kind) throw new Refused(NOTICE_OF_ANOTHER_KIND);
        if (notice.objection() == null) throw new Refused(NOT_NAMED_IN_NOTICE);
        if (!hungWhereItLives(notice, file, on)) throw new Refused(NOTICE_ELSEWHERE);
        if (notice.postedOn().isBefore(file.lastOn())) {
            throw new Refused(
                    NOTICE_BEFORE_PREVIOUS_STEP, Map.of("previous", file.lastOn().toString()));
        }
        noObjection(notice.objection());
        var earliest = earliest(notice);
        if (on.isBefore(earliest)) {
            throw new Refused(BEFORE_NOTICE_IS_OVER, Map.of("earliest", earliest.toString()));
        }
        if (notice.closedOn() == null) throw new Refused(NOTICE_NOT_CLOSED);
    }

    /** None that is open or was upheld. */
    static void noObjection(@Nullable Objection objection) {
        if (objection == Objection.OPEN) throw new Refused(OBJECTION_OPEN);
        if (objection == Objection.UPHELD) throw new Refused(OBJECTION_UPHELD);
    }

    /** Where it lived when the notice was posted, or where it lives by the day of the step. */
    private static boolean hungWhereItLives(KnownNotice notice, File file, LocalDate on) {
        return Stream.of(notice.postedOn(), on)
                .anyMatch(
                        day -> notice.lineage().reaches(notice.region(), file.regionOn(day), day));
    }

    private static LocalDate earliest(KnownNotice notice) {
        return Stream.of(notice.closedOn(), notice.settledOn())
                .filter(Objects::nonNull)
                .reduce(notice.over(), (a, b) -> a.isAfter(b) ? a : b);
    }
}
