package cn.fupin.household.notice;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.notice.NoticeCommand.RaiseOmission;
import cn.fupin.household.region.Channel;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a household was left out, as a villager says it: the household, or the name of somebody who
 * has no file. The name is in clear here and no further.
 */
record OmissionForm(
        String noticeId,
        String omissionId,
        @Nullable String householdId,
        @Nullable String name,
        @Nullable String group,
        String grounds,
        @Nullable Channel channel,
        LocalDate raisedOn,
        Instant receivedAt) {
    OmissionForm {
        Check.id("omission", "omissionId", omissionId);
        if ((householdId == null) == (name == null)) {
            throw new Malformed(
                    "householdId",
                    "or-name",
                    "户编号（householdId）与姓名（name）须填且只填其一",
                    "is said, or a name, and not both");
        }
        if (householdId != null) Check.id("household", "householdId", householdId);
        Check.text("grounds", grounds, 1000);
        if (group != null) Check.text("group", group, 50);
        if (name != null) {
            name = PersonName.of("name", name);
            withoutTheName("grounds", grounds, name);
            if (group != null) withoutTheName("group", group, name);
        }
    }

    private static void withoutTheName(String field, String text, String name) {
        if (PersonName.isIn(text, name)) {
            throw new Malformed(
                    field, "without-the-name", "不能写出全名", "must not contain the full name");
        }
    }

    /**
     * @param onFile whether the household is on file where the notice hangs
     */
    RaiseOmission sealed(Vault vault, boolean onFile) {
        if (name == null) return raise(onFile, null, null, null);
        var person = vault.sealWithoutNumber(new PersonalData(name, null, null, null, null, null));
        return raise(false, person.personId(), MaskedName.of(name), person.sealed());
    }

    private RaiseOmission raise(
            boolean onFile,
            @Nullable String personId,
            @Nullable String maskedName,
            @Nullable String sealed) {
        return new RaiseOmission(
                noticeId,
                omissionId,
                householdId,
                onFile,
                personId,
                maskedName,
                sealed,
                group,
                grounds,
                channel,
                raisedOn,
                receivedAt);
    }

    /** Never the name: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "OmissionForm[*]";
    }
}
