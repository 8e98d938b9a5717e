package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Reason;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Event;
import java.util.List;

/** Given facts, when an order comes, then facts or a refusal; no framework needed. */
public final class DeciderSpec<C extends Command, S, E extends Event> {
    private final Decider<C, S, E> decider;
    private final S state;

    private DeciderSpec(Decider<C, S, E> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    @SafeVarargs
    public static <C extends Command, S, E extends Event> DeciderSpec<C, S, E> given(
            Decider<C, S, E> decider, E... past) {
        return given(decider, List.of(past));
    }

    public static <C extends Command, S, E extends Event> DeciderSpec<C, S, E> given(
            Decider<C, S, E> decider, List<? extends E> past) {
        var state = decider.initial();
        for (var event : past) state = decider.evolve(state, event);
        return new DeciderSpec<>(decider, state);
    }

    public When when(C command) {
        return new When(command);
    }

    public final class When {
        private final C command;

        private When(C command) {
            this.command = command;
        }

        /** The facts, and that the state takes them. */
        @SafeVarargs
        public final void then(E... expected) {
            var events = decider.decide(command, state);
            assertThat(events).containsExactly(expected);
            var after = state;
            for (var event : events) after = decider.evolve(after, event);
            assertThat(decider.region(after)).matches("\\d{12}");
        }

        /** Whatever the facts are, there is no refusal. */
        public void accepted() {
            assertThat(decider.decide(command, state)).isNotEmpty();
        }

        public List<E> events() {
            return decider.decide(command, state);
        }

        public void refused(Reason reason) {
            assertThatThrownBy(() -> decider.decide(command, state))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
        }
    }
}
