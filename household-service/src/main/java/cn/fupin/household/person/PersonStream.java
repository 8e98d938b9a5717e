package cn.fupin.household.person;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.person.PersonCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Opened by whatever is done first; that the person is in the register is found at the door. */
@Aggregate
class PersonStream extends DecidedStream<PersonCommand, Person, PersonEvent> {
    PersonStream() {
        super(PersonDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RevealPersonalData c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LookUpPerson c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceHold c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftHold c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestErasure c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineErasure c) {
        decide(c);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ErasePerson c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(PersonEvent e) {
        evolve(e, e.personId());
    }
}
