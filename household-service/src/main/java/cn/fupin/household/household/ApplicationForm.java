package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.household.IdentificationCommand.ApplyForRegistration;
import cn.fupin.household.household.IdentificationCommand.RecordHousehold;
import cn.fupin.household.household.IdentificationCommand.Village;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import cn.fupin.household.vault.Vault.SealedPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 贫困户申请书 as it comes in; past this point there are no names and numbers any more. */
record ApplicationForm(
        String householdId,
        String region,
        @Nullable String group,
        LocalDate appliedOn,
        List<Applicant> members,
        @Nullable String batchId,
        boolean assumed,
        Instant receivedAt) {
    ApplicationForm {
        check(householdId, region, group, members, appliedOn);
        if (batchId != null) Check.id("batch", "batchId", batchId);
        members = List.copyOf(members);
    }

    /** The same of an ordinary household that is put on file without applying for anything. */
    record Recording(
            String householdId,
            String region,
            @Nullable String group,
            LocalDate recordedOn,
            List<Applicant> members,
            boolean assumed,
            Instant receivedAt) {
        Recording {
            check(householdId, region, group, members, recordedOn);
            members = List.copyOf(members);
        }

        RecordHousehold sealed(Vault vault, Village village) {
            return new RecordHousehold(
                    householdId,
                    region,
                    group,
                    sealedMembers(members, vault),
                    village,
                    recordedOn,
                    assumed,
                    receivedAt);
        }
    }

    private static void check(
            String householdId,
            String region,
            @Nullable String group,
            List<Applicant> members,
            LocalDate on) {
        HouseholdCommand.checkId(householdId);
        Check.region("region", region);
        if (group != null) Check.text("group", group, 50);
        Check.size("members", members, 1, Family.MOST_MEMBERS);
        for (var i = 0; i < members.size(); i++) {
            if (members.get(i).parsed().bornOn().isAfter(on)) {
                throw new Malformed(
                        "members[%d].identityNumber".formatted(i),
                        "born-before-application",
                        "出生日期晚于申请日期",
                        "is of somebody born after the application");
            }
        }
    }

    /** A member; sex and birth year are read from the identity number. */
    record Applicant(
            String name,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String cardNumber,
            Relation relation) {
        private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}");
        private static final Pattern CARD = Pattern.compile("\\d{12,20}");

        Applicant {
            Check.text("name", name, 50);
            if (name.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                throw new Malformed("name", "no-digits", "姓名不能含数字", "must not contain digits");
            }
            if (identityNumber == null) {
                throw new Malformed(
                        "identityNumber",
                        "identity-number-required",
                        "每名家庭成员须有公民身份号码；无号码者暂不能录入",
                        "every member needs an identity number; persons without one cannot be entered yet");
            }
            IdentityNumber.parse("identityNumber", identityNumber);
            shape("phone", phone, PHONE, "电话号码", "a phone number");
            shape("cardNumber", cardNumber, CARD, "银行卡号", "a card number");
        }

        private static void shape(
                String field, @Nullable String value, Pattern shape, String zh, String en) {
            if (value == null || shape.matcher(value).matches()) return;
            throw new Malformed(field, "shape", "不是有效的" + zh, "is not " + en);
        }

        IdentityNumber parsed() {
            return IdentityNumber.parse("identityNumber", String.valueOf(identityNumber));
        }

        Vault.Person person() {
            var number = parsed();
            return new Vault.Person(
                    number,
                    new PersonalData(name, String.valueOf(identityNumber), phone, cardNumber));
        }

        Member member(SealedPerson sealed) {
            var number = parsed();
            return new Member(
                    sealed.personId(),
                    MaskedName.of(name),
                    relation,
                    number.isMale() ? Sex.MALE : Sex.FEMALE,
                    number.bornOn().getYear(),
                    sealed.sealed(),
                    null);
        }

        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Applicant[*]";
        }
    }

    ApplyForRegistration sealed(Vault vault, Village village, @Nullable KnownBatch batch) {
        return new ApplyForRegistration(
                householdId,
                region,
                group,
                sealedMembers(members, vault),
                village,
                batchId,
                batch,
                appliedOn,
                assumed,
                receivedAt);
    }

    private static List<Member> sealedMembers(List<Applicant> members, Vault vault) {
        var sealed = vault.seal(members.stream().map(Applicant::person).toList());
        return IntStream.range(0, members.size())
                .mapToObj(i -> members.get(i).member(sealed.get(i)))
                .toList();
    }
}
