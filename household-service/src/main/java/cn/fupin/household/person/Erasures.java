package cn.fupin.household.person;

import cn.fupin.household.person.PersonCommand.ErasePerson.Goes;
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
    private final WhatGoes whatGoes;

    Erasures(JdbcClient db, PersonKeys keys, WhatGoes whatGoes) {
        this.db = db;
        this.keys = keys;
        this.whatGoes = whatGoes;
    }

    @EventHandler
    void on(PersonErased e) {
        var ids = new ArrayList<String>();
        ids.add(e.personId());
        ids.addAll(e.alsoKnownAs());
        if (CurrentUnitOfWork.isStarted()) refuseWhatCameInMeanwhile(e);
        keys.destroy(ids);
        var all = ids.toArray(String[]::new);
        db.sql("delete from person_sealed where person_id = any(?)").param(all).update();
        db.sql("insert into person_erased select unnest(?) on conflict do nothing")
                .param(all)
                .update();
    }

    /** Whoever seals for one of those it touches now, or places a hold, is waited for. */
    private void refuseWhatCameInMeanwhile(PersonErased e) {
        keys.held(whatGoes.touched(e.personId()));
        var goes = new Goes(e.alsoKnownAs(), e.evidenceIds());
        var held = whatGoes.held(e.personId());
        if (!whatGoes.with(e.personId()).equals(goes)
                || held.stream().anyMatch(each -> each.hold().standsOn(e.occurredOn()))) {
            // asked again at the door, it is told what stands in the way
            throw new ConcurrencyFailureException("more of the person came in meanwhile");
        }
    }
}
