package cn.fupin.funding;

import static cn.fupin.funding.FundingServer.done;
import static cn.fupin.funding.FundingServer.newId;
import static cn.fupin.funding.FundingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 扶贫小额信贷 over HTTP: reported, repaid, taken back; apart from what is granted. */
class StoryOfALoanTest {
    private static final FundingServer funding = FundingServer.shared();

    private final String loan = newId("loan");
    private final String household = newId("household");

    private Reply report(Map<String, Object> otherwise) {
        var body = new LinkedHashMap<String, Object>();
        body.put("region", "513423199201");
        body.put("householdId", household);
        body.put("lender", "农村信用社");
        body.put("amountFen", 6_000_000);
        body.put("purpose", "养猪");
        body.put("usedBy", "HOUSEHOLD");
        body.put("lentOn", "2016-03-01");
        body.put("dueOn", "2019-03-01");
        body.putAll(otherwise);
        return funding.clerk.post("/loans/" + loan + "/report", body);
    }

    private Reply post(String step, Map<String, Object> body) {
        return funding.clerk.post("/loans/" + loan + "/" + step, body);
    }

    @Test
    void what_a_bank_lent_and_what_came_back() {
        malformed(report(Map.of("dueOn", "2016-03-01")), "dueOn");
        malformed(report(Map.of("amountFen", 0)), "amountFen");
        malformed(report(Map.of("usedBy", "COUSIN")), "usedBy");
        malformed(report(Map.of("lender", " ")), "lender");
        refused(report(Map.of()), "HOUSEHOLD_NOT_KNOWN_YET");
        funding.registerHousehold(household);
        // above what a rule may allow: it is so all the same
        await().atMost(FundingServer.SOON).untilAsserted(() -> done(report(Map.of())));
        refused(report(Map.of()), "ALREADY_REPORTED");
        done(post("repayment", Map.of("amountFen", 2_000_000, "repaidOn", "2018-03-01")));
        var more = post("repayment", Map.of("amountFen", 4_000_001, "repaidOn", "2018-03-02"));
        refused(more, "MORE_THAN_OWED");
        assertThat(more.json().path("owedFen").asLong()).isEqualTo(4_000_000);
        var correction =
                Map.<String, Object>of(
                        "reason", "登错农户", "approvedBy", "chief-1", "correctedOn", "2018-04-01");
        done(post("correction", correction));
        refused(post("correction", correction), "TAKEN_BACK");
        // the journal shows what has its position, which the relay gives a moment later
        await().atMost(FundingServer.SOON)
                .untilAsserted(() ->
                        assertThat(funding.clerk.get("/journal").text())
                                .contains(
                                        "MicroCreditLent " + loan,
                                        "owed:household:" + household + "  60000.00 CNY"));
        var books = Books.of(funding.db(), List.of(loan));
        assertThat(books.balance("owed:household:" + household)).isZero();
        assertThat(books.balance("loan:" + loan)).isZero();
    }

    private static void malformed(Reply reply, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("field").asString()).as(reply.text()).isEqualTo(field);
    }
}
