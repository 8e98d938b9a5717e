package cn.fupin.household.quota;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.quota.QuotaCommand.*;
import cn.fupin.household.quota.QuotaEvent.QuotaAdjusted;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import cn.fupin.household.region.Level;
import cn.fupin.household.region.Regions;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The county allocates and adjusts; what a township has it hands down to its villages itself. */
@Configuration(proxyBeanMethods = false)
class QuotaApi {
    private static final Pattern QUOTA = Pattern.compile("quota-(\\d{12})-(\\d{4})");

    private final Regions regions;
    private final RuleBook rules;
    private final StoredEvents events;
    private final HandedDownWithinCeiling handedDown;

    QuotaApi(
            Regions regions,
            RuleBook rules,
            StoredEvents events,
            HandedDownWithinCeiling handedDown) {
        this.regions = regions;
        this.rules = rules;
        this.events = events;
        this.handedDown = handedDown;
    }

    @Bean
    Endpoints quotaEndpoints() {
        return Endpoints.of(
                Endpoint.post(
                        "/quotas/{quotaId}/allocation",
                        Allocation.Asked.class,
                        AllocateQuota.class,
                        (asked, _) ->
                                new AllocateQuota(
                                        asked,
                                        regions.isListed(asked.region()),
                                        rise(asked.region(), asked.allocatedOn()))),
                Endpoint.post(
                        "/quotas/{quotaId}/handing-down",
                        Allocation.Asked.class,
                        HandDownQuota.class,
                        (asked, _) -> handingDown(asked)),
                Endpoint.post(
                        "/quotas/{quotaId}/adjustment",
                        Adjustment.Asked.class,
                        AdjustQuota.class,
                        (asked, _) ->
                                new AdjustQuota(
                                        asked,
                                        rise(regionOf(asked.quotaId()), asked.adjustedOn()))),
                Endpoint.post(
                        "/quotas/{quotaId}/handing-down-adjustment",
                        Adjustment.Asked.class,
                        AdjustHandedDown.class,
                        (asked, _) -> handingDownAdjustment(asked)),
                Endpoint.post(
                        "/quotas/{quotaId}/correction",
                        CorrectQuota.Asked.class,
                        CorrectQuota.class,
                        (asked, _) -> correction(asked)));
    }

    /** Of a village only: what the township itself has is not its to say. */
    private HandDownQuota handingDown(Allocation.Asked asked) {
        Level.VILLAGE.check("region", asked.region());
        return new HandDownQuota(
                asked,
                regions.isListed(asked.region()),
                rise(asked.region(), asked.allocatedOn()),
                handedDown.isAllocated(Division.lineage(asked.region()).get(1), asked.year()));
    }

    private AdjustHandedDown handingDownAdjustment(Adjustment.Asked asked) {
        var region = regionOf(asked.quotaId());
        if (region != null) Level.VILLAGE.check("quotaId", region);
        return new AdjustHandedDown(
                asked, rise(region, asked.adjustedOn()), isAbove(asked.quotaId()));
    }

    private boolean isAbove(String quotaId) {
        var quota = QUOTA.matcher(quotaId);
        return quota.matches()
                && handedDown.isAllocated(
                        Division.lineage(quota.group(1)).get(1), Integer.parseInt(quota.group(2)));
    }

    /** By the rule of the day of the amount that is corrected. */
    private CorrectQuota correction(CorrectQuota.Asked asked) {
        var region = regionOf(asked.quotaId());
        var corrected = amountOn(asked);
        return new CorrectQuota(
                asked, corrected, corrected == null ? null : rise(region, corrected));
    }

    private @Nullable LocalDate amountOn(CorrectQuota.Asked asked) {
        var stored = events.find(asked.quotaId(), asked.correctsEventId()).orElse(null);
        if (stored == null) return null;
        return switch (stored.event()) {
            case QuotaAllocated e -> e.occurredOn();
            case QuotaAdjusted e -> e.occurredOn();
            default -> null;
        };
    }

    /** None of what is no quota at all: its stream will not be found. */
    private static @Nullable String regionOf(String quotaId) {
        var quota = QUOTA.matcher(quotaId);
        return quota.matches() ? quota.group(1) : null;
    }

    private @Nullable Integer rise(@Nullable String region, LocalDate on) {
        return region == null ? null : rules.valueOf(RuleCode.QUOTA_RISE_PERCENT, region, on);
    }

    @Bean
    static ConstraintReasons quotaGuards() {
        return ConstraintReasons.of(
                Map.of(HandedDownWithinCeiling.CONSTRAINT, QuotaReason.ABOVE_THE_CEILING_OVER_IT));
    }
}
