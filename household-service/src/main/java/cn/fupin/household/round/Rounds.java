package cn.fupin.household.round;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.RoundEvent.ReverificationRoundClosed;
import cn.fupin.household.round.RoundEvent.ReverificationRoundOpened;
import cn.fupin.household.round.RoundEvent.RoundRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rounds, their rules, and what was decided of households in them. No decision is dated after
 * the day a round was closed, whichever of the two is recorded first: both hold the round's row
 * while they look at the other.
 */
@Component
public class Rounds {
    /**
     * What a household's command is told of a round.
     *
     * @param closedOn null while it is open
     * @param direction which way the named rule leads, null when the round has no such rule
     */
    public record KnownRound(
            String roundId,
            String region,
            Lineage lineage,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable Direction direction) {}

    private record Row(
            String roundId,
            String region,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable Direction direction) {
        KnownRound by(Lineage lineage) {
            return new KnownRound(roundId, region, lineage, openedOn, closedOn, direction);
        }
    }

    private final JdbcClient db;
    private final Lineages lineages;

    Rounds(JdbcClient db, Lineages lineages) {
        this.db = db;
        this.lineages = lineages;
    }

    /**
     * @param rule the code of one of its rules, null when none is named
     */
    public @Nullable KnownRound find(String roundId, @Nullable String rule) {
        return db.sql(
                        """
                        select r.round_id, r.region, r.opened_on, r.closed_on, c.direction
                        from reverification_round r
                        left join reverification_rule c on c.round_id = r.round_id and c.code = ?
                        where r.round_id = ?
                        """)
                .param(rule)
                .param(roundId)
                .query(Row.class)
                .optional()
                .map(row -> row.by(lineages.lineage()))
                .orElse(null);
    }

    /**
     * Enters what was decided of a household, in the transaction of its own event; of a day the
     * last word on it stays.
     *
     * @param outcome KEPT, LEFT, ENTERED
     * @return the last day on which something may be decided in it; null while it is open
     */
    public @Nullable LocalDate enter(
            String roundId,
            String householdId,
            LocalDate on,
            String outcome,
            @Nullable String rule) {
        var closedOn =
                db.sql("select closed_on from reverification_round where round_id = ? for share")
                        .param(roundId)
                        .query(LocalDate.class)
                        .optional()
                        .orElse(null);
        db.sql(
                        """
                        delete from reverification
                        where round_id = ? and household_id = ? and decided_on = ? and outcome <> ?
                        """)
                .params(roundId, householdId, on, outcome)
                .update();
        db.sql(
                        """
                        insert into reverification (round_id, household_id, decided_on, outcome, rule)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(roundId, householdId, on, outcome)
                .param(rule)
                .update();
        return closedOn;
    }

    /** What was decided of a household that day comes to nothing. */
    public void takeBack(String householdId, LocalDate decidedOn, String outcome) {
        db.sql(
                        """
                        delete from reverification
                        where household_id = ? and decided_on = ? and outcome = ?
                        """)
                .params(householdId, decidedOn, outcome)
                .update();
    }

    @EventHandler
    void on(ReverificationRoundOpened e) {
        db.sql(
                        """
                        insert into reverification_round (round_id, region, opened_on)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(e.roundId(), e.region(), e.occurredOn())
                .update();
        db.sql(
                        """
                        insert into reverification_rule (round_id, code, direction)
                        select ?, * from unnest(?, ?) on conflict do nothing
                        """)
                .params(
                        List.of(
                                e.roundId(),
                                e.rules().stream().map(RoundRule::code).toArray(String[]::new),
                                e.rules().stream()
                                        .map(rule -> rule.direction().name())
                                        .toArray(String[]::new)))
                .update();
    }

    @EventHandler
    void on(ReverificationRoundClosed e) {
        db.sql("update reverification_round set closed_on = ? where round_id = ?")
                .params(e.occurredOn(), e.roundId())
                .update();
        db.sql("select max(decided_on) from reverification where round_id = ?")
                .param(e.roundId())
                .query(LocalDate.class)
                .optional()
                .filter(last -> last.isAfter(e.occurredOn()))
                .ifPresent(last -> {
                    throw new Refused(
                            RoundReason.DECISIONS_AFTER_THAT_DAY,
                            Map.of("lastDecidedOn", last.toString()));
                });
    }
}
