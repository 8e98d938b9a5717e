package cn.fupin.household.region;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.region.OrganisationCommand.*;
import cn.fupin.household.region.PlaceCommand.*;
import cn.fupin.household.region.RegionCommand.*;
import cn.fupin.household.region.VillageNoticeCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class RegionStream extends DecidedStream<RegionCommand, Region, RegionEvent> {
    RegionStream() {
        super(RegionDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ListRegion c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordRegionFact c) {
        decide(c);
    }

    @CommandHandler
    void handle(IdentifyPoorVillage c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordTraining c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordSurveyRound c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordInspection c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordMeeting c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecordPolicyDocument c) {
        decide(c);
    }

    @CommandHandler
    void handle(FormWorkTeam c) {
        decide(c);
    }

    @CommandHandler
    void handle(AppointStaff c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssignUnitContact c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecheckVillageExit c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReportExits c) {
        decide(c);
    }

    @CommandHandler
    void handle(SupersedeRegion c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectListing c) {
        decide(c);
    }

    @CommandHandler
    void handle(ListVillageGroup c) {
        decide(c);
    }

    @CommandHandler
    void handle(RenameVillageGroup c) {
        decide(c);
    }

    @CommandHandler
    void handle(EndVillageGroup c) {
        decide(c);
    }

    @CommandHandler
    void handle(RenameRegion c) {
        decide(c);
    }

    @CommandHandler
    void handle(ExitPoorVillage c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectPoorVillageFigures c) {
        decide(c);
    }

    @CommandHandler
    void handle(PostVillageNotice c) {
        decide(c);
    }

    @CommandHandler
    void handle(RaiseVillageObjection c) {
        decide(c);
    }

    @CommandHandler
    void handle(SettleVillageObjection c) {
        decide(c);
    }

    @CommandHandler
    void handle(CloseVillageNotice c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawVillageNotice c) {
        decide(c);
    }

    @CommandHandler
    void handle(FormLeadingGroup c) {
        decide(c);
    }

    @CommandHandler
    void handle(StaffWorkTeam c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawWorkTeam c) {
        decide(c);
    }

    @CommandHandler
    void handle(AppointFirstSecretary c) {
        decide(c);
    }

    @CommandHandler
    void handle(RecallFirstSecretary c) {
        decide(c);
    }

    @CommandHandler
    void handle(AssignHelperUnit c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReleaseHelperUnit c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReleaseStaff c) {
        decide(c);
    }

    @CommandHandler
    void handle(EndUnitContact c) {
        decide(c);
    }

    @CommandHandler
    void handle(AdoptRegionPlan c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackWork c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackPlace c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(RegionEvent e) {
        evolve(e, "region-" + e.region());
    }
}
