package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
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
                boolean assumed,
                Instant receivedAt) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("helperId", helperId, 100);
                Check.text("helperUnit", helperUnit, 200);
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

    @Needs(permission = "household.remove")
    record RemoveHousehold(
            String householdId,
            LocalDate removedOn,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            boolean assumed,
            Instant receivedAt)
            implements RegisterCommand {
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

        public RemoveHousehold {
            HouseholdCommand.checkId(householdId);
            Check.text("cause", cause, 100);
            if (!CODE.matcher(cause).matches()) {
                throw new Malformed(
                        "cause",
                        "upper-case-code",
                        "应为大写英文代码，以下划线相连",
                        "must be an UPPER_CASE code");
            }
            if (orderedBy != null) Check.text("orderedBy", orderedBy, 200);
        }

        @Override
        public LocalDate on() {
            return removedOn;
        }
    }
}
