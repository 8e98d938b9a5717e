package cn.fupin.household.region;

import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.RegionEvent.TeamKind;
import cn.fupin.household.region.RegionEvent.WorkTeamFormed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to a place.
 *
 * @param teams by name; one that left keeps its name
 * @param groups the leading groups and since when each is composed as it is
 * @param secretary the first secretary, null while there is none
 * @param secretarySince the day that is so from, null when there never was one
 * @param units the helper units and since when each stands behind it
 * @param duties those who are counted, not named
 */
record Organisation(
        Map<String, Team> teams,
        Map<String, LocalDate> groups,
        @Nullable String secretary,
        @Nullable LocalDate secretarySince,
        Map<String, LocalDate> units,
        Duties duties) {
    static final Organisation NOBODY =
            new Organisation(Map.of(), Map.of(), null, null, Map.of(), Duties.NONE);

    /**
     * @param since the day of its latest change
     */
    record Team(TeamKind kind, LocalDate since, boolean withdrawn) {}

    Organisation formed(WorkTeamFormed e) {
        return team(e.team(), new Team(e.kind(), e.occurredOn(), false));
    }

    Organisation after(OrganisationEvent event) {
        return switch (event) {
            case LeadingGroupFormed e -> group(e.group(), e.occurredOn());
            case WorkTeamStaffed e -> team(e.team(), e.occurredOn(), false);
            case WorkTeamWithdrawn e -> team(e.team(), e.occurredOn(), true);
            case FirstSecretaryAppointed e -> secretary(e.staffId(), e.occurredOn());
            case FirstSecretaryRecalled e ->
                    secretary(
                            e.successor() == null ? null : e.successor().staffId(), e.occurredOn());
            case HelperUnitAssigned e -> unit(e.unit(), e.occurredOn());
            case HelperUnitReleased e -> {
                var without = new HashMap<>(units);
                without.remove(e.unit());
                if (e.successor() != null) without.put(e.successor(), e.occurredOn());
                yield new Organisation(
                        teams, groups, secretary, secretarySince, Map.copyOf(without), duties);
            }
            case StaffReleased e -> with(duties.after(e));
            case UnitContactEnded e -> with(duties.after(e));
            case RegionPlanAdopted _ -> this;
        };
    }

    Organisation with(Duties changed) {
        return new Organisation(teams, groups, secretary, secretarySince, units, changed);
    }

    private Organisation team(String name, LocalDate since, boolean withdrawn) {
        var was = teams.get(name);
        var kind = was == null ? TeamKind.RESIDENT : was.kind();
        return team(name, new Team(kind, since, withdrawn));
    }

    private Organisation team(String name, Team team) {
        var more = new HashMap<>(teams);
        more.put(name, team);
        return new Organisation(Map.copyOf(more), groups, secretary, secretarySince, units, duties);
    }

    private Organisation group(String name, LocalDate since) {
        var more = new HashMap<>(groups);
        more.put(name, since);
        return new Organisation(teams, Map.copyOf(more), secretary, secretarySince, units, duties);
    }

    private Organisation secretary(@Nullable String staffId, LocalDate since) {
        return new Organisation(teams, groups, staffId, since, units, duties);
    }

    private Organisation unit(String name, LocalDate since) {
        var more = new HashMap<>(units);
        more.put(name, since);
        return new Organisation(teams, groups, secretary, secretarySince, Map.copyOf(more), duties);
    }
}
