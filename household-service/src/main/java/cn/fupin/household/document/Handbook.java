package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.label;
import static cn.fupin.household.document.Sheets.row;
import static cn.fupin.household.document.Sheets.text;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.FileEvent.PlannedMeasureDone;
import cn.fupin.household.household.HelpEvent.ProjectType;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** 扶贫手册: who is helped by whom, by what plan, what was done, and what came of it, signed. */
final class Handbook {
    private static final int MOST_YEARS = 8;
    private static final int EMPTY_LINES = 3;

    private Handbook() {}

    static Paper of(Dossier dossier, Names names, Contacts contacts, String place) {
        return new Paper(
                "扶贫手册-" + dossier.householdId(),
                Sheets.mark(names),
                "扶贫手册",
                place,
                Format.PORTRAIT,
                List.of(
                        new Part.Line(
                                "手册编号：" + (dossier.handbook() == null ? "" : dossier.handbook()),
                                "截至：" + Chinese.of(dossier.asOf())),
                        basics(dossier, names, contacts),
                        new Part.Heading("一、家庭成员"),
                        Sheets.members(dossier, names),
                        new Part.Heading("二、帮扶计划与措施"),
                        plans(dossier, names),
                        planned(dossier, names),
                        measures(dossier, names),
                        Sheets.policies(dossier, names),
                        links(dossier),
                        new Part.Words("本户受益的项目和收到的资金，见《帮扶支持情况表》。"),
                        new Part.Heading("三、走访与帮扶记录"),
                        visits(dossier, names),
                        new Part.Heading("四、季度收支核实（元）"),
                        quarters(dossier, names),
                        new Part.Heading("五、年度收入（元）"),
                        Sheets.incomes(dossier, MOST_YEARS),
                        Sheets.proofs(dossier),
                        new Part.Heading("六、帮扶成效"),
                        results(dossier),
                        new Part.Words("本户对以上帮扶情况和成效无异议。"),
                        new Part.Signatures(List.of("户主（签字）", "帮扶责任人（签字）", "日期"))),
                contacts.source(Sheets.source(dossier, names), dossier));
    }

    private static Part.Grid basics(Dossier d, Names names, Contacts contacts) {
        return new Part.Grid(
                List.of(16, 34, 16, 34),
                0,
                List.of(
                        row(
                                label("户主姓名"),
                                text(names.ofHead(d)),
                                label("家庭人口（人）"),
                                Cell.number(d.persons())),
                        row(
                                label("贫困户属性"),
                                text(Chinese.of(d.type())),
                                label("当前状态"),
                                text(d.status().zh())),
                        row(
                                label("主要致贫原因"),
                                text(Chinese.of(d.mainCause())),
                                label("其他致贫原因"),
                                text(Sheets.causes(d))),
                        row(
                                label("识别时间"),
                                text(Chinese.of(d.registeredOn())),
                                label("脱贫时间"),
                                text(Chinese.of(d.exitedOn()))),
                        row(
                                label("帮扶责任人"),
                                text(names.ofHelper(d.helper())),
                                label("帮扶单位"),
                                text(names.unitOf(d.helper()))),
                        row(
                                label("帮扶责任人电话"),
                                text(names.phoneOf(d.helper())),
                                label("联系单位"),
                                text(contacts.unitsOf(d)))));
    }

