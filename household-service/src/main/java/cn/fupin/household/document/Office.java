package cn.fupin.household.document;

import cn.fupin.backbone.command.Refused;
import cn.fupin.documents.page.Bundle;
import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.division.Division;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.document.NoticeList.Line;
import cn.fupin.household.document.NoticeList.PublicName;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the documents: reads the streams, files them, fills the forms in. */
@Component
class Office {
    /** Which form of a household. */
    enum Form {
        FORM,
        HANDBOOK,
        CLEAR_CARD
    }

    /** Streams that are in memory at once. */
    private static final int AT_ONCE = 200;

    /** More than any township has; their forms take some minutes. */
    private static final int MOST_HOUSEHOLDS = 5_000;

    private final Streams streams;

    Office(Streams streams) {
        this.streams = streams;
    }

    /** Null when there is no such household. */
    @Nullable Dossier dossier(String householdId, LocalDate asOf) {
        var stream = streams.of(householdId);
        if (stream.isEmpty()) return null;
        var dossier = Filing.of(householdId, stream, asOf);
        if (dossier == null) throw new Refused(DocumentReason.NO_LIFE_ON_THAT_DAY);
        return dossier;
    }

    Names masked(Collection<Dossier> dossiers) {
        var persons =
                dossiers.stream()
                        .flatMap(d -> d.members().stream())
                        .map(Resident::personId)
                        .collect(Collectors.toSet());
        var helpers = helpers(dossiers);
        helpers.values().forEach(named -> persons.add(named.said().personId()));
        return Names.masked(persons.isEmpty() ? Set.of() : streams.erased(persons), helpers);
    }

    /** All of these are of one day. */
    private Map<String, Names.Naming> helpers(Collection<Dossier> dossiers) {
        var ids = new HashSet<String>();
        var asOf = LocalDate.MIN;
        for (var dossier : dossiers) {
            ids.addAll(dossier.helperIds());
            asOf = dossier.asOf();
        }
        return streams.helpers(ids, asOf);
    }

    Paper paper(Form form, Dossier dossier, Names names) {
        var place = placeOf(dossier.region());
        return switch (form) {
            case FORM -> HouseholdForm.of(dossier, names, place);
            case HANDBOOK -> Handbook.of(dossier, names, place);
            case CLEAR_CARD -> ClearCard.of(dossier, names, place);
        };
    }

    Paper register(String village, LocalDate asOf) {
        var dossiers = dossiersOf(village, asOf);
        return VillageRegister.of(dossiers, masked(dossiers), village, placeOf(village), asOf);
    }

