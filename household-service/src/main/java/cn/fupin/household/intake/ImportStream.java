package cn.fupin.household.intake;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.intake.ImportCommand.ReceiveImport;
import cn.fupin.household.intake.ImportCommand.TellRun;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class ImportStream extends DecidedStream<ImportCommand, ImportDecider.Import, ImportEvent> {
    ImportStream() {
        super(ImportDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveImport c) {
        decide(c);
    }

    @CommandHandler
    void handle(TellRun c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(ImportEvent e) {
        evolve(e, e.importId());
    }
}
