package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a place is: its groups, its names, and whether a village is out of poverty. */
public sealed interface PlaceEvent extends RegionEvent {
    /**
     * 登记村民小组: A villagers' group, the node below the village.
     *
     * @param region the village
     * @param group its number in the village, such as {@code 03}; never given to another
     * @param households how many live there, null when nobody says
     */
    record VillageGroupListed(
            String region,
            LocalDate occurredOn,
            String group,
            String name,
            @Nullable Integer households,
            boolean assumed)
            implements PlaceEvent {}

    /**
     * 撤销村民小组: A group is none any more.
     *
     * @param successors the groups of the village that took it in; empty when none did
     */
    record VillageGroupEnded(
            String region,
            LocalDate occurredOn,
            String group,
            List<String> successors,
            @Nullable String documentNo,
            boolean assumed)
            implements PlaceEvent {}

    /**
     * 村民小组更名: A group has another name from that day on; its number stays.
     *
     * @param region the village
     * @param group its number in the village
     */
    record VillageGroupRenamed(
            String region,
            LocalDate occurredOn,
            String group,
            String name,
            String formerName,
            @Nullable String documentNo,
            boolean assumed)
            implements PlaceEvent {}

    /** 更名: The place has another name from that day on; its code stays. */
    record RegionRenamed(
            String region,
            LocalDate occurredOn,
            String name,
            String formerName,
            @Nullable String documentNo,
            boolean assumed)
            implements PlaceEvent {}

    /**
     * 更正列入的区划: What the listing of a place should have read; it counts from the day of the listing,
     * and a name that it got since stays.
     *
     * @param occurredOn the day of the correction
     * @param correctsEventId the listing; the last correction of it holds
     * @param listedOn its day
     * @param formerName what it read until then
     */
    record RegionListingCorrected(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate listedOn,
            String name,
            String formerName,
            Level level,
            @Nullable String parent,
            boolean official,
            boolean sample,
            LocalDate divisionsOf,
            @Nullable VillageType villageType,
            @Nullable String attestedBy,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceEvent {}

    /**
     * Why a village counts as poor 一高一低一无, as measured.
     *
     * @param denominator which population the poor persons are a part of
     * @param incidenceBasisPoints poor persons of ten thousand, rounded down
     */
    record Criteria(
            int poorPersons,
            int denominatorPersons,
            Denominator denominator,
            int incidenceBasisPoints,
            int provincialIncidenceBasisPoints,
            long incomeFenPerHead,
            long provincialIncomeFenPerHead,
            long collectiveIncomeFen) {}

    /**
     * What hangs of a village to be objected to, as measured; an exit is by its incidence alone.
     *
     * @param denominator which population the poor persons are a part of
     * @param incidenceBasisPoints poor persons of ten thousand, rounded down
     */
    record NoticeFigures(
            int poorPersons,
            int denominatorPersons,
            Denominator denominator,
            int incidenceBasisPoints,
            @Nullable Integer provincialIncidenceBasisPoints,
            @Nullable Long incomeFenPerHead,
            @Nullable Long provincialIncomeFenPerHead,
            @Nullable Long collectiveIncomeFen) {}

    /** 农村户籍人口, 总人口. */
    enum Denominator {
        RURAL,
        TOTAL
    }

    /**
     * How a decision on a village was made known 公示公告.
     *
     * @param announcedOn null while it has not been
     */
    record VillageNotice(
            String place,
            LocalDate postedOn,
            LocalDate closedOn,
            @Nullable LocalDate announcedOn) {}

    /**
     * 贫困村退出: A poor village came out of poverty.
     *
     * @param incidenceBasisPoints poor persons of ten thousand, rounded down
     * @param mostBasisPoints the rule's threshold of that day and place
     */
    record PoorVillageExited(
            String region,
            LocalDate occurredOn,
            int poorPersons,
            int denominatorPersons,
            Denominator denominator,
            int incidenceBasisPoints,
            int mostBasisPoints,
            @Nullable VillageNotice notice,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements PlaceEvent {}

    /** 识别为贫困村, 退出贫困村. */
    enum VillageStep {
        IDENTIFICATION,
        EXIT
    }

    /**
     * 更正贫困村人数: How many poor persons a village had when it was identified, or exited, as that
     * should have read: it counts from the day of that step. The step itself stands.
     *
     * @param occurredOn the day of the correction
     * @param correctsEventId the identification or exit; the last correction of it holds
     * @param step which of both that is, and {@code stepOn} its day
     * @param incidenceBasisPoints poor persons of ten thousand, rounded down
     */
    record PoorVillageFiguresCorrected(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            VillageStep step,
            LocalDate stepOn,
            int poorPersons,
            int denominatorPersons,
            Denominator denominator,
            int incidenceBasisPoints,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceEvent {}
}
