package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.label;
import static cn.fupin.household.document.Sheets.mu;
import static cn.fupin.household.document.Sheets.plain;
import static cn.fupin.household.document.Sheets.row;
import static cn.fupin.household.document.Sheets.text;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.household.EarlierFiles.EarlierFile;
import cn.fupin.household.household.HouseholdDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** 户表: the registration form 贫困户登记表 as the household stands on a day. */
final class HouseholdForm {
    private static final int MOST_YEARS = 5;

    private HouseholdForm() {}

    /**
     * @param called how the place of a code was called on the day of the form
     * @param earlier 曾建档, of the members of that day
     */
    static Paper of(
            Dossier dossier,
            Names names,
            Contacts contacts,
            String place,
            UnaryOperator<String> called,
            List<EarlierFile> earlier) {
        return new Paper(
                "户表-" + dossier.householdId(),
                Sheets.mark(names),
                "贫困户登记表",
                place,
                Format.PORTRAIT,
                parts(dossier, names, contacts, called, earlier),
                contacts.source(Sheets.source(dossier, names), dossier));
    }

    private static List<Part> parts(
            Dossier dossier,
            Names names,
            Contacts contacts,
            UnaryOperator<String> called,
            List<EarlierFile> earlier) {
        var parts = new ArrayList<>(before(dossier, names, contacts, called));
        if (!earlier.isEmpty()) {
            parts.add(new Part.Heading("六、曾建档情况"));
            parts.add(files(earlier));
        }
        parts.add(new Part.Words("以上情况属实。"));
        parts.add(new Part.Signatures(List.of("户主（签字）", "填表人", "审核人")));
        parts.add(new Part.Signatures(List.of("村民委员会（盖章）", "乡镇人民政府（盖章）", "日期")));
        return parts;
    }

    private static List<Part> before(
            Dossier dossier, Names names, Contacts contacts, UnaryOperator<String> called) {
        return List.of(
                new Part.Line(Sheets.numberOf(dossier), "截至：" + Chinese.of(dossier.asOf())),
                new Part.Line("户标识：" + dossier.householdId(), ""),
                basics(dossier, names, contacts),
                new Part.Heading("一、家庭成员"),
                Sheets.members(dossier, names),
                Sheets.papers(dossier, names),
                new Part.Heading("二、收入情况（元）"),
                Sheets.incomes(dossier, MOST_YEARS),
                Sheets.proofs(dossier),
                new Part.Heading("三、生产生活条件"),
                living(dossier),
                new Part.Heading("四、享受政策"),
                Sheets.policies(dossier, names),
                new Part.Heading("五、识别、帮扶与动态管理"),
                steps(dossier, names, called));
    }

    private static Part.Grid basics(Dossier d, Names names, Contacts contacts) {
        return new Part.Grid(
                List.of(14, 20, 14, 19, 14, 19),
                0,
                List.of(
                        row(
                                label("户主姓名"),
                                text(names.ofHead(d)),
                                label("人口（人）"),
                                Cell.number(d.persons()),
                                label("村民小组"),
                                text(d.group())),
                        row(
                                label("贫困户属性"),
                                text(Chinese.of(d.type())),
                                label("识别标准"),
                                text(Chinese.of(d.standard())),
                                label("当前状态"),
                                text(d.status().zh())),
                        row(
                                label("主要致贫原因"),
                                text(Chinese.of(d.mainCause())),
                                label("其他致贫原因"),
                                text(Sheets.causes(d)).across(3)),
                        row(
                                label("识别时间"),
                                text(Chinese.of(d.registeredOn())),
                                label("脱贫时间"),
                                text(Chinese.of(d.exitedOn())),
                                label("返贫时间"),
                                text(Chinese.of(d.relapsedOn()))),
                        row(
                                label("帮扶责任人"),
                                text(names.ofHelper(d.helper())),
                                label("帮扶单位"),
                                text(names.unitOf(d.helper())),
                                label("监测类别"),
                                text(Chinese.of(d.monitored()))),
                        row(
                                label("帮扶责任人电话"),
                                text(names.phoneOf(d.helper())),
                                label("撤销退出时间"),
                                text(Chinese.of(d.exitRevokedOn())).across(3)),
                        row(label("联系单位"), text(contacts.unitsOf(d)).across(5))));
    }

