package cn.fupin.reporting.finding;

import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.clerk.Unvisited;
import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.regions.RuleSql;
import cn.fupin.reporting.register.Register;

/**
 * The SQL of the checks, on top of {@link #BASE}. Each gives {@code household_id, region, since,
 * detail}: since when it is so, and what it is that does not fit, in figures and ids only. Those of
 * villages give no household.
 */
final class QualitySql {
    private QualitySql() {}

    private static final String LATEST_INCOME =
            """
            select distinct on (i.household_id) i.household_id, i.region, i.income_year, i.income_fen_per_head,
                {day} as effective_on
            from household_incomes i join alive using (household_id)
            where {day} <= :effective and i.position <= :household
              and not exists (
                select 1 from household_incomes n
                where n.corrects_event_id = i.event_id and n.position <= :household)
            order by i.household_id, i.income_year desc, {latest first}
            """
                    .replace("{day}", Corrections.day("i", "household_incomes"))
                    .replace("{latest first}", Corrections.latestFirst("i", "household_incomes"));

    private static final String LATEST_HELPER =
            """
            select distinct on (h.household_id) h.household_id, h.region, h.helper_id, h.effective_on
            from household_helpers h join registered using (household_id)
            where h.effective_on <= :effective and h.position <= :household
            order by h.household_id, h.effective_on desc, h.sequence desc
            """;

    /**
     * {@code standing}: where each household stands; {@code registered}: those on the register;
     * {@code present}: who is in a household that is not at its end; {@code heads}: who is the head
     * by the latest word; {@code latest_incomes}, {@code latest_helpers}: of each household. What
     * no check of a page asks for the database leaves out.
     */
    static final String BASE =
            Register.STANDING
                    + """
                    , registered as (select * from standing where state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED')),
                    alive as (select * from standing where state not in ('DISSOLVED', 'REJECTED', 'WITHDRAWN', 'REMOVED', 'MERGED')),
                    latest_persons as (
                        select distinct on (p.household_id, p.person_id) p.*
                        from household_persons p join alive using (household_id)
                        where p.effective_on <= :effective and p.position <= :household
                        order by p.household_id, p.person_id, p.effective_on desc, p.sequence desc, p.line desc),
                    present as (select * from latest_persons where step = 'IN'),
                    heads as (
                        select distinct on (h.household_id) h.household_id, h.person_id, h.effective_on
                        from household_heads h join alive using (household_id)
                        where h.effective_on <= :effective and h.position <= :household
                        order by h.household_id, h.effective_on desc, h.sequence desc),
                    latest_incomes as (%s),
                    latest_helpers as (%s)
                    """
                            .formatted(LATEST_INCOME, LATEST_HELPER);

    static final String NO_MEMBER =
            """
            select r.household_id, r.region,
                coalesce((select max(o.effective_on) from latest_persons o where o.household_id = r.household_id),
                    r.effective_on) as since,
                '' as detail
            from registered r
            where not exists (select 1 from present p where p.household_id = r.household_id)
            """;

    static final String NO_HEAD =
            """
            select a.household_id, a.region, coalesce(o.effective_on, h.effective_on, a.effective_on) as since, '' as detail
            from alive a
            left join heads h on h.household_id = a.household_id
            left join latest_persons o on o.household_id = a.household_id and o.person_id = h.person_id and o.step = 'OUT'
            where exists (select 1 from present p where p.household_id = a.household_id)
              and not exists (
                select 1 from present p where p.household_id = a.household_id and p.person_id = h.person_id)
            """;

    static final String TWO_HEADS =
            """
            select p.household_id, p.region, max(p.effective_on) as since, cast(count(*) as text) as detail
            from present p
            left join heads h on h.household_id = p.household_id
            where p.relation = 'HEAD' or p.person_id = h.person_id
            group by p.household_id, p.region
            having count(*) > 1
            """;

