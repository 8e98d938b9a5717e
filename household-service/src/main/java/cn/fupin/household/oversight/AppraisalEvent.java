package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface AppraisalEvent extends Event {
    String appraisalId();

    /**
     * 考核帮扶人: A helper's work of a year was appraised; a later appraisal of the same helper and year
     * takes its place.
     *
     * @param region where the helper's households are
     * @param consequence praise, talk, transfer; null without one
     */
    record HelperAppraised(
            String appraisalId,
            LocalDate occurredOn,
            String helperId,
            String region,
            int year,
            Grade grade,
            @Nullable String consequence,
            Decision decidedBy,
            boolean assumed)
            implements AppraisalEvent {}

    /** 优秀, 称职, 基本称职, 不称职. */
    enum Grade {
        EXCELLENT,
        COMPETENT,
        BASICALLY_COMPETENT,
        INCOMPETENT
    }
}
