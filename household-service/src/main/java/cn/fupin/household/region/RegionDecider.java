package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.RegionCommand.*;
import cn.fupin.household.region.RegionEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A place is listed once, under its real name or openly as a sample; what is known of it comes
 * after.
 */
enum RegionDecider implements Decider<RegionCommand, Region, RegionEvent> {
    INSTANCE;

    @Override
    public Region initial() {
        return Region.Unlisted.NEVER_LISTED;
    }

    @Override
    public List<RegionEvent> decide(RegionCommand command, Region state) {
        return List.of(
                switch (command) {
                    case ListRegion c -> list(c, state);
                    case RecordRegionFact c -> record(c, listed(state));
                    case PlaceCommand c -> {
                        past(c, c.on());
                        yield Places.decide(c, listed(state));
                    }
                    case VillageNoticeCommand c -> {
                        past(c, c.on());
                        yield VillageNotices.decide(c, Places.village(listed(state)));
                    }
                    case OrganisationCommand c -> {
                        past(c, c.on());
                        yield Organising.decide(c, listed(state));
                    }
                    case RecordTraining c -> train(c, listed(state));
                    case RecordSurveyRound c -> {
                        past(c, c.heldOn());
                        yield new SurveyRoundHeld(listed(state).code(), c.heldOn(), c.assumed());
                    }
                    case RecordInspection c -> {
                        past(c, c.heldOn());
                        yield new InspectionHeld(
                                listed(state).code(),
                                c.heldOn(),
                                c.assumed(),
                                c.inspectedBy(),
                                c.findings(),
                                c.evidence());
                    }
                    case RecordMeeting c -> {
                        past(c, c.heldOn());
                        yield new MeetingHeld(
                                listed(state).code(),
                                c.heldOn(),
                                c.kind(),
                                c.title(),
                                c.assumed(),
                                c.attendance(),
                                c.evidence());
                    }
                    case RecordPolicyDocument c -> issue(c, listed(state));
                    case FormWorkTeam c -> form(c, listed(state));
                    case AppointStaff c -> {
                        past(c, c.appointedOn());
                        yield new StaffAppointed(
                                listed(state).code(),
                                c.appointedOn(),
                                c.kind(),
                                c.persons(),
                                c.assumed());
                    }
                    case AssignUnitContact c -> contact(c, Places.village(listed(state)));
                    case RecheckVillageExit c -> {
                        past(c, c.recheckedOn());
                        yield new VillageExitRechecked(
                                Places.village(listed(state)).code(),
                                c.recheckedOn(),
                                c.decidedBy(),
                                c.assumed(),
                                c.confirmed(),
                                c.evidence());
                    }
                    case ReportExits c -> report(c, listed(state));
                    case SupersedeRegion c -> supersede(c, listed(state));
                    case TakeBackWork c -> {
                        past(c, c.asked().correctedOn());
                        yield WrongWork.decide(c, listed(state));
                    }
                    case TakeBackPlace c -> {
                        past(c, c.asked().correctedOn());
                        yield WrongPlace.decide(c, listed(state));
                    }
                });
    }

    private static RegionListed list(ListRegion c, Region state) {
        var asked = c.asked();
        if (state instanceof Listed) throw new Refused(ALREADY_LISTED);
        past(c, asked.listedOn());
        if (asked.parent() != null && asked.level() != Level.COUNTY && !c.parentListed()) {
            throw new Refused(PARENT_NOT_LISTED, Map.of("parent", asked.parent()));
        }
        var official = c.officialName();
        Places.called(asked.name(), official, asked.sample(), asked.attestedBy());
        return new RegionListed(
                asked.region(),
                asked.listedOn(),
                asked.name(),
                asked.level(),
                asked.parent(),
                official != null,
                asked.sample(),
                NationalList.AS_OF,
                asked.villageType(),
                asked.attestedBy());
    }

    /** Attributes may be of any past day, before the listing too: they say how things were. */
    private static RegionFactRecorded record(RecordRegionFact c, Listed region) {
        past(c, c.asOf());
        return new RegionFactRecorded(
                region.code(),
                c.asOf(),
                c.measure(),
                c.value(),
                c.unit(),
                c.approximate(),
                c.assumed());
    }

