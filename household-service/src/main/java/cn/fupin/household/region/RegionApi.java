package cn.fupin.household.region;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.OrganisationCommand.*;
import cn.fupin.household.region.PlaceCommand.*;
import cn.fupin.household.region.RegionCommand.*;
import cn.fupin.household.region.VillageNoticeCommand.*;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what the door knows beside what was asked; nothing is decided here. */
@Configuration(proxyBeanMethods = false)
class RegionApi {
    private static final Pattern PLACE = Pattern.compile("region-\\d{12}");

    @Bean
    Endpoints regionEndpoints(
            NationalList nationalList, Regions regions, HouseholdsThere households) {
        return Endpoints.of(
                Endpoint.post(
                        "/regions/{regionId}/listing",
                        ListRegion.Asked.class,
                        ListRegion.class,
                        (asked, _) ->
                                new ListRegion(
                                        asked,
                                        nationalList.nameOf(asked.region()),
                                        asked.parent() != null
                                                && regions.isListed(asked.parent()))),
                Endpoint.post("/regions/{regionId}/facts", RecordRegionFact.class),
                Endpoint.post("/regions/{regionId}/training", RecordTraining.class),
                Endpoint.post("/regions/{regionId}/survey-rounds", RecordSurveyRound.class),
                Endpoint.post("/regions/{regionId}/inspections", RecordInspection.class),
                Endpoint.post("/regions/{regionId}/meeting", RecordMeeting.class),
                Endpoint.post("/regions/{regionId}/policy-document", RecordPolicyDocument.class),
                Endpoint.post("/regions/{regionId}/work-team", FormWorkTeam.class),
                Endpoint.post("/regions/{regionId}/staff", AppointStaff.class),
                Endpoint.post(
                        "/regions/{regionId}/unit-contact",
                        AssignUnitContact.Asked.class,
                        AssignUnitContact.class,
                        (asked, _) ->
                                new AssignUnitContact(
                                        asked,
                                        asked.householdIds() == null
                                                ? null
                                                : households.elsewhere(
                                                        asked.householdIds(),
                                                        asked.regionId()
                                                                .replaceFirst("^region-", ""),
                                                        asked.assignedOn()))),
                Endpoint.post("/regions/{regionId}/village-exit-recheck", RecheckVillageExit.class),
                Endpoint.post(
                        "/regions/{regionId}/succession",
                        SupersedeRegion.Asked.class,
                        SupersedeRegion.class,
                        (asked, _) ->
                                new SupersedeRegion(
                                        asked,
                                        asked.successors().stream()
                                                .allMatch(successor ->
                                                        regions.isListedBy(
                                                                successor, asked.supersededOn())),
                                        households.since(
                                                asked.regionId().replaceFirst("^region-", ""),
                                                asked.supersededOn()))));
    }

    @Bean
    Endpoints wrongWork(VillageSteps recorded, Standing standing) {
        return Endpoints.of(
                Endpoint.post(
                        "/regions/{regionId}/place-correction",
                        TakeBackWork.Asked.class,
                        TakeBackPlace.class,
                        (asked, _) -> {
                            var wrong = recorded.event(asked.correctsEventId(), asked.regionId());
                            return new TakeBackPlace(
                                    asked, wrong, standing.on(wrong, asked.correctsEventId()));
                        }),
                Endpoint.post(
                        "/regions/{regionId}/entry-correction",
                        TakeBackWork.Asked.class,
                        TakeBackWork.class,
                        (asked, _) ->
                                new TakeBackWork(
                                        asked,
                                        recorded.event(
                                                asked.correctsEventId(), asked.regionId()))));
    }

    /** Who is to see to it that a place comes out of poverty. */
    @Bean
    Endpoints organisation() {
        return Endpoints.of(
                Endpoint.post("/regions/{regionId}/leading-group", FormLeadingGroup.class),
                Endpoint.post("/regions/{regionId}/work-team-staffing", StaffWorkTeam.class),
                Endpoint.post("/regions/{regionId}/work-team-withdrawal", WithdrawWorkTeam.class),
                Endpoint.post("/regions/{regionId}/first-secretary", AppointFirstSecretary.class),
                Endpoint.post(
                        "/regions/{regionId}/first-secretary-recall", RecallFirstSecretary.class),
                Endpoint.post("/regions/{regionId}/helper-unit", AssignHelperUnit.class),
                Endpoint.post("/regions/{regionId}/helper-unit-release", ReleaseHelperUnit.class),
                Endpoint.post("/regions/{regionId}/staff-release", ReleaseStaff.class),
                Endpoint.post("/regions/{regionId}/unit-contact-end", EndUnitContact.class),
                Endpoint.post("/regions/{regionId}/plan", AdoptRegionPlan.class));
    }

