package cn.fupin.household.naming;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.naming.HelperCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class HelperStream extends DecidedStream<HelperCommand, HelperDecider.Helper, HelperEvent> {
    HelperStream() {
        super(HelperDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NameHelper c) {
        if (state() instanceof HelperDecider.Helper.Named named && !Access.covers(named.region())) {
            // Whose it is, is none of their business; that it is taken they have to know.
            Access.check(c, c.region());
            throw new Refused(HelperReason.ID_TAKEN);
        }
        decide(c);
    }

    @CommandHandler
    void handle(ChangeHelper c) {
        var region = c.region();
        if (region != null) Access.check(c, region);
        decide(c);
    }

    @EventSourcingHandler
    void on(HelperEvent e) {
        evolve(e, HelperEvent.streamOf(e.helperId()));
    }
}
