package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.assessment.Assessments;
import cn.fupin.household.assessment.Assessments.Relied;
import cn.fupin.household.batch.Batches;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.RelapseEvent.RelapseAssessed;
import cn.fupin.household.household.RelapseEvent.RelapseReviewed;
import cn.fupin.household.household.StandingEvent.EndRevoked;
import cn.fupin.household.household.StandingEvent.ExitRevoked;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import cn.fupin.household.notice.Notices;
import cn.fupin.household.round.Rounds;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What a step stands on does not go away under it: its notice is not withdrawn nor objected to
 * meanwhile, its meeting not withdrawn, its batch or round not closed before its day. The decider
 * asked the same of what the door knew; here it is asked while nobody can change it.
 */
@Component
class StepsOnGrounds {
    private final Assessments assessments;
    private final Notices notices;
    private final Batches batches;
    private final Rounds rounds;

    StepsOnGrounds(Assessments assessments, Notices notices, Batches batches, Rounds rounds) {
        this.assessments = assessments;
        this.notices = notices;
        this.batches = batches;
        this.rounds = rounds;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        if (e.batchId() != null) apply(e.batchId(), e);
    }

    @EventHandler
    void on(HouseholdOnFileApplied e) {
        if (e.batchId() != null) apply(e.batchId(), e);
    }

    private void apply(String batchId, HouseholdEvent e) {
        var batch = batches.enter(batchId, e.householdId(), e.occurredOn());
        if (batch == null) throw new Refused(BATCH_UNKNOWN);
        if (e.occurredOn().isAfter(batch.lastDay())) {
            throw new Refused(OUTSIDE_THE_BATCH, Map.of("lastDay", batch.lastDay().toString()));
        }
    }

    @EventHandler
    void on(HouseholdAssessed e) {
        voted(e, e.assessmentId(), e.votesFor(), e.votesAgainst());
    }

    @EventHandler
    void on(ExitAssessed e) {
        voted(e, e.assessmentId(), e.votesFor(), e.votesAgainst());
    }

    @EventHandler
    void on(RelapseAssessed e) {
        voted(e, e.assessmentId(), e.votesFor(), e.votesAgainst());
    }

    @EventHandler
    void on(MonitoringAssessed e) {
        voted(e, e.assessmentId(), e.votesFor(), e.votesAgainst());
    }

    /** Corrected meanwhile, it is looked at again. */
    private void voted(HouseholdEvent e, String assessmentId, int votesFor, int votesAgainst) {
        var meeting = assessments.relyOn(assessmentId, e.householdId());
        if (!CurrentUnitOfWork.isStarted()) return; // read again: it was taken then
        if (meeting == null) throw new Refused(ASSESSMENT_UNKNOWN);
        if (!meeting.equals(new Relied(e.occurredOn(), votesFor, votesAgainst))) {
            throw new ConcurrencyFailureException("the meeting was corrected meanwhile");
        }
    }

    @EventHandler
    void on(TownshipReviewed e) {
        rely(e.noticeId(), e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        rely(e.noticeId(), e.householdId(), e.occurredOn());
        enter(e.roundId(), e.householdId(), e.occurredOn(), "ENTERED", e.roundRule());
    }

    @EventHandler
    void on(HouseholdExited e) {
        rely(e.noticeId(), e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        if (e.noticeId() != null) rely(e.noticeId(), e.householdId(), e.occurredOn());
        enter(e.roundId(), e.householdId(), e.occurredOn(), "ENTERED", e.roundRule());
    }

    @EventHandler
    void on(RelapseReviewed e) {
        rely(e.noticeId(), e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(ExitRevoked e) {
        enter(e.roundId(), e.householdId(), e.occurredOn(), "ENTERED", e.roundRule());
    }

    /** What a round took off the register by mistake it did not take off. */
    @EventHandler
    void on(EndRevoked e) {
        rounds.takeBack(e.householdId(), e.endedOn(), "LEFT");
    }

    /** What a round brought in by mistake it did not bring in. */
    @EventHandler
    void on(RelapseRevoked e) {
        rounds.takeBack(e.householdId(), e.relapsedOn(), "ENTERED");
    }

    @EventHandler
    void on(MonitoringConfirmed e) {
        rely(e.noticeId(), e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdReverified e) {
        enter(e.roundId(), e.householdId(), e.occurredOn(), "KEPT", null);
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        enter(e.roundId(), e.householdId(), e.occurredOn(), "LEFT", e.roundRule());
    }

    private void rely(String noticeId, String householdId, LocalDate on) {
        var notice = notices.relyOn(noticeId, householdId, on);
        if (!CurrentUnitOfWork.isStarted()) return; // read again: it was taken then
        if (notice.withdrawn()) throw new Refused(NOTICE_WITHDRAWN);
        NoticeHeld.noObjection(notice.objection());
    }

    private void enter(
            @Nullable String roundId,
            String householdId,
            LocalDate on,
            String outcome,
            @Nullable String rule) {
        if (roundId == null) return;
        var closedOn = rounds.enter(roundId, householdId, on, outcome, rule);
        if (closedOn != null && on.isAfter(closedOn)) {
            throw new Refused(OUTSIDE_THE_ROUND, Map.of("closedOn", closedOn.toString()));
        }
    }
}
