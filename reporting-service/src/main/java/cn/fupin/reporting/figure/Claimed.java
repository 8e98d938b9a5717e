package cn.fupin.reporting.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A figure as a text states it. */
public record Claimed(
        String claimId,
        String figure,
        String phraseZh,
        BigDecimal value,
        String unit,
        boolean approximate,
        LocalDate claimedFor,
        String source) {}
