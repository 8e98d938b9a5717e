package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Township.Batch;
import cn.fupin.townships.Township.Commitment;
import cn.fupin.townships.Township.Payment;
import cn.fupin.townships.Township.Project;
import cn.fupin.townships.Township.Rounds;
import cn.fupin.townships.Township.Stages;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command of a township, in phases: a phase begins when the one before it is wholly answered,
 * so no command can come before what it builds on. The same file gives the same plan.
 */
final class LoadPlan {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(i -> i.withValueInclusion(Include.NON_NULL))
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    enum Target {
        HOUSEHOLD,
        PROJECT,
        FUNDING,
        REPORTING
    }

    /** Who enters the phase's commands; whoever requested a payment may not approve it. */
    enum Clerk {
        TOWNSHIP("loader.township-clerk", "township-clerk"),
        COUNTY("loader.county-office", "county-office"),
        FINANCE("loader.county-finance", "county-finance");

        final String actor;
        final String role;

        Clerk(String actor, String role) {
            this.actor = actor;
            this.role = role;
        }
    }

    /**
     * @param stream lines with the same stream must be answered in order
     */
    record Line(String to, String stream, String key, String body) {
        /** The body may hold personal numbers: it is never printed. */
        @Override
        public String toString() {
            return to + " (" + key + ")";
        }
    }

    record Phase(String zh, String en, Target target, Clerk clerk, List<Line> lines) {}

    private final Township t;
    private final Ids ids;
    private final List<Phase> phases = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private List<Line> lines = new ArrayList<>();

    private LoadPlan(Township township) {
        this.t = township;
        this.ids = new Ids(township.id());
    }

    static List<Phase> of(Township township) {
        var plan = new LoadPlan(township);
        var households = Synthesiser.households(township);
        plan.regionsAndRules();
        plan.activities();
        households.forEach(plan::identification);
        plan.helpers(households);
        plan.removals(households);
        plan.projectsBegin();
        plan.funds();
        plan.projectsEnd(households);
        plan.claims();
        return List.copyOf(plan.phases);
    }

    private void regionsAndRules() {
        phase(
                "区划",
                "regions",
                Target.HOUSEHOLD,
                Clerk.COUNTY,
                () ->
                        t.divisions()
                                .forEach(d ->
                                        region(
                                                d.code(),
                                                "listing",
                                                new Requests.Listing(
                                                        d.code(),
                                                        d.name(),
                                                        d.level().name(),
                                                        d.parent(),
                                                        d.sample(),
                                                        d.listedOn()))));
        phase(
                "扶贫标准、规则与指标",
                "poverty lines, rules, quotas",
                Target.HOUSEHOLD,
                Clerk.COUNTY,
                () -> {
                    t.povertyLines()
                            .forEach(l ->
                                    send(
                                            "/poverty-lines/",
                                            "povertyline-" + l.region() + "-" + l.year(),
                                            "/setting",
                                            new Requests.LineSetting(
                                                    l.region(),
                                                    l.year(),
                                                    l.lineFenPerYear(),
                                                    l.incomeConcept(),
                                                    l.documentNo(),
                                                    l.setOn())));
                    t.rules()
                            .forEach(r ->
                                    send(
                                            "/rules/",
                                            "rule-" + r.region() + "-" + r.code(),
                                            "/enactment",
                                            new Requests.RuleEnactment(
                                                    r.region(),
                                                    r.code(),
                                                    r.value(),
                                                    r.unit(),
                                                    r.effectiveFrom(),
                                                    r.source(),
                                                    r.assumed())));
                    t.quotas()
                            .forEach(q ->
                                    send(
                                            "/quotas/",
                                            "quota-" + q.region() + "-" + q.year(),
                                            "/allocation",
                                            new Requests.QuotaAllocation(
                                                    q.region(),
                                                    q.year(),
                                                    q.persons(),
                                                    q.ceilingPersons(),
                                                    q.decidedBy(),
                                                    q.assumed(),
                                                    q.allocatedOn())));
                });
    }