    // What the latest fact that says a number says, against the members of its day as far as they
    // were known when it was said: who is entered later, of an earlier day, makes no word wrong.
    static final String SIZE_DIFFERS =
            """
            select s.household_id, s.region, s.effective_on as since, s.persons || '≠' || m.members as detail
            from (
                select distinct on (p.household_id) p.household_id, p.region, p.persons, p.effective_on, p.position
                from household_procedures p join alive using (household_id)
                where p.persons is not null and p.effective_on <= :effective and p.position <= :household
                order by p.household_id, p.effective_on desc, p.sequence desc) s
            cross join lateral (
                select coalesce(sum(c.change), 0) as members from member_changes c
                where c.household_id = s.household_id and c.effective_on <= s.effective_on and c.position <= s.position) m
            where m.members <> s.persons
            """;

    static final String PERSON_TWICE =
            """
            select p.household_id, p.region, greatest(p.effective_on, o.effective_on) as since, o.household_id as detail
            from present p
            join lateral (
                select distinct on (o.household_id) o.household_id, o.step, o.effective_on
                from household_persons o
                where o.person_id = p.person_id and o.household_id <> p.household_id
                  and o.effective_on <= :effective and o.position <= :household
                order by o.household_id, o.effective_on desc, o.sequence desc, o.line desc) o on o.step = 'IN'
            where (select s.state not in ('DISSOLVED', 'REJECTED', 'WITHDRAWN', 'REMOVED', 'MERGED') from household_states s
                   where s.household_id = o.household_id and s.effective_on <= :effective and s.position <= :household
                   order by s.effective_on desc, s.sequence desc
                   limit 1)
            """;

    // Where somebody means to go is no fact: whoever has come to any other household is not lost.
    static final String MEMBER_LOST =
            """
            select p.household_id, p.region, p.effective_on as since, p.to_household_id as detail
            from latest_persons p
            where p.step = 'OUT' and p.to_household_id is not null
              and not exists (
                select 1 from household_persons i
                where i.person_id = p.person_id and i.household_id <> p.household_id and i.step = 'IN'
                  and i.effective_on >= p.effective_on and i.position <= :household)
            """;

    static final String BIRTH_YEAR_IMPLAUSIBLE =
            """
            select p.household_id, p.region, p.effective_on as since, cast(p.birth_year as text) as detail
            from present p
            where p.birth_year is not null
              and p.birth_year not between extract(year from p.effective_on) - 120 and extract(year from p.effective_on)
            """;

    static final String INCOME_NEGATIVE =
            """
            select i.household_id, i.region, i.effective_on as since, i.income_year || ':' || i.income_fen_per_head as detail
            from latest_incomes i
            where i.income_fen_per_head < 0
            """;

    // By the rule of the place; where none is enacted, ten times the line by which it was let in.
    static final String INCOME_IMPLAUSIBLE =
            """
            select i.household_id, i.region, i.effective_on as since, i.income_year || ':' || i.income_fen_per_head as detail
            from latest_incomes i
            where i.income_fen_per_head > coalesce(
                case when exists (select 1 from rules where code = 'income-per-head-max') then %s * 100 end,
                10 * (select s.line_fen from household_states s
                      where s.household_id = i.household_id and s.line_fen is not null and s.position <= :household
                      order by s.sequence desc limit 1))
            """
                    .formatted(
                            RuleSql.valueOf("income-per-head-max", "i.region", "i.effective_on"));

    static final String CAUSE_MISSING =
            """
            select r.household_id, r.region, r.effective_on as since, '' as detail
            from registered r
            where not exists (
                select 1 from household_causes c
                where c.household_id = r.household_id and c.effective_on <= :effective and c.position <= :household)
            """;

