package cn.fupin.household.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.DescriptionCommand.*;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.povertyline.PovertyLines;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registration form says, as it comes to be known. */
@Configuration(proxyBeanMethods = false)
class DescriptionApi {
    @Bean
    Endpoints descriptions(
            Vault vault,
            RecordedMembers members,
            RecordedEvents events,
            HouseholdPlaces places,
            PovertyLines lines) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/reclassification",
                        ReclassifyHousehold.Asked.class,
                        ReclassifyHousehold.class,
                        (asked, _) ->
                                new ReclassifyHousehold(
                                        asked,
                                        asked.standard() == null
                                                ? null
                                                : line(
                                                        places.of(
                                                                asked.householdId(),
                                                                asked.reclassifiedOn()),
                                                        events.incomeYearOfEntry(
                                                                asked.householdId(),
                                                                asked.reclassifiedOn()),
                                                        asked.standard(),
                                                        lines))),
                Endpoint.post("/households/{householdId}/description", DescribeHousehold.class),
                Endpoint.post("/households/{householdId}/number", NumberHousehold.class),
                Endpoint.post(
                                "/households/{householdId}/member-description",
                                PersonForms.Describing.class,
                                DescribeMember.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("identityNumber", "phone", "cardNumber", "disabilityCertificate"),
                Endpoint.post(
                                "/households/{householdId}/member-identification",
                                PersonForms.Identifying.class,
                                IdentifyMember.class,
                                (form, _) ->
                                        form.sealed(
                                                vault,
                                                members.of(form.householdId())
                                                        .get(form.personId())))
                        .sealing("identityNumber", "phone", "cardNumber"));
    }

    private static @Nullable KnownLine line(
            HouseholdPlaces.@Nullable Place place,
            @Nullable Integer year,
            Standard standard,
            PovertyLines lines) {
        return place == null || year == null
                ? null
                : lines.of(place.region(), year, standard.whoseLine());
    }
}
