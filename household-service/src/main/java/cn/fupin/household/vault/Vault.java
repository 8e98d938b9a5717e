package cn.fupin.household.vault;

import cn.fupin.backbone.command.BodySeal;
import cn.fupin.backbone.event.EventJson;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who a person is stays in here. A number is resolved to a personId by its keyed index, and what is
 * personal is sealed with that person's own key, so that destroying the key erases it wherever the
 * ciphertext has gone.
 */
@Component
public class Vault {
    /** A person as the door read it; the number has been parsed from {@code data} already. */
    public record Person(IdentityNumber number, PersonalData data) {}

    /**
     * Who it is, and what only the person's key opens.
     *
     * @param sealed base64, only to be opened with the person's key
     */
    public record SealedPerson(String personId, String sealed) {}

    /**
     * @param blindIndex null for a person without a number
     */
    private record Row(String personId, @Nullable ByteBuffer blindIndex, ByteBuffer wrappedKey) {
        static Row of(ResultSet row, int number) throws SQLException {
            var index = row.getBytes("blind_index");
            return new Row(
                    row.getString("person_id"),
                    index == null ? null : ByteBuffer.wrap(index),
                    ByteBuffer.wrap(row.getBytes("wrapped_key")));
        }
    }

    private static final int KEY_BYTES = 32;

    private final JdbcClient db;
    private final MasterKey master;

    Vault(JdbcClient db, @Value("${fupin.vault.keyfile}") Path keyFile) {
        this.db = db;
        this.master = MasterKey.read(keyFile);
        refuseAnotherKey();
    }

    MasterKey master() {
        return master;
    }

    /**
     * Under which somebody's number may be kept for comparing (a matching list, a waiting upload):
     * equal for equal numbers and nothing without the key. Whoever keeps it also deletes it, see
     * {@link ErasedWith}.
     */
    public byte[] blindIndex(IdentityNumber number) {
        return master.blindIndex(number);
    }

    /** A form may hold little more than one number, so its plain hash would give it away. */
    @Bean
    BodySeal bodySeal() {
        return master::bodySeal;
    }

    /** With another key the same person would become a second one, and nothing could be opened. */
    private void refuseAnotherKey() {
        db.sql("insert into vault_key_check (value) values (?) on conflict do nothing")
                .param(master.check())
                .update();
        var begun = db.sql("select value from vault_key_check").query(byte[].class).single();
        if (!Arrays.equals(begun, master.check())) {
            throw new IllegalStateException(
                    "密钥文件与此库不符：库中的个人信息是用另一个密钥封存的。"
                            + " This database was begun with another key file.");
        }
    }

    /** In the order given. The same number is the same person, however many ask at once. */
    public List<SealedPerson> seal(List<Person> persons) {
        var indexes = persons.stream().map(person -> master.blindIndex(person.number())).toList();
        var known = rows(indexes);
        return IntStream.range(0, persons.size())
                .mapToObj(i ->
                        seal(persons.get(i).data(), known.get(ByteBuffer.wrap(indexes.get(i)))))
                .toList();
    }

    /**
     * Somebody without a number is somebody new each time: nothing tells two of a name apart, and
     * twins are two.
     */
    public SealedPerson sealWithoutNumber(PersonalData data) {
        var person = "person-" + UUID.randomUUID();
        var key = Seal.close(master.wrappingKey(), Seal.randomBytes(KEY_BYTES), person);
        db.sql("insert into vault_person (person_id, wrapped_key) values (?, ?)")
                .params(person, key)
                .update();
        return seal(data, new Row(person, null, ByteBuffer.wrap(key)));
    }

    /**
     * More of a person who was entered before; null for whoever has no key here, never or no more.
     */
    public @Nullable SealedPerson sealMore(String personId, PersonalData data) {
        return row(personId).map(row -> seal(data, row)).orElse(null);
    }

    /** Whether the person was entered without an identity number. */
    public boolean isWithoutNumber(String personId) {
        return row(personId).filter(row -> row.blindIndex() == null).isPresent();
    }

    private Optional<Row> row(String personId) {
        return db.sql(
                        "select person_id, blind_index, wrapped_key from vault_person where person_id = ?")
                .param(personId)
                .query(Row::of)
                .optional();
    }

    /** Who it is, or null for somebody who was never entered: asking enters nobody. */
    public @Nullable String personOf(IdentityNumber number) {
        return db.sql("select person_id from vault_person where blind_index = ?")
                .param(master.blindIndex(number))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private SealedPerson seal(PersonalData data, @Nullable Row row) {
        // erased in between: asked again, the number is a new person's
        if (row == null) throw new ConcurrencyFailureException("a person was erased meanwhile");
        var plain = EventJson.MAPPER.writeValueAsBytes(data);
        var sealed = Seal.close(keyOf(row), plain, row.personId());
        return new SealedPerson(row.personId(), Base64.getEncoder().encodeToString(sealed));
    }

    private SecretKey keyOf(Row row) {
        var key = Seal.open(master.wrappingKey(), row.wrappedKey().array(), row.personId());
        return new SecretKeySpec(key, "AES");
    }

    /**
     * Sorted by index, so that two doors that bring the same persons cannot wait for each other.
     */
    private Map<ByteBuffer, Row> rows(List<byte[]> indexes) {
        var sorted = indexes.stream().sorted(Arrays::compareUnsigned).toArray(byte[][]::new);
        // Random, and not derived from the number: after an erasure nothing links the two.
        var ids =
                Arrays.stream(sorted)
                        .map(_ -> "person-" + UUID.randomUUID())
                        .toArray(String[]::new);
        var keys =
                Arrays.stream(ids)
                        .map(id ->
                                Seal.close(master.wrappingKey(), Seal.randomBytes(KEY_BYTES), id))
                        .toArray(byte[][]::new);
        db.sql(
                        """
                        insert into vault_person (person_id, blind_index, wrapped_key)
                        select * from unnest(?, ?, ?) on conflict do nothing
                        """)
                .params(List.of(ids, sorted, keys))
                .update();
        var rows = new HashMap<ByteBuffer, Row>();
        db.sql(
                        """
                        select person_id, blind_index, wrapped_key from vault_person
                        where blind_index = any(?)
                        """)
                .param(sorted)
                .query(Row::of)
                .list()
                .forEach(row -> rows.put(Objects.requireNonNull(row.blindIndex()), row));
        return rows;
    }
}
