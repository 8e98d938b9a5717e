package cn.fupin.reporting.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A household as it was: folded from its life, and a total function of it. */
public record HouseholdAt(
        Standing standing,
        long persons,
        @Nullable String region,
        @Nullable String group,
        @Nullable String householdType,
        @Nullable String mainCause,
        List<String> otherCauses,
        @Nullable Income income,
        @Nullable Long lineFenPerYear,
        @Nullable Helper helper,
        List<Member> members,
        List<Project> projects,
        List<Payment> payments) {

    /** {@code corrected}: the figures are not those first recorded. */
    public record Income(long year, long incomeFenPerHead, String eventId, boolean corrected) {}

    public record Helper(String helperId, String helperUnit) {}

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
        private long persons;
        private @Nullable String region;
        private @Nullable String group;
        private @Nullable String householdType;
        private @Nullable String mainCause;
        private List<String> otherCauses = List.of();
        private @Nullable Income income;
        private @Nullable Long lineFen;
        private @Nullable Helper helper;
        private List<Member> members = List.of();
        private final Map<String, Project> projects = new LinkedHashMap<>();
        private final Map<String, JsonNode> proposals = new LinkedHashMap<>();
        private final Map<String, Payment> payments = new LinkedHashMap<>();

        Fold(String householdId, Life life) {
            this.householdId = householdId;
            this.life = life;
        }

        void apply(LifeEvent e) {
            standing = Standing.after(standing, e.type());
            switch (e.type()) {
                case "HouseholdApplied" -> applied(e);
                case "HouseholdSurveyed" -> income(e);
                case "HouseholdRegistered" -> registered(e);
                case "HelperAssigned" ->
                        helper = new Helper(e.text("helperId"), e.text("helperUnit"));
                case "ExitVerified" -> income(e);
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

        private void applied(LifeEvent e) {
            region = e.region();
            group = e.payload().path("group").isString() ? e.text("group") : null;
            members = new ArrayList<>();
            for (var m : e.payload().path("members")) {
                members.add(
                        new Member(
                                m.path("maskedName").asString(""),
                                m.path("relation").asString(""),
                                m.path("sex").asString(""),
                                m.path("birthYear").asLong(0)));
            }
            persons = members.size();
        }

        private void income(LifeEvent e) {
            var stands = life.asCorrected(e);
            income =
                    new Income(
                            stands.number("incomeYear"),
                            stands.number("incomeFenPerHead"),
                            stands.id(),
                            stands != e);
        }

        private void registered(LifeEvent e) {
            var causes = life.asCorrected(e);
            region = e.region();
            persons = e.number("persons");
            householdType = e.text("householdType");
            mainCause = causes.text("mainCause");
            otherCauses = new ArrayList<>();
            causes.payload().path("otherCauses").forEach(c -> otherCauses.add(c.asString("")));
            lineFen = e.number("lineFenPerYear");
        }

        private void relapsed(LifeEvent e) {
            region = e.region();
            persons = e.number("persons");
            mainCause = life.asCorrected(e).payload().path("mainCause").asString(e.text("cause"));
            lineFen = e.number("lineFenPerYear");
            income =
                    new Income(e.number("incomeYear"), e.number("incomeFenPerHead"), e.id(), false);
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
                    persons,
                    region,
                    group,
                    householdType,
                    mainCause,
                    otherCauses,
                    income,
                    lineFen,
                    helper,
                    members,
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
