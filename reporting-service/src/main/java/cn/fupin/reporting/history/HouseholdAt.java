package cn.fupin.reporting.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A household as it was: folded from its life, and a total function of it.
 *
 * @param income of the latest year
 * @param incomes by year, each as last recorded
 * @param exitPlannedFor the year; null where none is planned or it is off the register
 */
public record HouseholdAt(
        Standing standing,
        long persons,
        @Nullable String region,
        @Nullable String group,
        @Nullable String householdType,
        @Nullable String mainCause,
        List<String> otherCauses,
        @Nullable Income income,
        List<Income> incomes,
        @Nullable Long lineFenPerYear,
        @Nullable Helper helper,
        List<Member> members,
        @Nullable Monitoring monitoring,
        List<Measure> measures,
        List<Plan> plans,
        @Nullable Long exitPlannedFor,
        @Nullable Visits visits,
        List<Project> projects,
        List<Payment> payments) {

    /** {@code corrected}: the figures are not those first recorded. */
    public record Income(long year, long incomeFenPerHead, String eventId, boolean corrected) {}

    /** {@code helperKind}: LEADER, CADRE, PARTY_MEMBER, CAPABLE; null where nobody says. */
    public record Helper(String helperId, String helperUnit, @Nullable String helperKind) {}

    /** Watched now; {@code kind}: UNSTABLE_EXITED, MARGINAL, SUDDEN_HARDSHIP. */
    public record Monitoring(String kind, LocalDate since) {}

    public record Measure(String measure, String scheme, LocalDate since) {}

    /** {@code kind}: THREE_YEAR, YEARLY. */
    public record Plan(String kind, long fromYear, long toYear, List<String> measures) {}

    /** How often somebody came up to that day, and when last. */
    public record Visits(long times, LocalDate last) {}

    public record Member(String maskedName, String relation, String sex, long birthYear) {}

    public record Project(String projectId, String name, String kind, long shareBasisPoints) {}

    /** {@code status}: REQUESTED, APPROVED, PAID, FAILED, RETURNED. */
    public record Payment(String paymentId, long amountFen, String status) {}

    static HouseholdAt of(String householdId, Life life) {
        var fold = new Fold(householdId, life);
        life.events().forEach(dated -> fold.apply(dated.event()));
        return fold.result();
    }

    /** The mutable half of the fold; lives only while a life is read. */
    private static final class Fold {
        private final String householdId;
        private final Life life;
        private Standing standing = Standing.NONE;
        private @Nullable String region;
        private @Nullable String group;
        private @Nullable String householdType;
        private @Nullable String mainCause;
        private List<String> otherCauses = List.of();
        private final TreeMap<Long, Income> incomes = new TreeMap<>();
        private @Nullable Long lineFen;
        private @Nullable Helper helper;
        private final Map<String, Member> members = new LinkedHashMap<>();
        private @Nullable Monitoring monitoring;
        private final Map<String, Measure> measures = new LinkedHashMap<>();
        private final List<Plan> plans = new ArrayList<>();
        private @Nullable Long exitPlannedFor;
        private @Nullable Visits visits;
        private final Map<String, Project> projects = new LinkedHashMap<>();
        private final Map<String, JsonNode> proposals = new LinkedHashMap<>();
        private final Map<String, Payment> payments = new LinkedHashMap<>();

        Fold(String householdId, Life life) {
            this.householdId = householdId;
            this.life = life;
        }

        void apply(LifeEvent e) {
            if (!e.isOf(householdId)) return; // another household's, which only names this one
            standing = Standing.after(standing, e.type());
            switch (e.type()) {
                case "HouseholdApplied", "HouseholdRecorded" -> opened(e);
                case "MemberJoined" -> member(e.payload().path("member"));
                case "MemberLeft" -> left(e);
                case "IncomeRecorded", "MonitoringChecked", "RiskEliminated", "ExitVerified" ->
                        income(e);
                case "MonitoringConfirmed" ->
                        monitoring = new Monitoring(e.text("kind"), e.occurredOn());
                case "MeasureAssigned" -> measure(e);
                case "PlanAdopted" -> plan(e);
                case "ExitPlanned" -> exitPlannedFor = e.number("year");
                case "HouseholdVisited" -> visited(e);
                case "HouseholdExited", "HouseholdRemoved" -> exitPlannedFor = null;
                case "HouseholdDissolved" -> ended();
                case "HouseholdSurveyed" -> income(e);
                case "HouseholdRegistered" -> registered(e);
                case "HelperAssigned" -> helped(e);
                case "HouseholdRelapsed" -> relapsed(e);
                case "ProjectProposed" -> proposals.put(e.streamId(), e.payload());
                case "BeneficiariesNamed" -> benefits(e);
                case "PaymentRequested" -> payment(e, e.number("amountFen"), "REQUESTED");
                case "PaymentApproved" -> payment(e, 0, "APPROVED");
                case "PaymentMade" -> payment(e, 0, "PAID");
                case "PaymentFailed" -> payment(e, 0, "FAILED");
                case "PaymentReturned" -> payment(e, 0, "RETURNED");
                default -> {} // tells of a step, changes nothing shown here
            }
        }

        private void opened(LifeEvent e) {
            region = e.region();
            group = e.payload().path("group").isString() ? e.text("group") : null;
            members.clear();
            e.payload().path("members").forEach(this::member);
        }

        private void member(JsonNode member) {
            members.put(
                    member.path("personId").asString(""),
                    new Member(
                            member.path("maskedName").asString(""),
                            member.path("relation").asString(""),
                            member.path("sex").asString(""),
                            member.path("birthYear").asLong(0)));
        }

        private void left(LifeEvent e) {
            members.remove(e.text("personId"));
            members.computeIfPresent(
                    e.text("newHead"),
                    (_, head) ->
                            new Member(head.maskedName(), "HEAD", head.sex(), head.birthYear()));
        }

        private void income(LifeEvent e) {
            var stands = life.asCorrected(e);
            var year = stands.number("incomeYear");
            incomes.put(
                    year,
                    new Income(year, stands.number("incomeFenPerHead"), stands.id(), stands != e));
            if (e.type().equals("RiskEliminated")) monitoring = null;
        }

        private void measure(LifeEvent e) {
            var measure = new Measure(e.text("measure"), e.text("scheme"), e.occurredOn());
            measures.putIfAbsent(measure.measure() + " " + measure.scheme(), measure);
        }

        private void plan(LifeEvent e) {
            var codes = new ArrayList<String>();
            e.payload().path("measures").forEach(code -> codes.add(code.asString("")));
            plans.add(
                    new Plan(
                            e.text("kind"),
                            e.number("fromYear"),
                            e.number("toYear"),
                            List.copyOf(codes)));
        }

        private void visited(LifeEvent e) {
            visits = new Visits(visits == null ? 1 : visits.times() + 1, e.occurredOn());
        }

        private void helped(LifeEvent e) {
            var kind = e.payload().path("helperKind");
            helper =
                    new Helper(
                            e.text("helperId"),
                            e.text("helperUnit"),
                            kind.isString() ? kind.asString() : null);
        }

        private void ended() {
            monitoring = null;
            exitPlannedFor = null;
        }

        private void registered(LifeEvent e) {
            var causes = life.asCorrected(e);
            ended();
            region = e.region();
            householdType = e.text("householdType");
            mainCause = causes.text("mainCause");
            otherCauses = new ArrayList<>();
            causes.payload().path("otherCauses").forEach(c -> otherCauses.add(c.asString("")));
            lineFen = e.number("lineFenPerYear");
        }

        private void relapsed(LifeEvent e) {
            ended();
            region = e.region();
            mainCause = life.asCorrected(e).payload().path("mainCause").asString(e.text("cause"));
            lineFen = e.number("lineFenPerYear");
            income(e);
        }

        private void benefits(LifeEvent e) {
            for (var share : e.payload().path("households")) {
                if (!share.path("householdId").asString("").equals(householdId)) continue;
                projects.put(
                        e.streamId(),
                        new Project(
                                e.streamId(), "", "", share.path("shareBasisPoints").asLong(0)));
            }
        }

        private void payment(LifeEvent e, long amountFen, String status) {
            payments.merge(
                    e.streamId(),
                    new Payment(e.streamId(), amountFen, status),
                    (before, after) ->
                            new Payment(before.paymentId(), before.amountFen(), after.status()));
        }

        HouseholdAt result() {
            return new HouseholdAt(
                    standing,
                    members.size(),
                    region,
                    group,
                    householdType,
                    mainCause,
                    otherCauses,
                    incomes.isEmpty() ? null : incomes.lastEntry().getValue(),
                    List.copyOf(incomes.values()),
                    lineFen,
                    helper,
                    List.copyOf(members.values()),
                    monitoring,
                    List.copyOf(measures.values()),
                    List.copyOf(plans),
                    exitPlannedFor,
                    visits,
                    projects.values().stream().map(this::withName).toList(),
                    List.copyOf(payments.values()));
        }

        private Project withName(Project project) {
            var proposal = proposals.get(project.projectId());
            if (proposal == null) return project;
            return new Project(
                    project.projectId(),
                    proposal.path("name").asString(""),
                    proposal.path("kind").asString(""),
                    project.shareBasisPoints());
        }
    }
}
