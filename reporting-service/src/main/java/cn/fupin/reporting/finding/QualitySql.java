package cn.fupin.reporting.finding;

import cn.fupin.reporting.clerk.Persons;
import cn.fupin.reporting.clerk.Unvisited;
import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.OnePerson;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.regions.RuleSql;
import cn.fupin.reporting.register.Register;
import cn.fupin.reporting.register.VillageGroups;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL of the checks, on top of {@link #BASE}. Each gives {@code household_id, region, since,
 * detail}: where the household lies, since when it is so, and what it is that does not fit, in
 * figures and ids only. Those of villages give no household.
 *
 * <p>A check has two parts. The suspects are all households of which it might be so, on any day:
 * they are found by sets, at little cost for each household of a county. Then each of them is
 * looked at as of the day, one by one along the indexes.
 */
final class QualitySql {
    private QualitySql() {}

    // All but the usual: a household that only ever had one head, who came as the head, and of
    // which nobody went. Once both are known there is no question of its members or its head.
    private static final String UNUSUAL =
            """
            select h.household_id
            from here h
            left join (
                select x.household_id
                from (
                    select household_id, person_id, true as head, false as came,
                        effective_on <= :effective and position <= :household as known
                    from here join household_heads using (household_id)
                    union all
                    select household_id, person_id, false, step = 'IN', effective_on <= :effective and position <= :household
                    from here join household_persons using (household_id) where relation = 'HEAD' or step = 'OUT') x
                group by x.household_id
                having min(x.person_id) = max(x.person_id) and bool_or(x.head and x.known)
                   and bool_or(x.came and x.known) and bool_and(x.head or x.came)) usual using (household_id)
            where usual.household_id is null
            """;

    /**
     * {@code here}: the households that lie in the region or ever did; {@code unusual}: those whose
     * members or head are not as they came in. What no check of a page asks for the database leaves
     * out.
     */
    static final String BASE =
            "with here as materialized (%s), unusual as materialized (%s)"
                    .formatted(Register.HERE, UNUSUAL);

    /**
     * {@code standing}: where each of the suspects stands; {@code registered}: those on the
     * register; {@code alive}: those that are not at their end; {@code watched}: those monitored
     * that were never registered.
     */
    private static String of(String suspects, String sql) {
        return """
        with suspects as (%s), %s,
        registered as (select * from standing where state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED')),
        alive as (select * from standing where state not in ('DISSOLVED', 'REJECTED', 'WITHDRAWN', 'REMOVED', 'MERGED')),
        watched as (
            select s.household_id, s.region, w.effective_on
            from standing s join lateral %s w on true where s.state in ('RECORDED', 'APPLIED'))
        select distinct f.household_id, f.region, f.since, f.detail from (%s) f
        """
                .formatted(
                        suspects,
                        Register.standingOf("suspects"),
                        Register.watched("s.household_id", ":effective"),
                        sql);
    }

    private static String suspects(String table, String condition) {
        return "select r.household_id from here join %s r using (household_id) where %s"
                .formatted(table, condition);
    }

    private static final String PERSONS = Persons.of("a.household_id");

    private static final String SOMEBODY =
            "exists (select 1 from %s in_it where in_it.step = 'IN')".formatted(PERSONS);

    /** The head of household {@code a} by the latest word. */
    private static final String HEAD =
            """
            (
                select {now} as who, h.effective_on from household_heads h
                where h.household_id = a.household_id and h.effective_on <= :effective and h.position <= :household
                order by h.effective_on desc, h.sequence desc
                limit 1)\
            """
                    .replace("{now}", OnePerson.now("h"));

    /** The helper of household {@code a} by the latest word. */
    private static final String HELPER =
            """
            (
                select h.region, h.helper_id, h.effective_on from household_helpers h
                where h.household_id = a.household_id and h.effective_on <= :effective and h.position <= :household
                order by h.effective_on desc, h.sequence desc
                limit 1)\
            """;

    /** What household {@code a} earned in the latest year of which anything is said. */
    private static final String INCOME =
            """
            (
                select i.region, i.income_year, i.income_fen_per_head, {day} as effective_on
                from household_incomes i
                where i.household_id = a.household_id and {day} <= :effective and i.position <= :household and {said}
                  and not exists (
                    select 1 from household_incomes n
                    where n.corrects_event_id in (i.event_id, i.corrects_event_id) and n.sequence > i.sequence
                      and n.position <= :household)
                order by i.income_year desc, {latest first}
                limit 1)\
            """
                    .replace("{day}", Corrections.day("i", "household_incomes"))
                    .replace("{latest first}", Corrections.latestFirst("i", "household_incomes"))
                    .replace("{said}", Register.saidStill("i"));

    static final String NO_MEMBER =
            of(
                    "select household_id from unusual",
                    """
                    select a.household_id, a.region,
                        coalesce((
                            select max(o.effective_on) from household_persons o
                            where o.household_id = a.household_id and o.effective_on <= :effective
                              and o.position <= :household and {stands}), a.effective_on) as since,
                        '' as detail
                    from registered a
                    where not {somebody}
                    """
                            .replace("{stands}", Persons.stands("o"))
                            .replace("{somebody}", SOMEBODY));

    static final String NO_HEAD =
            of(
                    "select household_id from unusual",
                    """
                    select a.household_id, a.region, coalesce(o.effective_on, h.effective_on, a.effective_on) as since,
                        '' as detail
                    from alive a
                    left join lateral {head} h on true
                    left join lateral (select * from {persons} o where o.who = h.who) o on true
                    where o.step is distinct from 'IN' and {somebody}
                    """
                            .replace("{head}", HEAD)
                            .replace("{persons}", PERSONS)
                            .replace("{somebody}", SOMEBODY));

    // Whoever was the head once, and is not now, was followed by the next one and stayed.
    static final String TWO_HEADS =
            of(
                    "select household_id from unusual",
                    """
                    select a.household_id, a.region, max(p.effective_on) as since, cast(count(*) as text) as detail
                    from alive a
                    left join lateral {head} h on true
                    join lateral {persons} p
                      on p.step = 'IN' and (p.who = h.who or p.relation = 'HEAD' and not exists (
                        select 1 from household_heads once
                        where once.household_id = a.household_id and {once} = p.who
                          and once.effective_on <= :effective and once.position <= :household))
                    group by a.household_id, a.region
                    having count(*) > 1
                    """
                            .replace("{once}", OnePerson.now("once"))
                            .replace("{head}", HEAD)
                            .replace("{persons}", PERSONS));

