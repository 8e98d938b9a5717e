package cn.fupin.household.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.CauseLives;
import cn.fupin.household.household.CauseLives.Causes;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decides and what is printed have one truth of what a household is poor by. */
class CausesTest {
    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_decision_and_the_form_say_what_the_events_say(int seed) {
        var life = CauseLives.life(seed);
        var days = life.stream().map(HouseholdEvent::occurredOn).distinct().toList();
        for (var known = 9; known <= life.size(); known++) {
            var events = life.subList(0, known);
            assertThat(CauseLives.decided(events))
                    .isEqualTo(CauseLives.plain(events, LocalDate.MAX));
        }
        var stream = stream(life);
        for (var day : days) {
            if (day.isBefore(LocalDate.parse("2014-05-09"))) continue;
            assertThat(printed(stream, day)).as("%s", day).isEqualTo(CauseLives.plain(life, day));
        }
    }

    /** Otherwise nothing would be shown of them. */
    @Test
    void the_lives_relapse_and_are_corrected_and_reclassified_after_it() {
        var kinds = new ArrayList<String>();
        seeds().forEach(seed -> {
            var relapsed = false;
            for (var event : CauseLives.life(seed)) {
                if (relapsed) kinds.add(event.getClass().getSimpleName());
                relapsed = relapsed || event instanceof HouseholdRelapsed;
            }
        });
        assertThat(kinds).contains("HouseholdRelapsed", "HouseholdReclassified", "CausesCorrected");
    }

    private static Causes printed(List<StoredEvent<Event>> stream, LocalDate day) {
        var form = Objects.requireNonNull(Filing.of(stream.getFirst().streamId(), stream, day));
        return new Causes(Objects.requireNonNull(form.mainCause()), form.otherCauses());
    }

    private static List<StoredEvent<Event>> stream(List<HouseholdEvent> life) {
        var stream = new ArrayList<StoredEvent<Event>>();
        for (var event : life) {
            stream.add(
                    new StoredEvent<>(
                            event.householdId(),
                            stream.size(),
                            "event-" + stream.size(),
                            event,
                            EventJson.MAPPER.writeValueAsBytes(event),
                            new byte[0]));
        }
        return stream;
    }
}
