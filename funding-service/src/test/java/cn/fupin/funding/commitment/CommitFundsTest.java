package cn.fupin.funding.commitment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.commitment.CommitmentReason.ALREADY_COMMITTED;
import static cn.fupin.funding.commitment.CommitmentReason.BEFORE_APPROVAL;
import static cn.fupin.funding.commitment.CommitmentReason.IN_THE_FUTURE;
import static cn.fupin.funding.commitment.CommitmentReason.PROJECT_NOT_APPROVED_YET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.commitment.CommitmentCommand.CommitFunds;
import cn.fupin.funding.commitment.CommitmentCommand.Commitment;
import cn.fupin.funding.commitment.CommitmentEvent.FundsCommitted;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.ledger.Posting;
import cn.fupin.funding.lookup.ApprovedProject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitFundsTest {
    private static final CommitmentDecider RULES = CommitmentDecider.INSTANCE;
    private static final String COMMITMENT = "commitment-00000000-0000-7000-8000-000000000001";
    private static final String PROJECT = "project-00000000-0000-7000-8000-000000000001";
    private static final String ONE = "allocation-00000000-0000-7000-8000-000000000001";
    private static final String TWO = "allocation-00000000-0000-7000-8000-000000000002";
    private static final String TOWNSHIP = "513423199000";
    private static final LocalDate APPROVED = LocalDate.of(2014, 5, 1);
    private static final LocalDate TODAY = LocalDate.of(2015, 12, 31);
    private static final Instant NOW = TODAY.atTime(9, 0).atZone(Shanghai.ZONE).toInstant();

    @Test
    void a_project_in_the_library_gets_money_out_of_several_lines() {
        given(RULES).when(commit(APPROVED, inLibrary())).then(committed());
    }

    @Test
    void a_project_not_heard_of_yet_may_only_be_late() {
        given(RULES).when(commit(APPROVED, null)).refused(PROJECT_NOT_APPROVED_YET);
        assertThat(PROJECT_NOT_APPROVED_YET.retryable()).isTrue();
    }

    @Test
    void it_is_committed_once() {
        given(RULES, committed()).when(commit(TODAY, inLibrary())).refused(ALREADY_COMMITTED);
    }

    @Test
    void not_before_the_approval_and_not_in_the_future() {
        given(RULES).when(commit(APPROVED.minusDays(1), inLibrary())).refused(BEFORE_APPROVAL);
        given(RULES).when(commit(TODAY.plusDays(1), inLibrary())).refused(IN_THE_FUTURE);
    }

    @Test
    void lines_add_up_to_the_amount_and_none_stands_there_twice() {
        assertRule("lines-add-up-to-amount", 100_01L, new Line(ONE, 60_00L), new Line(TWO, 40_00L));
        assertRule("distinct", 100_00L, new Line(ONE, 60_00L), new Line(ONE, 40_00L));
        assertRule("size-1-50", 100_00L);
    }

    private static void assertRule(String rule, long amountFen, Line... lines) {
        assertThatThrownBy(() ->
                        new Commitment(
                                COMMITMENT, PROJECT, List.of(lines), amountFen, TODAY, false, NOW))
                .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.rule()).isEqualTo(rule));
    }

    private static ApprovedProject inLibrary() {
        return new ApprovedProject(TOWNSHIP, APPROVED);
    }

    private static CommitFunds commit(LocalDate on, @Nullable ApprovedProject project) {
        var lines = List.of(new Line(ONE, 60_00L), new Line(TWO, 40_00L));
        return new CommitFunds(
                new Commitment(COMMITMENT, PROJECT, lines, 100_00L, on, false, NOW), project);
    }

    private static FundsCommitted committed() {
        return new FundsCommitted(
                COMMITMENT,
                PROJECT,
                TOWNSHIP,
                List.of(new Line(ONE, 60_00L), new Line(TWO, 40_00L)),
                100_00L,
                List.of(
                        new Posting("commitment:" + COMMITMENT + ":" + ONE, 60_00L),
                        new Posting("allocation:" + ONE, -60_00L),
                        new Posting("commitment:" + COMMITMENT + ":" + TWO, 40_00L),
                        new Posting("allocation:" + TWO, -40_00L)),
                false,
                APPROVED);
    }
}
