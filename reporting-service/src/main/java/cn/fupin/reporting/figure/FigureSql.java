package cn.fupin.reporting.figure;

import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.OnePerson;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.register.Register;

/**
 * The SQL of the figures' lines. Every fact is taken as of {@code :effective} and as known up to
 * the position of its own service; for {@code {in …}}, {@code {place …}} and {@code {village …}}
 * see {@link cn.fupin.reporting.regions.Scope}.
 */
final class FigureSql {
    private FigureSql() {}

    // Of each region the last first; which of them counts is for Statements to say.
    private static final String MEASURES_SAID =
            """
            select f.event_id, f.region, f.effective_on
            from region_facts f
            where f.measure in (:measures) and %s
              and f.effective_on <= :effective and f.position <= :household
            order by f.region, f.effective_on desc, f.sequence desc
            """;

    static final String MEASURE_SAID = MEASURES_SAID.formatted("{in f.region}");

    // Of a part of a county it is the county's.
    static final String MEASURE_OF_COUNTY_SAID =
            MEASURES_SAID.formatted("({in f.region} or f.region = :county)");

    static final String MEASURE =
            """
            select region as subject, region, value, assumed, array[event_id] as events, effective_on
            from region_facts
            where event_id = any(:counting)
            """;

    // The villages of which something of the measure is said at last.
    static final String VILLAGES_WITH =
            """
            with latest as (
                select distinct on (region) region, prefix, value, assumed, event_id, effective_on
                from region_facts
                where measure = :measure and {in region}
                  and effective_on <= :effective and position <= :household
                order by region, effective_on desc, sequence desc)
            select distinct on (subject)
                {village region} as subject, region, 1::numeric as value, assumed, array[event_id] as events, effective_on
            from latest
            where value > 0 and prefix = region
            order by subject, effective_on, region
            """;

    // Those that have not ended as divisions by the day.
    static final String LISTED_VILLAGES =
            """
            with latest as (
                select distinct on (region) *
                from listed_regions
                where level = 'VILLAGE' and {in region}
                  and effective_on <= :effective and position <= :household and {listed}
                order by region, effective_on desc, sequence desc)
            select distinct on (subject)
                {village region} as subject, region, 1::numeric as value, false as assumed,
                array[event_id] as events, effective_on
            from latest
            where coalesce(village_type, 'VILLAGE_COMMITTEE') = :type
              and not exists (
                select 1 from region_successions s
                where s.region = latest.region and s.effective_on <= :effective and s.position <= :household
                  and {s stands})
            order by subject, effective_on, region
            """
                    .replace("{listed}", TakenBack.stands("listed_regions"))
                    .replace("{s stands}", TakenBack.stands("s"));

    static final String POOR_VILLAGES =
            """
            select distinct on (subject)
                {village region} as subject, region, 1::numeric as value, assumed,
                array[event_id] as events, effective_on
            from poor_villages
            where {in region} and effective_on <= :effective and position <= :household and {stands}
            order by subject, effective_on, sequence
            """
                    .replace("{stands}", TakenBack.stands("poor_villages"));

    // What was said last of each village that was ever identified; one may be identified again.
    static final String POOR_VILLAGES_STANDING =
            """
            select * from (
                select distinct on (subject)
                    {village region} as subject, region, 1::numeric as value, assumed,
                    array[event_id] as events, effective_on, said
                from (select region, assumed, event_id, effective_on, sequence, position, 'POOR' as said
                      from poor_villages
                      union all
                      select region, assumed, event_id, effective_on, sequence, position, 'OUT'
                      from poor_village_exits) steps
                where {in region} and effective_on <= :effective and position <= :household and {stands}
                order by subject, effective_on desc, sequence desc) latest
            where said = :said
            """
                    .replace("{stands}", TakenBack.stands("steps"));

