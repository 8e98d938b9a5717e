package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

public sealed interface ExclusionEvent extends Event {
    String exclusionId();

    /**
     * 施行排除规则: From a day on a household with a member of this kind is not registered, or has to be
     * asked.
     *
     * @param region the division it holds for, unless a nearer one has its own for the item
     * @param text the rule in its own words
     * @param source where it stands
     * @param effectiveFrom facts from this day on are judged by it; the same day as occurredOn
     */
    record ExclusionRuleEnacted(
            String exclusionId,
            LocalDate occurredOn,
            String region,
            LocalDate effectiveFrom,
            String item,
            ExclusionEffect effect,
            String text,
            String source,
            boolean assumed)
            implements ExclusionEvent {}

    /** 停止排除规则: Facts from that day on are not judged by it any more. */
    record ExclusionRuleEnded(
            String exclusionId, LocalDate occurredOn, Decision decidedBy, boolean assumed)
            implements ExclusionEvent {}
}
