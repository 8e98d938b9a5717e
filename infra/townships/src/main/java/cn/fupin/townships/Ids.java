package cn.fupin.townships;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are the same at every load: UUID version 5 of what they name. */
final class Ids {
    /** Namespace of all that a township file makes; drawn once, fixed for ever. */
    private static final UUID NAMESPACE = UUID.fromString("5a1f8c1e-6f0b-4b8e-9d55-3c1d5b3f7a20");

    private final String file;

    Ids(String file) {
        this.file = file;
    }

    /** Example: {@code household-<uuid>} of kind "household" and name "2014/17". */
    String of(String kind, Object name) {
        return kind + "-" + uuid5(file + "\n" + kind + "\n" + name);
    }

    static UUID uuid5(String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1(name));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .array());
            return sha1.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
