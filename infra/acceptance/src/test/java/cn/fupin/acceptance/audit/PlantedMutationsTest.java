package cn.fupin.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.faults.OnTheSmallSystem;
import cn.fupin.acceptance.faults.Small;
import java.util.List;
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

    @Test
    void without_a_mutation_there_is_no_finding(Small small) {
        assertThat(Audit.of(small.evidence()).findings()).isEmpty();
    }

    /** Each of them is found below: whoever takes one out has to say so here. */
    @Test
    void none_was_taken_out_and_every_kind_of_finding_is_planted(Small small) {
        List<Mutation> all = Mutation.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(116);
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
