package cn.fupin.reporting.figure;

/**
 * The SQL of the figures' lines. Every fact is taken as of {@code :effective} and as known up to
 * the position of its own service; {@code :region} is a LIKE pattern.
 */
final class FigureSql {
    private FigureSql() {}

    // What was last said of each region; where a region and a part of it both say something, only
    // the wider counts.
    static final String MEASURE =
            """
            with latest as (
                select distinct on (region) region, prefix, value, assumed, event_id, effective_on
                from region_facts
                where measure in (:measures) and region like :region
                  and effective_on <= :effective and position <= :household
                order by region, effective_on desc, sequence desc)
            select region as subject, region, value, assumed, array[event_id] as events, effective_on
            from latest part
            where not exists (
                select 1 from latest wider
                where wider.region <> part.region and part.region like wider.prefix || '%')
            """;

    // The villages of which something of the measure is said at last.
    static final String VILLAGES_WITH =
            """
            with latest as (
                select distinct on (region) region, prefix, value, assumed, event_id, effective_on
                from region_facts
                where measure = :measure and region like :region
                  and effective_on <= :effective and position <= :household
                order by region, effective_on desc, sequence desc)
            select region as subject, region, 1::numeric as value, assumed, array[event_id] as events, effective_on
            from latest
            where value > 0 and prefix = region
            """;

    static final String LISTED_VILLAGES =
            """
            select distinct on (region)
                region as subject, region, 1::numeric as value, false as assumed,
                array[event_id] as events, effective_on
            from listed_regions
            where level = 'VILLAGE' and region like :region
              and effective_on <= :effective and position <= :household
            order by region, effective_on, sequence
            """;

    static final String POOR_VILLAGES =
            """
            select distinct on (region)
                region as subject, region, 1::numeric as value, assumed,
                array[event_id] as events, effective_on
            from poor_villages
            where region like :region and effective_on <= :effective and position <= :household
            order by region, effective_on, sequence
            """;

    private static final String HELD =
            """
            select region as subject, region, %s::numeric as value, assumed,
                array[event_id] as events, effective_on
            from held
            where what = :what and region like :region
              and effective_on <= :effective and position <= :household
            """;

    static final String HELD_TIMES = HELD.formatted("1");
    static final String HELD_CLASSES = HELD.formatted("classes");
    static final String HELD_PERSON_TIMES = HELD.formatted("person_times");

    // Whoever was ever registered, once, whatever came after.
    private static final String IDENTIFIED =
            """
            select distinct on (household_id)
                household_id as subject, region, %s::numeric as value, assumed,
                array[event_id] as events, effective_on
            from household_states
            where state = 'REGISTERED' and region like :region
              and effective_on <= :effective and position <= :household
            order by household_id, effective_on, sequence
            """;

    static final String IDENTIFIED_HOUSEHOLDS = IDENTIFIED.formatted("1");
    static final String IDENTIFIED_PERSONS = IDENTIFIED.formatted("persons");

    private static final String MOVED =
            """
            select household_id as subject, region, %s::numeric as value, assumed,
                array[event_id] as events, effective_on
            from household_states
            where state = :state and region like :region
              and effective_on <= :effective and position <= :household
            """;

    static final String MOVED_HOUSEHOLDS = MOVED.formatted("1");
    static final String MOVED_PERSONS = MOVED.formatted("persons");

    // Whoever's latest fact is a registration or a relapse. The region is looked at after the fold:
    // a household that
    // has moved away is in the register of where it is now.
    private static final String REGISTERED =
            """
            with here as (
                select distinct household_id from household_states where region like :region),
            latest as (
                select distinct on (s.household_id) s.*
                from household_states s join here using (household_id)
                where s.effective_on <= :effective and s.position <= :household
                order by s.household_id, s.effective_on desc, s.sequence desc)
            select household_id as subject, region, %s::numeric as value, assumed,
                array[event_id] as events, effective_on
            from latest
            where state in ('REGISTERED', 'RELAPSED') and region like :region
            """;

