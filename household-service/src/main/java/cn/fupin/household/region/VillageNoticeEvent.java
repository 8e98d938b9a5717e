package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.PlaceEvent.NoticeFigures;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 贫困村公示: that a village is to be identified as poor, or is to come out of poverty, hangs in the
 * village before it is decided. It names the village and nobody in it.
 */
public sealed interface VillageNoticeEvent extends RegionEvent {
    /** What it is about; of each a village has one notice at a time. */
    VillageStep step();

    /**
     * 张贴贫困村公示: A notice of the village was put up.
     *
     * @param place where it hangs
     * @param hotline null where none is named
     * @param lastDays its legal duration by the rule of the day it was posted; that day not counted
     * @param sheet what hung, as a stored file
     * @param figures what it states of the village, null where it states none
     */
    record VillageNoticePosted(
            String region,
            LocalDate occurredOn,
            VillageStep step,
            String place,
            @Nullable String hotline,
            int lastDays,
            boolean assumed,
            @Nullable Evidence sheet,
            @Nullable NoticeFigures figures)
            implements VillageNoticeEvent {}

    /**
     * 贫困村公示异议: Somebody objects to what the notice says of the village.
     *
     * @param channel how it came in, null when nobody says
     */
    record VillageObjectionRaised(
            String region,
            LocalDate occurredOn,
            VillageStep step,
            String grounds,
            @Nullable Channel channel)
            implements VillageNoticeEvent {}

    /**
     * 贫困村公示异议处理: An objection to the notice was looked into.
     *
     * @param upheld whether it was found right: the village may not go that step by this notice
     */
    record VillageObjectionSettled(
            String region,
            LocalDate occurredOn,
            VillageStep step,
            boolean upheld,
            String handling,
            Decision decidedBy,
            @Nullable List<Evidence> evidence)
            implements VillageNoticeEvent {}

    /** 贫困村公示期满: The notice hung for its whole legal duration. */
    record VillageNoticeClosed(
            String region, LocalDate occurredOn, VillageStep step, boolean assumed)
            implements VillageNoticeEvent {}

    /**
     * 撤回贫困村公示: It was posted wrongly, or an objection to it was upheld; another may take its place.
     */
    record VillageNoticeWithdrawn(
            String region,
            LocalDate occurredOn,
            VillageStep step,
            String reason,
            Decision decidedBy,
            boolean assumed)
            implements VillageNoticeEvent {}
}
