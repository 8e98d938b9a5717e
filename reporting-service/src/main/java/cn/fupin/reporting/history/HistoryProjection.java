package cn.fupin.reporting.history;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps every event that can belong to a household's life or to a region's, whatever service it is
 * from and whatever type it has: a type nobody thought of yet is in the history on its first day.
 */
@Component
class HistoryProjection implements Projection {
    /** Of household-service everything; of the others what can name households. */
    private static final Set<String> KINDS = Set.of("project", "payment", "loan");

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household", "fupin.project", "fupin.funding");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        var payload = message.json();
        var named = householdsNamedIn(payload);
        var kind = kindOf(message.streamId());
        if (named.isEmpty() && !message.source().equals("household") && !KINDS.contains(kind)) {
            return;
        }
        Fact.of(message, LocalDate.parse(payload.required("occurredOn").asString()))
                .with("source", message.source())
                .with("kind", kind)
                .with("type", message.type())
                .with("version", message.version())
                .with("region", message.region())
                .with("digest", message.digest())
                .with("metadata", new String(message.metadata(), StandardCharsets.UTF_8))
                .with("payload", new String(message.payload(), StandardCharsets.UTF_8))
                .insertInto("life_events", rows);
        var helper = payload.path("helperId");
        if (named.isEmpty() && helper.isString()) {
            Fact.row()
                    .with("helper_id", helper.asString())
                    .with("event_id", message.id())
                    .insertInto("life_helpers", rows);
        }
        var cited = StreamsNamed.citedIn(payload);
        for (var household : named) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("household_id", household)
                    .with("stream_id", message.streamId())
                    .insertInto("life_households", rows);
            for (var stream : cited) {
                Fact.row()
                        .with("event_id", message.id())
                        .with("household_id", household)
                        .with("stream_id", stream)
                        .insertInto("life_citations", rows);
            }
        }
    }

    private static String kindOf(String streamId) {
        return streamId.substring(0, Math.max(0, streamId.indexOf('-')));
    }

    /**
     * In whatever field, however deep: by itself, on a notice, at a meeting, as a beneficiary, as a
     * payee, as the household from which a person came or to which one went, as what a file shows.
     */
    static Set<String> householdsNamedIn(JsonNode payload) {
        var named = new LinkedHashSet<String>();
        payload.properties().forEach(field -> add(field.getKey(), field.getValue(), named));
        return named;
    }

    private static void add(String field, JsonNode value, Set<String> named) {
        if (value.isString()) {
            var says = field.endsWith("ouseholdId") || field.endsWith("ouseholdIds");
            var id = value.asString();
            if (says || field.equals("about") && id.startsWith("household-")) named.add(id);
        } else if (value.isArray()) {
            value.forEach(each -> add(field, each, named));
        } else {
            value.properties().forEach(below -> add(below.getKey(), below.getValue(), named));
        }
    }
}
