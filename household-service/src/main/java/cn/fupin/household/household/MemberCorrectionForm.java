package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.CorrectionCommand.CorrectMembers;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 更正姓名、身份号码: of one member, said in the form itself, or of several in {@code corrections}, judged
 * together: so two who have each other's numbers are told apart.
 *
 * @param differsBecause why sex or birth year are not as recorded, null when they are
 * @param sameElsewhere whether the person is the same in other households that had somebody under
 *     the wrong number, or have the person by a third name; null is no
 */
record MemberCorrectionForm(
        String householdId,
        @Nullable String personId,
        @Nullable String identityNumber,
        @Nullable String name,
        @Nullable String newIdentityNumber,
        @Nullable String differsBecause,
        @Nullable Boolean sameElsewhere,
        @Nullable List<Correcting> corrections,
        String reason,
        String approvedBy,
        LocalDate correctedOn,
        String enteredBy,
        Instant receivedAt,
        @Nullable List<Evidence> evidence) {
    /** What is wrong of one. */
    record Correcting(
            @Nullable String personId,
            @Nullable String identityNumber,
            @Nullable String name,
            @Nullable String newIdentityNumber,
            @Nullable String differsBecause,
            @Nullable Boolean sameElsewhere) {
        boolean saysNothing() {
            return Stream.of(
                            personId,
                            identityNumber,
                            name,
                            newIdentityNumber,
                            differsBecause,
                            sameElsewhere)
                    .allMatch(Objects::isNull);
        }

        NamedPerson named(String at) {
            return NamedPerson.required(
                    at + "personId", personId, at + "identityNumber", identityNumber);
        }

        @Nullable IdentityNumber number(String at) {
            return newIdentityNumber == null
                    ? null
                    : IdentityNumber.parse(at + "newIdentityNumber", newIdentityNumber);
        }

        /** With the name in its one spelling. */
        Correcting checked(String at, LocalDate correctedOn) {
            named(at);
            if (name == null && newIdentityNumber == null) {
                throw new Malformed(
                        at + "name",
                        "says-something",
                        "至少填写 name 或 newIdentityNumber",
                        "or newIdentityNumber is required");
            }
            var spelled = name == null ? null : PersonName.of(at + "name", name);
            var number = number(at);
            if (number != null && number.bornOn().isAfter(correctedOn)) {
                throw new Malformed(
                        at + "newIdentityNumber",
                        "born-before-correction",
                        "出生日期晚于更正日期",
                        "is of somebody born after being corrected");
            }
            if (differsBecause != null) Check.text(at + "differsBecause", differsBecause, 200);
            return new Correcting(
                    personId,
                    identityNumber,
                    spelled,
                    newIdentityNumber,
                    differsBecause,
                    sameElsewhere);
        }

        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Correcting[*]";
        }
    }

    /**
     * @param at where it stands in the request, before a field's name
     */
    record Said(String at, Correcting of) {}

    MemberCorrectionForm {
        HouseholdCommand.checkId(householdId);
        if (corrections != null) {
            Check.size("corrections", corrections, 1, Family.MOST_MEMBERS);
            corrections = List.copyOf(corrections);
        }
        var alone =
                new Correcting(
                        personId,
                        identityNumber,
                        name,
                        newIdentityNumber,
                        differsBecause,
                        sameElsewhere);
        if (corrections != null && !alone.saysNothing()) {
            throw new Malformed(
                    "corrections",
                    "one-or-several",
                    "更正数人的，每人的内容都填在 corrections 之内",
                    "must say all of each person, and nothing of one stands beside it");
        }
        var said =
                said(corrections, alone).stream()
                        .map(each -> new Said(each.at(), each.of().checked(each.at(), correctedOn)))
                        .toList();
        if (corrections == null) name = said.getFirst().of().name();
        else corrections = said.stream().map(Said::of).toList();
        var numbers = new HashSet<String>();
        for (var each : said) {
            var number = each.of().newIdentityNumber();
            if (number != null && !numbers.add(number.toUpperCase(Locale.ROOT))) {
                throw new Malformed(
                        each.at() + "newIdentityNumber",
                        "one-number-each",
                        "与另一人的新号码相同",
                        "must not be the same as another's");
            }
        }
        Check.text("reason", reason, 1000);
        for (var each : said) {
            for (var other : said) {
                withoutTheName(
                        each.at() + "differsBecause",
                        each.of().differsBecause(),
                        other.of().name());
            }
            withoutTheName("reason", reason, each.of().name());
        }
        Check.actor("approvedBy", approvedBy);
        evidence = HelpCommand.files(evidence);
    }

    private static List<Said> said(@Nullable List<Correcting> several, Correcting alone) {
        if (several == null) return List.of(new Said("", alone));
        return IntStream.range(0, several.size())
                .mapToObj(i -> new Said("corrections[%d].".formatted(i), several.get(i)))
                .toList();
    }

    List<Said> said() {
        var alone =
                new Correcting(
                        personId,
                        identityNumber,
                        name,
                        newIdentityNumber,
                        differsBecause,
                        sameElsewhere);
        return said(corrections, alone);
    }

    /**
     * What is known besides goes along with a new number; past this there are no names any more.
     */
    CorrectMembers sealed(Vault vault, KnownPersons persons, RecordedMembers members) {
        return new WronglyEntered(this, vault, persons, members).command();
    }

    /** What is said of why stands in clear, and outlives the key. */
    static void withoutTheName(String field, @Nullable String text, @Nullable String fullName) {
        if (text == null || fullName == null) return;
        if (PersonName.isIn(text, fullName)) {
            throw Malformed.bySealed(
                    field, "without-the-name", "不能写出全名", "must not contain the full name");
        }
    }

    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "MemberCorrectionForm[*]";
    }
}
