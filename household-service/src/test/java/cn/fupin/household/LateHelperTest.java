package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who helped a household earlier than its present helper is entered later, within what he may. */
class LateHelperTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(10);
    private final String a = "a-" + township.town;
    private final String b = "b-" + township.town;

    @Test
    void whoever_is_entered_late_helps_until_the_next_one() {
        var household = township.registered(1);
        township.done(helper(household, b, "2016-01-01"));
        township.done(helper(household, a, "2015-03-01"));
        assertThat(times(household))
                .containsExactly(a + " 2015-03-01 2016-01-01", b + " 2016-01-01");
        // the present one began earlier
        township.done(helper(household, b, "2015-09-01"));
        assertThat(times(household))
                .containsExactly(
                        a + " 2015-03-01 2015-09-01",
                        b + " 2015-09-01 2016-01-01",
                        b + " 2016-01-01");
        assertThat(helper(household, b, "2015-10-01").reason()).isEqualTo("SAME_HELPER");
        assertThat(helper(household, b, "2016-10-01").reason()).isEqualTo("SAME_HELPER");
        // whoever is named next follows the present one
        township.done(helper(household, a, "2017-01-01"));
        assertThat(times(household)).endsWith(b + " 2016-01-01 2017-01-01", a + " 2017-01-01");
    }

    @Test
    void he_has_on_none_of_these_days_more_households_than_the_rule_allows() {
        township.done(
                township.rule(
                        township.town, "helper-households-max", 1, "household", "2015-01-01"));
        var one = township.registered(1);
        var other = township.registered(1);
        township.done(helper(other, a, "2015-06-01"));
        township.done(helper(one, b, "2016-01-01"));
        assertThat(helper(one, a, "2015-03-01").reason())
                .isEqualTo("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        township.done(helper(one, "c-" + township.town, "2015-05-01"));
        township.done(helper(one, a, "2015-03-01"));
        assertThat(times(one)).startsWith(a + " 2015-03-01 2015-05-01");
    }

    private Reply helper(String household, String helper, String on) {
        return township.step(
                household,
                "helper",
                Map.of("helperId", helper, "helperUnit", "县水务局", "assignedOn", on));
    }

    private List<String> times(String household) {
        return db.sql(
                        """
                        select concat_ws(' ', helper_id, since, until) from helper_time
                        where household_id = ? order by since
                        """)
                .param(household)
                .query(String.class)
                .list();
    }
}
