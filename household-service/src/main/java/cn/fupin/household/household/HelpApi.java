package cn.fupin.household.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.BenefitLinkCommand.*;
import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.region.Regions;
import cn.fupin.household.region.Successions;
import cn.fupin.household.region.VillageGroups;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is handed to a household, checked and signed, and where it moves. */
@Configuration(proxyBeanMethods = false)
class HelpApi {
    private final HouseholdPlaces places;

    HelpApi(HouseholdPlaces places) {
        this.places = places;
    }

    @Bean
    Endpoints help(RuleBook rules, Vault vault) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/helper-release",
                        ReleaseHelper.Asked.class,
                        ReleaseHelper.class,
                        (asked, _) -> new ReleaseHelper(asked, yearsAfterExit(rules, asked))),
                Endpoint.post(
                                "/households/{householdId}/quarter-check",
                                HelpForms.QuarterForm.class,
                                CheckQuarter.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("signedByIdentityNumber"),
                Endpoint.post("/households/{householdId}/handbook", IssueHandbook.class),
                Endpoint.post("/households/{householdId}/clear-card", IssueClearCard.class),
                Endpoint.post(
                                "/households/{householdId}/result",
                                HelpForms.ResultForm.class,
                                SignResult.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("signedByIdentityNumber"));
    }

    @Bean
    Endpoints benefitLinks() {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/benefit-link", SignBenefitLink.class),
                Endpoint.post("/households/{householdId}/dividend", ReceiveDividend.class),
                Endpoint.post("/households/{householdId}/benefit-link-end", EndBenefitLink.class));
    }

    @Bean
    Endpoints moves(Regions regions, Successions successions, VillageGroups groups) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/move",
                        MoveHousehold.Asked.class,
                        MoveHousehold.class,
                        (asked, _) ->
                                new MoveHousehold(
                                        asked,
                                        HouseholdApi.village(
                                                regions, successions, groups, asked.region()),
                                        followed(successions, asked))));
    }

    private MoveHousehold.Follows followed(Successions successions, MoveHousehold.Asked asked) {
        var place = places.of(asked.householdId(), asked.movedOn());
        return place == null
                ? new MoveHousehold.Follows(null, null)
                : new MoveHousehold.Follows(
                        place.region(),
                        successions.lineage().followed(place.region(), asked.region()));
    }

    private @Nullable Integer yearsAfterExit(RuleBook rules, ReleaseHelper.Asked asked) {
        var place = places.of(asked.householdId(), asked.releasedOn());
        return place == null
                ? null
                : rules.valueOf(RuleCode.HELP_YEARS_AFTER_EXIT, place.region(), asked.releasedOn());
    }
}
