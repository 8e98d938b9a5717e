package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.EXCLUDED;
import static cn.fupin.household.household.HouseholdReason.MEMBERS_CHANGED_MEANWHILE;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.Exclusions.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lists of other registers say of a household's persons, under the exclusion rules of a
 * day and place N不进.
 *
 * @param needed whether any rule is in force there: without one nobody was looked up
 * @param persons who was looked up
 */
record Screening(boolean needed, Set<String> persons, List<Match> matches) {
    static final Screening NOT_NEEDED = new Screening(false, Set.of(), List.of());

    Screening {
        persons = Set.copyOf(persons);
        matches = List.copyOf(matches);
    }

    /** Every member of the day was looked up, and nobody is excluded who was not cleared. */
    void pass(File file, LocalDate on) {
        if (!needed) return;
        var family = file.family();
        if (family.stays().stream()
                .anyMatch(stay -> stay.covers(on) && !persons.contains(stay.personId()))) {
            throw new Refused(MEMBERS_CHANGED_MEANWHILE);
        }
        for (var match : matches) {
            if (match.effect() != ExclusionEffect.REFUSE
                    || !family.has(match.personId(), on)
                    || file.isCleared(match.personId(), match.item(), on)) {
                continue;
            }
            throw new Refused(
                    EXCLUDED,
                    Map.of(
                            "personId",
                            match.personId(),
                            "item",
                            match.item(),
                            "exclusionId",
                            match.exclusionId(),
                            "matchingId",
                            match.matchingId(),
                            "asOf",
                            match.asOf().toString()));
        }
    }
}
