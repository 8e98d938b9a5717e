package cn.fupin.backbone.axon;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.ExpectedSequence;
import cn.fupin.backbone.command.Located;
import cn.fupin.backbone.event.Event;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The Axon shell of a stream: it hands commands to the decider and facts back to its state, and
 * decides nothing. Subclasses add one line per command, since Axon routes by concrete type.
 */
public abstract class DecidedStream<C extends Command, S, E extends Event> implements Cloneable {
    /** The metadata key under which every event carries the region of its date. */
    public static final String REGION = "region";

    @AggregateIdentifier private @Nullable String streamId;
    private final Decider<C, S, E> decider;
    private S state;

    protected DecidedStream(Decider<C, S, E> decider) {
        this.decider = decider;
        this.state = decider.initial();
    }

    protected final void decide(C command) {
        var opened = streamId != null;
        if (streamId == null) streamId = command.streamId();
        var before = state;
        if (command instanceof Located located) Access.check(command, located.region());
        else if (opened) Access.check(command, decider.region(before, command));
        ExpectedSequence.check(command.streamId(), AggregateLifecycle.getVersion());
        StreamStates.deciding(command.streamId(), this);
        var decided = decider.decide(command, before);
        if (!opened && !(command instanceof Located) && !decided.isEmpty()) {
            Access.check(command, decider.region(decider.evolve(before, decided.getFirst())));
        }
        for (var event : decided) {
            var after = decider.evolve(state, event);
            AggregateLifecycle.apply(event, MetaData.with(REGION, decider.region(after, event)));
        }
    }

    /** For what reaches over several streams and is decided by the facts of each. */
    protected final S state() {
        return state;
    }

    /**
     * To be called by the subclass's one {@code @EventSourcingHandler} on its sealed event type.
     */
    protected final void evolve(E event, String id) {
        streamId = id;
        state = decider.evolve(state, event);
    }

    /** States are immutable, so the copy goes on from here and this one stays as it is. */
    final DecidedStream<?, ?, ?> copy() {
        try {
            return (DecidedStream<?, ?, ?>) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // it is Cloneable
        }
    }
}
