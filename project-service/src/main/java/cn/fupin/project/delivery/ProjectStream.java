package cn.fupin.project.delivery;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.project.delivery.ProjectCommand.AcceptProject;
import cn.fupin.project.delivery.ProjectCommand.ApproveProject;
import cn.fupin.project.delivery.ProjectCommand.NameBeneficiaries;
import cn.fupin.project.delivery.ProjectCommand.ProposeProject;
import cn.fupin.project.delivery.ProjectCommand.ReportProgress;
import cn.fupin.project.delivery.ProjectCommand.SignContract;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Hands over to the decider; decides nothing. */
@Aggregate
class ProjectStream extends DecidedStream<ProjectCommand, Project, ProjectEvent> {
    ProjectStream() {
        super(ProjectDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeProject c) {
        decide(c);
    }

    @CommandHandler
    void handle(ApproveProject c) {
        decide(c);
    }

    @CommandHandler
    void handle(SignContract c) {
        decide(c);
    }

    @CommandHandler
    void handle(ReportProgress c) {
        decide(c);
    }

    @CommandHandler
    void handle(AcceptProject c) {
        decide(c);
    }

    @CommandHandler
    void handle(NameBeneficiaries c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(ProjectEvent e) {
        evolve(e, e.projectId());
    }
}
