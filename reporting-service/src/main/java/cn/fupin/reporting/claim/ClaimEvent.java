package cn.fupin.reporting.claim;

import cn.fupin.backbone.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a text says of a figure. The events may say otherwise: both are kept. */
sealed interface ClaimEvent extends Event {
    String claimId();

    /**
     * @param unit the figure's own, or {@code yuan}, {@code wan-yuan} for money
     * @param approximate the text says "over", "some", "about"
     * @param claimedFor the day the text speaks of
     * @param source the text, as an auditor finds it
     */
    record FigureClaimed(
            String claimId,
            String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            String source,
            LocalDate occurredOn)
            implements ClaimEvent {}
}
