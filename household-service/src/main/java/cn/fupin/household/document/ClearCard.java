package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.label;
import static cn.fupin.household.document.Sheets.row;
import static cn.fupin.household.document.Sheets.text;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.household.Policy;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 明白卡: hangs at the door, so that everybody in the house knows who helps and with what. It names
 * the head alone, and neither a cause of poverty nor what is had for an illness: whoever passes
 * reads it.
 */
final class ClearCard {
    private ClearCard() {}

    /**
     * @param notice which names the telephone to complain by; null where none does
     */
    static Paper of(
            Dossier dossier,
            Names names,
            Contacts contacts,
            String place,
            @Nullable StoredEvent<Event> notice) {
        return new Paper(
                "明白卡-" + dossier.householdId(),
                names.areFull() ? Sheets.mark(names) : null,
                "精准扶贫明白卡",
                place,
                Format.LANDSCAPE,
                List.of(
                        new Part.Line(
                                dossier.number() == null
                                        ? "户标识：" + dossier.householdId()
                                        : Sheets.numberOf(dossier),
                                "截至：" + Chinese.of(dossier.asOf())),
                        card(dossier, names, contacts, hotline(notice)),
                        new Part.Words("对帮扶有疑问或意见，可向帮扶责任人、村民委员会或乡镇人民政府反映，也可拨打扶贫监督举报电话。"),
                        new Part.Signatures(List.of("户主（签字）", "帮扶责任人（签字）", "张贴日期"))),
                source(dossier, names, contacts, notice));
    }

    private static @Nullable String hotline(@Nullable StoredEvent<Event> notice) {
        return notice != null && notice.event() instanceof NoticePosted posted
                ? posted.hotline()
                : null;
    }

    /** The notice is one of the events that the card is made of. */
    private static Paper.Source source(
            Dossier dossier, Names names, Contacts contacts, @Nullable StoredEvent<Event> notice) {
        var source = contacts.source(Sheets.source(dossier, names), dossier);
        if (notice == null || !(notice.event() instanceof NoticePosted posted)) return source;
        return new Paper.Source(
                source.text() + "    监督电话见 " + posted.noticeId(),
                Hashing.sha256()
                        .newHasher()
                        .putUnencodedChars(source.sha256())
                        .putBytes(notice.payload())
                        .hash()
                        .toString());
    }

    private static Part.Grid card(
            Dossier d, Names names, Contacts contacts, @Nullable String hotline) {
        var helper = d.helper();
        var year = d.asOf().getYear();
        var measures = measures(d.measures().stream().map(m -> m.measure()), d, names);
        var planned =
                measures(
                        d.plansThatCount().stream()
                                .filter(p -> p.fromYear() <= year && year <= p.toYear())
                                .flatMap(p -> p.measures().stream()),
                        d,
                        names);
        var visits =
                d.visitsAtHome().stream().filter(v -> v.occurredOn().getYear() == year).count();
        var last =
                d.visitsAtHome().stream()
                        .map(v -> v.occurredOn())
                        .max(LocalDate::compareTo)
                        .orElse(null);
        var result = d.results().get(year);
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
                                label("识别时间"),
                                text(Chinese.of(d.registeredOn())),
                                label("当前状态"),
                                text(d.status().zh())),
                        row(
                                label("帮扶责任人"),
                                text(names.ofHelper(helper)),
                                label("帮扶单位"),
                                text(names.unitOf(helper))),
                        row(
                                label("帮扶责任人类别"),
                                text(helper == null ? "" : Chinese.of(helper.kind())),
                                label("结对时间"),
                                text(helper == null ? "" : Chinese.of(helper.since()))),
                        row(
                                label("帮扶责任人电话"),
                                text(names.phoneOf(helper)),
                                label("监督电话"),
                                text(hotline)),
                        row(label("联系单位"), text(contacts.unitsOf(d)).across(3)),
                        row(label(year + " 年计划措施"), text(planned).across(3)),
                        row(label("已列入措施"), text(measures).across(3)),
                        row(label("享受政策"), text(policies(d)).across(3)),
                        row(
                                label(year + " 年走访次数"),
                                Cell.number(visits),
                                label("最近一次走访"),
                                text(Chinese.of(last))),
                        row(
                                label(year + " 年帮扶成效"),
                                text(result == null
                                                ? ""
                                                : result.projectTypes().stream()
                                                        .map(Chinese::of)
                                                        .collect(Collectors.joining("、")))
                                        .across(3))));
    }

    private static String measures(Stream<String> codes, Dossier d, Names names) {
        return names.ofKinds(codes.filter(code -> !names.kind(code, d).tellsOfHealth()), d);
    }

    /** What has no kind of its own has a name that anything can stand in. */
    private static String policies(Dossier d) {
        return d.policies().stream()
                .map(said -> said.policy())
                .filter(policy -> policy != Policy.OTHER && !policy.tellsOfHealth())
                .distinct()
                .sorted()
                .map(Chinese::of)
                .collect(Collectors.joining("、"));
    }
}
