package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Bundle;
import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.announcement.AnnouncementEvent.AnnouncementPublished;
import cn.fupin.household.announcement.AnnouncementEvent.AnnouncementWithdrawn;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.document.PublicLines.Line;
import cn.fupin.household.document.PublicLines.PublicName;
import cn.fupin.household.household.EarlierFiles;
import cn.fupin.household.household.EarlierFiles.EarlierFile;
import cn.fupin.household.measure.Measures;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.VillageNoticeEvent;
import cn.fupin.household.region.VillageNoticeEvent.VillageNoticePosted;
import cn.fupin.household.region.VillageNoticeEvent.VillageNoticeWithdrawn;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
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
    private final EarlierFiles earlierFiles;
    private final Measures measures;
    private final @Nullable Known known;

    @Autowired
    Office(Streams streams, EarlierFiles earlierFiles, Measures measures) {
        this(streams, earlierFiles, measures, null);
    }

    private Office(
            Streams streams, EarlierFiles earlierFiles, Measures measures, @Nullable Known known) {
        this.streams = streams;
        this.measures = measures;
        this.earlierFiles = earlierFiles;
        this.known = known;
    }

    /**
     * As the papers were when nothing more was known: every one of them says so. Who was erased
     * since is hidden all the same.
     */
    Office with(Known known) {
        var position =
                switch (known) {
                    case Known.UpTo upTo -> upTo.position();
                    case Known.On on -> streams.lastBefore(Shanghai.endOf(on.day()));
                };
        return new Office(
                streams.knownUpTo(position), earlierFiles.knownUpTo(position), measures, known);
    }

    /** As the register was when this was recorded, the same whenever it is asked. */
    private Office when(StoredEvent<Event> recorded) {
        var position = streams.positionOf(recorded);
        return position == null
                ? this
                : new Office(
                        streams.knownUpTo(position),
                        earlierFiles.knownUpTo(position),
                        measures,
                        known);
    }

    /** The paper, saying what was known when it is of an earlier time. */
    Paper said(Paper paper) {
        return known == null ? paper : known.on(paper);
    }

    /** Whether it was recorded at all, but later than is asked for. */
    private boolean isLater(String streamId) {
        return known != null && streams.isThere(streamId);
    }

    /** Null when there is no such household. */
    @Nullable Dossier dossier(String householdId, LocalDate asOf) {
        var stream = streams.of(householdId);
        if (stream.isEmpty()) {
            if (isLater(householdId)) throw new Refused(DocumentReason.NOT_KNOWN_BY_THEN);
            return null;
        }
        var dossier = Filing.of(householdId, stream, asOf, streams.corrected(List.of(stream)));
        if (dossier == null) throw new Refused(DocumentReason.NO_LIFE_ON_THAT_DAY);
        return dossier;
    }

    Names masked(Collection<Dossier> dossiers) {
        var helpers = helpers(dossiers);
        var named = helpers.values().stream().map(each -> each.said().personId()).toList();
        return Names.masked(streams.erasedOf(dossiers, named), helpers);
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
        var places = streams.places(dossier.asOf());
        var place = places.titleOf(dossier.region());
        var contacts = streams.contacts(List.of(dossier), dossier.asOf());
        return said(
                switch (form) {
                    case FORM ->
                            HouseholdForm.of(
                                    dossier,
                                    names,
                                    contacts,
                                    place,
                                    places::nameAndCode,
                                    earlier(dossier));
                    case HANDBOOK ->
                            Handbook.of(dossier, names.calling(measures::named), contacts, place);
                    case CLEAR_CARD ->
                            ClearCard.of(
                                    dossier,
                                    names.calling(measures::named),
                                    contacts,
                                    place,
                                    streams.hotline(dossier.region(), dossier.asOf()));
                });
    }

    /** Of whoever is a member that day. */
    private List<EarlierFile> earlier(Dossier dossier) {
        var came =
                dossier.members().stream()
                        .collect(Collectors.toMap(Resident::personId, Resident::since));
        return came.isEmpty() ? List.of() : earlierFiles.of(dossier.householdId(), came);
    }

    /**
     * @throws UnknownId when there is no such village
     */
    Paper register(String village, LocalDate asOf) {
        var places = placesWith(village, asOf);
        var dossiers = dossiersOf(village, places);
        return register(village, dossiers, masked(dossiers), places);
    }

    /**
     * @throws UnknownId when there is no such village
     */
    Paper helpLedger(String village, LocalDate asOf) {
        var places = placesWith(village, asOf);
        var dossiers = dossiersOf(village, places);
        return said(
                HelpLedger.of(
                        dossiers,
                        masked(dossiers).calling(measures::named),
                        village,
                        places.titleOf(village),
                        asOf,
                        places.remarksOn(village, dossiers)));
    }

    private Paper register(
            String village, List<Dossier> dossiers, Names names, PlacesOfDay places) {
        return said(
                VillageRegister.of(
                        dossiers,
                        names,
                        village,
                        places.titleOf(village),
                        places.day(),
                        places.remarksOn(village, dossiers)));
    }

    private PlacesOfDay placesWith(String region, LocalDate asOf) {
        var places = streams.places(asOf);
        if (places.nameOf(region) == null) throw new UnknownId("region", region);
        return places;
    }

    /** Null when there is no such notice. */
    @Nullable NoticeList notice(String noticeId, LocalDate asOf) {
        var stream = streams.of(noticeId);
        if (stream.isEmpty() && isLater(noticeId)) {
            throw new Refused(DocumentReason.NOT_KNOWN_BY_THEN);
        }
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof NoticePosted posted)) {
            return null;
        }
        if (posted.occurredOn().isAfter(asOf)) {
            throw new Refused(DocumentReason.NOT_POSTED_ON_THAT_DAY);
        }
        var withdrawn = withdrawn(stream, NoticeWithdrawn.class, asOf);
        // as the households were when it was hung up, whatever became of them and whatever was said
        // of them since: what hung, hung
        var then = when(stream.getFirst());
        var dossiers = then.filed(posted.householdIds(), posted.occurredOn());
        return new NoticeList(
                posted,
                dossiers.stream().map(NoticeList.Matter::of).collect(Collectors.toSet()),
                withdrawn == null ? null : withdrawn.event().occurredOn(),
                then.streams.places(posted.occurredOn()).titleOf(posted.region()),
                then.publicly(dossiers),
                new Paper.Source(
                        "来源：%s    %s 张贴".formatted(noticeId, posted.occurredOn()),
                        digest(stream.getFirst(), withdrawn, dossiers)));
    }

    /** Null when there is no such announcement. */
    @Nullable AnnouncementList announcement(String announcementId, LocalDate asOf) {
        var stream = streams.of(announcementId);
        if (stream.isEmpty() && isLater(announcementId)) {
            throw new Refused(DocumentReason.NOT_KNOWN_BY_THEN);
        }
        if (stream.isEmpty()
                || !(stream.getFirst().event() instanceof AnnouncementPublished published)) {
            return null;
        }
        if (published.occurredOn().isAfter(asOf)) {
            throw new Refused(DocumentReason.NOT_PUBLISHED_ON_THAT_DAY);
        }
        var withdrawn = withdrawn(stream, AnnouncementWithdrawn.class, asOf);
        var then = when(stream.getFirst());
        var dossiers = then.filed(published.householdIds(), published.occurredOn());
        return new AnnouncementList(
                published,
                withdrawn == null ? null : withdrawn.event().occurredOn(),
                then.streams.places(published.occurredOn()).titleOf(published.region()),
                then.publicly(dossiers),
                new Paper.Source(
                        "来源：%s    %s 公告".formatted(announcementId, published.occurredOn()),
                        digest(stream.getFirst(), withdrawn, dossiers)));
    }

    /**
     * The last notice of the village's step that was posted by that day.
     *
     * @throws UnknownId when there is no such village
     */
    Paper villageNotice(String village, VillageStep step, LocalDate asOf) {
        var places = placesWith(village, asOf);
        StoredEvent<Event> posted = null;
        StoredEvent<Event> withdrawn = null;
        for (var stored : streams.of("region-" + village)) {
            if (!(stored.event() instanceof VillageNoticeEvent e)
                    || e.step() != step
                    || e.occurredOn().isAfter(asOf)) continue;
            if (e instanceof VillageNoticePosted) {
                posted = stored;
                withdrawn = null;
            } else if (e instanceof VillageNoticeWithdrawn) {
                withdrawn = stored;
            }
        }
        if (posted == null || !(posted.event() instanceof VillageNoticePosted notice)) {
            throw new Refused(DocumentReason.NOT_POSTED_ON_THAT_DAY);
        }
        return said(
                VillageNoticePaper.of(
                        notice,
                        withdrawn == null ? null : withdrawn.event().occurredOn(),
                        places.titleOf(village),
                        new Paper.Source(
                                "来源：region-%s 第 %d 号事件    %s 张贴"
                                        .formatted(village, posted.sequence(), notice.occurredOn()),
                                digest(posted, withdrawn, List.of()))));
    }

    private static @Nullable StoredEvent<Event> withdrawn(
            List<StoredEvent<Event>> stream, Class<? extends Event> type, LocalDate asOf) {
        return stream.stream()
                .filter(stored -> type.isInstance(stored.event()))
                .filter(stored -> !stored.event().occurredOn().isAfter(asOf))
                .findFirst()
                .orElse(null);
    }

    private PublicLines publicly(List<Dossier> dossiers) {
        var names = masked(dossiers);
        return new PublicLines(
                dossiers.stream()
                        .map(d -> new Line(new PublicName(names.ofHead(d)), d.group(), d.persons()))
                        .toList());
    }

    private static String digest(
            StoredEvent<Event> first,
            @Nullable StoredEvent<Event> withdrawn,
            List<Dossier> dossiers) {
        var digest = Hashing.sha256().newHasher().putBytes(first.payload());
        if (withdrawn != null) digest.putBytes(withdrawn.payload());
        return digest.putUnencodedChars(VillageRegister.digest(dossiers)).hash().toString();
    }

    /** The divisions by which a township's archive is made, refused before anything is written. */
    PlacesOfDay placesOfTownship(String township, LocalDate asOf) {
        var places = placesWith(township, asOf);
        var households = streams.householdsWithin(township).size();
        if (households > MOST_HOUSEHOLDS) {
            throw new Refused(
                    DocumentReason.TOO_MANY_HOUSEHOLDS,
                    Map.of(
                            "households",
                            households,
                            "most",
                            MOST_HOUSEHOLDS,
                            "villages",
                            places.villagesOf(township)));
        }
        return places;
    }

    /**
     * @throws UnknownId when there is no such village
     */
    PlacesOfDay placesOfVillage(String village, LocalDate asOf) {
        return placesWith(village, asOf);
    }

    /** What a township's archive has of one of its villages. */
    void villageArchive(String village, PlacesOfDay places, OutputStream out) throws IOException {
        try (var bundle = new Bundle(out)) {
            add(village, dossiersOf(village, places), places, "", bundle);
        }
    }

    /** 乡电子档案: each village's register, each household's form, and lists of what is in it. */
    void archive(String township, PlacesOfDay places, OutputStream out) throws IOException {
        var sums = new LinkedHashMap<String, List<Dossier>>();
        try (var bundle = new Bundle(out)) {
            for (var village : places.villagesOf(township)) {
                var dossiers = dossiersOf(village, places);
                sums.put(village, dossiers);
                add(village, dossiers, places, folder(village, places) + "/", bundle);
            }
            var summary = summary(township, sums, places);
            bundle.add("乡镇汇总表.pdf", Pdf.of(summary));
            bundle.add("乡镇汇总表.xlsx", Xlsx.of(summary));
        }
    }

    private void add(
            String village,
            List<Dossier> dossiers,
            PlacesOfDay places,
            String folder,
            Bundle bundle)
            throws IOException {
        var names = masked(dossiers);
        var contacts = streams.contacts(dossiers, places.day());
        var register = register(village, dossiers, names, places);
        bundle.add(folder + "村册.pdf", Pdf.of(register));
        bundle.add(folder + "村册.xlsx", Xlsx.of(register));
        for (var dossier : dossiers) {
            if (!dossier.isInTheBook()) continue;
            var form =
                    said(
                            HouseholdForm.of(
                                    dossier,
                                    names,
                                    contacts,
                                    places.titleOf(dossier.region()),
                                    places::nameAndCode,
                                    earlier(dossier)));
            var file = folder + "户表/" + dossier.householdId();
            bundle.add(file + ".pdf", Pdf.of(form));
            bundle.add(file + ".xlsx", Xlsx.of(form));
        }
    }

    private Paper summary(
            String township, LinkedHashMap<String, List<Dossier>> villages, PlacesOfDay places) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                Sheets.labels(
                        "序号", "村", "行政区划代码", "在册户数", "在册人数", "已脱贫户数", "已脱贫人数", "中止户数", "未建档监测户数"));
        villages.forEach((village, dossiers) ->
                rows.add(counts(rows.size(), places.calledOr(village), village, dossiers)));
        var all = villages.values().stream().flatMap(List::stream).toList();
        rows.add(counts(rows.size(), "合计", "", all));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Line("行政区划代码：" + township, "截至：" + Chinese.of(places.day())));
        places.remarksOn(township).forEach(remark -> parts.add(new Part.Words(remark)));
        if (villages.isEmpty()) parts.add(new Part.Words("当日本乡镇没有列入的村，档案中没有村册和户表。"));
        parts.add(new Part.Grid(List.of(6, 17, 17, 10, 10, 10, 10, 8, 12), 1, rows));
        parts.add(new Part.Signatures(List.of("乡镇人民政府（盖章）", "负责人（签字）", "填表日期")));
        var paper =
                new Paper(
                        "乡镇汇总表-" + township,
                        null,
                        "建档立卡汇总表",
                        places.titleOf(township),
                        Format.PORTRAIT,
                        parts,
                        new Paper.Source(
                                "来源：%s 的 %d 户事件流    截至 %s"
                                        .formatted(township, all.size(), places.day()),
                                VillageRegister.digest(all)));
        return said(paper);
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
                Cell.number(suspended),
                Cell.number(dossiers.stream().filter(Dossier::isWatchedOnly).count()));
    }

    /** Every household that lies in the village on that day. */
    private List<Dossier> dossiersOf(String village, PlacesOfDay places) {
        return filed(streams.householdsWithin(village), places.day()).stream()
                .filter(dossier -> places.isIn(village, dossier))
                .toList();
    }

    private List<Dossier> filed(List<String> householdIds, LocalDate asOf) {
        var dossiers = new ArrayList<Dossier>();
        for (var some : Lists.partition(householdIds, AT_ONCE)) {
            var found = streams.of(some);
            var meetings = streams.corrected(found.values());
            for (var id : some) {
                var dossier = Filing.of(id, found.getOrDefault(id, List.of()), asOf, meetings);
                if (dossier != null) dossiers.add(dossier);
            }
        }
        return dossiers;
    }

    /** What every system takes as a folder's name. */
    private static String folder(String village, PlacesOfDay places) {
        return village + "-" + places.calledOr(village).replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
    }
}
