package cn.fupin.household.household;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.assessment.Assessments;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.notice.Notices;
import cn.fupin.household.povertyline.PovertyLines;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.region.Regions;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.Vault;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what the door knows beside what was asked; nothing is decided here. */
@Configuration(proxyBeanMethods = false)
class HouseholdApi {
    private final HouseholdPlaces places;
    private final Notices notices;
    private final PovertyLines lines;

    HouseholdApi(HouseholdPlaces places, Notices notices, PovertyLines lines) {
        this.places = places;
        this.notices = notices;
        this.lines = lines;
    }

    @Bean
    Endpoints identification(Vault vault, Regions regions, Assessments assessments) {
        return Endpoints.of(
                Endpoint.post(
                                "/households/{householdId}/application",
                                ApplicationForm.class,
                                ApplyForRegistration.class,
                                (form, _) ->
                                        form.sealed(vault, regions.isListedVillage(form.region())))
                        .sealing("members.identityNumber", "members.phone", "members.cardNumber"),
                Endpoint.post("/households/{householdId}/survey", SurveyHousehold.class),
                Endpoint.post(
                        "/households/{householdId}/assessment",
                        AssessHousehold.Asked.class,
                        AssessHousehold.class,
                        (asked, _) ->
                                new AssessHousehold(
                                        asked,
                                        assessments.find(
                                                asked.assessmentId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/township-review",
                        ReviewByTownship.Asked.class,
                        ReviewByTownship.class,
                        (asked, _) ->
                                new ReviewByTownship(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/registration",
                        RegisterHousehold.Asked.class,
                        RegisterHousehold.class,
                        (asked, _) ->
                                new RegisterHousehold(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()),
                                        lineOfSurvey(asked.householdId()))),
                Endpoint.post("/households/{householdId}/rejection", RejectHousehold.class));
    }

    @Bean
    Endpoints onTheRegister(RuleBook rules) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/helper",
                        AssignHelper.Asked.class,
                        AssignHelper.class,
                        (asked, _) -> new AssignHelper(asked, householdsMax(rules, asked))),
                Endpoint.post("/households/{householdId}/removal", RemoveHousehold.class));
    }

    @Bean
    Endpoints exitAndRelapse() {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/exit-proposal", ProposeExit.class),
                Endpoint.post(
                        "/households/{householdId}/exit-verification",
                        VerifyExit.Asked.class,
                        VerifyExit.class,
                        (asked, _) ->
                                new VerifyExit(
                                        asked, line(asked.householdId(), asked.incomeYear()))),
                Endpoint.post("/households/{householdId}/exit-agreement", AgreeToExit.class),
                Endpoint.post(
                        "/households/{householdId}/exit",
                        ExitHousehold.Asked.class,
                        ExitHousehold.class,
                        (asked, _) ->
                                new ExitHousehold(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/relapse",
                        RecordRelapse.Asked.class,
                        RecordRelapse.class,
                        (asked, _) ->
                                new RecordRelapse(
                                        asked,
                                        asked.noticeId() == null
                                                ? null
                                                : notices.find(
                                                        asked.noticeId(), asked.householdId()),
                                        line(asked.householdId(), asked.incomeYear()))));
    }

    @Bean
    Endpoints corrections(RecordedEvents events) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/survey-correction",
                        CorrectSurvey.Asked.class,
                        CorrectSurvey.class,
                        (asked, _) ->
                                new CorrectSurvey(
                                        asked,
                                        events.find(asked.correctsEventId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/causes-correction",
                        CorrectCauses.Asked.class,
                        CorrectCauses.class,
                        (asked, _) ->
                                new CorrectCauses(
                                        asked,
                                        events.find(
                                                asked.correctsEventId(), asked.householdId()))));
    }

    @Bean
    static ConstraintReasons householdGuards() {
        return ConstraintReasons.of(
                Map.of(
                        OneActiveHouseholdPerPerson.CONSTRAINT,
                        HouseholdReason.PERSON_IN_ANOTHER_HOUSEHOLD,
                        PlacesWithinQuota.CONSTRAINT,
                        HouseholdReason.QUOTA_EXCEEDED,
                        HelperLoad.CONSTRAINT,
                        HouseholdReason.HELPER_HAS_TOO_MANY_HOUSEHOLDS));
    }

    private @Nullable KnownLine lineOfSurvey(String householdId) {
        var place = places.of(householdId);
        return place == null || place.incomeYear() == null
                ? null
                : lines.of(place.region(), place.incomeYear());
    }

    private @Nullable KnownLine line(String householdId, int year) {
        var place = places.of(householdId);
        return place == null ? null : lines.of(place.region(), year);
    }

    private @Nullable Integer householdsMax(RuleBook rules, AssignHelper.Asked asked) {
        var place = places.of(asked.householdId());
        return place == null
                ? null
                : rules.valueOf(RuleCode.HELPER_HOUSEHOLDS_MAX, place.region(), asked.assignedOn());
    }
}
