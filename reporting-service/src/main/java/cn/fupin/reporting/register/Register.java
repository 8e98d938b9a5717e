package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.OnePerson;
import cn.fupin.reporting.regions.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The households of a region as of a day, within the caller's snapshot. */
public final class Register {
    /** SQL: where the household of a row lies on the day. */
    public static String placed(String row) {
        return placedOn(row, ":effective");
    }

    /** SQL: where the household of a row lay on that day. */
    public static String placedOn(String row, String day) {
        return lay(row, "m.effective_on <= " + day);
    }

    /** SQL: where the household of a row lay when what the row says happened. */
    public static String placedThen(String row) {
        return lay(
                row,
                "(m.effective_on, m.sequence) < (%1$s.effective_on, %1$s.sequence)".formatted(row));
    }

    /**
     * By its own moves: a row says where it lay by what was known when it was told, and a move may
     * be told before a fact of an earlier day, or after one of a later. Most never move, and are
     * not asked when.
     *
     * @param before of a move {@code m}: that it is one of those by then
     */
    private static String lay(String row, String before) {
        return """
        case when exists (select 1 from household_moves m where m.household_id = %1$s.household_id)
          then coalesce((
            select m.region from household_moves m
            where m.household_id = %1$s.household_id and m.position <= :household and %2$s
            order by m.effective_on desc, m.sequence desc
            limit 1), (
            select m.from_region from household_moves m
            where m.household_id = %1$s.household_id and m.position <= :household
            order by m.effective_on, m.sequence
            limit 1), %1$s.region)
          else %1$s.region end
        """
                .formatted(row, before);
    }

    /** SQL: the ids of households that moved into the region or out of it, or within it. */
    public static final String MOVERS =
            """
            select household_id from household_moves where {in region}
            union select household_id from household_moves where {in from_region}
            """;

    /**
     * SQL: a table of facts with {@code lies}, where its household lay then; all rows of the region
     * are among these.
     */
    public static String facts(String table) {
        return """
        (select f.*, f.region as lies
         from %1$s f
         where {in f.region} and not exists (select 1 from household_moves m where m.household_id = f.household_id)
         union all
         select f.*, %2$s as lies
         from (%3$s) movers join %1$s f using (household_id))
        """
                .formatted(table, placedThen("f"), MOVERS);
    }

    /**
     * SQL: whether a row of {@code household_states} is no end or relapse that was taken back by
     * the day; from that day on such a one is none.
     */
    public static String stands(String row) {
        return "(%s and %s)"
                .formatted(
                        endStands(row, row + ".state not in ('REMOVED', 'DISSOLVED')", ""),
                        unlessRevoked(row, row + ".state <> 'RELAPSED'"));
    }

    /** SQL: the same of a row of {@code household_procedures}, and of a watch. */
    public static String stepStands(String row) {
        return "(%s and %s)"
                .formatted(
                        endStands(
                                row,
                                row + ".step not in ('HouseholdRemoved', 'HouseholdDissolved')",
                                ""),
                        unlessRevoked(
                                row,
                                row + ".step not in ('HouseholdRelapsed', 'MonitoringConfirmed')"));
    }

    /** SQL: the same of a row of {@code household_watches}, which ends by more than that. */
    public static String watchStands(String row) {
        return "(%s and %s)"
                .formatted(
                        endStands(
                                row,
                                row + ".step <> 'ENDED'",
                                """
                                join household_states o on o.household_id = z.household_id and o.sequence = %s.sequence
                                  and o.state in ('REMOVED', 'DISSOLVED')
                                """
                                        .formatted(row)),
                        unlessRevoked(row, row + ".step not in ('ENDED', 'CONFIRMED')"));
    }

    /**
     * SQL: whether what a row tells is no relapse that was taken back by the day, of which incomes
     * and causes tell too.
     *
     * @param row with {@code event_id, corrects_event_id}
     */
    public static String saidStill(String row) {
        return """
        not exists (
            select 1 from steps_revoked y
            where y.revokes_event_id in (ROW.event_id, ROW.corrects_event_id)
              and y.effective_on <= :effective and y.position <= :household)\
        """
                .replace("ROW", row);
    }

    private static String unlessRevoked(String row, String isNeither) {
        return """
        (NEITHER or not exists (
            select 1 from steps_revoked y
            where y.revokes_event_id = ROW.event_id
              and y.effective_on <= :effective and y.position <= :household))\
        """
                .replace("NEITHER", isNeither)
                .replace("ROW", row);
    }

    /**
     * SQL: whether what a row says was done for a household was done while there was one: an end of
     * an earlier day may be told later, and then it counts in nothing.
     */
    public static String inLife(String row) {
        return """
        not exists (
            select 1 from household_states gone
            where gone.household_id = ROW.household_id and gone.state in ('REMOVED', 'DISSOLVED')
              and gone.effective_on < ROW.effective_on and gone.position <= :household and STANDS)\
        """
                .replace("STANDS", stands("gone"))
                .replace("ROW", row);
    }

    private static String endStands(String row, String isNoEnd, String joined) {
        return """
        (NO_END or not exists (
            select 1 from ends_revoked z JOINED
            where z.household_id = ROW.household_id and z.sequence > ROW.sequence
              and z.effective_on <= :effective and z.position <= :household))\
        """
                .replace("NO_END", isNoEnd)
                .replace("JOINED", joined)
                .replace("ROW", row);
    }

