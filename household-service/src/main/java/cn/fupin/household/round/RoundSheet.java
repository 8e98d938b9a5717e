package cn.fupin.household.round;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.answer.NotThere;
import cn.fupin.household.round.RoundEvent.Direction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A round as it stands: by which of its rules how many households left the register or entered. */
@RestController
class RoundSheet {
    record Shown(
            String roundId,
            String region,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            long kept,
            List<Rule> rules) {}

    record Rule(String code, Direction direction, long households) {}

    private record Row(String region, LocalDate openedOn, @Nullable LocalDate closedOn) {}

    private final JdbcClient db;

    RoundSheet(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/rounds/{roundId}")
    Shown round(@PathVariable String roundId) {
        Check.id("round", "roundId", roundId);
        var row =
                db.sql(
                                """
                                select region, opened_on, closed_on
                                from reverification_round where round_id = ?
                                """)
                        .param(roundId)
                        .query(Row.class)
                        .optional()
                        .orElseThrow(NotThere::new);
        return new Shown(
                roundId,
                row.region(),
                row.openedOn(),
                row.closedOn(),
                kept(roundId),
                rules(roundId));
    }

    private long kept(String roundId) {
        return db.sql(
                        """
                        select count(distinct household_id) from reverification
                        where round_id = ? and outcome = 'KEPT'
                        """)
                .param(roundId)
                .query(Long.class)
                .single();
    }

    private List<Rule> rules(String roundId) {
        return db.sql(
                        """
                        select r.code, r.direction, count(distinct d.household_id) as households
                        from reverification_rule r
                        left join reverification d on d.round_id = r.round_id and d.rule = r.code
                        where r.round_id = ?
                        group by r.code, r.direction order by r.direction desc, r.code
                        """)
                .param(roundId)
                .query(Rule.class)
                .list();
    }
}
