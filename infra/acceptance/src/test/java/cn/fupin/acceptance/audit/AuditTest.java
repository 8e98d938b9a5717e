package cn.fupin.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.OnTheWholeSystem;
import cn.fupin.acceptance.WholeSystem;
import org.junit.jupiter.api.Test;

/**
 * Everything the whole system has stored, published and projected, computed again by an auditor who
 * shares no code with it.
 */
@OnTheWholeSystem
class AuditTest {

    @Test
    void nothing_is_lost_doubled_or_altered(WholeSystem system) {
        Evidence evidence = system.evidence();
        Audit audit = Audit.of(evidence);

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.events()).isGreaterThan(10_000);
        assertThat(evidence.answered()).hasSizeGreaterThan(200);
        assertThat(evidence.topics()).hasSize(4);
        assertThat(evidence.guards()).hasSizeGreaterThan(10);
    }
}
