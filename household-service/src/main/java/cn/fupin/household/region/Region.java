package cn.fupin.household.region;

import cn.fupin.household.region.RegionEvent.*;
import java.util.HashSet;
import java.util.Set;

/** A place as far as its own decisions need it. */
sealed interface Region {
    record Unlisted() implements Region {}

    /**
     * A place on the register.
     *
     * @param teams the names that are taken
     * @param superseded whether it has ended as a division
     */
    record Listed(
            String code, Level level, boolean poorVillage, Set<String> teams, boolean superseded)
            implements Region {
        Listed identifiedAsPoor() {
            return new Listed(code, level, true, teams, superseded);
        }

        Listed with(String team) {
            var more = new HashSet<>(teams);
            more.add(team);
            return new Listed(code, level, poorVillage, Set.copyOf(more), superseded);
        }

        Listed ended() {
            return new Listed(code, level, poorVillage, teams, true);
        }
    }

    static Region evolve(Region state, RegionEvent event) {
        return switch (event) {
            case RegionListed e -> new Listed(e.region(), e.level(), false, Set.of(), false);
            case PoorVillageIdentified _ -> ((Listed) state).identifiedAsPoor();
            case WorkTeamFormed e -> ((Listed) state).with(e.team());
            case RegionSuperseded _ -> ((Listed) state).ended();
            case PlaceEvent _, OrganisationEvent _ -> state;
            case RegionFactRecorded _,
                    TrainingHeld _,
                    SurveyRoundHeld _,
                    InspectionHeld _,
                    MeetingHeld _,
                    PolicyDocumentIssued _,
                    StaffAppointed _,
                    UnitContactAssigned _,
                    VillageExitRechecked _ ->
                    state;
        };
    }
}
