package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Projections are rebuilt beside the live ones while townships are being loaded; that both come out
 * right is what all other tests of the whole system then see, for they read the rebuilt rows.
 */
@OnTheWholeSystem
class RebuildWhileLoadingTest {
    @Test
    void the_register_was_rebuilt_from_its_topic_while_commands_flowed(WholeSystem system) {
        equalAndSwitched(system, "register", "topic");
    }

    @Test
    void the_histories_were_rebuilt_from_the_stores_while_commands_flowed(WholeSystem system) {
        equalAndSwitched(system, "history", "history");
    }

    @Test
    void a_rebuild_at_rest_has_the_digest_of_the_live_one(WholeSystem system) {
        var before = system.report("/projections/money/digest");
        assertThat(before.path("parkedKeys").asInt(-1)).isZero();
        var rows = before.path("tables").valueStream().mapToLong(t -> t.path("rows").asLong(0));
        assertThat(rows.sum()).isPositive();

        system.rebuild("money", "history");
        system.awaitRebuilt("money");

        var after = system.report("/projections/money/digest");
        assertThat(after.path("generation").asInt())
                .isGreaterThan(before.path("generation").asInt());
        assertThat(after.path("digest").asString()).isEqualTo(before.path("digest").asString());
    }

    private static void equalAndSwitched(WholeSystem system, String projection, String from) {
        var rebuild = system.awaitRebuilt(projection);

        assertThat(rebuild.path("from").asString()).isEqualTo(from);
        assertThat(rebuild.path("digest").path("outcome").asString()).isEqualTo("EQUAL");
        assertThat(rebuild.path("digest").path("tables").size()).isPositive();
        var live = system.report("/projections/" + projection + "/digest");
        assertThat(live.path("generation").asInt())
                .isGreaterThanOrEqualTo(rebuild.path("generation").asInt());
        assertThat(live.path("parkedKeys").asInt(-1)).isZero();
    }
}
