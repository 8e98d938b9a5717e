package cn.fupin.reporting.history;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryApi {
    private final Histories histories;
    private final Today today;

    HistoryApi(Histories histories, Today today) {
        this.histories = histories;
        this.today = today;
    }

    @GetMapping("/households/{householdId}/history")
    HouseholdHistory history(
            @PathVariable String householdId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        Check.id("household", "householdId", householdId);
        return histories.at(householdId, Asked.of(effective, known, today.date()));
    }
}
