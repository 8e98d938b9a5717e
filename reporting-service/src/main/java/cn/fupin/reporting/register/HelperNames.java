package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import java.sql.ResultSet;
import java.sql.SQLException;
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
     */
    public record Named(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String post,
            @Nullable String personId) {
        /** Name and unit, as far as they are known. */
        public String label() {
            return Stream.of(name, unit).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }
    }

    private static final String NAMED =
            """
            select h.id, n.name, n.person_id, n.post,
                case when u.helper_unit is null or n.effective_on >= u.effective_on then n.unit
                     else u.helper_unit end as unit
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
                    .formatted(Erasure.name("n.masked_name", "n.person_id"));

    private static final String CALLED =
            """
            select n.helper_id from helper_names n
            where n.masked_name like :pattern and n.effective_on <= :effective and n.position <= :household
              and not exists (
                select 1 from helper_names x
                where x.helper_id = n.helper_id and x.effective_on <= :effective and x.position <= :household
                  and (x.effective_on, x.sequence) > (n.effective_on, n.sequence))
              and not %s
            """
                    .formatted(Erasure.of("n.person_id"));

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
     * The ids of those who are called so on the day.
     *
     * @param pattern of a masked name, in SQL's words
     */
    public static List<String> called(String pattern, AsOf asOf, JdbcClient db) {
        return db.sql(CALLED)
                .paramSource(asOf.parameters().addValue("pattern", pattern))
                .query(String.class)
                .list();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        return new Named(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("post"),
                row.getString("person_id"));
    }
}
