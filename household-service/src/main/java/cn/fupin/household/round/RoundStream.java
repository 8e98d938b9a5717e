package cn.fupin.household.round;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.round.RoundCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class RoundStream extends DecidedStream<RoundCommand, RoundDecider.Round, RoundEvent> {
    RoundStream() {
        super(RoundDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenRound c) {
        decide(c);
    }

    @CommandHandler
    void handle(CloseRound c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(RoundEvent e) {
        evolve(e, e.roundId());
    }
}
