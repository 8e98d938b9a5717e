package cn.fupin.reporting.money;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The paths of money, up from a payment and down from a document; amounts in fen.
 *
 * <p>{@code effective} is a day, today if absent; {@code known} an instant ({@code
 * 2026-01-31T08:00:00Z}) or positions ({@code household:120,project:3}), everything if absent. An
 * answer carries the positions it was worked out from as {@code known}, below which nothing is
 * missing, and {@code settled}: false while a projection is behind or has parked events, or where
 * more is asked for than has arrived. What is settled is answered the same for ever when asked for
 * by its {@code known}; what is not may change.
 */
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
