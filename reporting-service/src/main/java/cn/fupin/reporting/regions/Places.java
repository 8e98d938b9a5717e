package cn.fupin.reporting.regions;

import cn.fupin.reporting.asof.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Regions as last listed, within the caller's snapshot. */
public final class Places {
    private final JdbcClient db;

    public Places(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param sample a stand-in code for a place whose name the source masks
     * @param divisionsOf the date of the national list of divisions
     */
    public record Place(
            String code,
            String name,
            String level,
            @Nullable String parent,
            @Nullable String parentName,
            boolean official,
            boolean sample,
            @Nullable String divisionsOf) {}

    private static final String LISTED =
            """
            with listed as (
                select distinct on (region) *
                from listed_regions
                where position <= :household
                order by region, effective_on desc, sequence desc)
            select r.region, r.name, r.level, r.parent, p.name as parent_name, r.official, r.sample, r.divisions_of
            from listed r left join listed p on p.region = r.parent
            """;

    public Optional<Place> find(String code, AsOf asOf) {
        return db.sql(LISTED + "where r.region = :code")
                .paramSource(asOf.parameters().addValue("code", code))
                .query((row, _) -> place(row))
                .optional();
    }

    /** The townships, and whatever else a text makes claims about. */
    public List<Place> withReports(AsOf asOf) {
        return db.sql(
                        LISTED
                                + """
                                where r.level = 'TOWNSHIP'
                                   or exists (select 1 from figure_claims c
                                              where c.region = r.region and c.position <= :reporting)
                                order by r.region
                                """)
                .paramSource(asOf.parameters())
                .query((row, _) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("region"),
                row.getString("name"),
                row.getString("level"),
                row.getString("parent"),
                row.getString("parent_name"),
                row.getBoolean("official"),
                row.getBoolean("sample"),
                row.getString("divisions_of"));
    }
}
