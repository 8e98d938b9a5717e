package cn.fupin.household.exclusion;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.exclusion.ExclusionEvent.ExclusionRuleEnacted;
import cn.fupin.household.exclusion.ExclusionEvent.ExclusionRuleEnded;
import cn.fupin.household.exclusion.MatchingEvent.ListedPersonsFound;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import cn.fupin.household.region.Successions;
import cn.fupin.household.vault.MatchingEntries;
import cn.fupin.household.vault.MatchingEntries.Named;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The exclusion rules and the lists of other registers. For each item the rules of the nearest
 * division that has one on the fact's own date hold, and of each register the newest list that
 * speaks of no later day counts: whoever sold the car is not on it any more.
 */
@Component
public class Exclusions {
    /** A rule in force. */
    public record KnownRule(
            String exclusionId, String division, String item, ExclusionEffect effect) {}

    /** A person is named in a list that a rule in force speaks of. */
    public record Match(
            String personId,
            String item,
            ExclusionEffect effect,
            String exclusionId,
            String matchingId,
            String source,
            LocalDate asOf) {}

    private record KnownList(
            String matchingId, String seal, String item, String source, LocalDate asOf) {}

    private final JdbcClient db;
    private final Successions successions;
    private final MatchingEntries entries;

    Exclusions(JdbcClient db, Successions successions, MatchingEntries entries) {
        this.db = db;
        this.successions = successions;
        this.entries = entries;
    }

    /** One rule for each item, the strictest where the nearest division has several. */
    public List<KnownRule> inForce(String region, LocalDate on) {
        var rules = successions.firstOf(region, place -> nonEmpty(nearest(place, on)));
        return rules == null ? List.of() : rules;
    }

    private static @Nullable List<KnownRule> nonEmpty(List<KnownRule> rules) {
        return rules.isEmpty() ? null : rules;
    }

    private List<KnownRule> nearest(String region, LocalDate on) {
        return db.sql(
                        """
                        select distinct on (item) exclusion_id, division, item, effect
                        from exclusion_rule
                        where division in (:lineage) and effective_from <= :on
                            and (ended_on is null or ended_on > :on)
                        order by item, division desc, effect desc, effective_from desc, exclusion_id
                        """)
                .param("lineage", Division.lineage(region))
                .param("on", on)
                .query(KnownRule.class)
                .list();
    }

    /** Of these persons, whoever is named under one of these rules. */
    public List<Match> matches(Collection<String> persons, List<KnownRule> rules, LocalDate on) {
        return matches(entries.naming(persons), rules, on);
    }

    /** The same of whoever may be on no file yet: {@code personId} is the index in hex. */
    public List<Match> matchesOf(byte[][] indexes, List<KnownRule> rules, LocalDate on) {
        return matches(entries.namingIndexes(indexes), rules, on);
    }

    private List<Match> matches(List<Named> named, List<KnownRule> rules, LocalDate on) {
        if (named.isEmpty() || rules.isEmpty()) return List.of();
        var lists =
                newest(on).stream()
                        .collect(Collectors.toMap(KnownList::matchingId, Function.identity()));
        var byItem = rules.stream().collect(Collectors.toMap(KnownRule::item, Function.identity()));
        var matches = new TreeMap<String, Match>();
        for (var entry : named) {
            var list = lists.get(entry.matchingId());
            if (list == null || !list.seal().equals(entry.seal())) continue;
            var rule = byItem.get(list.item());
            if (rule == null) continue;
            matches.put(
                    entry.personId() + " " + list.matchingId(),
                    new Match(
                            entry.personId(),
                            list.item(),
                            rule.effect(),
                            rule.exclusionId(),
                            list.matchingId(),
                            list.source(),
                            list.asOf()));
        }
        return List.copyOf(matches.values());
    }

    private List<KnownList> newest(LocalDate on) {
        return db.sql(
                        """
                        select distinct on (region, item, source)
                            matching_id, seal, item, source, as_of
                        from matching_list where as_of <= ?
                        order by region, item, source, as_of desc, received_on desc, matching_id
                        """)
                .param(on)
                .query(KnownList.class)
                .list();
    }

    @EventHandler
    void on(ExclusionRuleEnacted e) {
        db.sql(
                        """
                        insert into exclusion_rule (exclusion_id, division, item, effect, effective_from)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(e.exclusionId(), e.region(), e.item(), e.effect().name(), e.effectiveFrom())
                .update();
    }

    @EventHandler
    void on(ExclusionRuleEnded e) {
        db.sql("update exclusion_rule set ended_on = ? where exclusion_id = ?")
                .params(e.occurredOn(), e.exclusionId())
                .update();
    }

    /** A list, and whom of those on file here it names of whom that was not told. */
    record Untold(String matchingId, List<String> personIds) {}

    /** Of the lists after that one, at most so many persons. */
    List<Untold> untold(String after, int most) {
        return db
                .sql(
                        """
                        select l.matching_id, p.person_id
                        from matching_list l
                        join matching_entry e on e.matching_id = l.matching_id and e.seal = l.seal
                        join vault_person p on p.blind_index = e.blind_index
                        join person_home h on h.person_id = p.person_id
                        where l.matching_id > ? and not exists (
                            select from matching_told t
                            where t.matching_id = l.matching_id and t.person_id = p.person_id)
                        order by l.matching_id, p.person_id
                        limit ?
                        """)
                .params(after, most)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .entrySet()
                .stream()
                .map(list -> new Untold(list.getKey(), list.getValue()))
                .toList();
    }

    @EventHandler
    void on(ListedPersonsFound e) {
        db.sql(
                        """
                        insert into matching_told (matching_id, person_id)
                        select ?, unnest(?) on conflict do nothing
                        """)
                .params(e.matchingId(), e.personIds().toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(MatchingListReceived e) {
        db.sql(
                        """
                        insert into matching_list
                            (matching_id, seal, region, item, source, as_of, received_on, entries)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        e.matchingId(),
                        e.sha256(),
                        e.region(),
                        e.item(),
                        e.source(),
                        e.asOf(),
                        e.occurredOn(),
                        e.entries())
                .update();
    }
}
