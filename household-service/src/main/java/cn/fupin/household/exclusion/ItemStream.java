package cn.fupin.household.exclusion;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class ItemStream extends DecidedStream<EnactItem, ItemDecider.Item, ItemEvent> {
    ItemStream() {
        super(ItemDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnactItem c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(ItemEvent e) {
        evolve(e, e.itemId());
    }
}
