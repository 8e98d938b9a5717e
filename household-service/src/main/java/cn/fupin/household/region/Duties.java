package cn.fupin.household.region;

import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.RegionEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has a duty in a place without being named.
 *
 * @param staff how many came and went, by kind and day
 * @param contacts the units in contact with households and since when each is with so many
 */
record Duties(Map<StaffKind, Map<LocalDate, Integer>> staff, Map<String, LocalDate> contacts) {
    static final Duties NONE = new Duties(Map.of(), Map.of());

    Duties after(StaffAppointed e) {
        return counted(e.kind(), e.occurredOn(), e.persons());
    }

    Duties after(StaffReleased e) {
        return counted(e.kind(), e.occurredOn(), -e.persons());
    }

    Duties after(UnitContactAssigned e) {
        var more = new HashMap<>(contacts);
        more.merge(e.unit(), e.occurredOn(), (a, b) -> a.isAfter(b) ? a : b);
        return new Duties(staff, Map.copyOf(more));
    }

    Duties after(UnitContactEnded e) {
        var without = new HashMap<>(contacts);
        without.remove(e.unit());
        return new Duties(staff, Map.copyOf(without));
    }

    /** How many may go on that day: as many as are there then and on every later day. */
    int onDutyFrom(StaffKind kind, LocalDate day) {
        var there = 0;
        var least = Integer.MAX_VALUE;
        for (var change : new TreeMap<>(staff.getOrDefault(kind, Map.of())).entrySet()) {
            if (change.getKey().isAfter(day)) least = Math.min(least, there);
            there += change.getValue();
        }
        return Math.min(least, there);
    }

    private Duties counted(StaffKind kind, LocalDate day, int change) {
        var days = new HashMap<>(staff.getOrDefault(kind, Map.of()));
        days.merge(day, change, Integer::sum);
        var more = new HashMap<>(staff);
        more.put(kind, Map.copyOf(days));
        return new Duties(Map.copyOf(more), contacts);
    }
}
