package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.RelapseCommand.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.notice.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * 返贫 step by step, as identification goes: where the rule {@code relapse-procedure-required} is in
 * force nobody comes back without it. The watch may go on beside it. One that comes to nothing is
 * withdrawn, or a new proposal takes its place.
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
            case WithdrawRelapse c -> withdraw(c, exited);
            case AssessRelapse c -> assess(c, exited);
            case ReviewRelapse c -> review(c, exited);
        };
    }

    private static RelapseWithdrawn withdraw(WithdrawRelapse c, Exited exited) {
        if (exited.relapse() instanceof NotProposed) throw new Refused(NO_RELAPSE_UNDER_WAY);
        return new RelapseWithdrawn(
                c.householdId(), c.on(), c.reason(), c.decidedBy(), c.assumed(), c.evidence());
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
     * What hung before the county approves it: after the township's review a second notice, without
     * a review a first one. None need be named, but an objection to the last second notice counts
     * all the same. The notice the township reviewed it by was looked at then.
     *
     * @param reviewedBy that notice, null when it was not reviewed
     */
    static void hung(RecordRelapse c, Exited exited, @Nullable String reviewedBy) {
        var named = c.asked().noticeId();
        if (exited.relapse() instanceof Endorsed reviewed) {
            var after = exited.file().on(reviewed.on());
            if (named != null && !named.equals(reviewedBy)) {
                NoticeHeld.check(c.notice(), NoticeKind.SECOND, after, c.on());
            }
            var second = c.second();
            if (second != null && !second.postedOn().isBefore(reviewed.on())) {
                NoticeHeld.noObjection(second.objection());
            }
        } else if (named != null) {
            NoticeHeld.check(c.notice(), NoticeKind.FIRST, exited.file(), c.on());
        }
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
