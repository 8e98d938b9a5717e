package cn.fupin.household.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.DescriptionCommand.*;
import cn.fupin.household.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registration form says, as it comes to be known. */
@Configuration(proxyBeanMethods = false)
class DescriptionApi {
    @Bean
    Endpoints descriptions(Vault vault, RecordedMembers members) {
        return Endpoints.of(
                Endpoint.post(
                        "/households/{householdId}/reclassification", ReclassifyHousehold.class),
                Endpoint.post("/households/{householdId}/description", DescribeHousehold.class),
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
}