    // What the latest fact that says a number says, against the members of its day as far as they
    // were known when it was said: who is entered later, of an earlier day, makes no word wrong.
    static final String SIZE_DIFFERS =
            of(
                    suspects(
                                    "household_procedures",
                                    """
                                    r.persons is not null and not exists (
                                        select 1 from member_changes c
                                        where c.household_id = r.household_id and c.reason = 'OPENING' and c.change = r.persons
                                          and c.effective_on <= r.effective_on and c.position <= r.position)
                                    """)
                            + " union "
                            + suspects("member_changes", "r.reason <> 'OPENING'"),
                    """
                    select a.household_id, a.region, s.effective_on as since, s.persons || '≠' || m.members as detail
                    from alive a
                    cross join lateral (
                        select p.persons, p.effective_on, p.position from household_procedures p
                        where p.household_id = a.household_id and p.persons is not null
                          and p.effective_on <= :effective and p.position <= :household
                        order by p.effective_on desc, p.sequence desc
                        limit 1) s
                    cross join lateral (
                        select coalesce(sum(c.change), 0) as members from member_changes c
                        where c.household_id = a.household_id and c.effective_on <= s.effective_on and c.position <= s.position) m
                    where m.members <> s.persons
                    """);

    static final String PERSON_TWICE =
            of(
                    suspects(
                            "household_persons",
                            """
                            r.step = 'IN' and (exists (
                                select 1 from household_persons o
                                where o.person_id = r.person_id and o.household_id <> r.household_id)
                              or {two})
                            """
                                    .replace("{two}", OnePerson.hasTwo("r.person_id"))),
                    """
                    select a.household_id, a.region, greatest(p.effective_on, o.effective_on) as since,
                        o.household_id as detail
                    from alive a
                    join lateral {persons} p on p.step = 'IN'
                    join lateral (
                        select distinct on (o.household_id) o.household_id, o.step, o.effective_on
                        from household_persons o
                        where o.person_id in ({ids}) and {now} = p.who
                          and o.household_id <> a.household_id and o.step in ('IN', 'OUT')
                          and o.effective_on <= :effective and o.position <= :household and {o stands}
                        order by o.household_id, o.effective_on desc, o.sequence desc, o.line desc) o on o.step = 'IN'
                    where (select s.state not in ('DISSOLVED', 'REJECTED', 'WITHDRAWN', 'REMOVED', 'MERGED')
                           from household_states s
                           where s.household_id = o.household_id and s.effective_on <= :effective and s.position <= :household
                             and {stands}
                           order by s.effective_on desc, s.sequence desc
                           limit 1)
                    """
                            .replace("{stands}", Register.stands("s"))
                            .replace("{persons}", PERSONS)
                            .replace("{o stands}", Persons.stands("o"))
                            .replace("{ids}", OnePerson.ids("p.who"))
                            .replace("{now}", OnePerson.now("o")));

    // Where somebody means to go is no fact: whoever has come to any other household is not lost.
    static final String MEMBER_LOST =
            of(
                    suspects("household_persons", "r.to_household_id is not null"),
                    """
                    select a.household_id, a.region, p.effective_on as since, p.to_household_id as detail
                    from alive a
                    join lateral {persons} p on p.step = 'OUT' and p.to_household_id is not null
                    where not exists (
                        select 1 from household_persons i
                        where i.person_id in ({ids}) and {now} = p.who
                          and i.household_id <> a.household_id and i.step = 'IN'
                          and i.effective_on >= p.effective_on and i.position <= :household and {stands})
                    """
                            .replace("{stands}", Persons.stands("i"))
                            .replace("{persons}", PERSONS)
                            .replace("{ids}", OnePerson.ids("p.who"))
                            .replace("{now}", OnePerson.now("i")));

    private static String born(String year, String came) {
        return "%1$s.birth_year not between extract(year from %2$s.effective_on) - 120 and extract(year from %2$s.effective_on)"
                .formatted(year, came);
    }

    static final String BIRTH_YEAR_IMPLAUSIBLE =
            of(
                    suspects("household_persons", born("r", "r")),
                    """
                    select a.household_id, a.region, greatest(p.effective_on, c.effective_on) as since,
                        cast(c.birth_year as text) as detail
                    from alive a
                    join lateral {persons} p on p.step = 'IN'
                    join lateral {called} c on {born}
                    """
                            .replace("{persons}", PERSONS)
                            .replace("{called}", Persons.called("p"))
                            .replace("{born}", born("c", "p")));

    static final String INCOME_NEGATIVE =
            of(
                    suspects("household_incomes", "r.income_fen_per_head < 0"),
                    """
                    select a.household_id, a.region, i.effective_on as since,
                        i.income_year || ':' || i.income_fen_per_head as detail
                    from alive a
                    join lateral {income} i on i.income_fen_per_head < 0
                    """
                            .replace("{income}", INCOME));

    // By the rule of the place; where none is enacted, ten times the line by which it was let in.
    static final String INCOME_IMPLAUSIBLE =
            of(
                    suspects(
                            "household_incomes",
                            """
                            r.income_fen_per_head > least(
                                (select min(value) * 100 from rules where code = 'income-per-head-max'),
                                (select min(line_fen) * 10 from household_states))
                            """),
                    """
                    select a.household_id, a.region, i.effective_on as since,
                        i.income_year || ':' || i.income_fen_per_head as detail
                    from alive a
                    join lateral {income} i on i.income_fen_per_head > coalesce(
                        case when exists (select 1 from rules where code = 'income-per-head-max') then {rule} * 100 end,
                        10 * (select s.line_fen from household_states s
                              where s.household_id = a.household_id and s.line_fen is not null and s.position <= :household
                              order by s.sequence desc limit 1))
                    """
                            .replace("{income}", INCOME)
                            .replace(
                                    "{rule}",
                                    RuleSql.valueOf(
                                            "income-per-head-max", "i.region", "i.effective_on")));

    static final String CAUSE_MISSING =
            of(
                    """
                    select h.household_id from here h
                    where not exists (
                        select 1 from household_causes c
                        where c.household_id = h.household_id and c.effective_on <= :effective and c.position <= :household)
                    """,
                    "select household_id, region, effective_on as since, '' as detail from"
                            + " registered");

    static final String CAUSES_TOO_MANY =
            of(
                    suspects("household_procedures", "r.other_causes > 2"),
                    """
                    select a.household_id, a.region, c.effective_on as since, cast(c.other_causes as text) as detail
                    from registered a
                    join lateral (
                        select p.other_causes, {day} as effective_on
                        from household_procedures p
                        where p.household_id = a.household_id and p.other_causes is not null
                          and {day} <= :effective and p.position <= :household and {said}
                        order by {latest first}
                        limit 1) c on c.other_causes > 2
                    """
                            .replace("{said}", Register.saidStill("p"))
                            .replace("{day}", Corrections.day("p", "household_procedures"))
                            .replace(
                                    "{latest first}",
                                    Corrections.latestFirst("p", "household_procedures")));

