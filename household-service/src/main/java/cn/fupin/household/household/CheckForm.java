package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringCommand.CheckRisk;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 入户核查表 as it comes in, with the household's signed leave to look into what it has. */
record CheckForm(
        String householdId,
        List<String> checkers,
        @Nullable String authorisationSignedBy,
        @Nullable String authorisationSignedByIdentityNumber,
        int incomeYear,
        long incomeFenPerHead,
        Cause risk,
        boolean assumed,
        LocalDate checkedOn,
        Instant receivedAt,
        @Nullable List<Evidence> evidence) {
    CheckForm {
        HouseholdCommand.checkId(householdId);
        Check.size("checkers", checkers, 1, 20);
        checkers.forEach(checker -> Check.text("checkers", checker, 100));
        Check.distinct("checkers", checkers);
        Check.range("incomeYear", incomeYear, 1978, 2100);
        Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
        signer(authorisationSignedBy, authorisationSignedByIdentityNumber);
        checkers = List.copyOf(checkers);
        evidence = HelpCommand.files(evidence);
    }

    private static NamedPerson signer(@Nullable String id, @Nullable String number) {
        return NamedPerson.required(
                "authorisationSignedBy", id, "authorisationSignedByIdentityNumber", number);
    }

    /**
     * @param line of the income's year, and how much of it is the range of those who are watched
     */
    CheckRisk resolved(Vault vault, @Nullable KnownLine line, @Nullable Integer rangePercent) {
        return new CheckRisk(
                householdId,
                checkers,
                signer(authorisationSignedBy, authorisationSignedByIdentityNumber).resolved(vault),
                incomeYear,
                incomeFenPerHead,
                risk,
                assumed,
                checkedOn,
                receivedAt,
                evidence,
                line,
                rangePercent);
    }

    /** Never the number: a record's own text would put it into a log. */
    @Override
    public String toString() {
        return "CheckForm[*]";
    }
}
