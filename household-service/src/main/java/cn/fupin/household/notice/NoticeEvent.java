package cn.fupin.household.notice;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public notice names households by id only: no number, card or health cause fits in here. */
public sealed interface NoticeEvent extends Event {
    String noticeId();

    /**
     * A notice was put up.
     *
     * @param place where it hangs
     * @param lastDays its legal duration by the rule of the day it was posted; that day not counted
     */
    record NoticePosted(
            String noticeId,
            LocalDate occurredOn,
            NoticeKind kind,
            String region,
            String place,
            @Nullable String hotline,
            int lastDays,
            List<String> householdIds,
            boolean assumed)
            implements NoticeEvent {}

    record ObjectionRaised(
            String noticeId, LocalDate occurredOn, String householdId, String grounds)
            implements NoticeEvent {}

    /**
     * An objection was looked into.
     *
     * @param upheld whether the objection was found right: the household may not go on then
     */
    record ObjectionSettled(
            String noticeId,
            LocalDate occurredOn,
            String householdId,
            boolean upheld,
            String handling)
            implements NoticeEvent {}

    record NoticeClosed(String noticeId, LocalDate occurredOn, boolean assumed)
            implements NoticeEvent {}
}
