package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One effect per Idempotency-Key: the key's row is taken first and its answer written last, in the
 * very transaction that appends the events.
 */
public final class OncePerKey {
    private static final String APPENDED = OncePerKey.class.getName() + ".appended";

    /** The key was used before; the door answers from its row. */
    static final class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyTaken() {
            super("key taken", null, false, false);
        }
    }

    /**
     * What a command's handling results in; the answer is there once the events have their places.
     */
    static final class Pending {
        private @Nullable Answer answer;

        Answer answer() {
            return Objects.requireNonNull(answer);
        }
    }

    private final CommandLog log;

    public OncePerKey(CommandLog log) {
        this.log = log;
    }

    /** The command bus's interceptor; not a bean of that type, or Axon would add it twice. */
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var metadata = work.getMessage().getMetaData();
        var key = (String) Objects.requireNonNull(metadata.get(Envelope.COMMAND_ID));
        var sha256 = (byte[]) Objects.requireNonNull(metadata.get(Envelope.BODY_SHA256));
        if (!log.take(key, sha256)) throw new KeyTaken();
        chain.proceed();
        // not before: who may not do it, or did it already, is told nothing by them
        if (metadata.get(Envelope.RULES) instanceof Runnable rules) rules.run();
        var pending = new Pending();
        // registered after the event store's own, so the events have their places by then
        work.onPrepareCommit(w -> {
            pending.answer = answerOf(w);
            log.answer(key, pending.answer);
        });
        return pending;
    }

    /** Subscribed to the event bus: sees what was appended, in the same transaction. */
    public void appended(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.get()
                .getOrComputeResource(APPENDED, k -> new ArrayList<EventMessage<?>>())
                .addAll(events);
    }

    static Answer answerOf(UnitOfWork<? extends CommandMessage<?>> work) {
        List<EventMessage<?>> appended = work.getOrDefaultResource(APPENDED, List.of());
        var json = EventJson.MAPPER.createObjectNode();
        json.put("streamId", ((Command) work.getMessage().getPayload()).streamId());
        var events = json.putArray("events");
        for (var event : appended) {
            var domain = (DomainEventMessage<?>) event;
            events.addObject()
                    .put("id", event.getIdentifier())
                    .put("type", event.getPayloadType().getSimpleName())
                    .put("sequence", domain.getSequenceNumber());
        }
        return Answer.done(json);
    }
}
