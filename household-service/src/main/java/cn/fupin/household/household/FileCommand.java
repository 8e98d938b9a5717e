package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.FileEvent.PlanKind;
import cn.fupin.household.household.FileEvent.VisitChannel;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import cn.fupin.household.household.PlanDetails.PlanGoal;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import cn.fupin.household.round.Rounds.KnownRound;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered in a household's file and moves it nowhere: it may be of any day since the
 * opening.
 */
sealed interface FileCommand extends HouseholdCommand {
    /** More kinds of measures than any scheme has. */
    int MOST_KINDS = 50;

    @Needs(permission = "household.income")
    record RecordIncome(
            String householdId,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            boolean assumed,
            LocalDate recordedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public RecordIncome {
            HouseholdCommand.checkId(householdId);
            new Income(incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
            evidence = HelpCommand.files(evidence);
        }

        Income income() {
            return new Income(incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
        }

        @Override
        public LocalDate on() {
            return recordedOn;
        }
    }

    /**
     * @param purpose null for a visit of which nothing more is said
     */
    @Needs(permission = "household.visit")
    record VisitHousehold(
            String householdId,
            String visitedBy,
            @Nullable VisitPurpose purpose,
            boolean assumed,
            LocalDate visitedOn,
            Instant receivedAt,
            @Nullable VisitChannel channel,
            @Nullable String note,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public VisitHousehold {
            HouseholdCommand.checkId(householdId);
            Check.text("visitedBy", visitedBy, 100);
            if (note != null) Check.text("note", note, 500);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return visitedOn;
        }
    }

    @Needs(permission = "household.plan")
    record AdoptPlan(
            String householdId,
            PlanKind kind,
            int fromYear,
            int toYear,
            List<String> measures,
            boolean assumed,
            LocalDate adoptedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence,
            @Nullable List<PlanGoal> goals,
            @Nullable List<PlannedMeasure> planned)
            implements FileCommand {
        public AdoptPlan {
            HouseholdCommand.checkId(householdId);
            Check.range("fromYear", fromYear, 1978, 2100);
            Check.size("measures", measures, 0, MOST_KINDS);
            Check.distinct("measures", measures);
            measures = List.copyOf(measures);
            var last = kind == PlanKind.YEARLY ? fromYear : fromYear + 2;
            if (toYear != last) {
                throw new Malformed(
                        "toYear", "years-of-kind", "应为 " + last + "（起止年均含）", "must be " + last);
            }
            PlanDetails.check(kind, fromYear, toYear, measures, goals, planned);
            goals = goals == null ? null : List.copyOf(goals);
            planned = planned == null ? null : List.copyOf(planned);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return adoptedOn;
        }
    }

    /** Something of a plan is done; which the code says. */
    @Needs(permission = "household.measure")
    record DoPlannedMeasure(
            String householdId,
            PlanKind kind,
            int fromYear,
            String code,
            @Nullable BigDecimal quantity,
            @Nullable Long amountFen,
            @Nullable String note,
            boolean assumed,
            LocalDate doneOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public DoPlannedMeasure {
            HouseholdCommand.checkId(householdId);
            Check.range("fromYear", fromYear, 1978, 2100);
            PlanDetails.checkCode("code", code);
            PlanDetails.checkQuantity("quantity", quantity);
            if (amountFen != null) Check.amountFen("amountFen", amountFen);
            if (note != null) Check.text("note", note, 500);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return doneOn;
        }
    }

    @Needs(permission = "household.measure")
    record AssignMeasure(
            String householdId,
            String measure,
            String scheme,
            boolean assumed,
            LocalDate assignedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public AssignMeasure {
            HouseholdCommand.checkId(householdId);
            Check.text("scheme", scheme, 50);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return assignedOn;
        }
    }

    @Needs(permission = "household.plan-exit")
    record PlanExit(
            String householdId,
            int year,
            Decision decidedBy,
            boolean assumed,
            LocalDate plannedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public PlanExit {
            HouseholdCommand.checkId(householdId);
            Check.range("year", year, 1978, 2100);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return plannedOn;
        }
    }

    @Needs(permission = "household.plan-exit")
    record DropExitPlan(
            String householdId,
            String reason,
            Decision decidedBy,
            boolean assumed,
            LocalDate droppedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements FileCommand {
        public DropExitPlan {
            HouseholdCommand.checkId(householdId);
            Check.text("reason", reason, 200);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return droppedOn;
        }
    }

    /**
     * @param known the round of {@code roundId}, null when it names none or there is no such round
     */
    @Needs(permission = "household.reverify")
    record ReverifyHousehold(Asked asked, @Nullable KnownRound known) implements FileCommand {
        record Asked(
                String householdId,
                String round,
                Decision decidedBy,
                @Nullable String roundId,
                boolean assumed,
                LocalDate reverifiedOn,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("round", round, 50);
                if (roundId != null) Check.id("round", "roundId", roundId);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.reverifiedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /** A member is on a list of an exclusion rule, and may be registered all the same. */
    @Needs(permission = "household.clear-exclusion")
    record ClearExclusion(
            String householdId,
            String personId,
            String item,
            String grounds,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed,
            LocalDate clearedOn,
            Instant receivedAt)
            implements FileCommand {
        public ClearExclusion {
            HouseholdCommand.checkId(householdId);
            Check.id("person", "personId", personId);
            Check.text("grounds", grounds, 1000);
            if (evidence != null) {
                Check.size("evidence", evidence, 1, 20);
                Check.distinct("evidence", evidence);
                evidence = List.copyOf(evidence);
            }
        }

        @Override
        public LocalDate on() {
            return clearedOn;
        }
    }
}