    // Whoever came onto the register, again by a relapse too, is announced in the days that the
    // rule of that day and place gives: by a list that stands, or as the registration itself says
    // while no list was taken down that had it. What was split off was announced with the
    // household it was part of.
    /** By the household's own word or a list that stands, within the days of the rule. */
    private static String notAnnounced(String kind, String steps, String states, String standing) {
        return of(
                """
                select r.household_id from here join household_procedures r using (household_id)
                where r.step in ({steps})
                  and (r.announced_on is null or r.announced_on > :effective)
                  and exists (select 1 from rules where code = 'announcement-within-days')
                  and not exists (
                    select 1 from announcement_households l
                    left join announcements_withdrawn w on w.announcement_id = l.announcement_id
                      and w.effective_on <= :effective and w.position <= :household
                    where l.household_id = r.household_id and l.kind = '{kind}' and w.event_id is null
                      and l.effective_on between r.effective_on and :effective and l.position <= :household)
                union
                select l.household_id
                from here join announcement_households l using (household_id)
                join announcements_withdrawn w using (announcement_id)
                where l.kind = '{kind}'
                  and exists (select 1 from rules where code = 'announcement-within-days')
                """
                        .replace("{steps}", steps)
                        .replace("{kind}", kind),
                """
                select a.household_id, a.region, greatest(e.effective_on + e.days + 1, w.effective_on) as since,
                    cast(e.effective_on as text) as detail
                from {standing} a
                join lateral (
                    select s.event_id, s.effective_on, s.opening, cast({rule} as int) as days
                    from household_states s
                    where s.household_id = a.household_id and s.state in ({states})
                      and s.effective_on <= :effective and s.position <= :household and {stands}
                    order by s.effective_on desc, s.sequence desc
                    limit 1) e on not e.opening and e.effective_on + e.days < :effective
                left join household_procedures p on p.event_id = e.event_id
                cross join lateral (
                    select max(w.effective_on) as effective_on, bool_or(w.event_id is null) as stands
                    from announcement_households l
                    left join announcements_withdrawn w on w.announcement_id = l.announcement_id
                      and w.effective_on <= :effective and w.position <= :household
                    where l.household_id = a.household_id and l.kind = '{kind}'
                      and l.effective_on between e.effective_on and :effective and l.position <= :household) w
                where w.stands is not true
                  and (p.announced_on is null or p.announced_on > :effective or not w.stands)
                """
                        .replace("{kind}", kind)
                        .replace("{stands}", Register.stands("s"))
                        .replace("{states}", states)
                        .replace("{standing}", standing)
                        .replace(
                                "{rule}",
                                RuleSql.valueOf(
                                        "announcement-within-days", "s.region", "s.effective_on")));
    }

    static final String NOT_ANNOUNCED =
            notAnnounced(
                    "REGISTRATION",
                    "'HouseholdRegistered', 'HouseholdRelapsed'",
                    "'REGISTERED', 'RELAPSED'",
                    "registered");

    static final String EXIT_NOT_ANNOUNCED =
            notAnnounced(
                    "EXIT",
                    "'HouseholdExited'",
                    "'EXITED'",
                    "(select * from alive where state = 'EXITED')");

    private static final String NOTICE_OF_EXIT =
            """
            exists (
                select 1 from notices n
                join notice_households h on h.notice_id = n.notice_id and h.household_id = s.household_id
                where n.notice_id = p.notice_id and n.kind = 'EXIT'
                  and n.effective_on + n.last_days < s.effective_on and n.position <= :household)\
            """;

    // Every exit that stands names a notice that hung for its days before it and had the household
    // on it, also when the household came back since.
    // What was split off an exited household has no exit of its own.
    static final String EXIT_WITHOUT_NOTICE =
            of(
                    """
                    select s.household_id from here join household_states s using (household_id)
                    left join household_procedures p on p.event_id = s.event_id
                    where s.state = 'EXITED' and not s.opening and not {notice}
                    """
                            .replace("{notice}", NOTICE_OF_EXIT),
                    """
                    select a.household_id, a.region, s.effective_on as since, coalesce(p.notice_id, '') as detail
                    from alive a
                    join household_states s on s.household_id = a.household_id and s.state = 'EXITED' and not s.opening
                      and s.effective_on <= :effective and s.position <= :household
                    left join household_procedures p on p.event_id = s.event_id
                    left join lateral (
                        select n.state from household_states n
                        where n.household_id = s.household_id and (n.effective_on, n.sequence) > (s.effective_on, s.sequence)
                          and n.effective_on <= :effective and n.position <= :household and {stands}
                        order by n.effective_on, n.sequence
                        limit 1) came on true
                    where came.state is distinct from 'EXIT_REVOKED' and not {notice}
                    """
                            .replace("{stands}", Register.stands("n"))
                            .replace("{notice}", NOTICE_OF_EXIT));

    // A correction counts from the day of the survey it corrects, so it was so all along.
    static final String ENTERED_ABOVE_THE_LINE =
            of(
                    "select i.household_id from here join household_incomes i using (household_id) where i.corrects_event_id is not null",
                    """
                    select a.household_id, a.region, e.effective_on as since,
                        i.income_year || ':' || i.income_fen_per_head || '≥' || e.line_fen as detail
                    from registered a
                    join lateral (
                        select s.line_fen, s.sequence, s.effective_on from household_states s
                        where s.household_id = a.household_id and s.state in ('REGISTERED', 'RELAPSED')
                          and s.effective_on <= :effective and s.position <= :household and {stands}
                        order by s.effective_on desc, s.sequence desc
                        limit 1) e on e.line_fen is not null
                    join lateral (
                        select i.income_year, i.income_fen_per_head from household_incomes i
                        where i.household_id = a.household_id and i.corrects_event_id is not null
                          and i.sequence > e.sequence and i.position <= :household and {day} <= e.effective_on
                          and {said}
                          and not exists (
                            select 1 from household_incomes n
                            where n.corrects_event_id in (i.event_id, i.corrects_event_id) and n.sequence > i.sequence
                              and n.position <= :household)
                        order by {day} desc, i.sequence desc
                        limit 1) i on i.income_fen_per_head >= e.line_fen
                    """
                            .replace("{day}", Corrections.day("i", "household_incomes"))
                            .replace("{stands}", Register.stands("s"))
                            .replace("{said}", Register.saidStill("i")));