    private static Part.Grid plans(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("计划", "年度", "措施", "制定日期"));
        for (var plan : dossier.plans()) {
            rows.add(
                    row(
                            Cell.centred(Chinese.of(plan.kind())),
                            Cell.centred(
                                    plan.fromYear() == plan.toYear()
                                            ? plan.fromYear() + ""
                                            : plan.fromYear() + "—" + plan.toYear()),
                            text(names.ofKinds(plan.measures().stream(), dossier)),
                            Cell.centred(plan.occurredOn().toString())));
        }
        empty(rows, 4);
        return new Part.Grid(List.of(16, 18, 48, 18), 1, rows);
    }

    /** What was planned beside what is done of it, of each plan as it was adopted last. */
    private static Part.Grid planned(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("年度", "计划措施", "数量", "预算（元）", "责任人", "已落实"));
        for (var plan : dossier.plansThatCount()) {
            if (plan.goals() != null) {
                for (var goal : plan.goals()) {
                    rows.add(
                            row(
                                    Cell.centred(goal.year() + ""),
                                    text("人均纯收入目标 " + yuan(goal.incomeFenPerHead()) + " 元"),
                                    text(""),
                                    text(""),
                                    text(""),
                                    text(earned(dossier, goal.year()))));
                }
            }
            if (plan.planned() == null) continue;
            for (var one : plan.planned()) {
                rows.add(
                        row(
                                Cell.centred(one.year() + ""),
                                text(
                                        names.kind(one.measure(), dossier).name()
                                                + "："
                                                + one.content()),
                                text(
                                        one.quantity() == null
                                                ? ""
                                                : one.quantity().toPlainString() + one.unit()),
                                one.amountFen() == null ? text("") : Cell.yuan(one.amountFen()),
                                text(
                                        one.responsible() == null
                                                ? ""
                                                : names.ofHelper(one.responsible())),
                                text(done(dossier, plan, one))));
            }
        }
        empty(rows, 6);
        return new Part.Grid(List.of(10, 34, 12, 14, 16, 14), 1, rows);
    }

    private static String earned(Dossier dossier, int year) {
        var income = dossier.incomes().get(year);
        return income == null ? "" : yuan(income.fenPerHead()) + " 元";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    private static String done(Dossier dossier, PlanAdopted plan, PlannedMeasure measure) {
        var all =
                dossier.plannedDone().stream()
                        .filter(done ->
                                done.kind() == plan.kind()
                                        && done.fromYear() == plan.fromYear()
                                        && done.code().equals(measure.code()))
                        .toList();
        if (all.isEmpty()) return "";
        var last = all.getLast().occurredOn().toString();
        if (measure.quantity() == null) return last;
        var much =
                all.stream()
                        .map(PlannedMeasureDone::quantity)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return much.toPlainString() + measure.unit() + " " + last;
    }

    private static Part.Grid measures(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("列入措施", "方案", "受益人数", "日期"));
        for (var measure : dossier.measures()) {
            rows.add(
                    row(
                            Cell.centred(names.kind(measure.measure(), dossier).name()),
                            text(measure.scheme()),
                            Cell.number(measure.persons()),
                            Cell.centred(measure.occurredOn().toString())));
        }
        empty(rows, 4);
        return new Part.Grid(List.of(16, 50, 16, 18), 1, rows);
    }

    /** 利益联结: with whom, and what came of it. */
    private static Part.Grid links(Dossier dossier) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("利益联结合同", "联结主体", "方式", "签订日期", "终止日期", "入股（元）", "累计分红（元）"));
        for (var link : dossier.links()) {
            var signed = link.signed();
            rows.add(
                    row(
                            text(signed.contract()),
                            text(signed.partner()),
                            Cell.centred(Chinese.of(signed.kind())),
                            Cell.centred(signed.occurredOn().toString()),
                            Cell.centred(link.endedOn() == null ? "" : link.endedOn().toString()),
                            signed.stakeFen() == null ? text("") : Cell.yuan(signed.stakeFen()),
                            Cell.yuan(link.receivedFen())));
        }
        empty(rows, 7);
        return new Part.Grid(List.of(18, 22, 12, 12, 12, 11, 13), 1, rows);
    }

    private static Part.Grid visits(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("日期", "走访人", "方式", "事由", "户主签字"));
        for (var visit : dossier.visits()) {
            rows.add(
                    row(
                            Cell.centred(visit.occurredOn().toString()),
                            text(names.ofHelper(visit.visitedBy())),
                            Cell.centred(Chinese.of(visit.channel())),
                            text(matter(visit)),
                            // who was called had nothing to sign
                            Dossier.isAtHome(visit) ? text("") : Cell.centred("—")));
        }
        for (var i = 0; i < EMPTY_LINES; i++) {
            rows.add(row(text(""), text(""), text(""), text(""), text("")));
        }
        return new Part.Grid(List.of(18, 28, 10, 26, 18), 1, rows);
    }

    private static String matter(HouseholdVisited visit) {
        var purpose = Chinese.of(visit.purpose());
        return visit.note() == null ? purpose : purpose + "：" + visit.note();
    }

    private static Part.Grid quarters(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("季度", "工资", "经营", "转移", "财产", "生产支出", "纯收入", "生活等支出", "核实人", "户签字"));
        for (var q : dossier.quarters()) {
            rows.add(
                    row(
                            Cell.centred("%d年%d季".formatted(q.year(), q.quarter())),
                            Cell.yuan(q.wageFen()),
                            Cell.yuan(q.businessFen()),
                            Cell.yuan(q.transferFen()),
                            Cell.yuan(q.propertyFen()),
                            Cell.yuan(q.costFen()),
                            Cell.yuan(q.netIncomeFen()),
                            Cell.yuan(q.spentFen()),
                            text(names.ofHelper(q.checkedBy())),
                            Cell.centred(q.signedBy() == null ? "" : "已签")));
        }
        empty(rows, 10);
        return new Part.Grid(List.of(11, 10, 10, 10, 9, 10, 11, 11, 10, 8), 1, rows);
    }

    private static Part.Grid results(Dossier dossier) {
        var types = Arrays.stream(ProjectType.values()).map(Chinese::of).toList();
        var rows = new ArrayList<List<Cell>>();
        var head = new ArrayList<Cell>();
        head.add(label("年度"));
        types.forEach(type -> head.add(label(type)));
        head.add(label("户签字"));
        rows.add(head);
        dossier.results()
                .forEach((year, result) -> {
                    var line = new ArrayList<Cell>();
                    line.add(Cell.centred(year.toString()));
                    for (var type : ProjectType.values())
                        line.add(Cell.centred(result.projectTypes().contains(type) ? "√" : ""));
                    line.add(Cell.centred("已签 " + result.occurredOn()));
                    rows.add(line);
                });
        empty(rows, types.size() + 2);
        return new Part.Grid(List.of(9, 12, 13, 13, 12, 12, 14, 15), 1, rows);
    }

    private static void empty(List<List<Cell>> rows, int columns) {
        if (rows.size() == 1) rows.add(row(Cell.centred("尚无记录").across(columns)));
    }
}
