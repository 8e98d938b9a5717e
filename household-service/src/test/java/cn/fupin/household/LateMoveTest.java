package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A move that is found after a later one: where the household lies goes by the days. */
class LateMoveTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(5);
    private final String second = township.town.substring(0, 9) + "202";
    private final String third = township.town.substring(0, 9) + "203";

    @Test
    void it_lies_where_it_went_last_and_its_exit_was_where_it_lay_then() {
        for (var village : List.of(second, third)) {
            township.done(township.list(village, "__村", "VILLAGE", township.town, true));
        }
        township.done(township.line(township.town, 2015, 2855_00));
        var household = township.registered(2);
        township.exit(household);
        township.done(move(household, third, "2017-06-01"));
        assertThat(exitedIn(household)).isEqualTo(township.village);

        township.done(move(household, second, "2015-06-01"));
        assertThat(liesIn(household)).isEqualTo(third);
        assertThat(exitedIn(household)).isEqualTo(second);
        assertThat(places(household))
                .endsWith("2015-06-01 " + second, "2017-06-01 " + third)
                .hasSize(3);

        // it went there earlier than was entered
        township.done(move(household, third, "2016-01-01"));
        assertThat(liesIn(household)).isEqualTo(third);
        assertThat(exitedIn(household)).isEqualTo(third);
        assertThat(move(household, third, "2016-02-01").reason()).isEqualTo("LIES_THERE_ALREADY");
    }

    private Reply move(String household, String to, String on) {
        return township.step(
                household, "move", Map.of("region", to, "reason", "OTHER", "movedOn", on));
    }

    private String liesIn(String household) {
        return one("select region from household_place where household_id = ?", household);
    }

    private String exitedIn(String household) {
        return one(
                "select region from register_day where standing = 'EXITED' and household_id = ?",
                household);
    }

    private String one(String sql, String household) {
        return db.sql(sql).param(household).query(String.class).single();
    }

    private List<String> places(String household) {
        return db.sql(
                        """
                        select since || ' ' || region from household_place_since
                        where household_id = ? order by since
                        """)
                .param(household)
                .query(String.class)
                .list();
    }
}
