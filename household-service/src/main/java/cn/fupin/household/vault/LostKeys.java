package cn.fupin.household.vault;

import cn.fupin.backbone.relay.RecoveryWitness;
import cn.fupin.backbone.store.PositionedEvent;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys are in no event, so a vault restored from a backup lacks those of persons who came after it:
 * what was sealed with them stays closed for ever, and their numbers are strangers again.
 */
@Component
class LostKeys implements RecoveryWitness {
    private static final Pattern PERSON = Pattern.compile("\"(person-[0-9a-f-]{36})\"");

    /** Whose keys are to be gone. */
    private static final String ERASURE = "PersonErased";

    private final JdbcClient db;
    private final TreeSet<String> persons = new TreeSet<>();
    private final TreeSet<String> erased = new TreeSet<>();

    LostKeys(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void recovered(PositionedEvent event) {
        var named = PERSON.matcher(new String(event.payload(), StandardCharsets.UTF_8));
        var into = event.type().equals(ERASURE) ? erased : persons;
        while (named.find()) into.add(named.group(1));
    }

    @Override
    public @Nullable String report() {
        var known =
                db.sql("select person_id from vault_person where person_id = any(?)")
                        .param(persons.toArray(String[]::new))
                        .query(String.class)
                        .set();
        var lost =
                persons.stream()
                        .filter(person -> !known.contains(person) && !erased.contains(person))
                        .toList();
        if (lost.isEmpty()) return null;
        return "有 %1$d 人的密钥随备份之后的保管库一起丢失：其封存的姓名、号码、电话和账户无法再读出；其身份证号再次录入时会被当作新人，须人工核对以免重复建档（编号见下）。"
                        .formatted(lost.size())
                + " The keys went with the vault as it was after the backup, of persons in number: %1$d; their sealed names, numbers, phones and accounts cannot be read any more, and their identity numbers will be taken for new persons', so check by hand that nobody is registered twice: %2$s"
                        .formatted(lost.size(), lost);
    }
}
