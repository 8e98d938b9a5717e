package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.DescriptionCommand.DescribeMember;
import cn.fupin.household.household.DescriptionCommand.IdentifyMember;
import cn.fupin.household.household.DescriptionEvent.SealedNumber;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of one member; past this point there are no names and numbers any more. */
final class PersonForms {
    private static final MemberDetails NOTHING =
            new MemberDetails(null, null, null, null, null, null, null, null, null, null);

    private PersonForms() {}

    /** Whoever is described is named by personId or by identity number. */
    record Describing(
            String householdId,
            @Nullable String personId,
            @Nullable String identityNumber,
            @Nullable MemberDetails details,
            @Nullable String phone,
            @Nullable String cardNumber,
            @Nullable String disabilityCertificate,
            boolean assumed,
            LocalDate describedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Describing {
            HouseholdCommand.checkId(householdId);
            named(personId, identityNumber);
            var numbers = Stream.of(phone, cardNumber, disabilityCertificate);
            if ((details == null || details.saysNothing()) && numbers.allMatch(Objects::isNull)) {
                throw new Malformed("details", "says-something", "至少填写一项", "must say something");
            }
            if (details != null) details.check("details");
            PersonalData.checkPhone(phone);
            Applicant.checkCard("cardNumber", cardNumber);
            Applicant.checkCertificate("disabilityCertificate", disabilityCertificate);
            evidence = HelpCommand.files(evidence);
        }

        private static NamedPerson named(@Nullable String id, @Nullable String number) {
            return NamedPerson.required("personId", id, "identityNumber", number);
        }

        DescribeMember resolved(Vault vault) {
            var person = named(personId, identityNumber).resolved(vault);
            return new DescribeMember(
                    householdId,
                    person,
                    Objects.requireNonNullElse(details, NOTHING),
                    person == null ? null : sealed(person, vault),
                    numbers(),
                    describedOn,
                    assumed,
                    receivedAt,
                    evidence);
        }

        private @Nullable List<SealedNumber> numbers() {
            var numbers = new ArrayList<SealedNumber>();
            if (phone != null) numbers.add(SealedNumber.PHONE);
            if (cardNumber != null) numbers.add(SealedNumber.CARD_NUMBER);
            if (disabilityCertificate != null) numbers.add(SealedNumber.DISABILITY_CERTIFICATE);
            return numbers.isEmpty() ? null : List.copyOf(numbers);
        }

        /** Of somebody whose key is gone nothing can be sealed, and nothing is kept open. */
        private @Nullable String sealed(String person, Vault vault) {
            var data = new PersonalData(null, null, phone, cardNumber, disabilityCertificate, null);
            if (Stream.of(phone, cardNumber, disabilityCertificate).allMatch(Objects::isNull)) {
                return null;
            }
            var sealed = vault.sealMore(person, data);
            if (sealed == null) {
                throw new Malformed(
                        "personId", "known-person", "没有此人，或其个人信息已被删除", "is nobody, or was erased");
            }
            return sealed.sealed();
        }

        /** Never the numbers: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Describing[*]";
        }
    }

    /**
     * 补录身份号码: the member who was entered without a number, and the paper that shows it.
     *
     * @param relation to the head, null for the one recorded before
     * @param differsBecause why sex or birth year are not as recorded, null when they are
     */
    record Identifying(
            String householdId,
            String personId,
            String name,
            String identityNumber,
            @Nullable String phone,
            @Nullable String cardNumber,
            @Nullable Relation relation,
            @Nullable String differsBecause,
            boolean assumed,
            LocalDate identifiedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Identifying {
            HouseholdCommand.checkId(householdId);
            Check.id("person", "personId", personId);
            if (differsBecause != null) Check.text("differsBecause", differsBecause, 200);
            var applicant = applicant(name, identityNumber, phone, cardNumber, Relation.OTHER);
            if (applicant.birth().isAfter(identifiedOn)) {
                throw new Malformed(
                        "identityNumber",
                        "born-before-identification",
                        "出生日期晚于补录日期",
                        "is of somebody born after being identified");
            }
            evidence = HelpCommand.files(evidence);
        }

        private static Applicant applicant(
                String name,
                String number,
                @Nullable String phone,
                @Nullable String card,
                Relation relation) {
            return new Applicant(
                    name, number, phone, card, relation, null, null, null, null, null, null);
        }

        IdentifyMember sealed(Vault vault, @Nullable Member recorded) {
            var as =
                    Objects.requireNonNullElse(
                            relation, recorded == null ? Relation.OTHER : recorded.relation());
            var applicant = applicant(name, identityNumber, phone, cardNumber, as);
            return new IdentifyMember(
                    householdId,
                    personId,
                    recorded,
                    Applicant.seal("member", List.of(applicant), vault).getFirst(),
                    differsBecause,
                    identifiedOn,
                    assumed,
                    receivedAt,
                    evidence);
        }

        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Identifying[*]";
        }
    }
}
