package cn.fupin.reporting.clerk;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.OnePerson;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import cn.fupin.reporting.register.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds households as of a day, a page at a time, within the caller's snapshot. A page begins after
 * the last row of the one before, so the last is as fast as the first.
 */
public final class Search {
    // Whoever could be it by any row there is. Most have only ever come, under one id; of the
    // others
    // the latest row by the day decides whether they are there, and what is known how they are
    // called.
    private static final String BY_NAME =
            """
            and o.household_id in (
                select m.household_id from household_persons m
                where m.masked_name like :name and m.position <= :household and not {erased}
                  and case
                    when m.step = 'IN'
                      and not exists (
                        select 1 from household_persons x
                        where x.household_id = m.household_id and x.person_id = m.person_id and x.event_id <> m.event_id)
                      and not {two}
                    then m.effective_on <= :effective
                    else exists (
                        select 1
                        from (select m.household_id, {who} as who) p
                        cross join lateral {stay} s
                        cross join lateral {called} c
                        where s.step = 'IN' and c.masked_name like :name) end)
            """
                    .replace("{erased}", Erasure.of("m"))
                    .replace("{two}", OnePerson.hasTwo("m.person_id"))
                    .replace("{who}", OnePerson.now("m"))
                    .replace("{stay}", Persons.stay("p"))
                    .replace("{called}", Persons.called("p"));

    private static final String BY_HELPER =
            """
            and o.household_id in (
                select household_id from household_helpers
                where helper_id = any(:helpers) or helper_unit like :unit)
            """;
    private static final String BY_STATE =
            "and o.household_id in (select household_id from household_states where state = any(:states))\n";
    private static final String BY_STEP =
            "and o.household_id in (select household_id from household_procedures where step = :step)\n";
    private static final String BY_WATCH =
            "and o.household_id in (select household_id from household_watches where step ="
                    + " 'CONFIRMED')\n";
    private static final String BY_CAUSE =
            """
            and o.household_id in (
                select household_id from household_causes where main_cause = :cause
                union select household_id from household_causes where other_causes @> array[cast(:cause as text)])
            """;
    private static final String BY_MAIN_CAUSE =
            "and o.household_id in (select household_id from household_causes where main_cause ="
                    + " :mainCause)\n";
    private static final String BY_EXIT_PLAN =
            """
            and o.household_id in (
                select household_id from household_acts where what = 'EXIT_PLAN' and detail = :exitPlannedFor)
            """;

    private static final String BY_NUMBER =
            "and o.household_id in (select household_id from household_numbers where household_number ="
                    + " :number)\n";

    private static final String BY_UNIT =
            """
            and o.household_id in (
                select n.household_id from unit_contact_households n join unit_contacts c using (event_id)
                where c.unit like :contactUnit)
            """;

    // Those of a unit's latest word on the village.
    private static final String CONTACTS =
            """
            left join lateral (
                select array_agg(distinct c.unit order by c.unit) as units
                from unit_contact_households n join unit_contacts c using (event_id)
                where n.household_id = %1$s.household_id and c.effective_on <= :effective and c.position <= :household
                  and not exists (
                    select 1 from unit_contacts x
                    where x.region = c.region and x.unit = c.unit and x.effective_on <= :effective
                      and x.position <= :household
                      and (x.effective_on, x.sequence) > (c.effective_on, c.sequence))
                  and not {over}) k on true
            """
                    .replace("{over}", over("%1$s"));

    // Whatever was said last, also of an earlier day.
    private static final String NUMBER =
            """
            left join lateral (
                select h.household_number from household_numbers h
                where h.household_id = %1$s.household_id and h.effective_on <= :effective and h.position <= :household
                order by h.sequence desc
                limit 1) u on true
            """;

    private static final String BY_POLICY =
            "and o.household_id in (select household_id from household_policies where policy = :policy"
                    + " and step = :policyStep)\n";

