package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to see to it that a place comes out of poverty. Offices, units and staff ids, no names.
 */
public sealed interface OrganisationEvent extends RegionEvent {
    /**
     * 成立领导小组: A leading group, or the same one in another composition from that day on.
     *
     * @param leader the office that leads it, such as 镇长
     * @param bureau the office that does its daily work 办公室, null when nobody says
     */
    record LeadingGroupFormed(
            String region,
            LocalDate occurredOn,
            String group,
            String leader,
            List<String> deputies,
            List<String> members,
            @Nullable String bureau,
            @Nullable String documentNo,
            boolean assumed)
            implements OrganisationEvent {}

    /** 工作队人员到位: Who works in a team from that day on, all of them; one of them leads. */
    record WorkTeamStaffed(
            String region,
            LocalDate occurredOn,
            String team,
            List<TeamMember> members,
            boolean assumed)
            implements OrganisationEvent {}

    record TeamMember(String staffId, String unit, boolean leader) {}

    /**
     * 工作队撤回: A team left; a resident one never before its poor village came out of poverty 不脱贫不收队.
     */
    record WorkTeamWithdrawn(
            String region,
            LocalDate occurredOn,
            String team,
            String reason,
            Decision decidedBy,
            boolean assumed)
            implements OrganisationEvent {}

    /** 选派第一书记: There is one at a time in a village. */
    record FirstSecretaryAppointed(
            String region,
            LocalDate occurredOn,
            String staffId,
            String unit,
            Decision decidedBy,
            boolean assumed)
            implements OrganisationEvent {}

    /**
     * 第一书记调回: A first secretary's time is over.
     *
     * @param successor who takes over the same day; null only after the village's exit
     */
    record FirstSecretaryRecalled(
            String region,
            LocalDate occurredOn,
            String staffId,
            String reason,
            @Nullable Successor successor,
            Decision decidedBy,
            boolean assumed)
            implements OrganisationEvent {}

    record Successor(String staffId, String unit) {}

    /** 明确帮扶单位: A unit stands behind a village 帮扶单位, 后盾单位; there may be several. */
    record HelperUnitAssigned(
            String region,
            LocalDate occurredOn,
            String unit,
            @Nullable Decision decidedBy,
            boolean assumed)
            implements OrganisationEvent {}

    /**
     * 调整帮扶单位: A unit stands behind a village no more.
     *
     * @param successor the unit that takes its place the same day; null only after the village's
     *     exit
     */
    record HelperUnitReleased(
            String region,
            LocalDate occurredOn,
            String unit,
            @Nullable String successor,
            String reason,
            Decision decidedBy,
            boolean assumed)
            implements OrganisationEvent {}

    /**
     * 人员不再任职: So many persons have a duty no more; never more than took it up.
     *
     * @param kind which duty
     */
    record StaffReleased(
            String region,
            LocalDate occurredOn,
            StaffKind kind,
            int persons,
            String reason,
            boolean assumed)
            implements OrganisationEvent {}

    /** 单位不再联系农户: A unit is in contact with no household of the village any more. */
    record UnitContactEnded(
            String region, LocalDate occurredOn, String unit, String reason, boolean assumed)
            implements OrganisationEvent {}

    /**
     * 制定地区脱贫规划: A place's own plan, from year to year inclusive: 三年脱贫规划, 年度计划.
     *
     * @param exitHouseholds how many households are meant to exit, null when nobody says
     * @param exitPersons how many persons these are
     */
    record RegionPlanAdopted(
            String region,
            LocalDate occurredOn,
            PlanSpan span,
            int fromYear,
            int toYear,
            String title,
            @Nullable Integer exitHouseholds,
            @Nullable Integer exitPersons,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements OrganisationEvent {}

    /** 三年规划, 年度计划. */
    enum PlanSpan {
        THREE_YEAR,
        YEARLY
    }
}
