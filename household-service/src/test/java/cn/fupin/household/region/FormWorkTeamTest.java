package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.RegionCommand.FormWorkTeam;
import cn.fupin.household.region.RegionEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormWorkTeamTest {
    private static final String VILLAGE = "513423199201";

    private static FormWorkTeam form(String team, String on, String... units) {
        return new FormWorkTeam(
                "region-" + VILLAGE,
                LocalDate.parse(on),
                team,
                TeamKind.RESIDENT,
                TeamLevel.COUNTY,
                List.of(units),
                true,
                Instant.parse("2020-01-01T00:00:00Z"),
                null);
    }

    private static WorkTeamFormed formed(String team, String... units) {
        return new WorkTeamFormed(
                VILLAGE,
                LocalDate.parse("2014-05-01"),
                team,
                TeamKind.RESIDENT,
                TeamLevel.COUNTY,
                List.of(units),
                true,
                null);
    }

    private static RegionListed listed() {
        return new RegionListed(
                VILLAGE,
                LocalDate.parse("2014-01-01"),
                "__村",
                Level.VILLAGE,
                null,
                false,
                true,
                NationalList.AS_OF,
                VillageType.VILLAGE_COMMITTEE,
                null);
    }

    @Test
    void by_units_that_may_not_be_known() {
        var spec = given(RegionDecider.INSTANCE, listed());
        spec.when(form("工作队", "2014-05-01", "县商务局", "县粮食局")).then(formed("工作队", "县商务局", "县粮食局"));
        spec.when(form("工作队", "2014-05-01")).then(formed("工作队"));
    }

    @Test
    void one_of_a_name() {
        var spec = given(RegionDecider.INSTANCE, listed(), formed("第一组"));
        spec.when(form("第一组", "2014-06-01")).refused(TEAM_ALREADY_FORMED);
        spec.when(form("第二组", "2014-06-01")).accepted();
    }

    @Test
    void no_unit_stands_in_it_twice() {
        assertThatThrownBy(() -> form("工作队", "2014-05-01", "县商务局", "县商务局"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void not_in_the_future_nor_for_a_place_that_is_not_listed() {
        given(RegionDecider.INSTANCE, listed())
                .when(form("工作队", "2020-01-02"))
                .refused(IN_THE_FUTURE);
        given(RegionDecider.INSTANCE, List.of())
                .when(form("工作队", "2014-05-01"))
                .refused(NOT_LISTED);
    }
}
