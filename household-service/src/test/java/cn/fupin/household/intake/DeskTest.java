package cn.fupin.household.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Desk desk = new Desk(0);

    /** As another request would meet it. */
    private static <T> T elsewhere(Callable<T> work) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(work).get();
        }
    }

    private void isBusy(Callable<?> work) {
        assertThatThrownBy(() -> elsewhere(work))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(ImportReason.DESK_BUSY);
                            assertThat(refused.reason().retryable()).isTrue();
                        });
    }

    @Test
    void one_file_is_read_at_a_time_and_no_kit_beside_it() throws Exception {
        desk.file(() -> {
            isBusy(() -> desk.file(() -> "another"));
            isBusy(() -> desk.kit(() -> "a kit"));
            return "";
        });
        assertThat(elsewhere(() -> desk.file(() -> "later"))).isEqualTo("later");
    }

    @Test
    void a_few_kits_are_read_at_once_and_no_file_beside_them() throws Exception {
        desk.kit(() ->
                desk.kit(() ->
                        desk.kit(() -> {
                            isBusy(() -> desk.file(() -> "a file"));
                            return desk.kit(() -> {
                                isBusy(() -> desk.kit(() -> "a fifth"));
                                return "";
                            });
                        })));
    }

    @Test
    void what_fails_leaves_its_place() throws Exception {
        assertThatThrownBy(() ->
                        desk.file(() -> {
                            throw new IOException("cut off");
                        }))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere(() -> desk.file(() -> "next"))).isEqualTo("next");
    }
}
