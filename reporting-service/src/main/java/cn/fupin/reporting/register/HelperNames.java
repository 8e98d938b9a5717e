package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.regions.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What helpers, first secretaries and team members are called on a day: the masked name where the
 * register was told one, and the unit as last said.
 */
public final class HelperNames {
    /**
     * @param name a surname with stars; null where nobody named the id
     * @param unit as last said by a naming or an assignment; null where neither says one
     * @param post 职务
     * @param personId whose name and phone household-service reveals with a reason
     * @param said the unit as the naming says it; null where nobody named the id
     */
    public record Named(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String post,
            @Nullable String personId,
            @Nullable Said said) {
        /**
         * The unit of a household's helper on a day: of its assignment and the naming the later, as
         * {@link HelperNames#unit(String, String)}.
         */
        public String unit(String assigned, LocalDate assignedOn, LocalDate day) {
            return said == null || said.on().isBefore(assignedOn) || said.on().isAfter(day)
                    ? assigned
                    : said.unit();
        }

        /** Name and unit, as far as they are known. */
        public String label() {
            return Stream.of(name, unit).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }
    }

    /** A unit and the day from which it is said. */
    public record Said(String unit, LocalDate on) {}

    /** SQL: of an assignment and of the latest naming, both perhaps null, the later unit. */
    public static String unit(String assignment, String naming) {
        return """
        case when %1$s.helper_unit is null or %2$s.effective_on >= %1$s.effective_on then %2$s.unit
             else %1$s.helper_unit end
        """
                .formatted(assignment, naming)
                .strip();
    }

    private static final String NAMED =
            """
            select h.id, n.name, n.person_id, n.post, n.unit as said, n.effective_on as said_on,
                %s as unit
            from unnest(:ids) h (id)
            left join lateral (
                select u.helper_unit, u.effective_on from household_helpers u
                where u.helper_id = h.id and u.helper_unit is not null
                  and u.effective_on <= :effective and u.position <= :household
                order by u.effective_on desc, u.position desc
                limit 1) u on true
            left join lateral (
                select %s as name, n.person_id, n.unit, n.post, n.effective_on from helper_names n
                where n.helper_id = h.id and n.effective_on <= :effective and n.position <= :household
                order by n.effective_on desc, n.sequence desc
                limit 1) n on true
            """
                    .formatted(unit("u", "n"), Erasure.nameOfId("n"));

    // Ids are the whole country's: of those called so, only who helped in the place is of interest.
    private static final String CALLED =
            """
            select n.helper_id from helper_names n
            where ((n.masked_name like :pattern and not %s) or n.unit like :unit)
              and n.effective_on <= :effective and n.position <= :household
              and not exists (
                select 1 from helper_names x
                where x.helper_id = n.helper_id and x.effective_on <= :effective and x.position <= :household
                  and (x.effective_on, x.sequence) > (n.effective_on, n.sequence))
              and exists (
                select 1 from household_helpers h
                where h.helper_id = n.helper_id and ({in h.region} or exists (
                    select 1 from household_moves m
                    where m.household_id = h.household_id and {in m.region})))
            """
                    .formatted(Erasure.ofId("n.person_id"));

    private HelperNames() {}

    /** By id; of whom nothing is known there is none. */
    public static Map<String, Named> of(Collection<String> ids, AsOf asOf, JdbcClient db) {
        var named = new HashMap<String, Named>();
        if (ids.isEmpty()) return named;
        db.sql(NAMED)
                .paramSource(
                        asOf.parameters()
                                .addValue("ids", ids.stream().distinct().toArray(String[]::new)))
                .query(HelperNames::named)
                .list()
                .forEach(each -> {
                    if (!each.label().isEmpty()) named.put(each.id(), each);
                });
        return named;
    }

    /** {@link Named#label} by id. */
    public static Map<String, String> labels(Collection<String> ids, AsOf asOf, JdbcClient db) {
        var labels = new HashMap<String, String>();
        of(ids, asOf, db).forEach((id, each) -> labels.put(id, each.label()));
        return labels;
    }

    /**
     * The ids of those who help, or helped, in the place and are called so, or whose unit is, on
     * the day.
     *
     * @param pattern of a masked name, in SQL's words
     * @param unit of the name of a unit, in the same
     */
    public static List<String> called(
            String pattern, String unit, Scope scope, AsOf asOf, JdbcClient db) {
        return db.sql(scope.sql(CALLED))
                .paramSource(
                        scope.addTo(asOf.parameters())
                                .addValue("pattern", pattern)
                                .addValue("unit", unit))
                .query(String.class)
                .list();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        var said = row.getString("said");
        return new Named(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("post"),
                row.getString("person_id"),
                said == null ? null : new Said(said, row.getObject("said_on", LocalDate.class)));
    }
}
