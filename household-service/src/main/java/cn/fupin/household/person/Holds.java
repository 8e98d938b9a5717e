package cn.fupin.household.person;

import cn.fupin.household.person.PersonCommand.Held;
import cn.fupin.household.person.PersonEvent.HoldKind;
import cn.fupin.household.person.PersonEvent.HoldLifted;
import cn.fupin.household.person.PersonEvent.HoldPlaced;
import cn.fupin.household.vault.PersonKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which holds were placed and not lifted, of whomever: an erasure asks for more persons' than its
 * own stream knows of.
 */
@Component
class Holds {
    private final JdbcClient db;
    private final PersonKeys keys;

    Holds(JdbcClient db, PersonKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    List<Held> of(Collection<String> personIds) {
        return db.sql(
                        """
                        select person_id, hold_id, kind, until from person_hold
                        where person_id = any(?) order by person_id, hold_id
                        """)
                .param(personIds.toArray(String[]::new))
                .query(Holds::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("person_id"),
                row.getString("hold_id"),
                new Person.Hold(
                        HoldKind.valueOf(row.getString("kind")),
                        row.getObject("until", LocalDate.class)));
    }

    /** An erasure that is under way is waited for, and one that comes now waits. */
    @EventHandler
    void on(HoldPlaced e) {
        keys.held(List.of(e.personId()));
        db.sql(
                        """
                        insert into person_hold (person_id, hold_id, kind, until) values (?, ?, ?, ?)
                        on conflict (person_id, hold_id)
                        do update set kind = excluded.kind, until = excluded.until
                        """)
                .params(e.personId(), e.holdId(), e.kind().name())
                .param(e.until())
                .update();
    }

    @EventHandler
    void on(HoldLifted e) {
        db.sql("delete from person_hold where person_id = ? and hold_id = ?")
                .params(e.personId(), e.holdId())
                .update();
    }
}
