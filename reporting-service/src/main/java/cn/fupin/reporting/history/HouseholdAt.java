package cn.fupin.reporting.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A household as it was: folded from its life, and a total function of it.
 *
 * @param householdNumber 户编号; null while it has none
 * @param standard whose poverty line it was recognised by
 * @param details what it lives in, on and by, as the form has it and as last said; null where
 *     nobody said
 * @param income of the latest year
 * @param incomes by year, each as last recorded
 * @param policies that it has, or had once, person by person; not of persons who were erased
 * @param contacts the units in contact with it by name 联系单位, and since when
 * @param exitPlannedFor the year; null where none is planned or it is off the register
 */
public record HouseholdAt(
        Standing standing,
        long persons,
        @Nullable String region,
        @Nullable String group,
        @Nullable String householdNumber,
        @Nullable String householdType,
        @Nullable String standard,
        @Nullable String mainCause,
        List<String> otherCauses,
        @Nullable Income income,
        List<Income> incomes,
        @Nullable Long lineFenPerYear,
        @Nullable Helper helper,
        List<Contact> contacts,
        List<Member> members,
        @Nullable JsonNode details,
        @Nullable Monitoring monitoring,
        List<Measure> measures,
        List<Policy> policies,
        List<Plan> plans,
        @Nullable Long exitPlannedFor,
        @Nullable Visits visits,
        List<Project> projects,
        List<Payment> payments,
        List<Loan> loans) {

    /** {@code corrected}: the figures are not those first recorded. */
    public record Income(long year, long incomeFenPerHead, String eventId, boolean corrected) {}

    /**
     * @param helperUnit as the assignment says it, or a naming that is not before it
     * @param helperKind LEADER, CADRE, PARTY_MEMBER, CAPABLE; null where nobody says
     * @param maskedName null where nobody named the id
     * @param personId whose full name and phone are revealed with a reason; null as the name
     */
    public record Helper(
            String helperId,
            String helperUnit,
            @Nullable String helperKind,
            @Nullable String maskedName,
            @Nullable String personId) {}

    public record Contact(String unit, LocalDate since) {}

    /** Watched now; {@code kind}: UNSTABLE_EXITED, MARGINAL, SUDDEN_HARDSHIP. */
    public record Monitoring(String kind, LocalDate since) {}

    /**
     * @param name of a kind that a division enacted, the code of one of the national list
     */
    public record Measure(String measure, String name, String scheme, LocalDate since) {}

    /**
     * @param details what is told of it beside its kind, by the names of the event's fields
     */
    public record Policy(String policy, JsonNode details, LocalDate since, String personId) {
        /** Of another year, course or name it is another one. */
        private String key() {
            return String.join(
                    " ",
                    policy,
                    details.path("schoolYear").asString(""),
                    details.path("year").asString(""),
                    details.path("course").asString(""),
                    details.path("name").asString(""),
                    personId);
        }

        private boolean lasts() {
            return LASTING_POLICIES.contains(policy);
        }
    }

    /** Had until it ends, at the latest with the household; the others are had once. */
    public static final Set<String> LASTING_POLICIES =
            Set.of(
                    "EMPLOYMENT",
                    "SUBSISTENCE_ALLOWANCE",
                    "TWO_EXEMPTIONS_THREE_SUBSIDIES",
                    "OTHER");

    /**
     * @param kind THREE_YEAR or YEARLY
     * @param names of the measures, as {@link Measure} has them
     */
    public record Plan(
            String kind, long fromYear, long toYear, List<String> measures, List<String> names) {}

    /** How often somebody came to the house up to that day, and when last; calls are none. */
    public record Visits(long times, LocalDate last) {}

    /**
     * @param withoutNumber why there is no identity number yet; null for whoever has one
     * @param details what the form says of the member, as last said; null where it says nothing,
     *     and of a person who was erased
     */
    public record Member(
            String personId,
            String maskedName,
            String relation,
            String sex,
            long birthYear,
            @Nullable String withoutNumber,
            @Nullable JsonNode details) {
        Member as(String newRelation) {
            return new Member(
                    personId, maskedName, newRelation, sex, birthYear, withoutNumber, details);
        }
    }

    public record Project(String projectId, String name, String kind, long shareBasisPoints) {}

    /** {@code status}: REQUESTED, APPROVED, PAID, FAILED, RETURNED. */
    public record Payment(String paymentId, long amountFen, String status) {}

    /**
     * Micro-credit 扶贫小额信贷: no part of what it was paid.
     *
     * @param owedFen of the principal, on the day
     */
    public record Loan(
            String loanId, String lender, long amountFen, long owedFen, LocalDate since) {}

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
        private Standing registered = Standing.REGISTERED;
        private @Nullable String region;
        private @Nullable String group;
        private @Nullable String number;
        private long numbered = -1;
        private @Nullable String householdType;
        private @Nullable String standard;
        private @Nullable ObjectNode details;
        private @Nullable String mainCause;
        private List<String> otherCauses = List.of();
        private final TreeMap<Long, Income> incomes = new TreeMap<>();
        private @Nullable Long lineFen;
        private @Nullable Helper helper;
        private final Map<String, Contact> contacts = new TreeMap<>();
        private final Map<String, Member> members = new LinkedHashMap<>();
        // said of whoever is no member yet, having come later than was said
        private final Map<String, List<JsonNode>> early = new HashMap<>();
        private @Nullable Monitoring monitoring;
        private final Map<String, Measure> measures = new LinkedHashMap<>();
        private final Map<String, Policy> policies = new LinkedHashMap<>();
        private final List<Plan> plans = new ArrayList<>();
        private @Nullable Long exitPlannedFor;
        private @Nullable Visits visits;
        private final Map<String, Project> projects = new LinkedHashMap<>();
        private final Map<String, JsonNode> proposals = new LinkedHashMap<>();
        private final Map<String, Payment> payments = new LinkedHashMap<>();
        private final Map<String, Loan> loans = new LinkedHashMap<>();

        Fold(String householdId, Life life) {
            this.householdId = householdId;
            this.life = life;
        }

        void apply(LifeEvent e) {
            if (!e.isOf(householdId)) return; // another household's, which only names this one
            if (life.isTakenBack(e)) return; // it never was, or from then on never had been
            if (life.endedBefore(e) != null) return; // there was no household any more
            standing = Standing.after(standing, registered, e);
            if (standing.isOnRegister()) registered = standing;
            switch (e.type()) {
                case "HouseholdApplied", "HouseholdRecorded" -> opened(e);
                case "HouseholdSplitOff" -> splitOff(e);
                case "HouseholdSplit" -> split(e);
                case "HouseholdMerged" -> merged();
                case "MemberJoined" -> member(e, e.payload().path("member"));
                case "HeadChanged" -> headChanged(e);
                case "MemberLeft" -> left(e);
                case "MemberDescribed" -> described(e);
                case "MemberIdentified" -> identified(e);
                case "HouseholdDescribed" -> details = Details.replaced(details, e.payload());
                case "HouseholdNumbered", "HouseholdNumberCorrected" -> numbered(e);
                case "HouseholdReclassified" -> classified(e, e);
                case "HouseholdMoved" -> moved(e);
                case "IncomeRecorded", "MonitoringChecked", "RiskEliminated", "ExitVerified" ->
                        income(e);
                case "MonitoringConfirmed" ->
                        monitoring = new Monitoring(e.text("kind"), e.occurredOn());
                case "MeasureAssigned" -> measure(e);
                case "PlanAdopted" -> plan(e);
                case "ExitPlanned" -> exitPlannedFor = e.number("year");
                case "HouseholdVisited" -> visited(e);
                case "HouseholdExited", "ExitPlanDropped" -> exitPlannedFor = null;
                case "HouseholdRemoved", "HouseholdDissolved" -> over();
                case "ExitRevoked" -> ended();
                case "EndRevoked" -> helper = null;
                case "PolicyGranted" ->
                        policies(e, life.takenBack(e)).forEach(one -> policies.put(one.key(), one));
                case "PolicyEnded" ->
                        policies(e, Set.of()).forEach(one -> policies.remove(one.key()));
                case "HouseholdSurveyed" -> income(e);
                case "HouseholdRegistered" -> registered(e);
                case "HelperAssigned" -> helped(e);
                case "HelperReleased", "MonitoringHelperReleased" -> helper = null;
                case "UnitContactAssigned", "UnitContactEnded" -> contact(e);
                case "HouseholdRelapsed" -> relapsed(e);
                case "ProjectProposed" -> proposals.put(e.streamId(), e.payload());
                case "BeneficiariesNamed" -> benefits(e);
                case "PaymentRequested" -> payment(e, e.number("amountFen"), "REQUESTED");
                case "PaymentApproved" -> payment(e, 0, "APPROVED");
                case "PaymentMade" -> payment(e, 0, "PAID");
                case "PaymentFailed" -> payment(e, 0, "FAILED");
                case "PaymentReturned" -> payment(e, 0, "RETURNED");
                case "MicroCreditLent" -> lent(e);
                case "MicroCreditRepaid" -> repaid(e);
                default -> {} // tells of a step, changes nothing shown here
            }
        }

        private void opened(LifeEvent e) {
            region = e.region();
            group = e.payload().path("group").isString() ? e.text("group") : null;
            members.clear();
            e.payload().path("members").forEach(member -> member(e, member));
        }

        private void moved(LifeEvent e) {
            region = e.region();
            group = e.payload().path("group").isString() ? e.text("group") : null;
        }

        /** What was said last: one that was taken back may be given anew of an earlier day. */
        private void numbered(LifeEvent e) {
            if (e.sequence() < numbered) return;
            numbered = e.sequence();
            var said = e.payload().path("householdNumber");
            number = said.isString() ? said.asString() : null;
        }

        private void splitOff(LifeEvent e) {
            opened(e);
            if (e.payload().path("mainCause").isString()) classified(e, e);
        }

        private void member(LifeEvent e, JsonNode member) {
            var entered = member(e, member, null);
            members.put(entered.personId(), entered);
            var said = early.remove(entered.personId());
            if (said != null) said.forEach(details -> described(entered.personId(), details));
        }

        /** Who it is and how called as corrected since; the rest as it was said then. */
        private Member member(LifeEvent e, JsonNode member, @Nullable JsonNode details) {
            var without = member.path("withoutNumber");
            var stands = life.asCorrected(e, member);
            return new Member(
                    stands.path("personId").asString(""),
                    life.name(
                            e,
                            member.path("personId").asString(""),
                            member.path("maskedName").asString("")),
                    member.path("relation").asString(""),
                    stands.path("sex").asString(""),
                    stands.path("birthYear").asLong(0),
                    without.isString() ? without.asString() : null,
                    details);
        }

        private void left(LifeEvent e) {
            members.remove(life.now(e, e.text("personId")));
            related(e, e.text("newHead"), "HEAD");
        }

        private void related(LifeEvent e, String personId, String relation) {
            members.computeIfPresent(life.now(e, personId), (_, member) -> member.as(relation));
        }

        private void headChanged(LifeEvent e) {
            related(e, e.text("head"), "HEAD");
            related(e, e.text("formerHead"), e.text("relationOfFormerHead"));
            for (var other : e.payload().path("relations")) {
                related(
                        e,
                        other.path("personId").asString(""),
                        other.path("relation").asString(""));
            }
        }

        private void split(LifeEvent e) {
            e.payload()
                    .path("personIds")
                    .forEach(id -> members.remove(life.now(e, id.asString(""))));
            related(e, e.text("newHead"), "HEAD");
        }

        private void merged() {
            over();
            members.clear();
        }

        private void described(LifeEvent e) {
            if (life.isErased(e, e.text("personId"))) return;
            described(life.now(e, e.text("personId")), e.payload().path("details"));
        }

        private void described(String person, JsonNode said) {
            if (!members.containsKey(person)) {
                early.computeIfAbsent(person, _ -> new ArrayList<>()).add(said);
                return;
            }
            members.computeIfPresent(
                    person,
                    (id, before) ->
                            new Member(
                                    id,
                                    before.maskedName(),
                                    said.path("relation").asString(before.relation()),
                                    before.sex(),
                                    before.birthYear(),
                                    before.withoutNumber(),
                                    Details.merged(before.details(), said)));
        }

        /** The same person, in the same place among the members. */
        private void identified(LifeEvent e) {
            var was = e.text("personId");
            var goesBy = life.now(e, e.text("identifiedAs"));
            var had = List.copyOf(policies.values());
            policies.clear();
            for (var one : had) {
                var now =
                        one.personId().equals(was)
                                ? new Policy(one.policy(), one.details(), one.since(), goesBy)
                                : one;
                policies.put(now.key(), now);
            }
            var all = List.copyOf(members.values());
            members.clear();
            for (var before : all) {
                if (before.personId().equals(was) || before.personId().equals(goesBy)) {
                    var as = member(e, e.payload().path("member"), before.details());
                    members.put(as.personId(), as);
                } else {
                    members.put(before.personId(), before);
                }
            }
        }

        private void income(LifeEvent e) {
            income(e, life.asCorrected(e, "SurveyCorrected"));
        }

        private void income(LifeEvent e, LifeEvent stands) {
            var year = stands.number("incomeYear");
            incomes.put(
                    year,
                    new Income(year, stands.number("incomeFenPerHead"), stands.id(), stands != e));
            if (e.type().equals("RiskEliminated")) monitoring = null;
        }

        private void measure(LifeEvent e) {
            var measure =
                    new Measure(
                            e.text("measure"),
                            kind(e.text("measure")),
                            e.text("scheme"),
                            e.occurredOn());
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
                            List.copyOf(codes),
                            codes.stream().map(this::kind).toList()));
        }

        private String kind(String code) {
            return life.known().measures().getOrDefault(code, code);
        }

        private void visited(LifeEvent e) {
            if (!Sentence.channel(e).equals("HOME")) return;
            visits = new Visits(visits == null ? 1 : visits.times() + 1, e.occurredOn());
        }

        private void helped(LifeEvent e) {
            var kind = e.payload().path("helperKind");
            var named = life.helper(e.text("helperId"));
            helper =
                    new Helper(
                            e.text("helperId"),
                            life.helperUnit(e),
                            kind.isString() ? kind.asString() : null,
                            named == null ? null : named.name(),
                            named == null ? null : named.personId());
        }

        /** Named again, it is in contact as before. */
        private void contact(LifeEvent e) {
            var contact = ContactTerms.contact(e);
            if (ContactTerms.names(e, householdId)) {
                contacts.putIfAbsent(contact, new Contact(e.text("unit"), e.occurredOn()));
            } else {
                contacts.remove(contact);
            }
        }

        private void ended() {
            monitoring = null;
            exitPlannedFor = null;
        }

        /** There is no household any more. */
        private void over() {
            ended();
            helper = null;
            contacts.clear();
            policies.values().removeIf(Policy::lasts);
        }

        private List<Policy> policies(LifeEvent e, Set<String> takenBack) {
            var those = new ArrayList<Policy>();
            for (var id : e.payload().path("recipients")) {
                if (takenBack.contains(id.asString(""))) continue;
                if (life.isErased(e, id.asString(""))) continue;
                var person = life.now(e, id.asString(""));
                those.add(
                        new Policy(
                                e.text("policy"),
                                e.payload().path("details"),
                                e.occurredOn(),
                                person));
            }
            return those;
        }

        private void registered(LifeEvent e) {
            var causes = life.asCorrected(e, "CausesCorrected");
            ended();
            classified(e, causes);
            lineFen = e.number("lineFenPerYear");
        }

        /** {@code causes} is the same event, or what corrects the causes in it. */
        private void classified(LifeEvent e, LifeEvent causes) {
            householdType = e.text("householdType");
            standard = e.text("standard");
            causes(causes);
        }

        private void causes(LifeEvent e) {
            mainCause = e.text(e.type().equals("HouseholdRelapsed") ? "cause" : "mainCause");
            otherCauses = new ArrayList<>();
            e.payload().path("otherCauses").forEach(c -> otherCauses.add(c.asString("")));
        }

        private void relapsed(LifeEvent e) {
            ended();
            causes(life.asCorrected(e, "CausesCorrected"));
            var stands = life.asCorrected(e, "RelapseIncomeCorrected");
            lineFen = stands.number("lineFenPerYear");
            income(e, stands);
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

        private void lent(LifeEvent e) {
            if (life.asCorrected(e, "MicroCreditTakenBack") != e) return;
            var amountFen = e.number("amountFen");
            loans.put(
                    e.streamId(),
                    new Loan(e.streamId(), e.text("lender"), amountFen, amountFen, e.occurredOn()));
        }

        private void repaid(LifeEvent e) {
            loans.computeIfPresent(
                    e.streamId(),
                    (_, loan) ->
                            new Loan(
                                    loan.loanId(),
                                    loan.lender(),
                                    loan.amountFen(),
                                    loan.owedFen() - e.number("amountFen"),
                                    loan.since()));
        }

        HouseholdAt result() {
            return new HouseholdAt(
                    standing,
                    members.size(),
                    region,
                    group,
                    number,
                    householdType,
                    standard,
                    mainCause,
                    otherCauses,
                    incomes.isEmpty() ? null : incomes.lastEntry().getValue(),
                    List.copyOf(incomes.values()),
                    lineFen,
                    helper,
                    List.copyOf(contacts.values()),
                    List.copyOf(members.values()),
                    details,
                    monitoring,
                    List.copyOf(measures.values()),
                    List.copyOf(policies.values()),
                    List.copyOf(plans),
                    exitPlannedFor,
                    visits,
                    projects.values().stream().map(this::withName).toList(),
                    List.copyOf(payments.values()),
                    List.copyOf(loans.values()));
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
