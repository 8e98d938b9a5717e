package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.BenefitLinkEvent.LinkEnd;
import cn.fupin.household.household.BenefitLinkEvent.LinkKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 利益联结: no step of a household's life, it may come in late. */
sealed interface BenefitLinkCommand extends HouseholdCommand {
    String contract();

    private static void checkContract(String contract) {
        Check.text("contract", contract, 100);
    }

    private static void checkMoney(String field, long fen) {
        if (fen < 1) {
            throw new Malformed(field, "positive", "须大于零，以分计", "must be above zero, in fen");
        }
    }

    @Needs(permission = "household.benefit-link")
    record SignBenefitLink(
            String householdId,
            String contract,
            String partner,
            LinkKind kind,
            @Nullable Long stakeFen,
            @Nullable LocalDate until,
            LocalDate signedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements BenefitLinkCommand {
        public SignBenefitLink {
            HouseholdCommand.checkId(householdId);
            checkContract(contract);
            Check.text("partner", partner, 100);
            if (stakeFen != null) checkMoney("stakeFen", stakeFen);
            if (until != null && until.isBefore(signedOn)) {
                throw new Malformed(
                        "until", "not-before-signedOn", "不得早于签订日期", "must not be before signedOn");
            }
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return signedOn;
        }
    }

    @Needs(permission = "household.benefit-link")
    record ReceiveDividend(
            String householdId,
            String contract,
            int year,
            long amountFen,
            LocalDate receivedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements BenefitLinkCommand {
        public ReceiveDividend {
            HouseholdCommand.checkId(householdId);
            checkContract(contract);
            Check.range("year", year, 1978, 2100);
            checkMoney("amountFen", amountFen);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return receivedOn;
        }
    }

    @Needs(permission = "household.benefit-link")
    record EndBenefitLink(
            String householdId,
            String contract,
            LinkEnd reason,
            @Nullable String note,
            LocalDate endedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements BenefitLinkCommand {
        public EndBenefitLink {
            HouseholdCommand.checkId(householdId);
            checkContract(contract);
            if (note != null) Check.text("note", note, 200);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return endedOn;
        }
    }
}
