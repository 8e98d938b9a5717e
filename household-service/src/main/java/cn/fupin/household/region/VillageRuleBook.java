package cn.fupin.household.region;

import java.time.LocalDate;

/** Asked by this package, which the rule book itself stands on: what came after a place. */
@FunctionalInterface
public interface VillageRuleBook {
    VillageRules of(String village, LocalDate on);
}
