package cn.fupin.household.naming;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.naming.HelperCommand.*;
import cn.fupin.household.region.Regions;
import cn.fupin.household.vault.MaskedName;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HelperApi {
    private final Helpers helpers;
    private final Vault vault;

    HelperApi(Helpers helpers, Vault vault) {
        this.helpers = helpers;
        this.vault = vault;
    }

    @Bean
    Endpoints helperEndpoints(Regions regions) {
        return Endpoints.of(
                Endpoint.post(
                                "/helpers/{helperId}/naming",
                                HelperForms.Naming.class,
                                NameHelper.class,
                                (form, _) -> naming(regions, form))
                        .sealing("phone"),
                Endpoint.post(
                                "/helpers/{helperId}/change",
                                HelperForms.Change.class,
                                ChangeHelper.class,
                                (form, _) -> change(regions, form))
                        .sealing("phone"));
    }

    private NameHelper naming(Regions regions, HelperForms.Naming form) {
        return new NameHelper(
                form.helperId(),
                form.region(),
                regions.isListed(form.region()),
                helpers.worksElsewhere(form.helperId(), form.region()),
                sealed(
                        form.helperId(),
                        form.name(),
                        form.phone(),
                        form.unit(),
                        form.position(),
                        form.namedOn(),
                        form.assumed()),
                form.receivedAt());
    }

    private ChangeHelper change(Regions regions, HelperForms.Change form) {
        var region = form.region();
        return new ChangeHelper(
                form.helperId(),
                region,
                region == null || regions.isListed(region),
                region != null && helpers.worksElsewhere(form.helperId(), region),
                sealed(
                        form.helperId(),
                        form.name(),
                        form.phone(),
                        form.unit(),
                        form.position(),
                        form.changedOn(),
                        form.assumed()),
                form.receivedAt());
    }

    /** Under the key of the person the id means; of a new one where there is none or no more. */
    private HelperCommand.Told sealed(
            String helperId,
            String name,
            @Nullable String phone,
            String unit,
            @Nullable String position,
            LocalDate on,
            boolean assumed) {
        var data = new PersonalData(name, null, phone, null, null, null);
        var known = helpers.personOf(helperId);
        var more = known == null ? null : vault.sealMore(known, data);
        var sealed = more == null ? vault.sealWithoutNumber(data) : more;
        return new HelperCommand.Told(
                known,
                sealed.personId(),
                MaskedName.of(name),
                sealed.sealed(),
                unit,
                position,
                on,
                assumed);
    }
}
