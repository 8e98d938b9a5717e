package cn.fupin.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.backbone.testing.ShippedPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks for money does not let it go, nor does whoever lets it go ask for it. */
class PermissionsTest {
    private final FundingServer funding = FundingServer.shared();
    private final ShippedPermissions shipped = new ShippedPermissions();

    @Test
    void every_command_may_be_sent_by_somebody() {
        var all = new ArrayList<Endpoint<?>>();
        funding.beans(Endpoints.class).forEach(endpoints -> all.addAll(endpoints.all()));
        assertThat(all).hasSizeGreaterThan(5);
        assertThat(shipped.ofNobody(new Endpoints(all))).isEmpty();
    }

    @Test
    void who_asks_for_a_payment_is_not_who_lets_it_go() {
        for (var deed :
                List.of("receive", "allocate", "commit", "approve-payment", "return-payment")) {
            for (var asking : List.of("township-clerk", "county-officer", "county-office")) {
                assertThat(shipped.access.allows(asking, "funding." + deed)).isFalse();
            }
            assertThat(shipped.access.allows("county-finance", "funding." + deed)).isTrue();
        }
        assertThat(shipped.access.allows("county-finance", "funding.request-payment")).isFalse();
        assertThat(shipped.access.allows("township-clerk", "funding.request-payment")).isTrue();
    }

    @Test
    void whoever_may_not_is_told_so_and_it_is_recorded() {
        var payment = FundingServer.newId("payment");
        var body = Map.of("decidedBy", Map.of("body", "县扶贫办"), "approvedOn", "2014-07-02");
        var office = funding.clerk.as("o-1", "county-office", "513423000000");
        assertThat(office.post("/payments/" + payment + "/approval", body).status()).isEqualTo(403);
        var elsewhere = funding.clerk.as("f-1", "county-finance", "513424000000");
        var receipt = receipt("513423000000");
        var path = "/appropriations/" + FundingServer.newId("appropriation") + "/receipt";
        assertThat(elsewhere.post(path, receipt).status()).isEqualTo(403);
        var finance = funding.clerk.as("f-1", "county-finance", "513423000000");
        assertThat(finance.post(path, receipt).status()).isEqualTo(200);
        var auditor = funding.clerk.as("a-1", "auditor", "510000000000");
        assertThat(auditor.get("/denied-attempts").text())
                .contains("funding.approve-payment", "funding.receive");
    }

    @Test
    void money_of_an_abolished_township_is_whose_villages_it_has_now() {
        var heir = funding.clerk.as("f-2", "county-finance", "511129105000");
        var neighbour = funding.clerk.as("f-3", "county-finance", "511129106000");
        assertThat(receive(heir).status()).isEqualTo(403);
        funding.supersede("511129299000", "511129105000");
        await().atMost(FundingServer.SOON).until(() -> receive(heir).status() == 200);
        assertThat(receive(neighbour).status()).isEqualTo(403);
        funding.service().rebuild("ended_regions");
        assertThat(receive(heir).status()).isEqualTo(200);
        assertThat(receive(neighbour).status()).isEqualTo(403);
    }

    private static Reply receive(DoorClient finance) {
        var path = "/appropriations/" + FundingServer.newId("appropriation") + "/receipt";
        return finance.post(path, receipt("511129299201"));
    }

    private static Map<String, Object> receipt(String region) {
        return Map.of(
                "region", region,
                "documentNo", "川财农〔2014〕12号",
                "sourceLevel", "PROVINCE",
                "sourceType", "SPECIAL_FUND",
                "purpose", "安全饮水",
                "amountFen", 1_000_00,
                "issuedOn", "2014-03-01");
    }
}
