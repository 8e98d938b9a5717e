package cn.fupin.household.household;

import cn.fupin.household.vault.PersonKeys;
import cn.fupin.household.vault.PersonalData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register has of somebody whose name or number is corrected; for the door. */
@Component
class KnownPersons {
    private final JdbcClient db;
    private final PersonKeys keys;
    private final EnteredPersons entered;

    KnownPersons(JdbcClient db, PersonKeys keys, EnteredPersons entered) {
        this.db = db;
        this.keys = keys;
        this.entered = entered;
    }

    /** Of each field what is of the latest day; null for whoever was erased. */
    @Nullable PersonalData dataOf(String personId) {
        var sealed =
                db.sql(
                                """
                                select sealed from person_sealed where person_id = ? order by of_day, ordinal
                                """)
                        .param(personId)
                        .query(String.class)
                        .list();
        return keys.open(personId, sealed);
    }

    /** The same of whoever is in a household now, and of whoever helps it. */
    List<PersonalData> around(String householdId) {
        var sealed = new TreeMap<String, List<String>>();
        db.sql(
                        """
                        select s.person_id, s.sealed
                        from (select person_id from active_person where household_id = :household
                              union
                              select p.person_id
                              from helper_household h join helper_person p using (helper_id)
                              where h.household_id = :household) a
                        join person_sealed s using (person_id)
                        order by s.of_day, s.ordinal
                        """)
                .param("household", householdId)
                .query((row, _) ->
                        sealed.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2)))
                .list();
        return keys.open(sealed);
    }

    /** The name in what was sealed of a person at one time; null where there was none. */
    @Nullable String nameIn(String sealed, String personId) {
        var data = keys.open(personId, List.of(sealed));
        return data == null ? null : data.name();
    }

    /** Ids from before a number was known or corrected, the latest first. */
    List<String> formerIds(String personId) {
        return db.sql(
                        """
                        with recursive former (person_id, age) as (
                            select person_id, 1 from unnumbered_person where identified_as = :person
                          union
                            select u.person_id, age + 1 from unnumbered_person u
                            join former f on u.identified_as = f.person_id
                        )
                        select person_id from former where person_id <> :person order by age, person_id
                        """)
                .param("person", personId)
                .query(String.class)
                .list();
    }

    /** Of each of them all ids, from before a number was known or corrected too, its own first. */
    Map<String, List<String>> withFormerIds(Collection<String> personIds) {
        var ids = new TreeMap<String, List<String>>();
        db.sql(
                        """
                        with recursive former (goes_by, person_id, age) as (
                            select person, person, 0 from unnest(:persons::text[]) person
                          union
                            select f.goes_by, u.person_id, age + 1 from unnumbered_person u
                            join former f on u.identified_as = f.person_id
                        )
                        select goes_by, person_id from former order by goes_by, age, person_id
                        """)
                .param("persons", personIds.toArray(String[]::new))
                .query((row, _) ->
                        ids.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2)))
                .list();
        return ids;
    }

    /**
     * The other households the person was ever entered in under any of these ids, and since when.
     * Whoever is or was a member here has left them, or has left this one, so who never left any
     * household was in no other.
     */
    SortedMap<String, LocalDate> elsewhere(List<String> ids, String householdId) {
        return neverLeft(ids) ? new TreeMap<>() : enteredIn(ids, List.of(householdId));
    }

    /** The households in which a person was ever entered, but for some, and since when. */
    SortedMap<String, LocalDate> enteredIn(List<String> ids, List<String> butFor) {
        return entered.enteredIn(ids, butFor);
    }

    private boolean neverLeft(List<String> ids) {
        return db.sql(
                        """
                        select not exists (select from person_free_since where person_id = any(:ids))
                           and not exists (select from household_departure where person_id = any(:ids))
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
