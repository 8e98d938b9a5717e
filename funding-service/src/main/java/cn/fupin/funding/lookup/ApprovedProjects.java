package cn.fupin.funding.lookup;

import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which projects are in the library, as the project service has told; may lag behind it. */
@Component
public class ApprovedProjects implements Lookup {
    private final ProjectionReader reader;

    ApprovedProjects(ProjectionReader reader) {
        this.reader = reader;
    }

    /** The project, or null if it is not known to be approved. */
    public @Nullable ApprovedProject approved(String projectId) {
        return reader.<@Nullable ApprovedProject>read(db ->
                db.sql(
                                """
                                select region, approved_on
                                from approved_project
                                where project_id = :id and region is not null and approved_on is not null
                                """)
                        .param("id", projectId)
                        .query(ApprovedProject.class)
                        .optional()
                        .orElse(null));
    }

    @Override
    public String name() {
        return "approved_projects";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.project");
    }

    @Override
    public String ddl() {
        return """
        create table approved_project (
            project_id text primary key,
            region text,
            approved_on date
        )
        """;
    }

    private record ProjectProposed(String region) {}

    private record ProjectApproved(LocalDate occurredOn) {}

    @Override
    public void apply(Message message, JdbcClient db) {
        switch (message.type()) {
            case "ProjectProposed" ->
                    set("region", message.as(ProjectProposed.class).region(), message, db);
            case "ProjectApproved" ->
                    set("approved_on", message.as(ProjectApproved.class).occurredOn(), message, db);
            default -> {} // later steps do not change that it is in the library
        }
    }

    private static void set(String column, Object value, Message message, JdbcClient db) {
        db.sql(
                        """
                        insert into approved_project (project_id, %1$s) values (:id, :value)
                        on conflict (project_id) do update set %1$s = excluded.%1$s
                        """
                                .formatted(column))
                .param("id", message.streamId())
                .param("value", value)
                .update();
    }
}
