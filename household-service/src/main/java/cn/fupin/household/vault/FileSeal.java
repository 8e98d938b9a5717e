package cn.fupin.household.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals whole files: 2 bytes length and the file's own key, then the content under that key. The
 * file's key is wrapped by the master key and, one around the other, by the key of each person
 * whose data the file holds: with any of them destroyed it stays closed, wherever a copy lies.
 */
@Component
public class FileSeal {
    /** One of the persons has no key any more, or never had one. */
    public static final class KeyGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyGone() {
            super("key gone", null, false, false);
        }
    }

    private static final int KEY_BYTES = 32;

    private final MasterKey master;
    private final PersonKeys persons;

    FileSeal(Vault vault, PersonKeys persons) {
        this.master = vault.master();
        this.persons = persons;
    }

    /**
     * @param owner whose file it is, such as {@code evidence-…}: it opens as nothing else
     * @param personIds may be empty
     * @throws KeyGone when one of them has no key
     */
    public byte[] close(String owner, byte[] plain, Collection<String> personIds) {
        var key = Seal.randomBytes(KEY_BYTES);
        var wrapped = key;
        for (var wrapping : keys(personIds)) wrapped = Seal.close(wrapping, wrapped, owner);
        wrapped = Seal.close(master.fileKey(), wrapped, owner);
        var content = Seal.close(new SecretKeySpec(key, "AES"), plain, owner);
        return ByteBuffer.allocate(Short.BYTES + wrapped.length + content.length)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(content)
                .array();
    }

    /**
     * @throws SealBroken when it is not what was closed
     * @throws KeyGone when one of the persons has no key any more
     */
    public byte[] open(String owner, byte[] sealed, Collection<String> personIds) {
        var wrappings = keys(personIds);
        try {
            var buffer = ByteBuffer.wrap(sealed);
            var wrapped = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(wrapped);
            var content = new byte[buffer.remaining()];
            buffer.get(content);
            var key = Seal.open(master.fileKey(), wrapped, owner);
            for (var wrapping : wrappings.reversed()) key = Seal.open(wrapping, key, owner);
            return Seal.open(new SecretKeySpec(key, "AES"), content, owner);
        } catch (BufferUnderflowException tooShort) {
            throw new SealBroken(tooShort);
        }
    }

    private List<SecretKey> keys(Collection<String> personIds) {
        var keys = new ArrayList<SecretKey>();
        for (var person : new TreeSet<>(personIds)) {
            var key = persons.keyOf(person);
            if (key == null) throw new KeyGone();
            keys.add(key);
        }
        return keys;
    }
}
