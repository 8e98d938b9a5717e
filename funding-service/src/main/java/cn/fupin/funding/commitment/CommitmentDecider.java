package cn.fupin.funding.commitment;

import static cn.fupin.funding.commitment.CommitmentReason.ALREADY_COMMITTED;
import static cn.fupin.funding.commitment.CommitmentReason.BEFORE_APPROVAL;
import static cn.fupin.funding.commitment.CommitmentReason.IN_THE_FUTURE;
import static cn.fupin.funding.commitment.CommitmentReason.PROJECT_NOT_APPROVED_YET;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.commitment.CommitmentCommand.CommitFunds;
import cn.fupin.funding.commitment.CommitmentDecider.State;
import cn.fupin.funding.commitment.CommitmentDecider.State.Committed;
import cn.fupin.funding.commitment.CommitmentDecider.State.None;
import cn.fupin.funding.commitment.CommitmentEvent.FundsCommitted;
import cn.fupin.funding.ledger.Account;
import cn.fupin.funding.ledger.DoubleEntry;
import cn.fupin.funding.ledger.Line;
import java.util.List;
import java.util.Map;

/**
 * Only a project in the library 项目库 gets money. That no line is overdrawn is not known to one
 * commitment: see {@link AllocationLinesAreNeverOverdrawn}.
 */
enum CommitmentDecider implements Decider<CommitmentCommand, State, CommitmentEvent> {
    INSTANCE;

    /** Whether the commitment has been made. */
    sealed interface State {
        record None() implements State {}

        record Committed(String region) implements State {}
    }

    @Override
    public State initial() {
        return new None();
    }

    @Override
    public State evolve(State state, CommitmentEvent event) {
        return switch (event) {
            case FundsCommitted e -> new Committed(e.region());
        };
    }

    @Override
    public String region(State state) {
        return ((Committed) state).region();
    }

    @Override
    public List<CommitmentEvent> decide(CommitmentCommand command, State state) {
        return List.of(
                switch (command) {
                    case CommitFunds c -> commit(c, state);
                });
    }

    private static CommitmentEvent commit(CommitFunds command, State state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_COMMITTED);
        var c = command.commitment();
        if (c.committedOn().isAfter(Shanghai.dateOf(c.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        var project = command.project();
        if (project == null) {
            throw new Refused(PROJECT_NOT_APPROVED_YET, Map.of("projectId", c.projectId()));
        }
        if (c.committedOn().isBefore(project.approvedOn())) {
            throw new Refused(BEFORE_APPROVAL, Map.of("earliest", project.approvedOn()));
        }
        var entry = new DoubleEntry();
        for (var line : c.lines()) {
            entry.debit(Account.commitment(c.commitmentId(), line.allocationId()), line.amountFen())
                    .credit(Account.allocation(line.allocationId()), line.amountFen());
        }
        return new FundsCommitted(
                c.commitmentId(),
                c.projectId(),
                project.region(),
                c.lines(),
                Line.sum(c.lines()),
                entry.balanced(),
                c.assumed(),
                c.committedOn());
    }
}
