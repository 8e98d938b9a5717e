package cn.fupin.household.exclusion;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

public sealed interface ItemEvent extends Event {
    String itemId();

    /**
     * 施行排除事项: From a day on a division holds persons against lists of this kind too.
     *
     * @param code by which rules, lists and clearances name it
     * @param name in the words of the rule
     * @param list what lists it is held against, such as 不动产登记
     * @param effectiveFrom rules and lists of this day and later may name it; the same day as
     *     occurredOn
     * @param source where it stands
     */
    record ExclusionItemEnacted(
            String itemId,
            LocalDate occurredOn,
            String region,
            String code,
            String name,
            String list,
            LocalDate effectiveFrom,
            String source,
            boolean assumed)
            implements ItemEvent {}
}
