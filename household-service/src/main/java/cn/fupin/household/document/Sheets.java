package cn.fupin.household.document;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Part;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.document.Dossier.YearsIncome;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.PoliciesHeld;
import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces that the forms of a household have in common. */
final class Sheets {
    private static final BigDecimal SQUARE_METRES_OF_A_MU =
            BigDecimal.valueOf(2000).divide(BigDecimal.valueOf(3), 10, RoundingMode.HALF_UP);

    private Sheets() {}

    /** 户编号 as the national system gave it. */
    static String numberOf(Dossier dossier) {
        return "户编号：" + (dossier.number() == null ? "未编列" : dossier.number());
    }

    /** From which stream, and from which the helper's name is; of several there is no room. */
    static Paper.Source source(Dossier dossier, Names names) {
        var namings = names.namings(List.of(dossier));
        return new Paper.Source(
                "来源：%s 至第 %d 号事件%s    截至 %s"
                        .formatted(
                                dossier.householdId(),
                                dossier.lastSequence(),
                                named(namings),
                                dossier.asOf()),
                digest(dossier.sha256(), namings));
    }

    static String named(List<Names.Naming> namings) {
        return switch (namings.size()) {
            case 0 -> "";
            case 1 ->
                    "、%s 至第 %d 号"
                            .formatted(
                                    namings.getFirst().streamId(),
                                    namings.getFirst().lastSequence());
            default -> "、%d 名帮扶人员的姓名".formatted(namings.size());
        };
    }

    /**
     * Over the digest of the households and those of the names; the former where nobody is named.
     */
    static String digest(String households, List<Names.Naming> namings) {
        if (namings.isEmpty()) return households;
        var digest = Hashing.sha256().newHasher().putUnencodedChars(households);
        namings.forEach(n -> digest.putUnencodedChars(n.streamId() + n.sha256()));
        return digest.hash().toString();
    }

    /** Nobody may take a form with full names for one that may be hung up. */
    static String mark(Names names) {
        return names.areFull() ? "含个人信息  仅限内部使用" : "姓名已作遮盖";
    }

    static List<Cell> row(Cell... cells) {
        return Arrays.asList(cells);
    }

    static Cell label(String text) {
        return Cell.label(text);
    }

    static Cell text(@Nullable String text) {
        return Cell.text(text == null ? "" : text);
    }

    static List<Cell> labels(String... texts) {
        return Arrays.stream(texts).map(Cell::label).toList();
    }

    static String causes(Dossier dossier) {
        return dossier.otherCauses().stream()
                .map((Cause c) -> Chinese.of(c))
                .collect(Collectors.joining("、"));
    }

