package cn.fupin.household.rule;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

public sealed interface RuleEvent extends Event {
    String ruleId();

    /**
     * 施行规定: A rule has this value from a day on.
     *
     * @param occurredOn its first day in force; of one enacted ahead the day on which it was
     * @param region the division it holds for, unless a nearer one has its own
     * @param unit of the value, such as day or household
     * @param effectiveFrom facts from this day on are judged by it, and none before
     * @param source where the rule stands
     */
    record RuleEnacted(
            String ruleId,
            LocalDate occurredOn,
            String region,
            String code,
            long value,
            String unit,
            LocalDate effectiveFrom,
            String source,
            boolean assumed)
            implements RuleEvent {}

    /**
     * 更正规定: What an enactment should have read, from the day on from which it holds. What was
     * decided by the other stands.
     *
     * @param occurredOn the day of the correction
     * @param correctsEventId the enactment; the last correction of it holds
     * @param effectiveFrom the day from which that one holds
     */
    record RuleCorrected(
            String ruleId,
            LocalDate occurredOn,
            String region,
            String code,
            String correctsEventId,
            LocalDate effectiveFrom,
            long value,
            String unit,
            String source,
            String reason,
            String approvedBy)
            implements RuleEvent {}
}