    static final String CAUSES_TOO_MANY =
            """
            select c.household_id, c.region, c.effective_on as since, cast(c.other_causes as text) as detail
            from (
                select distinct on (p.household_id) p.household_id, p.region, p.other_causes, {day} as effective_on
                from household_procedures p join registered using (household_id)
                where p.other_causes is not null and {day} <= :effective and p.position <= :household
                order by p.household_id, {latest first}) c
            where c.other_causes > 2
            """
                    .replace("{day}", Corrections.day("p", "household_procedures"))
                    .replace(
                            "{latest first}", Corrections.latestFirst("p", "household_procedures"));

    // The exit names a notice that hung for its days before it and had the household on it.
    // What was split off an exited household has no exit of its own.
    static final String EXIT_WITHOUT_NOTICE =
            """
            select s.household_id, s.region, s.effective_on as since, coalesce(p.notice_id, '') as detail
            from standing s
            left join household_procedures p on p.event_id = s.event_id
            where s.state = 'EXITED' and not s.opening and not exists (
                select 1 from notices n
                join notice_households h on h.notice_id = n.notice_id and h.household_id = s.household_id
                where n.notice_id = p.notice_id and n.kind = 'EXIT'
                  and n.effective_on + n.last_days < s.effective_on and n.position <= :household)
            """;

    static final String NO_HELPER =
            """
            select r.household_id, r.region, coalesce(h.effective_on, r.effective_on) as since, '' as detail
            from registered r
            left join latest_helpers h on h.household_id = r.household_id
            where h.helper_id is null
            """;

    // The households of the region alone are counted: a helper who helps elsewhere too has more.
    static final String HELPER_OVERLOADED =
            """
            select h.household_id, h.region, max(h.effective_on) over (partition by h.helper_id) as since,
                h.helper_id || ':' || h.households as detail
            from (select l.*, count(*) over (partition by l.helper_id) as households from latest_helpers l
                  where l.helper_id is not null) h
            join (select v.region, %s as most from (select distinct region from latest_helpers) v) r
              on r.region = h.region
            where h.households > r.most
            """
                    .formatted(RuleSql.valueOf("helper-households-max", "v.region", ":effective"));

    /** Of the last month that is over: {@link Month}. */
    static final String NOT_VISITED =
            """
            select d.household_id, d.region, cast(:from as date) as since, d.helper_id as detail
            from (%s) d
            """
                    .formatted(Unvisited.SQL);

    // What came back in whole has reached nobody.
    private static final String NOT_RETURNED =
            """
            p.amount_fen > (
                select coalesce(sum(x.returned_fen), 0) from payment_steps x
                where x.payment_id = p.payment_id and x.step = 'RETURNED'
                  and x.effective_on <= :effective and x.position <= :funding)\
            """;

    static final String PAYEE_NOT_ON_FILE =
            """
            select s.household_id, s.region, t.effective_on as since, p.payment_id as detail
            from standing s
            join payments p on p.payee_household_id = s.household_id and p.position <= :funding
            join payment_steps t on t.payment_id = p.payment_id and t.step = 'PAID'
              and t.effective_on <= :effective and t.position <= :funding
            where {not returned} and not exists (
                select 1 from (
                    select o.state from household_states o
                    where o.household_id = s.household_id and o.effective_on <= t.effective_on and o.position <= :household
                    order by o.effective_on desc, o.sequence desc
                    limit 1) then_it_stood
                where then_it_stood.state in (
                    'REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED', 'SUSPENDED', 'EXITED', 'RECORDED'))
            """
                    .replace("{not returned}", NOT_RETURNED);

