package cn.fupin.backbone.territory;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of divisions 区划调整, as the household service has told, and so which region lies in
 * which today; may lag behind it. For a service that has nothing else of divisions.
 */
public final class EndedRegions implements Lookup, Access.Territory {
    private final ProjectionReader reader;
    private final Access.Territory territory = Access.Territory.ofToday(this::lineage);

    public EndedRegions(ProjectionReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean covers(String actorsRegion, String region) {
        return territory.covers(actorsRegion, region);
    }

    /** Read whenever it is asked for: by digits alone most are answered before. */
    public Lineage lineage() {
        return Lineage.of(
                reader.read(db ->
                        db.sql(
                                        """
                                        select region, superseded_on, successors
                                        from ended_region order by region
                                        """)
                                .query(Succession::of)
                                .list()));
    }

    @Override
    public String name() {
        return "ended_regions";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return """
        create table ended_region (
            region text primary key,
            superseded_on date not null,
            successors text[] not null
        )
        """;
    }

    private record SuccessionTakenBack(String region) {}

    private record RegionSuperseded(String region, LocalDate occurredOn, List<String> successors) {}

    @Override
    public void apply(Message message, JdbcClient db) {
        switch (message.type()) {
            case "RegionSuperseded" -> {
                var e = message.as(RegionSuperseded.class);
                db.sql("insert into ended_region values (?, ?, ?) on conflict do nothing")
                        .params(e.region(), e.occurredOn(), e.successors().toArray(String[]::new))
                        .update();
            }
            // Both are of the place's own stream, which is read in its order.
            case "SuccessionTakenBack" ->
                    db.sql("delete from ended_region where region = ?")
                            .param(message.as(SuccessionTakenBack.class).region())
                            .update();
            default -> {} // says nothing of a division's end
        }
    }
}
