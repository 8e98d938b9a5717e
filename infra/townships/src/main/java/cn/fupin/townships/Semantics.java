package cn.fupin.townships;

import cn.fupin.townships.Township.Appropriation;
import cn.fupin.townships.Township.Batch;
import cn.fupin.townships.Township.Commitment;
import cn.fupin.townships.Township.Division;
import cn.fupin.townships.Township.Level;
import cn.fupin.townships.Township.MoneyLine;
import cn.fupin.townships.Township.Project;
import cn.fupin.townships.Township.Removal;
import cn.fupin.townships.Township.Stages;
import cn.fupin.townships.TownshipFileRefused.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema cannot say of a township: references, sums, dates in order, quotes that are quotes.
 */
final class Semantics {

    private record Finding(String pointer, String zh, String en) {}

    private final Township t;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Division> divisions = new LinkedHashMap<>();

    private Semantics(Township township) {
        this.t = township;
    }

    static Semantics of(Township township) {
        var s = new Semantics(township);
        s.divisions();
        s.regions();
        s.identification();
        s.removals();
        s.activities();
        s.money();
        s.projects();
        s.claims();
        return s;
    }

    List<Problem> problems(Locations locations) {
        return findings.stream()
                .map(f -> {
                    var place = locations.at(f.pointer());
                    return new Problem(place.line(), place.column(), f.pointer(), f.zh(), f.en());
                })
                .toList();
    }

    private void divisions() {
        for (int i = 0; i < t.divisions().size(); i++) {
            Division d = t.divisions().get(i);
            String at = "/divisions/" + i;
            // A parent is listed before its children: the load sends them in this order.
            if (d.level() == Level.COUNTY
                    ? d.parent() != null
                    : !divisions.containsKey(d.parent())) {
                find(at + "/parent", "上级区划未在前面列出", "the parent is not listed before it");
            }
            if (divisions.put(d.code(), d) != null) {
                find(at + "/code", "区划代码重复:" + d.code(), "the code is listed twice: " + d.code());
            }
        }
        Division own = divisions.get(t.township());
        if (own == null || own.level() != Level.TOWNSHIP) {
            find("/township", "本乡镇未作为乡镇列入 divisions", "is not listed in divisions as a township");
        }
    }

    private void regions() {
        each(t.facts().size(), i -> known("/facts/" + i + "/region", t.facts().get(i).region()));
        each(t.rules().size(), i -> known("/rules/" + i + "/region", t.rules().get(i).region()));
        each(
                t.povertyLines().size(),
                i -> known("/povertyLines/" + i + "/region", t.povertyLines().get(i).region()));
        each(
                t.quotas().size(),
                i -> {
                    var q = t.quotas().get(i);
                    known("/quotas/" + i + "/region", q.region());
                    if (q.ceilingPersons() < q.persons()) {
                        find(
                                "/quotas/" + i + "/ceilingPersons",
                                "上限低于指标数",
                                "the ceiling is below the quota");
                    }
                });
    }

