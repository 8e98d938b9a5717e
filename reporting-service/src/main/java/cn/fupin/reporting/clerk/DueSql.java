package cn.fupin.reporting.clerk;

import cn.fupin.reporting.fact.OnePerson;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.regions.RuleSql;
import cn.fupin.reporting.register.Register;

/**
 * The SQL of the due lists. Each gives {@code subject, household_id, region, since, due_on, what,
 * many, missing, who}: what waits, since when, until when, at which stage, how many it is about,
 * how many of them are lacking, and where it hangs or who has to act.
 */
final class DueSql {
    private DueSql() {}

    // What hangs and is not closed; the day after its last day is the first on which the next step
    // may happen. What is closed waits while an objection to it does, which may have come in late.
    static final String NOTICES =
            """
            select n.notice_id as subject, null::text as household_id, n.region, n.effective_on as since,
                n.effective_on + n.last_days + 1 as due_on, n.kind as what,
                (select count(*) from notice_households h
                 where h.notice_id = n.notice_id and {mine h.household_id}) as many,
                OPEN as missing, n.place as who
            from notices n
            where {in n.region} and exists (
                select 1 from notice_households h where h.notice_id = n.notice_id and {mine h.household_id})
              and n.effective_on <= :effective and n.position <= :household
              and not exists (
                select 1 from notice_steps s
                where s.notice_id = n.notice_id and s.step = 'WITHDRAWN'
                  and s.effective_on <= :effective and s.position <= :household)
              and (not exists (
                select 1 from notice_steps s
                where s.notice_id = n.notice_id and s.step = 'CLOSED'
                  and s.effective_on <= :effective and s.position <= :household)
               or OPEN > 0)
            union all
            select v.stream_id as subject, null::text as household_id, v.region, v.effective_on as since,
                v.effective_on + v.last_days + 1 as due_on, 'VILLAGE_' || v.about as what, 1::bigint as many,
                OBJECTED as missing, v.place as who
            from village_notices v
            where v.step = 'POSTED' and {in v.region} and {mine v.stream_id} and v.effective_on <= :effective and v.position <= :household
              and not exists (
                select 1 from village_notices s
                where s.stream_id = v.stream_id and s.about = v.about and s.sequence > v.sequence
                  and s.step in ('POSTED', 'WITHDRAWN')
                  and s.effective_on <= :effective and s.position <= :household)
              and (not exists (
                select 1 from village_notices s
                where s.stream_id = v.stream_id and s.about = v.about and s.sequence > v.sequence
                  and s.step = 'CLOSED'
                  and s.effective_on <= :effective and s.position <= :household)
               or OBJECTED > 0)
            """
                    .replace(
                            "OPEN",
                            """
                            (select count(*) filter (where s.step = 'OBJECTION') - count(*) filter (where s.step in ('SETTLED', 'UPHELD'))
                             from notice_steps s
                             where s.notice_id = n.notice_id and {mine s.household_id}
                               and s.effective_on <= :effective and s.position <= :household)\
                            """
                                    .strip())
                    .replace(
                            "OBJECTED",
                            """
                            (select count(*) filter (where s.step = 'OBJECTION') - count(*) filter (where s.step in ('SETTLED', 'UPHELD'))
                             from village_notices s
                             where s.stream_id = v.stream_id and s.about = v.about and s.sequence > v.sequence
                               and s.effective_on <= :effective and s.position <= :household)\
                            """
                                    .strip());

