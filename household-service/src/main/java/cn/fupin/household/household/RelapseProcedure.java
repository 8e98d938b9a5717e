package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.RelapseCommand.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.notice.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * 返贫 step by step, as identification goes: where the rule {@code relapse-procedure-required} is in
 * force nobody comes back without it. The watch may go on beside it. A new proposal takes the place
 * of one that came to nothing.
 */
final class RelapseProcedure {
    private RelapseProcedure() {}

    static HouseholdEvent decide(RelapseCommand command, Household state) {
        if (!(state instanceof Exited exited)) throw new Refused(NOT_EXITED);
        return switch (command) {
            case ProposeRelapse c ->
                    new RelapseProposed(
                            c.householdId(),
                            c.on(),
                            c.cause(),
                            c.decidedBy(),
                            c.assumed(),
                            c.evidence());
            case AssessRelapse c -> assess(c, exited);
            case ReviewRelapse c -> review(c, exited);
        };
    }

    private static RelapseAssessed assess(AssessRelapse c, Exited exited) {
        if (!(exited.relapse() instanceof Proposed)) {
            throw new Refused(RELAPSE_NOT_WAITING_FOR_ASSESSMENT);
        }
        var ballot = Identification.passed(c.assessment(), exited.file());
        return new RelapseAssessed(
                c.householdId(),
                c.on(),
                ballot.meeting().assessmentId(),
                ballot.meeting().attendance(),
                ballot.votesFor(),
                ballot.votesAgainst(),
                ballot.meeting().assumed());
    }

    /** Its notice hung after the meeting, whatever step of a watch came between. */
    private static RelapseReviewed review(ReviewRelapse c, Exited exited) {
        if (!(exited.relapse() instanceof Seconded assessed)) {
            throw new Refused(RELAPSE_NOT_WAITING_FOR_REVIEW);
        }
        NoticeHeld.check(c.notice(), NoticeKind.FIRST, exited.file().on(assessed.on()), c.on());
        return new RelapseReviewed(
                c.householdId(),
                c.on(),
                c.asked().noticeId(),
                c.asked().decidedBy(),
                c.asked().assumed(),
                c.asked().evidence());
    }

    /**
     * @param required 1 where the steps are asked for that day, null without a rule
     * @return the notice the township reviewed it by, null when it did not
     */
    static @Nullable String through(Exited exited, @Nullable Integer required) {
        if (exited.relapse() instanceof Endorsed reviewed) return reviewed.noticeId();
        if (required == null || required == 0) return null;
        throw new Refused(
                switch (exited.relapse()) {
                    case NotProposed _ -> RELAPSE_NOT_PROPOSED;
                    case Proposed _ -> RELAPSE_NOT_ASSESSED;
                    case Seconded _, Endorsed _ -> RELAPSE_NOT_REVIEWED;
                });
    }
}
