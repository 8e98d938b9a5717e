package cn.fupin.household.region;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.division.Division;
import cn.fupin.household.division.Extent;
import cn.fupin.household.division.Extent.Since;
import cn.fupin.household.division.Extents;
import cn.fupin.household.region.RegionEvent.RegionSuperseded;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which divisions ended, and what came after them; no chain of successors comes back to itself. */
@Component
public class Successions implements Extents {
    private static final String PREFIX_OF_B =
            """
            case when right(b.code, 10) = '0000000000' then left(b.code, 2)
                when right(b.code, 8) = '00000000' then left(b.code, 4)
                when right(b.code, 6) = '000000' then left(b.code, 6)
                when right(b.code, 3) = '000' then left(b.code, 9)
                else b.code end
            """;

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

    /** Where places lie by what had ended by that day. */
    public DivisionsOfDay on(LocalDate day) {
        var ended = new HashMap<String, List<String>>();
        db.sql("select region, successors from region_succession where superseded_on <= ?")
                .param(day)
                .query(row -> {
                    var successors = (String[]) row.getArray("successors").getArray();
                    ended.put(row.getString("region"), List.of(successors));
                });
        return new DivisionsOfDay(ended);
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
        for (var successor : successorsOf(code)) {
            var later = answer.apply(successor);
            if (later != null) return later;
        }
        return null;
    }

    /**
     * Everything that came after the place or after a division above it, the nearest first and in
     * the order the documents name them.
     */
    private List<String> successorsOf(String code) {
        return db.sql(
                        """
                        with recursive later (code, depth, path) as (
                            select s.code, array_position(array[:lineage], r.region), array[s.at]
                            from region_succession r
                            cross join unnest(r.successors) with ordinality s (code, at)
                            where r.region in (:lineage)
                          union all
                            select s.code, l.depth, l.path || s.at
                            from later l join region_succession r on r.region = l.code
                            cross join unnest(r.successors) with ordinality s (code, at)
                        )
                        select code from later group by code
                        order by min(depth), min(cardinality(path)), min(path)
                        """)
                .param("lineage", Division.lineage(code))
                .query(String.class)
                .list();
    }

    /** By the successions of all days. */
    @Override
    public Extent extentOf(String code) {
        var told =
                db.sql(
                                """
                                with recursive before (code, since) as (
                                    select region, superseded_on from region_succession
                                    where exists (select from unnest(successors) s where starts_with(s, :prefix))
                                  union
                                    select r.region, greatest(b.since, r.superseded_on)
                                    from before b join region_succession r
                                        on exists (select from unnest(r.successors) s where starts_with(s, PREFIX))),
                                after (code, since) as (
                                    select s, r.superseded_on
                                    from region_succession r cross join unnest(r.successors) s
                                    where starts_with(r.region, :prefix)
                                  union
                                    select s, greatest(a.since, r.superseded_on)
                                    from after a join region_succession r on r.region = a.code
                                    cross join unnest(r.successors) s)
                                select true as earlier, code, since from before
                                union all select false, code, since from after
                                """
                                        .replace("PREFIX", PREFIX_OF_B))
                        .param("prefix", Division.prefix(code))
                        .query(Told.class)
                        .list();
        return new Extent(code, since(told, true), since(told, false));
    }

    /** Every ended division that the place, or one within it, came after. */
    public List<String> endedInto(String code) {
        return extentOf(code).before().stream().map(Since::code).distinct().toList();
    }

    private record Told(boolean earlier, String code, LocalDate since) {}

    private static List<Since> since(List<Told> told, boolean earlier) {
        return told.stream()
                .filter(t -> t.earlier() == earlier)
                .map(t -> new Since(t.code(), t.since()))
                .toList();
    }

    /** Since when a place is, or lies in, what came after another; null when it is not. */
    public @Nullable LocalDate followed(String before, String after) {
        if (successorsOf(before).stream().noneMatch(later -> Division.isWithin(after, later))) {
            return null;
        }
        return db.sql("select min(superseded_on) from region_succession where region in (:lineage)")
                .param("lineage", Division.lineage(before))
                .query(LocalDate.class)
                .single();
    }

    /**
     * Whether one lies in the other, or in what came after it. Of a place that only lay in what
     * ended nobody knows what it became there, only that it lies in it still.
     */
    boolean isOneLine(String one, String other) {
        return oneInTheOther(one, other) || cameTo(one, other) || cameTo(other, one);
    }

    private boolean cameTo(String before, String place) {
        return allAfter(before).stream()
                .anyMatch(later ->
                        later.ownEnd()
                                ? oneInTheOther(later.code(), place)
                                : Division.isWithin(later.code(), place));
    }

    private static boolean oneInTheOther(String one, String other) {
        return Division.isWithin(one, other) || Division.isWithin(other, one);
    }

    /**
     * Of each place only the nearest that ended counts: a village's own end, not its township's.
     */
    private Set<Later> allAfter(String code) {
        var after = new LinkedHashSet<Later>();
        var open = new ArrayDeque<>(List.of(new Later(code, true)));
        while (!open.isEmpty()) {
            nearestEnd(open.pop()).stream().filter(after::add).forEach(open::push);
        }
        return after;
    }

    /**
     * What came after a place.
     *
     * @param ownEnd whether it was always the place itself that ended, never only what it lay in
     */
    private record Later(String code, boolean ownEnd) {}

    private List<Later> nearestEnd(Later place) {
        return db.sql(
                        """
                        select unnest(successors) as code, :own and region = :place as own_end from
                            (select region, successors from region_succession where region in (:lineage)
                             order by array_position(array[:lineage], region) limit 1) nearest
                        """)
                .param("own", place.ownEnd())
                .param("place", place.code())
                .param("lineage", Division.lineage(place.code()))
                .query(Later.class)
                .list();
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
