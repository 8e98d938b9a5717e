package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.row;
import static cn.fupin.household.document.Sheets.text;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * 村册: every household of a village that is, or was and did not leave, on the register that day, and
 * those that are watched without ever having been on it.
 */
final class VillageRegister {
    private VillageRegister() {}

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
        var listed = listed(dossiers);
        // Of those that have no line too, as the households are: the foot is of the whole village.
        var namings = names.namings(dossiers);
        var parts = new ArrayList<Part>();
        parts.add(new Part.Line("行政区划代码：" + region, "截至：" + Chinese.of(asOf)));
        remarks.forEach(remark -> parts.add(new Part.Words(remark)));
        parts.add(grid(listed, names));
        parts.add(new Part.Words(listed.isEmpty() ? "当日本村没有在册、已脱贫、中止或监测的农户。" : sums(listed)));
        parts.add(new Part.Signatures(List.of("村民委员会（盖章）", "负责人（签字）", "填表人", "填表日期")));
        return new Paper(
                "村册-" + region,
                Sheets.mark(names),
                "贫困户花名册",
                place,
                Format.LANDSCAPE,
                parts,
                new Paper.Source(
                        "来源：%s 的 %d 户事件流%s    截至 %s"
                                .formatted(region, dossiers.size(), Sheets.named(namings), asOf),
                        Sheets.digest(digest(dossiers), namings)));
    }

    /** Those that have a line in a village's book, group by group. */
    static List<Dossier> listed(List<Dossier> dossiers) {
        return dossiers.stream()
                .filter(Dossier::isInTheBook)
                .sorted(
                        Comparator.comparing((Dossier d) -> d.group() == null ? "" : d.group())
                                .thenComparing(Dossier::openedOn)
                                .thenComparing(Dossier::householdId))
                .toList();
    }

    private static Part.Grid grid(List<Dossier> listed, Names names) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                Sheets.labels(
                        "序号",
                        "户编号",
                        "村民小组",
                        "户主姓名",
                        "人口",
                        "贫困户属性",
                        "识别标准",
                        "主要致贫原因",
                        "其他致贫原因",
                        "人均纯收入（元）",
                        "识别时间",
                        "状态",
                        "脱贫时间",
                        "帮扶责任人",
                        "帮扶单位"));
        var helpers = names.briefly(listed);
        for (var i = 0; i < listed.size(); i++) {
            rows.add(line(i + 1, listed.get(i), helpers, names));
        }
        if (listed.isEmpty()) rows.add(row(Cell.centred("无").across(15)));
        return new Part.Grid(List.of(4, 8, 6, 7, 4, 7, 6, 8, 9, 7, 8, 6, 8, 6, 6), 1, rows);
    }

    private static List<Cell> line(
            int number, Dossier d, Map<String, String> helpers, Names names) {
        var helper = d.helper();
        var perHead = d.latestFenPerHead();
        var status = d.monitored() == null ? d.status().zh() : d.status().zh() + "（监测）";
        return row(
                Cell.number(number),
                Cell.centred(d.number() == null ? "" : d.number()),
                Cell.centred(d.group() == null ? "" : d.group()),
                Cell.centred(names.ofHead(d)),
                Cell.number(d.persons()),
                Cell.centred(Chinese.of(d.type())),
                Cell.centred(Chinese.of(d.standard())),
                Cell.centred(Chinese.of(d.mainCause())),
                text(Sheets.causes(d)),
                perHead == null ? Cell.centred("") : Cell.yuan(perHead),
                Cell.centred(d.registeredOn() == null ? "" : d.registeredOn().toString()),
                Cell.centred(status),
                Cell.centred(exit(d)),
                text(helper == null ? "" : helpers.get(helper.helperId())),
                text(names.unitOf(helper)));
    }

    /**
     * When it exited; or, where that exit was taken back, when it was; and if it relapsed since.
     */
    private static String exit(Dossier d) {
        var exited = d.exitedOn();
        var relapsed = d.relapsedOn();
        var words = new ArrayList<String>();
        if (exited != null) words.add(exited.toString());
        else if (d.exitRevokedOn() != null) words.add(d.exitRevokedOn() + " 撤销退出");
        if (relapsed != null && (exited == null || !exited.isAfter(relapsed))) {
            words.add(relapsed + " 返贫");
        }
        return String.join("；", words);
    }

    private static String sums(List<Dossier> listed) {
        var on = listed.stream().filter(d -> d.status().isOnTheRegister()).toList();
        var exited = listed.stream().filter(d -> d.status() == Dossier.Status.EXITED).toList();
        var watched = listed.stream().filter(Dossier::isWatchedOnly).toList();
        return "合计 %d 户 %d 人；其中在册 %d 户 %d 人，已脱贫 %d 户 %d 人%s。人均纯收入为最近一个有记录的年度。"
                .formatted(
                        listed.size(),
                        persons(listed),
                        on.size(),
                        persons(on),
                        exited.size(),
                        persons(exited),
                        watched.isEmpty()
                                ? ""
                                : "，未建档监测对象 %d 户 %d 人".formatted(watched.size(), persons(watched)));
    }

    private static int persons(List<Dossier> dossiers) {
        return dossiers.stream().mapToInt(Dossier::persons).sum();
    }

    /** Over the digests of its households, in the order of their ids. */
    static String digest(List<Dossier> dossiers) {
        var digest = Hashing.sha256().newHasher();
        dossiers.stream()
                .sorted(Comparator.comparing(Dossier::householdId))
                .forEach(d ->
                        digest.putString(d.householdId() + d.sha256(), StandardCharsets.UTF_8));
        return digest.hash().toString();
    }
}
