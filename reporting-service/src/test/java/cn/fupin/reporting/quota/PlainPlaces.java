package cn.fupin.reporting.quota;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of household-service's guard, written one event after the other as it writes them: slow
 * and plain.
 */
final class PlainPlaces {
    private static final class Row {
        String region = "";
        long persons;
        boolean released;
    }

    private final int year;
    private final Map<String, Map<Integer, Row>> places = new HashMap<>();
    private final Map<String, Long> persons = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    PlainPlaces(List<Message> messages, AsOf asOf, int year) {
        this.year = year;
        for (var m : messages) {
            if (m.type().equals("MemberDayCorrected") && m.position() <= asOf.household()) {
                corrected(m, asOf.effective());
            }
            var day = LocalDate.parse(m.json().get("occurredOn").asString());
            if (m.position() > asOf.household() || day.isAfter(asOf.effective())) continue;
            members(m);
            places(m);
        }
    }

    private void corrected(Message m, LocalDate effective) {
        var change = m.json().get("came").asBoolean() ? 1L : -1L;
        var wrong = LocalDate.parse(m.json().get("wrongDay").asString());
        var right = LocalDate.parse(m.json().get("rightDay").asString());
        if (!wrong.isAfter(effective)) persons.merge(m.streamId(), -change, Long::sum);
        if (!right.isAfter(effective)) persons.merge(m.streamId(), change, Long::sum);
    }

    private void members(Message m) {
        var id = m.streamId();
        var change =
                switch (m.type()) {
                    case "HouseholdApplied", "HouseholdRecorded", "HouseholdSplitOff" ->
                            m.json().get("members").size();
                    case "MemberJoined" -> 1;
                    case "MemberLeft" -> -1;
                    case "HouseholdSplit" -> -m.json().get("personIds").size();
                    default -> 0;
                };
        persons.merge(id, (long) change, Long::sum);
        if (Set.of("HouseholdRemoved", "HouseholdDissolved", "HouseholdMerged")
                .contains(m.type())) {
            ended.add(id);
        }
        if (m.type().equals("EndRevoked")) ended.remove(id);
    }

    private void places(Message m) {
        var json = m.json();
        switch (m.type()) {
            case "HouseholdRegistered", "HouseholdRelapsed" -> {
                var year = json.get("quotaYear").asInt();
                if (of(m.streamId()).containsKey(year)) return;
                var row = new Row();
                row.region = m.region();
                row.persons = json.get("persons").asLong();
                of(m.streamId()).put(year, row);
            }
            case "HouseholdRemoved" ->
                    of(m.streamId()).entrySet().stream()
                            .max(Map.Entry.comparingByKey())
                            .ifPresent(latest -> latest.getValue().released = true);
            case "EndRevoked" -> {
                if (json.get("ended").asString().equals("DISSOLUTION")) return;
                of(m.streamId()).entrySet().stream()
                        .max(Map.Entry.comparingByKey())
                        .ifPresent(latest -> latest.getValue().released = false);
            }
            case "HouseholdMerged" -> over(m, json.get("intoHouseholdId").asString(), 1_000_000);
            case "HouseholdSplit" ->
                    over(m, json.get("newHouseholdId").asString(), json.get("personIds").size());
            default -> {}
        }
    }

    private Map<Integer, Row> of(String household) {
        return places.computeIfAbsent(household, _ -> new HashMap<>());
    }

    private void over(Message m, String to, long most) {
        for (var entry : Map.copyOf(of(m.streamId())).entrySet()) {
            var from = entry.getValue();
            var moving = from.released ? 0 : Math.min(most, from.persons);
            if (moving == 0) continue;
            from.persons -= moving;
            var there = of(to).get(entry.getKey());
            if (there == null) {
                there = new Row();
                there.region = from.region;
                of(to).put(entry.getKey(), there);
            }
            there.persons += moving;
        }
    }

    /** Used, the persons now, and how many households hold places. */
    List<Long> of(Region region) {
        long used = 0;
        long now = 0;
        long households = 0;
        for (var id : places.keySet()) {
            var row = of(id).get(year);
            if (row == null || row.released || !region.holds(row.region)) continue;
            used += row.persons;
            if (!ended.contains(id)) now += persons.getOrDefault(id, 0L);
            if (row.persons > 0) households++;
        }
        return List.of(used, now, households);
    }
}
