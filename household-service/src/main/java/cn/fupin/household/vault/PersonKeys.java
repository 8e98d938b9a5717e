package cn.fupin.household.vault;

import cn.fupin.backbone.event.EventJson;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The persons' own keys: what they close is open as long as they are there, and no longer. */
@Component
public class PersonKeys {
    private final JdbcClient db;
    private final MasterKey master;
    private final ObjectProvider<ErasedWith> others;

    PersonKeys(JdbcClient db, Vault vault, ObjectProvider<ErasedWith> others) {
        this.db = db;
        this.master = vault.master();
        this.others = others;
    }

    /**
     * What was sealed of a person, a later word over an earlier one; null once the key is gone.
     *
     * @param sealed base64, in the order in which they were sealed
     */
    public @Nullable PersonalData open(String personId, List<String> sealed) {
        var key = keyOf(personId);
        return key == null ? null : open(personId, key, sealed);
    }

    /** The same of several, but for those whose key is gone. */
    public List<PersonalData> open(Map<String, List<String>> sealed) {
        return db.sql("select person_id, wrapped_key from vault_person where person_id = any(?)")
                .param(sealed.keySet().toArray(String[]::new))
                .query((row, _) -> {
                    var person = row.getString(1);
                    var key = unwrapped(row.getBytes(2), person);
                    return open(person, key, Objects.requireNonNull(sealed.get(person)));
                })
                .list();
    }

    private static PersonalData open(String personId, SecretKey key, List<String> sealed) {
        var whole = EventJson.MAPPER.createObjectNode();
        for (var each : sealed) {
            var plain = Seal.open(key, Base64.getDecoder().decode(each), personId);
            whole.setAll((ObjectNode) EventJson.MAPPER.readTree(plain));
        }
        return EventJson.MAPPER.treeToValue(whole, PersonalData.class);
    }

    /**
     * Which of them have a key; it cannot be destroyed before this transaction is over, and one
     * that is being destroyed is waited for. Sorted, so that two cannot wait for each other.
     */
    public Set<String> held(Collection<String> personIds) {
        return new HashSet<>(
                db.sql(
                                """
                                select person_id from vault_person where person_id = any(?)
                                order by person_id for no key update
                                """)
                        .param(personIds.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /**
     * The number was entered as this person's and is somebody else's: whoever comes with it is new.
     *
     * @return false for whoever has no key
     */
    public boolean forgetNumber(String personId) {
        return db.sql("update vault_person set blind_index = null where person_id = ?")
                        .param(personId)
                        .update()
                > 0;
    }

    /**
     * The number was entered as this person's and is the other's; read again, it is with the other.
     *
     * @return false when one of the two has no key
     */
    public boolean handNumberOver(String personId, String to) {
        var index = indexesOf(List.of(personId));
        if (index.isEmpty() || !forgetNumber(personId)) return false;
        var number = index.getFirst();
        if (number.isEmpty()) return true;
        return db.sql("update vault_person set blind_index = ? where person_id = ?")
                        .params(number.get(), to)
                        .update()
                > 0;
    }

    private List<Optional<byte[]>> indexesOf(List<String> personIds) {
        return db.sql(
                        """
                        select blind_index from vault_person where person_id = any(?)
                        order by person_id for update
                        """)
                .param(personIds.toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .list();
    }

    /** Destroys keys and blind indexes, and whatever others keep beside them. For good. */
    public void destroy(List<String> personIds) {
        var known = indexesOf(personIds).stream().flatMap(Optional::stream).toList();
        others.forEach(other -> other.erase(personIds, known));
        db.sql("delete from vault_person where person_id = any(?)")
                .param(personIds.toArray(String[]::new))
                .update();
    }

    @Nullable SecretKey keyOf(String personId) {
        return db.sql("select wrapped_key from vault_person where person_id = ?")
                .param(personId)
                .query(byte[].class)
                .optional()
                .map(wrapped -> unwrapped(wrapped, personId))
                .orElse(null);
    }

    private SecretKey unwrapped(byte[] wrapped, String personId) {
        return new SecretKeySpec(Seal.open(master.wrappingKey(), wrapped, personId), "AES");
    }
}
