package cn.fupin.household.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 享受政策. */
@Configuration(proxyBeanMethods = false)
class PolicyApi {
    @Bean
    Endpoints policies(Vault vault, RecordedEvents events) {
        return Endpoints.of(
                Endpoint.post(
                                "/households/{householdId}/policy-application",
                                PolicyForms.Applying.class,
                                ApplyForPolicy.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("recipients.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/policy",
                                PolicyForms.Granting.class,
                                GrantPolicy.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("recipients.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/policy-ending",
                                PolicyForms.Ending.class,
                                EndPolicy.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("recipients.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/policy-declining",
                                PolicyForms.Declining.class,
                                DeclinePolicy.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("recipients.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/policy-application-withdrawal",
                                PolicyForms.Withdrawing.class,
                                WithdrawPolicyApplication.class,
                                (form, _) -> form.resolved(vault))
                        .sealing("recipients.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/policy-correction",
                                PolicyForms.TakingBack.class,
                                TakeBackPolicy.class,
                                (form, _) -> form.resolved(vault, events))
                        .sealing("recipients.identityNumber"));
    }
}