    private void activities() {
        var a = t.activities();
        phase(
                "镇情与活动",
                "facts and activities",
                Target.HOUSEHOLD,
                Clerk.TOWNSHIP,
                () -> {
                    t.facts()
                            .forEach(f ->
                                    region(
                                            f.region(),
                                            "facts",
                                            new Requests.Fact(
                                                    f.measure(),
                                                    f.value(),
                                                    f.unit(),
                                                    f.approximate(),
                                                    f.assumed(),
                                                    f.asOf())));
                    a.trainings()
                            .forEach(x ->
                                    region(
                                            x.region(),
                                            "training",
                                            new Requests.Training(
                                                    x.classes(),
                                                    x.personTimes(),
                                                    x.assumed(),
                                                    x.heldOn())));
                    a.surveyRounds().forEach(rounds("survey-rounds"));
                    a.inspections().forEach(rounds("inspections"));
                    for (var poor : a.poorVillages()) {
                        for (String village : poor.villages()) {
                            region(
                                    village,
                                    "poor-village",
                                    new Requests.PoorVillage(
                                            poor.decidedBy(), poor.assumed(), poor.identifiedOn()));
                        }
                    }
                });
    }

    private Consumer<Rounds> rounds(String what) {
        return r -> {
            long days = ChronoUnit.DAYS.between(r.from(), r.to());
            for (int i = 0; i < r.count(); i++) {
                LocalDate on = r.from().plusDays(r.count() == 1 ? 0 : days * i / (r.count() - 1));
                region(r.region(), what, new Requests.Held(r.assumed(), on));
            }
        };
    }

    private void identification(Households households) {
        Batch batch = households.batch();
        Stages on = batch.stages();
        boolean assumed = batch.assumed();
        eachHousehold(
                "农户申请",
                "applications",
                Clerk.TOWNSHIP,
                households.all(),
                "application",
                h ->
                        new Requests.Application(
                                h.village(),
                                "第%d村民小组".formatted(h.group()),
                                h.members(),
                                assumed,
                                h.appliedOn()));
        eachHousehold(
                "入户调查",
                "home surveys",
                Clerk.TOWNSHIP,
                households.all(),
                "survey",
                h -> survey(batch, h));
        eachVillage(
                "民主评议",
                "democratic assessments",
                households,
                village ->
                        send(
                                "/assessments/",
                                assessmentId(batch, village),
                                "/holding",
                                new Requests.Assessment(
                                        village,
                                        households.attendance().getOrDefault(village, 0),
                                        households.of(village).stream()
                                                .map(h ->
                                                        new Requests.Ballot(
                                                                h.id(),
                                                                h.votes().votesFor(),
                                                                h.votes().votesAgainst()))
                                                .toList(),
                                        assumed,
                                        on.assessedOn())));
        eachHousehold(
                "评议结果",
                "assessment results",
                Clerk.TOWNSHIP,
                households.all(),
                "assessment",
                h -> new Requests.Assessed(assessmentId(batch, h.village())));
        notices(households, "FIRST", on.firstNoticePostedOn(), on.firstNoticeClosedOn());
        eachHousehold(
                "乡镇审核",
                "township reviews",
                Clerk.TOWNSHIP,
                households.all(),
                "township-review",
                h ->
                        new Requests.Review(
                                noticeId(batch, h.village(), "FIRST"),
                                batch.reviewedBy(),
                                assumed,
                                on.reviewedOn()));
        notices(households, "SECOND", on.secondNoticePostedOn(), on.secondNoticeClosedOn());
        eachHousehold(
                "县级审批、建档立卡",
                "registrations",
                Clerk.COUNTY,
                households.all(),
                "registration",
                h ->
                        new Requests.Registration(
                                noticeId(batch, h.village(), "SECOND"),
                                on.approvedOn(),
                                on.announcedOn(),
                                batch.approvedBy(),
                                batch.standard(),
                                h.householdType(),
                                h.mainCause(),
                                h.otherCauses(),
                                batch.quotaYear(),
                                batch.name(),
                                assumed));
    }

