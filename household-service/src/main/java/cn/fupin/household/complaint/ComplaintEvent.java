package cn.fupin.household.complaint;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.Channel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface ComplaintEvent extends Event {
    String complaintId();

    /**
     * 受理投诉: Somebody complained; who it was is not asked.
     *
     * @param householdId whom it is about, null when it is about no one household
     */
    record ComplaintReceived(
            String complaintId,
            LocalDate occurredOn,
            String region,
            Channel channel,
            @Nullable String householdId,
            String subject,
            boolean assumed)
            implements ComplaintEvent {}

    /**
     * 办结投诉: It was looked into and answered.
     *
     * @param handling what was found and done
     * @param evidence null where nothing is stored
     */
    record ComplaintHandled(
            String complaintId,
            LocalDate occurredOn,
            ComplaintOutcome outcome,
            String handling,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed)
            implements ComplaintEvent {}

    /** 属实, 部分属实, 不属实, 转办. */
    enum ComplaintOutcome {
        FOUNDED,
        PARTLY_FOUNDED,
        UNFOUNDED,
        REFERRED
    }
}