    // What was stated of each village that is out, as corrected since: that counts from the day of
    // the exit.
    static final String VILLAGES_OUT =
            """
            select subject, region, case when :stated = 'POOR' then poor else whole end::numeric as value, assumed,
                array_remove(array[event_id, corrected_by], null) as events, effective_on
            from (
                select distinct on (subject)
                    {village region} as subject, region, assumed, event_id, corrected_by, effective_on, poor, whole,
                    denominator
                from (select region, assumed, event_id, effective_on, sequence, position, null as corrected_by,
                             null::bigint as poor, null::bigint as whole, null as denominator
                      from poor_villages
                      union all
                      select e.region, e.assumed, e.event_id, e.effective_on, e.sequence, e.position, c.event_id,
                             coalesce(c.poor_persons, e.poor_persons),
                             coalesce(c.denominator_persons, e.denominator_persons),
                             coalesce(c.denominator, e.denominator)
                      from poor_village_exits e
                      left join lateral (
                        select * from poor_village_corrections c
                        where c.corrects_event_id = e.event_id and c.position <= :household
                        order by c.sequence desc
                        limit 1) c on true) steps
                where {in region} and effective_on <= :effective and position <= :household and {stands}
                order by subject, effective_on desc, sequence desc) latest
            where denominator = :denominator
            """
                    .replace("{stands}", TakenBack.stands("steps"));

    private static final String HELD =
            """
            select %s as subject, region, %s::numeric as value, assumed,
                array[event_id] as events, effective_on
            from held
            where what = :what and {in region}
              and effective_on <= :effective and position <= :household and %s
            """;

    static final String HELD_TIMES = held("region", "1");
    static final String HELD_TITLED = held("event_id", "1");
    static final String HELD_CLASSES = held("region", "classes");
    static final String HELD_PERSON_TIMES = held("region", "person_times");
    static final String HELD_PERSONS = held("region", "persons") + "  and persons is not null";

    private static String held(String subject, String value) {
        return HELD.formatted(subject, value, TakenBack.stands("held"));
    }

    // Of a village that is, or came after one, that was identified as poor by then: of what never
    // was poor no exit is looked into. Which it was may be entered after the recheck.
    private static final String WAS_POOR =
            """
            exists (
                select 1 from poor_villages p
                where {in p.region} and {village p.region} = {village held.region}
                  and p.effective_on <= held.effective_on and p.position <= :household and {p stands})\
            """
                    .replace("{p stands}", TakenBack.stands("p"));

    // The villages of which it is said at least once.
    static final String VILLAGES_RECHECKED =
            """
            select distinct on (subject)
                {village region} as subject, region, 1::numeric as value, assumed,
                array[event_id] as events, effective_on
            from held
            where what = :what and {in region} and effective_on <= :effective and position <= :household
              and {stands} and {was poor}
            order by subject, effective_on, sequence
            """
                    .replace("{stands}", TakenBack.stands("held"))
                    .replace("{was poor}", WAS_POOR);

    // By the last recheck that says how it came out; what is identified anew is out by another
    // exit.
    static final String RECHECK_FAILED =
            """
            select subject, region, 1::numeric as value, assumed, array[event_id] as events, effective_on
            from (
                select distinct on (subject)
                    {village region} as subject, region, assumed, event_id, effective_on, sequence, confirmed
                from held
                where what = 'RECHECK' and confirmed is not null and {in region}
                  and effective_on <= :effective and position <= :household and {held} and {was poor}
                order by subject, effective_on desc, sequence desc) latest
            where not confirmed
              and not exists (
                select 1 from poor_villages x
                where x.region = latest.region
                  and (x.effective_on, x.sequence) > (latest.effective_on, latest.sequence)
                  and x.effective_on <= :effective and x.position <= :household and {x stands})
            """
                    .replace("{held}", TakenBack.stands("held"))
                    .replace("{was poor}", WAS_POOR)
                    .replace("{x stands}", TakenBack.stands("x"));

    // Two rounds on one day are one day.
    static final String HELD_DAYS =
            """
            select cast(effective_on as text) as subject, min(region) as region, 1::numeric as value,
                bool_or(assumed) as assumed, array_agg(event_id order by position) as events, effective_on
            from held
            where what = :what and {in region} and effective_on <= :effective and position <= :household
              and {stands}
            group by effective_on
            """
                    .replace("{stands}", TakenBack.stands("held"));

    // A team that was withdrawn is there until the day before.
    private static final String STILL_THERE =
            """
            not exists (
                select 1 from work_team_withdrawals w
                where w.region = work_teams.region and w.team = work_teams.team
                  and w.effective_on <= :effective and w.position <= :household)
            """;

