package cn.fupin.acceptance.audit;

import static cn.fupin.acceptance.audit.Mutation.middle;
import static cn.fupin.acceptance.audit.Mutation.replaced;
import static cn.fupin.acceptance.audit.Mutation.reporting;
import static cn.fupin.acceptance.audit.Mutation.rows;
import static cn.fupin.acceptance.audit.Mutation.set;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.faults.OnTheSmallSystem;
import cn.fupin.acceptance.faults.Small;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing made wrong at a time in what was read: the auditor finds it and names it. */
@OnTheSmallSystem
@Order(10)
class PlantedMutationsTest {
    /** By service and table: why nothing that is lived here leaves a row there. */
    private static final Map<String, String> WITHOUT_ROWS =
            Map.of(
                    "reporting.register.steps_revoked",
                    "no relapse and no monitoring is entered wrongly here yet",
                    "reporting.clerk.meetings_corrected",
                    "no meeting is entered wrongly here yet",
                    "reporting.clerk.votes_corrected",
                    "as above");

    /** By event: why nobody who lives here causes it. */
    private static final Map<String, String> NOT_LIVED =
            new TreeMap<>(
                    Map.of(
                            "EvidenceFaultFound",
                            "a stored file would have to be tampered with on its disk",
                            "EvidenceRestored",
                            "as above, and put back"));

    static {
        for (String type :
                List.of(
                        "RegionListingCorrected",
                        "ListingTakenBack",
                        "RenamingTakenBack",
                        "SuccessionTakenBack",
                        "PoorVillageIdentificationTakenBack",
                        "PoorVillageExitTakenBack",
                        "VillageExitRecheckTakenBack",
                        "VillageGroupRenamed",
                        "RelapseRevoked",
                        "MonitoringRevoked",
                        "AssessmentCorrected",
                        "BenefitLinkTakenBack",
                        "BenefitLinkEndTakenBack",
                        "DividendTakenBack",
                        "MemberDayCorrected")) {
            NOT_LIVED.put(type, "no household and no place is so entered wrongly here yet");
        }
    }

    @Test
    void without_a_mutation_there_is_no_finding(Small small) {
        assertThat(Audit.of(small.evidence()).findings()).isEmpty();
    }

    /** A table in which nothing lies is audited by nobody: its mutations would have no row. */
    @Test
    void every_table_has_a_row_of_the_lives_or_a_reason_why_not(Small small) {
        List<String> empty =
                small.evidence().projections().stream()
                        .flatMap(service ->
                                service.rows().entrySet().stream()
                                        .filter(table -> table.getValue().isEmpty())
                                        .map(table -> service.service() + "." + table.getKey()))
                        .toList();

        assertThat(empty)
                .as("let Lives do what fills it, or say in WITHOUT_ROWS why nothing can")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ROWS.keySet());
    }

    @Test
    void every_row_and_every_column_has_a_rule(Small small) {
        assertThat(Audit.of(small.evidence()).unjudged())
                .as("add the rule to FactRules, ClerkRules or OversightRules")
                .isEmpty();
    }

    @Test
    void every_event_that_has_a_rule_is_lived_or_there_is_a_reason_why_not(Small small) {
        Set<String> lived =
                small.evidence().stores().stream()
                        .flatMap(store -> store.events().stream())
                        .map(StoredEvent::type)
                        .collect(Collectors.toSet());

        assertThat(FactRules.ALL)
                .extracting(FactRules.Rule::type)
                .filteredOn(type -> !type.equals(FactRules.ANY) && !lived.contains(type))
                .as("let Lives do it, or say in NOT_LIVED why nobody can")
                .containsOnlyElementsOf(NOT_LIVED.keySet());
    }

    /** All tables at once, for each row is a finding of its own. */
    @Test
    void whatever_row_is_missing_of_any_table_is_found(Small small) {
        Evidence without = small.evidence();
        Set<String> gone = new TreeSet<>();
        for (String table : tables()) {
            if (WITHOUT_ROWS.containsKey("reporting." + table)) continue;
            Row row = anyRow(without, table);
            gone.add("reporting." + table);
            without = rows(without, table, list -> Mutation.without(list, row));
        }

        assertThat(gone).hasSizeGreaterThan(80);
        assertThat(found(without, Finding.Kind.ROW_MISSING, Finding::place)).isEqualTo(gone);
    }

    /** All columns at once, for each is a finding of its own. */
    @Test
    void whatever_is_altered_in_a_row_of_any_table_is_found(Small small) {
        Evidence altered = small.evidence();
        Set<String> made = new TreeSet<>();
        for (String table : tables()) {
            if (WITHOUT_ROWS.containsKey("reporting." + table)) continue;
            Row row = anyRow(altered, table);
            Set<String> columns = new TreeSet<>(row.columns().keySet());
            columns.removeAll(ProjectionAudit.keyColumns(table, row.columns().keySet()));
            Row other = row;
            for (String column : columns) {
                other = set(other, column, "altered");
                made.add("reporting." + table + " " + column);
            }
            Row after = other;
            altered = rows(altered, table, list -> replaced(list, row, after));
        }

        assertThat(made).hasSizeGreaterThan(700);
        assertThat(found(altered, Finding.Kind.ROW_ALTERED, PlantedMutationsTest::column))
                .isEqualTo(made);
    }

    /** Those that have a rule, and a row to make wrong. */
    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>(FactRules.tables());
        tables.removeIf(table -> WITHOUT_ROWS.containsKey("reporting." + table));
        return tables;
    }

    private static Row anyRow(Evidence evidence, String table) {
        return middle(reporting(evidence).rows().getOrDefault(table, List.of()), _ -> true);
    }

    private static String column(Finding finding) {
        return finding.place() + " " + finding.detail().split(" ")[0];
    }

    private static Set<String> found(
            Evidence evidence, Finding.Kind kind, Function<Finding, String> what) {
        return Audit.of(evidence).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(what)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each of them is found below: whoever takes one out has to say so here. */
    @Test
    void none_was_taken_out_and_every_kind_of_finding_is_planted(Small small) {
        List<Mutation> all = Mutation.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(142);
        assertThat(all)
                .extracting(Mutation::name)
                .doesNotHaveDuplicates()
                .contains(
                        "an event dropped from the middle of its stream",
                        "an event stored twice",
                        "two events of a stream swapped",
                        "a byte of a payload altered",
                        "a fen in a posting",
                        "a stale offset");
        assertThat(all)
                .extracting(mutation -> mutation.plant().apply(small.evidence()).kind())
                .contains(Finding.Kind.values());
    }

    static List<Mutation> mutations() {
        return Mutation.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    @Execution(ExecutionMode.CONCURRENT)
    void found_and_named(Mutation mutation, Small small) {
        Mutation.Planted planted = mutation.plant().apply(small.evidence());

        List<Finding> findings = Audit.of(planted.evidence()).findings();

        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(planted.kind());
                    assertThat(finding.place()).startsWith(planted.place());
                    assertThat(finding.toString()).contains(planted.named());
                });
    }
}
