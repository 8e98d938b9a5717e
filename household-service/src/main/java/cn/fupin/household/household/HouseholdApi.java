package cn.fupin.household.household;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.assessment.Assessments;
import cn.fupin.household.batch.Batches;
import cn.fupin.household.exclusion.Items;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.ExitEvent.HouseholdExited;
import cn.fupin.household.household.FileCommand.*;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.MemberEvent.HouseholdDissolved;
import cn.fupin.household.household.MonitoringCommand.*;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.RelapseCommand.*;
import cn.fupin.household.household.StandingCommand.RevokeEnd;
import cn.fupin.household.household.StandingCommand.RevokeExit;
import cn.fupin.household.household.StandingCommand.RevokeRelapse;
import cn.fupin.household.measure.Measures;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices;
import cn.fupin.household.povertyline.PovertyLines;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.region.Regions;
import cn.fupin.household.region.Successions;
import cn.fupin.household.region.VillageGroups;
import cn.fupin.household.round.Rounds;
import cn.fupin.household.round.Rounds.KnownRound;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.Vault;
import java.time.LocalDate;
import java.util.List;
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
    private final Rounds rounds;
    private final RecordedEvents events;

    HouseholdApi(
            HouseholdPlaces places,
            Notices notices,
            PovertyLines lines,
            Rounds rounds,
            RecordedEvents events) {
        this.places = places;
        this.notices = notices;
        this.lines = lines;
        this.rounds = rounds;
        this.events = events;
    }

    @Bean
    Endpoints identification(
            Vault vault,
            Regions regions,
            Successions successions,
            VillageGroups groups,
            Assessments assessments,
            Batches batches,
            Screenings screenings) {
        return Endpoints.of(
                Endpoint.post(
                                "/households/{householdId}/application",
                                ApplicationForm.class,
                                ApplyForRegistration.class,
                                (form, _) ->
                                        form.sealed(
                                                vault,
                                                village(
                                                        regions,
                                                        successions,
                                                        groups,
                                                        form.region()),
                                                batch(batches, successions, form.batchId())))
                        .sealing(
                                "members.identityNumber",
                                "members.phone",
                                "members.cardNumber",
                                "members.disabilityCertificate"),
                Endpoint.post(
                        "/households/{householdId}/application-on-file",
                        ApplyFromFile.Asked.class,
                        ApplyFromFile.class,
                        (asked, _) ->
                                new ApplyFromFile(
                                        asked,
                                        villageOf(
                                                regions,
                                                successions,
                                                groups,
                                                asked.householdId(),
                                                asked.appliedOn()),
                                        batch(batches, successions, asked.batchId()))),
                Endpoint.post(
                                "/households/{householdId}/record",
                                ApplicationForm.Recording.class,
                                RecordHousehold.class,
                                (form, _) ->
                                        form.sealed(
                                                vault,
                                                village(
                                                        regions,
                                                        successions,
                                                        groups,
                                                        form.region())))
                        .sealing(
                                "members.identityNumber",
                                "members.phone",
                                "members.cardNumber",
                                "members.disabilityCertificate"),
                Endpoint.post("/households/{householdId}/survey", SurveyHousehold.class),
                Endpoint.post(
                        "/households/{householdId}/assessment",
                        StepByVote.Asked.class,
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
                                        lineOfSurvey(
                                                asked.householdId(),
                                                asked.approvedOn(),
                                                asked.standard()),
                                        round(asked.roundId(), asked.roundRule()),
                                        screenings.of(asked.householdId(), asked.approvedOn()))),
                Endpoint.post("/households/{householdId}/rejection", RejectHousehold.class),
                Endpoint.post(
                                "/households/{householdId}/withdrawal",
                                WithdrawalForm.class,
                                WithdrawApplication.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("signedByIdentityNumber"));
    }

    @Bean
    Endpoints onTheRegister(RuleBook rules) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/helper",
                        AssignHelper.Asked.class,
                        AssignHelper.class,
                        (asked, _) ->
                                new AssignHelper(
                                        asked,
                                        rule(
                                                rules,
                                                RuleCode.HELPER_HOUSEHOLDS_MAX,
                                                asked.householdId(),
                                                asked.assignedOn()))),
                Endpoint.post(
                        "/households/{householdId}/removal",
                        RemoveHousehold.Asked.class,
                        RemoveHousehold.class,
                        (asked, _) ->
                                new RemoveHousehold(
                                        asked, round(asked.roundId(), asked.roundRule()))));
    }

    @Bean
    Endpoints exitAndRelapse(
            RuleBook rules, Vault vault, Screenings screenings, Assessments assessments) {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/exit-proposal", ProposeExit.class),
                Endpoint.post("/households/{householdId}/exit-withdrawal", WithdrawExit.class),
                Endpoint.post(
                        "/households/{householdId}/exit-assessment",
                        StepByVote.Asked.class,
                        AssessExit.class,
                        (asked, _) ->
                                new AssessExit(
                                        asked,
                                        assessments.find(
                                                asked.assessmentId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/exit-verification",
                        VerifyExit.Asked.class,
                        VerifyExit.class,
                        (asked, _) ->
                                new VerifyExit(
                                        asked,
                                        line(
                                                asked.householdId(),
                                                asked.incomeYear(),
                                                asked.verifiedOn()),
                                        rule(
                                                rules,
                                                RuleCode.EXIT_VERIFIERS_MIN,
                                                asked.householdId(),
                                                asked.verifiedOn()),
                                        rule(
                                                rules,
                                                RuleCode.EXIT_ASSESSMENT_REQUIRED,
                                                asked.householdId(),
                                                asked.verifiedOn()))),
                Endpoint.post(
                                "/households/{householdId}/exit-agreement",
                                SigningForm.class,
                                AgreeToExit.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("signedByIdentityNumber"),
                Endpoint.post(
                        "/households/{householdId}/exit",
                        ExitHousehold.Asked.class,
                        ExitHousehold.class,
                        (asked, _) ->
                                new ExitHousehold(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()),
                                        rule(
                                                rules,
                                                RuleCode.NO_EXIT_IN_YEAR_OF_IDENTIFICATION,
                                                asked.householdId(),
                                                asked.exitedOn()))),
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
                                        notices.last(
                                                NoticeKind.SECOND,
                                                asked.householdId(),
                                                asked.relapsedOn()),
                                        line(
                                                asked.householdId(),
                                                asked.incomeYear(),
                                                asked.relapsedOn()),
                                        screenings.of(asked.householdId(), asked.relapsedOn()),
                                        rule(
                                                rules,
                                                RuleCode.RELAPSE_PROCEDURE_REQUIRED,
                                                asked.householdId(),
                                                asked.relapsedOn()),
                                        round(asked.roundId(), asked.roundRule()))),
                Endpoint.post("/households/{householdId}/relapse-proposal", ProposeRelapse.class),
                Endpoint.post(
                        "/households/{householdId}/relapse-withdrawal", WithdrawRelapse.class),
                Endpoint.post(
                        "/households/{householdId}/relapse-assessment",
                        StepByVote.Asked.class,
                        AssessRelapse.class,
                        (asked, _) ->
                                new AssessRelapse(
                                        asked,
                                        assessments.find(
                                                asked.assessmentId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/relapse-review",
                        ReviewRelapse.Asked.class,
                        ReviewRelapse.class,
                        (asked, _) ->
                                new ReviewRelapse(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()))));
    }

    @Bean
    Endpoints householdFile(Items items, Measures kinds) {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/income", RecordIncome.class),
                Endpoint.post("/households/{householdId}/visit", VisitHousehold.class),
                Endpoint.post(
                        "/households/{householdId}/plan",
                        AdoptPlan.class,
                        AdoptPlan.class,
                        (asked, _) -> {
                            for (var kind : asked.measures()) {
                                kind("measures", kind, asked.householdId(), asked.on(), kinds);
                            }
                            return asked;
                        }),
                Endpoint.post("/households/{householdId}/planned-measure", DoPlannedMeasure.class),
                Endpoint.post(
                        "/households/{householdId}/measure",
                        AssignMeasure.class,
                        AssignMeasure.class,
                        (asked, _) -> {
                            kind(
                                    "measure",
                                    asked.measure(),
                                    asked.householdId(),
                                    asked.on(),
                                    kinds);
                            return asked;
                        }),
                Endpoint.post("/households/{householdId}/exit-plan", PlanExit.class),
                Endpoint.post("/households/{householdId}/exit-plan-dropping", DropExitPlan.class),
                Endpoint.post(
                        "/households/{householdId}/reverification",
                        ReverifyHousehold.Asked.class,
                        ReverifyHousehold.class,
                        (asked, _) -> new ReverifyHousehold(asked, round(asked.roundId(), null))),
                Endpoint.post(
                        "/households/{householdId}/exclusion-clearance",
                        ClearExclusion.class,
                        ClearExclusion.class,
                        (asked, _) -> {
                            var place = places.of(asked.householdId(), asked.clearedOn());
                            if (place != null) {
                                items.check(
                                        "item", asked.item(), place.region(), asked.clearedOn());
                            }
                            return asked;
                        }));
    }

    /** By the list of the place where the household lay that day. */
    private void kind(String field, String code, String householdId, LocalDate on, Measures kinds) {
        var place = places.of(householdId, on);
        if (place != null) kinds.check(field, code, place.region(), on);
    }

    @Bean
    Endpoints members(RuleBook rules, Vault vault, OtherHouseholds others, MembersNow members) {
        return Endpoints.of(
                Endpoint.post(
                                "/households/{householdId}/member-joining",
                                MemberForms.Joining.class,
                                JoinHousehold.class,
                                (form, _) ->
                                        form.sealed(
                                                vault,
                                                others,
                                                members,
                                                rule(
                                                        rules,
                                                        RuleCode.BIRTH_JOINS_WITHIN_DAYS,
                                                        form.householdId(),
                                                        form.joinedOn())))
                        .sealing(
                                "member.identityNumber",
                                "member.phone",
                                "member.cardNumber",
                                "member.disabilityCertificate"),
                Endpoint.post(
                                "/households/{householdId}/member-leaving",
                                MemberForms.Leaving.class,
                                LeaveHousehold.class,
                                (form, _) -> form.resolved(vault, others))
                        .sealing("identityNumber", "newHeadIdentityNumber"),
                Endpoint.post(
                                "/households/{householdId}/head-change",
                                MemberForms.HeadChanging.class,
                                ChangeHead.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("newHeadIdentityNumber", "relations.identityNumber"),
                Endpoint.post("/households/{householdId}/dissolution", DissolveHousehold.class));
    }

    @Bean
    Endpoints monitoring(RuleBook rules, Vault vault, Assessments assessments) {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/monitoring-clue", RaiseClue.class),
                Endpoint.post(
                                "/households/{householdId}/monitoring-check",
                                CheckForm.class,
                                CheckRisk.class,
                                (form, _) ->
                                        form.resolved(
                                                vault,
                                                line(
                                                        form.householdId(),
                                                        form.incomeYear(),
                                                        form.checkedOn()),
                                                rule(
                                                        rules,
                                                        RuleCode.MONITORING_RANGE_PERCENT,
                                                        form.householdId(),
                                                        form.checkedOn())))
                        .sealing("authorisationSignedByIdentityNumber"),
                Endpoint.post(
                        "/households/{householdId}/monitoring-assessment",
                        StepByVote.Asked.class,
                        AssessMonitoring.class,
                        (asked, _) ->
                                new AssessMonitoring(
                                        asked,
                                        assessments.find(
                                                asked.assessmentId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/monitoring",
                        ConfirmMonitoring.Asked.class,
                        ConfirmMonitoring.class,
                        (asked, _) ->
                                new ConfirmMonitoring(
                                        asked,
                                        notices.find(asked.noticeId(), asked.householdId()),
                                        rule(
                                                rules,
                                                RuleCode.MONITORING_DAYS_MAX,
                                                asked.householdId(),
                                                asked.confirmedOn()),
                                        rule(
                                                rules,
                                                RuleCode.MONITORING_ASSESSMENT_REQUIRED,
                                                asked.householdId(),
                                                asked.confirmedOn()))),
                Endpoint.post("/households/{householdId}/monitoring-dismissal", DismissClue.class),
                Endpoint.post(
                        "/households/{householdId}/risk-elimination",
                        EliminateRisk.Asked.class,
                        EliminateRisk.class,
                        (asked, _) ->
                                new EliminateRisk(
                                        asked,
                                        line(
                                                asked.householdId(),
                                                asked.incomeYear(),
                                                asked.eliminatedOn()),
                                        rule(
                                                rules,
                                                RuleCode.MONITORING_RANGE_PERCENT,
                                                asked.householdId(),
                                                asked.eliminatedOn()))));
    }

    @Bean
    Endpoints corrections(
            Vault vault, KnownPersons persons, RecordedMembers members, RecordedDays days) {
        return Endpoints.of(
                Endpoint.post(
                                "/households/{householdId}/member-correction",
                                MemberCorrectionForm.class,
                                CorrectMembers.class,
                                (form, _) -> form.sealed(vault, persons, members))
                        .sealing(
                                "identityNumber",
                                "newIdentityNumber",
                                "corrections.identityNumber",
                                "corrections.newIdentityNumber"),
                Endpoint.post(
                        "/households/{householdId}/exit-revocation",
                        RevokeExit.Asked.class,
                        RevokeExit.class,
                        (asked, _) ->
                                new RevokeExit(
                                        asked,
                                        round(asked.roundId(), asked.roundRule()),
                                        events.lastEnteredBy(
                                                asked.householdId(), HouseholdExited.class))),
                Endpoint.post(
                        "/households/{householdId}/relapse-revocation",
                        RevokeRelapse.Asked.class,
                        RevokeRelapse.class,
                        (asked, _) ->
                                new RevokeRelapse(asked, events.lastRelapse(asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/monitoring-revocation",
                        RevokeMonitoring.Asked.class,
                        RevokeMonitoring.class,
                        (asked, _) ->
                                new RevokeMonitoring(
                                        asked, events.lastMonitoring(asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/end-revocation",
                        RevokeEnd.Asked.class,
                        RevokeEnd.class,
                        (asked, _) ->
                                new RevokeEnd(
                                        asked,
                                        events.lastEnteredBy(
                                                asked.householdId(),
                                                HouseholdRemoved.class,
                                                HouseholdDissolved.class))),
                Endpoint.post(
                        "/households/{householdId}/member-day-correction",
                        CorrectMemberDay.Asked.class,
                        CorrectMemberDay.class,
                        (asked, _) ->
                                new CorrectMemberDay(
                                        asked,
                                        events.find(asked.correctsEventId(), asked.householdId()),
                                        days.of(asked.correctsEventId(), asked.householdId()))),
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
                                        events.find(asked.correctsEventId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/entry-correction",
                        TakingBack.class,
                        TakeBackEntry.class,
                        (asked, _) -> {
                            var wrong = wrong(asked);
                            return new TakeBackEntry(
                                    asked,
                                    wrong,
                                    wrong instanceof PlanAdopted plan
                                            ? events.plansEqualTo(plan, asked.correctsEventId())
                                            : List.of());
                        }),
                Endpoint.post(
                        "/households/{householdId}/exclusion-clearance-correction",
                        TakingBack.class,
                        TakeBackClearance.class,
                        (asked, _) -> new TakeBackClearance(asked, wrong(asked))),
                Endpoint.post(
                        "/households/{householdId}/number-correction",
                        CorrectHouseholdNumber.Asked.class,
                        CorrectHouseholdNumber.class,
                        (asked, _) ->
                                new CorrectHouseholdNumber(
                                        asked,
                                        events.find(asked.correctsEventId(), asked.householdId()),
                                        events.isOfTheNumberItHas(
                                                asked.correctsEventId(), asked.householdId()))),
                Endpoint.post(
                        "/households/{householdId}/relapse-income-correction",
                        CorrectRelapseIncome.Asked.class,
                        CorrectRelapseIncome.class,
                        (asked, _) -> {
                            var corrected =
                                    events.find(asked.correctsEventId(), asked.householdId());
                            var relapsedOn = corrected == null ? null : corrected.relapsedOn();
                            return new CorrectRelapseIncome(
                                    asked,
                                    corrected,
                                    relapsedOn == null
                                            ? null
                                            : line(
                                                    asked.householdId(),
                                                    asked.incomeYear(),
                                                    relapsedOn));
                        }));
    }

    @Bean
    static ConstraintReasons householdGuards() {
        return ConstraintReasons.of(
                Map.of(
                        OneActiveHouseholdPerPerson.CONSTRAINT,
                        HouseholdReason.PERSON_IN_ANOTHER_HOUSEHOLD,
                        PlacesWithinQuota.CONSTRAINT,
                        HouseholdReason.QUOTA_EXCEEDED,
                        HouseholdNumbers.CONSTRAINT,
                        HouseholdReason.HOUSEHOLD_NUMBER_TAKEN));
    }

    private @Nullable HouseholdEvent wrong(TakingBack asked) {
        return events.event(asked.correctsEventId(), asked.householdId());
    }

    private @Nullable KnownRound round(@Nullable String roundId, @Nullable String rule) {
        return roundId == null ? null : rounds.find(roundId, rule);
    }

    private @Nullable KnownLine lineOfSurvey(String householdId, LocalDate on, Standard standard) {
        var place = places.of(householdId, on);
        return place == null || place.incomeYear() == null
                ? null
                : lines.of(place.region(), place.incomeYear(), standard.whoseLine());
    }

    /** Of the standard it was registered by as of that day; of one that never was, the nearest. */
    private @Nullable KnownLine line(String householdId, int year, LocalDate on) {
        var place = places.of(householdId, on);
        var standard = events.standardOn(householdId, on);
        return place == null
                ? null
                : lines.of(place.region(), year, Identification.whoseLine(standard));
    }

    private @Nullable Integer rule(
            RuleBook rules, RuleCode code, String householdId, LocalDate on) {
        var place = places.of(householdId, on);
        return place == null ? null : rules.valueOf(code, place.region(), on);
    }

    /** Of a household that nobody put on file there is none; its stream will not be found. */
    private Village villageOf(
            Regions regions,
            Successions successions,
            VillageGroups groups,
            String householdId,
            LocalDate on) {
        var place = places.of(householdId, on);
        return place == null
                ? new Village(null, null, List.of())
                : village(regions, successions, groups, place.region());
    }

    private static @Nullable BatchThere batch(
            Batches batches, Successions successions, @Nullable String batchId) {
        var batch = batchId == null ? null : batches.find(batchId);
        return batch == null ? null : new BatchThere(batch, successions.lineage());
    }

    static Village village(
            Regions regions, Successions successions, VillageGroups groups, String region) {
        return new Village(
                regions.villageListedOn(region), successions.endOf(region), groups.of(region));
    }
}