    /**
     * SQL: {@code waiting}, the step after which none came that goes on or ends, where the
     * household lies. It begins with those of which no end is later than the last such step, by the
     * day alone: few of those that ever took one.
     */
    private static String waiting(String steps, String ends) {
        return """
        with took as (
            select household_id
            from household_procedures
            where step in (STEPS, ENDS) and {in region} and effective_on <= :effective and position <= :household
              and OF_THE_FIRST
            group by household_id
            having max(effective_on) filter (where step in (STEPS))
                >= coalesce(max(effective_on) filter (where step in (ENDS)), '-infinity')
            union MOVERS),
        open as materialized (
            select p.household_id, p.step, p.effective_on, p.sequence, PLACED as region
            from took join household_procedures p using (household_id)
            where p.step in (STEPS) and p.effective_on <= :effective and p.position <= :household
              and not exists (
                select 1 from household_procedures x
                where x.household_id = p.household_id and x.step in (STEPS, ENDS)
                  and (x.effective_on, x.sequence) > (p.effective_on, p.sequence)
                  and x.effective_on <= :effective and x.position <= :household and OF_THE_LATER)),
        waiting as (select * from open where case when {in region} then true end)
        """
                .replace("OF_THE_FIRST", Register.stepStands("household_procedures"))
                .replace("OF_THE_LATER", Register.stepStands("x"))
                .replace("STEPS", steps)
                .replace("ENDS", ends)
                .replace("MOVERS", Register.MOVERS)
                .replace("PLACED", Register.placed("p"));
    }

    // NOTICE: the one that hangs for the next step.
    private static final String STEP_TAKEN_OR_NOTICE =
            """
            select w.household_id as subject, w.household_id, w.region, w.effective_on as since,
                coalesce(n.effective_on + n.last_days + 1, w.effective_on) as due_on,
                coalesce(n.kind, w.step) as what, 1::bigint as many, 0::bigint as missing, null::text as who
            from waiting w
            left join lateral NOTICE n on true
            """;

    /** SQL: the last notice of the kind that hangs for the household since a step of its. */
    private static String noticeSince(String step, String kind) {
        return """
        (
            select n.kind, n.effective_on, n.last_days
            from notice_households h join notices n using (notice_id)
            where h.household_id = STEP.household_id and n.kind = KIND
              and n.effective_on between STEP.effective_on and :effective and n.position <= :household
              and not exists (
                select 1 from notice_steps s
                where s.notice_id = n.notice_id and s.step = 'WITHDRAWN'
                  and s.effective_on <= :effective and s.position <= :household)
            order by n.effective_on desc, n.sequence desc
            limit 1)\
        """
                .replace("STEP", step)
                .replace("KIND", kind);
    }

    // Until a notice hangs that the next step waits for, the one that was taken tells what is to be
    // done; then the notice does, and by when.
    static final String IDENTIFICATIONS =
            waiting(
                            "'HouseholdApplied', 'HouseholdOnFileApplied', 'HouseholdSurveyed',"
                                    + " 'HouseholdAssessed', 'TownshipReviewed'",
                            "'HouseholdRegistered', 'HouseholdBackOnFile', 'HouseholdRejected', 'HouseholdWithdrew',"
                                    + " 'HouseholdRemoved', 'HouseholdMerged', 'HouseholdDissolved'")
                    + STEP_TAKEN_OR_NOTICE.replace(
                            "NOTICE",
                            noticeSince(
                                    "w",
                                    "case w.step when 'HouseholdAssessed' then 'FIRST'"
                                            + " when 'TownshipReviewed' then 'SECOND' end"));

    // Proposed, assessed, verified or signed for, and waiting since, or until its notice is over;
    // missing is the meeting's vote where the rule asks for it.
    static final String EXITS =
            waiting(
                            "'ExitProposed', 'ExitAssessed', 'ExitVerified', 'ExitAgreed'",
                            "'ExitWithdrawn', 'HouseholdExited', 'HouseholdRemoved',"
                                    + " 'HouseholdSuspended', 'HouseholdMerged', 'HouseholdDissolved'")
                    + """
                    select w.household_id as subject, w.household_id, w.region, w.effective_on as since,
                        coalesce(n.effective_on + n.last_days + 1, w.effective_on) as due_on,
                        coalesce(n.kind, w.step) as what, 1::bigint as many,
                        (case when w.step = 'ExitProposed' then coalesce(ASKED, 0) else 0 end)::bigint as missing,
                        null::text as who
                    from waiting w
                    left join lateral NOTICE n on w.step = 'ExitAgreed'
                    """
                            .replace("NOTICE", noticeSince("w", "'EXIT'"))
                            .replace(
                                    "ASKED",
                                    RuleSql.valueOf(
                                            "exit-assessment-required", "w.region", ":effective"));