    static final String TEAMS =
            """
            select distinct on (region, team)
                team as subject, region, 1::numeric as value, assumed, array[event_id] as events, effective_on
            from work_teams
            where kind = :kind and level in (:levels) and {in region}
              and effective_on <= :effective and position <= :household
              and %s
            order by region, team, effective_on, sequence
            """
                    .formatted(STILL_THERE);

    // A unit with several teams is one unit.
    static final String TEAM_UNITS =
            """
            select unit as subject, min(region) as region, 1::numeric as value, bool_or(assumed) as assumed,
                array_agg(distinct event_id) as events, min(effective_on) as effective_on
            from work_teams cross join unnest(units) unit
            where kind = :kind and {in region} and effective_on <= :effective and position <= :household
              and %s
            group by unit
            """
                    .formatted(STILL_THERE);

    // Who took up the duty and, with less than nothing, who gave it up.
    static final String STAFF =
            """
            select region as subject, region, persons::numeric as value, assumed, array[event_id] as events,
                effective_on
            from staff
            where kind = :kind and {in region} and effective_on <= :effective and position <= :household
            """;

    private static final String CONTACTS =
            """
            select * from (
                select distinct on (region, unit) *
                from unit_contacts
                where {in region} and effective_on <= :effective and position <= :household
                order by region, unit, effective_on desc, sequence desc) said
            where households > 0
            """;

    // As many as each unit was last given in each village.
    static final String CONTACT_HOUSEHOLDS =
            """
            select unit as subject, region, households::numeric as value, assumed, array[event_id] as events,
                effective_on
            from (%s) latest
            """
                    .formatted(CONTACTS);

    static final String CONTACT_UNITS =
            """
            select unit as subject, min(region) as region, 1::numeric as value, bool_or(assumed) as assumed,
                array_agg(event_id order by region) as events, min(effective_on) as effective_on
            from (%s) latest
            group by unit
            """
                    .formatted(CONTACTS);

    // Of the nearest division that has one, the latest in force.
    static final String RULE =
            """
            select event_id as subject, region, value::numeric as value, assumed, array[event_id] as events,
                effective_on
            from rules
            where code = :code and region in (:lineage) and effective_from <= :effective
              and effective_on <= :effective and position <= :household
            order by region desc, effective_from desc, sequence desc
            limit 1
            """;

    // One line for each household of these.
    static String households(String lines) {
        return """
        select household_id as subject, region, 1::numeric as value, assumed,
            array[event_id] as events, effective_on
        from (%s) lines
        """
                .formatted(lines);
    }

    // The persons of each of these on its day: those it opened with and whoever came or went by
    // then.
    static String persons(String lines) {
        return """
        select lines.household_id as subject, lines.region, m.persons as value,
            lines.assumed or m.assumed as assumed, lines.event_id || m.events as events, lines.effective_on
        from (%s) lines
        cross join lateral (
            select coalesce(sum(c.change), 0)::numeric as persons,
                coalesce(bool_or(c.assumed) filter (where c.reason <> 'OPENING'), false) as assumed,
                coalesce(array_agg(c.event_id order by c.effective_on, c.sequence)
                    filter (where c.reason <> 'OPENING'), '{}') as events
            from member_changes c
            where c.household_id = lines.household_id and c.effective_on <= lines.day
              and c.position <= :household) m
        """
                .formatted(lines);
    }

    // Of steps and acts it counts where the household lay then.
    private static final String STATES = Register.STATES;
    private static final String ACTS = Register.facts("household_acts");

    // Whoever was ever registered, once, whatever came after.
    static final String IDENTIFIED =
            """
            select distinct on (household_id)
                household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from %s states
            where state = 'REGISTERED' and not opening and {in lies}
              and effective_on <= :effective and position <= :household
            order by household_id, effective_on, sequence
            """
                    .formatted(STATES);

    static final String MOVED =
            """
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from %s states
            where state = :state and not opening and {in lies}
              and effective_on <= :effective and position <= :household
            """
                    .formatted(STATES);

