package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.event.Shanghai;
import java.time.Instant;
import java.time.LocalDate;

/** Orders to a household's stream, by stage of its life. */
sealed interface HouseholdCommand extends Command
        permits IdentificationCommand, RegisterCommand, ExitCommand, CorrectionCommand {
    String householdId();

    /** The day the ordered fact is to be true. */
    LocalDate on();

    Instant receivedAt();

    @Override
    default String streamId() {
        return householdId();
    }

    default LocalDate today() {
        return Shanghai.dateOf(receivedAt());
    }

    static void checkId(String householdId) {
        Check.id("household", "householdId", householdId);
    }
}
