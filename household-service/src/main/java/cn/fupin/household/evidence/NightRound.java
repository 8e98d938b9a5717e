package cn.fupin.household.evidence;

import cn.fupin.household.evidence.EvidenceCheck.Report;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All files once, page by page; a page that fails is begun again and none is left to another night.
 */
final class NightRound {
    private final Function<String, Report> page;
    private @Nullable String after;
    private int faults;

    /**
     * @param page checks the files behind an id
     */
    NightRound(Function<String, Report> page) {
        this.page = page;
    }

    void begin() {
        after = "";
        faults = 0;
    }

    boolean isOver() {
        return after == null;
    }

    void goOn(BooleanSupplier running) {
        for (var from = after; from != null && running.getAsBoolean(); from = after) {
            var report = page.apply(from);
            faults += report.faults().size();
            after = report.nextAfter();
        }
    }

    int faults() {
        return faults;
    }
}