    // What a round of re-verification 回头看 brought onto the register and took off it.
    static final String OF_ROUNDS =
            """
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from %s states
            where round_id is not null and (state = 'REMOVED') = :left and {in lies}
              and effective_on <= :effective and position <= :household
            """
                    .formatted(STATES);

    /**
     * SQL: whether that exit was taken back by the day: from then on it is none, and the household
     * has been on the register all the time.
     */
    private static String revoked(String exit) {
        return """
        coalesce((
            select n.state = 'EXIT_REVOKED' from household_states n
            where n.household_id = %1$s.household_id and (n.effective_on, n.sequence) > (%1$s.effective_on, %1$s.sequence)
              and n.effective_on <= :effective and n.position <= :household and %2$s
            order by n.effective_on, n.sequence
            limit 1), false)
        """
                .formatted(exit, Register.stands("n"));
    }

    static final String EXITED =
            """
            select x.household_id, x.lies as region, x.assumed, x.event_id, x.effective_on, x.effective_on as day
            from %s x
            where x.state = 'EXITED' and not x.opening and {in x.lies}
              and x.effective_on <= :effective and x.position <= :household
              and not %s
            """
                    .formatted(STATES, revoked("x"));

    private static final String STANDING =
            Register.STANDING
                    + """
                    select household_id, region, assumed, event_id, effective_on, cast(:effective as date) as day
                    from standing
                    where state in (%s)
                    """;

    static final String REGISTERED =
            STANDING.formatted("'REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED'");

    // Not on the register while it lasts; persons, places and helper are kept for it.
    static final String SUSPENDED = STANDING.formatted("'SUSPENDED'");

    // By correction, from a household that was on the register.
    static final String SPLIT_OFF =
            """
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from %s states
            where state = 'REGISTERED' and opening and {in lies}
              and effective_on <= :effective and position <= :household
            """
                    .formatted(STATES);

    // 建档立卡对象: an exit leaves the file where it is.
    static final String ON_FILE =
            STANDING.formatted("'REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED', 'EXITED'");

    static final String CAUSE_CLASSIFIED =
            """
            select f.household_id, f.region, c.assumed, c.event_id, c.effective_on, f.day
            from (%s) f
            join lateral (
                select * from household_causes c
                where c.household_id = f.household_id and {day} <= :effective and c.position <= :household and {said}
                order by {latest first}
                limit 1) c on true
            """
                    .replace("{day}", Corrections.day("c", "household_causes"))
                    .replace("{latest first}", Corrections.latestFirst("c", "household_causes"))
                    .replace("{said}", Register.saidStill("c"))
                    .formatted(ON_FILE);

    static final String LED =
            """
            select f.household_id, f.region, h.assumed, h.event_id, h.effective_on, f.day
            from (%s) f
            join lateral (
                select * from household_helpers h
                where h.household_id = f.household_id and h.effective_on <= :effective and h.position <= :household
                order by h.effective_on desc, h.sequence desc
                limit 1) h on h.helper_kind = 'LEADER'
            where exists (select 1 from household_helpers where helper_kind = 'LEADER')
            """
                    .formatted(ON_FILE);

    // Whether it was on the register, or suspended, when the day began: who comes in on the day of
    // its registration is counted among those registered, who goes on the day of its exit among
    // those who exit. The persons of a suspended household are taken off as they are on the day.
    private static final String WAS_ON_REGISTER =
            """
            (select s.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED', 'SUSPENDED')
                or s.state = 'EXITED' and TAKEN_BACK
             from household_states s
             where s.household_id = x.household_id and %s and s.position <= :household and STANDS
             order by s.effective_on desc, s.sequence desc
             limit 1)
            """
                    .replace("STANDS", Register.stands("s"))
                    .replace("TAKEN_BACK", revoked("s"));

