package cn.fupin.household.intake;

import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the check of a file asks the register. */
interface Register {
    boolean isListedVillage(String code);

    @Nullable LocalDate endOf(String code);

    /** The villagers' groups of a village, those that have ended too. */
    List<KnownGroup> groupsOf(String village);

    @Nullable Integer rule(RuleCode code, String region, LocalDate on);

    /** By the line that the standard names. */
    @Nullable Long lineFen(String region, int year, Standard standard);

    /** The fewest persons that still fit in any quota of the year above, null without a quota. */
    @Nullable Integer placesLeft(String region, int year);

    /**
     * @param region where it is; null when nobody knows
     */
    record Home(String householdId, @Nullable String region) {}

    /** In which active household each is, for those that are in one; by their place in the list. */
    Map<Integer, Home> householdsOf(List<IdentityNumber> persons);
}
