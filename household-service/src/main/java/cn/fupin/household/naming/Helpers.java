package cn.fupin.household.naming;

import cn.fupin.household.region.Successions;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which person is meant by a helper's id, and where: a lookup that commits with the naming itself.
 */
@Component
class Helpers {
    private final JdbcClient db;
    private final Successions successions;

    Helpers(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    /** Null while the id has no name. */
    @Nullable String personOf(String helperId) {
        return db.sql("select person_id from helper_person where helper_id = ? and is_current")
                .param(helperId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Whether the id helps households, is a first secretary or works in a team, and none of it in
     * the region. One of whom nothing is known yet works wherever it is said to: an id may be used
     * before it is named, and named before it is used.
     */
    boolean worksElsewhere(String helperId, String region) {
        var places =
                db.sql(
                                """
                                select p.region
                                from helper_household h join household_place p using (household_id)
                                where h.helper_id = :id
                                union select region from staff_duty where staff_id = :id
                                """)
                        .param("id", helperId)
                        .query(String.class)
                        .list();
        return !places.isEmpty() && places.stream().noneMatch(place -> liesIn(place, region));
    }

    /** By the codes of any time: a household keeps its own when a division ends. */
    private boolean liesIn(String place, String region) {
        var lineage = successions.lineage();
        return lineage.liesIn(place, region) || lineage.followed(region, place) != null;
    }

    @EventHandler
    void on(HelperEvent e) {
        db.sql("update helper_person set is_current = false where helper_id = ?")
                .param(e.helperId())
                .update();
        db.sql(
                        """
                        insert into helper_person values (?, ?, ?, true)
                        on conflict (person_id) do update
                        set is_current = true, region = excluded.region
                        """)
                .params(e.personId(), e.helperId(), e.region())
                .update();
    }
}
