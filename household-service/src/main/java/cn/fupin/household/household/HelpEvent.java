package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done for a household and handed to it, and where it moves; on the register and after. */
public sealed interface HelpEvent extends HouseholdEvent {
    /**
     * 解除帮扶责任人: The responsible helper has no more to do with the household: never before its exit
     * 不脱贫不脱钩, and not before the years are over for which help goes on after it.
     *
     * @param exitedOn the exit from which those years count
     */
    record HelperReleased(
            String householdId,
            LocalDate occurredOn,
            String helperId,
            LocalDate exitedOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /**
     * 解除监测帮扶责任人: The responsible helper has no more to do with a household that was never
     * registered: never while it is monitored 不消除风险不脱钩.
     *
     * @param monitoredUntil the day its risk was eliminated
     */
    record MonitoringHelperReleased(
            String householdId,
            LocalDate occurredOn,
            String helperId,
            LocalDate monitoredUntil,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /**
     * 季度收支核实: What came in and went out in a quarter; a later check of the same quarter replaces
     * it.
     *
     * @param costFen what production cost
     * @param netIncomeFen all that came in less {@code costFen}; below zero when that was more
     * @param spentFen what the household lived on: living, schooling, medical and other
     * @param persons how many the household has on the day of the check
     * @param signedBy the personId of a member, null when nobody signed
     */
    record QuarterChecked(
            String householdId,
            LocalDate occurredOn,
            int year,
            int quarter,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long livingFen,
            long schoolingFen,
            long medicalFen,
            long otherFen,
            long spentFen,
            int persons,
            String checkedBy,
            @Nullable String signedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /**
     * 发放扶贫手册: A handbook was handed over; a later one takes its place.
     *
     * @param number as it is printed on it
     */
    record HandbookIssued(
            String householdId,
            LocalDate occurredOn,
            String number,
            LocalDate printedOn,
            String issuedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /** 悬挂明白卡: The clear card of a year was hung up at the house. */
    record ClearCardIssued(
            String householdId,
            LocalDate occurredOn,
            int year,
            String issuedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /**
     * 签认帮扶成效: The household signed for what help of a year came to; a later signature of the same
     * year replaces it.
     *
     * @param projectTypes of which there was something
     * @param signedBy the personId of a member
     */
    record ResultSigned(
            String householdId,
            LocalDate occurredOn,
            int year,
            List<ProjectType> projectTypes,
            String signedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /** As the handbook prints them: 雨露计划, 扶贫小额信贷, 易地扶贫搬迁, 产业发展, 基础设施, 公共服务和社会事业. */
    enum ProjectType {
        RAIN_AND_DEW,
        MICROCREDIT,
        RELOCATION,
        INDUSTRY,
        INFRASTRUCTURE,
        PUBLIC_SERVICES
    }

    /**
     * 整户迁移: The household lies in another place from that day on.
     *
     * @param region the village it lies in now, as every later event of it says
     * @param group the villagers' group there
     * @param persons how many move
     */
    record HouseholdMoved(
            String householdId,
            LocalDate occurredOn,
            String region,
            String fromRegion,
            @Nullable String group,
            MoveReason reason,
            int persons,
            @Nullable String documentNo,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HelpEvent {}

    /** 区划调整, 易地搬迁, 其他. */
    enum MoveReason {
        REDIVISION,
        RELOCATION,
        OTHER
    }
}
