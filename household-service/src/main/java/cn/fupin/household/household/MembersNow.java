package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.vault.PersonalData;
import java.util.List;
import java.util.stream.Stream;
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
