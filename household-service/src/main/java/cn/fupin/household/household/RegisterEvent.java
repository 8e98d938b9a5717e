package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to a household on the register: whose it is to help, and that it is taken off. */
public sealed interface RegisterEvent extends HouseholdEvent {
    /**
     * 明确帮扶责任人: One named responsible helper; replaces the one before.
     *
     * @param helperKind what the helper is, null when nobody says
     */
    record HelperAssigned(
            String householdId,
            LocalDate occurredOn,
            String helperId,
            String helperUnit,
            boolean assumed,
            @Nullable HelperKind helperKind,
            @Nullable List<Evidence> evidence)
            implements RegisterEvent {}

    /** 领导, 干部, 党员, 致富能人. */
    enum HelperKind {
        LEADER,
        CADRE,
        PARTY_MEMBER,
        CAPABLE
    }

    /**
     * 移出名册: Taken off the register by an authority, what the sources call 删除.
     *
     * @param cause a code such as NEW_YI_VILLAGE_BENEFICIARY
     * @param orderedBy who gave the authority its task
     * @param roundId the round of re-verification it left by, null without one
     * @param roundRule the round's rule of leaving, its code
     */
    record HouseholdRemoved(
            String householdId,
            LocalDate occurredOn,
            int persons,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            boolean assumed,
            @Nullable String roundId,
            @Nullable String roundRule,
            @Nullable List<Evidence> evidence)
            implements RegisterEvent {}
}
