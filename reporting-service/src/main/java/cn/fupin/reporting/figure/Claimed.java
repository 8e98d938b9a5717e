package cn.fupin.reporting.figure;

import cn.fupin.reporting.regions.Divisions;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a text states it.
 *
 * @param divisions by which the text means the region
 */
public record Claimed(
        String claimId,
        String figure,
        String phraseZh,
        BigDecimal value,
        String unit,
        boolean approximate,
        LocalDate claimedFor,
        String source,
        Divisions divisions,
        @Nullable OpenQuestion openQuestion) {}
