package cn.fupin.funding;

import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.territory.EndedRegions;
import cn.fupin.funding.appropriation.AppropriationEvent;
import cn.fupin.funding.commitment.CommitmentEvent;
import cn.fupin.funding.loan.LoanEvent;
import cn.fupin.funding.payment.PaymentEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** 资金: from the document that grants it to the payee, each fen in double entry. */
@SpringBootApplication
public class FundingService {
    public static void main(String[] args) {
        SpringApplication.run(FundingService.class, args);
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(
                "funding",
                AppropriationEvent.class,
                CommitmentEvent.class,
                PaymentEvent.class,
                LoanEvent.class);
    }

    @Bean
    EndedRegions territory(ProjectionReader reader) {
        return new EndedRegions(reader);
    }
}
