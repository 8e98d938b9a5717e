package cn.fupin.reporting.regions;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.backbone.projection.ProjectionReader;
import org.springframework.stereotype.Component;

/** Which region lies in which, by all that is told of successions until now. */
@Component
class TerritoryOfToday implements Access.Territory {
    private final Access.Territory territory;

    TerritoryOfToday(ProjectionReader reader) {
        territory = Access.Territory.ofToday(() -> lineage(reader));
    }

    private static Lineage lineage(ProjectionReader reader) {
        return Lineage.of(
                reader.read(db ->
                        db.sql(
                                        """
                                        select region, effective_on, successors
                                        from region_successions s
                                        where not exists (
                                            select 1 from facts_taken_back wrong
                                            where wrong.corrects_event_id = s.event_id)
                                        order by region, effective_on, sequence
                                        """)
                                .query(Succession::of)
                                .list()));
    }

    @Override
    public boolean covers(String actorsRegion, String region) {
        return territory.covers(actorsRegion, region);
    }
}
