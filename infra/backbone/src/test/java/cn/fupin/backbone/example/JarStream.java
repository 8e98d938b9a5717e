package cn.fupin.backbone.example;

import cn.fupin.backbone.axon.DecidedStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class JarStream extends DecidedStream<JarCommand, JarDecider.Jar, JarEvent> {
    JarStream() {
        super(JarDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JarCommand.PlaceJar c) {
        decide(c);
    }

    @CommandHandler
    void handle(JarCommand.AddBeans c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(JarEvent e) {
        evolve(e, e.jarId());
    }
}
