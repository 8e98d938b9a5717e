package cn.fupin.household.household;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.household.BenefitLinkCommand.*;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.DescriptionCommand.*;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.FileCommand.*;
import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.MonitoringCommand.*;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.RelapseCommand.*;
import cn.fupin.household.household.StandingCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class HouseholdStream extends DecidedStream<HouseholdCommand, Household, HouseholdEvent> {
    HouseholdStream() {
        super(HouseholdDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApplyForRegistration c) {
        decide(c);
    }

    @CommandHandler
    void handle(ApplyFromFile c) {
        decide(c);
    }

    @CommandHandler
    void handle(SurveyHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssessHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReviewByTownship c) {
        decide(c);
    }

    @CommandHandler
    void handle(RegisterHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(RejectHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssignHelper c) {
        decide(c);
    }

    @CommandHandler
    void handle(RemoveHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(ProposeExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssessExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(VerifyExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(AgreeToExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(ExitHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordRelapse c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectSurvey c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectCauses c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectMemberDay c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectRelapseIncome c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectHouseholdNumber c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordIncome c) {
        decide(c);
    }

    @CommandHandler
    void handle(VisitHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(AdoptPlan c) {
        decide(c);
    }

    @CommandHandler
    void handle(DoPlannedMeasure c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssignMeasure c) {
        decide(c);
    }

    @CommandHandler
    void handle(PlanExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(DropExitPlan c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReverifyHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(JoinHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(LeaveHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(ChangeHead c) {
        decide(c);
    }

    @CommandHandler
    void handle(DissolveHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(RaiseClue c) {
        decide(c);
    }

    @CommandHandler
    void handle(CheckRisk c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssessMonitoring c) {
        decide(c);
    }

    @CommandHandler
    void handle(ConfirmMonitoring c) {
        decide(c);
    }

    @CommandHandler
    void handle(DismissClue c) {
        decide(c);
    }

    @CommandHandler
    void handle(RevokeMonitoring c) {
        decide(c);
    }

    @CommandHandler
    void handle(EliminateRisk c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawApplication c) {
        decide(c);
    }

    @CommandHandler
    void handle(ClearExclusion c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReleaseHelper c) {
        decide(c);
    }

    @CommandHandler
    void handle(CheckQuarter c) {
        decide(c);
    }

    @CommandHandler
    void handle(IssueHandbook c) {
        decide(c);
    }

    @CommandHandler
    void handle(IssueClearCard c) {
        decide(c);
    }

    @CommandHandler
    void handle(SignResult c) {
        decide(c);
    }

    @CommandHandler
    void handle(MoveHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReclassifyHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(DescribeHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(NumberHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(DescribeMember c) {
        decide(c);
    }

    @CommandHandler
    void handle(IdentifyMember c) {
        decide(c);
    }

    @CommandHandler
    void handle(SuspendHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(ResumeHousehold c) {
        decide(c);
    }

    @CommandHandler
    void handle(RevokeExit c, RegisterDays days) {
        days.take(c.householdId());
        decide(c);
    }

    @CommandHandler
    void handle(RevokeRelapse c, RegisterDays days) {
        days.take(c.householdId());
        decide(c);
    }

    @CommandHandler
    void handle(RevokeEnd c) {
        decide(c);
    }

    @CommandHandler
    void handle(ProposeRelapse c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawRelapse c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssessRelapse c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReviewRelapse c) {
        decide(c);
    }

    @CommandHandler
    void handle(ApplyForPolicy c) {
        decide(c);
    }

    @CommandHandler
    void handle(GrantPolicy c) {
        decide(c);
    }

    @CommandHandler
    void handle(EndPolicy c) {
        decide(c);
    }

    @CommandHandler
    void handle(DeclinePolicy c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawPolicyApplication c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackPolicy c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackEntry c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackClearance c) {
        decide(c);
    }

    @CommandHandler
    void handle(SignBenefitLink c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReceiveDividend c) {
        decide(c);
    }

    @CommandHandler
    void handle(EndBenefitLink c) {
        decide(c);
    }

    /** Its part of what reaches over two households; see {@link AcrossHouseholds}. */
    void take(StandingCommand c) {
        decide(c);
    }

    void take(OfMembers c) {
        decide(c);
    }

    Household now() {
        return state();
    }

    @EventSourcingHandler
    void on(HouseholdEvent e) {
        evolve(e, e.householdId());
    }
}