    private static TrainingHeld train(RecordTraining c, Listed region) {
        past(c, c.heldOn());
        var held =
                new TrainingHeld(
                        region.code(),
                        c.heldOn(),
                        c.classes(),
                        c.personTimes(),
                        c.assumed(),
                        c.persons(),
                        c.subject());
        if (region.recorded().has(held)) throw new Refused(TRAINING_ALREADY_RECORDED);
        return held;
    }

    private static PolicyDocumentIssued issue(RecordPolicyDocument c, Listed region) {
        past(c, c.issuedOn());
        var issued =
                new PolicyDocumentIssued(
                        region.code(),
                        c.issuedOn(),
                        c.documentNo(),
                        c.title(),
                        c.issuedBy(),
                        c.assumed(),
                        c.evidence());
        if (region.recorded().has(issued)) {
            throw new Refused(DOCUMENT_ALREADY_RECORDED, Map.of("documentNo", c.documentNo()));
        }
        return issued;
    }

    private static WorkTeamFormed form(FormWorkTeam c, Listed region) {
        past(c, c.formedOn());
        var teams = region.organisation().teams();
        if (teams.containsKey(PlainText.among(teams.keySet(), c.team())))
            throw new Refused(TEAM_ALREADY_FORMED);
        return new WorkTeamFormed(
                region.code(),
                c.formedOn(),
                c.team(),
                c.kind(),
                c.level(),
                c.units(),
                c.assumed(),
                c.members());
    }

    /**
     * A report that the register does not bear out is recorded all the same: that is what it shows.
     */
    private static ExitsReported report(ReportExits c, Listed region) {
        var asked = c.asked();
        past(c, asked.reportedOn());
        if (asked.year() > asked.reportedOn().getYear()) throw new Refused(YEAR_AFTER_THE_REPORT);
        return new ExitsReported(
                region.code(),
                asked.reportedOn(),
                asked.year(),
                asked.households(),
                asked.persons(),
                c.counted().households(),
                c.counted().persons(),
                asked.reportedTo(),
                asked.documentNo(),
                asked.assumed(),
                asked.evidence());
    }

    /** That no place comes after itself, however far around, is guarded by {@link Successions}. */
    private static RegionSuperseded supersede(SupersedeRegion c, Listed region) {
        var asked = c.asked();
        past(c, asked.supersededOn());
        if (region.supersededOn() != null) throw new Refused(ALREADY_SUPERSEDED);
        if (!asked.successors().stream().allMatch(region.level()::fits)) {
            throw new Refused(SUCCESSOR_OF_ANOTHER_LEVEL);
        }
        if (!c.allListed()) throw new Refused(SUCCESSOR_NOT_LISTED);
        var came = c.came();
        if (came != null) {
            throw new Refused(
                    HOUSEHOLDS_CAME_SINCE,
                    Map.of("householdId", came.householdId(), "on", came.on().toString()));
        }
        return new RegionSuperseded(
                region.code(),
                asked.supersededOn(),
                asked.successors(),
                asked.documentNo(),
                asked.assumed());
    }

    private static Listed listed(Region state) {
        if (state instanceof Listed listed) return listed;
        throw new Refused(NOT_LISTED);
    }

    /** As many as are stated, whichever are named: where that differs, a finding says so. */
    private static UnitContactAssigned contact(AssignUnitContact c, Listed village) {
        var asked = c.asked();
        past(c, asked.assignedOn());
        var elsewhere = c.elsewhere();
        if (elsewhere != null) {
            throw new Refused(HOUSEHOLD_NOT_IN_THE_VILLAGE, Map.of("householdId", elsewhere));
        }
        return new UnitContactAssigned(
                village.code(),
                asked.assignedOn(),
                PlainText.among(village.organisation().duties().contacts().keySet(), asked.unit()),
                asked.households(),
                asked.assumed(),
                asked.householdIds());
    }

    private static void past(RegionCommand c, LocalDate date) {
        if (date.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Region evolve(Region state, RegionEvent event) {
        return Region.evolve(state, event);
    }

    @Override
    public String region(Region state) {
        return switch (state) {
            case Listed listed -> listed.code();
            case Region.Unlisted unlisted -> Objects.requireNonNull(unlisted.code());
        };
    }

    @Override
    public String region(Region state, RegionEvent event) {
        return event.region();
    }
}
