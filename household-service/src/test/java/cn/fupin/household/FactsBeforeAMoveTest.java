package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.household.household.RegisterDays;
import cn.fupin.household.household.RegisterDays.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A move that is entered first changes nothing of the days before it: what is entered afterwards of
 * such a day is of the place where the household lay then.
 */
class FactsBeforeAMoveTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township here = Township.ready(2);
    private final Township there = Township.ready(20);

    private void moved(String household, String on) {
        here.done(
                here.step(
                        household,
                        "move",
                        Map.of("region", there.village, "reason", "RELOCATION", "movedOn", on)));
    }

    @Test
    void a_registration_takes_places_where_it_lay_that_day() {
        here.registered(2);
        var late = Township.newHousehold();
        var notice = here.reviewed(late, 1);
        moved(late, "2014-05-10");
        assertThat(here.register(late, notice, "2014-05-09").reason()).isEqualTo("QUOTA_EXCEEDED");
        here.done(here.register(late, notice, "2014-05-10"));
        assertThat(used(here.town, 2014)).isEqualTo(2);
        assertThat(used(there.town, 2014)).isEqualTo(1);
    }

    @Test
    void a_relapse_takes_places_where_it_lay_that_day() {
        here.done(here.line(here.town, 2015, 2855_00));
        here.done(here.line(here.town, 2016, 2952_00));
        var household = here.registered(2);
        here.exit(household);
        allocated(here, 1);
        allocated(there, 20);
        moved(household, "2017-03-02");
        assertThat(relapse(household).reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(used(there.town, 2017)).isZero();
    }

    @Test
    void what_is_registered_and_exits_does_so_where_it_lay_that_day() {
        here.done(here.line(here.town, 2015, 2855_00));
        var household = Township.newHousehold();
        var notice = here.reviewed(household, 2);
        moved(household, "2016-12-01");
        here.done(here.register(household, notice, "2014-05-09"));
        here.exit(household);
        var days = Running.service().bean(RegisterDays.class);
        var by = LocalDate.parse("2016-12-31");
        for (var day : Day.values()) {
            assertThat(days.areWithin(day, List.of(household), here.village, by)).isTrue();
            assertThat(days.areWithin(day, List.of(household), there.village, by)).isFalse();
        }
        assertThat(placeOfLast("HouseholdRegistered", household)).isEqualTo(here.village);
        assertThat(placeOfLast("HouseholdExited", household)).isEqualTo(here.village);
        assertThat(placeOfLast("HouseholdMoved", household)).isEqualTo(there.village);
    }

    @Test
    void a_rule_is_asked_of_the_place_where_it_lay_that_day() {
        var household = here.registered(2);
        moved(household, "2015-01-01");
        here.done(here.rule(here.town, "helper-households-max", 4, "household", "2014-06-01"));
        here.done(here.rule(there.town, "helper-households-max", 1, "household", "2014-06-01"));
        var busy = there.registered(1);
        here.done(there.step(busy, "helper", helper("helper-of-" + here.town, "2014-07-01")));
        assertThat(
                        here.step(
                                        household,
                                        "helper",
                                        helper("helper-of-" + here.town, "2015-01-01"))
                                .reason())
                .isEqualTo("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        here.done(here.step(household, "helper", helper("helper-of-" + here.town, "2014-12-31")));
    }

    private static Map<String, Object> helper(String id, String on) {
        return Map.of("helperId", id, "helperUnit", "县水务局", "assignedOn", on);
    }

    private void allocated(Township township, int persons) {
        var quota = new TreeMap<>(township.quota(township.town, persons));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
    }

    private Reply relapse(String household) {
        return here.step(household, "relapse", RegionsAndRulesTest.relapse());
    }

    private int used(String division, int year) {
        return db.sql("select used_persons from quota where division = ? and year = ?")
                .params(division, year)
                .query(Integer.class)
                .single();
    }

    private String placeOfLast(String type, String household) {
        return db.sql(
                        """
                        select convert_from(metadata, 'UTF8')::json ->> ? from events
                        where stream_id = ? and payload_type = ? order by sequence desc limit 1
                        """)
                .params(DecidedStream.REGION, household, type)
                .query(String.class)
                .single();
    }
}
