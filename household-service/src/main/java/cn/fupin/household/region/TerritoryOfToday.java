package cn.fupin.household.region;

import cn.fupin.backbone.command.Access;
import cn.fupin.household.division.Division;
import org.springframework.stereotype.Component;

/**
 * A clerk's territory by today's lineage: what an abolished township was belongs to whoever has its
 * villages now, and stays open to the region whose code it bears.
 */
@Component
class TerritoryOfToday implements Access.Territory {
    private final Successions successions;

    TerritoryOfToday(Successions successions) {
        this.successions = successions;
    }

    @Override
    public boolean covers(String actorsRegion, String region) {
        return successions.firstOf(
                        region, code -> Division.isWithin(code, actorsRegion) ? code : null)
                != null;
    }
}
