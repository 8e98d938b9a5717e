package cn.fupin.reporting.clerk;

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
    // may happen.
    static final String NOTICES =
            """
            select n.notice_id as subject, null::text as household_id, n.region, n.effective_on as since,
                n.effective_on + n.last_days + 1 as due_on, n.kind as what,
                (select count(*) from notice_households h where h.notice_id = n.notice_id) as many,
                (select count(*) filter (where s.step = 'OBJECTION') - count(*) filter (where s.step = 'SETTLED')
                 from notice_steps s
                 where s.notice_id = n.notice_id and s.effective_on <= :effective and s.position <= :household) as missing,
                n.place as who
            from notices n
            where {in n.region} and n.effective_on <= :effective and n.position <= :household
              and not exists (
                select 1 from notice_steps s
                where s.notice_id = n.notice_id and s.step in ('CLOSED', 'WITHDRAWN')
                  and s.effective_on <= :effective and s.position <= :household)
            """;

    /**
     * SQL: {@code waiting}, the step after which none came that goes on or ends, where the
     * household lies. It begins with those that took such a step: few of a county's households ever
     * did.
     */
    private static String waiting(String steps, String ends) {
        return """
        with took as (
            select household_id from household_procedures where step in (STEPS) and {in region}
            union select household_id from household_moves where {in region}),
        open as (
            select p.household_id, p.step, p.effective_on, p.sequence, PLACED as region
            from took join household_procedures p using (household_id)
            where p.step in (STEPS) and p.effective_on <= :effective and p.position <= :household
              and not exists (
                select 1 from household_procedures x
                where x.household_id = p.household_id and x.step in (STEPS, ENDS)
                  and (x.effective_on, x.sequence) > (p.effective_on, p.sequence)
                  and x.effective_on <= :effective and x.position <= :household)),
        waiting as (select * from open where case when {in region} then true end)
        """
                .replace("STEPS", steps)
                .replace("ENDS", ends)
                .replace("PLACED", Register.placed("p"));
    }

    private static final String STEP_TAKEN =
            """
            select household_id as subject, household_id, region, effective_on as since, effective_on as due_on,
                step as what, 1::bigint as many, 0::bigint as missing, null::text as who
            from waiting
            """;

    // Proposed, verified or signed for, and waiting since.
    static final String EXITS =
            waiting(
                            "'ExitProposed', 'ExitVerified', 'ExitAgreed'",
                            "'ExitWithdrawn', 'HouseholdExited', 'HouseholdRemoved', 'HouseholdSuspended',"
                                    + " 'HouseholdMerged', 'HouseholdDissolved'")
                    + STEP_TAKEN;

    // Proposed, voted for or reviewed, and not back on the register: it comes to nothing only
    // with the household or its exit.
    static final String RELAPSES =
            waiting(
                            "'RelapseProposed', 'RelapseAssessed', 'RelapseReviewed'",
                            "'HouseholdRelapsed', 'ExitRevoked', 'HouseholdRemoved', 'HouseholdMerged',"
                                    + " 'HouseholdDissolved'")
                    + STEP_TAKEN;

    // From the clue to the confirmation, or until it comes to nothing, within the days of the
    // rule, the day of the clue not counted.
    static final String MONITORING =
            waiting(
                            "'MonitoringClueRaised'",
                            "'MonitoringConfirmed', 'MonitoringDismissed', 'HouseholdRelapsed', 'ExitRevoked',"
                                    + " 'HouseholdRemoved', 'HouseholdMerged', 'HouseholdDissolved'")
                    + """
                    select l.household_id as subject, l.household_id, l.region, l.effective_on as since,
                        l.effective_on + cast(coalesce(DAYS, 0) as int) as due_on,
                        case when exists (
                            select 1 from household_procedures c
                            where c.household_id = l.household_id and c.step = 'MonitoringChecked'
                              and (c.effective_on, c.sequence) > (l.effective_on, l.sequence)
                              and c.effective_on <= :effective and c.position <= :household)
                          then 'MonitoringChecked' else 'MonitoringClueRaised' end as what,
                        1::bigint as many, 0::bigint as missing, null::text as who
                    from waiting l
                    """
                            .replace(
                                    "DAYS",
                                    RuleSql.valueOf(
                                            "monitoring-days-max", "l.region", "l.effective_on"));

    // Opened and not ended; where nobody says until when, it waits since that day.
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
            where m.step = 'OPEN'
            """;

    // On the register and with the same helper through the whole month, or what of it has passed;
    // whoever came to the house, it is the helper's duty that somebody did.
    private static final String DUTY =
            Register.STANDING.replace(":effective", ":until")
                    + """
                    , asked as materialized (
                        select v.region, RULE as required from (select distinct region from standing) v),
                    duty as (
                        select s.household_id, s.region, r.helper_id, r.helper_unit, r.effective_on, a.required
                        from standing s
                        join asked a on a.region = s.region and a.required > 0
                        join lateral (
                            select * from household_helpers r
                            where r.household_id = s.household_id and r.effective_on <= :until and r.position <= :household
                            order by r.effective_on desc, r.sequence desc
                            limit 1) r on r.effective_on <= :from and r.helper_id is not null
                        where s.state in ('REGISTERED', 'RELAPSED', 'RESUMED', 'EXIT_REVOKED') and s.effective_on <= :from),
                    missed as (
                        select d.*, v.visits
                        from duty d
                        cross join lateral (
                            select count(*) as visits from household_acts v
                            where v.household_id = d.household_id and v.what = 'VISIT'
                              and v.effective_on between :from and :until and v.position <= :household) v
                        where v.visits < d.required)
                    """
                            .replace(
                                    "RULE",
                                    RuleSql.valueOf("visits-per-month-min", "v.region", ":from"));

    static final String VISITS =
            DUTY
                    + """
                    select household_id as subject, household_id, region, cast(:from as date) as since,
                        cast(:monthEnd as date) as due_on, coalesce(helper_unit, '') as what, required as many,
                        required - visits as missing, helper_id as who
                    from missed
                    """;

    static final String HELPERS =
            DUTY
                    + """
                    select helper_id as subject, null::text as household_id, min(region) as region,
                        cast(:from as date) as since, cast(:monthEnd as date) as due_on,
                        coalesce(max(helper_unit), '') as what, count(*) as many,
                        sum(required - visits)::bigint as missing, helper_id as who
                    from missed
                    group by helper_id
                    """;

    /**
     * Registered households of which nobody came in the month: what the data-quality check asks.
     */
    static final String UNVISITED = DUTY + "select * from missed where visits = 0";
}
