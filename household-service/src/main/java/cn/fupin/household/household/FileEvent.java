package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.PlanDetails.PlanGoal;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import cn.fupin.household.measure.MeasureItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一户一档: entered in the household's file; the household stays where it is. */
public sealed interface FileEvent extends HouseholdEvent {
    /**
     * 登记年度收入: The income of a year; a later one of the same year replaces it.
     *
     * @param incomeFenPerHead by the members of {@code occurredOn}
     */
    record IncomeRecorded(
            String householdId,
            LocalDate occurredOn,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /**
     * 走访: A helper came to the house, or called.
     *
     * @param channel how, null when nobody says: then at home
     * @param note what was said and seen, nothing of which is personal
     */
    record HouseholdVisited(
            String householdId,
            LocalDate occurredOn,
            String visitedBy,
            VisitPurpose purpose,
            boolean assumed,
            @Nullable VisitChannel channel,
            @Nullable String note,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /** 入户, 电话, 网络. */
    enum VisitChannel {
        HOME,
        PHONE,
        ONLINE
    }

    enum VisitPurpose {
        VISIT,
        PLAN,
        INCOME_CHECK,
        DELIVERY,
        OTHER
    }

    /**
     * 一户一策: what is to be done for the household, from year to year inclusive.
     *
     * @param measures the codes of their kinds, {@link MeasureItem} or as enacted there
     * @param goals what is to be earned in which year, null when nobody says
     * @param planned what is done in which year, null when only the measures are said
     */
    record PlanAdopted(
            String householdId,
            LocalDate occurredOn,
            PlanKind kind,
            int fromYear,
            int toYear,
            List<String> measures,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            @Nullable List<PlanGoal> goals,
            @Nullable List<PlannedMeasure> planned)
            implements FileEvent {}

    /**
     * 落实计划措施: Something of what was planned is done; of what is counted, so much more.
     *
     * @param kind of the plan, as {@code fromYear}
     * @param code of the measure in it
     * @param quantity in the unit of the plan, null where it is not counted
     * @param amountFen what it cost, null when nobody says
     */
    record PlannedMeasureDone(
            String householdId,
            LocalDate occurredOn,
            PlanKind kind,
            int fromYear,
            String code,
            @Nullable BigDecimal quantity,
            @Nullable Long amountFen,
            @Nullable String note,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /** 三年规划, 年度计划. */
    enum PlanKind {
        THREE_YEAR,
        YEARLY
    }

    /**
     * 落实帮扶措施: The household belongs to a batch of the measures 五个一批; it may belong to several.
     *
     * @param measure the code of its kind, {@link MeasureItem} or as enacted there
     * @param scheme whose list of measures it is: which five there are differs from place to place
     */
    record MeasureAssigned(
            String householdId,
            LocalDate occurredOn,
            String measure,
            String scheme,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /** 列入脱贫名单: Meant to exit in a year 预脱贫; the household stays where it is. */
    record ExitPlanned(
            String householdId,
            LocalDate occurredOn,
            int year,
            Decision decidedBy,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /**
     * 移出脱贫名单: It is not meant to exit any more, in whatever year it was; it stays on the register.
     */
    record ExitPlanDropped(
            String householdId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /**
     * 重新核实保留: Looked into again and kept, on the register or, in a round, as exited; who is not
     * kept is removed, or the exit taken back, with a cause that says so.
     *
     * @param round by what rules, such as 五退八进
     * @param roundId the round as it was opened, null for one that never was
     */
    record HouseholdReverified(
            String householdId,
            LocalDate occurredOn,
            String round,
            Decision decidedBy,
            int persons,
            boolean assumed,
            @Nullable String roundId,
            @Nullable List<Evidence> evidence)
            implements FileEvent {}

    /**
     * 比对结果核查: A member is on a list of an exclusion rule, and that was looked into: it does not
     * stand in the way of registration.
     *
     * @param evidence null where nothing is stored
     */
    record ExclusionCleared(
            String householdId,
            LocalDate occurredOn,
            String personId,
            String item,
            String grounds,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed)
            implements FileEvent {}
}
