package cn.fupin.household.document;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The divisions that ended, by what is known when a paper is made. */
record Ended(List<Succession> successions) {
    Ended {
        successions = List.copyOf(successions);
    }

    Lineage lineage() {
        return Lineage.of(successions);
    }

    private @Nullable Succession of(String code) {
        return successions.stream()
                .filter(each -> each.region().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** What came after the place itself, as the documents name it; none when none is known. */
    List<String> after(String code) {
        var ended = of(code);
        return ended == null ? List.of() : ended.successors();
    }

    /** The day the place ended as a division, null while it has not. */
    @Nullable LocalDate endOf(String code) {
        var ended = of(code);
        return ended == null ? null : ended.on();
    }
}
