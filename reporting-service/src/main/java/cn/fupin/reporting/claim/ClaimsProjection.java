package cn.fupin.reporting.claim;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            LocalDate occurredOn,
            @Nullable String divisions,
            @Nullable OpenQuestion openQuestion) {
        record OpenQuestion(String zh, String en, List<Candidate> candidates) {}

        record Candidate(String zh, String en) {}
    }

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
                .with("divisions", e.divisions())
                .insertInto("figure_claims", rows);
        var question = e.openQuestion();
        if (question == null) return;
        line(message, 0, question.zh(), question.en(), rows);
        for (var at = 0; at < question.candidates().size(); at++) {
            var candidate = question.candidates().get(at);
            line(message, at + 1, candidate.zh(), candidate.en(), rows);
        }
    }

    /** The question is line 0, what could explain it the lines after it. */
    private static void line(Message message, int line, String zh, String en, Rows rows) {
        Fact.row()
                .with("event_id", message.id())
                .with("line", line)
                .with("zh", zh)
                .with("en", en)
                .insertInto("open_questions", rows);
    }
}