    // To the yuan: of a household that exited, by what it was verified to have in a year, and what
    // else is recorded of that year last.
    static final String EXIT_INCOME_DIFFERS =
            of(
                    suspects(
                            "household_procedures",
                            """
                            r.step = 'ExitVerified' and exists (
                                select 1 from household_incomes v
                                join household_incomes x on x.household_id = v.household_id and x.income_year = v.income_year
                                where v.event_id = r.event_id and abs(x.income_fen_per_head - v.income_fen_per_head) >= 100)
                            """),
                    """
                    select a.household_id, a.region, greatest(v.effective_on, x.effective_on) as since,
                        v.income_year || ':' || v.income_fen_per_head || '≠' || x.income_fen_per_head as detail
                    from alive a
                    join lateral (
                        select i.income_year, i.income_fen_per_head, p.effective_on
                        from household_procedures p join household_incomes i using (event_id)
                        where p.household_id = a.household_id and p.step = 'ExitVerified'
                          and p.effective_on <= :effective and p.position <= :household
                        order by p.effective_on desc, p.sequence desc
                        limit 1) v on true
                    join lateral (
                        select i.income_fen_per_head, {day} as effective_on
                        from household_incomes i
                        where i.household_id = a.household_id and i.income_year = v.income_year
                          and {day} <= :effective and i.position <= :household and {said}
                          and not exists (
                            select 1 from household_procedures p
                            where p.event_id = i.event_id and p.step = 'ExitVerified')
                        order by {latest first}
                        limit 1) x on abs(x.income_fen_per_head - v.income_fen_per_head) >= 100
                    where a.state = 'EXITED'
                    """
                            .replace("{day}", Corrections.day("i", "household_incomes"))
                            .replace(
                                    "{latest first}",
                                    Corrections.latestFirst("i", "household_incomes"))
                            .replace("{said}", Register.saidStill("i")));

    // The amount is the one the decision itself names; a line has another one once it was
    // corrected. Of what was corrected more than once, each time naming the fact itself or the
    // correction before, the last counts.
    static final String JUDGED_BY_A_LINE_CORRECTED_SINCE =
            of(
                    suspects(
                            "household_procedures",
                            """
                            r.poverty_line_id is not null and exists (
                                select 1 from poverty_lines l
                                where l.poverty_line_id = r.poverty_line_id and l.line_fen <> r.line_fen)
                            """),
                    """
                    select a.household_id, a.region, greatest(p.effective_on, l.effective_on) as since,
                        concat_ws(':', p.step, p.effective_on, p.judged_fen, p.line_fen, l.line_fen) as detail
                    from alive a
                    join household_procedures p on p.household_id = a.household_id and p.poverty_line_id is not null
                      and p.effective_on <= :effective and p.position <= :household and {said}
                      and not exists (
                        select 1 from household_procedures n
                        where n.household_id = p.household_id and n.corrects_event_id is not null
                          and n.poverty_line_id is not null and n.sequence > p.sequence
                          and n.position <= :household and {fact of n} = {fact of p})
                    join lateral (
                        select x.line_fen, x.effective_on from poverty_lines x
                        where x.poverty_line_id = p.poverty_line_id
                          and x.effective_on <= :effective and x.position <= :household
                        order by x.sequence desc
                        limit 1) l on l.line_fen <> p.line_fen
                    """
                            .replace(
                                    "{fact of n}",
                                    Corrections.sequence("n", "household_procedures"))
                            .replace(
                                    "{fact of p}",
                                    Corrections.sequence("p", "household_procedures"))
                            .replace("{said}", Register.saidStill("p")));

    // How long it was to hang stands in the notice itself; the day on which it was posted is not
    // counted. The rule is looked up once for a notice, however many households are on it.
    static final String NOTICE_BY_A_RULE_CORRECTED_SINCE =
            of(
                    """
                    select r.household_id, n.notice_id, n.kind, n.effective_on, n.last_days, n.days
                    from (
                        select p.*, case p.kind %s end as days
                        from (select distinct notice_id from here join notice_households using (household_id)) hung
                        join notices p using (notice_id)
                        where p.effective_on <= :effective and p.position <= :household
                          and exists (
                            select 1 from rules u
                            where u.code = lower(p.kind) || '-notice-days' and u.value <> p.last_days)
                        offset 0) n
                    join notice_households r using (notice_id)
                    join here using (household_id)
                    where n.days <> n.last_days and r.position <= :household
                    """
                            .formatted(
                                    Stream.of("FIRST", "SECOND", "EXIT", "MONITORING")
                                            .map(kind ->
                                                    "when '%s' then %s"
                                                            .formatted(
                                                                    kind,
                                                                    RuleSql.valueOf(
                                                                            kind.toLowerCase(
                                                                                            Locale
                                                                                                    .ROOT)
                                                                                    + "-notice-days",
                                                                            "p.region",
                                                                            "p.effective_on")))
                                            .collect(Collectors.joining("\n"))),
                    """
                    select a.household_id, a.region, greatest(n.effective_on, c.effective_on) as since,
                        concat_ws(':', n.kind, n.effective_on, n.last_days, n.days,
                            c.effective_on - n.effective_on - 1) as detail
                    from alive a
                    join suspects n on n.household_id = a.household_id
                    join notice_steps c on c.notice_id = n.notice_id and c.step = 'CLOSED'
                      and c.effective_on <= :effective and c.position <= :household
                    where not exists (
                        select 1 from notice_steps w
                        where w.notice_id = n.notice_id and w.step = 'WITHDRAWN'
                          and w.effective_on <= :effective and w.position <= :household)
                    """);

    // More for than against pass; whom the meeting did not vote on nobody voted for.
    static final String VOTE_CORRECTED_SINCE =
            of(
                    suspects(
                            "household_procedures",
                            """
                            r.assessment_id is not null and exists (
                                select 1 from meetings_corrected c where c.assessment_id = r.assessment_id)
                            """),
                    """
                    select a.household_id, a.region, p.effective_on as since,
                        p.step || ':' || p.effective_on || ':' || coalesce(v.votes_for, 0) || ':' || coalesce(v.votes_against, 0) as detail
                    from alive a
                    join household_procedures p on p.household_id = a.household_id and p.assessment_id is not null
                      and p.effective_on <= :effective and p.position <= :household
                    join lateral (
                        select c.event_id from meetings_corrected c
                        where c.assessment_id = p.assessment_id and c.position <= :household
                        order by c.sequence desc
                        limit 1) c on true
                    left join votes_corrected v on v.event_id = c.event_id and v.household_id = p.household_id
                    where coalesce(v.votes_for, 0) <= coalesce(v.votes_against, 0)
                      and not exists (
                        select 1 from household_procedures q
                        where q.household_id = p.household_id
                          and q.step in (
                            'HouseholdRejected', 'HouseholdWithdrew', 'HouseholdBackOnFile',
                            case p.step when 'ExitAssessed' then 'ExitRevoked' when 'MonitoringAssessed' then 'MonitoringRevoked'
                                when 'RelapseAssessed' then 'RelapseRevoked' end,
                            case p.step when 'ExitAssessed' then 'ExitWithdrawn' when 'MonitoringAssessed' then 'MonitoringDismissed'
                                when 'RelapseAssessed' then 'RelapseWithdrawn' end)
                          and (q.effective_on, q.sequence) > (p.effective_on, p.sequence)
                          and q.effective_on <= :effective and q.position <= :household)
                    """);

