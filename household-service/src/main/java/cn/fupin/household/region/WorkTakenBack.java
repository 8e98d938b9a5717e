package cn.fupin.household.region;

import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.RegionEvent.MeetingKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 撤销误登: What {@code correctsEventId} says of the work in a place was entered wrongly: it never was,
 * on no day. What it said is said again, so that nobody has to look it up to know what is gone.
 */
public sealed interface WorkTakenBack extends RegionEvent {
    String correctsEventId();

    String reason();

    String approvedBy();

    @Nullable List<Evidence> evidence();

    /** 撤销误登的会议: No such meeting was held there on that day. */
    record MeetingTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate heldOn,
            MeetingKind kind,
            String title,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}

    /** 撤销误登的培训: No such training was held there on that day; it may be recorded again. */
    record TrainingTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate heldOn,
            int classes,
            int personTimes,
            @Nullable Integer persons,
            @Nullable String subject,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}

    /** 撤销误登的调查摸底: No such round was held there on that day. */
    record SurveyRoundTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate heldOn,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}

    /** 撤销误登的督导督查: Nobody so came to see how the work is done on that day. */
    record InspectionTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate heldOn,
            @Nullable String inspectedBy,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}

    /** 撤销误登的文件: No document of that number was so issued there; it may be recorded again. */
    record PolicyDocumentTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate issuedOn,
            String documentNo,
            String title,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}

    /**
     * 撤销误登的贫困村退出复核验收: The village's exit was not so looked into on that day.
     *
     * @param confirmed what was said of the exit, null when nobody said
     */
    record VillageExitRecheckTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate recheckedOn,
            @Nullable Boolean confirmed,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements WorkTakenBack {}
}