    /** Null when there is no such notice. */
    @Nullable NoticeList notice(String noticeId, LocalDate asOf) {
        var stream = streams.of(noticeId);
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof NoticePosted posted)) {
            return null;
        }
        if (posted.occurredOn().isAfter(asOf)) {
            throw new Refused(DocumentReason.NOT_POSTED_ON_THAT_DAY);
        }
        // as the households were when it was hung up, whatever became of them
        var dossiers = filed(posted.householdIds(), posted.occurredOn());
        var names = masked(dossiers);
        var lines =
                dossiers.stream()
                        .map(d -> new Line(new PublicName(names.ofHead(d)), d.group(), d.persons()))
                        .toList();
        return new NoticeList(
                posted,
                placeOf(posted.region()),
                lines,
                new Paper.Source(
                        "来源：%s    %s 张贴".formatted(noticeId, posted.occurredOn()),
                        Hashing.sha256()
                                .newHasher()
                                .putBytes(stream.getFirst().payload())
                                .putUnencodedChars(VillageRegister.digest(dossiers))
                                .hash()
                                .toString()));
    }

    /** Of all listed villages of a township, refused before anything is written. */
    List<String> villagesOf(String township) {
        var prefix = Division.prefix(township);
        if (streams.householdsWithin(prefix).size() > MOST_HOUSEHOLDS) {
            throw new Refused(DocumentReason.TOO_MANY_HOUSEHOLDS);
        }
        return streams.villagesWithin(prefix);
    }

    /** 乡电子档案: each village's register, each household's form, and lists of what is in it. */
    void archive(String township, List<String> villages, LocalDate asOf, OutputStream out)
            throws IOException {
        var sums = new LinkedHashMap<String, List<Dossier>>();
        try (var bundle = new Bundle(out)) {
            for (var village : villages) {
                var dossiers = dossiersOf(village, asOf);
                sums.put(village, dossiers);
                var names = masked(dossiers);
                var place = placeOf(village);
                var folder = folder(village);
                var register = VillageRegister.of(dossiers, names, village, place, asOf);
                bundle.add(folder + "/村册.pdf", Pdf.of(register));
                bundle.add(folder + "/村册.xlsx", Xlsx.of(register));
                for (var dossier : dossiers) {
                    if (!dossier.status().isInTheBook()) continue;
                    var form = HouseholdForm.of(dossier, names, place);
                    var file = folder + "/户表/" + dossier.householdId();
                    bundle.add(file + ".pdf", Pdf.of(form));
                    bundle.add(file + ".xlsx", Xlsx.of(form));
                }
            }
            var summary = summary(township, sums, asOf);
            bundle.add("乡镇汇总表.pdf", Pdf.of(summary));
            bundle.add("乡镇汇总表.xlsx", Xlsx.of(summary));
        }
    }

    private Paper summary(
            String township, LinkedHashMap<String, List<Dossier>> villages, LocalDate asOf) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("序号", "村", "行政区划代码", "在册户数", "在册人数", "已脱贫户数", "已脱贫人数", "中止户数"));
        villages.forEach((village, dossiers) ->
                rows.add(counts(rows.size(), nameOf(village), village, dossiers)));
        var all = villages.values().stream().flatMap(List::stream).toList();
        rows.add(counts(rows.size(), "合计", "", all));
        return new Paper(
                "乡镇汇总表-" + township,
                null,
                "建档立卡汇总表",
                placeOf(township),
                Format.PORTRAIT,
                List.of(
                        new Part.Line("行政区划代码：" + township, "截至：" + Chinese.of(asOf)),
                        new Part.Grid(List.of(7, 19, 18, 11, 11, 12, 12, 10), 1, rows),
                        new Part.Signatures(List.of("乡镇人民政府（盖章）", "负责人（签字）", "填表日期"))),
                new Paper.Source(
                        "来源：%s 的 %d 户事件流    截至 %s".formatted(township, all.size(), asOf),
                        VillageRegister.digest(all)));
    }

    private static List<Cell> counts(int number, String name, String code, List<Dossier> dossiers) {
        var on = dossiers.stream().filter(d -> d.status().isOnTheRegister()).toList();
        var exited = dossiers.stream().filter(d -> d.status() == Dossier.Status.EXITED).toList();
        var suspended =
                dossiers.stream().filter(d -> d.status() == Dossier.Status.SUSPENDED).count();
        return Sheets.row(
                code.isEmpty() ? Cell.centred("") : Cell.number(number),
                Cell.centred(name),
                Cell.centred(code),
                Cell.number(on.size()),
                Cell.number(on.stream().mapToInt(Dossier::persons).sum()),
                Cell.number(exited.size()),
                Cell.number(exited.stream().mapToInt(Dossier::persons).sum()),
                Cell.number(suspended));
    }

    /** Every household that lies in the village on that day. */
    private List<Dossier> dossiersOf(String village, LocalDate asOf) {
        return filed(streams.householdsWithin(village), asOf).stream()
                .filter(d -> d.region().equals(village))
                .toList();
    }

    private List<Dossier> filed(List<String> householdIds, LocalDate asOf) {
        var dossiers = new ArrayList<Dossier>();
        for (var some : Lists.partition(householdIds, AT_ONCE)) {
            var found = streams.of(some);
            for (var id : some) {
                var dossier = Filing.of(id, found.getOrDefault(id, List.of()), asOf);
                if (dossier != null) dossiers.add(dossier);
            }
        }
        return dossiers;
    }

    /** County, township and village, as far as they are listed. */
    private String placeOf(String region) {
        return Division.lineage(region).reversed().stream()
                .map(streams::nameOf)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private String nameOf(String region) {
        return Objects.requireNonNullElse(streams.nameOf(region), region);
    }

    /** What every system takes as a folder's name. */
    private String folder(String village) {
        return village + "-" + nameOf(village).replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
    }
}
