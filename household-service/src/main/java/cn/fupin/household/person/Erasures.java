package cn.fupin.household.person;

import cn.fupin.household.evidence.EvidenceFiles;
import cn.fupin.household.person.PersonEvent.PersonErased;
import cn.fupin.household.vault.PersonKeys;
import java.util.ArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Destroys the key in the transaction that appends the fact, so that neither is ever without the
 * other; and again when the fact comes back to a store that was restored from an older backup.
 */
@Component
class Erasures {
    private final JdbcClient db;
    private final PersonKeys keys;
    private final Persons persons;
    private final EvidenceFiles evidence;

    Erasures(JdbcClient db, PersonKeys keys, Persons persons, EvidenceFiles evidence) {
        this.db = db;
        this.keys = keys;
        this.persons = persons;
        this.evidence = evidence;
    }

    @EventHandler
    void on(PersonErased e) {
        var ids = new ArrayList<String>();
        ids.add(e.personId());
        ids.addAll(e.alsoKnownAs());
        keys.held(ids); // whoever seals for one of them now is waited for
        if (CurrentUnitOfWork.isStarted() && !isAllThatGoes(e)) {
            throw new ConcurrencyFailureException("more of the person came in meanwhile");
        }
        keys.destroy(ids);
        var all = ids.toArray(String[]::new);
        db.sql("delete from person_sealed where person_id = any(?)").param(all).update();
        db.sql("insert into person_erased select unnest(?) on conflict do nothing")
                .param(all)
                .update();
    }

    private boolean isAllThatGoes(PersonErased e) {
        return persons.aliasesOf(e.personId()).equals(e.alsoKnownAs())
                && evidence.holding(e.personId(), e.alsoKnownAs()).equals(e.evidenceIds());
    }
}
