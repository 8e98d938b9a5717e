package cn.fupin.household.household;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.CorrectMembers;
import cn.fupin.household.household.CorrectionCommand.Wrong;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.household.MemberCorrectionForm.Correcting;
import cn.fupin.household.household.MemberCorrectionForm.Said;
import cn.fupin.household.household.RecordedMembers.Entered;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import cn.fupin.household.vault.Vault.SealedPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a correction says, held against what is recorded here and in the other households of each
 * person, and sealed.
 */
final class WronglyEntered {
    /** How the members of a household stand recorded. */
    private record Household(Map<String, Member> members, Map<String, Entered> entered) {}

    /**
     * One who is corrected.
     *
     * @param person null for somebody this register has never heard of
     * @param number the right one, null when it stays
     * @param hasIt under whom that number is entered now, null for nobody
     */
    private record One(
            Said said,
            @Nullable String person,
            @Nullable IdentityNumber number,
            @Nullable String hasIt) {
        Correcting of() {
            return said.of();
        }

        boolean losesItsNumber() {
            return number != null && person != null && !person.equals(hasIt);
        }
    }

    private final MemberCorrectionForm form;
    private final Vault vault;
    private final KnownPersons persons;
    private final RecordedMembers members;
    private final Map<String, Household> households = new HashMap<>();
    private final SortedMap<String, List<Wrong>> elsewhere = new TreeMap<>();

    WronglyEntered(
            MemberCorrectionForm form, Vault vault, KnownPersons persons, RecordedMembers members) {
        this.form = form;
        this.vault = vault;
        this.persons = persons;
        this.members = members;
    }

    CorrectMembers command() {
        var all = form.said().stream().map(this::one).toList();
        var known = new HashMap<String, PersonalData>();
        for (var one : all) {
            if (recorded(one) == null) continue;
            known.put(Objects.requireNonNull(one.person()), known(one));
        }
        for (var data : known.values()) withoutTheName(data.name(), all);
        var sealed = new LinkedHashMap<One, SealedPerson>();
        for (var one : all) {
            var data = one.person() == null ? null : known.get(one.person());
            if (data != null && one.losesItsNumber()) sealed.put(one, sealed(one, data, all));
        }
        var wrong = all.stream().map(one -> wrong(one, known, sealed)).toList();
        return new CorrectMembers(
                form.householdId(),
                wrong,
                elsewhere,
                form.reason(),
                form.approvedBy(),
                form.enteredBy(),
                form.correctedOn(),
                form.receivedAt(),
                form.evidence());
    }

    private One one(Said said) {
        var number = said.of().number(said.at());
        return new One(
                said,
                said.of().named(said.at()).resolved(vault),
                number,
                number == null ? null : vault.personOf(number));
    }

    private @Nullable Member recorded(One one) {
        return one.person() == null
                ? null
                : household(form.householdId()).members().get(one.person());
    }

    private Household household(String id) {
        return households.computeIfAbsent(
                id, _ -> new Household(members.of(id), members.entered(id)));
    }

    private PersonalData known(One one) {
        var known = persons.dataOf(Objects.requireNonNull(one.person()));
        if (known != null) return known;
        throw new Malformed(
                one.said().at() + "personId",
                "known-person",
                "此人的个人信息已被删除",
                "is somebody who was erased");
    }

    private void withoutTheName(@Nullable String name, List<One> all) {
        MemberCorrectionForm.withoutTheName("reason", form.reason(), name);
        for (var one : all) {
            MemberCorrectionForm.withoutTheName(
                    one.said().at() + "differsBecause", one.of().differsBecause(), name);
        }
    }

    /**
     * Under the number's own person; where that is another of those corrected, who loses the
     * number, under somebody new, who is given it with the correction.
     */
    private SealedPerson sealed(One one, PersonalData known, List<One> all) {
        var number = Objects.requireNonNull(one.number());
        var data =
                new PersonalData(
                        called(one, known),
                        one.of().newIdentityNumber(),
                        known.phone(),
                        known.cardNumber(),
                        known.disabilityCertificate(),
                        null);
        return loser(one, all) == null
                ? vault.seal(List.of(new Vault.Person(number, data))).getFirst()
                : vault.sealWithoutNumber(data);
    }

    /** Of those corrected, who was entered under this one's number and loses it. */
    private static @Nullable One loser(One one, List<One> all) {
        return all.stream()
                .filter(other -> other.losesItsNumber() && other != one)
                .filter(other -> Objects.equals(other.person(), one.hasIt()))
                .findFirst()
                .orElse(null);
    }