    // Raised in time and entered after the step, which stands until it is taken back.
    static final String OBJECTION_AFTER_STEP =
            of(
                    suspects("notice_steps", "r.step in ('OBJECTION', 'UPHELD')"),
                    """
                    select a.household_id, a.region, greatest(o.effective_on, p.effective_on) as since,
                        p.step || ':' || p.effective_on || ':' || o.step as detail
                    from alive a
                    join lateral (
                        select distinct on (s.notice_id) s.notice_id, s.step, s.effective_on
                        from notice_steps s
                        where s.household_id = a.household_id and s.step in ('OBJECTION', 'SETTLED', 'UPHELD')
                          and s.effective_on <= :effective and s.position <= :household
                        order by s.notice_id, s.effective_on desc, s.sequence desc) o on o.step <> 'SETTLED'
                    join household_procedures p on p.household_id = a.household_id and p.notice_id = o.notice_id
                      and p.step in (
                        'TownshipReviewed', 'HouseholdRegistered', 'HouseholdExited', 'RelapseReviewed', 'HouseholdRelapsed',
                        'MonitoringConfirmed')
                      and p.effective_on <= :effective and p.position <= :household and {stands}
                    where not exists (
                        select 1 from household_procedures q
                        where q.household_id = p.household_id
                          and q.step in (
                            'HouseholdRejected', 'HouseholdWithdrew', 'HouseholdBackOnFile',
                            case p.step when 'HouseholdExited' then 'ExitRevoked' when 'RelapseReviewed' then 'RelapseWithdrawn' end)
                          and (q.effective_on, q.sequence) > (p.effective_on, p.sequence)
                          and q.effective_on <= :effective and q.position <= :household)
                      and not (p.step = 'RelapseReviewed' and exists (
                        select 1 from household_procedures q
                        where q.household_id = p.household_id and q.step = 'RelapseRevoked'
                          and (q.effective_on, q.sequence) > (p.effective_on, p.sequence)
                          and q.effective_on <= :effective and q.position <= :household))
                    """
                            .replace("{stands}", Register.stepStands("p")));

    // By what the form says last of the dwelling and of the water.
    static final String EXIT_WHILE_UNSAFE =
            of(
                    suspects("household_safety", "not r.safe"),
                    """
                    select a.household_id, a.region, greatest(a.effective_on, d.effective_on) as since, d.part as detail
                    from alive a
                    join lateral (
                        select distinct on (x.part) x.part, x.safe, x.effective_on
                        from household_safety x
                        where x.household_id = a.household_id and x.effective_on <= :effective and x.position <= :household
                        order by x.part, x.effective_on desc, x.sequence desc) d on not d.safe
                    where a.state = 'EXITED'
                    """);

    // By the year of birth alone: somebody who becomes old enough within the year is. Whoever
    // agreed
    // to an exit that was taken back since agreed to none that stands.
    static final String SIGNED_BY_A_CHILD =
            of(
                    suspects(
                            "household_signatures",
                            """
                            exists (
                                select 1 from household_persons m
                                where m.household_id = r.household_id and (m.person_id = r.person_id or {has two})
                                  and m.birth_year > extract(year from r.effective_on)
                                    - (select max(u.value) from rules u where u.code = 'signing-age-min'))
                            """
                                    .replace("{has two}", OnePerson.hasTwo("r.person_id"))),
                    """
                    select a.household_id, a.region, g.effective_on as since, g.what || ':' || g.occasion as detail
                    from alive a
                    join lateral (
                        select distinct on (x.what, x.occasion) x.*
                        from household_signatures x
                        where x.household_id = a.household_id and x.effective_on <= :effective and x.position <= :household
                          and {stands}
                        order by x.what, x.occasion, x.effective_on desc, x.sequence desc) g on true
                    join lateral (
                        select c.birth_year
                        from (select g.household_id, {now} as who) p cross join lateral {called} c) b
                      on extract(year from g.effective_on) - b.birth_year < {rule}
                    where g.what <> 'EXIT' or not exists (
                        select 1 from household_states s
                        where s.household_id = a.household_id and s.state = 'EXIT_REVOKED'
                          and (s.effective_on, s.sequence) > (g.effective_on, g.sequence)
                          and s.effective_on <= :effective and s.position <= :household)
                    """
                            .replace("{stands}", TakenBack.stands("x"))
                            .replace("{now}", OnePerson.now("g"))
                            .replace("{called}", Persons.called("p"))
                            .replace(
                                    "{rule}",
                                    RuleSql.valueOf(
                                            "signing-age-min", "g.region", "g.effective_on")));

    // Where one group came after it, it is known; where none or several did, it is not.
    static final String GROUP_ENDED =
            of(
                    """
                    select g.household_id from here join household_groups g using (household_id)
                    where exists (
                        select 1 from village_groups e
                        join village_groups l on l.region = e.region and l.village_group = e.village_group
                          and l.step in ('LISTED', 'RENAMED')
                        where e.region = g.region and e.step = 'ENDED' and {said} in ({name}, {number}))
                    """
                            .replace("{said}", VillageGroups.number("g.said"))
                            .replace("{name}", VillageGroups.number("l.name"))
                            .replace("{number}", VillageGroups.number("l.village_group")),
                    """
                    select a.household_id, a.region, g.ended_on as since, g.village_group || ':' || g.name as detail
                    from alive a
                    cross join lateral {group} g
                    where g.ended_on is not null and g.region = a.region
                    """
                            .replace("{group}", VillageGroups.of("a.household_id")));

    // Where one village came after it the household lies in that; of several nobody can tell.
    static final String VILLAGE_ENDED =
            of(
                    """
                    select s.household_id from here join household_states s using (household_id)
                    join region_successions x on x.region = s.region
                    where s.opening
                    union
                    select m.household_id from here join household_moves m using (household_id)
                    join region_successions x on x.region = m.region
                    """,
                    """
                    select a.household_id, a.region, v.since, v.heirs as detail
                    from alive a
                    join (
                        select p.region, w.since, w.heirs
                        from (select distinct region from alive) p
                        cross join lateral (
                            with recursive after (code) as (
                                select p.region
                              union
                                select unnest(x.successors) from after c
                                join region_successions x on x.region = c.code and {x})
                            select (select min(x.effective_on) from region_successions x
                                    where x.region = p.region and {x}) as since,
                                count(*) as many, coalesce(string_agg(c.code, ',' order by c.code), '') as heirs
                            from after c
                            where not exists (select 1 from region_successions x where x.region = c.code and {x})) w
                        where w.since is not null and w.many <> 1) v using (region)
                    """
                            .replace(
                                    "{x}",
                                    "x.effective_on <= :effective and x.position <= :household and "
                                            + TakenBack.stands("x")));

    static final String NO_HELPER =
            of(
                    """
                    select h.household_id from here h
                    where not exists (
                        select 1 from household_helpers r
                        where r.household_id = h.household_id and r.helper_id is not null
                          and r.effective_on <= :effective and r.position <= :household)
                    union\s
                    """
                            + suspects("household_helpers", "r.helper_id is null"),
                    """
                    select a.household_id, a.region, coalesce(h.effective_on, a.effective_on) as since, '' as detail
                    from registered a
                    left join lateral {helper} h on true
                    where h.helper_id is null
                    """
                            .replace("{helper}", HELPER));

