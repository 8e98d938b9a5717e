package cn.fupin.project.lookup;

import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which households are registered, as the household service has told; may lag behind it. */
@Component
public class RegisteredHouseholds implements Lookup {
    private final ProjectionReader reader;

    RegisteredHouseholds(ProjectionReader reader) {
        this.reader = reader;
    }

    /** What is known of those of the given households that were ever registered, by id. */
    public Map<String, RegisteredHousehold> registered(Collection<String> householdIds) {
        if (householdIds.isEmpty()) return Map.of();
        return reader.read(db -> {
            var found = new HashMap<String, RegisteredHousehold>();
            db.sql(
                            """
                            select household_id, registered_on, removed_on
                            from registered_household
                            where household_id = any(:ids) and registered_on is not null
                            """)
                    .param("ids", householdIds.toArray(String[]::new))
                    .query(row -> {
                        found.put(
                                row.getString("household_id"),
                                new RegisteredHousehold(
                                        row.getObject("registered_on", LocalDate.class),
                                        row.getObject("removed_on", LocalDate.class)));
                    });
            return Map.copyOf(found);
        });
    }

    @Override
    public String name() {
        return "registered_households";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return """
        create table registered_household (
            household_id text primary key,
            registered_on date,
            removed_on date
        )\
        """;
    }

    private record Dated(LocalDate occurredOn) {}

    @Override
    public void apply(Message message, JdbcClient db) {
        switch (message.type()) {
            case "HouseholdRegistered" -> set("registered_on", message, db);
            case "HouseholdRemoved" -> set("removed_on", message, db);
            case "EndRevoked" -> reinstated(message, db);
            default -> {} // other facts of a household do not change whether it is registered
        }
    }

    /** A removal that was taken back is none; of a dissolution there is nothing to undo here. */
    private static void reinstated(Message message, JdbcClient db) {
        db.sql("update registered_household set removed_on = null where household_id = :id")
                .param("id", message.streamId())
                .update();
    }

    private static void set(String column, Message message, JdbcClient db) {
        db.sql(
                        """
                        insert into registered_household (household_id, %1$s) values (:id, :on)
                        on conflict (household_id) do update set %1$s = excluded.%1$s
                        """
                                .formatted(column))
                .param("id", message.streamId())
                .param("on", message.as(Dated.class).occurredOn())
                .update();
    }
}
