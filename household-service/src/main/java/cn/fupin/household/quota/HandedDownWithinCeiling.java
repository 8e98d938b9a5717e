package cn.fupin.household.quota;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.quota.QuotaEvent.QuotaAdjusted;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import cn.fupin.household.quota.QuotaEvent.QuotaCorrected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a division hands down in a year, to the divisions directly below it, stays within its own
 * ceiling 规模分解: whichever of them is allocated first, and on every day, however they are adjusted
 * and corrected.
 */
@Component
class HandedDownWithinCeiling {
    static final String CONSTRAINT = "quota_handed_down_within_ceiling";

    /** How many digits a code has by which it and what lies in it begin, level by level. */
    private static final TreeSet<Integer> DIGITS = new TreeSet<>(List.of(0, 2, 4, 6, 9, 12));

    private final JdbcClient db;

    HandedDownWithinCeiling(JdbcClient db) {
        this.db = db;
    }

    private record Amount(int persons, int ceilingPersons) {}

    private record Dated(String division, LocalDate from, int persons, int ceilingPersons) {}

    boolean isAllocated(String division, int year) {
        return db.sql("select exists (select from quota where division = ? and year = ?)")
                .params(division, year)
                .query(Boolean.class)
                .single();
    }

    @EventHandler
    void on(QuotaAllocated e) {
        from(
                e.quotaId(),
                e.region(),
                e.year(),
                e.occurredOn(),
                new Amount(e.persons(), e.ceilingPersons()));
    }

    @EventHandler
    void on(QuotaAdjusted e) {
        from(
                e.quotaId(),
                e.region(),
                e.year(),
                e.occurredOn(),
                new Amount(e.persons(), e.ceilingPersons()));
    }

    @EventHandler
    void on(QuotaCorrected e) {
        from(
                e.quotaId(),
                e.region(),
                e.year(),
                e.amountOn(),
                new Amount(e.persons(), e.ceilingPersons()));
    }

    /** The row above before the own one, as everybody takes them: from the country downwards. */
    private void from(String quotaId, String division, int year, LocalDate day, Amount amount) {
        var lineage = Division.lineage(division);
        var above = lineage.size() > 1 ? lineage.get(1) : null;
        if (above != null) lock(above, year);
        lock(division, year);
        var before = latest(quotaId);
        db.sql(
                        """
                        insert into quota_amount (quota_id, division, year, effective_on, persons, ceiling_persons)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (quota_id, effective_on) do update
                        set persons = excluded.persons, ceiling_persons = excluded.ceiling_persons
                        """)
                .params(quotaId, division, year, day, amount.persons(), amount.ceilingPersons())
                .update();
        if (CurrentUnitOfWork.isStarted()) {
            if (above != null) holds(above, division, year, day);
            holds(division, null, year, day);
        }
        var after = latest(quotaId);
        if (after == null) throw new IllegalStateException("just written: " + quotaId);
        if (above != null) {
            db.sql(
                            """
                            update quota_handed_down set persons_below = persons_below + ?
                            where division = ? and year = ?
                            """)
                    .params(after.persons() - (before == null ? 0 : before.persons()), above, year)
                    .update();
        }
        db.sql("update quota_handed_down set ceiling_persons = ? where division = ? and year = ?")
                .params(after.ceilingPersons(), division, year)
                .update();
    }

    private void lock(String division, int year) {
        db.sql(
                        """
                        insert into quota_handed_down (division, year) values (?, ?)
                        on conflict (division, year) do update set persons_below = quota_handed_down.persons_below
                        """)
                .params(division, year)
                .update();
    }

    private @Nullable Amount latest(String quotaId) {
        return db.sql(
                        """
                        select persons, ceiling_persons from quota_amount where quota_id = ?
                        order by effective_on desc limit 1
                        """)
                .param(quotaId)
                .query(Amount.class)
                .optional()
                .orElse(null);
    }

    /**
     * On no day from that one on is more handed down than the ceiling of the day.
     *
     * @param asked of which more is wanted, null when it is the ceiling that changes
     */
    private void holds(String division, @Nullable String asked, int year, LocalDate from) {
        var ceilings = new TreeMap<LocalDate, Integer>();
        var below = new TreeMap<String, TreeMap<LocalDate, Integer>>();
        var days = new TreeSet<LocalDate>();
        days.add(from);
        for (var amount : amounts(division, year)) {
            days.add(amount.from());
            if (amount.division().equals(division)) {
                ceilings.put(amount.from(), amount.ceilingPersons());
            } else {
                below.computeIfAbsent(amount.division(), _ -> new TreeMap<>())
                        .put(amount.from(), amount.persons());
            }
        }
        for (var day : days.tailSet(from)) {
            var ceiling = ceilings.floorEntry(day);
            if (ceiling == null) continue;
            var persons = below.values().stream().mapToLong(them -> on(day, them)).sum();
            if (persons <= ceiling.getValue()) continue;
            var needed =
                    asked == null ? persons : on(day, below.getOrDefault(asked, new TreeMap<>()));
            throw new Refused(
                    QuotaReason.ABOVE_THE_CEILING_OVER_IT,
                    Map.of(
                            "division",
                            division,
                            "needed",
                            needed,
                            "left",
                            Math.max(0, ceiling.getValue() - (persons - needed)),
                            "on",
                            day.toString()));
        }
    }

    private static long on(LocalDate day, TreeMap<LocalDate, Integer> persons) {
        var then = persons.floorEntry(day);
        return then == null ? 0 : then.getValue();
    }

    /** Its own and those of the divisions directly below it. */
    private List<Dated> amounts(String division, int year) {
        var prefix = Division.prefix(division);
        var next = DIGITS.higher(prefix.length());
        var below =
                next == null
                        ? division
                        : prefix + "_".repeat(next - prefix.length()) + "0".repeat(12 - next);
        return db.sql(
                        """
                        select division, effective_on as "from", persons, ceiling_persons from quota_amount
                        where year = ? and division like ?
                        """)
                .params(year, below)
                .query(Dated.class)
                .list();
    }
}
