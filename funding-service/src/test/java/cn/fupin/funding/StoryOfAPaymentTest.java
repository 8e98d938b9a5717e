package cn.fupin.funding;

import static cn.fupin.funding.FundingServer.done;
import static cn.fupin.funding.FundingServer.newId;
import static cn.fupin.funding.FundingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the document that grants money to the payee, and back, over HTTP and Kafka. */
class StoryOfAPaymentTest {
    private static final FundingServer funding = FundingServer.shared();

    private final String appropriation = newId("appropriation");
    private final String one = newId("allocation");
    private final String two = newId("allocation");
    private final String project = newId("project");
    private final String commitment = newId("commitment");

    @Test
    void from_the_document_to_the_payee_and_back() {
        done(funding.receive(appropriation, 1_000_00));
        refused(funding.receive(appropriation, 1_000_00), "ALREADY_RECEIVED");
        done(funding.allocate(appropriation, one, 600_00));
        refused(funding.allocate(appropriation, two, 400_01), "APPROPRIATION_EXCEEDED");
        done(funding.allocate(appropriation, two, 400_00));

        // Only a project in the library gets money, and this service must have heard of it.
        var lines = Map.of(one, 500_00L, two, 400_00L);
        refused(funding.commit(commitment, project, lines), "PROJECT_NOT_APPROVED_YET");
        funding.approveProject(project);
        funding.commitSoon(commitment, project, lines);
        refused(
                funding.commit(newId("commitment"), project, Map.of(one, 100_01L)),
                "ALLOCATION_LINE_EXCEEDED");
        refused(
                funding.commit(newId("commitment"), project, Map.of(newId("allocation"), 1L)),
                "ALLOCATION_NOT_KNOWN_YET");

        // Four eyes and the bank.
        var payment = newId("payment");
        done(funding.request(payment, commitment, null, Map.of(one, 500_00L, two, 100_00L)));
        refused(funding.settle(payment, true), "NOT_AWAITING_BANK");
        refused(funding.approve(funding.clerk, payment), "MAKER_IS_CHECKER");
        done(funding.approve(funding.checker, payment));
        done(funding.settle(payment, true));

        // A payment that failed gives back what it had set aside.
        var failing = newId("payment");
        done(funding.request(failing, commitment, null, Map.of(two, 300_00L)));
        refused(
                funding.request(newId("payment"), commitment, null, Map.of(two, 1L)),
                "COMMITMENT_LINE_EXCEEDED");
        done(funding.approve(funding.checker, failing));
        done(funding.settle(failing, false));
        refused(funding.giveBack(failing, Map.of(two, 1L)), "NOT_PAID");

        // A household is paid when it is known to be registered, and goes by its id alone.
        var household = newId("household");
        var toHousehold = newId("payment");
        refused(
                funding.request(toHousehold, commitment, household, Map.of(two, 300_00L)),
                "HOUSEHOLD_NOT_KNOWN_YET");
        funding.registerHousehold(household);
        await().atMost(FundingServer.SOON)
                .untilAsserted(() ->
                        done(
                                funding.request(
                                        toHousehold, commitment, household, Map.of(two, 300_00L))));
        done(funding.approve(funding.checker, toHousehold));
        done(funding.settle(toHousehold, true));

        // Too much came to the contractor; a part goes back to its line and can be paid again.
        refused(funding.giveBack(payment, Map.of(two, 100_01L)), "RETURN_ABOVE_PAID");
        done(funding.giveBack(payment, Map.of(two, 40_00L)));
        done(funding.request(newId("payment"), commitment, null, Map.of(two, 40_00L)));

        var books =
                Books.of(
                        funding.db(),
                        List.of(appropriation, commitment, payment, failing, toHousehold));
        assertThat(books.total()).isZero();
        assertThat(books.balance("grant:PROVINCE")).isEqualTo(-1_000_00);
        assertThat(books.balance("appropriation:" + appropriation)).isZero();
        assertThat(books.balance("allocation:" + one)).isEqualTo(100_00);
        assertThat(books.balance("paid:project:" + project)).isEqualTo(560_00);
        assertThat(books.balance("paid:household:" + household)).isEqualTo(300_00);
        assertThat(books.balance("commitment:" + commitment + ":" + two)).isEqualTo(40_00);
        journalBalances(project);
    }

    @Test
    void what_is_not_of_its_type_is_told_by_field() {
        var payment = newId("payment");
        var reply =
                funding.clerk.post(
                        "/payments/" + payment + "/request",
                        """
                        {"commitmentId": "%s", "payee": {"kind": "HOUSEHOLD", "name": "某户"},
                         "lines": [{"allocationId": "%s", "amountFen": 1}],
                         "requestedOn": "2014-07-01", "assumed": false}
                        """
                                .formatted(commitment, one));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).startsWith("payee");
        assertThat(funding.receive(appropriation, 10_000_000_000_001L).field())
                .isEqualTo("amountFen");
        assertThat(funding.settle(payment, true).status()).isEqualTo(404);
    }

    private static final Pattern POSTING =
            Pattern.compile("    ([a-zA-Z0-9:-]+)  (-?\\d+\\.\\d\\d) CNY");

    /**
     * The journal once more by own arithmetic: each transaction balances, and so does the whole.
     */
    private static void journalBalances(String project) {
        await().atMost(FundingServer.SOON)
                .untilAsserted(() ->
                        assertThat(funding.clerk.get("/journal").text())
                                .contains("PaymentReturned", "paid:project:" + project));
        var journal = funding.clerk.get("/journal").text();
        var balances = new TreeMap<String, BigDecimal>();
        var transactions = new ArrayList<BigDecimal>();
        for (var line : journal.lines().toList()) {
            if (line.matches("\\d{4}-\\d\\d-\\d\\d \\* .*")) transactions.add(BigDecimal.ZERO);
            var posting = POSTING.matcher(line);
            if (!posting.matches()) {
                assertThat(line).doesNotStartWith(" ");
                continue;
            }
            var yuan = new BigDecimal(posting.group(2));
            balances.merge(posting.group(1), yuan, BigDecimal::add);
            transactions.set(transactions.size() - 1, transactions.getLast().add(yuan));
        }
        assertThat(transactions).hasSizeGreaterThanOrEqualTo(7);
        assertThat(transactions).allSatisfy(sum -> assertThat(sum).isZero());
        assertThat(balances.get("paid:project:" + project)).isEqualByComparingTo("560.00");
        assertThat(balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isZero();
    }
}
