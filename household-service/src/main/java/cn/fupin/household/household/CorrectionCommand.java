package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A correction is a new fact that names the old one; the old one stays. */
sealed interface CorrectionCommand extends HouseholdCommand {
    /** As at the door: another spelling of one's own id would pass for a second pair of eyes. */
    String approvedBy();

    String enteredBy();

    /** The corrected event when this stream has it, else null. */
    @Nullable KnownEvent corrected();

    @Needs(permission = "household.correct")
    record CorrectSurvey(CorrectSurvey.Asked asked, @Nullable KnownEvent corrected)
            implements CorrectionCommand {
        record Asked(
                String householdId,
                LocalDate correctedOn,
                String correctsEventId,
                String reason,
                String approvedBy,
                int incomeYear,
                long wageFen,
                long businessFen,
                long transferFen,
                long propertyFen,
                long costFen,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                checkCorrection(householdId, correctsEventId, reason, approvedBy);
                new Income(incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
                evidence = HelpCommand.files(evidence);
            }

            Income income() {
                return new Income(
                        incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.correctedOn();
        }

        @Override
        public String approvedBy() {
            return asked.approvedBy();
        }

        @Override
        public String enteredBy() {
            return asked.enteredBy();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "household.correct")
    record CorrectCauses(CorrectCauses.Asked asked, @Nullable KnownEvent corrected)
            implements CorrectionCommand {
        record Asked(
                String householdId,
                LocalDate correctedOn,
                String correctsEventId,
                String reason,
                String approvedBy,
                Cause mainCause,
                List<Cause> otherCauses,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                checkCorrection(householdId, correctsEventId, reason, approvedBy);
                Check.size("otherCauses", otherCauses, 0, Cause.values().length);
                otherCauses = List.copyOf(otherCauses);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.correctedOn();
        }

        @Override
        public String approvedBy() {
            return asked.approvedBy();
        }

        @Override
        public String enteredBy() {
            return asked.enteredBy();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    private static void checkCorrection(
            String householdId, String correctsEventId, String reason, String approvedBy) {
        HouseholdCommand.checkId(householdId);
        Check.text("correctsEventId", correctsEventId, 100);
        Check.text("reason", reason, 1000);
        Check.actor("approvedBy", approvedBy);
    }
}
