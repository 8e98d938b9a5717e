package cn.fupin.funding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The books as an auditor makes them again: from the stored events and nothing else. */
final class Books {
    private final Map<String, Long> balances = new TreeMap<>();
    private final Map<String, Long> setAside = new TreeMap<>();

    /** Reads the streams' events in order; every one of them must balance and overdraw nothing. */
    static Books of(JdbcClient db, Collection<String> streamIds) {
        var books = new Books();
        db.sql(
                        """
                        select payload_type, convert_from(payload, 'UTF8') as payload from events
                        where stream_id = any(:ids) order by global_index
                        """)
                .param("ids", streamIds.toArray(String[]::new))
                .query(row -> {
                    books.take(
                            row.getString("payload_type"),
                            EventJson.LENIENT.readTree(row.getString("payload")));
                });
        return books;
    }

    private void take(String type, JsonNode event) {
        var sum = 0L;
        for (var posting : event.path("postings")) {
            var fen = posting.get("amountFen").asLong();
            sum = Math.addExact(sum, fen);
            add(balances, posting.get("account").asString(), fen);
        }
        assertThat(sum).as("%s %s balances", type, event).isZero();
        if (type.equals("PaymentRequested")) setAside(event, 1);
        if (type.equals("PaymentFailed")) setAside(event, -1);
        if (type.equals("PaymentMade")) {
            for (var posting : event.get("postings")) {
                var account = posting.get("account").asString();
                if (account.startsWith("commitment:")) {
                    add(setAside, account, posting.get("amountFen").asLong());
                }
            }
        }
        assertNothingIsOverdrawn(type);
    }

    private void setAside(JsonNode event, int sign) {
        for (var line : event.get("lines")) {
            var account =
                    "commitment:%s:%s"
                            .formatted(
                                    event.get("commitmentId").asString(),
                                    line.get("allocationId").asString());
            add(setAside, account, sign * line.get("amountFen").asLong());
        }
    }

    private void assertNothingIsOverdrawn(String type) {
        balances.forEach((account, fen) -> {
            if (account.matches("(grant|loan):.*")) assertThat(fen).isNotPositive();
            else assertThat(fen).as("%s after %s", account, type).isNotNegative();
        });
        setAside.forEach((account, fen) ->
                assertThat(fen)
                        .as("set aside of %s after %s", account, type)
                        .isBetween(0L, balance(account)));
    }

    long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    /** What is neither paid nor set aside for a payment on its way. */
    long free(String account) {
        return balance(account) - setAside.getOrDefault(account, 0L);
    }

    long total() {
        return balances.values().stream().reduce(0L, Math::addExact);
    }

    private static void add(Map<String, Long> to, String account, long fen) {
        to.merge(account, fen, Math::addExact);
    }
}
