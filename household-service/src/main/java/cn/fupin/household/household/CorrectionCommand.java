package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A correction is a new fact that names the old one; the old one stays. */
sealed interface CorrectionCommand extends HouseholdCommand {
    /** As at the door: another spelling of one's own id would pass for a second pair of eyes. */
    String approvedBy();

    String enteredBy();

    /** Of one event, which it names. */
    sealed interface OfAnEvent extends CorrectionCommand {
        /** The corrected event when this stream has it, else null. */
        @Nullable KnownEvent corrected();
    }

    @Needs(permission = "household.correct")
    record CorrectSurvey(CorrectSurvey.Asked asked, @Nullable KnownEvent corrected)
            implements OfAnEvent {
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
                @Nullable List<Evidence> evidence,
                @Nullable Boolean waterSafe,
                @Nullable Boolean housingSafe) {
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
            implements OfAnEvent {
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

    /**
     * @param line the poverty line of the corrected income's year as it was on the day of the
     *     relapse, null when none is set or no relapse is named
     */
    @Needs(permission = "household.correct")
    record CorrectRelapseIncome(
            CorrectRelapseIncome.Asked asked,
            @Nullable KnownEvent corrected,
            @Nullable KnownLine line)
            implements OfAnEvent {
        record Asked(
                String householdId,
                LocalDate correctedOn,
                String correctsEventId,
                String reason,
                String approvedBy,
                int incomeYear,
                long incomeFenPerHead,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                checkCorrection(householdId, correctsEventId, reason, approvedBy);
                Check.range("incomeYear", incomeYear, 1978, 2100);
                Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
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

    /**
     * What was entered wrongly of a member. Names and numbers are compared and sealed at the door.
     *
     * @param personId null for somebody this register has never heard of
     * @param recorded the member as last recorded here, null when there is no such member
     * @param enteredOn the latest day of which the name or the number was recorded here
     * @param as how the member is to read, sealed: under another personId when the number changes;
     *     null when there is no such member
     * @param says whether {@code as} says anything else than what is recorded
     * @param elsewhere other households that had the person under the wrong number, and since when;
     *     none when the number stays
     */
    @Needs(permission = "household.correct")
    record CorrectMember(
            String householdId,
            @Nullable String personId,
            @Nullable Member recorded,
            @Nullable LocalDate enteredOn,
            @Nullable Member as,
            boolean says,
            boolean sameElsewhere,
            SortedMap<String, LocalDate> elsewhere,
            @Nullable String differsBecause,
            String reason,
            String approvedBy,
            String enteredBy,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements CorrectionCommand {
        boolean ofTheNumber() {
            return as != null && !as.personId().equals(personId);
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
