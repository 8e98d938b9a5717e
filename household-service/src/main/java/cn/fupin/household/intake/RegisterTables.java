package cn.fupin.household.intake;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.Exclusions;
import cn.fupin.household.household.Departures;
import cn.fupin.household.household.HelpTime;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.povertyline.PovertyLines;
import cn.fupin.household.region.Regions;
import cn.fupin.household.region.Successions;
import cn.fupin.household.region.VillageGroups;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.Vault;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RegisterTables implements Register {
    private static final int PERSONS_AT_ONCE = 2000;

    private final JdbcClient db;
    private final Vault vault;
    private final Regions regions;
    private final Successions successions;
    private final VillageGroups groups;
    private final RuleBook rules;
    private final PovertyLines lines;
    private final Departures departures;
    private final Exclusions exclusions;

    RegisterTables(
            JdbcClient db,
            Vault vault,
            Regions regions,
            Successions successions,
            VillageGroups groups,
            RuleBook rules,
            PovertyLines lines,
            Departures departures,
            Exclusions exclusions) {
        this.db = db;
        this.vault = vault;
        this.regions = regions;
        this.successions = successions;
        this.groups = groups;
        this.rules = rules;
        this.lines = lines;
        this.departures = departures;
        this.exclusions = exclusions;
    }

    @Override
    public boolean isListedVillage(String code) {
        return regions.isListedVillage(code);
    }

    @Override
    public boolean liesIn(String village, String region) {
        return successions.lineage().liesIn(village, region);
    }

    @Override
    public @Nullable LocalDate endOf(String code) {
        return successions.endOf(code);
    }

    @Override
    public List<KnownGroup> groupsOf(String village) {
        return groups.of(village);
    }

    @Override
    public @Nullable Integer rule(RuleCode code, String region, LocalDate on) {
        return rules.valueOf(code, region, on);
    }

    @Override
    public @Nullable Long lineFen(String region, int year, Standard standard) {
        var line = lines.of(region, year, standard.whoseLine());
        return line == null ? null : line.lineFenPerYear();
    }

    @Override
    public Map<String, Integer> placesLeft(String region, int year) {
        var left =
                successions.firstOf(
                        region,
                        code -> {
                            var quotas = quotasAbove(code, year);
                            return quotas.isEmpty() ? null : quotas;
                        });
        return left == null ? Map.of() : left;
    }

    private Map<String, Integer> quotasAbove(String code, int year) {
        var left = new HashMap<String, Integer>();
        db.sql(
                        """
                        select quota_id, ceiling_persons - used_persons from quota
                        where year = :year and division in (:lineage)
                        """)
                .param("year", year)
                .param("lineage", Division.lineage(code))
                .query(row -> {
                    left.put(row.getString(1), row.getInt(2));
                });
        return left;
    }

    private interface Found {
        void at(int place, ResultSet row) throws SQLException;
    }

    /** The query's first column is the index by which somebody was asked for. */
    private void byIndex(List<IdentityNumber> persons, String query, Found found) {
        for (var from = 0; from < persons.size(); from += PERSONS_AT_ONCE) {
            var some = persons.subList(from, Math.min(persons.size(), from + PERSONS_AT_ONCE));
            var places = new HashMap<ByteBuffer, Integer>();
            var indexes = new byte[some.size()][];
            for (var i = 0; i < indexes.length; i++) {
                indexes[i] = vault.blindIndex(some.get(i));
                places.put(ByteBuffer.wrap(indexes[i]), from + i);
            }
            db.sql(query)
                    .param(indexes)
                    .query(row -> {
                        var place = places.get(ByteBuffer.wrap(row.getBytes(1)));
                        if (place != null) found.at(place, row);
                    });
        }
    }

    @Override
    public Map<Integer, Home> householdsOf(List<IdentityNumber> persons) {
        var homes = new HashMap<Integer, Home>();
        byIndex(
                persons,
                """
                select v.blind_index, a.household_id, p.region
                from vault_person v join active_person a using (person_id)
                left join household_place p using (household_id)
                where v.blind_index = any(?)
                """,
                (place, row) -> homes.put(place, new Home(row.getString(2), row.getString(3))));
        return homes;
    }

    @Override
    public Map<String, Home> householdsNumbered(Collection<String> fileNumbers) {
        var homes = new HashMap<String, Home>();
        var numbers = List.copyOf(fileNumbers);
        for (var from = 0; from < numbers.size(); from += PERSONS_AT_ONCE) {
            var some = numbers.subList(from, Math.min(numbers.size(), from + PERSONS_AT_ONCE));
            db.sql(
                            """
                            select n.household_number, household_id, p.region
                            from household_number n left join household_place p using (household_id)
                            where n.household_number = any(?)
                            """)
                    .param(some.toArray(String[]::new))
                    .query(row -> {
                        homes.put(row.getString(1), new Home(row.getString(2), row.getString(3)));
                    });
        }
        return homes;
    }

    @Override
    public Set<Integer> notable(List<IdentityNumber> persons) {
        var notable = new HashSet<Integer>();
        byIndex(
                persons,
                """
                select asked.index from unnest(?) asked (index)
                where exists (select from matching_entry m where m.blind_index = asked.index)
                   or exists (select from vault_person v
                              left join person_free_since f using (person_id)
                              left join household_departure d using (person_id)
                              where v.blind_index = asked.index
                                and coalesce(f.person_id, d.person_id) is not null)
                """,
                (place, _) -> notable.add(place));
        return notable;
    }

    /** Who of them was ever entered, by id, and where in the list. */
    private Map<String, Integer> placesById(List<IdentityNumber> persons) {
        var places = new TreeMap<String, Integer>();
        byIndex(
                persons,
                "select blind_index, person_id from vault_person where blind_index = any(?)",
                (place, row) -> places.put(row.getString(2), place));
        return places;
    }

    @Override
    public Map<Integer, ImportRule> mayNotApply(
            String householdId, String village, LocalDate on, List<IdentityNumber> members) {
        var places = placesById(members);
        var persons = places.keySet().toArray(String[]::new);
        var found = new HashMap<Integer, ImportRule>();
        db.sql(
                        "select person_id from person_free_since where person_id = any(?) and free_since > ?")
                .params(persons, on)
                .query(String.class)
                .list()
                .forEach(person -> found.put(places.get(person), ImportRule.PERSON_ELSEWHERE_THEN));
        var split = departures.splitOf(householdId, village, on, persons);
        if (split != null) {
            found.put(places.get(split.personId()), ImportRule.SPLIT_FOR_ELIGIBILITY);
        }
        var dead = departures.deathOf(householdId, persons);
        if (dead != null) found.put(places.get(dead.personId()), ImportRule.PERSON_DIED);
        return found;
    }

    @Override
    public Set<Integer> excluded(
            String householdId, String village, LocalDate on, List<IdentityNumber> members) {
        var inForce = exclusions.inForce(village, on);
        if (inForce.isEmpty()) return Set.of();
        var places = new HashMap<String, Integer>();
        var indexes = new byte[members.size()][];
        for (var i = 0; i < indexes.length; i++) {
            indexes[i] = vault.blindIndex(members.get(i));
            places.put(HexFormat.of().formatHex(indexes[i]), i);
        }
        var excluded = new HashSet<Integer>();
        for (var match : exclusions.matchesOf(indexes, inForce, on)) {
            var place = places.get(match.personId());
            if (place != null
                    && match.effect() == ExclusionEffect.REFUSE
                    && !isCleared(householdId, indexes[place], match.item(), on)) {
                excluded.add(place);
            }
        }
        return excluded;
    }

    private boolean isCleared(String householdId, byte[] index, String item, LocalDate on) {
        return db.sql(
                        """
                        select exists (
                            select from exclusion_clearance join vault_person using (person_id)
                            where household_id = ? and blind_index = ? and item = ? and cleared_on <= ?)
                        """)
                .params(householdId, index, item, on)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<String, Known> known(Collection<String> householdIds) {
        var known = new HashMap<String, Known>();
        var ids = List.copyOf(householdIds);
        for (var from = 0; from < ids.size(); from += PERSONS_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + PERSONS_AT_ONCE));
            db.sql(
                            """
                            select household_id,
                                (select (convert_from(payload, 'UTF8')::json ->> 'occurredOn')::date from events
                                 where stream_id = household_id and sequence = 0),
                                not exists (select from active_person a where a.household_id = p.household_id),
                                array(select fact from import_fact where subject_id = household_id and strpos(fact, ':') = 0),
                                array(select distinct payload_type::text from events where stream_id = household_id),
                                region,
                                (select case payload_type when 'ExitVerified'
                                        then (convert_from(payload, 'UTF8')::json ->> 'incomeYear')::int end
                                 from events e where stream_id = p.household_id and payload_type in (
                                     'ExitProposed', 'ExitVerified', 'ExitWithdrawn', 'ExitRevoked',
                                     'HouseholdSuspended')
                                   and not exists (
                                     select from events r where r.stream_id = e.stream_id
                                       and r.payload_type = 'HouseholdRelapsed' and r.sequence < e.sequence
                                       and not exists (
                                         select from events v where v.stream_id = r.stream_id
                                           and v.payload_type = 'RelapseRevoked'
                                           and convert_from(v.payload, 'UTF8')::json ->> 'revokesEventId' = r.event_id))
                                 order by sequence desc limit 1),
                                (select fingerprint from import_fact f
                                 where f.subject_id = p.household_id and f.fact = 'survey')
                            from household_place p where household_id = any(?)
                            """)
                    .param(some.toArray(String[]::new))
                    .query(row -> {
                        known.put(row.getString(1), known(row));
                    });
        }
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        var facts = texts(row, 4);
        var types = texts(row, 5);
        return new Known(
                row.getObject(2, LocalDate.class),
                row.getString(6),
                row.getBoolean(3),
                steps(step -> facts.contains(step.fact)),
                steps(step -> types.contains(step.event)),
                row.getObject(7, Integer.class),
                row.getString(8));
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static Set<Step> steps(Predicate<Step> which) {
        var steps = EnumSet.noneOf(Step.class);
        Arrays.stream(Step.values()).filter(which).forEach(steps::add);
        return steps;
    }

    @Override
    public Map<String, List<HelpTime>> timesOfHelpers(Collection<String> helperIds) {
        var times = new HashMap<String, List<HelpTime>>();
        db.sql(
                        """
                        select helper_id, household_id, since, until from helper_time
                        where helper_id = any(?)
                        """)
                .param(helperIds.toArray(String[]::new))
                .query(row -> {
                    times.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(
                                    new HelpTime(
                                            row.getString(2),
                                            row.getObject(3, LocalDate.class),
                                            row.getObject(4, LocalDate.class)));
                });
        return times;
    }
}
