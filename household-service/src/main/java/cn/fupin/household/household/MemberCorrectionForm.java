package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.CorrectionCommand.CorrectMember;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 更正姓名、身份号码: of a member, named by personId or by the number that was entered. What is known
 * besides goes along with a new number; past this point there are no names and numbers any more.
 *
 * @param differsBecause why sex or birth year are not as recorded, null when they are
 * @param sameElsewhere whether the person is the same in other households that had somebody under
 *     the wrong number; null is no
 */
record MemberCorrectionForm(
        String householdId,
        @Nullable String personId,
        @Nullable String identityNumber,
        @Nullable String name,
        @Nullable String newIdentityNumber,
        @Nullable String differsBecause,
        @Nullable Boolean sameElsewhere,
        String reason,
        String approvedBy,
        LocalDate correctedOn,
        String enteredBy,
        Instant receivedAt,
        @Nullable List<Evidence> evidence) {
    MemberCorrectionForm {
        HouseholdCommand.checkId(householdId);
        NamedPerson.required("personId", personId, "identityNumber", identityNumber);
        if (name == null && newIdentityNumber == null) {
            throw new Malformed(
                    "name",
                    "says-something",
                    "至少填写 name 或 newIdentityNumber",
                    "or newIdentityNumber is required");
        }
        if (name != null) name = PersonName.of("name", name);
        if (newIdentityNumber != null
                && IdentityNumber.parse("newIdentityNumber", newIdentityNumber)
                        .bornOn()
                        .isAfter(correctedOn)) {
            throw new Malformed(
                    "newIdentityNumber",
                    "born-before-correction",
                    "出生日期晚于更正日期",
                    "is of somebody born after being corrected");
        }
        if (differsBecause != null) Check.text("differsBecause", differsBecause, 200);
        Check.text("reason", reason, 1000);
        withoutTheName("reason", reason, name);
        withoutTheName("differsBecause", differsBecause, name);
        Check.actor("approvedBy", approvedBy);
        evidence = HelpCommand.files(evidence);
    }

    CorrectMember sealed(Vault vault, KnownPersons persons, RecordedMembers members) {
        var person =
                NamedPerson.required("personId", personId, "identityNumber", identityNumber)
                        .resolved(vault);
        var recorded = person == null ? null : members.of(householdId).get(person);
        if (person == null || recorded == null) {
            return command(person, null, null, null, false, new TreeMap<>());
        }
        var known = persons.dataOf(person);
        if (known == null) {
            throw new Malformed(
                    "personId", "known-person", "此人的个人信息已被删除", "is somebody who was erased");
        }
        withoutTheName("reason", reason, known.name());
        withoutTheName("differsBecause", differsBecause, known.name());
        var enteredOn = members.enteredOn(householdId).get(person);
        var number =
                newIdentityNumber == null
                        ? null
                        : IdentityNumber.parse("newIdentityNumber", newIdentityNumber);
        if (number != null && !person.equals(vault.personOf(number))) {
            return command(
                    person,
                    recorded,
                    enteredOn,
                    numbered(known, recorded, number, vault),
                    true,
                    persons.elsewhere(person, householdId));
        }
        return command(
                person,
                recorded,
                enteredOn,
                name == null ? recorded : named(name, recorded, vault),
                name != null && !name.equals(known.name()),
                new TreeMap<>());
    }

    /** What is said of why stands in clear, and outlives the key. */
    static void withoutTheName(String field, @Nullable String text, @Nullable String fullName) {
        if (text == null || fullName == null) return;
        if (PersonName.isIn(text, fullName)) {
            throw new Malformed(
                    field, "without-the-name", "不能写出全名", "must not contain the full name");
        }
    }

    private static Member named(String name, Member recorded, Vault vault) {
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

    private Member numbered(
            PersonalData known, Member recorded, IdentityNumber number, Vault vault) {
        var called = Objects.requireNonNullElse(name, Objects.requireNonNull(known.name()));
        var data =
                new PersonalData(
                        called,
                        newIdentityNumber,
                        known.phone(),
                        known.cardNumber(),
                        known.disabilityCertificate(),
                        null);
        var sealed = vault.seal(List.of(new Vault.Person(number, data))).getFirst();
        return new Member(
                sealed.personId(),
                MaskedName.of(called),
                recorded.relation(),
                number.isMale() ? Sex.MALE : Sex.FEMALE,
                number.bornOn().getYear(),
                sealed.sealed(),
                null);
    }

    private CorrectMember command(
            @Nullable String person,
            @Nullable Member recorded,
            @Nullable LocalDate enteredOn,
            @Nullable Member as,
            boolean says,
            SortedMap<String, LocalDate> elsewhere) {
        return new CorrectMember(
                householdId,
                person,
                recorded,
                enteredOn,
                as,
                says,
                Boolean.TRUE.equals(sameElsewhere),
                elsewhere,
                differsBecause,
                reason,
                approvedBy,
                enteredBy,
                correctedOn,
                receivedAt,
                evidence);
    }

    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "MemberCorrectionForm[*]";
    }
}
