package cn.fupin.reporting.claim;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.reporting.figure.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

sealed interface ClaimCommand extends Command {

    @Needs(permission = "reporting.claim", region = Needs.Region.COMMAND)
    record StateClaim(
            String claimId,
            String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            String source,
            LocalDate statedOn,
            Instant receivedAt)
            implements ClaimCommand {

        private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
        private static final int MOST_DECIMALS = 6;

        public StateClaim {
            Check.region("region", region);
            var defined = Figures.find(figure);
            if (defined == null) {
                throw new Malformed("figure", "defined-figure", "没有这个指标", "is no defined figure");
            }
            if (defined.unit().per(unit) == null) {
                throw new Malformed(
                        "unit",
                        "unit-of-the-figure",
                        "该指标的单位是 " + defined.unit().code(),
                        "the figure is in " + defined.unit().code());
            }
            Check.idIs("claimId", claimId, "claim-%s-%s".formatted(region, figure));
            Check.text("phraseZh", phraseZh, 500);
            Check.text("source", source, 500);
            if (value.abs().compareTo(MOST) > 0 || value.scale() > MOST_DECIMALS) {
                throw new Malformed(
                        "value", "number-of-people-or-money", "数值超出范围", "is out of range");
            }
        }

        @Override
        public String streamId() {
            return claimId;
        }
    }
}
