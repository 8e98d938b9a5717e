package cn.fupin.household.quota;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a division hands down in a year, to the divisions directly below it, stays within its own
 * ceiling, whichever of them is allocated first 规模分解.
 */
@Component
class HandedDownWithinCeiling {
    static final String CONSTRAINT = "quota_handed_down_within_ceiling";

    private final JdbcClient db;

    HandedDownWithinCeiling(JdbcClient db) {
        this.db = db;
    }

    /** The row above before the own one, as everybody takes them: from the country downwards. */
    @EventHandler
    void on(QuotaAllocated e) {
        var lineage = Division.lineage(e.region());
        if (lineage.size() > 1) {
            db.sql(
                            """
                            insert into quota_handed_down (division, year, persons_below) values (?, ?, ?)
                            on conflict (division, year) do update
                            set persons_below = quota_handed_down.persons_below + excluded.persons_below
                            """)
                    .params(lineage.get(1), e.year(), e.persons())
                    .update();
        }
        db.sql(
                        """
                        insert into quota_handed_down (division, year, ceiling_persons) values (?, ?, ?)
                        on conflict (division, year) do update set ceiling_persons = excluded.ceiling_persons
                        """)
                .params(e.region(), e.year(), e.ceilingPersons())
                .update();
    }
}