    static final String REGISTERED_HOUSEHOLDS = REGISTERED.formatted("1");
    static final String REGISTERED_PERSONS = REGISTERED.formatted("persons");

    // The line by which the last household was let in: with no registration there is none to speak
    // of.
    static final String POVERTY_LINE =
            """
            select s.poverty_line_id as subject, s.region, coalesce(p.line_fen, s.line_fen)::numeric as value,
                false as assumed, array_remove(array[p.event_id, s.event_id], null) as events, s.effective_on
            from (
                select * from household_states
                where state in ('REGISTERED', 'RELAPSED') and region like :region and line_fen is not null
                  and effective_on <= :effective and position <= :household
                order by effective_on desc, position desc
                limit 1) s
            left join lateral (
                select event_id, line_fen from poverty_lines
                where poverty_line_id = s.poverty_line_id and position <= :household
                order by effective_on desc, sequence desc
                limit 1) p on true
            """;

    // The quota of the latest year that has begun, of the widest region that has one.
    static final String QUOTA =
            """
            with said as (
                select distinct on (region, year) *
                from quotas
                where region like :region and year <= extract(year from cast(:effective as date))
                  and effective_on <= :effective and position <= :household
                order by region, year, effective_on desc, sequence desc),
            latest as (
                select distinct on (region) * from said order by region, year desc)
            select region as subject, region, persons::numeric as value, assumed,
                array[event_id] as events, effective_on
            from latest part
            where not exists (
                select 1 from latest wider
                where wider.region <> part.region and part.region like wider.prefix || '%')
            """;

    private static final String OF_KIND =
            """
            join projects_proposed p on p.project_id = x.project_id and p.kind = :kind
              and p.effective_on <= :effective and p.position <= :project
            """;

    // Committed, which is neither granted nor paid.
    static final String COMMITTED =
            """
            select x.commitment_id as subject, x.region, x.amount_fen::numeric as value,
                x.assumed or p.assumed as assumed, array[x.event_id, p.event_id] as events, x.effective_on
            from commitments x
            """
                    + OF_KIND
                    + """
                    where x.region like :region and x.effective_on <= :effective and x.position <= :funding
                    """;

    private static final String SERVED =
            """
            select x.region as subject, x.region, %s::numeric as value, bool_or(x.assumed) as assumed,
                array_agg(distinct x.event_id) as events, min(x.effective_on) as effective_on
            from project_served x
            """
                    + OF_KIND
                    + """
                    where x.region like :region and x.effective_on <= :effective and x.position <= :project
                    group by x.region
                    """;

    static final String SERVED_VILLAGES = SERVED.formatted("1");
    static final String SERVED_GROUPS = SERVED.formatted("sum(x.groups)");

    static final String BUILT =
            """
            select x.project_id as subject, p.region, sum(x.quantity) as value, bool_or(x.assumed) as assumed,
                array_agg(distinct x.event_id) as events, min(x.effective_on) as effective_on
            from project_outputs x
            """
                    + OF_KIND
                    + """
                    where p.region like :region and x.measure in (:measures)
                      and x.effective_on <= :effective and x.position <= :project
                    group by x.project_id, p.region
                    """;

    // What has left the commitments for good, by the books: a return takes it back. It is assumed
    // if
    // the request is, or a step that moved the money.
    static final String PAID =
            """
            select x.stream_id as subject, x.region, sum(x.amount_fen)::numeric as value,
                coalesce(bool_or(r.assumed), false) or coalesce(bool_or(s.assumed), false) as assumed,
                array_agg(distinct x.event_id) as events, min(x.effective_on) as effective_on
            from postings x
            left join payments r on r.payment_id = x.stream_id and r.position <= :funding
            left join payment_steps s on s.event_id = x.event_id
            where x.account like 'paid:%' and x.region like :region
              and x.effective_on <= :effective and x.position <= :funding
            group by x.stream_id, x.region
            """;
}
