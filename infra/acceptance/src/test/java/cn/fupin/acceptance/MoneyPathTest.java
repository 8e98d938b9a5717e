package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each yuan, both ways: from the document that granted it to where it went, and back. */
@OnTheWholeSystem
class MoneyPathTest {

    @Test
    void a_payment_leads_to_the_document_that_granted_it_and_the_document_to_the_payment(
            WholeSystem system) {
        JsonNode paid =
                system.report(
                        "/figures/funds-paid/events?effective=2015-12-31&region="
                                + system.sample.township());
        assertThat(paid.path("lineCount").asInt(0)).isEqualTo(11);

        for (JsonNode line : paid.path("lines")) {
            String payment = line.path("subject").asString("");
            JsonNode path = system.report("/payments/" + payment + "/path");
            assertThat(path.path("paidFen").asLong(0)).isEqualTo(line.path("value").asLong(-1));
            long sources = 0;
            for (JsonNode source : path.path("sources")) {
                sources += source.path("amountFen").asLong(0);
                String document = source.at("/appropriation/appropriationId").asString("");
                JsonNode down = system.report("/appropriations/" + document + "/path");
                assertThat(down.toString()).contains(payment);
            }
            assertThat(sources).isEqualTo(path.path("amountFen").asLong(-1));
        }
    }

    @Test
    void the_roads_money_is_committed_and_its_retention_not_yet_paid(WholeSystem system) {
        JsonNode committed =
                system.report(
                        "/figures/road-funds/events?effective=2015-12-31&region="
                                + system.sample.township());
        assertThat(committed.path("value").asLong(0)).isEqualTo(610_600_000);

        JsonNode paid =
                system.report(
                        "/figures/funds-paid/events?effective=2015-12-31&region="
                                + system.sample.township());
        assertThat(paid.path("value").asLong(0)).isEqualTo(953_900_000 - 61_060_000);
    }
}
