package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.row;
import static cn.fupin.household.document.Sheets.text;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 帮扶台账: who helps each household of a village, by what plan and measures, what policy gives it, how
 * often somebody came this year, and whether it signed for what came of it.
 */
final class HelpLedger {
    private static final int COLUMNS = 13;

    private HelpLedger() {}

    /**
     * @param dossiers of the village on that day, also of those that have no line
     * @param remarks on the village itself
     */
    static Paper of(
            List<Dossier> dossiers,
            Names names,
            String region,
            String place,
            LocalDate asOf,
            List<String> remarks) {
        var listed = VillageRegister.listed(dossiers);
        var namings = names.namings(dossiers);
        var parts = new ArrayList<Part>();
        parts.add(new Part.Line("行政区划代码：" + region, "截至：" + Chinese.of(asOf)));
        remarks.forEach(remark -> parts.add(new Part.Words(remark)));
        parts.add(grid(listed, names, asOf.getYear()));
        parts.add(
                new Part.Words(
                        listed.isEmpty()
                                ? "当日本村没有在册、已脱贫、中止或监测的农户。"
                                : sums(listed, asOf.getYear())));
        parts.add(new Part.Words("本台账不含项目和资金，见各户《帮扶支持情况表》。"));
        parts.add(new Part.Signatures(List.of("村民委员会（盖章）", "驻村工作队（签字）", "填表人", "填表日期")));
        return new Paper(
                "帮扶台账-" + region,
                Sheets.mark(names),
                "帮扶台账",
                place,
                Format.LANDSCAPE,
                parts,
                new Paper.Source(
                        "来源：%s 的 %d 户事件流%s    截至 %s"
                                .formatted(region, dossiers.size(), Sheets.named(namings), asOf),
                        Sheets.digest(VillageRegister.digest(dossiers), namings)));
    }

    private static Part.Grid grid(List<Dossier> listed, Names names, int year) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                Sheets.labels(
                        "序号",
                        "村民小组",
                        "户主姓名",
                        "人口",
                        "状态",
                        "帮扶责任人",
                        "帮扶单位",
                        "结对时间",
                        year + " 年计划措施",
                        "已列入措施",
                        "享受政策",
                        year + " 年走访",
                        year + " 年成效签字"));
        var helpers = names.briefly(listed);
        for (var i = 0; i < listed.size(); i++) {
            rows.add(line(i + 1, listed.get(i), helpers, names, year));
        }
        if (listed.isEmpty()) rows.add(row(Cell.centred("无").across(COLUMNS)));
        return new Part.Grid(List.of(4, 7, 7, 4, 7, 9, 9, 8, 10, 9, 13, 7, 6), 1, rows);
    }

    private static List<Cell> line(
            int number, Dossier d, Map<String, String> helpers, Names names, int year) {
        var helper = d.helper();
        var result = d.results().get(year);
        return row(
                Cell.number(number),
                Cell.centred(d.group() == null ? "" : d.group()),
                Cell.centred(names.ofHead(d)),
                Cell.number(d.persons()),
                Cell.centred(d.status().zh()),
                text(helper == null ? "" : helpers.get(helper.helperId())),
                text(names.unitOf(helper)),
                Cell.centred(helper == null ? "" : helper.since().toString()),
                text(planned(d, names, year)),
                text(measures(d, names)),
                text(policies(d)),
                Cell.centred(visits(d, year)),
                Cell.centred(result == null ? "" : result.occurredOn().toString()));
    }

    private static String planned(Dossier d, Names names, int year) {
        return names.ofKinds(
                d.plansThatCount().stream()
                        .filter(plan -> plan.fromYear() <= year && year <= plan.toYear())
                        .flatMap(plan -> plan.measures().stream()),
                d);
    }

    private static String measures(Dossier d, Names names) {
        return names.ofKinds(d.measures().stream().map(measure -> measure.measure()), d);
    }

    /** Of each how many have it, whoever they are. */
    private static String policies(Dossier d) {
        record Had(Policy policy, PolicyDetails details) {}
        var persons = new LinkedHashMap<Had, Integer>();
        for (var said : d.policies()) {
            persons.merge(new Had(said.policy(), said.details()), 1, Integer::sum);
        }
        return persons.entrySet().stream()
                .map(had -> {
                    var told = Chinese.of(had.getKey().details());
                    return "%s%s %d 人"
                            .formatted(
                                    Chinese.of(had.getKey().policy()),
                                    told.isEmpty() ? "" : "（" + told + "）",
                                    had.getValue());
                })
                .collect(Collectors.joining("；"));
    }

    private static long visitsIn(Dossier d, int year) {
        return d.visitsAtHome().stream().filter(v -> v.occurredOn().getYear() == year).count();
    }

    private static String visits(Dossier d, int year) {
        var last =
                d.visitsAtHome().stream()
                        .map(v -> v.occurredOn())
                        .max(LocalDate::compareTo)
                        .orElse(null);
        return visitsIn(d, year) + " 次" + (last == null ? "" : "，最近 " + last);
    }

    private static String sums(List<Dossier> listed, int year) {
        return "合计 %d 户 %d 人；有帮扶责任人 %d 户，%d 年有计划 %d 户，走访 %d 次，成效已签字 %d 户，享受政策 %d 户。"
                .formatted(
                        listed.size(),
                        listed.stream().mapToInt(Dossier::persons).sum(),
                        listed.stream().filter(d -> d.helper() != null).count(),
                        year,
                        listed.stream()
                                .filter(d ->
                                        d.plansThatCount().stream()
                                                .anyMatch(plan ->
                                                        plan.fromYear() <= year
                                                                && year <= plan.toYear()))
                                .count(),
                        listed.stream().mapToLong(d -> visitsIn(d, year)).sum(),
                        listed.stream().filter(d -> d.results().containsKey(year)).count(),
                        listed.stream().filter(d -> !d.policies().isEmpty()).count());
    }
}