    static final String MONITORED_WITHOUT_HELPER =
            of(
                    "select w.household_id from here join household_watches w using (household_id) where w.step = 'CONFIRMED'",
                    """
                    select a.household_id, a.region, greatest(h.effective_on, a.effective_on) as since, '' as detail
                    from watched a
                    left join lateral {helper} h on true
                    where h.helper_id is null
                    """
                            .replace("{helper}", HELPER));

    // The households of the region alone are counted, and all of them: a helper who helps elsewhere
    // too has more, and one who helps in two villages of it is looked at in both.
    static final String HELPER_OVERLOADED =
            of(
                            """
                            select r.household_id from household_helpers r
                            where r.helper_id in (
                                select x.helper_id
                                from (select distinct y.helper_id from here join household_helpers y using (household_id)) k
                                join household_helpers x using (helper_id)
                                group by x.helper_id
                                having count(distinct x.household_id)
                                    > (select min(u.value) from rules u where u.code = 'helper-households-max'))
                            """,
                            """
                            with helped as materialized (
                                select a.household_id, a.region as place, h.region, h.helper_id, h.effective_on,
                                    count(*) over (partition by h.helper_id) as households
                                from (
                                    select household_id, region from registered
                                    union all select household_id, region from watched) a
                                join lateral {helper} h on h.helper_id is not null),
                            overloaded as (
                                select h.household_id, h.place as region,
                                    max(h.effective_on) over (partition by h.helper_id) as since,
                                    h.helper_id || ':' || h.households as detail
                                from helped h
                                join (select v.region, {rule} as most from (select distinct region from helped) v) r
                                  on r.region = h.region
                                where h.households > r.most)
                            select * from overloaded where case when {here} then true end
                            """
                                    .replace("{helper}", HELPER)
                                    .replace(
                                            "{rule}",
                                            RuleSql.valueOf(
                                                    "helper-households-max",
                                                    "v.region",
                                                    ":effective")))
                    .replace("{in ", "{whole ")
                    .replace("{here}", "{in overloaded.region}");

    /** Of the last month that is over: {@link cn.fupin.reporting.clerk.Month}. */
    static final String NOT_VISITED =
            """
            select d.household_id, d.region, cast(:from as date) as since, coalesce(d.helper_id, '') as detail
            from (%s) d
            """
                    .formatted(
                            Unvisited.sql(
                                    """
                                    select h.household_id from here h
                                    where not exists (
                                        select 1 from household_acts v
                                        where v.household_id = h.household_id and v.what = 'VISIT'
                                          and coalesce(v.detail, 'HOME') = 'HOME'
                                          and v.effective_on between :from and :until and v.position <= :household
                                          and %s)
                                    """
                                            .formatted(TakenBack.stands("v"))));

    private static final String PAID =
            """
            select p.payee_household_id as household_id from payments p join here h on h.household_id = p.payee_household_id
            """;

    // What came back in whole has reached nobody.
    private static final String NOT_RETURNED =
            """
            p.amount_fen > (
                select coalesce(sum(x.returned_fen), 0) from payment_steps x
                where x.payment_id = p.payment_id and x.step = 'RETURNED'
                  and x.effective_on <= :effective and x.position <= :funding)\
            """;

