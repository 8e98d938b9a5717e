package cn.fupin.household.rule;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.region.Successions;
import cn.fupin.household.rule.RuleEvent.RuleCorrected;
import cn.fupin.household.rule.RuleEvent.RuleEnacted;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Durations and limits as data: a fact is judged by the rule of the nearest division that has one
 * on the fact's own date; where a division has ended and none holds for it, by that of what came
 * after it.
 */
@Component
public class RuleBook {
    private final JdbcClient db;

    private final Successions successions;

    RuleBook(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    /** The value in force in {@code region} on {@code date}, null when no rule says anything. */
    public @Nullable Integer valueOf(RuleCode code, String region, LocalDate date) {
        return successions.firstOf(region, place -> nearest(code, place, date));
    }

    private @Nullable Integer nearest(RuleCode code, String region, LocalDate date) {
        return db.sql(
                        """
                        select value from rule
                        where code = :code and division in (:lineage) and effective_from <= :date
                        order by division desc, effective_from desc limit 1
                        """)
                .param("code", code.code())
                .param("lineage", Division.lineage(region))
                .param("date", date)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    @EventHandler
    void on(RuleEnacted e) {
        db.sql(
                        """
                        insert into rule (code, division, effective_from, value)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(e.code(), e.region(), e.effectiveFrom(), e.value())
                .update();
    }

    @EventHandler
    void on(RuleCorrected e) {
        db.sql("update rule set value = ? where code = ? and division = ? and effective_from = ?")
                .params(e.value(), e.code(), e.region(), e.effectiveFrom())
                .update();
    }
}
