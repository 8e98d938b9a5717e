package cn.fupin.project.lookup;

import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which regions the household service has listed, as it has told; may lag behind it. */
@Component
public class ListedRegions implements Lookup {
    private final ProjectionReader reader;

    ListedRegions(ProjectionReader reader) {
        this.reader = reader;
    }

    /** Those of the given 12-digit codes that are listed. */
    public Set<String> listed(Collection<String> regions) {
        if (regions.isEmpty()) return Set.of();
        return reader.read(db ->
                db.sql("select region from listed_region where region = any(:regions)")
                        .param("regions", regions.toArray(String[]::new))
                        .query(String.class)
                        .set());
    }

    @Override
    public String name() {
        return "listed_regions";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return "create table listed_region (region text primary key)";
    }

    private record OfRegion(String region) {}

    @Override
    public void apply(Message message, JdbcClient db) {
        var sql =
                switch (message.type()) {
                    case "RegionListed" ->
                            "insert into listed_region (region) values (:region) on conflict do nothing";
                    // of the place's own stream, which is read in its order
                    case "ListingTakenBack" -> "delete from listed_region where region = :region";
                    default -> null;
                };
        if (sql == null) return;
        db.sql(sql).param("region", message.as(OfRegion.class).region()).update();
    }
}
