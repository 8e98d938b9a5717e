package cn.fupin.acceptance.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What each event type leaves in reporting's tables, in the auditor's own reading of its payload. A
 * new type is one line in here; until it has one, its rows are only held against the event they
 * name.
 */
final class FactRules {

    /** A rule that writes the rows of one event into one table. */
    record Rule(String service, String type, String table, BiConsumer<Told, Into> rows) {
        boolean judges(Told told) {
            return told.service().equals(service)
                    && (type.equals(ANY) || type.equals(told.event().type()));
        }
    }

    interface Into {
        /** A new row, empty. */
        ExpectedRow row();
    }

    static final String ANY = "*";

    static final List<Rule> ALL = all();

    private FactRules() {}

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        register(rules::add);
        regions(rules::add);
        projects(rules::add);
        money(rules::add);
        claims(rules::add);
        for (String service : List.of("household", "project", "funding", "reporting")) {
            rules.add(new Rule(service, ANY, "timeline.recorded_positions", FactRules::timeline));
            if (!service.equals("reporting")) {
                rules.add(new Rule(service, ANY, "history.life_events", FactRules::lifeEvent));
                rules.add(
                        new Rule(
                                service,
                                ANY,
                                "history.life_households",
                                FactRules::lifeHouseholds));
            }
        }
        return List.copyOf(rules);
    }

    private static void register(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "HouseholdApplied",
                        "register.household_states",
                        r ->
                                r.text("household_id", "householdId")
                                        .region()
                                        .is("state", "APPLIED")
                                        .size("persons", "members")
                                        .flag("assumed")));
        add.accept(stands("HouseholdRegistered", "REGISTERED"));
        add.accept(stands("HouseholdRejected", "REJECTED"));
        add.accept(stands("HouseholdRemoved", "REMOVED"));
        add.accept(stands("HouseholdExited", "EXITED"));
        add.accept(stands("HouseholdRelapsed", "RELAPSED"));
        add.accept(
                new Rule(
                        "household",
                        "HouseholdApplied",
                        "register.household_heads",
                        FactRules::head));
    }

    private static Rule stands(String type, String state) {
        return fact(
                "household",
                type,
                "register.household_states",
                r ->
                        r.text("household_id", "householdId")
                                .region()
                                .is("state", state)
                                .number("persons", "persons", 0)
                                .text("poverty_line_id", "povertyLineId")
                                .number("line_fen", "lineFenPerYear")
                                .flag("assumed"));
    }

    private static void head(Told told, Into into) {
        String head = told.payload().path("head").asString("");
        for (JsonNode member : told.payload().path("members")) {
            if (member.path("personId").asString("").equals(head)) {
                into.row()
                        .fact()
                        .text("household_id", "householdId")
                        .is("masked_name", member.path("maskedName").asString(""));
                return;
            }
        }
    }

    private static void regions(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "RegionListed",
                        "regions.listed_regions",
                        r ->
                                r.text("region", "region")
                                        .text("name", "name")
                                        .text("level", "level")
                                        .text("parent", "parent")
                                        .flag("official")
                                        .flag("sample")
                                        .text("divisions_of", "divisionsOf")));
        add.accept(
                fact(
                        "household",
                        "RegionFactRecorded",
                        "regions.region_facts",
                        r ->
                                r.text("region", "region")
                                        .prefix()
                                        .text("measure", "measure")
                                        .number("value", "value")
                                        .text("unit", "unit")
                                        .flag("approximate")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "PoorVillageIdentified",
                        "regions.poor_villages",
                        r -> r.text("region", "region").flag("assumed")));
        add.accept(held("TrainingHeld", "TRAINING"));
        add.accept(held("SurveyRoundHeld", "SURVEY_ROUND"));
        add.accept(held("InspectionHeld", "INSPECTION"));
        add.accept(
                fact(
                        "household",
                        "PovertyLineSet",
                        "regions.poverty_lines",
                        r ->
                                r.text("poverty_line_id", "povertyLineId")
                                        .text("region", "region")
                                        .number("year", "year")
                                        .number("line_fen", "lineFenPerYear")
                                        .text("income_concept", "incomeConcept")
                                        .text("document_no", "documentNo")));
        add.accept(
                fact(
                        "household",
                        "QuotaAllocated",
                        "regions.quotas",
                        r ->
                                r.text("region", "region")
                                        .prefix()
                                        .number("year", "year")
                                        .number("persons", "persons")
                                        .number("ceiling_persons", "ceilingPersons")
                                        .flag("assumed")));
    }

    private static Rule held(String type, String what) {
        return fact(
                "household",
                type,
                "regions.held",
                r ->
                        r.text("region", "region")
                                .is("what", what)
                                .number("classes", "classes", 0)
                                .number("person_times", "personTimes", 0)
                                .flag("assumed"));
    }

    private static void projects(Consumer<Rule> add) {
        add.accept(
                fact(
                        "project",
                        "ProjectProposed",
                        "projects.projects_proposed",
                        r ->
                                r.text("project_id", "projectId")
                                        .text("region", "region")
                                        .text("name", "name")
                                        .text("kind", "kind")
                                        .number("budget_fen", "budgetFen")
                                        .flag("assumed")));
        add.accept(projectStep("ProjectProposed", "PROPOSED"));
        add.accept(projectStep("ProjectApproved", "APPROVED"));
        add.accept(projectStep("ProjectContracted", "CONTRACTED"));
        add.accept(projectStep("ProgressReported", "IN_PROGRESS"));
        add.accept(projectStep("ProjectAccepted", "ACCEPTED"));
        add.accept(
                lines(
                        "project",
                        "ProjectAccepted",
                        "projects.project_outputs",
                        "outputs",
                        (r, line) ->
                                r.text("project_id", "projectId")
                                        .flag("assumed")
                                        .is("measure", line.path("measure"))
                                        .is("quantity", line.path("quantity"))
                                        .is("unit", line.path("unit"))));
        add.accept(
                lines(
                        "project",
                        "ProjectAccepted",
                        "projects.project_served",
                        "served",
                        (r, line) ->
                                r.text("project_id", "projectId")
                                        .flag("assumed")
                                        .is("region", line.path("region"))
                                        .is("groups", line.path("groups"))));
        add.accept(
                lines(
                        "project",
                        "BeneficiariesNamed",
                        "projects.project_beneficiaries",
                        "households",
                        (r, line) ->
                                r.text("project_id", "projectId")
                                        .flag("assumed")
                                        .sequence()
                                        .is("household_id", line.path("householdId"))
                                        .is("share_basis_points", line.path("shareBasisPoints"))));
    }

    private static Rule projectStep(String type, String step) {
        return fact(
                "project",
                type,
                "projects.project_steps",
                r -> r.text("project_id", "projectId").is("step", step).flag("assumed"));
    }

    private static void money(Consumer<Rule> add) {
        add.accept(
                fact(
                        "funding",
                        "AppropriationReceived",
                        "money.appropriations",
                        r ->
                                r.text("appropriation_id", "appropriationId")
                                        .text("region", "region")
                                        .text("document_no", "documentNo")
                                        .text("source_level", "sourceLevel")
                                        .text("source_type", "sourceType")
                                        .text("purpose", "purpose")
                                        .number("amount_fen", "amountFen")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "funding",
                        "FundsAllocated",
                        "money.allocations",
                        r ->
                                r.text("allocation_id", "allocationId")
                                        .text("appropriation_id", "appropriationId")
                                        .text("region", "region")
                                        .text("purpose", "purpose")
                                        .number("amount_fen", "amountFen")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "funding",
                        "FundsCommitted",
                        "money.commitments",
                        r ->
                                r.text("commitment_id", "commitmentId")
                                        .text("project_id", "projectId")
                                        .text("region", "region")
                                        .number("amount_fen", "amountFen")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "funding",
                        "PaymentRequested",
                        "money.payments",
                        r ->
                                r.text("payment_id", "paymentId")
                                        .text("commitment_id", "commitmentId")
                                        .text("project_id", "projectId")
                                        .text("region", "region")
                                        .text("payee_kind", "payee/kind")
                                        .text("payee_name", "payee/name")
                                        .text("payee_household_id", "payee/householdId")
                                        .number("amount_fen", "amountFen")
                                        .text("entered_by", "enteredBy")
                                        .flag("assumed")));
        add.accept(paymentStep("PaymentRequested", "REQUESTED", false));
        add.accept(paymentStep("PaymentApproved", "APPROVED", false));
        add.accept(paymentStep("PaymentMade", "PAID", false));
        add.accept(paymentStep("PaymentFailed", "FAILED", false));
        add.accept(paymentStep("PaymentReturned", "RETURNED", true));
        add.accept(moneyLines("FundsCommitted", "COMMITTED"));
        add.accept(moneyLines("PaymentRequested", "REQUESTED"));
        add.accept(moneyLines("PaymentReturned", "RETURNED"));
        for (String type :
                List.of(
                        "AppropriationReceived",
                        "FundsAllocated",
                        "FundsCommitted",
                        "PaymentRequested",
                        "PaymentApproved",
                        "PaymentMade",
                        "PaymentFailed",
                        "PaymentReturned")) {
            add.accept(
                    lines(
                            "funding",
                            type,
                            "money.postings",
                            "postings",
                            (r, line) ->
                                    r.stream()
                                            .region()
                                            .is("account", line.path("account"))
                                            .is("amount_fen", line.path("amountFen"))));
        }
    }

    private static Rule paymentStep(String type, String step, boolean returned) {
        return fact(
                "funding",
                type,
                "money.payment_steps",
                r -> {
                    r.text("payment_id", "paymentId")
                            .is("step", step)
                            .text("bank_reference", "bankReference")
                            .flag("assumed");
                    if (returned) {
                        r.number("returned_fen", "amountFen", 0);
                    } else {
                        r.is("returned_fen", "0");
                    }
                });
    }

    private static Rule moneyLines(String type, String what) {
        return lines(
                "funding",
                type,
                "money.money_lines",
                "lines",
                (r, line) ->
                        r.stream()
                                .is("what", what)
                                .is("allocation_id", line.path("allocationId"))
                                .is("amount_fen", line.path("amountFen")));
    }

    private static void claims(Consumer<Rule> add) {
        add.accept(
                fact(
                        "reporting",
                        "FigureClaimed",
                        "claims.figure_claims",
                        r ->
                                r.text("claim_id", "claimId")
                                        .text("region", "region")
                                        .text("figure", "figure")
                                        .text("phrase_zh", "phraseZh")
                                        .number("value", "value")
                                        .text("unit", "unit")
                                        .flag("approximate")
                                        .text("claimed_for", "claimedFor")
                                        .text("text_source", "source")));
    }

    private static void timeline(Told told, Into into) {
        into.row()
                .is("source", told.service())
                .is("position", Long.toString(told.position().position()))
                .is("recorded_at", Digest.text(told.position().recordedAt()));
    }

    private static final Set<String> LIVES =
            Set.of("household", "notice", "assessment", "project", "payment");

    private static void lifeEvent(Told told, Into into) {
        if (householdsOf(told.payload()).isEmpty() && !LIVES.contains(kindOf(told))) {
            return;
        }
        into.row()
                .fact()
                .is("source", told.service())
                .is("type", told.event().type())
                .is("version", told.event().revision())
                .region()
                .is("digest", Digest.hex(told.position().digest()))
                .is("metadata", Text.of(told.event().metadata()))
                .is("payload", Text.of(told.event().payload()));
    }

    private static void lifeHouseholds(Told told, Into into) {
        for (String household : householdsOf(told.payload())) {
            into.row().event().stream().is("household_id", household);
        }
    }

    private static String kindOf(Told told) {
        String stream = told.event().stream();
        int dash = stream.indexOf('-');
        return dash < 0 ? "" : stream.substring(0, dash);
    }

    private static Set<String> householdsOf(JsonNode payload) {
        Set<String> named = new LinkedHashSet<>();
        List<JsonNode> places = new ArrayList<>();
        places.add(payload.path("householdId"));
        payload.path("householdIds").forEach(places::add);
        payload.path("ballots").forEach(b -> places.add(b.path("householdId")));
        payload.path("households").forEach(h -> places.add(h.path("householdId")));
        places.add(payload.path("payee").path("householdId"));
        for (JsonNode place : places) {
            if (place.isString()) {
                named.add(place.asString());
            }
        }
        return named;
    }

    /** One row an event, with what every fact has. */
    private static Rule fact(String service, String type, String table, Consumer<ExpectedRow> own) {
        return new Rule(service, type, table, (told, into) -> own.accept(into.row().fact()));
    }

    /** A row for each element of a list in the payload, numbered from 0. */
    private static Rule lines(
            String service,
            String type,
            String table,
            String list,
            BiConsumer<ExpectedRow, JsonNode> own) {
        return new Rule(
                service,
                type,
                table,
                (told, into) -> {
                    int line = 0;
                    for (JsonNode element : told.payload().path(list)) {
                        ExpectedRow row = into.row().event().position().effective();
                        own.accept(row.is("line", Integer.toString(line++)), element);
                    }
                });
    }

    /** The tables that have a rule. */
    static Set<String> tables() {
        Set<String> tables = new HashSet<>();
        ALL.forEach(rule -> tables.add(rule.table()));
        return tables;
    }
}