    private static Requests.Survey survey(Batch batch, Household h) {
        var s = h.survey();
        return new Requests.Survey(
                List.of("包村干部", "村委会干部"),
                batch.incomeYear(),
                s.wageFen(),
                s.businessFen(),
                s.transferFen(),
                s.propertyFen(),
                s.costFen(),
                s.waterSafe(),
                s.housingSafe(),
                batch.assumed(),
                s.surveyedOn());
    }

    private void notices(
            Households households, String kind, LocalDate postedOn, LocalDate closedOn) {
        Batch batch = households.batch();
        boolean first = kind.equals("FIRST");
        eachVillage(
                first ? "第一次公示" : "第二次公示",
                first ? "first notices" : "second notices",
                households,
                village ->
                        send(
                                "/notices/",
                                noticeId(batch, village, kind),
                                "/posting",
                                new Requests.Notice(
                                        kind,
                                        village,
                                        "村务公开栏",
                                        households.of(village).stream().map(Household::id).toList(),
                                        batch.assumed(),
                                        postedOn)));
        eachVillage(
                first ? "第一次公示期满" : "第二次公示期满",
                first ? "first notices close" : "second notices close",
                households,
                village ->
                        send(
                                "/notices/",
                                noticeId(batch, village, kind),
                                "/closing",
                                new Requests.Closing(closedOn)));
    }

    private void helpers(List<Households> batches) {
        var helpers = t.helpers();
        if (helpers == null) {
            return;
        }
        phase(
                "帮扶责任人",
                "helpers",
                Target.HOUSEHOLD,
                Clerk.TOWNSHIP,
                () -> {
                    Map<String, Integer> inVillage = new HashMap<>();
                    for (Households batch : batches) {
                        for (Household h : batch.kept()) {
                            int n = inVillage.merge(h.village(), 1, Integer::sum) - 1;
                            int helper = n / helpers.householdsPerHelper();
                            household(
                                    h,
                                    "helper",
                                    new Requests.Helper(
                                            ids.of("helper", h.village() + "/" + helper),
                                            helpers.unit(),
                                            helpers.assumed(),
                                            helpers.assignedOn()));
                        }
                    }
                });
    }

    private void removals(List<Households> batches) {
        phase(
                "按上级要求剔除",
                "removals by order",
                Target.HOUSEHOLD,
                Clerk.COUNTY,
                () -> {
                    for (Households batch : batches) {
                        for (Household h : batch.all()) {
                            Integer removal = h.removal();
                            if (removal != null) {
                                household(h, "removal", removed(t.removals().get(removal)));
                            }
                        }
                    }
                });
    }

    private static Requests.Removal removed(Township.Removal r) {
        return new Requests.Removal(
                r.cause(), r.authority(), r.orderedBy(), r.assumed(), r.removedOn());
    }

    private void projectsBegin() {
        eachProject(
                "项目申报",
                "project proposals",
                Clerk.TOWNSHIP,
                (id, p) ->
                        send(
                                "/projects/",
                                id,
                                "/proposal",
                                new Requests.Proposal(
                                        p.region(),
                                        p.name(),
                                        p.kind(),
                                        p.budgetFen(),
                                        p.plannedOutputs(),
                                        p.proposedBy(),
                                        p.assumed(),
                                        p.proposedOn())));
        eachProject(
                "项目入库",
                "project approvals",
                Clerk.COUNTY,
                (id, p) ->
                        send(
                                "/projects/",
                                id,
                                "/approval",
                                new Requests.ProjectApproval(
                                        p.approval().libraryYear(),
                                        p.approval().decidedBy(),
                                        p.approval().assumed(),
                                        p.approval().approvedOn())));
        eachProject(
                "项目合同",
                "project contracts",
                Clerk.COUNTY,
                (id, p) -> {
                    var c = p.contract();
                    if (c != null) {
                        send(
                                "/projects/",
                                id,
                                "/contract",
                                new Requests.Contract(
                                        c.contractNo(),
                                        c.contractor(),
                                        c.contractFen(),
                                        c.assumed(),
                                        c.signedOn()));
                    }
                });
    }

