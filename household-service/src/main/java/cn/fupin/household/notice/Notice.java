package cn.fupin.household.notice;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.notice.NoticeEvent.NoticeClosed;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import cn.fupin.household.notice.NoticeEvent.ObjectionRaised;
import cn.fupin.household.notice.NoticeEvent.ObjectionSettled;
import cn.fupin.household.notice.NoticeEvent.OmissionFollowedUp;
import cn.fupin.household.notice.NoticeEvent.OmissionRaised;
import cn.fupin.household.notice.NoticeEvent.OmissionSettled;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

sealed interface Notice {
    record NotPosted() implements Notice {}

    /**
     * What hangs, or hung, on the wall.
     *
     * @param kind which list it is
     * @param over the first day after its legal duration
     * @param lastOn the day it was posted, objected to, closed or withdrawn last; answers to
     *     objections have a time of their own
     * @param named how each household named in it stands
     * @param omissions who is said to have been left out of it, by the objection's id
     */
    record Sheet(
            NoticeKind kind,
            String region,
            LocalDate postedOn,
            LocalDate over,
            LocalDate lastOn,
            Map<String, Named> named,
            Map<String, Omission> omissions) {
        Sheet with(String householdId, Objection objection, LocalDate on) {
            var changed = new HashMap<>(named);
            changed.put(householdId, new Named(objection, on));
            return new Sheet(kind, region, postedOn, over, lastOn, Map.copyOf(changed), omissions);
        }

        Sheet with(String omissionId, Omission omission) {
            var changed = new HashMap<>(omissions);
            changed.put(omissionId, omission);
            return new Sheet(kind, region, postedOn, over, lastOn, named, Map.copyOf(changed));
        }

        Sheet on(LocalDate date) {
            var last = date.isAfter(lastOn) ? date : lastOn;
            return new Sheet(kind, region, postedOn, over, last, named, omissions);
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
            case OmissionRaised e -> {
                var notice = (Public) state;
                var omission = new Omission(e.householdId(), Omission.State.OPEN, e.occurredOn());
                yield notice.with(notice.sheet().with(e.omissionId(), omission).on(e.occurredOn()));
            }
            case OmissionSettled e ->
                    omission(
                            (Public) state,
                            e.omissionId(),
                            e.upheld() ? Omission.State.UPHELD : Omission.State.DISMISSED,
                            e.occurredOn());
            case OmissionFollowedUp e ->
                    omission(
                            (Public) state,
                            e.omissionId(),
                            Omission.State.FOLLOWED_UP,
                            e.occurredOn());
            case NoticeClosed e -> new Closed(((Public) state).sheet().on(e.occurredOn()));
            case NoticeWithdrawn e -> new Withdrawn(((Public) state).sheet().on(e.occurredOn()));
        };
    }

    private static Notice omission(
            Public notice, String omissionId, Omission.State now, LocalDate on) {
        var before = notice.sheet().omissions().get(omissionId);
        return before == null
                ? notice
                : notice.with(notice.sheet().with(omissionId, before.now(now, on)));
    }

    private static Sheet sheet(NoticePosted e) {
        var named = new HashMap<String, Named>();
        e.householdIds().forEach(id -> named.put(id, new Named(Objection.NONE, e.occurredOn())));
        return new Sheet(
                e.kind(),
                e.region(),
                e.occurredOn(),
                over(e),
                e.occurredOn(),
                Map.copyOf(named),
                Map.of());
    }

    static LocalDate over(NoticePosted e) {
        return Shanghai.dayAfterDuration(e.occurredOn(), e.lastDays());
    }
}
