package cn.fupin.project.lookup;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of divisions 区划调整, as the household service has told; may lag behind it. */
@Component
public class EndedRegions implements Lookup {
    private final ProjectionReader reader;

    EndedRegions(ProjectionReader reader) {
        this.reader = reader;
    }

    public Lineage lineage() {
        return Lineage.of(
                reader.read(db ->
                        db.sql(
                                        """
                                        select region, superseded_on, successors
                                        from ended_region order by region
                                        """)
                                .query((row, _) ->
                                        new Succession(
                                                row.getString("region"),
                                                row.getObject("superseded_on", LocalDate.class),
                                                List.of(
                                                        (String[])
                                                                row.getArray("successors")
                                                                        .getArray())))
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

    private record RegionSuperseded(String region, LocalDate occurredOn, List<String> successors) {}

    @Override
    public void apply(Message message, JdbcClient db) {
        if (!message.type().equals("RegionSuperseded")) return;
        var e = message.as(RegionSuperseded.class);
        db.sql("insert into ended_region values (?, ?, ?) on conflict do nothing")
                .params(e.region(), e.occurredOn(), e.successors().toArray(String[]::new))
                .update();
    }
}
