package cn.fupin.reporting.round;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.Register;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rounds of a region with what came of them there, within the caller's snapshot. */
public final class Rounds {
    // Households are counted once in a round, by their latest word of it; persons as of its day.
    private static final String TOLD =
            """
            with rounds as (
                select distinct on (m.stream_id) m.stream_id as round_id, m.title, m.region, m.effective_on as opened_on,
                    (select min(e.effective_on) from matters e
                     where e.stream_id = m.stream_id and e.step = 'END'
                       and e.effective_on <= :effective and e.position <= :household) as closed_on
                from matters m
                where m.kind = 'ROUND' and m.step = 'OPEN' and m.effective_on <= :effective and m.position <= :household
                order by m.stream_id, m.effective_on, m.sequence),
            said as (
                select s.round_id, case s.state when 'REMOVED' then 'LEFT' else 'ENTERED' end as what,
                    coalesce(s.round_rule, '') as rule, s.household_id, s.effective_on, s.sequence
                from {states} s
                where s.round_id is not null and {in s.lies} and s.effective_on <= :effective and s.position <= :household
                union all
                select a.round_id, 'KEPT', '', a.household_id, a.effective_on, a.sequence
                from {acts} a
                where a.round_id is not null and {in a.lies} and a.effective_on <= :effective and a.position <= :household
                  and {in life}),
            latest as (
                select distinct on (round_id, household_id) * from said
                order by round_id, household_id, effective_on desc, sequence desc),
            counted as (
                select l.round_id, l.what, l.rule, count(*) as households,
                    sum((select coalesce(sum(c.change), 0) from member_changes c
                         where c.household_id = l.household_id and c.effective_on <= l.effective_on
                           and c.position <= :household)) as persons
                from latest l
                group by l.round_id, l.what, l.rule)
            select r.round_id, r.title, r.region, r.opened_on, r.closed_on, c.what, c.rule, c.households, c.persons
            from rounds r
            left join counted c on c.round_id = r.round_id
            where {in r.region} or c.round_id is not null
            order by r.opened_on, r.round_id, c.what, c.rule
            """
                    .replace("{in life}", Register.inLife("a"))
                    .replace("{states}", Register.STATES)
                    .replace("{acts}", Register.facts("household_acts"));

    private final JdbcClient db;

    public Rounds(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param closedOn null while it goes on
     * @param kept looked into again and kept
     * @param left taken off the register by it
     * @param entered brought onto the register by it
     * @param byRule entries and exits by the code of the round's rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            String roundId,
            @Nullable String name,
            String region,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Count kept,
            Count left,
            Count entered,
            List<ByRule> byRule) {}

    public record Count(long households, long persons) {
        static final Count NONE = new Count(0, 0);

        Count and(Count other) {
            return new Count(households + other.households, persons + other.persons);
        }
    }

    /**
     * @param direction LEAVE, ENTER
     */
    public record ByRule(String rule, String direction, long households, long persons) {}

    private record Line(Round round, @Nullable String what, @Nullable String rule, Count count) {}

    /** In the order in which they were opened, also those of which nothing came here. */
    public List<Round> of(Scope scope, AsOf asOf) {
        var rounds = new LinkedHashMap<String, Round>();
        db.sql(scope.sql(TOLD))
                .paramSource(scope.addTo(asOf.parameters()))
                .query((row, _) -> line(row))
                .list()
                .forEach(line ->
                        rounds.merge(
                                line.round().roundId(),
                                with(line.round(), line),
                                (before, _) -> with(before, line)));
        return List.copyOf(rounds.values());
    }

    private static Round with(Round round, Line line) {
        var what = line.what() == null ? "" : line.what();
        var byRule = new ArrayList<>(round.byRule());
        if (line.rule() != null && !line.rule().isEmpty()) {
            byRule.add(
                    new ByRule(
                            line.rule(),
                            what.equals("LEFT") ? "LEAVE" : "ENTER",
                            line.count().households(),
                            line.count().persons()));
        }
        return new Round(
                round.roundId(),
                round.name(),
                round.region(),
                round.openedOn(),
                round.closedOn(),
                what.equals("KEPT") ? round.kept().and(line.count()) : round.kept(),
                what.equals("LEFT") ? round.left().and(line.count()) : round.left(),
                what.equals("ENTERED") ? round.entered().and(line.count()) : round.entered(),
                List.copyOf(byRule));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new Round(
                        row.getString("round_id"),
                        row.getString("title"),
                        row.getString("region"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        Count.NONE,
                        Count.NONE,
                        Count.NONE,
                        List.of()),
                row.getString("what"),
                row.getString("rule"),
                new Count(row.getLong("households"), row.getLong("persons")));
    }
}
