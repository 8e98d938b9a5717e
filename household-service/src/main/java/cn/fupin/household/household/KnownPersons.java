package cn.fupin.household.household;

import cn.fupin.household.vault.PersonKeys;
import cn.fupin.household.vault.PersonalData;
import java.time.LocalDate;
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

    KnownPersons(JdbcClient db, PersonKeys keys) {
        this.db = db;
        this.keys = keys;
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

    /**
     * The other households the person was ever entered in, and since when. Whoever is a member here
     * has left them for good, so an older reading leaves none out. Who never left any household was
     * in no other; of those who did, the events are read by their text.
     */
    SortedMap<String, LocalDate> elsewhere(String personId, String householdId) {
        var since = new TreeMap<String, LocalDate>();
        if (neverLeft(personId)) return since;
        db.sql(
                        """
                        select stream_id, min(coalesce(u.member_since,
                                   substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date))
                        from events
                        left join unnumbered_person u on u.identified_as = :person
                        where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff',
                                               'MemberJoined', 'MemberIdentified', 'MemberNumberCorrected')
                          and stream_id <> :household
                          and position(convert_to('"personId":"' || :person || '","maskedName":', 'UTF8') in payload) > 0
                        group by stream_id
                        """)
                .param("person", personId)
                .param("household", householdId)
                .query((row, _) -> since.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return since;
    }

    private boolean neverLeft(String personId) {
        return db.sql(
                        """
                        select not exists (select from person_free_since where person_id = :person)
                           and not exists (select from household_departure where person_id = :person)
                        """)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }
}
