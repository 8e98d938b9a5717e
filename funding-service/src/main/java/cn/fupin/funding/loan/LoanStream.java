package cn.fupin.funding.loan;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.funding.loan.LoanCommand.RepayLoan;
import cn.fupin.funding.loan.LoanCommand.ReportLoan;
import cn.fupin.funding.loan.LoanCommand.TakeBackLoan;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Hands over to the decider; decides nothing. */
@Aggregate
class LoanStream extends DecidedStream<LoanCommand, Loan, LoanEvent> {
    LoanStream() {
        super(LoanDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportLoan c) {
        decide(c);
    }

    @CommandHandler
    void handle(RepayLoan c) {
        decide(c);
    }

    @CommandHandler
    void handle(TakeBackLoan c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(LoanEvent e) {
        evolve(e, e.loanId());
    }
}