    /** What a place is, and whether a village is in poverty or out of it. */
    @Bean
    Endpoints places(
            VillageRuleBook rules, ExitCount exits, VillageSteps steps, NationalList nationalList) {
        return Endpoints.of(
                Endpoint.post(
                        "/regions/{regionId}/listing-correction",
                        CorrectListing.Asked.class,
                        CorrectListing.class,
                        (asked, _) ->
                                new CorrectListing(
                                        asked,
                                        steps.event(asked.correctsEventId(), asked.regionId()),
                                        PLACE.matcher(asked.regionId()).matches()
                                                ? nationalList.nameOf(
                                                        asked.regionId()
                                                                .substring("region-".length()))
                                                : null)),
                Endpoint.post("/regions/{regionId}/group", ListVillageGroup.class),
                Endpoint.post("/regions/{regionId}/group-renaming", RenameVillageGroup.class),
                Endpoint.post("/regions/{regionId}/group-end", EndVillageGroup.class),
                Endpoint.post("/regions/{regionId}/renaming", RenameRegion.class),
                Endpoint.post(
                        "/regions/{regionId}/poor-village",
                        IdentifyPoorVillage.Asked.class,
                        IdentifyPoorVillage.class,
                        (asked, _) ->
                                new IdentifyPoorVillage(
                                        asked,
                                        rules(rules, asked.regionId(), asked.identifiedOn()))),
                Endpoint.post(
                        "/regions/{regionId}/poor-village-exit",
                        ExitPoorVillage.Asked.class,
                        ExitPoorVillage.class,
                        (asked, _) ->
                                new ExitPoorVillage(
                                        asked,
                                        rules(rules, asked.regionId(), asked.exitedOn()),
                                        poorBefore(steps, asked.regionId(), asked.exitedOn()))),
                Endpoint.post(
                        "/regions/{regionId}/village-notice",
                        PostVillageNotice.Asked.class,
                        PostVillageNotice.class,
                        (asked, _) ->
                                new PostVillageNotice(
                                        asked,
                                        rules(rules, asked.regionId(), asked.postedOn()),
                                        poorBefore(steps, asked.regionId(), asked.postedOn()))),
                Endpoint.post(
                        "/regions/{regionId}/village-notice-objection",
                        RaiseVillageObjection.class),
                Endpoint.post(
                        "/regions/{regionId}/village-notice-settlement",
                        SettleVillageObjection.class),
                Endpoint.post(
                        "/regions/{regionId}/village-notice-closing", CloseVillageNotice.class),
                Endpoint.post(
                        "/regions/{regionId}/village-notice-withdrawal",
                        WithdrawVillageNotice.class),
                Endpoint.post(
                        "/regions/{regionId}/poor-village-figures-correction",
                        CorrectPoorVillageFigures.Asked.class,
                        CorrectPoorVillageFigures.class,
                        (asked, _) -> correction(steps, rules, asked)),
                Endpoint.post(
                        "/regions/{regionId}/exit-report",
                        ReportExits.Asked.class,
                        ReportExits.class,
                        (asked, _) -> new ReportExits(asked, counted(exits, asked))));
    }

    /** By the rules of the day of the step that is corrected. */
    private static CorrectPoorVillageFigures correction(
            VillageSteps steps, VillageRuleBook rules, CorrectPoorVillageFigures.Asked asked) {
        var stated = steps.find(asked.correctsEventId(), asked.regionId());
        return new CorrectPoorVillageFigures(
                asked,
                stated,
                stated == null ? VillageRules.NONE : rules(rules, asked.regionId(), stated.on()));
    }

    /** None of what is no place at all: its stream will not be found. */
    private static ExitCount.Exits counted(ExitCount exits, ReportExits.Asked asked) {
        return PLACE.matcher(asked.regionId()).matches()
                ? exits.of(
                        asked.regionId().replaceFirst("^region-", ""),
                        asked.year(),
                        asked.reportedOn())
                : new ExitCount.Exits(0, 0);
    }

    private static @Nullable LocalDate poorBefore(
            VillageSteps steps, String regionId, LocalDate on) {
        return PLACE.matcher(regionId).matches() ? steps.poorBefore(regionId, on) : null;
    }

    /** No rules of what is no place at all: its stream will not be found. */
    private static VillageRules rules(VillageRuleBook rules, String regionId, LocalDate on) {
        return PLACE.matcher(regionId).matches()
                ? rules.of(regionId.substring("region-".length()), on)
                : VillageRules.NONE;
    }
}
