package cn.fupin.acceptance.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which id somebody goes today who was called by one on another day: ids become known and are
 * corrected, in each household by its own word before that of others.
 */
final class Lineage {
    /**
     * @param position of the fact that says so
     * @param command what else it gave, it gave at once
     */
    record Step(String household, String person, String as, long position, String command) {}

    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, List<Step>> given = new HashMap<>();

    void add(Step step) {
        steps.computeIfAbsent(step.person(), p -> new ArrayList<>()).add(step);
        given.computeIfAbsent(step.as(), p -> new ArrayList<>()).add(step);
    }

    /**
     * @param position of what names the person
     */
    String today(String household, String person, long position) {
        Step last =
                given.getOrDefault(person, List.of()).stream()
                        .filter(step -> step.position() <= position)
                        .max(Comparator.comparingLong(Step::position))
                        .orElse(null);
        Step next = next(household, person, last);
        String id = person;
        while (next != null) {
            id = next.as();
            next = next(household, id, next);
        }
        return id;
    }

    private @Nullable Step next(String household, String person, @Nullable Step last) {
        return steps.getOrDefault(person, List.of()).stream()
                .filter(step -> last == null || step.position() > last.position())
                .filter(step -> last == null || !step.command().equals(last.command()))
                .min(
                        Comparator.comparing((Step step) -> !step.household().equals(household))
                                .thenComparing(Step::position))
                .orElse(null);
    }
}
