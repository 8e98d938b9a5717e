package cn.fupin.townships;

import cn.fupin.townships.Township.Division;
import cn.fupin.townships.Township.Level;
import cn.fupin.townships.TownshipFileRefused.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the checks of a file have found, each at its place, and what all of them ask. */
final class Findings {

    private record Finding(String pointer, String zh, String en) {}

    final Township township;
    private final List<Finding> found = new ArrayList<>();
    private final Map<String, Division> divisions = new LinkedHashMap<>();

    Findings(Township township) {
        this.township = township;
        township.divisions().forEach(d -> divisions.putIfAbsent(d.code(), d));
    }

    List<Problem> problems(Locations locations) {
        return found.stream()
                .map(f -> {
                    var place = locations.at(f.pointer());
                    return new Problem(place.line(), place.column(), f.pointer(), f.zh(), f.en());
                })
                .toList();
    }

    boolean none() {
        return found.isEmpty();
    }

    void find(String pointer, String zh, String en) {
        found.add(new Finding(pointer, zh, en));
    }

    void known(String at, String region) {
        if (!divisions.containsKey(region)) {
            find(at, "区划未列出:" + region, "the division is not listed: " + region);
        }
    }

    @Nullable Division village(String at, String region) {
        known(at, region);
        Division d = divisions.get(region);
        if (d != null && d.level() != Level.VILLAGE) {
            find(at, "不是村:" + region, "is not a village: " + region);
            return null;
        }
        return d;
    }

    boolean hasVillages() {
        return divisions.values().stream().anyMatch(d -> d.level() == Level.VILLAGE);
    }

    void batches(String at, List<String> batches) {
        for (int i = 0; i < batches.size(); i++) {
            String id = batches.get(i);
            if (township.identification().stream().noneMatch(b -> b.id().equals(id))) {
                find(at + "/" + i, "没有这一批次:" + id, "no such batch: " + id);
            }
        }
    }

    /**
     * A legal duration excludes its first day: posted on the 21st for 7 days, closed from the 29th.
     */
    void lasts(String at, String rule, LocalDate posted, LocalDate closed) {
        long days = Rules.inForce(township, rule, posted, Rules.USUAL_NOTICE_DAYS);
        if (!closed.isAfter(posted.plusDays(days))) {
            find(
                    at,
                    "公示期不足 " + days + " 天(首日不计)",
                    "the notice lasts less than " + days + " days (its first day not counted)");
        }
    }

    void lineOf(String at, int year) {
        if (township.povertyLines().stream().noneMatch(l -> l.year() == year)) {
            find(at, year + " 年的扶贫标准未列出", "no poverty line of " + year + " is listed");
        }
    }

    void unique(Set<String> seen, String at, String id) {
        if (!seen.add(id)) {
            find(at, "重复:" + id, "is given twice: " + id);
        }
    }

    /** Names and dates in turn; each date must not be before the one before it. */
    void inOrder(String at, Object... namesAndDates) {
        for (int i = 3; i < namesAndDates.length; i += 2) {
            LocalDate earlier = (LocalDate) namesAndDates[i - 2];
            LocalDate later = (LocalDate) namesAndDates[i];
            if (later.isBefore(earlier)) {
                find(
                        at + namesAndDates[i - 1],
                        later + " 早于 " + namesAndDates[i - 3] + " " + earlier,
                        later + " is before " + namesAndDates[i - 3] + " " + earlier);
            }
        }
    }

    void possible(String at, int households, int persons) {
        int most = township.synthesis().membersMax();
        if (persons < households || persons > (long) households * most) {
            find(
                    at,
                    households + " 户 " + persons + " 人不可能(每户 1 至 " + most + " 人)",
                    households
                            + " households cannot be "
                            + persons
                            + " persons (1 to "
                            + most
                            + " each)");
        }
    }
}