    static final String PAYEE_NOT_ON_FILE =
            of(
                    PAID,
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
                              and {stands}
                            order by o.effective_on desc, o.sequence desc
                            limit 1) then_it_stood
                        where then_it_stood.state in (
                            'REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED', 'SUSPENDED', 'EXITED', 'RECORDED'))
                    """
                            .replace("{stands}", Register.stands("o"))
                            .replace("{not returned}", NOT_RETURNED));

    /** The payee under any id: that of an account may be the one from before an identification. */
    private static String payee(String row) {
        return """
        (%s.person_id in (%s) and %s = %s)\
        """
                .formatted(
                        row,
                        OnePerson.ids("p.payee_person_id"),
                        OnePerson.now(row),
                        OnePerson.said(
                                "p.payee_person_id", "p.payee_household_id", "p.recorded_at"));
    }

    // Whoever came anywhere after it was entered as dead by mistake.
    private static final String DEAD =
            """
            exists (
                select 1 from household_persons d
                where d.reason = 'DEATH' and d.effective_on <= t.effective_on and d.position <= :household and {dead}
                  and {dead stands}
                  and not exists (
                    select 1 from household_persons c
                    where c.step = 'IN' and c.position <= :household and {came}
                      and c.effective_on <= t.effective_on and c.effective_on >= d.effective_on and {came stands}))\
            """
                    .replace("{dead stands}", Persons.stands("d"))
                    .replace("{came stands}", Persons.stands("c"))
                    .replace("{dead}", payee("d"))
                    .replace("{came}", payee("c"));

    static final String PAYEE_DEAD =
            of(
                    PAID,
                    """
                    select s.household_id, s.region, t.effective_on as since, p.payment_id as detail
                    from standing s
                    join payments p on p.payee_household_id = s.household_id and p.payee_person_id is not null
                      and p.position <= :funding
                    join payment_steps t on t.payment_id = p.payment_id and t.step = 'PAID'
                      and t.effective_on <= :effective and t.position <= :funding
                    where {not returned} and {dead}
                    """
                            .replace("{not returned}", NOT_RETURNED)
                            .replace("{dead}", DEAD));

    private static String inForce(String place) {
        return """
        u.region in (LINEAGE) and u.effective_from <= DAY and u.position <= :household
          and not exists (
            select 1 from exclusion_rules_ended x
            where x.exclusion_id = u.exclusion_id and x.effective_on <= DAY and x.position <= :household)\
        """
                .replace("LINEAGE", RuleSql.lineage(place));
    }

    // Where anything is excluded at all: there, or in the first of what came after it.
    private static final String RULED_FROM =
            """
            coalesce(
                case when exists (select 1 from exclusion_rules u where {in force there}) then REGION end,
                (select heir.code from {after} heir
                 where exists (select 1 from exclusion_rules u where {in force after})
                 order by heir.nth
                 limit 1))\
            """
                    .replace("{in force there}", inForce("REGION"))
                    .replace("{in force after}", inForce("heir.code"))
                    .replace("{after}", RuleSql.after("REGION"));

    /**
     * Under which rules in force on the day a person is on a list, of each register the newest that
     * speaks of no later day, and that was not cleared. Of whoever was erased nothing is told.
     */
    private static String excluded(String person, String household, String region, String day) {
        return """
        (
            select distinct on (l.item) l.item, r.exclusion_id, r.effect, greatest(l.as_of, r.effective_from) as since
            from listed_persons n
            join matching_lists l on l.matching_id = n.matching_id and l.as_of <= DAY and l.position <= :household
            cross join lateral (select {ruled from} as region) ruled
            cross join lateral (
                select u.exclusion_id, u.effect, u.effective_from
                from exclusion_rules u
                where u.item = l.item and {in force}
                order by u.region desc, u.effect desc, u.effective_from desc, u.exclusion_id
                limit 1) r
            where n.person_id = PERSON and n.position <= :household and not ERASED
              and not exists (
                select 1 from matching_lists y
                where y.region = l.region and y.item = l.item and y.list_source = l.list_source
                  and y.as_of <= DAY and y.position <= :household
                  and (y.as_of, y.effective_on, l.matching_id) > (l.as_of, l.effective_on, y.matching_id))
              and not exists (
                select 1 from exclusions_cleared c
                where c.household_id = HOUSEHOLD and c.person_id = n.person_id and c.item = l.item
                  and c.effective_on <= DAY and c.position <= :household and {stands})
            order by l.item, greatest(l.as_of, r.effective_from))\
        """
                .replace("{ruled from}", RULED_FROM)
                .replace("{in force}", inForce("ruled.region"))
                .replace("{stands}", TakenBack.stands("c"))
                .replace("HOUSEHOLD", household)
                .replace("ERASED", Erasure.ofId("n.person_id"))
                .replace("PERSON", person)
                .replace("REGION", region)
                .replace("DAY", day);
    }

    /** A list that came after the registration, or a rule, or the member. */
    static final String MEMBER_EXCLUDED =
            of(
                    """
                    select p.household_id
                    from listed_persons n join household_persons p using (person_id) join here h on h.household_id = p.household_id
                    where p.step <> 'OUT'
                    """,
                    """
                    select a.household_id, a.region, greatest(x.since, p.effective_on, a.effective_on) as since,
                        concat_ws(':', x.item, x.effect, p.who, x.exclusion_id) as detail
                    from registered a
                    join lateral {persons} p on p.step = 'IN'
                    join lateral {excluded} x on true
                    """
                            .replace("{persons}", PERSONS)
                            .replace(
                                    "{excluded}",
                                    excluded("p.who", "a.household_id", "a.region", ":effective")));

    /** Where nobody says whose account it was, any member of that day. */
    static final String PAYEE_EXCLUDED =
            of(
                    PAID + "where exists (select 1 from listed_persons)",
                    """
                    select s.household_id, s.region, t.effective_on as since, p.payment_id || ':' || x.item as detail
                    from standing s
                    join payments p on p.payee_household_id = s.household_id and p.position <= :funding
                    join payment_steps t on t.payment_id = p.payment_id and t.step = 'PAID'
                      and t.effective_on <= :effective and t.position <= :funding
                    cross join lateral (
                        select distinct on (m.who) m.who, m.step
                        from (
                            select m.*, {who} as who from household_persons m
                            where m.household_id = s.household_id and m.step in ('IN', 'OUT')
                              and m.effective_on <= t.effective_on and m.position <= :household and {m stands}
                              and (p.payee_person_id is null or {payee})) m
                        order by m.who, m.effective_on desc, m.sequence desc, m.line desc) m
                    join lateral {excluded} x on true
                    where {not returned} and (m.step = 'IN' or p.payee_person_id is not null)
                    """
                            .replace("{m stands}", Persons.stands("m"))
                            .replace("{who}", OnePerson.now("m"))
                            .replace("{payee}", payee("m"))
                            .replace(
                                    "{excluded}",
                                    excluded(
                                            "m.who",
                                            "s.household_id",
                                            "s.region",
                                            "t.effective_on"))
                            .replace("{not returned}", NOT_RETURNED));

    static final String PAYEE_NOT_A_MEMBER =
            of(
                    PAID,
                    """
                    select s.household_id, s.region, t.effective_on as since, p.payment_id as detail
                    from standing s
                    join payments p on p.payee_household_id = s.household_id and p.payee_person_id is not null
                      and p.position <= :funding
                    join payment_steps t on t.payment_id = p.payment_id and t.step = 'PAID'
                      and t.effective_on <= :effective and t.position <= :funding
                    where {not returned} and not {dead} and 'IN' is distinct from (
                        select m.step from household_persons m
                        where m.household_id = s.household_id and m.step in ('IN', 'OUT')
                          and m.effective_on <= t.effective_on and m.position <= :household and {m stands} and {payee}
                        order by m.effective_on desc, m.sequence desc, m.line desc
                        limit 1)
                    """
                            .replace("{not returned}", NOT_RETURNED)
                            .replace("{m stands}", Persons.stands("m"))
                            .replace("{dead}", DEAD)
                            .replace("{payee}", payee("m")));

    private static final String LENT =
            "select l.household_id from loans l join here h on h.household_id = l.household_id";

    /** What of a loan is owed still after a day; nothing of one that was taken back. */
    private static String owed(String loan, String day) {
        return """
        (case when exists (
            select 1 from loan_steps b
            where b.loan_id = %1$s.loan_id and b.step = 'TAKEN_BACK' and b.position <= :funding) then 0
         else %1$s.amount_fen - (
            select coalesce(sum(r.amount_fen), 0) from loan_steps r
            where r.loan_id = %1$s.loan_id and r.step = 'REPAID' and r.effective_on <= %2$s and r.position <= :funding) end)\
        """
                .formatted(loan, day);
    }

    /** Of loans {@code l} that are not repaid, by the rules of the day on which they were lent. */
    private static String loans(String detail, String condition) {
        return of(
                LENT,
                """
                select s.household_id, s.region, l.effective_on as since, %s as detail
                from standing s
                join loans l on l.household_id = s.household_id and l.effective_on <= :effective and l.position <= :funding
                where %s > 0 and %s
                """
                        .formatted(detail, owed("l", ":effective"), condition));
    }

    private static String rule(String code) {
        return RuleSql.valueOf(code, "l.region", "l.effective_on");
    }

    private static final String OWED_TOGETHER =
            """
            (select sum({owed}) from loans o
             where o.household_id = l.household_id and o.effective_on <= l.effective_on and o.position <= :funding)\
            """
                    .replace("{owed}", owed("o", "l.effective_on"));

    static final String LOAN_ABOVE_LIMIT =
            loans(
                    "l.loan_id || ':' || " + OWED_TOGETHER,
                    OWED_TOGETHER + " > 100 * " + rule("micro-credit-max"));

    static final String LOAN_TOO_LONG =
            loans(
                    "l.loan_id || ':' || l.due_on",
                    "l.due_on > l.effective_on + make_interval(months => cast(%s as int))"
                            .formatted(rule("micro-credit-months-max")));

    private static final String BORROWER =
            OnePerson.said("l.person_id", "l.household_id", "l.recorded_at");

    static final String LOAN_BORROWER_NOT_A_MEMBER =
            loans(
                    "l.loan_id",
                    """
                    l.person_id is not null and 'IN' is distinct from (
                        select m.step from household_persons m
                        where m.household_id = l.household_id and m.step in ('IN', 'OUT')
                          and m.effective_on <= l.effective_on and m.position <= :household and {m stands}
                          and m.person_id in ({ids}) and {now} = {said}
                        order by m.effective_on desc, m.sequence desc, m.line desc
                        limit 1)
                    """
                            .replace("{m stands}", Persons.stands("m"))
                            .replace("{ids}", OnePerson.ids("l.person_id"))
                            .replace("{now}", OnePerson.now("m"))
                            .replace("{said}", BORROWER));

    // Only the year of birth is known: whoever may be of that age is.
    static final String LOAN_BORROWER_AGE =
            loans(
                    "l.loan_id",
                    """
                    exists (
                        select 1 from (select l.household_id, {said} as who) p cross join lateral {called} c
                        where extract(year from l.effective_on) - c.birth_year < {min}
                           or extract(year from l.effective_on) - c.birth_year - 1 > {max})
                    """
                            .replace("{said}", BORROWER)
                            .replace("{called}", Persons.called("p"))
                            .replace("{min}", rule("micro-credit-age-min"))
                            .replace("{max}", rule("micro-credit-age-max")));

    static final String LOAN_USED_BY_ENTERPRISE =
            loans(
                    "l.loan_id",
                    "l.used_by = 'ENTERPRISE' and %s = 1"
                            .formatted(rule("micro-credit-own-use-required")));

    /** Only a household registered as poor borrows so; one that left poverty does still. */
    static final String LOAN_NOT_REGISTERED =
            loans(
                    "l.loan_id",
                    """
                    not exists (
                        select 1 from (
                            select o.state from household_states o
                            where o.household_id = l.household_id and o.effective_on <= l.effective_on and o.position <= :household
                              and {stands}
                            order by o.effective_on desc, o.sequence desc
                            limit 1) then_it_stood
                        where then_it_stood.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED', 'SUSPENDED', 'EXITED'))
                    """
                            .replace("{stands}", Register.stands("o")));

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
                    from poor_village_exits) s
                where {step stands}) v
            cross join lateral (
                select coalesce(sum(c.change), 0) as persons
                from (
                    select distinct on (s.household_id) s.household_id, s.state, {placed} as region
                    from household_states s
                    where s.effective_on <= v.effective_on and s.position <= :household and {s stands}
                      and s.household_id in (
                        select o.household_id from household_states o where o.region = v.region
                        union select o.household_id from household_moves o where v.region in (o.region, o.from_region))
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
                      and x.effective_on <= v.effective_on and x.position <= :household and {x stands}
                  union
                    select x.region from before b join region_successions x
                      on x.successors && array[b.region, left(b.region, 9) || '000', left(b.region, 6) || '000000']
                    where x.effective_on <= v.effective_on and x.position <= :household and {x stands})
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
                         and o.position <= :household and {o stands}
                       order by o.effective_on desc, o.sequence desc
                       limit 1) in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED'))
            """
                    .replace("{step stands}", TakenBack.stands("s"))
                    .replace("{x stands}", TakenBack.stands("x"))
                    .replace("{s stands}", stoodOn("s"))
                    .replace("{o stands}", stoodOn("o"))
                    .replace("{placed}", Register.placedOn("s", "v.effective_on"));

    /** As it stood on the day of what was stated, not as of the one that is asked for. */
    private static String stoodOn(String row) {
        return Register.stands(row).replace(":effective", "v.effective_on");
    }

    /**
     * Since the first recheck that failed and that no better one followed; whoever is identified
     * anew is out by another exit.
     */
    static final String VILLAGE_RECHECK_FAILED =
            """
            select h.region, min(h.effective_on) as since, '' as detail
            from held h
            where h.what = 'RECHECK' and not h.confirmed and {in h.region}
              and h.effective_on <= :effective and h.position <= :household and {h stands}
              and not exists (
                select 1 from held x
                where x.what = 'RECHECK' and x.confirmed and x.region = h.region
                  and (x.effective_on, x.sequence) > (h.effective_on, h.sequence)
                  and x.effective_on <= :effective and x.position <= :household and {x stands})
              and not exists (
                select 1 from poor_villages x
                where x.region = h.region and (x.effective_on, x.sequence) > (h.effective_on, h.sequence)
                  and x.effective_on <= :effective and x.position <= :household and {x stands})
            group by h.region
            """
                    .replace("{h stands}", TakenBack.stands("h"))
                    .replace("{x stands}", TakenBack.stands("x"));

    /** Of the step that came after the notice hung and before another did. */
    static final String VILLAGE_OBJECTION_AFTER_STEP =
            """
            select v.region, greatest(o.effective_on, p.effective_on) as since, v.about || ':' || o.step as detail
            from village_notices v
            join lateral (
                select s.step, s.effective_on
                from village_notices s
                where s.stream_id = v.stream_id and s.about = v.about and s.sequence > v.sequence
                  and s.step in ('OBJECTION', 'SETTLED', 'UPHELD')
                  and s.effective_on <= :effective and s.position <= :household
                  and not exists (
                    select 1 from village_notices x
                    where x.stream_id = v.stream_id and x.about = v.about
                      and x.sequence > v.sequence and x.sequence < s.sequence and x.step in ('POSTED', 'WITHDRAWN'))
                order by s.effective_on desc, s.sequence desc
                limit 1) o on o.step <> 'SETTLED'
            join lateral (
                select s.effective_on
                from (select event_id, region, sequence, position, effective_on, 'IDENTIFICATION' as about from poor_villages
                      union all
                      select event_id, region, sequence, position, effective_on, 'EXIT' from poor_village_exits) s
                where s.region = v.region and s.about = v.about and s.sequence > v.sequence
                  and s.effective_on <= :effective and s.position <= :household and {step stands}
                  and not exists (
                    select 1 from village_notices x
                    where x.stream_id = v.stream_id and x.about = v.about
                      and x.sequence > v.sequence and x.sequence < s.sequence and x.step in ('POSTED', 'WITHDRAWN'))
                order by s.sequence
                limit 1) p on true
            where v.step = 'POSTED' and {in v.region} and v.effective_on <= :effective and v.position <= :household
            """
                    .replace("{step stands}", TakenBack.stands("s"));

    /** By the latest word on each unit; of one that names no household nothing is asked. */
    static final String UNIT_CONTACT_DIFFERS =
            """
            select c.region, c.effective_on as since, c.households || '≠' || c.named || ':' || left(c.unit, 100) as detail
            from (
                select distinct on (u.region, u.unit) u.*
                from unit_contacts u
                where {in u.region} and u.effective_on <= :effective and u.position <= :household
                order by u.region, u.unit, u.effective_on desc, u.sequence desc) c
            where c.households > 0 and c.named <> c.households
            """;
}