    private static final String SAID_OF_POLICY =
            """
            select 1 from household_policies {p}
            where {p}.household_id = o.household_id and {p}.policy = :policy and {p}.effective_on <= :effective
              and {p}.position <= :household
              and not exists (
                select 1 from household_policies t
                where t.corrects_event_id = {p}.event_id and t.person_id = {p}.person_id
                  and t.position <= :household)\
            """;

    private static String ofPolicy(String alias) {
        return SAID_OF_POLICY.replace("{p}", alias);
    }

    // The same person's, of the same year, course or name.
    private static final String OF_THE_SAME =
            "x.occasion = p.occasion and %s = %s".formatted(OnePerson.now("x"), OnePerson.now("p"));

    private static final String OVER = over("o");

    /** SQL: whether there is no household of that row any more. */
    private static String over(String row) {
        return """
        exists (
            select 1 from household_states d
            where d.household_id = {row}.household_id and d.state in ('REMOVED', 'MERGED', 'DISSOLVED')
              and d.effective_on <= :effective and d.position <= :household and {stands})\
        """
                .replace("{stands}", Register.stands("d"))
                .replace("{row}", row);
    }

    // What lasts is had until it ends, at the latest with the household.
    private static final String HELD =
            """
            exists (
                %s and p.step = 'GRANTED'
                  and (not :lasts or not %s and not exists (
                    %s and x.step = 'ENDED' and %s
                      and (x.effective_on, x.sequence) > (p.effective_on, p.sequence))))
            """
                    .formatted(ofPolicy("p"), OVER, ofPolicy("x"), OF_THE_SAME);

    private static final String ENDED =
            """
            :lasts and exists (%s and p.step = 'GRANTED') and not %s
            """
                    .formatted(ofPolicy("p"), HELD);

    // Neither granted since, nor come to nothing.
    private static final String APPLIED =
            """
            not %s and exists (
                %s and p.step = 'APPLIED'
                  and not exists (
                    %s and %s
                      and (x.step = 'GRANTED' and (not :lasts or x.effective_on >= p.effective_on)
                        or x.step in ('DECLINED', 'WITHDRAWN') and x.sequence > p.sequence
                          and x.effective_on >= p.effective_on)))
            """
                    .formatted(OVER, ofPolicy("p"), ofPolicy("x"), OF_THE_SAME);

    private static final Map<String, String> BY_POLICY_STATE =
            Map.of("HELD", HELD, "ENDED", ENDED, "APPLIED", APPLIED);

    private static final String STATE =
            """
            cross join lateral (
                select state, effective_on from household_states s
                where s.household_id = %1$s.household_id and s.effective_on <= :effective and s.position <= :household
                  and {stands}
                order by s.effective_on desc, s.sequence desc
                limit 1) s
            """
                    .replace("{stands}", Register.stands("s"));

    /** The steps that another is to follow, and by which event each is taken. */
    private static final Map<String, String> UNDER_WAY =
            Map.of(
                    "SURVEYED", "HouseholdSurveyed",
                    "ASSESSED", "HouseholdAssessed",
                    "REVIEWED", "TownshipReviewed",
                    "EXIT_PROPOSED", "ExitProposed",
                    "EXIT_ASSESSED", "ExitAssessed",
                    "EXIT_VERIFIED", "ExitVerified",
                    "EXIT_AGREED", "ExitAgreed",
                    "RELAPSE_PROPOSED", "RelapseProposed",
                    "RELAPSE_ASSESSED", "RelapseAssessed",
                    "RELAPSE_REVIEWED", "RelapseReviewed");

