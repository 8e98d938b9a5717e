package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.household.HouseholdEvent.WithoutNumber;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import cn.fupin.household.vault.Vault.SealedPerson;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member as a form names one. Sex and birth date are read from the identity number; whoever has
 * none yet is named with both and the reason, and is somebody new unless {@code personId} says who.
 *
 * @param bornOn yyyy-mm-dd
 * @param personId of somebody without a number who was entered before
 */
record Applicant(
        String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String cardNumber,
        Relation relation,
        @Nullable WithoutNumber withoutNumber,
        @Nullable Sex sex,
        @Nullable String bornOn,
        @Nullable String personId,
        @Nullable String disabilityCertificate,
        @Nullable MemberDetails details) {
    private static final Pattern CARD = Pattern.compile("\\d{12,20}");

    /** The number, category and grade, and B with a digit on one that was issued again. */
    private static final Pattern CERTIFICATE = Pattern.compile("\\d{17}[\\dXx]\\d{2}(B\\d)?");

    private static final int EARLIEST_YEAR = 1900;

    Applicant {
        name = PersonName.of("name", name);
        if (identityNumber == null) {
            checkWithoutNumber(withoutNumber, sex, bornOn);
            if (personId != null) Check.id("person", "personId", personId);
        } else {
            checkAgainst(
                    IdentityNumber.parse("identityNumber", identityNumber),
                    withoutNumber,
                    sex,
                    bornOn,
                    personId);
        }
        PersonalData.checkPhone(phone);
        checkCard("cardNumber", cardNumber);
        checkCertificate("disabilityCertificate", disabilityCertificate);
        if (details != null) checkDetails(details);
    }

    private static void checkWithoutNumber(
            @Nullable WithoutNumber withoutNumber, @Nullable Sex sex, @Nullable String bornOn) {
        if (withoutNumber == null || sex == null || bornOn == null) {
            throw new Malformed(
                    "identityNumber",
                    "identity-number-required",
                    "须有公民身份号码；尚无号码者须填写原因 withoutNumber、性别 sex 与出生日期 bornOn",
                    "is required; for whoever has none yet give withoutNumber, sex and bornOn");
        }
        date(bornOn);
    }

    private static void checkAgainst(
            IdentityNumber number,
            @Nullable WithoutNumber withoutNumber,
            @Nullable Sex sex,
            @Nullable String bornOn,
            @Nullable String personId) {
        if (withoutNumber != null || personId != null) {
            throw new Malformed(
                    withoutNumber == null ? "personId" : "withoutNumber",
                    "only-without-number",
                    "有公民身份号码者不填",
                    "is only for whoever has no identity number");
        }
        if (sex != null && sex != sexOf(number)) {
            throw new Malformed(
                    "sex", "as-the-number", "性别与公民身份号码不符", "is not that of the identity number");
        }
        if (bornOn != null && !date(bornOn).equals(number.bornOn())) {
            throw new Malformed(
                    "bornOn",
                    "as-the-number",
                    "出生日期与公民身份号码不符",
                    "is not that of the identity number");
        }
    }

    private static void checkDetails(MemberDetails details) {
        if (details.relation() != null) {
            throw new Malformed(
                    "details.relation", "beside", "与户主关系填在 relation", "stands beside the details");
        }
        details.check("details");
    }

    static void checkCard(String field, @Nullable String card) {
        shape(field, card, CARD, "银行卡号", "a card number");
    }

    static void checkCertificate(String field, @Nullable String certificate) {
        shape(field, certificate, CERTIFICATE, "残疾证号", "a disability certificate's number");
    }

    private static void shape(
            String field, @Nullable String value, Pattern shape, String zh, String en) {
        if (value == null || shape.matcher(value).matches()) return;
        throw new Malformed(field, "shape", "不是有效的" + zh, "is not " + en);
    }

    private static LocalDate date(String bornOn) {
        try {
            var date = LocalDate.parse(bornOn);
            if (date.getYear() >= EARLIEST_YEAR) return date;
        } catch (DateTimeException _) {
            // told below, as for a year nobody living was born in
        }
        throw new Malformed(
                "bornOn", "birth-date", "应为 yyyy-MM-dd 的出生日期", "must be a birth date yyyy-MM-dd");
    }

    private static Sex sexOf(IdentityNumber number) {
        return number.isMale() ? Sex.MALE : Sex.FEMALE;
    }

    private @Nullable IdentityNumber number() {
        return identityNumber == null
                ? null
                : IdentityNumber.parse("identityNumber", identityNumber);
    }

    /** Without a number, and not said to be anybody who was entered before. */
    boolean isNew() {
        return identityNumber == null && personId == null;
    }

    /** Which field the birth date was read from. */
    String birthField() {
        return identityNumber == null ? "bornOn" : "identityNumber";
    }

    LocalDate birth() {
        var number = number();
        return number == null ? date(Objects.requireNonNull(bornOn)) : number.bornOn();
    }

    private PersonalData data() {
        return new PersonalData(
                name,
                identityNumber,
                phone,
                cardNumber,
                disabilityCertificate,
                identityNumber == null ? birth() : null);
    }

    /**
     * The members in the order given; those with numbers are looked up together.
     *
     * @param field where they stand in the form
     */
    static List<Member> seal(String field, List<Applicant> applicants, Vault vault) {
        var numbered =
                applicants.stream()
                        .filter(applicant -> applicant.identityNumber() != null)
                        .map(applicant ->
                                new Vault.Person(
                                        Objects.requireNonNull(applicant.number()),
                                        applicant.data()))
                        .toList();
        var sealed = vault.seal(numbered).iterator();
        return applicants.stream()
                .map(applicant ->
                        applicant.member(
                                applicant.identityNumber() == null
                                        ? applicant.withoutNumber(field, vault)
                                        : sealed.next()))
                .toList();
    }

    private SealedPerson withoutNumber(String field, Vault vault) {
        if (personId == null) return vault.sealWithoutNumber(data());
        var sealed = vault.isWithoutNumber(personId) ? vault.sealMore(personId, data()) : null;
        if (sealed != null) return sealed;
        throw new Malformed(
                field + ".personId",
                "entered-without-number",
                "没有这样一名尚无号码的人员",
                "is nobody who was entered without a number");
    }

    private Member member(SealedPerson sealed) {
        var number = number();
        return new Member(
                sealed.personId(),
                MaskedName.of(name),
                relation,
                number == null ? Objects.requireNonNull(sex) : sexOf(number),
                birth().getYear(),
                sealed.sealed(),
                withoutNumber);
    }

    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "Applicant[*]";
    }
}
