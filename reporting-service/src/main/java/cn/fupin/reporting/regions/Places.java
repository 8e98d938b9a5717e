package cn.fupin.reporting.regions;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.TakenBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Regions as last listed, and what became of them, within the caller's snapshot. */
public final class Places {
    private final JdbcClient db;

    public Places(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param villageType VILLAGE_COMMITTEE, RESIDENTS_COMMITTEE, SERVICE_CENTRE; null for a village
     *     as most are, and above villages
     * @param sample a stand-in code for a place whose name the source masks
     * @param divisionsOf the date of the national list of divisions
     * @param ended null while it is a division
     * @param cameFrom the divisions it followed
     */
    public record Place(
            String code,
            String name,
            String level,
            @Nullable String villageType,
            @Nullable String parent,
            @Nullable String parentName,
            boolean official,
            boolean sample,
            @Nullable String divisionsOf,
            @Nullable Ended ended,
            List<Named> cameFrom) {

        /**
         * What kind of place it is, in a word; empty for a village as most are and for the rest.
         */
        public String kind() {
            return switch (villageType == null ? "" : villageType) {
                case "RESIDENTS_COMMITTEE" -> "居委会";
                case "SERVICE_CENTRE" -> "管理服务中心";
                default -> "";
            };
        }

        public boolean isVillage() {
            return level.equals("VILLAGE");
        }
    }

    /** {@code successors} is empty when none is known. */
    public record Ended(
            LocalDate on,
            @Nullable String documentNo,
            boolean assumed,
            List<Named> successors,
            boolean noSuccessor) {}

    /** {@code name} is the code where nobody listed it. */
    public record Named(String code, String name) {}

    private static final String LISTED =
            """
            with listed as (
                select distinct on (l.region) l.region, coalesce(n.name, l.name) as name, l.level, l.village_type, l.parent,
                    l.official, l.sample, l.divisions_of
                from listed_regions l
                left join lateral (
                    select n.name from region_names n
                    where n.region = l.region and n.position <= :household and {n stands}
                      and (n.effective_on, n.sequence) > (l.effective_on, l.sequence)
                    order by n.effective_on desc, n.sequence desc
                    limit 1) n on true
                where l.position <= :household and {l stands}
                order by l.region, l.effective_on desc, l.sequence desc)
            select r.region, r.name, r.level, r.village_type, r.parent, p.name as parent_name, r.official, r.sample,
                r.divisions_of
            from listed r left join listed p on p.region = r.parent
            """
                    .replace("{n stands}", TakenBack.stands("n"))
                    .replace("{l stands}", TakenBack.stands("l"));

    /** Whether it, or any place within it, is listed. */
    public boolean isThere(Region region, AsOf asOf) {
        return db.sql(
                        "select exists (select from listed_regions where region like :within and position <= :household and "
                                + TakenBack.stands("listed_regions")
                                + ")")
                .paramSource(asOf.parameters().addValue("within", region.pattern()))
                .query(Boolean.class)
                .single();
    }

    /**
     * No events are no zeros: of a place nobody listed nothing is known.
     *
     * @throws NotThere where neither it nor any place within it is listed
     */
    public void require(String field, Region region, AsOf asOf) {
        if (!isThere(region, asOf)) {
            throw new NotThere(field, "没有登记这个地区", "this region is not listed");
        }
    }

    public Optional<Place> find(String code, AsOf asOf) {
        return read("where r.region = :code", code, asOf).stream().findFirst();
    }

    /** Directly under {@code parent}; null: under none that is listed. */
    public List<Place> under(@Nullable String parent, AsOf asOf) {
        return parent == null
                ? read("where p.region is null", "", asOf)
                : read("where r.parent = :code", parent, asOf);
    }

    /**
     * A villagers' group 村民小组.
     *
     * @param households how many are said to live there; null when nobody says
     * @param ended null while it is one
     */
    public record Group(
            String group,
            String name,
            @Nullable Long households,
            @Nullable LocalDate ended,
            List<String> successors) {}

    /** The groups of a village on the day, those that have ended by then too. */
    public List<Group> groups(String village, AsOf asOf) {
        return db.sql(GROUPS)
                .paramSource(asOf.parameters().addValue("village", village))
                .query((row, _) -> group(row))
                .list();
    }

    private static final String GROUPS =
            """
            with said as (
                select * from village_groups
                where region = :village and effective_on <= :effective and position <= :household)
            select distinct on (l.village_group) l.village_group, l.households,
                coalesce((
                    select r.name from said r
                    where r.village_group = l.village_group and r.step = 'RENAMED'
                    order by r.effective_on desc, r.sequence desc
                    limit 1), l.name) as name,
                e.effective_on as ended, coalesce(e.successors, '{}') as successors
            from said l
            left join said e on e.village_group = l.village_group and e.step = 'ENDED'
            where l.step = 'LISTED'
            order by l.village_group, l.effective_on desc, l.sequence desc
            """;

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getString("village_group"),
                row.getString("name"),
                row.getObject("households", Long.class),
                row.getObject("ended", LocalDate.class),
                List.of((String[]) row.getArray("successors").getArray()));
    }

    public List<Place> all(AsOf asOf) {
        return read("", "", asOf);
    }

    private List<Place> read(String where, String code, AsOf asOf) {
        var successions = successions(asOf);
        return db.sql(LISTED + where + " order by r.region")
                .paramSource(asOf.parameters().addValue("code", code))
                .query((row, _) -> place(row, successions))
                .list();
    }

    /** What ended, and what each division followed. */
    private record Successions(Map<String, Ended> ended, Map<String, List<Named>> cameFrom) {}

    private Successions successions(AsOf asOf) {
        var ended = new HashMap<String, Ended>();
        var cameFrom = new HashMap<String, List<Named>>();
        db.sql(SUCCESSIONS)
                .paramSource(asOf.parameters())
                .query((row, _) -> {
                    var old = new Named(row.getString("region"), row.getString("name"));
                    var successors = named(row);
                    for (var successor : successors) {
                        cameFrom.computeIfAbsent(successor.code(), _ -> new ArrayList<>()).add(old);
                    }
                    return ended.put(
                            old.code(),
                            new Ended(
                                    row.getObject("effective_on", LocalDate.class),
                                    row.getString("document_no"),
                                    row.getBoolean("assumed"),
                                    successors,
                                    successors.isEmpty()));
                })
                .list();
        return new Successions(ended, cameFrom);
    }

    private static final String SUCCESSIONS =
            """
            with names as (
                select distinct on (region) region, name from listed_regions
                where position <= :household and {listed}
                order by region, effective_on desc, sequence desc)
            select s.region, coalesce(l.name, s.region) as name, s.effective_on, s.document_no, s.assumed, s.successors,
                array(select coalesce(n.name, c.code)
                      from unnest(s.successors) with ordinality c (code, at)
                      left join names n on n.region = c.code
                      order by c.at) as names
            from region_successions s
            left join names l on l.region = s.region
            where s.position <= :household and {s stands}
            order by s.region, s.effective_on desc, s.sequence desc
            """
                    .replace("{listed}", TakenBack.stands("listed_regions"))
                    .replace("{s stands}", TakenBack.stands("s"));

    private static List<Named> named(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("successors").getArray();
        var names = (String[]) row.getArray("names").getArray();
        var named = new ArrayList<Named>();
        for (var i = 0; i < codes.length; i++) named.add(new Named(codes[i], names[i]));
        return named;
    }

    private static Place place(ResultSet row, Successions successions) throws SQLException {
        var code = row.getString("region");
        return new Place(
                code,
                row.getString("name"),
                row.getString("level"),
                row.getString("village_type"),
                row.getString("parent"),
                row.getString("parent_name"),
                row.getBoolean("official"),
                row.getBoolean("sample"),
                row.getString("divisions_of"),
                successions.ended().get(code),
                successions.cameFrom().getOrDefault(code, List.of()));
    }
}
