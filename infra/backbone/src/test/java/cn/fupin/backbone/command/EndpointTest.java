package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EndpointTest {
    sealed interface Judge extends Command {
        @Override
        default String streamId() {
            return "judge-1";
        }
    }

    @Needs(permission = "judge.admit")
    record Admit(String grounds) implements Judge {}

    record Silent(String grounds) implements Judge {}

    private static final String PATH = "/judges/{judgeId}/judgement";

    @Test
    void a_command_is_a_record_that_says_who_may() {
        assertThat(Endpoint.post(PATH, Admit.class).command()).isEqualTo(Admit.class);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Endpoint.post(PATH, Admit.class, Judge.class, (asked, _) -> asked))
                .withMessageContaining(PATH)
                .withMessageContaining(Judge.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.post(PATH, Silent.class))
                .withMessageContaining(Silent.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.post(PATH, Judge.class))
                .withMessageContaining(Judge.class.getName());
    }
}