    /** The members with what the form asks of each. */
    static Part.Grid members(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                labels(
                        "序号", "姓名", "性别", "出生年", "与户主关系", "民族", "文化程度", "在校生状况", "健康状况", "劳动能力",
                        "务工/技能", "参加保险", "入户时间"));
        for (var i = 0; i < dossier.members().size(); i++)
            rows.add(member(i + 1, dossier.members().get(i), names));
        if (rows.size() == 1) rows.add(row(Cell.centred("已并入另一户，成员列于该户").across(13)));
        return new Part.Grid(List.of(4, 10, 4, 6, 8, 6, 8, 8, 10, 8, 9, 10, 9), 1, rows);
    }

    private static List<Cell> member(int number, Resident m, Names names) {
        var d = m.details();
        var health = Chinese.of(d.health());
        if (d.disability() != null) {
            health +=
                    (health.isEmpty() ? "" : "，")
                            + "%s残疾%d级"
                                    .formatted(
                                            Chinese.of(d.disability().category()),
                                            d.disability().grade());
        }
        return row(
                Cell.number(number),
                Cell.centred(names.of(m)),
                Cell.centred(Chinese.of(m.sex())),
                Cell.centred(Integer.toString(m.birthYear())),
                Cell.centred(Chinese.of(m.relation())),
                Cell.centred(d.ethnicity() == null ? "" : d.ethnicity()),
                Cell.centred(Chinese.of(d.education())),
                Cell.centred(Chinese.of(d.studentStatus())),
                Cell.centred(health),
                Cell.centred(Chinese.of(d.labourCapacity())),
                Cell.centred(workAndSkills(m)),
                Cell.centred(insurance(d.insurance())),
                Cell.centred(m.since().toString()));
    }

    private static String workAndSkills(Resident m) {
        var said = new ArrayList<String>();
        var work = m.details().work();
        if (work != null) {
            said.add(
                    Chinese.of(work.place())
                            + (work.monthsPerYear() == null ? "" : work.monthsPerYear() + "个月"));
        }
        if (m.details().skills() instanceof List<String> skills) said.addAll(skills);
        return String.join("、", said);
    }

    /** What is had, and what is said not to be; nothing of what nobody says. */
    private static String insurance(MemberDetails.@Nullable Insurance insurance) {
        if (insurance == null) return "";
        var has = new ArrayList<String>();
        var hasNot = new ArrayList<String>();
        said(insurance.medical(), "医疗", has, hasNot);
        said(insurance.majorIllness(), "大病", has, hasNot);
        said(insurance.pension(), "养老", has, hasNot);
        if (!hasNot.isEmpty()) has.add("未参加" + String.join("、", hasNot));
        return String.join("、", has);
    }

    private static void said(
            @Nullable Boolean said, String what, List<String> has, List<String> hasNot) {
        if (said != null) (said ? has : hasNot).add(what);
    }

    /** Of each member what only an entitled role was told; nothing where nobody was. */
    static Part papers(Dossier dossier, Names names) {
        if (!names.areFull()) return new Part.Words("证件号码、电话、账户和残疾证号不在本表列出。");
        var rows = new ArrayList<List<Cell>>();
        rows.add(labels("姓名", "公民身份号码", "联系电话", "银行卡号", "残疾证号"));
        for (var resident : dossier.members()) {
            var told = names.revealed().get(resident.personId());
            rows.add(
                    row(
                            Cell.centred(names.of(resident)),
                            Cell.centred(plain(told == null ? null : told.identityNumber())),
                            Cell.centred(plain(told == null ? null : told.phone())),
                            Cell.centred(plain(told == null ? null : told.cardNumber())),
                            Cell.centred(
                                    plain(told == null ? null : told.disabilityCertificate()))));
        }
        return new Part.Grid(List.of(14, 24, 16, 22, 24), 1, rows);
    }

    private static String plain(@Nullable String told) {
        return told == null ? "" : told;
    }

    /** A line for each year, newest first. */
    static Part.Grid incomes(Dossier dossier, int most) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(labels("年度", "工资性收入", "经营性收入", "转移性收入", "财产性收入", "生产经营支出", "纯收入", "人均纯收入"));
        var years = new ArrayList<>(dossier.incomes().values()).reversed();
        for (var income : years.subList(0, Math.min(most, years.size()))) rows.add(income(income));
        if (years.isEmpty()) rows.add(row(Cell.centred("尚无收入记录").across(8)));
        return new Part.Grid(List.of(10, 13, 13, 13, 13, 13, 12, 13), 1, rows);
    }

    /** What the income was each time a step was decided by it. */
    static Part.Grid proofs(Dossier dossier) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(labels("日期", "用于", "收入年度", "人均纯收入", "所比标准"));
        for (var proof : dossier.proofs()) {
            rows.add(
                    row(
                            Cell.centred(proof.on().toString()),
                            Cell.centred(proof.what()),
                            Cell.centred(Integer.toString(proof.year())),
                            Cell.yuan(proof.fenPerHead()),
                            proof.lineFenPerYear() == null
                                    ? Cell.centred("")
                                    : Cell.yuan(proof.lineFenPerYear())));
        }
        if (rows.size() == 1) rows.add(row(Cell.centred("尚无退出、返贫或监测的收入核实").across(5)));
        return new Part.Grid(List.of(20, 26, 16, 19, 19), 1, rows);
    }

    /**
     * 享受政策: what is had on the day, and what was had once by then; of those who are members still.
     */
    static Part.Grid policies(Dossier dossier, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(labels("政策", "内容", "享受人", "起始日期"));
        var persons = new LinkedHashMap<PoliciesHeld.Said, List<String>>();
        for (var said : dossier.policies()) {
            var terms =
                    new PoliciesHeld.Said(said.policy(), said.details(), "", said.on(), null, "");
            persons.computeIfAbsent(terms, _ -> new ArrayList<>()).add(said.personId());
        }
        persons.forEach((terms, who) ->
                rows.add(
                        row(
                                Cell.centred(Chinese.of(terms.policy())),
                                text(Chinese.of(terms.details())),
                                text(named(who, dossier, names)),
                                Cell.centred(terms.on().toString()))));
        if (persons.isEmpty()) rows.add(row(Cell.centred("尚无记录").across(4)));
        return new Part.Grid(List.of(20, 34, 30, 16), 1, rows);
    }

    private static String named(List<String> who, Dossier dossier, Names names) {
        var there = dossier.members().stream().filter(m -> who.contains(m.personId())).toList();
        var words = there.stream().map(names::of).collect(Collectors.joining("、"));
        var gone = who.size() - there.size();
        if (gone == 0) return words;
        return words + (words.isEmpty() ? "" : "，") + "已离户 %d 人".formatted(gone);
    }

    private static List<Cell> income(YearsIncome y) {
        return row(
                Cell.centred(Integer.toString(y.year())),
                Cell.yuan(y.wageFen()),
                Cell.yuan(y.businessFen()),
                Cell.yuan(y.transferFen()),
                Cell.yuan(y.propertyFen()),
                Cell.yuan(y.costFen()),
                Cell.yuan(y.netFen()),
                Cell.yuan(y.fenPerHead()));
    }

    /** Land as people count it; what is stored is square metres. */
    static String mu(@Nullable BigDecimal squareMetres) {
        return squareMetres == null
                ? ""
                : squareMetres
                        .divide(SQUARE_METRES_OF_A_MU, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static String plain(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