    /** SQL: {@link #facts} of where a household stood, but for ends that were taken back. */
    public static final String STATES =
            "(select x.* from %s x where %s)".formatted(facts("household_states"), stands("x"));

    /**
     * SQL: the ids of households that lie in the region or ever did. A row says where its household
     * lay when it was written: where it was opened, or where it had moved.
     */
    public static final String HERE =
            """
            select household_id from household_states where opening and {in region}
            union select household_id from household_moves where {in region}
            """;

    // The region is looked at after the fold: a household that has moved away is in the register of
    // where it is now. The case tells the database nothing new, but that most are there still:
    // without it, it takes them for a few and joins them one by one.
    private static final String LYING =
            """
            latest as materialized (
                select s.household_id, s.state, s.opening, s.assumed, s.event_id, s.effective_on, s.sequence, %s as region
                from stood s),
            standing as (select * from latest where case when {in region} then true end)
            """
                    .formatted(placed("s"));

    /** SQL: {@code standing}, where each household stood on the day. */
    public static final String STANDING =
            """
            with here as (%s),
            stood as (
                select distinct on (s.household_id) s.*
                from household_states s join here using (household_id)
                where s.effective_on <= :effective and s.position <= :household and %s
                order by s.household_id, s.effective_on desc, s.sequence desc),
            """
                            .formatted(HERE, stands("s"))
                    + LYING;

    /**
     * SQL: {@code standing} as in {@link #STANDING}, of some households, one by one.
     *
     * @param households a table with {@code household_id}, in which one may be twice
     */
    public static String standingOf(String households) {
        return """
        stood as (
            select s.*
            from (select distinct household_id from %s) h
            cross join lateral (
                select * from household_states s
                where s.household_id = h.household_id and s.effective_on <= :effective and s.position <= :household
                  and %s
                order by s.effective_on desc, s.sequence desc
                limit 1) s),
        """
                        .formatted(households, stands("s"))
                + LYING;
    }

    /**
     * SQL: {@code effective_on}, since when the household is monitored 监测对象 without having been
     * registered; no row where it is not.
     *
     * @param household the id, as a column of what is asked about
     * @param on the day, as a parameter
     */
    public static String watched(String household, String on) {
        return """
        (
            select w.effective_on
            from (
                select w.step, w.effective_on from household_watches w
                where w.household_id = HOUSEHOLD and w.effective_on <= DAY and w.position <= :household
                  and STANDS
                order by w.effective_on desc, w.sequence desc
                limit 1) w
            where w.step = 'CONFIRMED' and not exists (
                select 1 from household_states r
                where r.household_id = HOUSEHOLD and r.state in ('REGISTERED', 'EXITED')
                  and r.effective_on <= DAY and r.position <= :household))\
        """
                .replace("STANDS", watchStands("w").replace(":effective", "DAY"))
                .replace("HOUSEHOLD", household)
                .replace("DAY", on);
    }

    /**
     * SQL: {@code year, effective_on} of the plan for a household's exit 脱贫名单 that stands: neither
     * dropped, nor overtaken by an exit, a new entry or the end of its life.
     *
     * @param household the id, as a column of what is asked about
     */
    public static String exitPlan(String household) {
        return """
        (
            select l.detail as year, l.effective_on
            from (
                select a.what, a.detail, a.effective_on, a.sequence from household_acts a
                where a.household_id = %1$s and a.what in ('EXIT_PLAN', 'EXIT_PLAN_DROPPED')
                  and a.effective_on <= :effective and a.position <= :household and %3$s
                order by a.effective_on desc, a.sequence desc
                limit 1) l
            where l.what = 'EXIT_PLAN' and not exists (
                select 1 from household_states x
                where x.household_id = %1$s and not x.opening
                  and x.state in ('REGISTERED', 'RELAPSED', 'EXITED', 'REMOVED', 'MERGED', 'DISSOLVED')
                  and (x.effective_on, x.sequence) > (l.effective_on, l.sequence)
                  and x.effective_on <= :effective and x.position <= :household and %2$s))\
        """
                .formatted(household, stands("x"), inLife("a"));
    }

    /**
     * SQL: {@code masked_name}, what the head of a household on the day may be called by what is
     * known; no row where nobody is the head yet.
     *
     * @param household the column of its id
     */
    public static String head(String household) {
        return """
        (
            select NAME as masked_name
            from (
                select h.household_id, HEAD as person_id
                from household_heads h
                where h.household_id = HOUSEHOLD and h.effective_on <= :effective and h.position <= :household
                order by h.effective_on desc, h.sequence desc
                limit 1) h
            join household_members m on m.household_id = h.household_id and m.position <= :household
              and MEMBER = h.person_id
            order by m.position desc
            limit 1)\
        """
                .replace("NAME", Erasure.name("m"))
                .replace("HEAD", OnePerson.now("h"))
                .replace("MEMBER", OnePerson.now("m"))
                .replace("HOUSEHOLD", household);
    }

    private static final String COUNTS =
            STANDING + "select state, count(*) as n from standing group by state order by state";

    private final JdbcClient db;

    public Register(JdbcClient db) {
        this.db = db;
    }

    /** How many stand where; where none stands there is no entry. */
    public Map<String, Long> counts(Scope scope, AsOf asOf) {
        var counts = new LinkedHashMap<String, Long>();
        db.sql(scope.sql(COUNTS))
                .paramSource(scope.addTo(asOf.parameters()))
                .query((row, _) -> counts.put(row.getString("state"), row.getLong("n")))
                .list();
        return counts;
    }
}
