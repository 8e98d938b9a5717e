package cn.fupin.household.intake;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.HelpTime;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A register of one village with the rules, lines and quotas of 2014. */
final class SmallRegister implements Register {
    static final String VILLAGE = "513423900201";
    static final List<HelpTime> HELPERS_OWN =
            List.of(new HelpTime("household-of-the-helper", LocalDate.of(2014, 1, 1), null));

    final Map<Integer, Home> elsewhere = new HashMap<>();
    final Map<RuleCode, @Nullable Integer> rules = new EnumMap<>(RuleCode.class);
    final Map<Integer, ImportRule> mayNotApply = new HashMap<>();
    final Set<Integer> excluded = new HashSet<>();
    final Map<String, Home> numbered = new HashMap<>();
    final Map<String, List<HelpTime>> helped = new HashMap<>();

    /** What every household of a file is known as; null when they are new. */
    @Nullable Known known;

    @Nullable LocalDate end;
    Lineage lineage = Lineage.UNDIVIDED;
    Map<String, Integer> left = Map.of("quota", 100);
    List<KnownGroup> groups = List.of();

    SmallRegister() {
        rules.put(RuleCode.FIRST_NOTICE_DAYS, 7);
        rules.put(RuleCode.SECOND_NOTICE_DAYS, 7);
        rules.put(RuleCode.HELPER_HOUSEHOLDS_MAX, 1);
    }

    @Override
    public boolean isListedVillage(String code) {
        return code.equals(VILLAGE) || code.equals("513424900201");
    }

    @Override
    public boolean liesIn(String village, String region) {
        return lineage.liesIn(village, region);
    }

    @Override
    public @Nullable LocalDate endOf(String code) {
        return end;
    }

    @Override
    public List<KnownGroup> groupsOf(String village) {
        return groups;
    }

    @Override
    public @Nullable Integer rule(RuleCode code, String region, LocalDate on) {
        return rules.get(code);
    }

    @Override
    public @Nullable Long lineFen(String region, int year, Standard standard) {
        return year == 2013 ? 2736_00L : null;
    }

    @Override
    public Map<String, Integer> placesLeft(String region, int year) {
        return left;
    }

    @Override
    public Map<Integer, Home> householdsOf(List<IdentityNumber> persons) {
        return elsewhere;
    }

    @Override
    public Map<String, Home> householdsNumbered(Collection<String> fileNumbers) {
        var homes = new HashMap<>(numbered);
        homes.keySet().retainAll(fileNumbers);
        return homes;
    }

    @Override
    public Set<Integer> notable(List<IdentityNumber> persons) {
        var notable = new HashSet<>(excluded);
        notable.addAll(mayNotApply.keySet());
        return notable;
    }

    @Override
    public Map<Integer, ImportRule> mayNotApply(
            String householdId, String village, LocalDate on, List<IdentityNumber> members) {
        return mayNotApply;
    }

    @Override
    public Set<Integer> excluded(
            String householdId, String village, LocalDate on, List<IdentityNumber> members) {
        return excluded;
    }

    @Override
    public Map<String, Known> known(Collection<String> householdIds) {
        var all = new HashMap<String, Known>();
        if (known != null) for (var id : householdIds) all.put(id, known);
        return all;
    }

    @Override
    public Map<String, List<HelpTime>> timesOfHelpers(Collection<String> helperIds) {
        return helped;
    }
}
