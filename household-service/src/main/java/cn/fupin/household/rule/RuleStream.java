package cn.fupin.household.rule;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.rule.RuleCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class RuleStream extends DecidedStream<RuleCommand, RuleDecider.Rule, RuleEvent> {
    RuleStream() {
        super(RuleDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnactRule c) {
        decide(c);
    }

    @CommandHandler
    void handle(CorrectRule c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(RuleEvent e) {
        evolve(e, e.ruleId());
    }
}