    // Where the household lay that morning: it may have moved before the change was recorded, and
    // on a day after the one asked for.
    static final String MEMBERS_CHANGED =
            """
            select x.household_id as subject, x.region, (x.change * :change)::numeric as value, x.assumed,
                array[x.event_id] as events, x.effective_on
            from (
                select c.*, coalesce(after.region, before.from_region, c.said_in) as region
                from (select household_id, region as said_in, reason, came, change, assumed, event_id, effective_on, position
                      from member_changes) c
                left join lateral (
                    select m.region from household_moves m
                    where m.household_id = c.household_id and m.effective_on < c.effective_on
                      and m.position <= :household
                    order by m.effective_on desc, m.sequence desc
                    limit 1) after on true
                left join lateral (
                    select m.from_region from household_moves m
                    where m.household_id = c.household_id and m.effective_on >= c.effective_on
                      and m.position <= :household
                    order by m.effective_on, m.sequence
                    limit 1) before on true) x
            where x.reason <> 'OPENING' and x.came = (:change > 0) and {in x.region}
              and x.effective_on <= :effective and x.position <= :household
              and %s
            """
                    .formatted(WAS_ON_REGISTER.formatted("s.effective_on < x.effective_on"));

    // Those that were on the register until then: the others leave it as it was.
    static final String ENDED =
            """
            select x.household_id, x.lies as region, x.assumed, x.event_id, x.effective_on, x.effective_on as day
            from %s x
            where x.state = :state and {in x.lies}
              and x.effective_on <= :effective and x.position <= :household
              and %s
            """
                    .formatted(
                            STATES,
                            WAS_ON_REGISTER.formatted(
                                    "(s.effective_on, s.sequence) < (x.effective_on, x.sequence)"));

    // 错评: it had exited and never was poor. An exit taken back before is none, then the removal
    // is of one on the register.
    static final String REMOVED_AFTER_EXIT =
            """
            select x.household_id, x.lies as region, x.assumed, x.event_id, x.effective_on, x.effective_on as day
            from %s x
            where x.state = 'REMOVED' and {in x.lies}
              and x.effective_on <= :effective and x.position <= :household
              and (select s.state = 'EXITED' from household_states s
                   where s.household_id = x.household_id
                     and (s.effective_on, s.sequence) < (x.effective_on, x.sequence) and s.position <= :household
                     and %s
                   order by s.effective_on desc, s.sequence desc
                   limit 1)
            """
                    .formatted(STATES, Register.stands("s"));

    // From one region to another while it was on the register; within the region nothing changes.
    // Where it went last before is where it came from: that may be known since the move was told.
    private static final String MOVED_HOUSE =
            """
            select x.household_id, x.%1$s as region, x.assumed, x.event_id, x.effective_on, x.effective_on as day
            from (
                select m.*, coalesce((
                    select b.region from household_moves b
                    where b.household_id = m.household_id
                      and (b.effective_on, b.sequence) < (m.effective_on, m.sequence) and b.position <= :household
                    order by b.effective_on desc, b.sequence desc
                    limit 1), m.from_region) as came_from
                from household_moves m) x
            where {in x.%1$s} and not {in x.%2$s}
              and x.effective_on <= :effective and x.position <= :household
              and %3$s
            """;

    private static String movedHouse(String place, String other) {
        return MOVED_HOUSE.formatted(
                place,
                other,
                WAS_ON_REGISTER.formatted(
                        "(s.effective_on, s.sequence) < (x.effective_on, x.sequence)"));
    }

    static final String MOVED_IN = movedHouse("region", "came_from");
    static final String MOVED_OUT = movedHouse("came_from", "region");

    // Where it was said last: of one that moved since, it is no more said where it lay before.
    private static final String ACTED =
            """
            with here as (
                select household_id from household_acts where what = :what%1$s and {in region}
                union %2$s),
            latest as (
                select distinct on (a.household_id) a.*
                from household_acts a join here using (household_id)
                where a.what = :what%1$s and a.effective_on <= :effective and a.position <= :household and %4$s
                  and %5$s
                order by a.household_id, a.effective_on desc, a.sequence desc),
            told as (select l.*, %3$s as lies from latest l)
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from told
            where {in lies}
            """;

    static final String ACTED_FOR = acted("");
    static final String ACTED_BY = acted(" and detail = :detail");

    private static String acted(String of) {
        return ACTED.formatted(
                of,
                Register.MOVERS,
                Register.placedThen("l"),
                TakenBack.stands("a"),
                Register.inLife("a"));
    }

