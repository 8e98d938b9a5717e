package cn.fupin.household.notice;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.notice.NoticeEvent.NoticeClosed;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import cn.fupin.household.notice.NoticeEvent.ObjectionRaised;
import cn.fupin.household.notice.NoticeEvent.ObjectionSettled;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

sealed interface Notice {
    record NotPosted() implements Notice {}

    /**
     * What hangs, or hung, on the wall.
     *
     * @param over the first day after its legal duration
     * @param objections one entry for each household named
     */
    record Sheet(
            String region, LocalDate over, LocalDate lastOn, Map<String, Objection> objections) {
        Sheet with(String householdId, Objection objection, LocalDate on) {
            var changed = new HashMap<>(objections);
            changed.put(householdId, objection);
            return new Sheet(region, over, on, Map.copyOf(changed));
        }

        Sheet on(LocalDate date) {
            return new Sheet(region, over, date, objections);
        }
    }

    /** A notice that was put up. */
    sealed interface Public extends Notice {
        Sheet sheet();

        Public with(Sheet sheet);
    }

    record Open(Sheet sheet) implements Public {
        @Override
        public Public with(Sheet changed) {
            return new Open(changed);
        }
    }

    record Closed(Sheet sheet) implements Public {
        @Override
        public Public with(Sheet changed) {
            return new Closed(changed);
        }
    }

    /** Posted wrongly: nothing stands on it. */
    record Withdrawn(Sheet sheet) implements Public {
        @Override
        public Public with(Sheet changed) {
            return new Withdrawn(changed);
        }
    }

    static Notice evolve(Notice state, NoticeEvent event) {
        return switch (event) {
            case NoticePosted e -> new Open(sheet(e));
            case ObjectionRaised e -> objection((Public) state, e, e.householdId(), Objection.OPEN);
            case ObjectionSettled e ->
                    objection(
                            (Public) state,
                            e,
                            e.householdId(),
                            e.upheld() ? Objection.UPHELD : Objection.DISMISSED);
            case NoticeClosed e -> new Closed(((Public) state).sheet().on(e.occurredOn()));
            case NoticeWithdrawn e -> new Withdrawn(((Public) state).sheet().on(e.occurredOn()));
        };
    }

    private static Sheet sheet(NoticePosted e) {
        var objections = new HashMap<String, Objection>();
        e.householdIds().forEach(id -> objections.put(id, Objection.NONE));
        return new Sheet(e.region(), over(e), e.occurredOn(), Map.copyOf(objections));
    }

    static LocalDate over(NoticePosted e) {
        return Shanghai.dayAfterDuration(e.occurredOn(), e.lastDays());
    }

    private static Notice objection(
            Public notice, NoticeEvent e, String householdId, Objection now) {
        return notice.with(notice.sheet().with(householdId, now, e.occurredOn()));
    }
}
