package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.GuardRow;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The books, added up twice: once by the postings, once by what the documents say. Both give each
 * line's balance to the fen, and so does what the service keeps of it.
 */
final class MoneyAudit {
    private static final String EVENTS = "funding.events";

    private final List<Told> funding;
    private final List<GuardRow> guards;
    private final Consumer<Finding> findings;
    private final Map<String, Long> accounts = new TreeMap<>();
    private final Map<String, Long> lines = new TreeMap<>();

    MoneyAudit(List<Told> funding, List<GuardRow> guards, Consumer<Finding> findings) {
        this.funding = funding;
        this.guards = guards;
        this.findings = findings;
    }

    void run() {
        funding.forEach(this::post);
        Map<String, JsonNode> requests = new HashMap<>();
        for (Told told : funding) {
            if (told.event().type().equals("PaymentRequested")) {
                requests.put(told.event().stream(), told.payload());
            }
        }
        funding.forEach(told -> fold(told, requests));
        compareBalances();
        compareGuards();
        long all = accounts.values().stream().mapToLong(Long::longValue).sum();
        if (all != 0) {
            find(Kind.POSTINGS_UNBALANCED, EVENTS, "all accounts", "together " + all + " fen");
        }
    }

    private void post(Told told) {
        JsonNode postings = told.payload().path("postings");
        long sum = 0;
        for (JsonNode posting : postings) {
            long fen = posting.path("amountFen").asLong(0);
            sum += fen;
            accounts.merge(posting.path("account").asString(""), fen, Long::sum);
        }
        if (sum != 0) {
            find(Kind.POSTINGS_UNBALANCED, EVENTS, name(told), "off by " + sum + " fen");
        }
        JsonNode parts = told.payload().path("lines");
        JsonNode whole = told.payload().path("amountFen");
        if (parts.isArray() && whole.isNumber() && sumOf(parts) != whole.asLong()) {
            String detail = "lines %d, whole %d fen".formatted(sumOf(parts), whole.asLong());
            find(Kind.MONEY_MISCOUNTED, EVENTS, name(told), detail);
        }
    }

    /** What the documents say of each line, without a look at the postings. */
    private void fold(Told told, Map<String, JsonNode> requests) {
        JsonNode e = told.payload();
        switch (told.event().type()) {
            case "AppropriationReceived" -> add("appropriation:", e, "appropriationId", 1);
            case "FundsAllocated" -> {
                add("allocation:", e, "allocationId", 1);
                add("appropriation:", e, "appropriationId", -1);
            }
            case "FundsCommitted" -> {
                eachLine(
                        e,
                        (allocation, fen) ->
                                lines.merge("allocation:" + allocation, -fen, Long::sum));
                eachLine(e, (allocation, fen) -> commitment(e, allocation, fen));
            }
            case "PaymentMade" -> {
                JsonNode request = requests.get(told.event().stream());
                if (request != null) {
                    eachLine(request, (allocation, fen) -> commitment(request, allocation, -fen));
                }
            }
            case "PaymentReturned" ->
                    eachLine(e, (allocation, fen) -> commitment(e, allocation, fen));
            case "MicroCreditLent" -> add("loan:", e, "loanId", -1);
            case "MicroCreditRepaid" -> add("loan:", e, "loanId", 1);
            case "MicroCreditTakenBack" -> lines.put("loan:" + e.path("loanId").asString(""), 0L);
            default -> {} // moves no money between these lines
        }
    }

    private void add(String kind, JsonNode e, String id, int sign) {
        lines.merge(
                kind + e.path(id).asString(""), sign * e.path("amountFen").asLong(0), Long::sum);
    }

    private void commitment(JsonNode e, String allocation, long fen) {
        lines.merge(line(e, allocation), fen, Long::sum);
    }

    private static String line(JsonNode e, String allocation) {
        return "commitment:" + e.path("commitmentId").asString("") + ":" + allocation;
    }

    private void compareBalances() {
        var ids = new TreeSet<>(lines.keySet());
        accounts.keySet().stream()
                .filter(a -> a.matches("(appropriation|allocation|commitment|loan):.*"))
                .forEach(ids::add);
        for (String id : ids) {
            long told = lines.getOrDefault(id, 0L);
            long posted = accounts.getOrDefault(id, 0L);
            if (told != posted) {
                String detail = "documents %d, postings %d fen".formatted(told, posted);
                find(Kind.MONEY_MISCOUNTED, EVENTS, id, detail);
            }
        }
    }

    /**
     * An open request already holds its part of a commitment: the guard counts it, the books not.
     */
    private void compareGuards() {
        Map<String, Long> expected = new TreeMap<>();
        lines.forEach((id, fen) -> {
            if (id.startsWith("allocation:")) {
                expected.put("allocation_lines " + id.substring("allocation:".length()), fen);
            } else if (id.startsWith("commitment:")) {
                expected.put("commitment_lines " + id.substring("commitment:".length()), fen);
            }
        });
        Map<String, JsonNode> open = new HashMap<>();
        for (Told told : funding) {
            switch (told.event().type()) {
                case "PaymentRequested" -> open.put(told.event().stream(), told.payload());
                case "PaymentMade", "PaymentFailed" -> open.remove(told.event().stream());
                default -> {} // leaves a request as open as it was
            }
        }
        for (JsonNode request : open.values()) {
            eachLine(
                    request,
                    (allocation, fen) ->
                            expected.merge(
                                    "commitment_lines "
                                            + line(request, allocation)
                                                    .substring("commitment:".length()),
                                    -fen,
                                    Long::sum));
        }
        Map<String, Long> kept = new TreeMap<>();
        guards.forEach(row -> kept.put(row.table() + " " + row.key(), row.remainingFen()));
        var ids = new TreeSet<>(expected.keySet());
        ids.addAll(kept.keySet());
        for (String id : ids) {
            Long should = expected.get(id);
            Long is = kept.get(id);
            if (should == null || !should.equals(is)) {
                String table = "funding." + id.substring(0, id.indexOf(' '));
                String detail = "%s fen kept, %s by the events".formatted(is, should);
                find(Kind.LINE_BALANCE, table, id.substring(id.indexOf(' ') + 1), detail);
            }
        }
    }

    private interface Line {
        void at(String allocation, long fen);
    }

    private static void eachLine(JsonNode e, Line each) {
        for (JsonNode line : e.path("lines")) {
            each.at(line.path("allocationId").asString(""), line.path("amountFen").asLong(0));
        }
    }

    private static long sumOf(JsonNode lines) {
        long sum = 0;
        for (JsonNode line : lines) {
            sum += line.path("amountFen").asLong(0);
        }
        return sum;
    }

    private void find(Kind kind, String place, String subject, String detail) {
        findings.accept(new Finding(kind, place, subject, detail));
    }

    private static String name(Told told) {
        return StoreAudit.name(told.event());
    }
}