    // Listed to exit this year, or an earlier one, and nothing of the exit under way.
    static final String EXIT_PLANS =
            """
            with planned as materialized (
                select household_id from household_acts where what = 'EXIT_PLAN' and {in region}
                union MOVERS),
            STANDING
            select s.household_id as subject, s.household_id, s.region, p.effective_on as since,
                make_date(cast(p.year as int), 12, 31) as due_on, p.year as what, 1::bigint as many, 0::bigint as missing,
                null::text as who
            from standing s
            join lateral THE_PLAN p on cast(p.year as int) <= extract(year from cast(:effective as date))
            left join lateral (
                select q.step from household_procedures q
                where q.household_id = s.household_id and q.effective_on <= :effective and q.position <= :household
                  and q.step in (
                    'HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdExited', 'ExitRevoked', 'HouseholdSuspended',
                    'ExitProposed', 'ExitAssessed', 'ExitVerified', 'ExitAgreed', 'ExitWithdrawn')
                order by q.effective_on desc, q.sequence desc
                limit 1) q on true
            where s.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED')
              and (q.step is null or q.step not in ('ExitProposed', 'ExitAssessed', 'ExitVerified', 'ExitAgreed'))
            """
                    .replace("MOVERS", Register.MOVERS)
                    .replace("STANDING", Register.standingOf("planned"))
                    .replace("THE_PLAN", Register.exitPlan("s.household_id"));

    // Proposed, voted for or reviewed, and neither back on the register nor withdrawn; waiting
    // since, or until its notice is over.
    static final String RELAPSES =
            waiting(
                            "'RelapseProposed', 'RelapseAssessed', 'RelapseReviewed'",
                            "'RelapseWithdrawn', 'HouseholdRelapsed', 'RelapseRevoked', 'ExitRevoked', 'HouseholdRemoved',"
                                    + " 'HouseholdMerged', 'HouseholdDissolved'")
                    + STEP_TAKEN_OR_NOTICE.replace(
                            "NOTICE",
                            noticeSince(
                                    "w",
                                    "case w.step when 'RelapseReviewed' then 'SECOND' else 'FIRST' end"));

    // From the clue to the confirmation, or until it comes to nothing, within the days of the
    // rule, the day of the clue not counted. While an ordinary household is identified the watch
    // rests: on the register there is nothing to watch, back on file it goes on.
    static final String MONITORING =
            waiting(
                            "'MonitoringClueRaised'",
                            "'MonitoringConfirmed', 'MonitoringDismissed', 'MonitoringRevoked', 'HouseholdRegistered',"
                                    + " 'HouseholdRelapsed', 'ExitRevoked', 'HouseholdRemoved',"
                                    + " 'HouseholdMerged', 'HouseholdDissolved'")
                    + """
                    select w.household_id as subject, w.household_id, w.region, w.since, w.due_on, w.what, 1::bigint as many,
                        (case when w.what = 'MonitoringChecked' then coalesce(ASKED, 0) else 0 end)::bigint as missing,
                        null::text as who
                    from (
                        select l.household_id, l.region, l.effective_on as since,
                            l.effective_on + cast(coalesce(DAYS, 0) as int) as due_on,
                            coalesce((
                                select c.step from household_procedures c
                                where c.household_id = l.household_id
                                  and c.step in ('MonitoringChecked', 'MonitoringAssessed')
                                  and (c.effective_on, c.sequence) > (l.effective_on, l.sequence)
                                  and c.effective_on <= :effective and c.position <= :household
                                order by c.effective_on desc, c.sequence desc
                                limit 1), 'MonitoringClueRaised') as what
                        from waiting l
                        where 'HouseholdOnFileApplied' is distinct from (
                            select c.step from household_procedures c
                            where c.household_id = l.household_id
                              and c.step in ('HouseholdOnFileApplied', 'HouseholdBackOnFile')
                              and (c.effective_on, c.sequence) > (l.effective_on, l.sequence)
                              and c.effective_on <= :effective and c.position <= :household
                            order by c.effective_on desc, c.sequence desc
                            limit 1)) w
                    """
                            .replace(
                                    "DAYS",
                                    RuleSql.valueOf(
                                            "monitoring-days-max", "l.region", "l.effective_on"))
                            .replace(
                                    "ASKED",
                                    RuleSql.valueOf(
                                            "monitoring-assessment-required",
                                            "w.region",
                                            ":effective"));

