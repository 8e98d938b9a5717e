package cn.fupin.backbone.axon;

import cn.fupin.backbone.relay.RecoveryWitness;
import cn.fupin.backbone.store.PositionedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Hands a recovered event to every handler that would have seen it appended. */
final class RecoveredGuards implements RecoveryWitness {
    private final ApplicationContext context;
    private final StoredEvents events;
    private @Nullable List<AnnotationEventHandlerAdapter> handlers;

    RecoveredGuards(ApplicationContext context, StoredEvents events) {
        this.context = context;
        this.events = events;
    }

    @Override
    public void recovered(PositionedEvent stored) {
        var event = events.read(stored);
        for (var handler : handlers()) {
            var message = GenericEventMessage.asEventMessage(event);
            if (handler.canHandle(message)) tell(handler, message);
        }
    }

    private static void tell(
            AnnotationEventHandlerAdapter handler,
            org.axonframework.eventhandling.EventMessage<?> message) {
        try {
            handler.handle(message);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // as the interface declares it
            throw new IllegalStateException(e);
        }
    }

    /** Looked for when they are needed, which is hardly ever. */
    private List<AnnotationEventHandlerAdapter> handlers() {
        var known = handlers;
        if (known != null) return known;
        var found = new ArrayList<AnnotationEventHandlerAdapter>();
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name);
            if (type == null || !isHandler(type)) continue;
            found.add(
                    new AnnotationEventHandlerAdapter(
                            Objects.requireNonNull(context.getBean(name))));
        }
        handlers = found;
        return found;
    }

    private static boolean isHandler(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(EventHandler.class));
    }
}
