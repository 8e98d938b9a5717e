package cn.fupin.household.region;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.region.PlaceTakenBack.SuccessionTakenBack;
import cn.fupin.household.region.RegionEvent.RegionSuperseded;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which divisions ended, and what came after them; no chain of successors comes back to itself. */
@Component
public class Successions implements Lineages {
    private final JdbcClient db;

    Successions(JdbcClient db) {
        this.db = db;
    }

    /** The day the place ended as a division, null while it has not. */
    public @Nullable LocalDate endOf(String code) {
        return db.sql("select superseded_on from region_succession where region = ?")
                .param(code)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** Whether this place lies in that division, of all that is recorded. */
    @Override
    public Lineage lineage() {
        return Lineage.of(all());
    }

    /** Each place that ended, by its code. */
    public List<Succession> all() {
        return db.sql(
                        """
                        select region, superseded_on, successors from region_succession
                        order by region
                        """)
                .query(Succession::of)
                .list();
    }

    /** What came after the place itself, as the documents name it; none when none is known. */
    public List<String> after(String code) {
        return db.sql(
                        """
                        select unnest(successors) from region_succession where region = ?
                        """)
                .param(code)
                .query(String.class)
                .list();
    }

    /**
     * What the place's own lineage answers, and failing that its successors', the nearest first: a
     * household keeps the code it was registered under, while lines, rules and quotas of later
     * years are set for the division of their time.
     */
    public <T> @Nullable T firstOf(String code, Function<String, @Nullable T> answer) {
        var own = answer.apply(code);
        if (own != null) return own;
        for (var successor : lineage().successorsOf(code)) {
            var later = answer.apply(successor);
            if (later != null) return later;
        }
        return null;
    }

    /** One succession at a time, so that two cannot close a circle without seeing each other. */
    @EventHandler
    void on(RegionSuperseded e) {
        db.sql("select pg_advisory_xact_lock(hashtext('fupin succession of divisions'))")
                .query((_, _) -> true)
                .list();
        if (leadsTo(e.successors(), e.region())) throw new Refused(RegionReason.SUCCEEDS_ITSELF);
        db.sql(
                        """
                        insert into region_succession (region, superseded_on, successors)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(e.region(), e.occurredOn(), e.successors().toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(SuccessionTakenBack e) {
        db.sql("delete from region_succession where region = ?").param(e.region()).update();
    }

    private boolean leadsTo(List<String> successors, String region) {
        return db.sql(
                        """
                        with recursive later (code) as (
                            select unnest(:successors)
                          union
                            select unnest(r.successors) from later l join region_succession r on r.region = l.code
                        )
                        select exists (select from later where code = :region)
                        """)
                .param("successors", successors.toArray(String[]::new))
                .param("region", region)
                .query(Boolean.class)
                .single();
    }
}
