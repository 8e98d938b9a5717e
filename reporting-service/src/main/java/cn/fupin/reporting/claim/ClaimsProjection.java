package cn.fupin.reporting.claim;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ClaimsProjection implements Projection {
    private record Claimed(
            String claimId,
            String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            String source,
            LocalDate occurredOn) {}

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.reporting");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        if (!message.type().equals("FigureClaimed")) return;
        var e = message.as(Claimed.class);
        Fact.of(message, e.occurredOn())
                .with("claim_id", e.claimId())
                .with("region", e.region())
                .with("figure", e.figure())
                .with("phrase_zh", e.phraseZh())
                .with("value", e.value())
                .with("unit", e.unit())
                .with("approximate", e.approximate())
                .with("claimed_for", e.claimedFor())
                .with("text_source", e.source())
                .insertInto("figure_claims", rows);
    }
}
