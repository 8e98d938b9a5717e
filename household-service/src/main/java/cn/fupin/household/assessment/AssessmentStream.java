package cn.fupin.household.assessment;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.assessment.AssessmentCommand.CorrectAssessment;
import cn.fupin.household.assessment.AssessmentCommand.WithdrawAssessment;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class AssessmentStream
        extends DecidedStream<AssessmentCommand, AssessmentDecider.Assessment, AssessmentEvent> {
    AssessmentStream() {
        super(AssessmentDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HoldAssessment c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawAssessment c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectAssessment c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(AssessmentEvent e) {
        evolve(e, e.assessmentId());
    }
}
