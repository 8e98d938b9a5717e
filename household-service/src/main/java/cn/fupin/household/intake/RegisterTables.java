package cn.fupin.household.intake;

import cn.fupin.household.division.Division;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    RegisterTables(
            JdbcClient db,
            Vault vault,
            Regions regions,
            Successions successions,
            VillageGroups groups,
            RuleBook rules,
            PovertyLines lines) {
        this.db = db;
        this.vault = vault;
        this.regions = regions;
        this.successions = successions;
        this.groups = groups;
        this.rules = rules;
        this.lines = lines;
    }

    @Override
    public boolean isListedVillage(String code) {
        return regions.isListedVillage(code);
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
    public @Nullable Integer placesLeft(String region, int year) {
        return successions.firstOf(
                region,
                code ->
                        db.sql(
                                        """
                                        select min(ceiling_persons - used_persons) from quota
                                        where year = :year and division in (:lineage)
                                        """)
                                .param("year", year)
                                .param("lineage", Division.lineage(code))
                                .query(Integer.class)
                                .optional()
                                .orElse(null));
    }

    @Override
    public Map<Integer, Home> householdsOf(List<IdentityNumber> persons) {
        var found = new HashMap<Integer, Home>();
        for (var from = 0; from < persons.size(); from += PERSONS_AT_ONCE) {
            var some = persons.subList(from, Math.min(persons.size(), from + PERSONS_AT_ONCE));
            var places = new HashMap<ByteBuffer, Integer>();
            var indexes = new byte[some.size()][];
            for (var i = 0; i < indexes.length; i++) {
                indexes[i] = vault.blindIndex(some.get(i));
                places.put(ByteBuffer.wrap(indexes[i]), from + i);
            }
            db.sql(
                            """
                            select v.blind_index, a.household_id, p.region
                            from vault_person v join active_person a using (person_id)
                            left join household_place p using (household_id)
                            where v.blind_index = any(?)
                            """)
                    .param(indexes)
                    .query(row -> {
                        var place = places.get(ByteBuffer.wrap(row.getBytes(1)));
                        if (place != null) {
                            found.put(place, new Home(row.getString(2), row.getString(3)));
                        }
                    });
        }
        return found;
    }
}
