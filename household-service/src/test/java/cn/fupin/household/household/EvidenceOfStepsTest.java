package cn.fupin.household.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.evidence.Evidence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever happens to a household can be proved by stored files, which nobody must have. */
class EvidenceOfStepsTest {
    /** Proved by the minutes of the meeting, and by the split of the household it was part of. */
    private static final List<String> PROVED_ELSEWHERE =
            List.of(
                    "ExitAssessed",
                    "HouseholdAssessed",
                    "HouseholdSplitOff",
                    "MonitoringAssessed",
                    "RelapseAssessed");

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EvidenceOfStepsTest::events)
                : Stream.of(type);
    }

    private static boolean isOptionalFiles(RecordComponent component) {
        return component.getName().equals("evidence")
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == Evidence.class
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Test
    void every_event_of_a_household_has_room_for_files() {
        var without = new TreeSet<String>();
        events(HouseholdEvent.class)
                .filter(type ->
                        Arrays.stream(type.getRecordComponents())
                                .noneMatch(EvidenceOfStepsTest::isOptionalFiles))
                .forEach(type -> without.add(type.getSimpleName()));
        assertThat(without).containsExactlyElementsOf(PROVED_ELSEWHERE);
    }
}
