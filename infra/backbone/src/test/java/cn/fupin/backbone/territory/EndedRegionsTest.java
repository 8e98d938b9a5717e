package cn.fupin.backbone.territory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.testing.RealServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What an abolished township was belongs to whoever has its villages now, once it is told. */
class EndedRegionsTest {
    private static final String TOWN = "511129299000";
    private static final String VILLAGE = "511129299201";
    private static final String HEIR = "511129105000";
    private static final String OTHER = "511129106000";

    private JdbcClient db;
    private EndedRegions regions;

    @BeforeEach
    void start() {
        var database = RealServers.newDatabase("territory");
        var source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        db = JdbcClient.create(source);
        regions =
                new EndedRegions(new ProjectionReader(source, new JdbcTransactionManager(source)));
        db.sql("create table projection_live (name text, schema_name text)").update();
        db.sql(regions.ddl()).update();
    }

    @Test
    void a_region_covers_what_ended_into_it_from_when_that_is_told() {
        assertThat(regions.covers(TOWN, VILLAGE)).isTrue();
        assertThat(regions.covers(HEIR, VILLAGE)).isFalse();
        tell(TOWN, HEIR);
        assertThat(regions.covers(HEIR, VILLAGE)).isTrue();
        assertThat(regions.covers(TOWN, VILLAGE)).isTrue();
        assertThat(regions.covers(OTHER, VILLAGE)).isFalse();
        assertThat(regions.covers(TOWN, HEIR)).isFalse();
    }

    @Test
    void whatever_the_order_and_however_often_it_is_told() {
        tell(VILLAGE, OTHER);
        tell(TOWN, HEIR);
        tell(VILLAGE, OTHER);
        assertThat(regions.covers(OTHER, VILLAGE)).isTrue();
        assertThat(regions.covers(HEIR, VILLAGE)).isFalse();
        assertThat(regions.lineage().ended()).containsExactly(TOWN, VILLAGE);
    }

    @Test
    void what_was_taken_back_never_came_and_the_right_one_may_come_after_it() {
        tell(TOWN, HEIR);
        tell("SuccessionTakenBack", TOWN, "{\"region\":\"%s\"}".formatted(TOWN));
        assertThat(regions.covers(HEIR, VILLAGE)).isFalse();
        assertThat(regions.lineage().ended()).isEmpty();
        tell(TOWN, OTHER);
        assertThat(regions.covers(OTHER, VILLAGE)).isTrue();
        assertThat(regions.covers(HEIR, VILLAGE)).isFalse();
    }

    private void tell(String region, String successor) {
        var json =
                "{\"region\":\"%s\",\"occurredOn\":\"2019-12-01\",\"successors\":[\"%s\"],\"assumed\":true}"
                        .formatted(region, successor);
        tell("RegionSuperseded", region, json);
    }

    private void tell(String type, String region, String json) {
        var message =
                new Message(
                        "household",
                        type,
                        1,
                        type + "-" + region,
                        "region-" + region,
                        1,
                        1,
                        Instant.EPOCH,
                        region,
                        "",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        json.getBytes(StandardCharsets.UTF_8));
        for (var one : List.of(message, message)) regions.apply(one, db);
    }
}
