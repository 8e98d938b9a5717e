package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which kinds of measures there are is data: by the list of their day and division. */
class MeasureItemsTest {
    private final Township township = Township.ready(10);
    private final String household = township.registered(2);

    @Test
    void a_kind_that_a_division_enacts_is_named_there_from_its_day_on_and_called_by_its_name() {
        refused(measure("LABOUR", "2015-03-01"), "measure", "measure-item");
        enact("LABOUR", "外出务工", false);
        refused(measure("LABOUR", "2014-12-31"), "measure", "measure-item");
        refused(plan("LABOUR", "2014-12-31"), "measures", "measure-item");
        var elsewhere = Township.ready(1);
        refused(
                elsewhere.step(
                        elsewhere.registered(1), "measure", measureOf("LABOUR", "2015-03-01")),
                "measure",
                "measure-item");
        township.done(measure("LABOUR", "2015-03-01"));
        township.done(plan("LABOUR", "2015-02-01"));
        assertThat(paper("handbook")).contains("外出务工").doesNotContain("LABOUR");
        assertThat(paper("clear-card")).contains("外出务工");
        // what one has twice in the same scheme is refused as ever
        assertThat(measure("LABOUR", "2015-04-01").status()).isEqualTo(409);
    }

    @Test
    void a_kind_that_ended_there_is_named_no_more_and_what_named_it_stands() {
        township.done(measure("ECOLOGY", "2015-05-31"));
        township.done(
                "/measure-items/measureitem-" + township.town + "-ECOLOGY/ending",
                Map.of("region", township.town, "code", "ECOLOGY", "endedOn", "2015-06-01"));
        var refusal = plan("ECOLOGY", "2015-06-01");
        refused(refusal, "measures", "measure-item-in-force");
        assertThat(refusal.text()).contains("2015-06-01");
        township.done(plan("ECOLOGY", "2015-05-31"));
        assertThat(paper("handbook")).contains("生态补偿");
        var elsewhere = Township.ready(1);
        elsewhere.done(
                elsewhere.step(
                        elsewhere.registered(1), "measure", measureOf("ECOLOGY", "2015-06-01")));
    }

    @Test
    void what_tells_that_somebody_is_ill_hangs_at_no_door() {
        enact("ILLNESS_AID", "大病救助", true);
        township.done(measure("ILLNESS_AID", "2015-03-01"));
        assertThat(paper("handbook")).contains("大病救助");
        assertThat(paper("clear-card")).doesNotContain("大病救助");
    }

    private void enact(String code, String name, boolean tellsOfHealth) {
        township.done(
                "/measure-items/measureitem-%s-%s/enactment".formatted(township.town, code),
                Map.of(
                        "region",
                        township.town,
                        "code",
                        code,
                        "name",
                        name,
                        "tellsOfHealth",
                        tellsOfHealth,
                        "effectiveFrom",
                        "2015-01-01",
                        "source",
                        "县实施方案"));
    }

    private Reply measure(String code, String on) {
        return township.step(household, "measure", measureOf(code, on));
    }

    private static Map<String, Object> measureOf(String code, String on) {
        return Map.of("measure", code, "scheme", "五个一批", "assignedOn", on);
    }

    private Reply plan(String code, String on) {
        return township.step(
                household,
                "plan",
                Map.of(
                        "kind",
                        "YEARLY",
                        "fromYear",
                        2015,
                        "toYear",
                        2015,
                        "measures",
                        List.of(code),
                        "adoptedOn",
                        on));
    }

    private String paper(String form) {
        return Readback.ofPdf(
                township.door.download(
                        "/households/" + household + "/documents/" + form + "?asOf=2015-12-31"));
    }

    private static void refused(Reply reply, String field, String rule) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.rule()).isEqualTo(rule);
    }
}