    private void identification() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < t.identification().size(); i++) {
            Batch b = t.identification().get(i);
            String at = "/identification/" + i;
            unique(ids, at + "/id", b.id());
            possible(at + "/persons", b.households(), b.persons());
            for (int v = 0; v < b.villages().size(); v++) {
                village(at + "/villages/" + v, b.villages().get(v));
            }
            if (t.povertyLines().stream().noneMatch(l -> l.year() == b.incomeYear())) {
                find(
                        at + "/incomeYear",
                        b.incomeYear() + " 年的扶贫标准未列出",
                        "no poverty line of " + b.incomeYear() + " is listed");
            }
            if (t.quotas().stream().noneMatch(q -> q.year() == b.quotaYear())) {
                find(
                        at + "/quotaYear",
                        b.quotaYear() + " 年的规模指标未列出",
                        "no quota of " + b.quotaYear() + " is listed");
            }
            stages(at + "/stages/", b.stages());
        }
        if (!t.identification().isEmpty() && villages().isEmpty()) {
            find("/divisions", "没有村,无处安放农户", "lists no village to hold the households");
        }
    }

    private void stages(String at, Stages s) {
        inOrder(
                at,
                "appliedFrom",
                s.appliedFrom(),
                "appliedTo",
                s.appliedTo(),
                "surveyedTo",
                s.surveyedTo(),
                "assessedOn",
                s.assessedOn(),
                "firstNoticePostedOn",
                s.firstNoticePostedOn(),
                "firstNoticeClosedOn",
                s.firstNoticeClosedOn(),
                "reviewedOn",
                s.reviewedOn(),
                "secondNoticePostedOn",
                s.secondNoticePostedOn(),
                "secondNoticeClosedOn",
                s.secondNoticeClosedOn(),
                "approvedOn",
                s.approvedOn(),
                "announcedOn",
                s.announcedOn());
        inOrder(at, "appliedFrom", s.appliedFrom(), "surveyedFrom", s.surveyedFrom());
        inOrder(at, "surveyedFrom", s.surveyedFrom(), "surveyedTo", s.surveyedTo());
        lasts(
                at + "firstNoticeClosedOn",
                "first-notice-days",
                s.firstNoticePostedOn(),
                s.firstNoticeClosedOn());
        lasts(
                at + "secondNoticeClosedOn",
                "second-notice-days",
                s.secondNoticePostedOn(),
                s.secondNoticeClosedOn());
    }

    /**
     * A legal duration excludes its first day: posted on the 21st for 7 days, closed from the 29th.
     */
    private void lasts(String at, String rule, LocalDate posted, LocalDate closed) {
        long days = Rules.days(t, rule, posted);
        if (!closed.isAfter(posted.plusDays(days))) {
            find(
                    at,
                    "公示期不足 " + days + " 天(首日不计)",
                    "the notice lasts less than " + days + " days (its first day not counted)");
        }
    }

    private void removals() {
        Map<String, int[]> left = new HashMap<>();
        t.identification().forEach(b -> left.put(b.id(), new int[] {b.households(), b.persons()}));
        for (int i = 0; i < t.removals().size(); i++) {
            Removal r = t.removals().get(i);
            String at = "/removals/" + i;
            int[] rest = left.get(r.batch());
            if (rest == null) {
                find(at + "/batch", "没有这一批次:" + r.batch(), "no such batch: " + r.batch());
                continue;
            }
            possible(at + "/persons", r.households(), r.persons());
            rest[0] -= r.households();
            rest[1] -= r.persons();
            if (rest[0] < 0
                    || rest[1] < rest[0]
                    || rest[1] > rest[0] * t.synthesis().membersMax()) {
                find(
                        at + "/persons",
                        "剔除后余 " + rest[0] + " 户 " + rest[1] + " 人,不可能",
                        "leaves " + rest[0] + " households of " + rest[1] + " persons: impossible");
            }
            for (Batch b : t.identification()) {
                if (b.id().equals(r.batch()) && r.removedOn().isBefore(b.stages().announcedOn())) {
                    find(at + "/removedOn", "早于公告之日", "is before the batch was announced");
                }
            }
        }
    }

    private void activities() {
        var a = t.activities();
        each(
                a.trainings().size(),
                i ->
                        known(
                                "/activities/trainings/" + i + "/region",
                                a.trainings().get(i).region()));
        rounds("/activities/surveyRounds/", a.surveyRounds());
        rounds("/activities/inspections/", a.inspections());
        for (int i = 0; i < a.poorVillages().size(); i++) {
            for (int v = 0; v < a.poorVillages().get(i).villages().size(); v++) {
                village(
                        "/activities/poorVillages/" + i + "/villages/" + v,
                        a.poorVillages().get(i).villages().get(v));
            }
        }
    }

    private void rounds(String at, List<Township.Rounds> rounds) {
        for (int i = 0; i < rounds.size(); i++) {
            known(at + i + "/region", rounds.get(i).region());
            inOrder(at + i + "/", "from", rounds.get(i).from(), "to", rounds.get(i).to());
        }
    }

    private void money() {
        Set<String> ids = new HashSet<>();
        Map<String, Long> leftFen = new HashMap<>();
        for (int i = 0; i < t.appropriations().size(); i++) {
            Appropriation a = t.appropriations().get(i);
            String at = "/appropriations/" + i;
            unique(ids, at + "/id", a.id());
            known(at + "/region", a.region());
            long allocatedFen = 0;
            for (int j = 0; j < a.allocations().size(); j++) {
                var line = a.allocations().get(j);
                String lineAt = at + "/allocations/" + j + "/";
                known(lineAt + "region", line.region());
                inOrder(lineAt, "issuedOn", a.issuedOn(), "allocatedOn", line.allocatedOn());
                if (leftFen.put(line.id(), line.amountFen()) != null) {
                    find(lineAt + "id", "编号重复:" + line.id(), "the id is used twice: " + line.id());
                }
                allocatedFen += line.amountFen();
            }
            if (allocatedFen > a.amountFen()) {
                find(
                        at + "/amountFen",
                        "分解合计 " + allocatedFen + " 分,超过指标",
                        "its allocations add up to " + allocatedFen + " fen, more than it");
            }
        }
        spend(leftFen);
    }

    private void spend(Map<String, Long> leftFen) {
        Set<String> commitments = new HashSet<>();
        Set<String> payments = new HashSet<>();
        for (int i = 0; i < t.projects().size(); i++) {
            for (int j = 0; j < t.projects().get(i).commitments().size(); j++) {
                Commitment c = t.projects().get(i).commitments().get(j);
                String at = "/projects/" + i + "/commitments/" + j;
                unique(commitments, at + "/id", c.id());
                draw(at + "/lines/", c.lines(), leftFen);
                Map<String, Long> committedFen = new HashMap<>();
                c.lines()
                        .forEach(l -> committedFen.merge(l.allocation(), l.amountFen(), Long::sum));
                for (int k = 0; k < c.payments().size(); k++) {
                    var p = c.payments().get(k);
                    String payAt = at + "/payments/" + k + "/";
                    unique(payments, payAt + "id", p.id());
                    draw(payAt + "lines/", p.lines(), committedFen);
                    inOrder(
                            payAt,
                            "committedOn",
                            c.committedOn(),
                            "requestedOn",
                            p.requestedOn(),
                            "approvedOn",
                            p.approvedOn(),
                            "settledOn",
                            p.settledOn());
                }
            }
        }
    }

    private void draw(String at, List<MoneyLine> lines, Map<String, Long> leftFen) {
        for (int i = 0; i < lines.size(); i++) {
            MoneyLine line = lines.get(i);
            Long left = leftFen.get(line.allocation());
            if (left == null) {
                find(
                        at + i + "/allocation",
                        "没有这条资金:" + line.allocation(),
                        "no such line to draw on: " + line.allocation());
            } else if (left < line.amountFen()) {
                find(
                        at + i + "/amountFen",
                        "只剩 " + left + " 分,不够支出",
                        "only " + left + " fen are left to draw on");
            } else {
                leftFen.put(line.allocation(), left - line.amountFen());
            }
        }
    }

    private void projects() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < t.projects().size(); i++) {
            Project p = t.projects().get(i);
            String at = "/projects/" + i;
            unique(ids, at + "/id", p.id());
            known(at + "/region", p.region());
            LocalDate approvedOn = p.approval().approvedOn();
            inOrder(at + "/approval/", "proposedOn", p.proposedOn(), "approvedOn", approvedOn);
            if (p.contract() != null) {
                inOrder(
                        at + "/contract/",
                        "approvedOn",
                        approvedOn,
                        "signedOn",
                        p.contract().signedOn());
            }
            var acceptance = p.acceptance();
            if (acceptance == null) {
                continue;
            }
            if (p.contract() == null) {
                find(at + "/acceptance", "没有合同不能验收", "cannot be accepted without a contract");
            } else {
                inOrder(
                        at + "/acceptance/",
                        "signedOn",
                        p.contract().signedOn(),
                        "acceptedOn",
                        acceptance.acceptedOn());
            }
            Set<String> villages = new HashSet<>();
            for (int v = 0; v < acceptance.served().size(); v++) {
                var served = acceptance.served().get(v);
                String servedAt = at + "/acceptance/served/" + v;
                Division village = village(servedAt + "/region", served.region());
                unique(villages, servedAt + "/region", served.region());
                if (village != null && served.groups() > village.groups()) {
                    find(
                            servedAt + "/groups",
                            "该村只有 " + village.groups() + " 个组",
                            "the village has only " + village.groups() + " groups");
                }
            }
            beneficiaries(at + "/beneficiaries", p);
        }
    }

    private void beneficiaries(String at, Project p) {
        var named = p.beneficiaries();
        if (named == null) {
            return;
        }
        int removed =
                t.removals().stream()
                        .filter(r -> r.batch().equals(named.batch()))
                        .mapToInt(Removal::households)
                        .sum();
        var batch =
                t.identification().stream().filter(b -> b.id().equals(named.batch())).findFirst();
        if (batch.isEmpty()) {
            find(at + "/batch", "没有这一批次:" + named.batch(), "no such batch: " + named.batch());
        } else if (named.households() > batch.get().households() - removed) {
            find(at + "/households", "多于在册户数", "more than the households on the register");
        }
    }

    private void claims() {
        var text = t.source().text();
        String whole = text == null ? null : String.join("\n", text);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < t.claims().size(); i++) {
            var c = t.claims().get(i);
            String at = "/claims/" + i;
            String region = c.region() == null ? t.township() : c.region();
            known(at + "/region", region);
            unique(seen, at + "/figure", region + " " + c.figure());
            quoted(at + "/phraseZh", whole, c.phraseZh());
        }
        each(
                t.notReached().size(),
                i ->
                        quoted(
                                "/notReached/" + i + "/phraseZh",
                                whole,
                                t.notReached().get(i).phraseZh()));
    }

    private void quoted(String at, @Nullable String whole, String phrase) {
        if (whole != null && !whole.contains(phrase)) {
            find(at, "原文中没有这句话", "does not stand in the text word for word");
        }
    }

    private void possible(String at, int households, int persons) {
        int most = t.synthesis().membersMax();
        if (persons < households || persons > (long) households * most) {
            find(
                    at,
                    households + " 户 " + persons + " 人不可能(每户 1 至 " + most + " 人)",
                    households
                            + " households cannot be "
                            + persons
                            + " persons (1 to "
                            + most
                            + " each)");
        }
    }

    private void known(String at, String region) {
        if (!divisions.containsKey(region)) {
            find(at, "区划未列出:" + region, "the division is not listed: " + region);
        }
    }

    private @Nullable Division village(String at, String region) {
        known(at, region);
        Division d = divisions.get(region);
        if (d != null && d.level() != Level.VILLAGE) {
            find(at, "不是村:" + region, "is not a village: " + region);
            return null;
        }
        return d;
    }

    private List<Division> villages() {
        return divisions.values().stream().filter(d -> d.level() == Level.VILLAGE).toList();
    }

    private void unique(Set<String> seen, String at, String id) {
        if (!seen.add(id)) {
            find(at, "重复:" + id, "is given twice: " + id);
        }
    }

    /** Names and dates in turn; each date must not be before the one before it. */
    private void inOrder(String at, Object... namesAndDates) {
        for (int i = 3; i < namesAndDates.length; i += 2) {
            LocalDate earlier = (LocalDate) namesAndDates[i - 2];
            LocalDate later = (LocalDate) namesAndDates[i];
            if (later.isBefore(earlier)) {
                find(
                        at + namesAndDates[i - 1],
                        later + " 早于 " + namesAndDates[i - 3] + " " + earlier,
                        later + " is before " + namesAndDates[i - 3] + " " + earlier);
            }
        }
    }

    private void find(String pointer, String zh, String en) {
        findings.add(new Finding(pointer, zh, en));
    }

    private static void each(int size, java.util.function.IntConsumer check) {
        IntStream.range(0, size).forEach(check);
    }
}
