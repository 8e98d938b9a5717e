package cn.fupin.reporting.figure;

import cn.fupin.reporting.regions.Divisions;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a text claims beside what the events give. Nothing is rounded and nothing is adjusted.
 *
 * @param value the claim in the figure's own unit
 * @param comparedOn the day as of which the events were taken
 * @param onClaimedDay false where that is another day than the text speaks of
 * @param divisions by which the text means the region: {@code then} or {@code today}
 * @param comparedDivisions by which the events were taken
 * @param fromEvents what they give on that day
 * @param verdict {@code equal} or {@code differs}
 * @param difference events − text, where they differ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Compared(
        String claimId,
        String phraseZh,
        BigDecimal value,
        boolean approximate,
        LocalDate claimedFor,
        LocalDate comparedOn,
        boolean onClaimedDay,
        String divisions,
        String comparedDivisions,
        BigDecimal fromEvents,
        String source,
        String verdict,
        @Nullable BigDecimal difference,
        @Nullable OpenQuestion openQuestion) {

    public static Compared of(
            Claimed claimed,
            Figure figure,
            BigDecimal fromEvents,
            LocalDate comparedOn,
            Divisions comparedBy) {
        var factor = figure.unit().per(claimed.unit());
        // the door refuses a claim in a foreign unit; one that got in nevertheless is shown as it
        // is
        var value = factor == null ? claimed.value() : claimed.value().multiply(factor);
        var difference = fromEvents.subtract(value);
        var equal = difference.signum() == 0;
        return new Compared(
                claimed.claimId(),
                claimed.phraseZh(),
                Value.plain(value),
                claimed.approximate(),
                claimed.claimedFor(),
                comparedOn,
                comparedOn.equals(claimed.claimedFor()),
                claimed.divisions().code(),
                comparedBy.code(),
                fromEvents,
                claimed.source(),
                equal ? "equal" : "differs",
                equal ? null : Value.plain(difference),
                claimed.openQuestion());
    }

    public boolean isEqual() {
        return difference == null;
    }
}