    private Wrong wrong(One one, Map<String, PersonalData> known, Map<One, SealedPerson> sealed) {
        var person = one.person();
        var recorded = recorded(one);
        if (person == null || recorded == null) return nobody(one);
        var data = Objects.requireNonNull(known.get(person));
        var as = sealed.get(one);
        var underTheNumber = new TreeMap<String, LocalDate>();
        var alsoIn = new ArrayList<String>();
        var namedOtherwise = new ArrayList<String>();
        var entered = Objects.requireNonNull(household(form.householdId()).entered().get(person));
        var calledHere = persons.nameIn(entered.sealed(), person);
        var ids = Stream.concat(Stream.of(person), persons.formerIds(person).stream()).toList();
        persons.elsewhere(ids, form.householdId())
                .forEach((other, since) -> {
                    var there = there(one, data, as, ids, household(other));
                    if (there == null) return;
                    if (there.ofTheNumber()) underTheNumber.put(other, since);
                    else if (!Objects.equals(calledHere, calledIn(other, there))) {
                        namedOtherwise.add(other);
                    }
                    elsewhere.computeIfAbsent(other, _ -> new ArrayList<>()).add(there);
                    alsoIn.add(other);
                });
        return new Wrong(
                person,
                recorded,
                entered.on(),
                as == null ? named(one, recorded) : numbered(one, data, recorded, as),
                as != null || isCalledOtherwise(one, data.name(), entered, person),
                Boolean.TRUE.equals(one.of().sameElsewhere()),
                underTheNumber,
                namedOtherwise,
                alsoIn,
                numberOf(one, sealed),
                one.of().differsBecause());
    }

    private static Wrong nobody(One one) {
        return new Wrong(
                one.person(),
                null,
                null,
                null,
                false,
                false,
                new TreeMap<>(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /**
     * What is wrong by that in another household, under the id the person has there; null when
     * nothing is.
     */
    private @Nullable Wrong there(
            One one,
            PersonalData data,
            @Nullable SealedPerson as,
            List<String> ids,
            Household household) {
        var person = ids.stream().filter(household.members()::containsKey).findFirst().orElse(null);
        if (person == null) return null;
        var recorded = Objects.requireNonNull(household.members().get(person));
        var entered = Objects.requireNonNull(household.entered().get(person));
        var number = recorded.withoutNumber() == null ? as : null;
        if (number == null && !isCalledOtherwise(one, null, entered, person)) return null;
        return new Wrong(
                person,
                recorded,
                entered.on(),
                number == null ? named(one, recorded) : numbered(one, data, recorded, number),
                true,
                true,
                new TreeMap<>(),
                List.of(),
                List.of(),
                null,
                one.of().differsBecause());
    }

    /**
     * @param known how the person is called by what was said last, null where that says nothing
     */
    private boolean isCalledOtherwise(
            One one, @Nullable String known, Entered entered, String person) {
        var name = one.of().name();
        if (name == null) return false;
        return known != null && !name.equals(known)
                || !name.equals(persons.nameIn(entered.sealed(), person));
    }

    private @Nullable String calledIn(String household, Wrong there) {
        var person = Objects.requireNonNull(there.personId());
        var entered = Objects.requireNonNull(household(household).entered().get(person));
        return persons.nameIn(entered.sealed(), person);
    }

    /** The member whose one's wrong number is: whoever of those corrected is given it. */
    private static @Nullable String numberOf(One one, Map<One, SealedPerson> sealed) {
        return sealed.entrySet().stream()
                .filter(given -> loser(given.getKey(), List.copyOf(sealed.keySet())) == one)
                .map(given -> given.getValue().personId())
                .findFirst()
                .orElse(null);
    }

    private Member named(One one, Member recorded) {
        var name = one.of().name();
        if (name == null) return recorded;
        var sealed =
                vault.sealMore(
                        recorded.personId(), new PersonalData(name, null, null, null, null, null));
        return new Member(
                recorded.personId(),
                MaskedName.of(name),
                recorded.relation(),
                recorded.sex(),
                recorded.birthYear(),
                sealed == null ? recorded.sealed() : sealed.sealed(),
                recorded.withoutNumber());
    }

    private static Member numbered(One one, PersonalData known, Member recorded, SealedPerson as) {
        var number = Objects.requireNonNull(one.number());
        return new Member(
                as.personId(),
                MaskedName.of(called(one, known)),
                recorded.relation(),
                number.isMale() ? Sex.MALE : Sex.FEMALE,
                number.bornOn().getYear(),
                as.sealed(),
                null);
    }

    private static String called(One one, PersonalData known) {
        return Objects.requireNonNullElse(one.of().name(), Objects.requireNonNull(known.name()));
    }
}