    // Of each year that has begun what its plans say and is not done: of three years what no year's
    // plan has taken up, asked apart from the rest, which makes it a join. What is counted is done
    // when there is as much.
    static final String PLANNED =
            """
            with planning as materialized (
                select household_id from household_planned
                where {in region} and year <= extract(year from cast(:effective as date)) and position <= :household
                union MOVERS),
            STANDING,
            current as (
                select distinct on (p.household_id, p.kind, p.from_year) p.*
                from (select household_id from standing
                      where state not in ('REJECTED', 'WITHDRAWN', 'REMOVED', 'MERGED', 'DISSOLVED')) s
                join household_plans p using (household_id)
                where p.effective_on <= :effective and p.position <= :household and STANDS
                order by p.household_id, p.kind, p.from_year, p.effective_on desc, p.sequence desc),
            items as (
                select c.household_id, c.kind, c.from_year, c.effective_on, i.code, i.year, i.quantity, i.of_code
                from current c join household_planned i on i.event_id = c.event_id
                where i.year <= extract(year from cast(:effective as date))),
            asked as (
                select i.* from items i where i.kind <> 'THREE_YEAR'
                union all
                select i.* from items i
                where i.kind = 'THREE_YEAR' and not exists (
                    select 1 from items y
                    where y.household_id = i.household_id and y.kind = 'YEARLY' and y.of_code = i.code
                      and y.year between i.from_year and i.from_year + 2)),
            counted as (
                select i.household_id, i.year, i.effective_on, DONE as done
                from asked i)
            select c.household_id as subject, c.household_id, s.region, min(c.effective_on) as since,
                make_date(c.year, 12, 31) as due_on, cast(c.year as text) as what, count(*) as many,
                count(*) filter (where not c.done) as missing, null::text as who
            from counted c join standing s using (household_id)
            group by c.household_id, s.region, c.year
            having count(*) filter (where not c.done) > 0
            """
                    .replace("MOVERS", Register.MOVERS)
                    .replace("STANDING", Register.standingOf("planning"))
                    .replace("STANDS", TakenBack.stands("p"))
                    .replace("DONE", Plans.done("i"));

    // Until it is settled, by the end of the notice's days; upheld, until the household has gone a
    // step since or somebody says which one it is by now.
    static final String OMISSIONS =
            """
            select l.omission_id as subject, l.household_id, l.region, l.effective_on as since,
                case l.step
                  when 'RAISED' then coalesce((
                    select n.effective_on + n.last_days + 1 from notices n
                    where n.notice_id = l.notice_id and n.position <= :household limit 1), l.effective_on)
                  else coalesce(l.until, l.effective_on) end as due_on,
                l.step as what, 1::bigint as many, (case l.step when 'RAISED' then 1 else 0 end)::bigint as missing,
                (select r.masked_name from notice_omissions r
                 where r.notice_id = l.notice_id and r.omission_id = l.omission_id and r.step = 'RAISED'
                   and r.position <= :household and not exists (
                     select 1 from persons_erased e where e.person_id = r.person_id)
                 limit 1) as who
            from (
                select distinct on (o.notice_id, o.omission_id) o.*
                from notice_omissions o
                where {in o.region} and o.effective_on <= :effective and o.position <= :household
                order by o.notice_id, o.omission_id, o.effective_on desc, o.sequence desc) l
            where l.step = 'RAISED'
               or l.step = 'UPHELD' and not exists (
                select 1 from household_procedures p
                where p.household_id = l.household_id
                  and p.step in (
                    'HouseholdApplied', 'HouseholdOnFileApplied', 'HouseholdSurveyed', 'HouseholdAssessed',
                    'TownshipReviewed', 'HouseholdRegistered', 'MonitoringChecked', 'MonitoringAssessed',
                    'MonitoringConfirmed')
                  and p.effective_on >= l.effective_on and p.effective_on <= :effective and p.position <= :household)
            """;

