package cn.fupin.household.region;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.region.PlaceCommand.CorrectPoorVillageFigures.Stated;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was stated when a village was identified, or exited: read from the store itself. */
@Component
class VillageSteps {
    private final JdbcClient db;

    VillageSteps(JdbcClient db) {
        this.db = db;
    }

    /** Null when the place has no such event, or it is neither of both. */
    @Nullable Stated find(String eventId, String streamId) {
        return db.sql(
                        """
                        select payload_type, payload from events
                        where event_id = ? and stream_id = ?
                          and payload_type in ('PoorVillageIdentified', 'PoorVillageExited')
                        """)
                .params(eventId, streamId)
                .query(VillageSteps::stated)
                .optional()
                .orElse(null);
    }

    private static Stated stated(ResultSet row, int number) throws SQLException {
        var payload = EventJson.MAPPER.readTree(row.getBytes("payload"));
        if (row.getString("payload_type").equals("PoorVillageIdentified")) {
            var identified = EventJson.MAPPER.treeToValue(payload, PoorVillageIdentified.class);
            return new Stated(
                    VillageStep.IDENTIFICATION, identified.occurredOn(), identified.criteria());
        }
        return new Stated(
                VillageStep.EXIT, LocalDate.parse(payload.path("occurredOn").stringValue()), null);
    }
}
