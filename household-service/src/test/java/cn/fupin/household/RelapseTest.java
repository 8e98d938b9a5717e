package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Back onto the register, but not past the lists of other registers. */
class RelapseTest {
    private final Township township = Township.ready(10);
    private final String household = Township.newHousehold();
    private final String number = TestPersons.newNumber();

    @BeforeEach
    void exited() {
        var notice = township.reviewed(household, 2);
        township.done(township.register(household, notice, "2014-05-09"));
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小明", "CHILD", number),
                        "MOVED_IN",
                        "2014-06-01"));
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(township.line(township.town, 2016, 2952_00));
        township.exit(household);
        var quota = new TreeMap<>(township.quota(township.town, 5));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
        township.done(
                "/exclusions/exclusion-" + UUID.randomUUID() + "/enactment",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "effect",
                        "REFUSE",
                        "text",
                        "家有小汽车的不进",
                        "source",
                        "县实施细则",
                        "effectiveFrom",
                        "2017-01-01"));
    }

    private void carsOf(String owner) {
        township.done(
                "/matching-lists/matching-" + UUID.randomUUID() + "/receipt",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "source",
                        "县车管所",
                        "asOf",
                        "2017-02-01",
                        "numbers",
                        List.of(owner),
                        "receivedOn",
                        "2017-02-02"));
    }

    @Test
    void whoever_is_on_a_list_under_an_exclusion_rule_stays_out_until_that_was_cleared() {
        carsOf(number);
        var relapse = RegionsAndRulesTest.relapse();
        var refused = township.step(household, "relapse", relapse);
        assertThat(refused.reason()).isEqualTo("EXCLUDED");
        var person = HouseholdModelTest.joined(household).getFirst();
        assertThat(refused.json().path("personId").asString("")).isEqualTo(person);
        township.done(
                township.step(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                person,
                                "item",
                                "CAR",
                                "grounds",
                                "车已出售，未过户",
                                "decidedBy",
                                Township.body("县扶贫移民局"),
                                "clearedOn",
                                "2017-02-28")));
        township.done(township.step(household, "relapse", relapse));
    }

    @Test
    void who_left_after_the_day_of_a_relapse_that_is_entered_late_was_looked_up_too() {
        carsOf(TestPersons.newNumber());
        township.done(township.leave(household, number, "MOVED_OUT", "2017-06-01"));
        township.done(township.step(household, "relapse", RegionsAndRulesTest.relapse()));
    }

    @Test
    void who_left_after_that_day_keeps_it_out_if_on_a_list() {
        carsOf(number);
        township.done(township.leave(household, number, "MOVED_OUT", "2017-06-01"));
        assertThat(township.step(household, "relapse", RegionsAndRulesTest.relapse()).reason())
                .isEqualTo("EXCLUDED");
    }
}
