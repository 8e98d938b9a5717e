package cn.fupin.household.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.region.VillageGroups;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.vault.Vault;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 中止、恢复、并户、拆户更正. */
@Configuration(proxyBeanMethods = false)
class StandingApi {
    private final HouseholdPlaces places;
    private final VillageGroups groups;

    StandingApi(HouseholdPlaces places, VillageGroups groups) {
        this.places = places;
        this.groups = groups;
    }

    @Bean
    Endpoints standings(Vault vault, RecordedMembers members) {
        return Endpoints.of(
                Endpoint.post("/households/{householdId}/suspension", SuspendHousehold.class),
                Endpoint.post("/households/{householdId}/resumption", ResumeHousehold.class),
                Endpoint.post(
                                "/households/{householdId}/merger",
                                ReshapingForms.Merging.class,
                                MergeHousehold.class,
                                (form, _) -> form.resolved(vault, members.of(form.householdId())))
                        .sealing("members.identityNumber"),
                Endpoint.post(
                                "/households/{householdId}/split",
                                ReshapingForms.Splitting.class,
                                SplitHousehold.class,
                                (form, _) ->
                                        form.resolved(
                                                vault,
                                                members.of(form.householdId()),
                                                groupsWhereItLay(
                                                        form.householdId(), form.splitOn())))
                        .sealing("members.identityNumber", "newHeadIdentityNumber"));
    }

    private List<KnownGroup> groupsWhereItLay(String householdId, LocalDate day) {
        var place = places.of(householdId, day);
        return place == null ? List.of() : groups.of(place.region());
    }
}
