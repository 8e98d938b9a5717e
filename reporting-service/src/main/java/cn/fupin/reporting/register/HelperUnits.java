package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The units that helpers come from, as last named. A helper's own name stands in no event: the unit
 * beside the id is what a person can go by.
 */
public final class HelperUnits {
    private static final String UNITS =
            """
            select distinct on (helper_id) helper_id, helper_unit from household_helpers
            where helper_id = any(:ids) and helper_unit is not null
              and effective_on <= :effective and position <= :household
            order by helper_id, effective_on desc, position desc
            """;

    private HelperUnits() {}

    /** By helper id; of whom nobody says a unit there is none. */
    public static Map<String, String> of(Collection<String> ids, AsOf asOf, JdbcClient db) {
        var units = new HashMap<String, String>();
        if (ids.isEmpty()) return units;
        db.sql(UNITS)
                .paramSource(
                        asOf.parameters()
                                .addValue("ids", ids.stream().distinct().toArray(String[]::new)))
                .query((row, _) ->
                        units.put(row.getString("helper_id"), row.getString("helper_unit")))
                .list();
        return units;
    }
}
