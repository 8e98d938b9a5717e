package cn.fupin.household.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

    @Test
    void what_is_sealed_opens_with_its_key_for_its_owner_only() {
        var sealed = Seal.close(KEY, "王小明".getBytes(StandardCharsets.UTF_8), "person-1");
        assertThat(new String(Seal.open(KEY, sealed, "person-1"), StandardCharsets.UTF_8))
                .isEqualTo("王小明");
        assertThatThrownBy(() -> Seal.open(KEY, sealed, "person-2"))
                .isInstanceOf(IllegalStateException.class);
        var other = new SecretKeySpec(Seal.randomBytes(32), "AES");
        assertThatThrownBy(() -> Seal.open(other, sealed, "person-1"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Seal.close(KEY, new byte[3], "p"))
                .isNotEqualTo(Seal.close(KEY, new byte[3], "p"));
    }

    @Test
    void the_index_is_the_same_under_one_key_and_another_under_another(@TempDir Path folder)
            throws IOException {
        var number = IdentityNumber.parse("n", "11010519491231002X");
        var one = MasterKey.read(keyFile(folder, 1));
        var same = MasterKey.read(keyFile(folder, 1));
        var other = MasterKey.read(keyFile(folder, 2));
        assertThat(one.blindIndex(number))
                .isEqualTo(same.blindIndex(number))
                .isNotEqualTo(other.blindIndex(number));
        assertThat(one.check()).isEqualTo(same.check()).isNotEqualTo(other.check());
    }

    @Test
    void without_a_key_file_the_service_says_so_in_one_sentence(@TempDir Path folder)
            throws IOException {
        assertThatThrownBy(() -> MasterKey.read(folder.resolve("none")))
                .hasMessageContaining("FUPIN_VAULT_KEYFILE");
        var tooShort = Files.writeString(folder.resolve("short"), "c2hvcnQ=");
        assertThatThrownBy(() -> MasterKey.read(tooShort)).hasMessageContaining("32");
    }

    private static Path keyFile(Path folder, int first) throws IOException {
        var secret = new byte[32];
        secret[0] = (byte) first;
        return Files.writeString(
                folder.resolve("key-" + first), Base64.getEncoder().encodeToString(secret) + "\n");
    }
}
