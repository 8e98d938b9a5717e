package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir private Path directory;

    @Test
    void a_second_system_on_the_same_data_gets_one_clear_sentence() {
        try (var first = DirectoryLock.of(directory)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.of(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("正被另一个运行中的系统使用")
                    .hasMessageContaining("in use by another running system");
        }
        DirectoryLock.of(directory).close();
    }

    @Test
    void another_process_is_kept_out_too_and_its_death_lets_go() throws Exception {
        var other = holder();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> DirectoryLock.of(directory)).isInstanceOf(CannotStart.class);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        DirectoryLock.of(directory).close();
    }

    private Process holder() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = Files.writeString(directory.resolve("Holder.java"), HOLDER);
        return new ProcessBuilder(java, program.toString(), directory.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static final String HOLDER =
            """
            import java.nio.channels.FileChannel;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;

            class Holder {
                public static void main(String[] arguments) throws Exception {
                    var file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = file.tryLock();
                    System.out.println(lock == null ? "taken" : "locked");
                    System.out.flush();
                    System.in.read();
                }
            }
            """;
}
