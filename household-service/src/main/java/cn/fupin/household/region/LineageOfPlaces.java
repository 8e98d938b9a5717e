package cn.fupin.household.region;

import cn.fupin.household.evidence.Lineage;
import org.springframework.stereotype.Component;

/** For stored files: by the codes, and by what came after those that ended. */
@Component
class LineageOfPlaces implements Lineage {
    private final Regions regions;
    private final Successions successions;

    LineageOfPlaces(Regions regions, Successions successions) {
        this.regions = regions;
        this.successions = successions;
    }

    @Override
    public boolean knows(String region) {
        return regions.isListedWithin(region);
    }

    @Override
    public boolean joins(String one, String other) {
        return successions.lineage().isOneLine(one, other);
    }
}