    private void funds() {
        phase(
                "资金指标",
                "appropriations",
                Target.FUNDING,
                Clerk.FINANCE,
                () ->
                        t.appropriations()
                                .forEach(a ->
                                        send(
                                                "/appropriations/",
                                                ids.of("appropriation", a.id()),
                                                "/receipt",
                                                new Requests.Receipt(
                                                        a.region(),
                                                        a.documentNo(),
                                                        a.sourceLevel(),
                                                        a.sourceType(),
                                                        a.purpose(),
                                                        a.amountFen(),
                                                        a.assumed(),
                                                        a.issuedOn()))));
        phase(
                "资金分解",
                "allocations",
                Target.FUNDING,
                Clerk.FINANCE,
                () -> {
                    for (var a : t.appropriations()) {
                        for (var line : a.allocations()) {
                            send(
                                    "/appropriations/",
                                    ids.of("appropriation", a.id()),
                                    "/allocations",
                                    new Requests.Allocation(
                                            ids.of("allocation", line.id()),
                                            line.region(),
                                            line.purpose(),
                                            line.amountFen(),
                                            line.assumed(),
                                            line.allocatedOn()));
                        }
                    }
                });
        phase(
                "项目资金",
                "commitments",
                Target.FUNDING,
                Clerk.FINANCE,
                () ->
                        eachCommitment((p, c) ->
                                send(
                                        "/commitments/",
                                        ids.of("commitment", c.id()),
                                        "/commitment",
                                        new Requests.Commitment(
                                                ids.of("project", p.id()),
                                                Requests.lines(c.lines(), ids),
                                                c.amountFen(),
                                                c.assumed(),
                                                c.committedOn()))));
        eachPayment(
                "拨付申请",
                "payment requests",
                Clerk.TOWNSHIP,
                (c, p) ->
                        send(
                                "/payments/",
                                ids.of("payment", p.id()),
                                "/request",
                                new Requests.PaymentRequest(
                                        ids.of("commitment", c.id()),
                                        new Requests.Payee(p.payeeKind(), p.payeeName()),
                                        Requests.lines(p.lines(), ids),
                                        p.amountFen(),
                                        p.assumed(),
                                        p.requestedOn())));
        eachPayment(
                "拨付审批",
                "payment approvals",
                Clerk.FINANCE,
                (c, p) ->
                        send(
                                "/payments/",
                                ids.of("payment", p.id()),
                                "/approval",
                                new Requests.PaymentApproval(p.decidedBy(), p.approvedOn())));
        eachPayment(
                "银行回执",
                "bank results",
                Clerk.FINANCE,
                (c, p) ->
                        send(
                                "/payments/",
                                ids.of("payment", p.id()),
                                "/bank-result",
                                new Requests.BankResult(true, p.bankReference(), p.settledOn())));
    }

    private void projectsEnd(List<Households> batches) {
        eachProject(
                "项目完工",
                "projects complete",
                Clerk.TOWNSHIP,
                (id, p) -> {
                    var a = p.acceptance();
                    if (a != null) {
                        send(
                                "/projects/",
                                id,
                                "/progress",
                                new Requests.ProgressReport(100, a.acceptedOn()));
                    }
                });
        eachProject(
                "项目验收",
                "project acceptances",
                Clerk.COUNTY,
                (id, p) -> {
                    var a = p.acceptance();
                    if (a != null) {
                        send(
                                "/projects/",
                                id,
                                "/acceptance",
                                new Requests.Acceptance(
                                        a.acceptedBy(),
                                        a.outputs(),
                                        a.served(),
                                        a.assumed(),
                                        a.acceptedOn()));
                    }
                });
        eachProject(
                "项目受益户",
                "beneficiaries",
                Clerk.TOWNSHIP,
                (id, p) -> {
                    var named = p.beneficiaries();
                    if (named != null) {
                        send(
                                "/projects/",
                                id,
                                "/beneficiaries",
                                new Requests.Naming(
                                        shares(named, batches), named.assumed(), named.namedOn()));
                    }
                });
    }

