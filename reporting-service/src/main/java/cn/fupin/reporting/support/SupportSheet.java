package cn.fupin.reporting.support;

import static cn.fupin.documents.page.Cell.label;
import static cn.fupin.documents.page.Cell.text;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Histories.Placed;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.history.Terms;
import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures, projects and money of one household up to a day, made from its history alone: the same
 * history makes the same file.
 */
final class SupportSheet {
    /** Whose events are support; the household's own stand on its forms. */
    private static final Set<String> GIVERS = Set.of("project", "funding");

    private static final String NOT_ADDED = "付给农户、按份额归于农户、公共受益是三种不同的量，从不相加。退回的见下方事项。";

    private static final String CREDIT = "信贷须归还，从不与付给本户的资金相加。";

    private SupportSheet() {}

    static Paper of(Placed placed) {
        var history = placed.history();
        var state = history.state();
        return new Paper(
                "帮扶支持情况表-" + history.householdId(),
                "姓名已作遮盖",
                "帮扶支持情况表",
                placed.place(),
                Format.PORTRAIT,
                List.of(
                        new Part.Line(
                                state.householdNumber() == null
                                        ? "户标识：" + history.householdId()
                                        : "户编号：" + state.householdNumber(),
                                "截至：" + history.effective()),
                        new Part.Line(
                                "户主：" + head(state),
                                "%s，%d 人".formatted(state.standing().zh(), state.persons())),
                        new Part.Heading("一、帮扶措施"),
                        measures(state),
                        new Part.Heading("二、受益项目"),
                        projects(state),
                        new Part.Heading("三、付给本户的资金"),
                        payments(state),
                        new Part.Words(NOT_ADDED),
                        new Part.Heading("四、扶贫小额信贷"),
                        loans(state),
                        new Part.Words(CREDIT),
                        new Part.Heading("五、项目与资金事项"),
                        events(history)),
                source(history));
    }

    private static String head(HouseholdAt state) {
        return state.members().stream()
                .filter(member -> member.relation().equals("HEAD"))
                .map(HouseholdAt.Member::maskedName)
                .findFirst()
                .orElse("");
    }

    private static Part.Grid measures(HouseholdAt state) {
        return grid(
                List.of(30, 46, 24),
                List.of("措施", "方案", "自"),
                state.measures().stream()
                        .map(m ->
                                List.of(
                                        text(Terms.zh(m.name())),
                                        text(m.scheme()),
                                        text(m.since().toString())))
                        .toList());
    }

    private static Part.Grid projects(HouseholdAt state) {
        return grid(
                List.of(34, 18, 14, 34),
                List.of("项目", "类别", "份额（%）", "编号"),
                state.projects().stream()
                        .map(p ->
                                List.of(
                                        text(p.name()),
                                        text(FormTerms.zh("projectKind", p.kind())),
                                        share(p.shareBasisPoints()),
                                        text(p.projectId())))
                        .toList());
    }

    private static Cell share(long basisPoints) {
        return new Cell(BigDecimal.valueOf(basisPoints, 2).toPlainString(), Cell.Kind.NUMBER, 1, 1);
    }

    private static Part.Grid payments(HouseholdAt state) {
        return grid(
                List.of(26, 26, 48),
                List.of("金额（元）", "状态", "编号"),
                state.payments().stream()
                        .map(p ->
                                List.of(
                                        Cell.yuan(p.amountFen()),
                                        text(Terms.zh(p.status())),
                                        text(p.paymentId())))
                        .toList());
    }

    private static Part.Grid loans(HouseholdAt state) {
        return grid(
                List.of(26, 18, 18, 14, 24),
                List.of("放款机构", "本金（元）", "尚欠（元）", "放款日期", "编号"),
                state.loans().stream()
                        .map(loan ->
                                List.of(
                                        text(loan.lender()),
                                        Cell.yuan(loan.amountFen()),
                                        Cell.yuan(loan.owedFen()),
                                        text(loan.since().toString()),
                                        text(loan.loanId())))
                        .toList());
    }

    private static Part.Grid events(HouseholdHistory history) {
        return grid(
                List.of(16, 50, 34),
                List.of("日期", "事项", "所在"),
                history.events().stream()
                        .filter(e -> GIVERS.contains(e.source()))
                        .map(e ->
                                List.of(
                                        text(e.effectiveOn().toString()),
                                        text(e.assumed() ? e.zh() + "（推定）" : e.zh()),
                                        text(e.streamId())))
                        .toList());
    }

    private static Part.Grid grid(
            List<Integer> widths, List<String> titles, List<List<Cell>> lines) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(titles.stream().map(Cell::label).toList());
        rows.addAll(lines);
        if (lines.isEmpty()) rows.add(List.of(label("无").across(widths.size())));
        return new Part.Grid(widths, 1, rows);
    }

    /** Up to which position of each service, by the digests of all events that were read. */
    private static Paper.Source source(HouseholdHistory history) {
        var digest = Hashing.sha256().newHasher();
        history.events().forEach(e -> digest.putUnencodedChars(e.digest()));
        return new Paper.Source(
                "来源：%s 的历史，%s    截至 %s"
                        .formatted(
                                history.householdId(), known(history.known()), history.effective()),
                digest.hash().toString());
    }

    private static String known(Map<String, Long> known) {
        return new TreeMap<>(known)
                .entrySet().stream()
                        .map(service -> service.getKey() + ":" + service.getValue())
                        .collect(Collectors.joining(","));
    }
}
