package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What proves a step was stored before it, word for word as the step names it, and for a place that
 * has to do with one where the step's stream lay by then.
 */
final class CitationAudit {
    private static final List<Integer> DIGITS = List.of(12, 9, 6, 4, 2, 0);

    private final List<Told> household;
    private final Consumer<Finding> findings;
    private final Map<String, Told> stored = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<String, List<String>> successors = new HashMap<>();

    CitationAudit(List<Told> household, Consumer<Finding> findings) {
        this.household = household;
        this.findings = findings;
    }

    void run() {
        for (Told told : household) {
            if (told.event().type().equals("RegionSuperseded")) {
                List<String> later = new ArrayList<>();
                told.payload().path("successors").forEach(s -> later.add(s.asString("")));
                successors.put(told.payload().path("region").asString(""), later);
            }
        }
        for (Told told : household) {
            places.computeIfAbsent(told.event().stream(), s -> new LinkedHashSet<>())
                    .add(told.region());
            if (told.event().type().equals("EvidenceStored")) {
                stored.put(told.payload().path("evidenceId").asString(""), told);
            } else {
                cited(told, told.payload());
            }
        }
    }

    private void cited(Told told, JsonNode node) {
        if (node.isObject() && node.has("evidenceId") && node.has("sha256")) {
            judge(told, node);
        } else {
            node.forEach(part -> cited(told, part));
        }
    }

    private void judge(Told told, JsonNode named) {
        String id = named.path("evidenceId").asString("");
        Told file = stored.get(id);
        if (file == null) {
            find(told, id, "no such file was stored before");
            return;
        }
        for (String part : List.of("kind", "sha256", "mediaType", "bytes")) {
            if (!named.path(part).equals(file.payload().path(part))) {
                find(told, id, part + " is another than was stored");
            }
        }
        String of = file.payload().path("region").asString("");
        Set<String> lay = places.getOrDefault(told.event().stream(), Set.of());
        if (lay.stream().noneMatch(place -> isOneLine(of, place))) {
            find(told, id, "stored for " + of + ", and the step is of " + lay);
        }
    }

    private boolean isOneLine(String one, String other) {
        return oneInTheOther(one, other)
                || after(one).stream().anyMatch(later -> oneInTheOther(later, other))
                || after(other).stream().anyMatch(later -> oneInTheOther(later, one));
    }

    private static boolean oneInTheOther(String one, String other) {
        return above(one).contains(other) || above(other).contains(one);
    }

    /** The code itself and what it lies in, the nearest first. */
    private static List<String> above(String code) {
        return DIGITS.stream()
                .map(digits -> code.substring(0, digits) + "0".repeat(12 - digits))
                .distinct()
                .toList();
    }

    private Set<String> after(String code) {
        Set<String> after = new HashSet<>();
        var open = new ArrayDeque<String>(List.of(code));
        while (!open.isEmpty()) {
            String ended = open.pop();
            above(ended).stream()
                    .filter(successors::containsKey)
                    .findFirst()
                    .map(successors::get)
                    .orElse(List.of())
                    .stream()
                    .filter(after::add)
                    .forEach(open::push);
        }
        return after;
    }

    private void find(Told told, String id, String detail) {
        findings.accept(
                new Finding(
                        Kind.CITED_FILE,
                        "household.events",
                        StoreAudit.name(told.event()),
                        id + ": " + detail));
    }
}