    /** The first households on the register of that batch, spread over it, in equal shares. */
    private static List<Requests.Share> shares(
            Township.Beneficiaries named, List<Households> batches) {
        var kept =
                batches.stream()
                        .filter(b -> b.batch().id().equals(named.batch()))
                        .flatMap(b -> b.kept().stream())
                        .toList();
        int step = kept.size() / named.households();
        long[] basisPoints =
                Shares.inProportion(10_000, Collections.nCopies(named.households(), 1));
        return IntStream.range(0, named.households())
                .mapToObj(i -> new Requests.Share(kept.get(i * step).id(), basisPoints[i]))
                .toList();
    }

    private void claims() {
        phase(
                "原文数字",
                "the text's figures",
                Target.REPORTING,
                Clerk.TOWNSHIP,
                () -> {
                    for (var c : t.claims()) {
                        String region = c.region() == null ? t.township() : c.region();
                        send(
                                "/claims/",
                                "claim-" + region + "-" + c.figure(),
                                "/statement",
                                new Requests.Statement(
                                        region,
                                        c.figure(),
                                        c.phraseZh(),
                                        c.value(),
                                        c.unit(),
                                        c.approximate(),
                                        c.claimedFor(),
                                        t.source().reference(),
                                        c.claimedFor()));
                    }
                });
    }

    private void eachHousehold(
            String zh,
            String en,
            Clerk clerk,
            List<Household> households,
            String step,
            Function<Household, Record> body) {
        phase(
                zh,
                en,
                Target.HOUSEHOLD,
                clerk,
                () -> households.forEach(h -> household(h, step, body.apply(h))));
    }

    private void eachVillage(String zh, String en, Households households, Consumer<String> line) {
        phase(zh, en, Target.HOUSEHOLD, Clerk.TOWNSHIP, () -> households.villages().forEach(line));
    }

    private void eachProject(String zh, String en, Clerk clerk, BiConsumer<String, Project> line) {
        phase(
                zh,
                en,
                Target.PROJECT,
                clerk,
                () -> t.projects().forEach(p -> line.accept(ids.of("project", p.id()), p)));
    }

    private void eachCommitment(BiConsumer<Project, Commitment> line) {
        t.projects().forEach(p -> p.commitments().forEach(c -> line.accept(p, c)));
    }

    private void eachPayment(
            String zh, String en, Clerk clerk, BiConsumer<Commitment, Payment> line) {
        phase(
                zh,
                en,
                Target.FUNDING,
                clerk,
                () -> eachCommitment((p, c) -> c.payments().forEach(pay -> line.accept(c, pay))));
    }

    private String assessmentId(Batch batch, String village) {
        return ids.of("assessment", batch.id() + "/" + village);
    }

    private String noticeId(Batch batch, String village, String kind) {
        return ids.of("notice", batch.id() + "/" + village + "/" + kind);
    }

    private void region(String code, String what, Record body) {
        send("/regions/", "region-" + code, "/" + what, body);
    }

    private void household(Household h, String step, Record body) {
        send("/households/", h.id(), "/" + step, body);
    }

    /**
     * The key is made from what is sent, so that the same command is the same key at every load,
     * and what two townships share (their county) is sent twice with one effect. An application's
     * is made from its path alone: a hash of personal numbers would give them away.
     */
    private void send(String before, String stream, String after, Record body) {
        String to = before + stream + after;
        String json = JSON.writeValueAsString(body);
        String what = body instanceof Requests.Application ? to : to + "\n" + json;
        int nth = occurrences.merge(what, 1, Integer::sum);
        // One word without hyphens: hex groups of digits alone could look like a card number.
        String key = "load" + Ids.uuid5(nth + "\n" + what).toString().replace("-", "");
        lines.add(new Line(to, stream, key, json));
    }

    private void phase(String zh, String en, Target target, Clerk clerk, Runnable fill) {
        fill.run();
        if (!lines.isEmpty()) {
            phases.add(new Phase(zh, en, target, clerk, List.copyOf(lines)));
            lines = new ArrayList<>();
        }
    }
}
