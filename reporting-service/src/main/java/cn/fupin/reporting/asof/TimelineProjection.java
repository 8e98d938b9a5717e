package cn.fupin.reporting.asof;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps when each position was recorded, so that "known on that day" is a vector of positions. */
@Component
class TimelineProjection implements Projection {
    static final String NAME = "timeline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household", "fupin.project", "fupin.funding", "fupin.reporting");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        Fact.row()
                .with("source", message.source())
                .with("position", message.position())
                .with("recorded_at", message.recordedAt())
                .insertInto("recorded_positions", rows);
    }
}