    // By any of the ids of a person whose number became known: under the old one nobody is
    // there any more, under the new one nobody was before.
    static final String PAYEE_NOT_A_MEMBER =
            """
            select s.household_id, s.region, t.effective_on as since, p.payment_id as detail
            from standing s
            join payments p on p.payee_household_id = s.household_id and p.payee_person_id is not null
              and p.position <= :funding
            join payment_steps t on t.payment_id = p.payment_id and t.step = 'PAID'
              and t.effective_on <= :effective and t.position <= :funding
            where {not returned} and not exists (
                select 1 from (
                    select distinct on (m.person_id) m.step from household_persons m
                    where m.household_id = s.household_id and m.effective_on <= t.effective_on and m.position <= :household
                      and (m.person_id = p.payee_person_id or m.person_id in (
                        select i.identified_as from persons_identified i where i.person_id = p.payee_person_id
                        union select i.person_id from persons_identified i where i.identified_as = p.payee_person_id))
                    order by m.person_id, m.effective_on desc, m.sequence desc, m.line desc) then_in
                where then_in.step = 'IN')
            """
                    .replace("{not returned}", NOT_RETURNED);

    /**
     * Of the day on which it is stated, and as corrected since: the persons of the households that
     * were on the register and lay in the village then. When a village is identified before anybody
     * there was registered, there is nothing to hold it against; nor while households on the
     * register still lie under a code that it came after, whole or in part.
     */
    static final String VILLAGE_PERSONS_DIFFER =
            """
            select v.region, v.effective_on as since, v.step || ':' || v.poor_persons || '≠' || r.persons as detail
            from (
                select s.region, s.effective_on, s.position, s.step, coalesce((
                    select c.poor_persons from poor_village_corrections c
                    where c.corrects_event_id = s.event_id and c.position <= :household
                    order by c.sequence desc
                    limit 1), s.poor_persons) as poor_persons
                from (
                    select event_id, region, effective_on, position, poor_persons, 'IDENTIFIED' as step
                    from poor_villages
                    union all
                    select event_id, region, effective_on, position, poor_persons, 'EXITED'
                    from poor_village_exits) s) v
            cross join lateral (
                select coalesce(sum(c.change), 0) as persons
                from (
                    select distinct on (s.household_id) s.household_id, s.state, coalesce((
                        select m.region from household_moves m
                        where m.household_id = s.household_id and m.effective_on <= v.effective_on
                          and m.position <= :household
                          and (m.effective_on, m.sequence) > (s.effective_on, s.sequence)
                        order by m.effective_on desc, m.sequence desc
                        limit 1), s.region) as region
                    from household_states s
                    where s.effective_on <= v.effective_on and s.position <= :household
                      and s.household_id in (
                        select o.household_id from household_states o where o.region = v.region
                        union select o.household_id from household_moves o where o.region = v.region)
                    order by s.household_id, s.effective_on desc, s.sequence desc) s
                join member_changes c on c.household_id = s.household_id
                  and c.effective_on <= v.effective_on and c.position <= :household
                where s.region = v.region and s.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED')) r
            where {in v.region} and v.effective_on <= :effective and v.position <= :household
              and v.poor_persons <> r.persons
              and (v.step = 'EXITED' or exists (
                select 1 from household_states s
                where s.region = v.region and s.state = 'REGISTERED'
                  and s.effective_on <= v.effective_on and s.position <= :household))
              and not exists (
                with recursive before (region) as (
                    select x.region from region_successions x
                    where x.successors && array[v.region, left(v.region, 9) || '000', left(v.region, 6) || '000000']
                      and x.effective_on <= v.effective_on and x.position <= :household
                  union
                    select x.region from before b join region_successions x
                      on x.successors && array[b.region, left(b.region, 9) || '000', left(b.region, 6) || '000000']
                    where x.effective_on <= v.effective_on and x.position <= :household)
                select 1 from before b
                join household_states s on s.opening and s.position <= :household
                  and s.region like regexp_replace(b.region, '(000){1,2}$', '') || '%'
                where (select m.region from household_moves m
                       where m.household_id = s.household_id and m.effective_on <= v.effective_on
                         and m.position <= :household
                       order by m.effective_on desc, m.sequence desc
                       limit 1) is null
                  and (select o.state from household_states o
                       where o.household_id = s.household_id and o.effective_on <= v.effective_on
                         and o.position <= :household
                       order by o.effective_on desc, o.sequence desc
                       limit 1) in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED'))
            """;
}
