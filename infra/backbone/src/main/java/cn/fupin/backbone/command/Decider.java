package cn.fupin.backbone.command;

import cn.fupin.backbone.event.Event;
import java.util.List;

/**
 * A life cycle as pure functions. {@code decide} may refuse; {@code evolve} never does, since the
 * fact is already stored.
 */
public interface Decider<C extends Command, S, E extends Event> {
    S initial();

    List<E> decide(C command, S state);

    S evolve(S state, E event);

    /** The 12-digit code of where the stream lies; asked only after its opening event. */
    String region(S state);

    /**
     * The 12-digit code of where what is ordered is done, which the sender must be entitled to: the
     * stream's own place, unless it is done to something that lies elsewhere.
     */
    default String region(S state, C command) {
        return region(state);
    }

    /** Where the stream lay on the fact's own day, as far as {@code state}, after it, knows. */
    default String region(S state, E event) {
        return region(state);
    }
}
