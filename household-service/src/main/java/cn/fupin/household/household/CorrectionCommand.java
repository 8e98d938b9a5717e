package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Located;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** A fact of its file that was entered wrongly is taken back. */
    sealed interface TakeBack extends CorrectionCommand {
        TakingBack asked();

        /** The event when this stream has it, else null. */
        @Nullable HouseholdEvent corrected();

        @Override
        default String householdId() {
            return asked().householdId();
        }

        @Override
        default LocalDate on() {
            return asked().correctedOn();
        }

        @Override
        default String approvedBy() {
            return asked().approvedBy();
        }

        @Override
        default String enteredBy() {
            return asked().enteredBy();
        }

        @Override
        default Instant receivedAt() {
            return asked().receivedAt();
        }
    }

    /** As it comes in. */
    record TakingBack(
            String householdId,
            String correctsEventId,
            String reason,
            String approvedBy,
            LocalDate correctedOn,
            String enteredBy,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        public TakingBack {
            checkCorrection(householdId, correctsEventId, reason, approvedBy);
            evidence = HelpCommand.files(evidence);
        }
    }

    /**
     * @param equalBefore of a plan, the ids of those of its kind, first year and day recorded
     *     before it; none of anything else
     */
    @Needs(permission = "household.correct")
    record TakeBackEntry(
            TakingBack asked, @Nullable HouseholdEvent corrected, List<String> equalBefore)
            implements TakeBack {}

    /** What the county looked into is the county's to take back. */
    @Needs(permission = "household.clear-exclusion")
    record TakeBackClearance(TakingBack asked, @Nullable HouseholdEvent corrected)
            implements TakeBack {}

    /**
     * @param ofItsNumber whether the event is of the number the household has, not of one before it
     */
    @Needs(permission = "household.correct")
    record CorrectHouseholdNumber(
            CorrectHouseholdNumber.Asked asked, @Nullable KnownEvent corrected, boolean ofItsNumber)
            implements OfAnEvent {
        /**
         * @param householdNumber null where the household should have none
         */
        record Asked(
                String householdId,
                LocalDate correctedOn,
                String correctsEventId,
                String reason,
                String approvedBy,
                @Nullable String householdNumber,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                checkCorrection(householdId, correctsEventId, reason, approvedBy);
                if (householdNumber != null) {
                    HouseholdNumber.check("householdNumber", householdNumber);
                }
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
     * What is recorded of a coming or a going.
     *
     * @param member the person as it reads now; what to the head, as when coming or going
     * @param on the day by the latest word
     * @param ofAnother whether the day is that of another act: a merger, or that another became the
     *     head
     * @param named what was told here of the person as of a member, beside what the household's
     *     state knows: the number, or what the person is to a new head
     */
    record CameOrWent(
            Member member,
            boolean came,
            LocalDate on,
            @Nullable LeavingReason left,
            @Nullable String toHouseholdId,
            boolean ofAnother,
            List<File.Fact> named) {}

    /**
     * @param said null when the event told of nobody who came or went
     */
    @Needs(permission = "household.correct")
    record CorrectMemberDay(
            CorrectMemberDay.Asked asked, @Nullable KnownEvent corrected, @Nullable CameOrWent said)
            implements OfAnEvent {
        record Asked(
                String householdId,
                LocalDate correctedOn,
                String correctsEventId,
                String reason,
                String approvedBy,
                LocalDate rightDay,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                checkCorrection(householdId, correctsEventId, reason, approvedBy);
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

    /** What was entered wrongly of members, in one household; judged together. */
    sealed interface OfMembers extends CorrectionCommand {
        List<Wrong> wrong();

        String reason();

        @Nullable List<Evidence> evidence();

        /** The household in which the correction is entered, null for this one. */
        @Nullable String correctedIn();
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
     * One who was entered wrongly. Names and numbers are compared and sealed at the door.
     *
     * @param personId null for somebody this register has never heard of
     * @param recorded the member as last recorded here, null when there is no such member
     * @param enteredOn the latest day of which the name or the number was recorded here
     * @param as how the member is to read, sealed: under another personId when the number changes;
     *     null when there is no such member
     * @param says whether {@code as} says anything else than what is recorded
     * @param elsewhere other households that had the person under the wrong number, and since when;
     *     none when the number stays
     * @param namedOtherwise other households that have the person by another name than the wrong
     *     one, and not by the right one either
     * @param alsoIn the other households in which it is corrected
     * @param numberOf the other one of those corrected whose the wrong number is, null for nobody
     */
    record Wrong(
            @Nullable String personId,
            @Nullable Member recorded,
            @Nullable LocalDate enteredOn,
            @Nullable Member as,
            boolean says,
            boolean sameElsewhere,
            SortedMap<String, LocalDate> elsewhere,
            List<String> namedOtherwise,
            List<String> alsoIn,
            @Nullable String numberOf,
            @Nullable String differsBecause) {
        boolean ofTheNumber() {
            return as != null && !as.personId().equals(personId);
        }

        boolean isBecoming(@Nullable Member other) {
            return as != null && other != null && as.personId().equals(other.personId());
        }

        /**
         * Since when any household had the person under the wrong number, as far as it is known.
         */
        Wrong since(String householdId, LocalDate since) {
            var told = new TreeMap<>(elsewhere);
            told.put(householdId, since);
            return new Wrong(
                    personId,
                    recorded,
                    enteredOn,
                    as,
                    says,
                    sameElsewhere,
                    told,
                    namedOtherwise,
                    alsoIn,
                    numberOf,
                    differsBecause);
        }
    }

    /**
     * @param elsewhere what is wrong by that in other households
     */
    @Needs(permission = "household.correct")
    record CorrectMembers(
            String householdId,
            List<Wrong> wrong,
            SortedMap<String, List<Wrong>> elsewhere,
            String reason,
            String approvedBy,
            String enteredBy,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements OfMembers {
        @Override
        public @Nullable String correctedIn() {
            return null;
        }

        /** What follows from it in another household; it is done where this one lies. */
        CorrectMembersElsewhere in(String other, Household.Known here) {
            var wrongThere = elsewhere.getOrDefault(other, List.of());
            return new CorrectMembersElsewhere(
                    other,
                    here.file().region(),
                    wrongThere.stream().map(each -> since(each, here)).toList(),
                    this);
        }

        private Wrong since(Wrong there, Household.Known here) {
            if (!there.ofTheNumber()) return there;
            return wrong.stream()
                    .filter(one -> one.isBecoming(there.as()))
                    .map(Wrong::personId)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .map(person -> here.file().family().firstDay(person))
                    .map(since -> there.since(householdId, since))
                    .orElse(there);
        }
    }

    @Needs(permission = "household.correct")
    record CorrectMembersElsewhere(
            String householdId, String region, List<Wrong> wrong, CorrectMembers asked)
            implements OfMembers, Located {
        @Override
        public String correctedIn() {
            return asked.householdId();
        }

        @Override
        public String reason() {
            return asked.reason();
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
        public LocalDate on() {
            return asked.on();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }

        @Override
        public @Nullable List<Evidence> evidence() {
            return asked.evidence();
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
