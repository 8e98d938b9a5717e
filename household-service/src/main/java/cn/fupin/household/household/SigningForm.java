package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.ExitCommand.AgreeToExit;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A household's signature as it comes in: the paper shows an identity number, no personId. */
record SigningForm(
        String householdId,
        LocalDate agreedOn,
        @Nullable String signedBy,
        @Nullable String signedByIdentityNumber,
        boolean assumed,
        Instant receivedAt,
        @Nullable List<Evidence> evidence) {
    SigningForm {
        HouseholdCommand.checkId(householdId);
        evidence = HelpCommand.files(evidence);
        signer(signedBy, signedByIdentityNumber);
    }

    private static NamedPerson signer(@Nullable String id, @Nullable String number) {
        return NamedPerson.required("signedBy", id, "signedByIdentityNumber", number);
    }

    AgreeToExit resolved(Vault vault) {
        return new AgreeToExit(
                householdId,
                agreedOn,
                signer(signedBy, signedByIdentityNumber).resolved(vault),
                assumed,
                receivedAt,
                evidence);
    }

    /** Never the number: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "SigningForm[*]";
    }
}