    // Where each household lies on the day of which something is said of the policy.
    private static final String SUPPORTED =
            """
            with here as (
                select household_id from household_policies where policy = :policy and {in region}
                union {movers}),
            told as (
                select p.*, {placed} as lies
                from household_policies p
                join here using (household_id)
                where p.policy = :policy and p.step in (:steps)
                  and p.effective_on <= :effective and p.position <= :household
                  and not exists (
                    select 1 from household_policies t
                    where t.corrects_event_id = p.event_id and t.person_id = p.person_id
                      and t.position <= :household)),
            latest as (
                select distinct on (t.household_id, t.person, t.occasion) t.*
                from (select told.*, {now} as person from told where {in lies}) t
                order by t.household_id, t.person, t.occasion, t.effective_on desc, t.sequence desc),
            had as (
                select * from latest x
                where step <> 'ENDED' and %s)
            """
                    .replace("{movers}", Register.MOVERS)
                    .replace("{placed}", Register.placed("p"))
                    .replace("{now}", OnePerson.now("told"));

    // What was had once stays so, whatever became of the household.
    private static final String ONCE = "true";

    private static final String LASTING =
            """
            not exists (
                select 1 from household_states s
                where s.household_id = x.household_id and s.state in ('REMOVED', 'MERGED', 'DISSOLVED')
                  and s.effective_on <= :effective and s.position <= :household and %s)
            """
                    .formatted(Register.stands("s"));

    // A household counts once, and each person in it.
    private static final String SUPPORTED_BY_HOUSEHOLD =
            SUPPORTED
                    + """
                    select household_id as subject, min(lies) as region, %s::numeric as value,
                        bool_or(assumed) as assumed, array_agg(distinct event_id) as events,
                        max(effective_on) as effective_on
                    from had
                    where %s
                    group by household_id
                    """;

    private static final String OF_ANY_WAY = "true";
    private static final String OF_ONE_WAY = "way = :way";

    static String policyHouseholds(boolean lasting, boolean ofOneWay) {
        return policy(lasting, "1", ofOneWay);
    }

    static String policyPersons(boolean lasting, boolean ofOneWay) {
        return policy(lasting, "count(distinct person)", ofOneWay);
    }

    private static String policy(boolean lasting, String value, boolean ofOneWay) {
        return SUPPORTED_BY_HOUSEHOLD.formatted(
                lasting ? LASTING : ONCE, value, ofOneWay ? OF_ONE_WAY : OF_ANY_WAY);
    }

    // 集中安置点: each site by its name, in the village of whoever was moved there first.
    static final String RELOCATION_SITES =
            SUPPORTED.formatted(ONCE)
                    + """
                    select settlement as subject, (array_agg(lies order by effective_on, sequence))[1] as region,
                        1::numeric as value, bool_or(assumed) as assumed, array_agg(distinct event_id) as events,
                        min(effective_on) as effective_on
                    from had
                    where way = 'CONCENTRATED' and settlement is not null
                    group by settlement
                    """;

    // A plan is one until it is dropped, the household is out of poverty or its life ends; relapsed
    // or entered anew, it is planned anew.
    static final String EXIT_PLANNED =
            """
            with here as (
                select household_id from household_acts where what = 'EXIT_PLAN' and {in region}
                union {movers}),
            latest as (
                select distinct on (a.household_id) a.*
                from household_acts a join here using (household_id)
                where a.what in ('EXIT_PLAN', 'EXIT_PLAN_DROPPED')
                  and a.effective_on <= :effective and a.position <= :household and {in life}
                order by a.household_id, a.effective_on desc, a.sequence desc),
            told as (select l.*, {placed then} as lies from latest l)
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from told
            where what = 'EXIT_PLAN' and {in lies}
              and not exists (
                select 1 from household_states s
                where s.household_id = told.household_id and not s.opening
                  and s.state in ('REGISTERED', 'RELAPSED', 'EXITED', 'REMOVED', 'MERGED', 'DISSOLVED')
                  and (s.effective_on, s.sequence) > (told.effective_on, told.sequence)
                  and s.effective_on <= :effective and s.position <= :household and {stands})
            """
                    .replace("{stands}", Register.stands("s"))
                    .replace("{in life}", Register.inLife("a"))
                    .replace("{movers}", Register.MOVERS)
                    .replace("{placed then}", Register.placedThen("l"));

