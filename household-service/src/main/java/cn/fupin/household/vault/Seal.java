package cn.fupin.household.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM: 12 bytes nonce, then ciphertext and tag; bound to whom it belongs to. */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] close(SecretKey key, byte[] plain, String owner) {
        try {
            var nonce = randomBytes(NONCE_BYTES);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner);
            var sealed = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(plain.length));
            return sealed.put(nonce).put(cipher.doFinal(plain)).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] open(SecretKey key, byte[] sealed, String owner) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(rest);
        } catch (GeneralSecurityException | BufferUnderflowException broken) {
            throw new SealBroken(broken);
        }
    }

    static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
