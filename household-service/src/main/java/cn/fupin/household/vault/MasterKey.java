package cn.fupin.household.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The one secret outside the database; every use has a key of its own derived from it. */
final class MasterKey {
    private static final int BYTES = 32;

    private final SecretKey indexKey;
    private final SecretKey bodyKey;
    private final SecretKey wrappingKey;
    private final SecretKey fileKey;
    private final byte[] check;

    private MasterKey(byte[] secret) {
        this.indexKey = derive(secret, "fupin blind index", "HmacSHA256");
        this.bodyKey = derive(secret, "fupin command bodies", "HmacSHA256");
        this.wrappingKey = derive(secret, "fupin key wrapping", "AES");
        this.fileKey = derive(secret, "fupin files", "AES");
        this.check = derive(secret, "fupin key check", "HmacSHA256").getEncoded();
    }

    /**
     * @param file 32 random bytes in base64
     */
    static MasterKey read(Path file) {
        try {
            var secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length == BYTES) return new MasterKey(secret);
        } catch (IOException | IllegalArgumentException _) {
            // told below in one sentence; neither cause says more to whoever starts the service
        }
        throw new IllegalStateException(
                "密钥文件不可用：FUPIN_VAULT_KEYFILE 须指向一个含 32 个随机字节（base64）的文件。"
                        + " The key file %s must exist and hold 32 random bytes in base64."
                                .formatted(file));
    }

    /** Equal for equal numbers, and says nothing about them without the key. */
    byte[] blindIndex(IdentityNumber number) {
        return mac(indexKey, number.number().getBytes(StandardCharsets.UTF_8));
    }

    /** Of a request's hash: its body may be little more than one number. */
    byte[] bodySeal(byte[] sha256) {
        return mac(bodyKey, sha256);
    }

    private static byte[] mac(SecretKey key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SecretKey wrappingKey() {
        return wrappingKey;
    }

    /** Of files that lie outside of the database. */
    SecretKey fileKey() {
        return fileKey;
    }

    /** Tells two master keys apart and nothing else. */
    byte[] check() {
        return check.clone();
    }

    private static SecretKey derive(byte[] secret, String use, String algorithm) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(new SecretKeySpec(secret, "Generic"))
                            .thenExpand(use.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
