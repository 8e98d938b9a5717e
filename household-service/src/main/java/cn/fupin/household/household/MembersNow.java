package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.vault.PersonalData;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in a household now and how each reads, whatever it was entered as at first. */
@Component
public class MembersNow {
    /**
     * @param former as the person was entered before a number was told or corrected
     */
    public record Now(PersonalData data, Relation relation, List<PersonalData> former) {}

    private final JdbcClient db;
    private final KnownPersons persons;
    private final RecordedMembers members;

    MembersNow(JdbcClient db, KnownPersons persons, RecordedMembers members) {
        this.db = db;
        this.persons = persons;
        this.members = members;
    }

    /** But for whoever was erased. */
    public List<Now> of(String householdId) {
        var recorded = members.of(householdId);
        return db
                .sql("select person_id from active_person where household_id = ? order by 1")
                .param(householdId)
                .query(String.class)
                .list()
                .stream()
                .flatMap(person -> Stream.ofNullable(recorded.get(person)))
                .flatMap(this::now)
                .toList();
    }

    /**
     * The members without a number.
     *
     * @param looked all of them, by personId
     * @param alike who has the name and birth day that was asked for, null when nobody has
     */
    public record Unnumbered(Set<String> looked, @Nullable String alike) {}

    Unnumbered withoutNumber(String householdId, String name, LocalDate bornOn) {
        var looked =
                db.sql(
                                """
                                select person_id from active_person join unnumbered_person using (person_id)
                                where household_id = ? and identified_as is null order by 1
                                """)
                        .param(householdId)
                        .query(String.class)
                        .list();
        var alike =
                looked.stream()
                        .filter(person -> {
                            var data = persons.dataOf(person);
                            return data != null
                                    && name.equals(data.name())
                                    && bornOn.equals(data.bornOn());
                        })
                        .findFirst()
                        .orElse(null);
        return new Unnumbered(Set.copyOf(looked), alike);
    }

    private Stream<Now> now(Member member) {
        var person = member.personId();
        return Stream.ofNullable(persons.dataOf(person))
                .map(data -> new Now(data, member.relation(), former(person)));
    }

    private List<PersonalData> former(String personId) {
        return db
                .sql("select person_id from unnumbered_person where identified_as = ? order by 1")
                .param(personId)
                .query(String.class)
                .list()
                .stream()
                .flatMap(former -> Stream.ofNullable(persons.dataOf(former)))
                .toList();
    }
}
