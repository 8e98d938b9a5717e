package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.RegionCommand.RecordRegionFact;
import cn.fupin.household.region.RegionCommand.SupersedeRegion;
import cn.fupin.household.region.RegionEvent.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupersedeRegionTest {
    private static final String VILLAGE = "511129299201";
    private static final String SUCCESSOR = "511129105212";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static SupersedeRegion supersede(String on, boolean allListed, String... successors) {
        return new SupersedeRegion(
                new SupersedeRegion.Asked(
                        "region-" + VILLAGE,
                        LocalDate.parse(on),
                        List.of(successors),
                        null,
                        true,
                        RECEIVED),
                allListed,
                null);
    }

    private static RegionSuperseded superseded(String... successors) {
        return new RegionSuperseded(
                VILLAGE, LocalDate.parse("2019-12-01"), List.of(successors), null, true);
    }

    private static RegionListed listed() {
        return new RegionListed(
                VILLAGE,
                LocalDate.parse("2014-01-01"),
                "严湾村",
                Level.VILLAGE,
                null,
                false,
                true,
                NationalList.AS_OF,
                null,
                null);
    }

    @Test
    void by_another_or_by_nobody_knows_whom() {
        var spec = given(RegionDecider.INSTANCE, listed());
        spec.when(supersede("2019-12-01", true, SUCCESSOR)).then(superseded(SUCCESSOR));
        spec.when(supersede("2019-12-01", true)).then(superseded());
    }

    @Test
    void not_where_households_came_to_lie_on_that_day_or_since() {
        var came =
                new HouseholdsThere.Came(
                        "household-00000000-0000-7000-8000-000000000001",
                        LocalDate.parse("2019-12-01"));
        var asked = supersede("2019-12-01", true, SUCCESSOR).asked();
        given(RegionDecider.INSTANCE, listed())
                .when(new SupersedeRegion(asked, true, came))
                .refused(HOUSEHOLDS_CAME_SINCE);
    }

    @Test
    void once() {
        given(RegionDecider.INSTANCE, listed(), superseded())
                .when(supersede("2019-12-01", true, SUCCESSOR))
                .refused(ALREADY_SUPERSEDED);
    }

    @Test
    void by_listed_places_of_its_own_level() {
        var spec = given(RegionDecider.INSTANCE, listed());
        spec.when(supersede("2019-12-01", false, SUCCESSOR)).refused(SUCCESSOR_NOT_LISTED);
        spec.when(supersede("2019-12-01", true, "511129105000"))
                .refused(SUCCESSOR_OF_ANOTHER_LEVEL);
        assertThatThrownBy(() -> supersede("2019-12-01", true, SUCCESSOR, SUCCESSOR))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void not_in_the_future_nor_before_it_is_listed_at_all() {
        given(RegionDecider.INSTANCE, listed())
                .when(supersede("2020-01-02", true))
                .refused(IN_THE_FUTURE);
        given(RegionDecider.INSTANCE, List.of())
                .when(supersede("2019-12-01", true))
                .refused(NOT_LISTED);
    }

    @Test
    void what_was_true_of_it_may_still_be_entered() {
        given(RegionDecider.INSTANCE, listed(), superseded())
                .when(
                        new RecordRegionFact(
                                "region-" + VILLAGE,
                                "population",
                                new BigDecimal("1800"),
                                "person",
                                false,
                                LocalDate.parse("2014-12-31"),
                                false,
                                RECEIVED))
                .accepted();
    }
}