    static final String VISITS =
            """
            select household_id as subject, lies as region, 1::numeric as value, assumed, array[event_id] as events,
                effective_on
            from %s acts
            where what = 'VISIT' and coalesce(detail, 'HOME') = 'HOME' and {in lies} and effective_on <= :effective and position <= :household
              and %s and %s
            """
                    .formatted(ACTS, TakenBack.stands("acts"), Register.inLife("acts"));

    static final String MONITORED =
            """
            with here as (
                select household_id from household_watches where step = 'CONFIRMED' and {in region}
                union %s),
            watched as (
                select distinct on (w.household_id) w.*
                from household_watches w join here using (household_id)
                where w.effective_on <= :effective and w.position <= :household and %s
                order by w.household_id, w.effective_on desc, w.sequence desc),
            latest as (
                select w.household_id, w.step, w.assumed, w.event_id, w.effective_on, %s as region from watched w)
            select household_id, region, assumed, event_id, effective_on, cast(:effective as date) as day
            from latest
            where step = 'CONFIRMED' and {in region}
            """
                    .formatted(Register.MOVERS, Register.watchStands("w"), Register.placed("w"));

    static final String RISK_ELIMINATED =
            """
            with here as (
                select household_id from household_watches where step = 'ELIMINATED' and {in region}
                union %s),
            latest as (
                select distinct on (w.household_id) w.*
                from household_watches w join here using (household_id)
                where w.step = 'ELIMINATED' and w.effective_on <= :effective and w.position <= :household
                order by w.household_id, w.effective_on desc, w.sequence desc),
            told as (select l.*, %s as lies from latest l)
            select household_id, lies as region, assumed, event_id, effective_on, effective_on as day
            from told
            where {in lies}
            """
                    .formatted(Register.MOVERS, Register.placedThen("l"));

    // The line by which the last household was let in: with no registration there is none to speak
    // of.
    static final String POVERTY_LINE =
            """
            select s.poverty_line_id as subject, s.lies as region, coalesce(p.line_fen, s.line_fen)::numeric as value,
                false as assumed, array_remove(array[p.event_id, s.event_id], null) as events, s.effective_on
            from (
                select * from %s states
                where state in ('REGISTERED', 'RELAPSED') and {in lies} and line_fen is not null
                  and effective_on <= :effective and position <= :household
                order by effective_on desc, position desc
                limit 1) s
            left join lateral (
                select event_id, line_fen from poverty_lines
                where poverty_line_id = s.poverty_line_id and position <= :household
                order by effective_on desc, sequence desc
                limit 1) p on true
            """
                    .formatted(STATES);

    // Of each region that of the latest year that has begun first.
    static final String QUOTA_SAID =
            """
            select event_id, region, effective_on
            from quotas
            where {in region} and year <= extract(year from cast(:effective as date))
              and effective_on <= :effective and position <= :household
            order by region, year desc, effective_on desc, sequence desc
            """;

    private static final String OF_QUOTA =
            """
            select region as subject, region, %s::numeric as value, assumed, array[event_id] as events, effective_on
            from quotas
            where event_id = any(:counting)
            """;