    // Opened and not ended; where nobody says until when, it waits since that day. An erasure is
    // decided under the id that is current then.
    static final String MATTERS =
            """
            select m.stream_id as subject, m.household_id, m.region, m.effective_on as since,
                coalesce(m.until, m.effective_on) as due_on, m.kind as what, 1::bigint as many, 0::bigint as missing,
                m.title as who
            from (
                select distinct on (m.stream_id) m.*
                from matters m
                where {in m.region} and m.effective_on <= :effective and m.position <= :household
                order by m.stream_id, m.effective_on desc, m.sequence desc) m
            where m.step = 'OPEN' and not (m.kind = 'ERASURE' and exists (
                select 1 from matters d
                where d.stream_id in ({ids}) and {of whom} = {asked of} and d.kind = 'ERASURE' and d.step = 'END'
                  and d.position > m.position and d.effective_on <= :effective and d.position <= :household))
            """
                    .replace("{ids}", OnePerson.ids("m.stream_id"))
                    .replace(
                            "{of whom}",
                            OnePerson.said("d.stream_id", "d.household_id", "d.recorded_at"))
                    .replace(
                            "{asked of}",
                            OnePerson.said("m.stream_id", "m.household_id", "m.recorded_at"));

    // Found in a sample of archives and not put right: where the household lies now, whoever
    // sampled.
    static final String RECTIFICATIONS =
            """
            with found as (
                select o.household_id, f.stream_id, f.effective_on, f.faults, f.sampled_by, PLACED as region
                from sampled_households f
                join household_states o on o.household_id = f.household_id and o.opening and o.position <= :household
                where f.faults > 0 and f.effective_on <= :effective and f.position <= :household
                  and not exists (
                    select 1 from faults_rectified r
                    where r.stream_id = f.stream_id and r.household_id = f.household_id
                      and r.effective_on <= :effective and r.position <= :household))
            select household_id || '/' || stream_id as subject, household_id, region, effective_on as since,
                effective_on as due_on, 'FAULTS' as what, faults as many, faults as missing, sampled_by as who
            from found
            where case when {in region} then true end
            """
                    .replace("PLACED", Register.placed("o"));

    /**
     * How often somebody comes, by which rule, to households that stand so.
     *
     * @param watched whether also to those that were never registered and are monitored
     * @param from the first day of the time that is looked at
     * @param until its last day, or the effective day while it is not over
     * @param helpedOnly whether only who has a helper is asked after
     */
    private record Visiting(
            String rule,
            String states,
            boolean watched,
            String from,
            String until,
            boolean helpedOnly) {
        /** Watched all along: since before it began, and still at its end. */
        String orWatched() {
            if (!watched) return "";
            return " or s.state in ('RECORDED', 'APPLIED') and exists (select 1 from %s w where w.effective_on <= FROM)"
                    .formatted(Register.watched("s.household_id", "UNTIL"));
        }
    }

    private static final Visiting MONTHLY =
            new Visiting(
                    "visits-per-month-min",
                    "'REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED'",
                    true,
                    ":from",
                    ":until",
                    false);

    private static final Visiting AFTER_EXIT =
            new Visiting(
                    "visits-per-quarter-after-exit-min",
                    "'EXITED'",
                    false,
                    ":quarterFrom",
                    ":quarterUntil",
                    true);

    // Of whom it was said late that he began earlier, he is named on both days.
    private static final String ALL_ALONG =
            """
            r.helper_id = (
                select b.helper_id from household_helpers b
                where b.household_id = r.household_id and b.effective_on <= FROM and b.position <= :household
                order by b.effective_on desc, b.sequence desc
                limit 1) and not exists (
                select 1 from household_helpers b
                where b.household_id = r.household_id and b.effective_on > FROM and b.effective_on <= UNTIL
                  and b.position <= :household and b.helper_id is distinct from r.helper_id)\
            """;

