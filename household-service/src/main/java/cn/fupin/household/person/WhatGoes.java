package cn.fupin.household.person;

import cn.fupin.household.evidence.EvidenceFiles;
import cn.fupin.household.person.PersonCommand.ErasePerson.Goes;
import cn.fupin.household.person.PersonCommand.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an erasure takes along, and whom it touches besides. */
@Component
class WhatGoes {
    private final Persons persons;
    private final EvidenceFiles evidence;
    private final Holds holds;

    WhatGoes(Persons persons, EvidenceFiles evidence, Holds holds) {
        this.persons = persons;
        this.evidence = evidence;
        this.holds = holds;
    }

    Goes with(String personId) {
        var aliases = persons.aliasesOf(personId);
        return new Goes(aliases, evidence.holding(personId, aliases));
    }

    List<Held> held(String personId) {
        return holds.of(touched(personId));
    }

    /** All ids of the person, and of everybody who is named in a file that goes. */
    Set<String> touched(String personId) {
        var own = new ArrayList<>(persons.aliasesOf(personId));
        own.add(personId);
        var touched = new ArrayList<>(own);
        touched.addAll(evidence.namedIn(own));
        return persons.everyIdOf(touched);
    }
}