    private static Part.Grid living(Dossier dossier) {
        var d = dossier.details();
        var dwelling =
                d.dwelling() == null
                        ? new HouseholdDetails.Dwelling(null, null, null, null)
                        : d.dwelling();
        var land =
                d.land() == null
                        ? new HouseholdDetails.Land(null, null, null, null, null, null, null)
                        : d.land();
        var water =
                d.water() == null ? new HouseholdDetails.Water(null, null, null, null) : d.water();
        var supply =
                d.supply() == null
                        ? new HouseholdDetails.Supply(null, null, null, null, null, null)
                        : d.supply();
        var way = d.way() == null ? new HouseholdDetails.Way(null, null) : d.way();
        var traits =
                d.traits() == null
                        ? new HouseholdDetails.Traits(null, null, null, null)
                        : d.traits();
        return new Part.Grid(
                List.of(14, 11, 14, 11, 14, 11, 14, 11),
                0,
                List.of(
                        row(
                                label("住房（㎡）"),
                                text(plain(dwelling.areaSquareMetres())),
                                label("结构"),
                                text(Chinese.of(dwelling.structure())),
                                label("危房等级"),
                                text(Chinese.of(dwelling.dangerGrade())),
                                label("建房年份"),
                                text(plain(dwelling.builtYear()))),
                        row(
                                label("耕地（亩）"),
                                text(mu(land.cropSquareMetres())),
                                label("灌溉（亩）"),
                                text(mu(land.irrigatedSquareMetres())),
                                label("林地（亩）"),
                                text(mu(land.forestSquareMetres())),
                                label("退耕（亩）"),
                                text(mu(land.returnedToForestSquareMetres()))),
                        row(
                                label("林果（亩）"),
                                text(mu(land.orchardSquareMetres())),
                                label("牧草地（亩）"),
                                text(mu(land.pastureSquareMetres())),
                                label("水面（亩）"),
                                text(mu(land.pondSquareMetres())),
                                label("住房安全"),
                                text(Chinese.of(dossier.housingSafe()))),
                        row(
                                label("饮水安全"),
                                text(Chinese.of(dossier.waterSafe())),
                                label("饮水困难"),
                                text(Chinese.of(water.scarce())),
                                label("水源"),
                                text(Chinese.of(water.source())),
                                label("取水（米）"),
                                text(plain(water.distanceMetres()))),
                        row(
                                label("生活用电"),
                                text(Chinese.of(supply.electricity())),
                                label("生产用电"),
                                text(Chinese.of(supply.productionElectricity())),
                                label("广播电视"),
                                text(Chinese.of(supply.television())),
                                label("宽带"),
                                text(Chinese.of(supply.broadband()))),
                        row(
                                label("主要燃料"),
                                text(Chinese.of(supply.fuel())),
                                label("卫生厕所"),
                                text(Chinese.of(supply.sanitaryToilet())),
                                label("入户路"),
                                text(Chinese.of(way.road())),
                                label("主干路（米）"),
                                text(plain(way.toMainRoadMetres()))),
                        row(
                                label("军烈属"),
                                text(Chinese.of(traits.soldiersFamily())),
                                label("独生子女户"),
                                text(Chinese.of(traits.onlyChild())),
                                label("双女户"),
                                text(Chinese.of(traits.twoDaughters())),
                                label("加入合作社"),
                                text(Chinese.of(traits.cooperativeMember())))));
    }

    /** How many of the household it had: who they are stands in its own file. */
    private static Part.Grid files(List<EarlierFile> earlier) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("曾建档户编号", "识别建档", "后来", "其中本户成员（人）"));
        for (var file : earlier) {
            var since = file.since() == null ? "" : file.since() + " ";
            rows.add(
                    row(
                            text(file.householdId()),
                            Cell.centred(file.registeredOn().toString()),
                            text(since + Chinese.of(file.outcome())),
                            Cell.number(file.personIds().size())));
        }
        return new Part.Grid(List.of(46, 18, 22, 14), 1, rows);
    }

    private static Part.Grid steps(Dossier dossier, Names names, UnaryOperator<String> called) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("日期", "事项", "决定或办理"));
        for (var step : dossier.steps()) {
            rows.add(
                    row(
                            Cell.centred(step.on().toString()),
                            text(step.told(called, names)),
                            text(step.by())));
        }
        return new Part.Grid(List.of(16, 46, 38), 1, rows);
    }
}
