package cn.fupin.household.exclusion;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;

public sealed interface MatchingEvent extends Event {
    String matchingId();

    /**
     * 收到比对名单: Another register gave a list of persons: who owns a car, who is on the public
     * payroll. The numbers stay in the vault as keyed indexes, and nothing of them stands here.
     *
     * @param region the division whose authority asked for it
     * @param source which register it comes from
     * @param asOf the day the list speaks of
     * @param entries how many different persons it names
     * @param sha256 of the keyed indexes in their order, hex: the digest of the numbers of a short
     *     list would give them away
     */
    record MatchingListReceived(
            String matchingId,
            LocalDate occurredOn,
            String region,
            String item,
            String source,
            LocalDate asOf,
            int entries,
            String sha256,
            boolean assumed)
            implements MatchingEvent {}

    /**
     * 比对名单中的建档人员: Whom of those on file here the list names. Told once of each, soon after it came
     * in, or after the person was entered.
     *
     * @param personIds in their order, at most two thousand at once
     */
    record ListedPersonsFound(String matchingId, LocalDate occurredOn, List<String> personIds)
            implements MatchingEvent {}
}