    // What comes after it in a life ends it, or is a step itself.
    private static final String STEP =
            """
            left join lateral (
                select q.step from household_procedures q
                where q.household_id = %1$s.household_id and q.effective_on <= :effective and q.position <= :household
                  and q.step in (
                    'HouseholdApplied', 'HouseholdOnFileApplied', 'HouseholdBackOnFile', 'HouseholdSurveyed', 'HouseholdAssessed', 'TownshipReviewed',
                    'HouseholdRegistered', 'HouseholdRejected', 'HouseholdWithdrew', 'ExitProposed', 'ExitAssessed',
                    'ExitVerified', 'ExitAgreed', 'ExitWithdrawn', 'HouseholdExited', 'ExitRevoked',
                    'RelapseProposed', 'RelapseAssessed', 'RelapseReviewed', 'RelapseWithdrawn', 'HouseholdRelapsed', 'RelapseRevoked',
                    'HouseholdSuspended', 'HouseholdResumed', 'HouseholdRemoved', 'HouseholdMerged',
                    'HouseholdDissolved', 'HouseholdSplitOff')
                  and {stands}
                order by q.effective_on desc, q.sequence desc
                limit 1) q on true
            """
                    .replace("{stands}", Register.stepStands("q"));
    private static final String WATCH =
            """
            left join lateral (
                select w.step from household_watches w
                where w.household_id = %1$s.household_id and w.effective_on <= :effective and w.position <= :household
                  and {stands}
                order by w.effective_on desc, w.sequence desc
                limit 1) w on true
            """
                    .replace("{stands}", Register.watchStands("w"));
    private static final String CAUSE =
            """
            left join lateral (
                select c.main_cause, c.other_causes from household_causes c
                where c.household_id = %1$s.household_id and {day} <= :effective and c.position <= :household and {said}
                order by {latest first}
                limit 1) c on true
            """
                    .replace("{day}", Corrections.day("c", "household_causes"))
                    .replace("{latest first}", Corrections.latestFirst("c", "household_causes"))
                    .replace("{said}", Register.saidStill("c"));
    private static final String EXIT_PLAN =
            "left join lateral %s e on true\n".formatted(Register.exitPlan("%1$s.household_id"));
    private static final String HELPER =
            """
            left join lateral (
                select r.helper_id, r.helper_unit, r.effective_on from household_helpers r
                where r.household_id = %1$s.household_id and r.effective_on <= :effective and r.position <= :household
                  and not {over}
                order by r.effective_on desc, r.sequence desc
                limit 1) r on true
            """
                    .replace("{over}", over("%1$s"));

    // Where it opened or moved to, unless it moved on: so each is found once, where it lies. Either
    // table is read along its index in the order of the page, and no further than a page.
    private static final String LYING =
            """
            (select o.household_id, o.region
             from %1$s o
             {looked up}
             where %2$s and {in o.region} and o.region between :fromRegion and :toRegion
               and o.effective_on <= :effective and o.position <= :household
               and {mine o.household_id} and (o.region, o.household_id) > (:afterRegion, :afterHousehold)
               and not exists (
                 select 1 from household_moves m
                 where m.household_id = o.household_id and m.effective_on <= :effective and m.position <= :household
                   and (m.effective_on, m.sequence) > (o.effective_on, o.sequence))
               {picked}
             order by o.region, o.household_id
             limit :limit)
            """;

