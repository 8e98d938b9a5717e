package cn.fupin.reporting.figure;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.register.HelperNames;
import cn.fupin.reporting.register.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names to ids, as last known; of people never more than a surname with stars. */
final class Labels {
    private Labels() {}

    static Map<String, String> of(Figure.Kind kind, List<String> ids, AsOf asOf, JdbcClient db) {
        return switch (kind) {
            case HOUSEHOLD -> look(HEADS, ids, asOf, db);
            case REGION -> ofRegions(ids, asOf, db);
            case PROJECT -> look(PROJECTS, ids, asOf, db);
            case COMMITMENT -> look(COMMITMENTS, ids, asOf, db);
            case PAYMENT -> look(PAYEES, ids, asOf, db);
            case POVERTY_LINE -> look(LINES, ids, asOf, db);
            case RULE -> look(RULES, ids, asOf, db);
            case OCCASION -> look(TITLES, ids, asOf, db);
            case COMPLAINT -> look(SUBJECTS, ids, asOf, db);
            case HELPER -> HelperNames.labels(ids, asOf, db);
            case TEAM, UNIT, SITE, DAY -> Map.of(); // known by their own names
        };
    }

    static Map<String, String> ofRegions(List<String> codes, AsOf asOf, JdbcClient db) {
        return look(REGIONS, codes, asOf, db);
    }

    private static final String HEADS =
            """
            select s.household_id as id, h.masked_name as label
            from household_states s
            cross join lateral %s h
            where s.household_id in (:ids) and s.opening and s.position <= :household
            """
                    .formatted(Register.head("s.household_id"));

    private static final String RULES =
            """
            select event_id as id, coalesce(text_source, code) as label from rules
            where event_id in (:ids) and position <= :household
            """;

    private static final String TITLES =
            """
            select event_id as id, title as label from held
            where event_id in (:ids) and title is not null and position <= :household
            union all
            select distinct event_id, sampled_by from sampled_households
            where event_id in (:ids) and position <= :household
            """;

    private static final String SUBJECTS =
            """
            select stream_id as id, subject as label from complaint_steps
            where stream_id in (:ids) and subject is not null and position <= :household
            """;

    private static final String REGIONS =
            """
            select region as id, name as label
            from (select event_id, region, name, effective_on, sequence, position from listed_regions
                  union all
                  select event_id, region, name, effective_on, sequence, position from region_names
                  where effective_on <= :effective) said
            where region in (:ids) and position <= :household and {stands}
            order by effective_on, sequence
            """
                    .replace("{stands}", TakenBack.stands("said"));

    private static final String PROJECTS =
            """
            select project_id as id, name as label from projects_proposed
            where project_id in (:ids) and position <= :project
            """;

    private static final String COMMITMENTS =
            """
            select c.commitment_id as id, p.name as label
            from commitments c join projects_proposed p using (project_id)
            where c.commitment_id in (:ids) and c.position <= :funding and p.position <= :project
            """;

    private static final String PAYEES =
            """
            select payment_id as id, coalesce(payee_name, payee_household_id, '') as label from payments
            where payment_id in (:ids) and position <= :funding
            """;

    private static final String LINES =
            """
            select poverty_line_id as id, year || ' ' || coalesce(document_no, '') as label from poverty_lines
            where poverty_line_id in (:ids) and position <= :household
            order by effective_on, sequence
            """;

    private static Map<String, String> look(
            String sql, List<String> ids, AsOf asOf, JdbcClient db) {
        var labels = new HashMap<String, String>();
        if (ids.isEmpty()) return labels;
        db.sql(sql)
                .paramSource(asOf.parameters().addValue("ids", ids.stream().distinct().toList()))
                .query((row, _) -> labels.put(row.getString("id"), row.getString("label")))
                .list();
        return labels;
    }
}
