package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Target;
import cn.fupin.townships.Township.Batch;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Households from application to registration, their helpers, and removals by order. */
final class PeoplePhases {
    private static final List<String> SURVEYORS = List.of("包村干部", "村委会干部");

    private final Phases phases;
    private final Township t;

    private final Synthesiser.People people;

    PeoplePhases(Phases phases, Synthesiser.People people) {
        this.phases = phases;
        this.t = phases.township;
        this.people = people;
    }

    void add() {
        people.batches().forEach(this::identify);
        assignHelpers();
        nameHelpers();
        remove(people.batches());
    }

    private void identify(Households households) {
        Batch batch = households.batch();
        var on = batch.stages();
        each(
                households,
                "农户申请",
                "applications",
                Clerk.TOWNSHIP,
                "application",
                h -> application(batch, h));
        each(households, "入户调查", "home surveys", Clerk.TOWNSHIP, "survey", h -> survey(batch, h));
        begin("民主评议", "democratic assessments");
        households.villages().forEach(v -> assess(households, v));
        each(
                households,
                "评议结果",
                "assessment results",
                Clerk.TOWNSHIP,
                "assessment",
                h -> new Requests.Assessed(assessmentId(batch, h.village())));
        begin("第一次公示", "first notices");
        households.villages().forEach(v -> post(households, v, "FIRST", on.firstNoticePostedOn()));
        begin("第一次公示期满", "first notices close");
        households.villages().forEach(v -> close(batch, v, "FIRST", on.firstNoticeClosedOn()));
        each(
                households,
                "乡镇审核",
                "township reviews",
                Clerk.TOWNSHIP,
                "township-review",
                h ->
                        new Requests.Review(
                                noticeId(batch, h.village(), "FIRST"),
                                batch.reviewedBy(),
                                batch.assumed(),
                                on.reviewedOn()));
        begin("第二次公示", "second notices");
        households
                .villages()
                .forEach(v -> post(households, v, "SECOND", on.secondNoticePostedOn()));
        begin("第二次公示期满", "second notices close");
        households.villages().forEach(v -> close(batch, v, "SECOND", on.secondNoticeClosedOn()));
        each(
                households,
                "县级审批、建档立卡",
                "registrations",
                Clerk.COUNTY,
                "registration",
                h -> registration(batch, h));
        announce(households);
    }

    private void announce(Households households) {
        Batch batch = households.batch();
        var said = batch.announcement();
        if (said == null) return;
        phases.begin("公告", "announcements", Target.HOUSEHOLD, Clerk.COUNTY);
        for (String village : households.villages()) {
            phases.announce(
                    "REGISTRATION",
                    "identification/" + batch.id() + "/",
                    village,
                    households.of(village),
                    batch.approvedBy(),
                    said);
        }
    }

    private void begin(String zh, String en) {
        phases.begin(zh, en, Target.HOUSEHOLD, Clerk.TOWNSHIP);
    }

    private void each(
            Households households,
            String zh,
            String en,
            Clerk clerk,
            String step,
            Function<Household, Record> body) {
        phases.begin(zh, en, Target.HOUSEHOLD, clerk);
        households.all().forEach(h -> phases.household(h, step, body.apply(h)));
    }

    private static Requests.Application application(Batch batch, Household h) {
        return new Requests.Application(
                h.village(),
                "第%d村民小组".formatted(h.group()),
                h.members(),
                batch.assumed(),
                h.appliedOn());
    }

