package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.ExitCommand.AgreeToExit;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A household's signature as it comes in: the paper shows an identity number, no personId. */
record SigningForm(
        String householdId,
        LocalDate agreedOn,
        @Nullable String signedBy,
        @Nullable String signedByIdentityNumber,
        boolean assumed,
        Instant receivedAt) {
    SigningForm {
        HouseholdCommand.checkId(householdId);
        if (signedBy != null) Check.id("person", "signedBy", signedBy);
        if (signedByIdentityNumber != null) {
            IdentityNumber.parse("signedByIdentityNumber", signedByIdentityNumber);
        }
        if ((signedBy == null) == (signedByIdentityNumber == null)) {
            throw new Malformed(
                    "signedBy",
                    "person-or-number",
                    "personId 与公民身份号码须填其一，且只填其一",
                    "or signedByIdentityNumber is required, and not both");
        }
    }

    AgreeToExit resolved(Vault vault) {
        return new AgreeToExit(
                householdId,
                agreedOn,
                signedByIdentityNumber == null
                        ? signedBy
                        : vault.personOf(
                                IdentityNumber.parse(
                                        "signedByIdentityNumber", signedByIdentityNumber)),
                assumed,
                receivedAt);
    }

    /** Never the number: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "SigningForm[*]";
    }
}
