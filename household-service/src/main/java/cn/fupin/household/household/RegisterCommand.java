package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.RegisterEvent.HelperKind;
import cn.fupin.household.naming.HelperId;
import cn.fupin.household.round.Rounds.KnownRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a household while it stands on the register. */
sealed interface RegisterCommand extends HouseholdCommand {
    /**
     * Names the one responsible helper.
     *
     * @param householdsMax how many households a helper may have there that day, null without a
     *     rule
     */
    @Needs(permission = "household.assign-helper")
    record AssignHelper(Asked asked, @Nullable Integer householdsMax) implements RegisterCommand {
        record Asked(
                String householdId,
                String helperId,
                String helperUnit,
                LocalDate assignedOn,
                @Nullable HelperKind helperKind,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                HelperId.check("helperId", helperId);
                Check.text("helperUnit", helperUnit, 200);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.assignedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param round the round of {@code roundId}, null when it names none or there is no such round
     */
    @Needs(permission = "household.remove")
    record RemoveHousehold(Asked asked, @Nullable KnownRound round) implements RegisterCommand {
        record Asked(
                String householdId,
                LocalDate removedOn,
                String cause,
                Decision authority,
                @Nullable String orderedBy,
                @Nullable String roundId,
                @Nullable String roundRule,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                HouseholdCommand.checkCode("cause", cause);
                if (orderedBy != null) Check.text("orderedBy", orderedBy, 200);
                InARound.check(roundId, roundRule);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.removedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
