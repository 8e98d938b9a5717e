package cn.fupin.townships;

import cn.fupin.townships.Township.Claim;
import cn.fupin.townships.Township.Expected;
import cn.fupin.townships.Township.NotReached;
import cn.fupin.townships.Township.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The text's figures beside what the events give, as reporting compares them. Nothing is adjusted:
 * a contradiction in the text comes out as one, and the file declares which are expected.
 */
public final class FigureTable {

    /**
     * One figure. {@code fromEvents} and {@code verdict} are null when reporting does not know the
     * claim; amounts are in {@code unit}, the figure's own (money: fen).
     *
     * @param open the text leaves a question open there, whose candidates the pages show
     */
    public record Row(
            String figure,
            String phraseZh,
            BigDecimal claimed,
            @Nullable BigDecimal fromEvents,
            String unit,
            boolean approximate,
            boolean assumed,
            @Nullable Verdict verdict,
            @Nullable BigDecimal difference,
            boolean open,
            Expected expected) {

        /** Whether it came out as the file declares. */
        public boolean asDeclared() {
            return verdict == expected.verdict() && same(difference, expected.difference());
        }

        private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null || b == null ? a == b : a.compareTo(b) == 0;
        }
    }

    private final String title;
    private final List<Row> rows;
    private final List<NotReached> notReached;

    private FigureTable(Township township, List<Row> rows) {
        this.title = township.title() + " / " + township.titleEn();
        this.rows = List.copyOf(rows);
        this.notReached = township.notReached();
    }

    /** Asks reporting, which holds each claim against the events of the day it speaks of. */
    public static FigureTable of(Township township, Services services) {
        try (var http = new Http(services.reporting())) {
            Map<String, JsonNode> answers = new HashMap<>();
            List<Row> rows = new ArrayList<>();
            for (Claim claim : township.claims()) {
                String region = claim.region() == null ? township.township() : claim.region();
                JsonNode answer = answers.computeIfAbsent(region, r -> figures(http, r));
                rows.add(row(claim, answer));
            }
            return new FigureTable(township, rows);
        }
    }

    private static JsonNode figures(Http http, String region) {
        var answer = http.get("/figures?region=" + region);
        if (answer.status() == 404) {
            return TownshipFile.JSON.createArrayNode(); // a place that nobody has listed yet
        }
        if (answer.status() != 200) {
            throw new LoadRefused(
                    "报表没有给出数字 / no figures from %s: %d %s"
                            .formatted(http.base(), answer.status(), answer.body()));
        }
        return TownshipFile.JSON.readTree(answer.body()).path("figures");
    }

    private static Row row(Claim claim, JsonNode figures) {
        for (JsonNode figure : figures) {
            if (figure.path("figure").asString("").equals(claim.figure())) {
                return row(claim, figure, compared(claim, figure));
            }
        }
        return unknown(claim);
    }

    private static @Nullable JsonNode compared(Claim claim, JsonNode figure) {
        for (JsonNode compared : figure.path("claims")) {
            if (compared.path("phraseZh").asString("").equals(claim.phraseZh())) {
                return compared;
            }
        }
        return null;
    }

    private static Row row(Claim claim, JsonNode figure, @Nullable JsonNode compared) {
        if (compared == null) {
            return unknown(claim);
        }
        JsonNode difference = compared.path("difference");
        return new Row(
                claim.figure(),
                claim.phraseZh(),
                compared.path("value").asDecimal(),
                compared.path("fromEvents").asDecimal(),
                figure.path("unit").asString(claim.unit()),
                claim.approximate(),
                figure.path("assumed").asBoolean(false),
                Verdict.valueOf(compared.path("verdict").asString("")),
                difference.isNumber() ? difference.asDecimal() : null,
                claim.openQuestion() != null,
                claim.expected());
    }

    private static Row unknown(Claim claim) {
        return new Row(
                claim.figure(),
                claim.phraseZh(),
                claim.value(),
                null,
                claim.unit(),
                claim.approximate(),
                false,
                null,
                null,
                claim.openQuestion() != null,
                claim.expected());
    }

    public List<Row> rows() {
        return rows;
    }

    /** True when every reached row has the verdict that the file declares. */
    public boolean check() {
        return rows.stream().allMatch(Row::asDeclared);
    }

    /** Whether the township is there: its claims are the last that a load enters. */
    public boolean isLoaded() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.verdict() != null);
    }

    public long asDeclared() {
        return rows.stream().filter(Row::asDeclared).count();
    }

    /**
     * Aligned for a terminal: phrase, claimed, from events, verdict, declared; then what is not
     * reached.
     */
    public String text() {
        var text = new StringBuilder(table());
        if (!notReached.isEmpty()) {
            text.append("\n尚未涉及 not reached:\n");
            text.append(
                    Columns.of(
                            notReached.stream()
                                    .map(n ->
                                            List.of(
                                                    "·",
                                                    n.phraseZh(),
                                                    n.whyZh() + " / " + n.whyEn()))
                                    .toList(),
                            List.of()));
        }
        return text.toString();
    }

    /**
     * Several townships one below the other, what is not reached only counted; at the end the sums.
     */
    public static String text(List<FigureTable> tables) {
        if (tables.size() == 1) {
            return tables.getFirst().text();
        }
        var text = new StringBuilder();
        for (FigureTable table : tables) {
            text.append(table.table())
                    .append(
                            "尚未涉及 %1$d 处,见文件 / phrases not reached, named in the file: %1$d%n%n"
                                    .formatted(table.notReached.size()));
        }
        List<List<String>> sums = new ArrayList<>();
        for (FigureTable table : tables) {
            sums.add(
                    List.of(
                            table.check() ? "✓" : "✗",
                            table.title,
                            table.asDeclared() + " / " + table.rows.size()));
        }
        long asDeclared = tables.stream().mapToLong(FigureTable::asDeclared).sum();
        long all = tables.stream().mapToLong(table -> table.rows.size()).sum();
        sums.add(
                List.of(
                        asDeclared == all ? "✓" : "✗",
                        "合计与声明一致 as declared, all townships",
                        asDeclared + " / " + all));
        return text.append(Columns.of(sums, List.of(2))).toString();
    }

    private String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        "",
                        "原文 text",
                        "原文数 claimed",
                        "事件得数 from events",
                        "结论 verdict",
                        "应为 declared"));
        rows.forEach(row -> lines.add(line(row)));
        var text = new StringBuilder(title).append("\n\n").append(Columns.of(lines, List.of(2, 3)));
        if (rows.stream().anyMatch(Row::open)) {
            text.append("\n？ 原文留有疑问;可能的解释列于页面,均不认定")
                    .append(
                            " / the text leaves a question open; candidates are on the page, none is claimed\n");
        }
        return text.append(
                        "\n%d 行中 %d 行与声明一致 / %2$d of %1$d rows as declared\n"
                                .formatted(rows.size(), asDeclared()))
                .toString();
    }

    private static List<String> line(Row row) {
        BigDecimal events = row.fromEvents();
        String claimed = (row.approximate() ? "约" : "") + Amounts.of(row.claimed(), row.unit());
        return List.of(
                row.asDeclared() ? "✓" : "✗",
                row.phraseZh(),
                claimed,
                events == null ? "—" : Amounts.of(events, row.unit()),
                verdict(row.verdict(), row.difference(), row.unit()) + (row.open() ? " ？" : ""),
                verdict(row.expected().verdict(), row.expected().difference(), row.unit()));
    }

    private static String verdict(
            @Nullable Verdict verdict, @Nullable BigDecimal difference, String unit) {
        if (verdict == null) {
            return "没有 missing";
        }
        if (verdict == Verdict.equal || difference == null) {
            return verdict == Verdict.equal ? "一致 equal" : "不一致 differs";
        }
        String sign = difference.signum() > 0 ? "+" : "";
        return "不一致 differs " + sign + Amounts.of(difference, unit);
    }
}
