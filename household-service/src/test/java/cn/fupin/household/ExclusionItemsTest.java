package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a division holds persons against is data: its own items work as those known everywhere. */
class ExclusionItemsTest {
    private final Township township = Township.ready(10);

    @Test
    void an_item_that_is_enacted_is_matched_refused_and_cleared_and_no_other() {
        refused(rule("SHOP", "2014-01-01"));
        refused(list("SHOP", TestPersons.newNumber()));
        township.done(
                "/exclusion-items/exclusionitem-" + township.town + "-SHOP/enactment",
                Map.of(
                        "region",
                        township.town,
                        "code",
                        "SHOP",
                        "name",
                        "有商铺",
                        "list",
                        "不动产登记",
                        "effectiveFrom",
                        "2014-02-01",
                        "source",
                        "县实施细则"));
        // not before its day, and not elsewhere
        refused(rule("SHOP", "2014-01-31"));
        var elsewhere = Township.ready(1);
        refused(elsewhere.door.post(rulePath(), ruleOf(elsewhere.town, "SHOP", "2014-02-01")));
        township.done(rule("SHOP", "2014-02-01"));

        var household = Township.newHousehold();
        var number = TestPersons.newNumber();
        township.done(
                township.step(
                        household,
                        "application",
                        township.application(TestPersons.person("王小明", "HEAD", number))));
        township.done(list("SHOP", number));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        township.done(
                township.review(
                        household,
                        township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        var notice = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        var excluded = township.register(household, notice, "2014-05-09");
        assertThat(excluded.status()).isEqualTo(409);
        assertThat(excluded.text()).contains("SHOP");
        var found =
                township.door
                        .get("/households/" + household + "/exclusions?on=2014-05-09")
                        .json()
                        .path("found");
        assertThat(found.path(0).path("item").asString()).isEqualTo("SHOP");
        assertThat(found.path(0).path("itemName").asString()).isEqualTo("有商铺");
        refused(clearance(household, "YACHT"));
        township.done(clearance(household, "SHOP"));
        township.done(township.register(household, notice, "2014-05-09"));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("item");
        assertThat(reply.rule()).isEqualTo("exclusion-item");
    }

    private Reply clearance(String household, String item) {
        return township.step(
                household,
                "exclusion-clearance",
                Map.of(
                        "personId",
                        Township.headOf(household),
                        "item",
                        item,
                        "grounds",
                        "商铺已转让",
                        "decidedBy",
                        Township.body("镇人民政府"),
                        "clearedOn",
                        "2014-05-08"));
    }

    private static String rulePath() {
        return "/exclusions/exclusion-" + UUID.randomUUID() + "/enactment";
    }

    private Reply rule(String item, String from) {
        return township.door.post(rulePath(), ruleOf(township.town, item, from));
    }

    private static Map<String, Object> ruleOf(String region, String item, String from) {
        return Map.of(
                "region",
                region,
                "item",
                item,
                "effect",
                "REFUSE",
                "text",
                "有商铺的不进",
                "source",
                "县实施细则",
                "effectiveFrom",
                from);
    }

    private Reply list(String item, String number) {
        return township.door.post(
                "/matching-lists/matching-" + UUID.randomUUID() + "/receipt",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        item,
                        "source",
                        "县不动产登记中心",
                        "asOf",
                        "2014-03-31",
                        "numbers",
                        List.of(number),
                        "receivedOn",
                        "2014-04-02"));
    }
}
