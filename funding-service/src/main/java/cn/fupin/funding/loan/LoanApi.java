package cn.fupin.funding.loan;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.funding.loan.LoanCommand.Correction;
import cn.fupin.funding.loan.LoanCommand.Lent;
import cn.fupin.funding.loan.LoanCommand.RepayLoan;
import cn.fupin.funding.loan.LoanCommand.ReportLoan;
import cn.fupin.funding.loan.LoanCommand.TakeBackLoan;
import cn.fupin.funding.loan.LoanEvent.MicroCreditLent;
import cn.fupin.funding.lookup.RegisteredHouseholds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 扶贫小额信贷 over HTTP. */
@Configuration
class LoanApi {
    @Bean
    Endpoints loanEndpoints(RegisteredHouseholds households, StoredEvents events) {
        return Endpoints.of(
                Endpoint.post(
                        "/loans/{loanId}/report",
                        Lent.class,
                        ReportLoan.class,
                        (lent, _) ->
                                new ReportLoan(lent, households.registered(lent.householdId()))),
                Endpoint.post("/loans/{loanId}/repayment", RepayLoan.class),
                Endpoint.post(
                        "/loans/{loanId}/correction",
                        Correction.class,
                        TakeBackLoan.class,
                        (asked, _) ->
                                new TakeBackLoan(
                                        asked,
                                        events.last(asked.loanId(), MicroCreditLent.class)
                                                .map(StoredEvent::eventId)
                                                .orElse(null))));
    }
}
