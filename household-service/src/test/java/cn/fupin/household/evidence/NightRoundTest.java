package cn.fupin.household.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.evidence.EvidenceCheck.Finding;
import cn.fupin.household.evidence.EvidenceCheck.Report;
import cn.fupin.household.evidence.EvidenceEvent.EvidenceFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightRoundTest {
    private static Report page(@Nullable String nextAfter) {
        var fault = new Finding("evidence-x", EvidenceFault.MISSING);
        return new Report(1, List.of(fault), List.of(), nextAfter, null);
    }

    @Test
    void a_page_that_fails_is_begun_again_and_what_was_read_before_is_not() {
        var asked = new ArrayList<String>();
        var night =
                new NightRound(after -> {
                    asked.add(after);
                    if (asked.size() == 2) throw new Refused(EvidenceReason.FILES_BUSY);
                    return page(after.isEmpty() ? "a" : null);
                });
        assertThat(night.isOver()).isTrue();
        night.begin();
        assertThatThrownBy(() -> night.goOn(() -> true)).isInstanceOf(Refused.class);
        assertThat(night.isOver()).isFalse();
        night.goOn(() -> true);
        assertThat(night.isOver()).isTrue();
        assertThat(asked).containsExactly("", "a", "a");
        assertThat(night.faults()).isEqualTo(2);
    }

    @Test
    void one_that_is_stopped_is_not_over_and_the_next_night_begins_at_the_first_file() {
        var asked = new ArrayList<String>();
        var night =
                new NightRound(after -> {
                    asked.add(after);
                    return page(asked.size() % 2 == 1 ? "a" : null);
                });
        night.begin();
        night.goOn(asked::isEmpty);
        assertThat(night.isOver()).isFalse();
        night.goOn(() -> true);
        night.begin();
        night.goOn(() -> true);
        assertThat(asked).containsExactly("", "a", "", "a");
        assertThat(night.faults()).isEqualTo(2);
    }
}
