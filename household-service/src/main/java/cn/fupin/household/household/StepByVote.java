package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.ExitCommand.AssessExit;
import cn.fupin.household.household.IdentificationCommand.AssessHousehold;
import cn.fupin.household.household.MonitoringCommand.AssessMonitoring;
import cn.fupin.household.household.RelapseCommand.AssessRelapse;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 民主评议: a step that a meeting's vote makes; which meeting is all that is said. */
sealed interface StepByVote extends HouseholdCommand
        permits AssessHousehold, AssessExit, AssessMonitoring, AssessRelapse {
    record Asked(String householdId, String assessmentId, Instant receivedAt) {
        public Asked {
            HouseholdCommand.checkId(householdId);
            Check.id("assessment", "assessmentId", assessmentId);
        }
    }

    Asked asked();

    /** Null when there is no such meeting. */
    @Nullable KnownAssessment assessment();

    @Override
    default String householdId() {
        return asked().householdId();
    }

    /** The day of the meeting; today while it is not known, which is refused for that. */
    @Override
    default LocalDate on() {
        var meeting = assessment();
        return meeting == null ? today() : meeting.heldOn();
    }

    @Override
    default Instant receivedAt() {
        return asked().receivedAt();
    }
}
