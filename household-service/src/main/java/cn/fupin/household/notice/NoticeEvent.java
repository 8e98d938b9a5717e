package cn.fupin.household.notice;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.Channel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public notice names households by id only: no number, card or health cause fits in here. */
public sealed interface NoticeEvent extends Event {
    String noticeId();

    /**
     * 张贴公示: A notice was put up.
     *
     * @param place where it hangs
     * @param lastDays its legal duration by the rule of the day it was posted; that day not counted
     * @param batchId the batch of applications it is of, null without one
     * @param sheet what hung, as a stored file
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
            boolean assumed,
            @Nullable String batchId,
            @Nullable Evidence sheet)
            implements NoticeEvent {}

    /**
     * 提出异议: Somebody objects to a household of the notice.
     *
     * @param channel how it came in, null when nobody says
     */
    record ObjectionRaised(
            String noticeId,
            LocalDate occurredOn,
            String householdId,
            String grounds,
            @Nullable Channel channel)
            implements NoticeEvent {}

    /**
     * 异议处理: An objection was looked into.
     *
     * @param upheld whether the objection was found right: the household may not go on then
     * @param decidedBy null in those recorded before it could be said
     */
    record ObjectionSettled(
            String noticeId,
            LocalDate occurredOn,
            String householdId,
            boolean upheld,
            String handling,
            @Nullable Decision decidedBy,
            @Nullable List<Evidence> evidence)
            implements NoticeEvent {}

    /**
     * 提出漏评异议: Somebody objects that a household should be on the list and is not.
     *
     * @param omissionId by which its handling names it
     * @param householdId the household, where it has a file; null where nobody of it was ever
     *     entered
     * @param personId whose key seals the name of one without a file, null for one that has one
     * @param maskedName the surname with stars
     * @param sealed base64, the name, only to be opened with the person's key
     * @param group the villagers' group it is said to live in, null when nobody says
     * @param channel how it came in, null when nobody says
     */
    record OmissionRaised(
            String noticeId,
            LocalDate occurredOn,
            String omissionId,
            @Nullable String householdId,
            @Nullable String personId,
            @Nullable String maskedName,
            @Nullable String sealed,
            @Nullable String group,
            String grounds,
            @Nullable Channel channel)
            implements NoticeEvent {}

    /**
     * 漏评异议处理: It was looked into whether the household was left out.
     *
     * @param householdId as when it was raised
     * @param upheld whether it was: then the home is visited again and a meeting decides
     * @param revisitBy by which day, null when nobody says; null when it is not upheld
     */
    record OmissionSettled(
            String noticeId,
            LocalDate occurredOn,
            String omissionId,
            @Nullable String householdId,
            boolean upheld,
            String handling,
            Decision decidedBy,
            @Nullable LocalDate revisitBy,
            @Nullable List<Evidence> evidence)
            implements NoticeEvent {}

    /**
     * 漏评户补录: What was upheld is done: this is the household, which has a file by now and goes
     * through the steps as any other.
     */
    record OmissionFollowedUp(
            String noticeId,
            LocalDate occurredOn,
            String omissionId,
            String householdId,
            @Nullable List<Evidence> evidence)
            implements NoticeEvent {}

    /** 公示期满: The notice hung for its whole legal duration. */
    record NoticeClosed(String noticeId, LocalDate occurredOn, boolean assumed)
            implements NoticeEvent {}

    /** 撤回公示: It was posted wrongly: no step stands on it, and none ever will. */
    record NoticeWithdrawn(
            String noticeId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed)
            implements NoticeEvent {}
}
