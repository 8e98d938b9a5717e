package cn.fupin.household.region;

import cn.fupin.household.region.RegionEvent.InspectionHeld;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.RegionEvent.RegionFactRecorded;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.RegionEvent.SurveyRoundHeld;
import cn.fupin.household.region.RegionEvent.TrainingHeld;

/** A place as far as its own decisions need it. */
sealed interface Region {
    record Unlisted() implements Region {}

    record Listed(String code, Level level, boolean poorVillage) implements Region {}

    static Region evolve(Region state, RegionEvent event) {
        return switch (event) {
            case RegionListed e -> new Listed(e.region(), e.level(), false);
            case PoorVillageIdentified e -> new Listed(e.region(), Level.VILLAGE, true);
            case RegionFactRecorded _, TrainingHeld _, SurveyRoundHeld _, InspectionHeld _ -> state;
        };
    }
}
