package cn.fupin.household.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings();

    /** Of which only a finding that is kept keeps the text. */
    private WeakReference<String> found(int row) {
        var also = "C".repeat(row % 2 + 2);
        findings.whole("户", row, 0, ImportRule.CONTRADICTS, also);
        return new WeakReference<>(also);
    }

    @Test
    void what_is_found_beyond_what_anybody_reads_takes_no_memory() {
        var kept = found(1);
        for (var row = 2; row <= 20_001; row++) found(row);
        assertThat(findings.all()).hasSize(20_001);
        assertThat(findings.all().getLast().rule()).isEqualTo(ImportRule.TOO_MANY_FINDINGS);
        findings.forget();
        var beyond = found(20_002);
        assertThat(findings.isBad()).isTrue();
        System.gc();
        assertThat(beyond.get()).isNull();
        assertThat(kept.get()).isNotNull();
        assertThat(findings.all()).hasSize(20_001);
    }
}
