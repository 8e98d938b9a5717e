package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Lives.Supported;
import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Target;
import cn.fupin.townships.Township.Exit;
import cn.fupin.townships.Township.PolicyPart;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A household's life on the register: what moves no stage first, then the exits. */
final class LifePhases {
    private static final List<String> VERIFIERS = List.of("村支书", "驻村工作队员", "乡镇扶贫专干");

    private final Phases phases;
    private final Township t;
    private final Lives lives;

    LifePhases(Phases phases, Lives lives) {
        this.phases = phases;
        this.t = phases.township;
        this.lives = lives;
    }

    void add() {
        attributes();
        exits();
        memberChanges();
    }

    private void attributes() {
        begin("重新核实", "re-verifications", Clerk.COUNTY);
        each(
                t.reverifications(),
                lives.reverifications(),
                "reverification",
                (r, h) ->
                        new Requests.Reverification(
                                r.round(), r.decidedBy(), r.assumed(), r.reverifiedOn()));
        begin("脱贫规划与计划", "plans", Clerk.TOWNSHIP);
        each(
                t.plans(),
                lives.plans(),
                "plan",
                (p, h) ->
                        new Requests.Plan(
                                p.kind(),
                                p.fromYear(),
                                p.toYear(),
                                p.measures(),
                                p.assumed(),
                                p.adoptedOn()));
        begin("帮扶措施", "measures", Clerk.TOWNSHIP);
        each(
                t.measures(),
                lives.measures(),
                "measure",
                (m, h) ->
                        new Requests.Measure(m.measure(), m.scheme(), m.assumed(), m.assignedOn()));
        policies();
        begin("走访", "visits", Clerk.TOWNSHIP);
        visits();
        begin("脱贫计划户", "planned exits", Clerk.TOWNSHIP);
        each(
                t.exitPlans(),
                lives.exitPlans(),
                "exit-plan",
                (p, h) ->
                        new Requests.ExitPlan(p.year(), p.decidedBy(), p.assumed(), p.plannedOn()));
    }

    /** Whoever applied and has it, applied first. */
    private void policies() {
        begin("申报政策", "policies applied for", Clerk.TOWNSHIP);
        eachPart(
                t.policies(),
                lives.policies(),
                (p, those) -> {
                    if (p.appliedOn() == null) return;
                    those.forEach(s -> policy("policy-application", p, s, p.appliedOn(), null));
                });
        begin("享受政策", "policies granted", Clerk.TOWNSHIP);
        eachPart(
                t.policies(),
                lives.policies(),
                (p, those) -> {
                    if (p.since() == null) return;
                    those.forEach(s -> policy("policy", p, s, null, p.since()));
                });
    }

    private void policy(
            String step,
            PolicyPart p,
            Supported s,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate since) {
        var decidedBy = since == null ? null : p.decidedBy();
        Record body =
                s.members().isEmpty()
                        ? new Requests.PolicyOfHousehold(
                                p.policy(), p.details(), decidedBy, p.assumed(), appliedOn, since)
                        : new Requests.PolicyOfMembers(
                                p.policy(),
                                p.details(),
                                s.members().stream()
                                        .map(m -> new Requests.Recipient(m.identityNumber()))
                                        .toList(),
                                decidedBy,
                                p.assumed(),
                                appliedOn,
                                since);
        phases.household(s.household(), step, body);
    }

    /** Each household's visits lie evenly in the time, its own days after the first. */
    private void visits() {
        Map<String, String> helpers = lives.helperIds();
        eachPart(
                t.visits(),
                lives.visits(),
                (v, households) -> {
                    long days = ChronoUnit.DAYS.between(v.from(), v.to()) + 1;
                    for (int i = 0; i < households.size(); i++) {
                        Household household = households.get(i);
                        for (int n = 0; n < v.timesEach(); n++) {
                            long day = (days * n / v.timesEach() + i) % days;
                            phases.household(
                                    household,
                                    "visit",
                                    new Requests.Visit(
                                            Objects.requireNonNull(helpers.get(household.id())),
                                            v.purpose(),
                                            v.assumed(),
                                            v.from().plusDays(day)));
                        }
                    }
                });
    }

