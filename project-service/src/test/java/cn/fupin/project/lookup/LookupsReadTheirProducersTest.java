package cn.fupin.project.lookup;

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

/** What the household service has promised to publish is what the look-ups can read. */
class LookupsReadTheirProducersTest {
    private static final Path CONTRACT = Path.of("../household-service/contract");

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
    void a_listed_region_however_often_it_is_told() throws IOException {
        var regions = new ListedRegions(reader);
        db.sql(regions.ddl()).update();
        var listed = example("RegionListed");
        tell(regions, List.of(listed, listed));
        assertThat(db.sql("select region from listed_region").query(String.class).list())
                .containsExactly(listed.json().get("region").asString());
        var takenBack = example("ListingTakenBack");
        tell(regions, List.of(takenBack, takenBack));
        assertThat(db.sql("select region from listed_region").query(String.class).list()).isEmpty();
    }

    @Test
    void an_ended_region_however_often_it_is_told() throws IOException {
        var regions = new EndedRegions(reader);
        db.sql(regions.ddl()).update();
        var ended = example("RegionSuperseded");
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
        var registered = example("HouseholdRegistered");
        var removed = example("HouseholdRemoved");
        tell(households, List.of(removed, registered, removed, registered));
        assertThat(
                        db.sql(
                                        "select household_id, registered_on, removed_on from registered_household")
                                .query()
                                .listOfRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("household_id")).isEqualTo(registered.streamId());
                    assertThat(String.valueOf(row.get("registered_on")))
                            .isEqualTo(registered.json().get("occurredOn").asString());
                    assertThat(String.valueOf(row.get("removed_on")))
                            .isEqualTo(removed.json().get("occurredOn").asString());
                });
        tell(households, List.of(example("HouseholdRegistered", 2)));
        assertThat(db.sql("select count(*) from registered_household").query(Long.class).single())
                .isEqualTo(1);
        tell(households, List.of(example("EndRevoked")));
        assertThat(db.sql("select removed_on from registered_household").query().listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("removed_on")).isNull());
    }

    private void tell(Lookup lookup, List<Message> messages) {
        messages.forEach(message -> lookup.apply(message, db));
    }

    private static Message example(String type) throws IOException {
        return example(type, 1);
    }

    private static Message example(String type, int version) throws IOException {
        var payload = ContractCheck.example(CONTRACT, type, version);
        var streamId =
                payload.has("householdId")
                        ? payload.get("householdId").asString()
                        : "region-" + payload.get("region").asString();
        return new Message(
                "household",
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
