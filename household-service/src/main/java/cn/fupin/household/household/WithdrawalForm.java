package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.IdentificationCommand.WithdrawApplication;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application taken back, as it comes in: the paper shows an identity number, no personId. */
record WithdrawalForm(
        String householdId,
        LocalDate withdrawnOn,
        String reason,
        @Nullable String signedBy,
        @Nullable String signedByIdentityNumber,
        boolean assumed,
        Instant receivedAt,
        @Nullable List<Evidence> evidence) {
    WithdrawalForm {
        HouseholdCommand.checkId(householdId);
        Check.text("reason", reason, 500);
        signer(signedBy, signedByIdentityNumber);
        evidence = HelpCommand.files(evidence);
    }

    private static NamedPerson signer(@Nullable String id, @Nullable String number) {
        return NamedPerson.required("signedBy", id, "signedByIdentityNumber", number);
    }

    WithdrawApplication resolved(Vault vault) {
        return new WithdrawApplication(
                householdId,
                signer(signedBy, signedByIdentityNumber).resolved(vault),
                reason,
                withdrawnOn,
                assumed,
                receivedAt,
                evidence);
    }

    /** Never the number: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "WithdrawalForm[*]";
    }
}