    // What only the page shows is looked up for no more than it shows.
    private static final String FOUND =
            """
            select p.household_id, p.region, u.household_number, k.units as contact_units, s.state, s.effective_on as since, q.step, h.masked_name, c.main_cause, c.other_causes, e.year as exit_planned_for,
                r.helper_id, {unit} as helper_unit, n.helper_name,
                (select max(x.effective_on) from household_states x
                 where x.household_id = p.household_id and x.state = 'EXIT_REVOKED'
                   and x.effective_on <= :effective and x.position <= :household) as exit_revoked_on, coalesce(w.step = 'CONFIRMED', false) as monitored,
                case when s.state = 'MERGED' then 0 else (
                    select coalesce(sum(m.change), 0) from member_changes m
                    where m.household_id = p.household_id and m.effective_on <= :effective
                      and m.position <= :household) end as persons
            from (
                %s union all %s
                order by region, household_id
                limit :limit) p
            """
                            .formatted(
                                    LYING.formatted("household_states", "o.opening"),
                                    LYING.formatted("household_moves", "true"))
                            .replace("{unit}", HelperNames.unit("r", "n"))
                    + (STATE + STEP + CAUSE + HELPER + WATCH + EXIT_PLAN + NUMBER + CONTACTS)
                            .formatted("p")
                    + """
                    left join lateral %s h on true
                    left join lateral (
                        select %s as helper_name, n.unit, n.effective_on from helper_names n
                        where n.helper_id = r.helper_id and n.effective_on <= :effective
                          and n.position <= :household
                        order by n.effective_on desc, n.sequence desc
                        limit 1) n on true
                    order by p.region, p.household_id
                    """
                            .formatted(Register.head("p.household_id"), Erasure.nameOfId("n"));

    private final JdbcClient db;

