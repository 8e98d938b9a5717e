package cn.fupin.reporting.claim;

import cn.fupin.backbone.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text says of a figure. The events may say otherwise: both are kept. */
sealed interface ClaimEvent extends Event {
    String claimId();

    /**
     * 登记文本所载数字: A text states a figure of a place, to be held against what the events give.
     *
     * @param unit the figure's own, or {@code yuan}, {@code wan-yuan} for money
     * @param approximate the text says "over", "some", "about"
     * @param claimedFor the day the text speaks of
     * @param source the text, as an auditor finds it
     * @param divisions {@code then} or {@code today}: by which divisions the region is meant; null
     *     means then
     * @param openQuestion what the text leaves open about the figure, null when it leaves nothing
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
            LocalDate occurredOn,
            @Nullable String divisions,
            @Nullable OpenQuestion openQuestion)
            implements ClaimEvent {}

    /**
     * @param candidates what could explain it; none of them is claimed
     */
    record OpenQuestion(String zh, String en, List<Candidate> candidates) {
        record Candidate(String zh, String en) {}
    }
}
