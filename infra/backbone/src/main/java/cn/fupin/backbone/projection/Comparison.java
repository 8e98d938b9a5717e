package cn.fupin.backbone.projection;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Parking.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rebuilt generation held against the live one at the same offsets, over the columns that both
 * have.
 *
 * @param onlyLive tables and columns that the program does not make any more
 * @param onlyRebuilt tables and columns that are new
 */
record Comparison(Digest live, Digest rebuilt, List<String> onlyLive, List<String> onlyRebuilt) {

    static SortedMap<String, List<String>> common(
            SortedMap<String, List<String>> one, SortedMap<String, List<String>> other) {
        var common = new TreeMap<String, List<String>>();
        one.forEach((table, columns) -> {
            var others = other.get(table);
            if (others == null) return;
            var both = columns.stream().filter(others::contains).toList();
            if (!both.isEmpty()) common.put(table, both);
        });
        return common;
    }

    /** What the first has and the second has not: {@code table} or {@code table.column}. */
    static List<String> without(
            SortedMap<String, List<String>> one, SortedMap<String, List<String>> other) {
        var left = new ArrayList<String>();
        one.forEach((table, columns) -> {
            var others = other.get(table);
            if (others == null) left.add(table);
            else
                columns.stream()
                        .filter(column -> !others.contains(column))
                        .forEach(column -> left.add(table + "." + column));
        });
        return left;
    }

    boolean equal() {
        return live.tables().equals(rebuilt.tables()) && live.parked().equals(rebuilt.parked());
    }

    ObjectNode json() {
        var json =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("outcome", equal() ? "EQUAL" : "DIFFERENT")
                        .put("live", live.hex())
                        .put("rebuilt", rebuilt.hex());
        var tables = json.putArray("tables");
        for (var name : new TreeSet<>(live.tables().keySet())) table(name, tables.addObject());
        onlyLive.forEach(json.putArray("onlyLive")::add);
        onlyRebuilt.forEach(json.putArray("onlyRebuilt")::add);
        keys(
                json.putArray("parkedInBoth"),
                live.parked().stream().filter(rebuilt.parked()::contains));
        keys(json.putArray("parkedOnlyLive"), minus(live.parked(), rebuilt.parked()));
        keys(json.putArray("parkedOnlyRebuilt"), minus(rebuilt.parked(), live.parked()));
        return json;
    }

    private void table(String name, ObjectNode json) {
        var before = live.tables().get(name);
        var now = rebuilt.tables().get(name);
        json.put("table", name).put("equal", before != null && before.equals(now));
        if (before != null) json.put("liveRows", before.rows()).put("liveSum", before.sum());
        if (now != null) json.put("rebuiltRows", now.rows()).put("rebuiltSum", now.sum());
    }

    private static Stream<Key> minus(Set<Key> keys, Set<Key> others) {
        return keys.stream().filter(key -> !others.contains(key));
    }

    static void keys(ArrayNode to, Stream<Key> keys) {
        keys.map(key -> key.topic() + " " + key.key()).sorted().limit(100).forEach(to::add);
    }
}
