package cn.fupin.reporting.history;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.answer.After;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened in a region beside the lives of its households: what was held, formed, decided,
 * posted and looked into, the latest first, within the caller's snapshot.
 */
public final class Chronicles {
    private static final String EVENTS =
            """
            select e.*, true as names
            from life_events e
            where e.source = 'household' and e.kind not in ('household', 'person', 'evidence') and {in e.region}
              and e.effective_on <= :effective and e.position <= :household
              and (e.effective_on, e.position) < (coalesce(cast(:beforeDay as date), 'infinity'), cast(:before as bigint))
            order by e.effective_on desc, e.position desc
            limit :limit
            """;

    private static final String TOLD =
            "select p.id from unnest(:persons) p (id) where not " + Erasure.ofId("p.id");

    private final JdbcClient db;

    public Chronicles(JdbcClient db) {
        this.db = db;
    }

    /** The last one shown on the page before; null is the first page. */
    public record Before(LocalDate day, long position) {
        private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{1,18})");

        /**
         * @throws Malformed naming the parameter
         */
        public static @Nullable Before parse(@Nullable String text) {
            var next = After.read(TEXT, text);
            return next == null
                    ? null
                    : new Before(After.day(next.group(1)), Long.parseLong(next.group(2)));
        }
    }

    /**
     * @param next what to ask for as {@code after}; null on the last page
     */
    public record Page(List<Entry> entries, @Nullable String next) {}

    /** One event and the place it happened in. */
    public record Entry(String region, HouseholdHistory.Event event) {}

    public Page page(Scope scope, AsOf asOf, @Nullable Before before, int limit) {
        var entries = entries(scope, asOf, before, limit + 1);
        if (entries.size() <= limit) return new Page(entries, null);
        var last = entries.get(limit - 1).event();
        return new Page(entries.subList(0, limit), last.occurredOn() + "/" + last.position());
    }

    private List<Entry> entries(Scope scope, AsOf asOf, @Nullable Before before, int limit) {
        var events =
                db.sql(scope.sql(EVENTS))
                        .paramSource(
                                scope.addTo(asOf.parameters())
                                        .addValue("beforeDay", before == null ? null : before.day())
                                        .addValue(
                                                "before",
                                                before == null ? Long.MAX_VALUE : before.position())
                                        .addValue("limit", limit))
                        .query((row, _) -> Lives.event(row))
                        .list();
        var places = PlaceNames.of(PlaceNames.calledIn(events), asOf, db);
        var helpers =
                HelperNames.labels(
                        events.stream()
                                .flatMap(e -> StreamsNamed.helpersIn(e.payload()).stream())
                                .toList(),
                        asOf,
                        db);
        var notices = NoticeNames.of(events, asOf, db);
        var items = Sentence.Known.items(events, asOf, db);
        var measures = MeasureNames.of(events, asOf, db);
        var told = told(events);
        return events.stream()
                .map(e ->
                        new Entry(
                                e.region(),
                                HouseholdHistory.event(
                                        new Life.Dated(e, e.occurredOn()),
                                        Life.of(
                                                e.text("householdId"),
                                                List.of(e),
                                                Erased.NOBODY,
                                                places,
                                                Map.of(),
                                                notices,
                                                items,
                                                measures,
                                                Map.of()),
                                        new Sentence.Reader(
                                                e.text("householdId"),
                                                _ -> null,
                                                (person, mask) ->
                                                        told.contains(person)
                                                                ? mask
                                                                : Erasure.NAMELESS,
                                                (person, mask) ->
                                                        told.contains(person)
                                                                ? mask
                                                                : Erasure.NAMELESS,
                                                new Sentence.Known(
                                                        places, Map.of(), Map.of(), helpers,
                                                        notices, items, measures)))))
                .toList();
    }

    /**
     * Whom the namings among them are about, and who was left out, but for those who were erased.
     */
    private Set<String> told(List<LifeEvent> events) {
        var persons =
                events.stream()
                        .filter(e ->
                                e.streamId().startsWith("naming-")
                                        || e.type().equals("OmissionRaised"))
                        .map(e -> e.text("personId"))
                        .filter(person -> !person.isEmpty())
                        .distinct()
                        .toArray(String[]::new);
        if (persons.length == 0) return Set.of();
        return Set.copyOf(db.sql(TOLD).param("persons", persons).query(String.class).list());
    }
}