    private static final String CAME =
            """
            v.what = 'VISIT' and coalesce(v.detail, 'HOME') = 'HOME'
                  and v.effective_on between FROM and UNTIL and v.position <= :household and STANDS\
            """;

    // Whoever came often enough for any rule is not asked further, and who is left is looked at one
    // by one: joined to what is counted of all of them, a township of candidates took its square.
    // Standing so through the whole time, or what of it has passed, whoever helped meanwhile. A
    // call is no visit; whoever came to the house, it is the duty of who was its helper all along
    // that somebody did.
    private static String duty(Visiting visiting, String households) {
        return """
        with asked_of as materialized (HOUSEHOLDS),
        visited as (
            select v.household_id, count(*) as visits
            from asked_of join household_acts v using (household_id)
            where CAME
            group by v.household_id),
        seldom as materialized (
            select h.household_id
            from asked_of h left join visited v using (household_id)
            where coalesce(v.visits, 0) < (
                select max(u.value) from rules u where u.code = 'RULE')),
        STANDING,
        asked as materialized (
            select v.region, REQUIRED as required from (select distinct region from standing) v),
        bound as materialized (
            select s.household_id, s.region from standing s
            where {mine s.household_id} and (s.state in (STATES) and s.effective_on <= FROMWATCHED)),
        missed as (
            select s.household_id, s.region, r.helper_id, r.helper_unit,
                r.helper_id is not null and (r.effective_on <= FROM or ALL_ALONG) as the_whole_time, a.required, v.visits
            from bound s
            join asked a on a.region = s.region and a.required > 0
            cross join lateral (
                select count(*) as visits from household_acts v
                where v.household_id = s.household_id and CAME) v
            HELPED household_helpers r on r.household_id = s.household_id
              and r.effective_on <= UNTIL and r.position <= :household
              and not exists (
                select 1 from household_helpers x
                where x.household_id = r.household_id and x.effective_on <= UNTIL and x.position <= :household
                  and (x.effective_on, x.sequence) > (r.effective_on, r.sequence))
            where v.visits < a.required HAS_ONE)
        """
                .replace("ALL_ALONG", ALL_ALONG)
                .replace("CAME", CAME)
                .replace("HELPED", visiting.helpedOnly() ? "join" : "left join")
                .replace("HAS_ONE", visiting.helpedOnly() ? "and r.helper_id is not null" : "")
                .replace("HOUSEHOLDS", households)
                .replace("WATCHED", visiting.orWatched())
                .replace("STANDS", TakenBack.stands("v"))
                .replace("STANDING", Register.standingOf("seldom").replace(":effective", "UNTIL"))
                .replace("REQUIRED", RuleSql.valueOf(visiting.rule(), "v.region", "FROM"))
                .replace("RULE", visiting.rule())
                .replace("STATES", visiting.states())
                .replace("FROM", visiting.from())
                .replace("UNTIL", visiting.until());
    }

    private static String duty(String households) {
        return duty(MONTHLY, households);
    }

    private static final String VISIT =
            """
            select household_id as subject, household_id, region, cast(:from as date) as since,
                cast(:monthEnd as date) as due_on, coalesce(helper_unit, '') as what, required as many,
                required - visits as missing, helper_id as who
            from missed
            """;

    private static final String HELPER =
            """
            select helper_id as subject, null::text as household_id, min(region) as region,
                cast(:from as date) as since, cast(:monthEnd as date) as due_on,
                coalesce(max(helper_unit), '') as what, count(*) as many,
                sum(required - visits)::bigint as missing, helper_id as who
            from missed
            where the_whole_time {of whom}
            group by helper_id
            """;

    static final String VISITS = duty(Register.HERE) + VISIT;

    static final String HELPERS = duty(Register.HERE) + HELPER.replace("{of whom}", "");

    private static final String SUBJECTS =
            "select distinct unnest(cast(:subjects as text[])) as household_id";

