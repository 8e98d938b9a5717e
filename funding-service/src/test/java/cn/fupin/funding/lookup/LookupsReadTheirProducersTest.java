package cn.fupin.funding.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Lookup;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.territory.EndedRegions;
import cn.fupin.backbone.testing.ContractCheck;
import cn.fupin.backbone.testing.RealServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the other services have promised to publish is what the look-ups can read. */
class LookupsReadTheirProducersTest {
    @SuppressWarnings("NullAway.Init")
    private JdbcClient db;

    @SuppressWarnings("NullAway.Init")
    private ProjectionReader reader;

    @BeforeEach
    void start() {
        var database = RealServers.newDatabase("lookup");
        var source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        db = JdbcClient.create(source);
        reader = new ProjectionReader(source, new JdbcTransactionManager(source));
    }

    @Test
    void an_approved_project_in_whatever_order_and_however_often_it_is_told() throws IOException {
        var projects = new ApprovedProjects(reader);
        db.sql(projects.ddl()).update();
        var proposed = example("project", "ProjectProposed");
        var approved = example("project", "ProjectApproved");
        tell(
                projects,
                List.of(approved, proposed, approved, example("project", "ProjectAccepted")));
        assertThat(db.sql("select * from approved_project").query().listOfRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("project_id")).isEqualTo(proposed.streamId());
                    assertThat(row.get("region"))
                            .isEqualTo(proposed.json().get("region").asString());
                    assertThat(String.valueOf(row.get("approved_on")))
                            .isEqualTo(approved.json().get("occurredOn").asString());
                });
    }

    @Test
    void an_ended_region_however_often_it_is_told() throws IOException {
        var regions = new EndedRegions(reader);
        db.sql(regions.ddl()).update();
        var ended = example("household", "RegionSuperseded");
        tell(regions, List.of(ended, ended));
        assertThat(
                        db.sql("select region, successors[1] as successor from ended_region")
                                .query()
                                .listOfRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("region")).isEqualTo(ended.json().get("region").asString());
                    assertThat(row.get("successor"))
                            .isEqualTo(ended.json().get("successors").get(0).asString());
                });
    }

    @Test
    void a_registered_and_removed_household_in_whatever_order_it_is_told() throws IOException {
        var households = new RegisteredHouseholds(reader);
        db.sql(households.ddl()).update();
        var registered = example("household", "HouseholdRegistered");
        var removed = example("household", "HouseholdRemoved");
        tell(households, List.of(removed, registered, removed, registered));
        assertThat(db.sql("select * from registered_household").query().listOfRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("household_id")).isEqualTo(registered.streamId());
                    assertThat(String.valueOf(row.get("registered_on")))
                            .isEqualTo(registered.json().get("occurredOn").asString());
                    assertThat(String.valueOf(row.get("removed_on")))
                            .isEqualTo(removed.json().get("occurredOn").asString());
                });
        tell(households, List.of(example("household", "HouseholdRegistered", 2)));
        assertThat(db.sql("select count(*) from registered_household").query(Long.class).single())
                .isEqualTo(1);
        tell(households, List.of(example("household", "EndRevoked")));
        assertThat(db.sql("select removed_on from registered_household").query().listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("removed_on")).isNull());
    }

    private void tell(Lookup lookup, List<Message> messages) {
        messages.forEach(message -> lookup.apply(message, db));
    }

    private static Message example(String service, String type) throws IOException {
        return example(service, type, 1);
    }

    private static Message example(String service, String type, int version) throws IOException {
        var payload =
                ContractCheck.example(
                        Path.of("../%s-service/contract".formatted(service)), type, version);
        var id = service + "Id";
        var streamId =
                payload.has(id)
                        ? payload.get(id).asString()
                        : "region-" + payload.get("region").asString();
        return new Message(
                service,
                type,
                version,
                type + "-1",
                streamId,
                0,
                1,
                Instant.EPOCH,
                "",
                "",
                new byte[0],
                EventJson.MAPPER.writeValueAsBytes(payload));
    }
}
