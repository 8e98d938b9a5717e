package cn.fupin.reporting.money;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MoneyApi {
    private final MoneyPaths paths;
    private final Today today;

    MoneyApi(MoneyPaths paths, Today today) {
        this.paths = paths;
        this.today = today;
    }

    @GetMapping("/payments/{paymentId}/path")
    PaymentPath payment(
            @PathVariable String paymentId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        Check.id("payment", "paymentId", paymentId);
        return paths.ofPayment(paymentId, Asked.of(effective, known, today.date()));
    }

    @GetMapping("/appropriations/{appropriationId}/path")
    AppropriationPath appropriation(
            @PathVariable String appropriationId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        Check.id("appropriation", "appropriationId", appropriationId);
        return paths.ofAppropriation(appropriationId, Asked.of(effective, known, today.date()));
    }
}
