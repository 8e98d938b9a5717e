package cn.fupin.reporting.claim;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.reporting.claim.ClaimEvent.OpenQuestion;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.regions.Divisions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

sealed interface ClaimCommand extends Command {

    /** One text may speak of one figure on two days: the second claim's id names its day. */
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
            @Nullable String divisions,
            @Nullable OpenQuestion openQuestion,
            LocalDate statedOn,
            Instant receivedAt)
            implements ClaimCommand {

        private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
        private static final int MOST_DECIMALS = 6;
        private static final int MOST_CANDIDATES = 10;

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
            var id = "claim-%s-%s".formatted(region, figure);
            if (!claimId.equals(id)) Check.idIs("claimId", claimId, id + "-" + claimedFor);
            Check.text("phraseZh", phraseZh, 500);
            Check.text("source", source, 500);
            Divisions.parse(divisions);
            if (openQuestion != null) check(openQuestion);
            if (value.abs().compareTo(MOST) > 0 || value.scale() > MOST_DECIMALS) {
                throw new Malformed(
                        "value", "number-of-people-or-money", "数值超出范围", "is out of range");
            }
        }

        private static void check(OpenQuestion question) {
            Check.text("openQuestion", question.zh(), 500);
            Check.text("openQuestion", question.en(), 500);
            Check.size("openQuestion", question.candidates(), 1, MOST_CANDIDATES);
            for (var candidate : question.candidates()) {
                Check.text("openQuestion", candidate.zh(), 500);
                Check.text("openQuestion", candidate.en(), 500);
            }
        }

        @Override
        public String streamId() {
            return claimId;
        }
    }
}
