package cn.fupin.household.intake;

import cn.fupin.household.household.HelpTime;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the check of a file asks the register: whatever the run of it could be refused for. */
interface Register {
    boolean isListedVillage(String code);

    /** By its code, or by what it became. */
    boolean liesIn(String village, String region);

    @Nullable LocalDate endOf(String code);

    /** The villagers' groups of a village, those that have ended too. */
    List<KnownGroup> groupsOf(String village);

    @Nullable Integer rule(RuleCode code, String region, LocalDate on);

    /** By the line that the standard names. */
    @Nullable Long lineFen(String region, int year, Standard standard);

    /** The persons that still fit in each quota of the year above, by its id; none without one. */
    Map<String, Integer> placesLeft(String region, int year);

    /**
     * @param region where it is; null when nobody knows
     */
    record Home(String householdId, @Nullable String region) {}

    /** In which active household each is, for those that are in one; by their place in the list. */
    Map<Integer, Home> householdsOf(List<IdentityNumber> persons);

    /** Which household has each of the numbers; none for one that nobody has. */
    Map<String, Home> householdsNumbered(Collection<String> fileNumbers);

    /**
     * Who was in a household before or is named in a list of another register, and so has to be
     * looked into; by their place in the list.
     */
    Set<Integer> notable(List<IdentityNumber> persons);

    /** Why they may not apply there on that day; by their place in the list. */
    Map<Integer, ImportRule> mayNotApply(
            String householdId, String village, LocalDate on, List<IdentityNumber> members);

    /** Whom the exclusion rules of that day keep off the register; by their place in the list. */
    Set<Integer> excluded(
            String householdId, String village, LocalDate on, List<IdentityNumber> members);

    /** A step on the way onto the register, as files note it and as its event is called. */
    enum Step {
        APPLICATION("application", "HouseholdApplied"),
        SURVEY("survey", "HouseholdSurveyed"),
        ASSESSMENT("assessment", "HouseholdAssessed"),
        REVIEW("township-review", "TownshipReviewed"),
        REGISTRATION("registration", "HouseholdRegistered"),
        HELPER("helper", "HelperAssigned");

        final String fact;
        final String event;

        Step(String fact, String event) {
            this.fact = fact;
            this.event = event;
        }
    }

    /**
     * A household of the file that is there already.
     *
     * @param region where it lies now
     * @param ended whether it is active no more
     * @param byFile the steps that files entered
     * @param made the steps it has made, whoever entered them
     * @param exitIncomeYear by which its first exit was verified, null without one
     * @param survey the fingerprint of the survey that files entered, null without one
     */
    record Known(
            LocalDate openedOn,
            String region,
            boolean ended,
            Set<Step> byFile,
            Set<Step> made,
            @Nullable Integer exitIncomeYear,
            @Nullable String survey) {
        /** Whether the next step a file would enter was entered otherwise. */
        boolean isBeyond(Step step) {
            return made.contains(step) && !byFile.contains(step);
        }
    }

    /** Those of the households that are there, by id. */
    Map<String, Known> known(Collection<String> householdIds);

    /** Which households each helper has had from when to when; none for one who had none. */
    Map<String, List<HelpTime>> timesOfHelpers(Collection<String> helperIds);
}
