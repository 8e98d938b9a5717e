package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.RegionEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The facts of one village. */
final class RegionFacts {
    static final String VILLAGE = "513423199201";
    static final String PLACE = "region-" + VILLAGE;
    static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private RegionFacts() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Decision by(String body) {
        return new Decision(body, null);
    }

    static RegionListed listed(String code, Level level) {
        return new RegionListed(
                code,
                day("2014-01-01"),
                "__村",
                level,
                null,
                false,
                true,
                NationalList.AS_OF,
                null,
                null);
    }

    static RegionListed village() {
        return listed(VILLAGE, Level.VILLAGE);
    }

    static RegionListed township() {
        return listed("513423199000", Level.TOWNSHIP);
    }

    static PoorVillageIdentified poorVillage() {
        return new PoorVillageIdentified(
                VILLAGE, day("2014-06-01"), by("县"), false, null, null, null);
    }

    static PoorVillageExited exited() {
        return new PoorVillageExited(
                VILLAGE,
                day("2017-10-01"),
                20,
                1400,
                Denominator.RURAL,
                142,
                300,
                null,
                by("县"),
                false,
                null);
    }

    static WorkTeamFormed team(TeamKind kind) {
        return new WorkTeamFormed(
                VILLAGE, day("2014-05-01"), "工作队", kind, TeamLevel.COUNTY, List.of(), false, null);
    }

    static RegionSuperseded superseded() {
        return new RegionSuperseded(VILLAGE, day("2019-12-01"), List.of(), null, false);
    }
}
