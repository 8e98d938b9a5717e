package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Parking.Key;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What a generation holds, in one snapshot: for each table a sum of its rows' hashes in which order
 * means nothing, how far it had come in each partition, and whose messages were waiting.
 *
 * @param vector where each partition stood
 * @param parked the keys whose messages are not in the rows
 */
record Digest(
        int generation,
        SortedMap<String, OfTable> tables,
        Map<TopicPartition, Place> vector,
        Set<Key> parked) {

    record Place(long nextOffset, long lastPosition) {}

    /**
     * @param columns those that were taken in; not the ones whose values PostgreSQL makes up
     * @param sum of 64 bits of each row's SHA-256, twice
     */
    record OfTable(List<String> columns, long rows, String sum) {}

    /** Equal for equal rows, whatever the generation and the way they came in. */
    String hex() {
        var text = new StringBuilder();
        tables.forEach((name, table) ->
                text.append(
                        "%s %s %d %s\n"
                                .formatted(name, table.columns(), table.rows(), table.sum())));
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