    private void exits() {
        begin("脱贫提名", "exit proposals", Clerk.TOWNSHIP);
        each(
                t.exits(),
                lives.exits(),
                "exit-proposal",
                (e, h) ->
                        new Requests.ExitProposal(
                                e.decidedBy(), e.assumed(), e.stages().proposedOn()));
        begin("脱贫核实", "exit verifications", Clerk.TOWNSHIP);
        each(t.exits(), lives.exits(), "exit-verification", this::verification);
        begin("农户认可", "households agree", Clerk.TOWNSHIP);
        each(
                t.exits(),
                lives.exits(),
                "exit-agreement",
                (e, h) ->
                        new Requests.ExitAgreement(
                                h.members().getFirst().identityNumber(),
                                e.assumed(),
                                e.stages().agreedOn()));
        begin("脱贫公示", "exit notices", Clerk.TOWNSHIP);
        eachNotice((e, id, households) ->
                phases.send(
                        "/notices/",
                        id,
                        "/posting",
                        new Requests.Notice(
                                "EXIT",
                                households.getFirst().village(),
                                Phases.NOTICE_BOARD,
                                households.stream().map(Household::id).toList(),
                                e.assumed(),
                                e.stages().noticePostedOn())));
        begin("脱贫公示期满", "exit notices close", Clerk.TOWNSHIP);
        eachNotice((e, id, households) ->
                phases.send(
                        "/notices/",
                        id,
                        "/closing",
                        new Requests.Closing(e.assumed(), e.stages().noticeClosedOn())));
        Map<String, String> notices = new HashMap<>();
        eachNotice((e, id, households) -> households.forEach(h -> notices.put(h.id(), id)));
        begin("确认脱贫", "exits", Clerk.COUNTY);
        each(
                t.exits(),
                lives.exits(),
                "exit",
                (e, h) ->
                        new Requests.Exit(
                                Objects.requireNonNull(notices.get(h.id())),
                                e.decidedBy(),
                                e.assumed(),
                                e.stages().exitedOn()));
        tell();
    }

    /** 公告, and upward 上报. */
    private void tell() {
        begin("脱贫公告", "exits are announced", Clerk.COUNTY);
        for (int i = 0; i < t.exits().size(); i++) {
            Exit exit = t.exits().get(i);
            var said = exit.announcement();
            if (said == null) continue;
            String part = "exit/" + i + "/";
            byVillage(lives.exits().get(i))
                    .forEach((village, there) ->
                            phases.announce("EXIT", part, village, there, exit.decidedBy(), said));
        }
        begin("脱贫上报", "exits are reported", Clerk.TOWNSHIP);
        for (var r : t.activities().exitReports()) {
            phases.region(
                    r.region(),
                    "exit-report",
                    new Requests.ExitReport(
                            r.year(),
                            r.households(),
                            r.persons(),
                            r.reportedTo(),
                            r.documentNo(),
                            r.assumed(),
                            r.reportedOn()));
        }
    }

    /** Somewhat above the line, the same at every load. */
    private Requests.ExitVerification verification(Exit e, Household h) {
        long lineFen =
                t.povertyLines().stream()
                        .filter(l -> l.year() == e.incomeYear())
                        .mapToLong(Township.PovertyLine::lineFenPerYear)
                        .max()
                        .orElseThrow();
        int percent = 103 + new Random(h.id().hashCode()).nextInt(70);
        return new Requests.ExitVerification(
                VERIFIERS,
                e.incomeYear(),
                lineFen * percent / 100,
                Requests.Assurances.ALL,
                e.assumed(),
                e.stages().verifiedOn());
    }

    private void memberChanges() {
        begin("自然增加", "members who join", Clerk.TOWNSHIP);
        eachPart(
                t.joinings(),
                lives.joinings(),
                (c, joinings) ->
                        joinings.forEach(j ->
                                phases.household(
                                        j.household(),
                                        "member-joining",
                                        new Requests.MemberJoining(
                                                c.reason(),
                                                j.member(),
                                                c.assumed(),
                                                j.joinedOn()))));
        begin("自然减少", "members who leave", Clerk.TOWNSHIP);
        eachPart(
                t.leavings(),
                lives.leavings(),
                (c, leavings) ->
                        leavings.forEach(l ->
                                phases.household(
                                        l.household(),
                                        "member-leaving",
                                        new Requests.MemberLeaving(
                                                l.member().identityNumber(),
                                                c.reason(),
                                                c.assumed(),
                                                l.leftOn()))));
    }

    private void begin(String zh, String en, Clerk clerk) {
        phases.begin(zh, en, Target.HOUSEHOLD, clerk);
    }

    private <P> void each(
            List<P> parts,
            List<List<Household>> chosen,
            String step,
            BiFunction<P, Household, Record> body) {
        eachPart(
                parts,
                chosen,
                (part, households) ->
                        households.forEach(h -> phases.household(h, step, body.apply(part, h))));
    }

    private static <P, C> void eachPart(
            List<P> parts, List<List<C>> chosen, BiConsumer<P, List<C>> send) {
        for (int i = 0; i < parts.size(); i++) {
            send.accept(parts.get(i), chosen.get(i));
        }
    }

    @FunctionalInterface
    private interface OfNotice {
        void send(Exit exit, String noticeId, List<Household> households);
    }

    /** A notice hangs where its households live, whatever the village is called since. */
    private void eachNotice(OfNotice notice) {
        for (int i = 0; i < t.exits().size(); i++) {
            Exit exit = t.exits().get(i);
            String part = "exit/" + i + "/";
            byVillage(lives.exits().get(i))
                    .forEach((village, there) ->
                            notice.send(exit, phases.ids.of("notice", part + village), there));
        }
    }

    private static Map<String, List<Household>> byVillage(List<Household> households) {
        Map<String, List<Household>> villages = new LinkedHashMap<>();
        for (Household h : households) {
            villages.computeIfAbsent(h.village(), v -> new ArrayList<>()).add(h);
        }
        return villages;
    }
}