    /** {@link #VISITS} of some households. */
    static final String VISITS_OF = duty(SUBJECTS) + VISIT;

    /** {@link #HELPERS}, of some of them. */
    static final String HELPERS_OF =
            duty(
                            """
                            select distinct household_id from household_helpers
                            where helper_id = any(cast(:subjects as text[]))
                            """)
                    + HELPER.replace("{of whom}", "and helper_id = any(cast(:subjects as text[]))");

    private static final String VISIT_AFTER_EXIT =
            VISIT.replace(":from", ":quarterFrom").replace(":monthEnd", ":quarterEnd");

    static final String VISITS_AFTER_EXIT = duty(AFTER_EXIT, Register.HERE) + VISIT_AFTER_EXIT;

    /** {@link #VISITS_AFTER_EXIT} of some households. */
    static final String VISITS_AFTER_EXIT_OF = duty(AFTER_EXIT, SUBJECTS) + VISIT_AFTER_EXIT;

    /** On the register through the quarter, or what of it has passed, where a rule asks for it. */
    private static String quarters(String households) {
        return """
        with unchecked as materialized (
            select a.household_id from (HOUSEHOLDS) a
            where exists (select 1 from rules u where u.code = 'quarter-check-required')
              and not exists (
                select 1 from household_acts q
                where q.household_id = a.household_id and q.what = 'QUARTER' and q.detail = :quarter
                  and q.effective_on <= :effective and q.position <= :household and STANDS)),
        STANDING,
        asked as materialized (
            select v.region, REQUIRED as required from (select distinct region from standing) v)
        select s.household_id as subject, s.household_id, s.region, cast(:quarterFrom as date) as since,
            cast(:quarterEnd as date) as due_on, cast(:quarter as text) as what, 1::bigint as many, 1::bigint as missing,
            null::text as who
        from standing s
        join asked a on a.region = s.region and a.required > 0
        where s.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED') and s.effective_on <= :quarterFrom
        """
                .replace("HOUSEHOLDS", households)
                .replace("STANDS", TakenBack.stands("q"))
                .replace(
                        "STANDING",
                        Register.standingOf("unchecked").replace(":effective", ":quarterUntil"))
                .replace(
                        "REQUIRED",
                        RuleSql.valueOf("quarter-check-required", "v.region", ":quarterFrom"));
    }

    static final String QUARTERS = quarters(Register.HERE);

    /** {@link #QUARTERS} of some households. */
    static final String QUARTERS_OF = quarters(SUBJECTS);

    // These lists have one day for all, and so go by their subjects.
    private static final String NEXT =
            """
            select subject from (%s) s
            where (cast(:monthEnd as date), subject) > (cast(:afterDay as date), :afterSubject)
            order by subject
            limit :few
            """;

    /** The first households that may be in {@link #VISITS}. */
    static final String NEXT_HOUSEHOLDS =
            NEXT.formatted(Register.HERE.replace("household_id", "household_id as subject"));

    /** The same, of lists that are of the quarter. */
    static final String NEXT_HOUSEHOLDS_OF_QUARTER =
            NEXT_HOUSEHOLDS.replace(":monthEnd", ":quarterEnd");

    // A row says where its household lay then: there, or it came or went.
    /** The first helpers that may be in {@link #HELPERS}. */
    static final String NEXT_HELPERS =
            NEXT.formatted(
                    """
                    select helper_id as subject from household_helpers where helper_id is not null and {in region}
                    union select r.helper_id
                    from household_moves m join household_helpers r using (household_id)
                    where r.helper_id is not null and ({in m.region} or {in m.from_region})
                    """);

    /** How many both lists hold: they rest on the same. */
    static final String VISITS_AND_HELPERS =
            duty(Register.HERE)
                    + "select count(*) as visits, count(distinct helper_id) filter (where the_whole_time) as helpers from missed";

    /**
     * Registered households of which nobody came in the month: what the data-quality check asks.
     *
     * @param households of which it may be so
     */
    static String unvisited(String households) {
        return duty(households) + "select * from missed where visits = 0";
    }
}