    private static Requests.Survey survey(Batch batch, Household h) {
        var s = h.survey();
        return new Requests.Survey(
                SURVEYORS,
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

    private void assess(Households households, String village) {
        Batch batch = households.batch();
        var ballots =
                households.of(village).stream()
                        .map(h ->
                                new Requests.Ballot(
                                        h.id(), h.votes().votesFor(), h.votes().votesAgainst()))
                        .toList();
        phases.send(
                "/assessments/",
                assessmentId(batch, village),
                "/holding",
                new Requests.Assessment(
                        village,
                        households.attendance().getOrDefault(village, 0),
                        ballots,
                        batch.assumed(),
                        batch.stages().assessedOn()));
    }

    private void post(Households households, String village, String kind, LocalDate postedOn) {
        Batch batch = households.batch();
        phases.send(
                "/notices/",
                noticeId(batch, village, kind),
                "/posting",
                new Requests.Notice(
                        kind,
                        village,
                        Phases.NOTICE_BOARD,
                        households.of(village).stream().map(Household::id).toList(),
                        batch.assumed(),
                        postedOn));
    }

    private void close(Batch batch, String village, String kind, LocalDate closedOn) {
        phases.send(
                "/notices/",
                noticeId(batch, village, kind),
                "/closing",
                new Requests.Closing(batch.assumed(), closedOn));
    }

    private Requests.Registration registration(Batch batch, Household h) {
        return new Requests.Registration(
                noticeId(batch, h.village(), "SECOND"),
                batch.stages().approvedOn(),
                batch.stages().announcedOn(),
                batch.approvedBy(),
                batch.standard(),
                h.householdType(),
                h.mainCause(),
                h.otherCauses(),
                batch.quotaYear(),
                batch.name(),
                batch.assumed());
    }

    private void assignHelpers() {
        begin("帮扶责任人", "helpers");
        for (int i = 0; i < t.leaders().size(); i++) {
            var leader = t.leaders().get(i);
            for (var helped : people.lives().leaders().get(i)) {
                phases.household(
                        helped.household(),
                        "helper",
                        new Requests.Helper(
                                helped.helperId(),
                                leader.unit(),
                                "LEADER",
                                leader.assumed(),
                                leader.assignedOn()));
            }
        }
        for (int i = 0; i < t.helpers().size(); i++) {
            var helpers = t.helpers().get(i);
            for (var helped : people.lives().helpers().get(i)) {
                phases.household(
                        helped.household(),
                        "helper",
                        new Requests.Helper(
                                helped.helperId(),
                                helpers.unit(),
                                helpers.kind(),
                                helpers.assumed(),
                                helpers.assignedOn()));
            }
        }
    }

    /** A few are enough to see how it looks; the texts name nobody. */
    private void nameHelpers() {
        begin("帮扶责任人姓名", "names of helpers");
        for (int i = 0; i < t.leaders().size(); i++) {
            var leader = t.leaders().get(i);
            name(people.lives().leaders().get(i), "示例领导", leader.unit(), leader.assignedOn());
        }
        for (int i = 0; i < t.helpers().size(); i++) {
            var helpers = t.helpers().get(i);
            name(people.lives().helpers().get(i), "示例甲", helpers.unit(), helpers.assignedOn());
        }
    }

    private void name(List<Lives.Helped> helped, String name, String unit, LocalDate on) {
        if (helped.isEmpty()) return;
        var first = helped.getFirst();
        // where its households lie by now: what the township came to be is said later
        phases.send(
                "/helpers/",
                first.helperId(),
                "/naming",
                new Requests.HelperNaming(first.household().village(), name, unit, true, on));
    }

    private void remove(List<Households> batches) {
        begin("被剔除户此前享受的政策", "policies those removed had before");
        eachRemoved(
                batches,
                (h, r) -> {
                    var had = r.had();
                    if (had != null) phases.household(h, "policy", had(had));
                });
        phases.begin("按上级要求剔除", "removals by order", Target.HOUSEHOLD, Clerk.COUNTY);
        eachRemoved(batches, (h, r) -> phases.household(h, "removal", removed(r)));
    }

    private void eachRemoved(
            List<Households> batches, BiConsumer<Household, Township.Removal> each) {
        for (Households batch : batches) {
            for (Household h : batch.all()) {
                Integer removal = h.removal();
                if (removal != null) each.accept(h, t.removals().get(removal));
            }
        }
    }

    private static Requests.PolicyOfHousehold had(Township.Had had) {
        return new Requests.PolicyOfHousehold(
                had.policy(), null, had.decidedBy(), had.assumed(), null, had.since());
    }

    private static Requests.Removal removed(Township.Removal r) {
        return new Requests.Removal(
                r.cause(), r.authority(), r.orderedBy(), r.assumed(), r.removedOn());
    }

    private String assessmentId(Batch batch, String village) {
        return phases.ids.of("assessment", batch.id() + "/" + village);
    }

    private String noticeId(Batch batch, String village, String kind) {
        return phases.ids.of("notice", batch.id() + "/" + village + "/" + kind);
    }
}
