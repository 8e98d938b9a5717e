package cn.fupin.reporting.clerk;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.history.Terms;
import cn.fupin.reporting.register.Register;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A household's plans 一户一策 beside what is done of them, within the caller's snapshot. */
final class Plans {
    private static final String ALL_OF_IT =
            """
            select 1 from household_plan_done d
            where d.household_id = ROW.household_id and d.kind = ROW.kind and d.from_year = ROW.from_year
              and d.code = ROW.code and d.effective_on <= :effective and d.position <= :household and STANDS
            having count(*) > 0 and (ROW.quantity is null or sum(coalesce(d.quantity, 0)) >= ROW.quantity)\
            """;

    /**
     * SQL: whether all of a planned measure is done.
     *
     * @param row with {@code household_id, kind, from_year, code, quantity}
     */
    static String done(String row) {
        return "exists (" + ALL_OF_IT.replace("ROW", row).replace("STANDS", counts("d")) + ")";
    }

    /** Neither taken back nor of a day on which there was no household any more. */
    private static String counts(String row) {
        return TakenBack.stands(row) + " and " + Register.inLife(row);
    }

    private static final String CURRENT =
            """
            with current as (
                select distinct on (p.kind, p.from_year) p.*
                from household_plans p
                where p.household_id = :of and p.effective_on <= :effective and p.position <= :household and STANDS
                order by p.kind, p.from_year, p.effective_on desc, p.sequence desc)
            """
                    .replace("STANDS", counts("p"));

    private static final String ADOPTED =
            CURRENT
                    + "select event_id, kind, from_year, to_year, effective_on from current"
                    + " order by from_year, kind, effective_on";

    private static final String GOALS =
            CURRENT
                    + """
                    select c.event_id, g.year, g.income_fen_per_head, (
                        select i.income_fen_per_head
                        from household_incomes i
                        where i.household_id = c.household_id and i.income_year = g.year
                          and DAY <= :effective and i.position <= :household and SAID
                          and not exists (
                            select 1 from household_incomes n
                            where n.corrects_event_id in (i.event_id, i.corrects_event_id) and n.sequence > i.sequence
                              and n.position <= :household)
                        order by LATEST
                        limit 1) as earned
                    from current c join household_plan_goals g using (event_id)
                    order by c.event_id, g.year
                    """
                            .replace("DAY", Corrections.day("i", "household_incomes"))
                            .replace("LATEST", Corrections.latestFirst("i", "household_incomes"))
                            .replace("SAID", Register.saidStill("i"));

    private static final String MEASURES =
            CURRENT
                    + """
                    select x.*, COMPLETE as complete
                    from (
                        select c.household_id, c.kind, c.from_year, i.*, done.quantity as done_quantity,
                            done.amount_fen as done_amount, done.last_on
                        from current c
                        join (select event_id, line, code, year, measure, scheme, content, quantity, unit, amount_fen,
                                responsible, of_code from household_planned) i using (event_id)
                        cross join lateral (
                            select sum(d.quantity) as quantity, cast(sum(d.amount_fen) as bigint) as amount_fen,
                                max(d.effective_on) as last_on
                            from household_plan_done d
                            where d.household_id = c.household_id and d.kind = c.kind and d.from_year = c.from_year
                              and d.code = i.code and d.effective_on <= :effective and d.position <= :household
                              and STANDS) done) x
                    order by x.event_id, x.line
                    """
                            .replace("STANDS", counts("d"))
                            .replace("COMPLETE", done("x"));

    private Plans() {}

    /**
     * One plan as it was adopted last.
     *
     * @param goals what is to be earned in which year, and what is recorded of it
     * @param measures what is planned, and how much of it is done
     */
    record Plan(
            String kind,
            String zh,
            String en,
            int fromYear,
            int toYear,
            LocalDate adoptedOn,
            List<Goal> goals,
            List<Measure> measures) {}

    /**
     * @param earnedFenPerHead what is recorded of the year; null where nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Goal(int year, long incomeFenPerHead, @Nullable Long earnedFenPerHead) {}

    /**
     * @param doneQuantity in the unit of the plan, null where nothing is done or it is not counted
     * @param lastOn the day on which something of it was done last
     * @param done whether nothing is left to be done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Measure(
            String code,
            int year,
            String measure,
            @Nullable String scheme,
            String content,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Long amountFen,
            @Nullable String responsible,
            @Nullable String ofCode,
            @Nullable BigDecimal doneQuantity,
            @Nullable Long doneAmountFen,
            @Nullable LocalDate lastOn,
            boolean done) {}

    private record Of<T>(String eventId, T one) {}

    static List<Plan> of(String householdId, AsOf asOf, JdbcClient db) {
        var goals =
                read(
                        GOALS,
                        householdId,
                        asOf,
                        db,
                        row ->
                                new Goal(
                                        row.getInt("year"),
                                        row.getLong("income_fen_per_head"),
                                        row.getObject("earned", Long.class)));
        var measures = read(MEASURES, householdId, asOf, db, Plans::measure);
        var plans = new ArrayList<Plan>();
        for (var plan : read(ADOPTED, householdId, asOf, db, Plans::plan)) {
            plans.add(
                    new Plan(
                            plan.one().kind(),
                            plan.one().zh(),
                            plan.one().en(),
                            plan.one().fromYear(),
                            plan.one().toYear(),
                            plan.one().adoptedOn(),
                            of(plan.eventId(), goals),
                            of(plan.eventId(), measures)));
        }
        return plans;
    }

    private static <T> List<T> of(String eventId, List<Of<T>> all) {
        return all.stream().filter(one -> one.eventId().equals(eventId)).map(Of::one).toList();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<Of<T>> read(
            String sql, String householdId, AsOf asOf, JdbcClient db, Reading<T> reading) {
        return db.sql(sql)
                .paramSource(asOf.parameters().addValue("of", householdId))
                .query((row, _) -> new Of<>(row.getString("event_id"), reading.of(row)))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Plan(
                kind,
                Terms.zh(kind),
                Terms.en(kind),
                row.getInt("from_year"),
                row.getInt("to_year"),
                row.getObject("effective_on", LocalDate.class),
                List.of(),
                List.of());
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getString("code"),
                row.getInt("year"),
                row.getString("measure"),
                row.getString("scheme"),
                row.getString("content"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getObject("amount_fen", Long.class),
                row.getString("responsible"),
                row.getString("of_code"),
                row.getBigDecimal("done_quantity"),
                row.getObject("done_amount", Long.class),
                row.getObject("last_on", LocalDate.class),
                row.getBoolean("complete"));
    }
}
