package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an address says wrongly is named: it is no fault of the server's, and never passed over. */
class AddressesTest {
    private final Township township = Township.ready(20);

    @Test
    void the_parameter_and_its_rule_are_named() {
        var household = "/households/" + township.registered(1);
        var nowhere = "/imports/import-" + UUID.randomUUID();
        var at = "region=" + township.town;
        var wrong = new TreeMap<String, String>();
        wrong.put("/evidence?page=2&" + at, "page unknown-parameter");
        wrong.put("/evidence?region=513423000000&" + at, "region once");
        wrong.put("/evidence?region=", "region required");
        wrong.put("/evidence?region=%ff", " percent-encoding");
        wrong.put(household + "/exclusions?on=%2B999999999-01-01", "on date");
        wrong.put(household + "/exclusions?on=-999999999-01-01", "on date");
        wrong.put(household + "/exclusions?on=2014-02-30", "on date");
        wrong.put(household + "/exclusions?on=20140101", "on date");
        wrong.put(household + "/exclusions?" + at, "region unknown-parameter");
        wrong.put(household + "/documents/form?format=doc", "format pdf-or-xlsx");
        wrong.put(household + "/documents/form?asOf=-999999999-01-01", "asOf date-not-after-today");
        wrong.put(household + "/documents/form?asOf=2999-01-01", "asOf date-not-after-today");
        wrong.put(household + "/documents/form?asof=2014-01-01", "asof unknown-parameter");
        wrong.put("/quotas?year=99999999999999999999&" + at, "year whole-1978-2100");
        wrong.put("/quotas?year=-2014&" + at, "year whole-1978-2100");
        wrong.put("/quotas?year=2014&year=2015&" + at, "year once");
        wrong.put("/quotas?year=2014&region=5134", "region region-code");
        wrong.put("/evidence?faulty=yes&" + at, "faulty true-or-false");
        wrong.put("/evidence?limit=5&" + at, "limit unknown-parameter");
        wrong.put("/notices/1", "noticeId id-notice");
        wrong.put("/batches/batch-%E4%B8%80", "batchId id-batch");
        wrong.put("/rounds/round-1", "roundId id-round");
        wrong.put("/persons/1", "personId id-person");
        wrong.put(nowhere + "/lines?limit=1", "limit unknown-parameter");
        wrong.put("/villages/5134/visit-kit", "region region-code");
        wrong.put("/events?after=-1", "after range");
        wrong.put("/events?limit=1000000", "limit range");
        wrong.put("/events?from=1", "from unknown-parameter");
        wrong.put("/denied-attempts?after=x", "after whole-0-");
        wrong.forEach((path, expected) -> {
            var reply = township.door.get(path);
            assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(400);
            assertThat(reply.field() + " " + reply.rule()).as(path).isEqualTo(expected);
        });
    }
}
