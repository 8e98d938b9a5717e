package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HelpCommand.CheckQuarter;
import cn.fupin.household.household.HelpCommand.SignResult;
import cn.fupin.household.household.HelpEvent.ProjectType;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member signs, as it comes in: the paper shows an identity number, no personId. */
final class HelpForms {
    private HelpForms() {}

    /** 季度收支核实表. */
    record QuarterForm(
            String householdId,
            int year,
            int quarter,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long livingFen,
            long schoolingFen,
            long medicalFen,
            long otherFen,
            String checkedBy,
            @Nullable String signedBy,
            @Nullable String signedByIdentityNumber,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            LocalDate checkedOn,
            Instant receivedAt) {
        QuarterForm {
            HouseholdCommand.checkId(householdId);
            new Quarter(
                    year,
                    quarter,
                    wageFen,
                    businessFen,
                    transferFen,
                    propertyFen,
                    costFen,
                    livingFen,
                    schoolingFen,
                    medicalFen,
                    otherFen);
            Check.text("checkedBy", checkedBy, 100);
            signer(signedBy, signedByIdentityNumber);
            evidence = HelpCommand.files(evidence);
        }

        private static NamedPerson signer(@Nullable String id, @Nullable String number) {
            return NamedPerson.optional("signedBy", id, "signedByIdentityNumber", number);
        }

        CheckQuarter resolved(Vault vault) {
            var signer = signer(signedBy, signedByIdentityNumber);
            return new CheckQuarter(
                    householdId,
                    new Quarter(
                            year,
                            quarter,
                            wageFen,
                            businessFen,
                            transferFen,
                            propertyFen,
                            costFen,
                            livingFen,
                            schoolingFen,
                            medicalFen,
                            otherFen),
                    checkedBy,
                    signer.isNamed(),
                    signer.resolved(vault),
                    assumed,
                    evidence,
                    checkedOn,
                    receivedAt);
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "QuarterForm[*]";
        }
    }

    /** 帮扶成效签字. */
    record ResultForm(
            String householdId,
            int year,
            List<ProjectType> projectTypes,
            @Nullable String signedBy,
            @Nullable String signedByIdentityNumber,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            LocalDate signedOn,
            Instant receivedAt) {
        ResultForm {
            HouseholdCommand.checkId(householdId);
            Check.range("year", year, 1978, 2100);
            Check.size("projectTypes", projectTypes, 0, ProjectType.values().length);
            Check.distinct("projectTypes", projectTypes);
            signer(signedBy, signedByIdentityNumber);
            projectTypes = List.copyOf(projectTypes);
            evidence = HelpCommand.files(evidence);
        }

        private static NamedPerson signer(@Nullable String id, @Nullable String number) {
            return NamedPerson.required("signedBy", id, "signedByIdentityNumber", number);
        }

        SignResult resolved(Vault vault) {
            return new SignResult(
                    householdId,
                    year,
                    projectTypes,
                    signer(signedBy, signedByIdentityNumber).resolved(vault),
                    assumed,
                    evidence,
                    signedOn,
                    receivedAt);
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "ResultForm[*]";
        }
    }
}
