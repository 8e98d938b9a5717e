package cn.fupin.household.vault;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is named in lists of other registers: by keyed index alone, so that a list holds nobody's
 * number, and nobody who is on no file here becomes a person by it.
 */
@Component
public class MatchingEntries implements ErasedWith {
    /**
     * What a list comes to.
     *
     * @param entries how many different persons
     * @param seal SHA-256 of their indexes in order, hex
     */
    public record Kept(int entries, String seal) {}

    /** A list, by its id and content, names a person. */
    public record Named(String personId, String matchingId, String seal) {}

    private final JdbcClient db;
    private final Vault vault;

    MatchingEntries(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /**
     * Kept before the list itself is recorded, and worth nothing until it is: what another order
     * for the same id brings lies under another seal.
     */
    public Kept keep(String matchingId, List<IdentityNumber> numbers) {
        var indexes =
                numbers.stream()
                        .map(vault::blindIndex)
                        .sorted(Arrays::compareUnsigned)
                        .toArray(byte[][]::new);
        var seal = Hashing.sha256().newHasher();
        var last = new byte[0];
        var entries = 0;
        for (var index : indexes) {
            if (Arrays.equals(index, last)) continue;
            seal.putBytes(index);
            last = index;
            entries++;
        }
        var kept = new Kept(entries, seal.hash().toString());
        db.sql(
                        """
                        insert into matching_entry (matching_id, seal, blind_index)
                        select ?, ?, unnest(?) on conflict do nothing
                        """)
                .params(matchingId, kept.seal(), indexes)
                .update();
        return kept;
    }

    /** Whoever of these is named in any list. */
    public List<Named> naming(Collection<String> personIds) {
        return db.sql(
                        """
                        select p.person_id, e.matching_id, e.seal
                        from vault_person p join matching_entry e on e.blind_index = p.blind_index
                        where p.person_id = any(?)
                        """)
                .param(personIds.toArray(String[]::new))
                .query(Named.class)
                .list();
    }

    /** The same of whoever may be on no file yet: {@code personId} is the index in hex. */
    public List<Named> namingIndexes(byte[][] indexes) {
        return db.sql(
                        """
                        select encode(blind_index, 'hex') as person_id, matching_id, seal
                        from matching_entry where blind_index = any(?)
                        """)
                .param(indexes)
                .query(Named.class)
                .list();
    }

    /** How many of a list are still there: an erasure takes a person out of every list. */
    public int count(String matchingId, String seal) {
        return db.sql("select count(*) from matching_entry where matching_id = ? and seal = ?")
                .params(matchingId, seal)
                .query(Integer.class)
                .single();
    }

    @Override
    public void erase(List<String> personIds, List<byte[]> blindIndexes) {
        db.sql("delete from matching_entry where blind_index = any(?)")
                .param(blindIndexes.toArray(byte[][]::new))
                .update();
    }
}
