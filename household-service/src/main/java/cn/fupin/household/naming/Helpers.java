package cn.fupin.household.naming;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which person is meant by a helper's id: a lookup that commits with the naming itself. */
@Component
class Helpers {
    private final JdbcClient db;

    Helpers(JdbcClient db) {
        this.db = db;
    }

    /** Null while the id has no name. */
    @Nullable String personOf(String helperId) {
        return db.sql("select person_id from helper_person where helper_id = ? and is_current")
                .param(helperId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @EventHandler
    void on(HelperEvent e) {
        db.sql("update helper_person set is_current = false where helper_id = ?")
                .param(e.helperId())
                .update();
        db.sql(
                        """
                        insert into helper_person values (?, ?, ?, true)
                        on conflict (person_id) do update set is_current = true
                        """)
                .params(e.personId(), e.helperId(), e.region())
                .update();
    }
}
