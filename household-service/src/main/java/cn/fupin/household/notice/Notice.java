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
     * @param lastOn the day it was posted, objected to, closed or withdrawn last; answers to
     *     objections have a time of their own
     * @param named how each household named in it stands
     */
    record Sheet(String region, LocalDate over, LocalDate lastOn, Map<String, Named> named) {
        Sheet with(String householdId, Objection objection, LocalDate on) {
            var changed = new HashMap<>(named);
            changed.put(householdId, new Named(objection, on));
            return new Sheet(region, over, lastOn, Map.copyOf(changed));
        }

        Sheet on(LocalDate date) {
            return new Sheet(region, over, date.isAfter(lastOn) ? date : lastOn, named);
        }
    }

    /**
     * @param on since when it stands so
     */
    record Named(Objection objection, LocalDate on) {}

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
            case ObjectionRaised e -> {
                var notice = (Public) state;
                yield notice.with(
                        notice.sheet()
                                .with(e.householdId(), Objection.OPEN, e.occurredOn())
                                .on(e.occurredOn()));
            }
            case ObjectionSettled e -> {
                var notice = (Public) state;
                var now = e.upheld() ? Objection.UPHELD : Objection.DISMISSED;
                yield notice.with(notice.sheet().with(e.householdId(), now, e.occurredOn()));
            }
            case NoticeClosed e -> new Closed(((Public) state).sheet().on(e.occurredOn()));
            case NoticeWithdrawn e -> new Withdrawn(((Public) state).sheet().on(e.occurredOn()));
        };
    }

    private static Sheet sheet(NoticePosted e) {
        var named = new HashMap<String, Named>();
        e.householdIds().forEach(id -> named.put(id, new Named(Objection.NONE, e.occurredOn())));
        return new Sheet(e.region(), over(e), e.occurredOn(), Map.copyOf(named));
    }

    static LocalDate over(NoticePosted e) {
        return Shanghai.dayAfterDuration(e.occurredOn(), e.lastDays());
    }
}
