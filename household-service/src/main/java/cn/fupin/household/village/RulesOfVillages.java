package cn.fupin.household.village;

import cn.fupin.household.region.VillageRuleBook;
import cn.fupin.household.region.VillageRules;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks up what holds for a village on a day. */
@Component
class RulesOfVillages implements VillageRuleBook {
    private final RuleBook rules;

    RulesOfVillages(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public VillageRules of(String village, LocalDate on) {
        return new VillageRules(
                rules.valueOf(RuleCode.VILLAGE_INCIDENCE_PERCENT, village, on),
                rules.valueOf(RuleCode.VILLAGE_INCOME_PERCENT, village, on),
                rules.valueOf(RuleCode.VILLAGE_COLLECTIVE_INCOME_MAX, village, on),
                rules.valueOf(RuleCode.VILLAGE_EXIT_INCIDENCE_MAX_BASIS_POINTS, village, on),
                rules.valueOf(RuleCode.VILLAGE_NOTICE_DAYS, village, on),
                flag(RuleCode.VILLAGE_NOTICE_REQUIRED, village, on),
                flag(RuleCode.NOTICE_HOTLINE_REQUIRED, village, on));
    }

    private boolean flag(RuleCode code, String village, LocalDate on) {
        return Objects.equals(rules.valueOf(code, village, on), 1);
    }
}
