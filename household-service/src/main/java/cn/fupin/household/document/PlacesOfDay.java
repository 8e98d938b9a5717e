package cn.fupin.household.document;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The divisions of a document's day: where its households lie, how the places are called, and what
 * became of them. A household keeps the code it was entered under, and stands in the register of
 * whatever has its village by then.
 */
final class PlacesOfDay {
    private final Streams streams;
    private final Ended ended;
    private final Lineage divisions;
    private final LocalDate day;
    private final Map<String, String> titles = new HashMap<>();

    PlacesOfDay(Streams streams, Ended ended, LocalDate day) {
        this.streams = streams;
        this.ended = ended;
        this.divisions = ended.lineage().on(day);
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    boolean isIn(String village, Dossier dossier) {
        return divisions.villageOf(dossier.region()).equals(village);
    }

    /** Each village that lies in the township, those of which nothing closer is known too. */
    List<String> villagesOf(String township) {
        return streams.villagesWithin(township).stream()
                .filter(village -> divisions.isKeptIn(village, township))
                .map(divisions::villageOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** County, township and village as far as they are listed, and what an ended one was. */
    String titleOf(String region) {
        return titles.computeIfAbsent(region, this::title);
    }

    private String title(String region) {
        var lies = divisions.placeOf(region);
        var now = wholeNameOf(lies);
        return lies.equals(region) ? now : "%s（原 %s）".formatted(now, wholeNameOf(region));
    }

    private String wholeNameOf(String region) {
        var lineage = Division.lineage(region).reversed();
        var names = streams.namesOf(lineage, day);
        return lineage.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Null when there is no such place. */
    @Nullable String nameOf(String region) {
        return streams.namesOf(Set.of(region), day).get(region);
    }

    String calledOr(String region) {
        return Objects.requireNonNullElse(nameOf(region), region);
    }

    String nameAndCode(String region) {
        return "%s（%s）".formatted(calledOr(region), region);
    }

    /** What whoever reads a village's register must know of the place. */
    List<String> remarksOn(String village, List<Dossier> dossiers) {
        var remarks = new ArrayList<String>();
        var endedOn = endOf(village);
        if (endedOn != null) {
            var home = divisions.villageOf(village);
            var successors = ended.after(village);
            if (!home.equals(village)) {
                remarks.add(
                        "本村已于%s撤并，其农户列入%s的村册。".formatted(Chinese.of(endedOn), nameAndCode(home)));
            } else if (successors.isEmpty()) {
                remarks.add("本村已于%s撤销，没有登记承接的村，其农户仍列于本册。".formatted(Chinese.of(endedOn)));
            } else {
                remarks.add(
                        "本村已于%s撤并入%s，各户归于何村没有登记，其农户仍列于本册。"
                                .formatted(Chinese.of(endedOn), namesAndCodes(successors)));
            }
        }
        var cameFrom = new TreeMap<String, Integer>();
        dossiers.stream()
                .filter(Dossier::isInTheBook)
                .forEach(dossier -> cameFrom.merge(dossier.region(), 1, Integer::sum));
        cameFrom.forEach((region, households) -> {
            if (region.equals(village)) return;
            remarks.add("含原%s的 %d 户。".formatted(nameAndCode(region), households));
        });
        return remarks;
    }

    /** The same of a township's archive. */
    List<String> remarksOn(String township) {
        var endedOn = endOf(township);
        if (endedOn == null) return List.of();
        var successors = ended.after(township);
        return List.of(
                successors.isEmpty()
                        ? "本乡镇已于%s撤销，没有登记承接的乡镇。".formatted(Chinese.of(endedOn))
                        : "本乡镇已于%s撤并入%s，其村自该日起列入承接乡镇的档案。"
                                .formatted(Chinese.of(endedOn), namesAndCodes(successors)));
    }

    private String namesAndCodes(List<String> regions) {
        return new LinkedHashSet<>(regions)
                .stream().map(this::nameAndCode).collect(Collectors.joining("、"));
    }

    private @Nullable LocalDate endOf(String region) {
        var end = ended.endOf(region);
        return end == null || end.isAfter(day) ? null : end;
    }
}