    public Search(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param householdNumber 户编号; null while it has none
     * @param head a surname with stars; null where nobody is the head yet
     * @param state a {@link cn.fupin.reporting.history.Standing} that a household can rest in
     * @param since the day of the step that brought it there
     * @param underWay the step it took last towards another state, SURVEYED to RELAPSE_REVIEWED;
     *     null where none is under way
     * @param exitRevokedOn when an exit of it was last taken back; null where none was
     * @param otherCauses at most two
     * @param helperUnit as the assignment says it, or a naming that is not before it
     * @param helperName a surname with stars; null where nobody told it
     * @param monitored whether it is watched on the day
     * @param exitPlannedFor the year, while it is planned
     * @param contactUnits 联系单位, which name it
     */
    public record Found(
            String householdId,
            @Nullable String householdNumber,
            @Nullable String head,
            String region,
            String state,
            LocalDate since,
            @Nullable String underWay,
            long persons,
            @Nullable String mainCause,
            List<String> otherCauses,
            @Nullable String helperId,
            @Nullable String helperUnit,
            @Nullable String helperName,
            @Nullable LocalDate exitRevokedOn,
            boolean monitored,
            @Nullable Integer exitPlannedFor,
            List<String> contactUnits) {}

    /** At most {@code limit}, by place and id, from the one after {@code after} on. */
    List<Found> page(Scope scope, Wanted wanted, AsOf asOf, @Nullable Place after, int limit) {
        return db.sql(scope.sql(sql(wanted)))
                .paramSource(
                        scope.addTo(asOf.parameters())
                                .addValue("name", wanted.namePattern())
                                .addValue("helpers", helpers(scope, wanted, asOf))
                                .addValue("unit", wanted.unitPattern())
                                .addValue("states", wanted.standings().toArray(String[]::new))
                                .addValue(
                                        "step", UNDER_WAY.get(Objects.toString(wanted.state(), "")))
                                .addValue("monitored", wanted.monitored())
                                .addValue("cause", wanted.cause())
                                .addValue("policy", wanted.policy())
                                .addValue(
                                        "policyStep",
                                        "APPLIED".equals(wanted.policyState())
                                                ? "APPLIED"
                                                : "GRANTED")
                                .addValue("lasts", wanted.isOfALastingPolicy())
                                .addValue("mainCause", wanted.mainCause())
                                .addValue("number", wanted.number())
                                .addValue("contactUnit", wanted.contactPattern())
                                .addValue(
                                        "exitPlannedFor",
                                        Objects.toString(wanted.exitPlannedFor(), ""))
                                .addValue("fromRegion", scope.from())
                                .addValue("toRegion", scope.to())
                                .addValue(
                                        "afterRegion",
                                        after == null ? scope.from() : after.region())
                                .addValue(
                                        "afterHousehold", after == null ? "" : after.householdId())
                                .addValue("limit", limit))
                .query((row, _) -> found(row))
                .list();
    }

    /** Looked up first, so that the households of few helpers are found by an index. */
    private String[] helpers(Scope scope, Wanted wanted, AsOf asOf) {
        if (wanted.helper() == null) return new String[0];
        var ids =
                new ArrayList<>(
                        HelperNames.called(
                                wanted.helperPattern(),
                                Objects.requireNonNull(wanted.unitPattern()),
                                scope,
                                asOf,
                                db));
        ids.add(wanted.helper());
        return ids.toArray(String[]::new);
    }

    private static String sql(Wanted wanted) {
        var lookedUp = new StringBuilder();
        var picked = new StringBuilder();
        if (wanted.name() != null) picked.append(BY_NAME);
        if (wanted.helper() != null) {
            lookedUp.append(HELPER.formatted("o"));
            picked.append(BY_HELPER)
                    .append("and (r.helper_id = any(:helpers) or r.helper_unit like :unit)\n");
        }
        if (wanted.isUnderWay()) {
            lookedUp.append(STEP.formatted("o"));
            picked.append(BY_STEP).append("and q.step = :step\n");
        } else if (wanted.state() != null) {
            lookedUp.append(STATE.formatted("o"));
            picked.append(BY_STATE).append("and s.state = any(:states)\n");
        }
        if (wanted.cause() != null || wanted.mainCause() != null) {
            lookedUp.append(CAUSE.formatted("o"));
        }
        if (wanted.cause() != null) {
            picked.append(BY_CAUSE)
                    .append("and (c.main_cause = :cause or :cause = any(c.other_causes))\n");
        }
        if (wanted.mainCause() != null) {
            picked.append(BY_MAIN_CAUSE).append("and c.main_cause = :mainCause\n");
        }
        if (wanted.exitPlannedFor() != null) {
            lookedUp.append(EXIT_PLAN.formatted("o"));
            picked.append(BY_EXIT_PLAN).append("and e.year = :exitPlannedFor\n");
        }
        if (wanted.unit() != null) {
            lookedUp.append(CONTACTS.formatted("o"));
            picked.append(BY_UNIT)
                    .append(
                            "and exists (select 1 from unnest(k.units) w (unit) where w.unit like :contactUnit)\n");
        }
        if (wanted.number() != null) {
            lookedUp.append(NUMBER.formatted("o"));
            picked.append(BY_NUMBER).append("and u.household_number = :number\n");
        }
        if (wanted.monitored() != null) {
            lookedUp.append(WATCH.formatted("o"));
            if (wanted.monitored()) picked.append(BY_WATCH);
            picked.append("and coalesce(w.step = 'CONFIRMED', false) = :monitored\n");
        }
        if (wanted.policyState() != null) {
            picked.append(BY_POLICY)
                    .append("and (")
                    .append(BY_POLICY_STATE.get(wanted.policyState()))
                    .append(")\n");
        }
        return FOUND.replace("{looked up}", lookedUp).replace("{picked}", picked);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("household_id"),
                row.getString("household_number"),
                row.getString("masked_name"),
                row.getString("region"),
                row.getString("state"),
                row.getObject("since", LocalDate.class),
                underWay(row.getString("step")),
                row.getLong("persons"),
                row.getString("main_cause"),
                texts(row, "other_causes"),
                row.getString("helper_id"),
                row.getString("helper_unit"),
                row.getString("helper_name"),
                row.getObject("exit_revoked_on", LocalDate.class),
                row.getBoolean("monitored"),
                exitPlannedFor(row),
                texts(row, "contact_units"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }

    private static @Nullable Integer exitPlannedFor(ResultSet row) throws SQLException {
        var year = row.getString("exit_planned_for");
        return year == null ? null : Integer.valueOf(year);
    }

    private static @Nullable String underWay(@Nullable String step) {
        return UNDER_WAY.entrySet().stream()
                .filter(taken -> taken.getValue().equals(step))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