    static final String QUOTA = OF_QUOTA.formatted("persons");
    static final String QUOTA_CEILING = OF_QUOTA.formatted("ceiling_persons");

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
                    where {in x.region} and x.effective_on <= :effective and x.position <= :funding
                    """;

    private static final String SERVED =
            """
            select {village x.region} as subject, min(x.region) as region, %s::numeric as value, bool_or(x.assumed) as assumed,
                array_agg(distinct x.event_id) as events, min(x.effective_on) as effective_on
            from project_served x
            """
                    + OF_KIND
                    + """
                    where {in x.region} and x.effective_on <= :effective and x.position <= :project
                    group by 1
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
                    where {in p.region} and x.measure in (:measures)
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
            where x.account like 'paid:%' and {in x.region}
              and x.effective_on <= :effective and x.position <= :funding
            group by x.stream_id, x.region
            """;

    private static final String COMPLAINTS =
            """
            select r.stream_id as subject, r.region, 1::numeric as value,
                r.assumed or coalesce(h.assumed, false) as assumed,
                array_remove(array[r.event_id, h.event_id], null) as events, r.effective_on
            from complaint_steps r
            left join complaint_steps h on h.stream_id = r.stream_id and h.step = 'HANDLED'
              and h.effective_on <= :effective and h.position <= :household
            where r.step = 'RECEIVED' and {in r.region}
              and r.effective_on <= :effective and r.position <= :household
            """;

    static final String COMPLAINTS_RECEIVED = COMPLAINTS;
    static final String COMPLAINTS_HANDLED = COMPLAINTS + "  and h.event_id is not null";
    static final String COMPLAINTS_OPEN = COMPLAINTS + "  and h.event_id is null";
    static final String COMPLAINTS_FOUNDED =
            COMPLAINTS + "  and h.outcome in ('FOUNDED', 'PARTLY_FOUNDED')";

    static final String SAMPLINGS =
            """
            select event_id as subject, region, 1::numeric as value, bool_or(assumed) as assumed,
                array[event_id] as events, effective_on
            from sampled_households
            where {in region} and effective_on <= :effective and position <= :household
            group by event_id, region, effective_on
            """;

    // Where its households lie on the day, whoever sampled them: the county looks through files,
    // and the township in which a household lives puts right what is found. As it is due there.
    private static final String LYING_SAMPLED =
            """
            lying as (
                select s.household_id, s.stream_id, s.event_id, s.position, s.effective_on, s.faults, s.assumed,
                    PLACED as lies
                from sampled_households s
                join household_states o on o.household_id = s.household_id and o.opening and o.position <= :household
                where s.effective_on <= :effective and s.position <= :household)
            """
                    .replace("PLACED", Register.placed("o"));

    // Once each, however often it was sampled; with the faults of any of its samplings.
    private static final String SAMPLED =
            "with "
                    + LYING_SAMPLED
                    + """
                    , sampled as (
                        select household_id, lies as region, bool_or(assumed) as assumed,
                            array_agg(event_id order by position) as events,
                            min(effective_on) as effective_on, sum(faults) as faults
                        from lying
                        where case when {in lies} then true end
                        group by household_id, lies)
                    select household_id as subject, region, 1::numeric as value, assumed, events, effective_on
                    from sampled
                    """;

    static final String HOUSEHOLDS_SAMPLED = SAMPLED;
    static final String HOUSEHOLDS_SAMPLED_FAULTY = SAMPLED + "where faults > 0";

    // As far as what any of its samplings found is put right; only those of which something was
    // found.
    private static final String FAULTY =
            "with "
                    + LYING_SAMPLED
                    + """
                    , found as (
                        select s.*, r.event_id as rectified_by
                        from lying s
                        left join faults_rectified r on r.stream_id = s.stream_id and r.household_id = s.household_id
                          and r.effective_on <= :effective and r.position <= :household
                        where s.faults > 0 and case when {in s.lies} then true end),
                    faulty as (
                        select household_id, lies as region, bool_or(assumed) as assumed,
                            array_agg(event_id order by position) || coalesce(
                                array_agg(rectified_by order by position) filter (where rectified_by is not null), '{}') as events,
                            min(effective_on) as effective_on, bool_or(rectified_by is null) as waits
                        from found
                        group by household_id, lies)
                    select household_id as subject, region, 1::numeric as value, assumed, events, effective_on
                    from faulty
                    """;

    static final String HOUSEHOLDS_FAULTS_OPEN = FAULTY + "where waits";
    static final String HOUSEHOLDS_FAULTS_RECTIFIED = FAULTY + "where not waits";

    // Each helper's year once, by what was said of it last, where that was said.
    static final String APPRAISED =
            """
            with here as (select distinct helper_id, year from helper_appraisals where {in region}),
            latest as (
                select distinct on (helper_id, year) *
                from helper_appraisals join here using (helper_id, year)
                where effective_on <= :effective and position <= :household
                order by helper_id, year, effective_on desc, position desc)
            select helper_id as subject, region, 1::numeric as value, assumed, array[event_id] as events,
                effective_on
            from latest
            where grade = :grade and {in region}
            """;
}
