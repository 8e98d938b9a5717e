package cn.fupin.acceptance.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    static final String STATES = "register.household_states";
    static final String CHANGES = "register.member_changes";
    static final String MOVES = "register.household_moves";
    static final String HEADS = "register.household_heads";
    static final String SAME_PERSONS = "register.same_persons";
    static final String CAUSES = "register.household_causes";
    static final String HELPERS = "register.household_helpers";
    static final String TAKEN_BACK = "register.facts_taken_back";

    static final List<Rule> ALL = all();
    private static final Map<String, List<Rule>> BY_EVENT = new ConcurrentHashMap<>();
    private static final Set<String> TABLES =
            ALL.stream().map(Rule::table).collect(Collectors.toUnmodifiableSet());

    private FactRules() {}

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        register(rules::add);
        reshaped(rules::add);
        ClerkRules.add(rules::add);
        regions(rules::add);
        OversightRules.add(rules::add);
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
                rules.add(new Rule(service, ANY, "history.life_citations", FactRules::citations));
                rules.add(new Rule(service, ANY, "history.life_helpers", FactRules::helpers));
            }
        }
        return List.copyOf(rules);
    }

    private static void register(Consumer<Rule> add) {
        for (var opening :
                Map.of("HouseholdApplied", "APPLIED", "HouseholdRecorded", "RECORDED").entrySet()) {
            String type = opening.getKey();
            add.accept(of(type, STATES, r -> opens(r, opening.getValue())));
            add.accept(
                    of(type, CHANGES, r -> changed(r, true, "OPENING").size("change", "members")));
            add.accept(
                    new Rule("household", type, "register.household_members", FactRules::members));
            add.accept(
                    fact(
                            "household",
                            type,
                            HEADS,
                            r -> r.text("household_id", "householdId").text("person_id", "head")));
            add.accept(lies(type));
        }
        add.accept(lies("HouseholdSplitOff"));
        add.accept(lies("HouseholdMoved"));
        add.accept(stands("HouseholdRegistered", "REGISTERED"));
        add.accept(stands("HouseholdOnFileApplied", "APPLIED"));
        add.accept(stands("HouseholdBackOnFile", "RECORDED"));
        add.accept(stands("HouseholdRejected", "REJECTED"));
        add.accept(stands("HouseholdWithdrew", "WITHDRAWN"));
        add.accept(stands("HouseholdSuspended", "SUSPENDED"));
        add.accept(stands("HouseholdResumed", "RESUMED"));
        add.accept(stands("HouseholdRemoved", "REMOVED"));
        add.accept(stands("HouseholdExited", "EXITED"));
        add.accept(stands("ExitRevoked", "EXIT_REVOKED"));
        add.accept(stands("ExitRevoked", "EXIT_REVOKED"));
        add.accept(stands("HouseholdRelapsed", "RELAPSED"));
        add.accept(stands("HouseholdDissolved", "DISSOLVED"));
        add.accept(stands("HouseholdMerged", "MERGED"));
        add.accept(
                of(
                        "MemberJoined",
                        CHANGES,
                        r -> changed(r, true).text("reason", "reason").is("change", "1")));
        add.accept(new Rule("household", "MemberDayCorrected", CHANGES, FactRules::dayCorrected));
        add.accept(
                new Rule(
                        "household",
                        "MemberJoined",
                        "register.household_members",
                        FactRules::joined));
        add.accept(
                of(
                        "MemberLeft",
                        CHANGES,
                        r -> changed(r, false).text("reason", "reason").is("change", "-1")));
        add.accept(new Rule("household", "MemberLeft", HEADS, FactRules::newHead));
        add.accept(new Rule("household", "HouseholdRegistered", CAUSES, FactRules::cause));
        add.accept(new Rule("household", "HouseholdRelapsed", CAUSES, FactRules::cause));
        add.accept(new Rule("household", "CausesCorrected", CAUSES, FactRules::cause));
        add.accept(new Rule("household", "HouseholdReclassified", CAUSES, FactRules::cause));
        add.accept(
                of(
                        "HelperAssigned",
                        HELPERS,
                        r ->
                                r.text("helper_id", "helperId")
                                        .text("helper_unit", "helperUnit")
                                        .text("helper_kind", "helperKind")));
        add.accept(
                of(
                        "HelperReleased",
                        HELPERS,
                        r ->
                                r.none("helper_id") // of whom it was left
                                        .none("helper_unit")
                                        .none("helper_kind")));
        add.accept(
                of(
                        "MonitoringHelperReleased",
                        HELPERS,
                        r -> r.none("helper_id").none("helper_unit").none("helper_kind")));
        add.accept(
                of(
                        "EndRevoked",
                        HELPERS,
                        r -> // who helped it was relieved when it ended
                        r.none("helper_id").none("helper_unit").none("helper_kind")));
        add.accept(
                fact(
                        "household",
                        "EndRevoked",
                        "register.ends_revoked",
                        r -> r.text("household_id", "householdId")));
        for (String revocation : List.of("RelapseRevoked", "MonitoringRevoked")) {
            add.accept(
                    fact(
                            "household",
                            revocation,
                            "register.steps_revoked",
                            r ->
                                    r.text("household_id", "householdId")
                                            .text("revokes_event_id", "revokesEventId")));
        }
        add.accept(act("MeasureAssigned", "MEASURE"));
        add.accept(act("PlanAdopted", "PLAN"));
        add.accept(
                of(
                        "ExitPlanned",
                        "register.household_acts",
                        r -> r.is("what", "EXIT_PLAN").number("detail", "year").none("round_id")));
        add.accept(act("ExitPlanDropped", "EXIT_PLAN_DROPPED"));
        add.accept(
                of(
                        "HouseholdVisited",
                        "register.household_acts",
                        r -> r.is("what", "VISIT").text("detail", "channel").none("round_id")));
        add.accept(act("HouseholdReverified", "REVERIFIED"));
        add.accept(
                of(
                        "QuarterChecked",
                        "register.household_acts",
                        r ->
                                r.is("what", "QUARTER")
                                        .is(
                                                "detail",
                                                r.told.payload().path("year").asInt()
                                                        + "-"
                                                        + r.told.payload().path("quarter").asInt())
                                        .none("round_id")));
        add.accept(policy("PolicyAppliedFor", "APPLIED"));
        add.accept(policy("PolicyGranted", "GRANTED"));
        add.accept(policy("PolicyEnded", "ENDED"));
        add.accept(policy("PolicyApplicationDeclined", "DECLINED"));
        add.accept(policy("PolicyApplicationWithdrawn", "WITHDRAWN"));
        add.accept(policy("PolicyTakenBack", "TAKEN_BACK"));
        for (String wrong :
                List.of(
                        "VisitTakenBack",
                        "PlanTakenBack",
                        "PlannedMeasureTakenBack",
                        "MeasureTakenBack",
                        "QuarterCheckTakenBack",
                        "HandbookTakenBack",
                        "ClearCardTakenBack",
                        "ResultTakenBack",
                        "ClearanceTakenBack",
                        "BenefitLinkTakenBack",
                        "BenefitLinkEndTakenBack",
                        "DividendTakenBack",
                        "MeetingTakenBack",
                        "TrainingTakenBack",
                        "SurveyRoundTakenBack",
                        "InspectionTakenBack",
                        "PolicyDocumentTakenBack",
                        "VillageExitRecheckTakenBack",
                        "ListingTakenBack",
                        "SuccessionTakenBack",
                        "RenamingTakenBack",
                        "PoorVillageIdentificationTakenBack",
                        "PoorVillageExitTakenBack")) {
            add.accept(
                    fact(
                            "household",
                            wrong,
                            TAKEN_BACK,
                            r -> r.region().text("corrects_event_id", "correctsEventId")));
        }
        add.accept(watch("MonitoringConfirmed", "CONFIRMED"));
        add.accept(watch("RiskEliminated", "ELIMINATED"));
        add.accept(watch("HouseholdRegistered", "ENDED"));
        add.accept(watch("HouseholdRelapsed", "ENDED"));
        add.accept(watch("HouseholdRemoved", "ENDED"));
        add.accept(watch("ExitRevoked", "ENDED"));
        add.accept(watch("HouseholdRemoved", "ENDED"));
        add.accept(watch("ExitRevoked", "ENDED"));
        add.accept(watch("HouseholdDissolved", "ENDED"));
        add.accept(watch("HouseholdMerged", "ENDED"));
    }

    /** Two made of one, one that lies elsewhere, a member known by a number at last. */
    private static void reshaped(Consumer<Rule> add) {
        String opened = "HouseholdSplitOff";
        add.accept(of(opened, STATES, r -> opens(r, standing(r.told))));
        add.accept(of(opened, CHANGES, r -> changed(r, true, "OPENING").size("change", "members")));
        add.accept(new Rule("household", opened, "register.household_members", FactRules::members));
        add.accept(
                fact(
                        "household",
                        opened,
                        HEADS,
                        r -> r.text("household_id", "householdId").text("person_id", "head")));
        add.accept(new Rule("household", opened, CAUSES, FactRules::cause));
        add.accept(
                of(
                        "HouseholdSplit",
                        CHANGES,
                        r -> {
                            int went = r.told.payload().path("personIds").size();
                            changed(r, false, "SPLIT").is("change", Integer.toString(-went));
                        }));
        add.accept(new Rule("household", "HouseholdSplit", HEADS, FactRules::newHead));
        add.accept(
                fact(
                        "household",
                        "HouseholdMoved",
                        MOVES,
                        r ->
                                r.text("household_id", "householdId")
                                        .text("region", "region")
                                        .text("from_region", "fromRegion")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "HeadChanged",
                        HEADS,
                        r -> r.text("household_id", "householdId").text("person_id", "head")));
        add.accept(
                new Rule(
                        "household",
                        "MemberNameCorrected",
                        "register.household_members",
                        FactRules::joined));
        for (String type : List.of("MemberIdentified", "MemberNumberCorrected")) {
            add.accept(
                    new Rule("household", type, "register.household_members", FactRules::joined));
            add.accept(new Rule("household", type, SAME_PERSONS, FactRules::samePerson));
        }
    }

    /** What was split off stands as the one it was part of; of one on file its file is opened. */
    static String standing(Told splitOff) {
        String standing = splitOff.payload().path("standing").asString("");
        return standing.equals("ON_FILE") ? "RECORDED" : standing;
    }

    private static void opens(ExpectedRow row, String state) {
        row.is("state", state)
                .is("opening", "true")
                .none("poverty_line_id")
                .none("line_fen")
                .none("round_id")
                .none("round_rule");
    }

    private static Rule stands(String type, String state) {
        return of(
                type,
                STATES,
                r ->
                        r.is("state", state)
                                .is("opening", "false")
                                .text("poverty_line_id", "povertyLineId")
                                .number("line_fen", "lineFenPerYear")
                                .text("round_id", "roundId")
                                .text("round_rule", "roundRule"));
    }

    private static Rule act(String type, String what) {
        return of(
                type,
                "register.household_acts",
                r -> r.is("what", what).text("detail", "measure").text("round_id", "roundId"));
    }

    /** A row for each person it names. */
    private static Rule policy(String type, String step) {
        return new Rule(
                "household",
                type,
                "register.household_policies",
                (told, into) -> {
                    int line = 0;
                    JsonNode details = told.payload().path("details");
                    for (JsonNode person : told.payload().path("recipients")) {
                        into.row()
                                .fact()
                                .is("line", Integer.toString(line++))
                                .text("household_id", "householdId")
                                .region()
                                .flag("assumed")
                                .is("step", step)
                                .text("policy", "policy")
                                .is("occasion", occasion(details))
                                .is(
                                        "way",
                                        details.path("work").isString()
                                                ? details.path("work")
                                                : details.path("placement"))
                                .is("settlement", details.path("settlement"))
                                .is("person_id", person)
                                .is("corrects_event_id", told.payload().path("correctsEventId"));
                    }
                });
    }

    private static String occasion(JsonNode details) {
        List<String> said = new ArrayList<>();
        for (String field : List.of("schoolYear", "year", "course", "name")) {
            if (!details.path(field).isMissingNode() && !details.path(field).isNull()) {
                said.add(details.path(field).asString(""));
            }
        }
        return String.join(" ", said);
    }

    private static void samePerson(Told told, Into into) {
        into.row()
                .event()
                .position()
                .recorded()
                .is("command_id", told.command())
                .text("household_id", "householdId")
                .text("person_id", "personId")
                .text("same_as", "identifiedAs");
    }

    private static Rule watch(String type, String step) {
        return of(type, "register.household_watches", r -> r.is("step", step));
    }

    /** A fact of one household. */
    static Rule of(String type, String table, Consumer<ExpectedRow> own) {
        return fact(
                "household",
                type,
                table,
                r -> own.accept(r.text("household_id", "householdId").region().flag("assumed")));
    }

    private static void members(Told told, Into into) {
        int line = 0;
        for (JsonNode member : told.payload().path("members")) {
            member(into.row(), line++, member);
        }
    }

    private static void joined(Told told, Into into) {
        member(into.row(), 0, told.payload().path("member"));
    }

    private static ExpectedRow member(ExpectedRow row, int line, JsonNode member) {
        return row.event()
                .position()
                .is("line", Integer.toString(line))
                .text("household_id", "householdId")
                .is("person_id", member.path("personId"))
                .is("masked_name", member.path("maskedName"));
    }

    private static ExpectedRow changed(ExpectedRow row, boolean came, String reason) {
        return changed(row, came).is("reason", reason);
    }

    private static ExpectedRow changed(ExpectedRow row, boolean came) {
        return row.is("line", "0").is("came", Boolean.toString(came));
    }

    /** Nobody came or went on the day that was said before; on the right one somebody did. */
    private static void dayCorrected(Told told, Into into) {
        boolean came = told.payload().path("came").asBoolean();
        day(into.row(), 0, came, !came, told.payload().path("wrongDay").asString(""));
        day(into.row(), 1, came, came, told.payload().path("rightDay").asString(""));
    }

    private static void day(ExpectedRow row, int line, boolean came, boolean more, String on) {
        row.fact()
                .text("household_id", "householdId")
                .region()
                .is("assumed", "false")
                .is("effective_on", on)
                .is("line", Integer.toString(line))
                .is("reason", "DAY_CORRECTED")
                .is("came", Boolean.toString(came))
                .is("change", more ? "1" : "-1");
    }

    private static void newHead(Told told, Into into) {
        if (told.payload().path("newHead").isString()) {
            into.row().fact().text("household_id", "householdId").text("person_id", "newHead");
        }
    }

    private static void cause(Told told, Into into) {
        String name = told.payload().path("mainCause").isString() ? "mainCause" : "cause";
        if (told.payload().path(name).isString()) {
            into.row()
                    .fact()
                    .text("household_id", "householdId")
                    .region()
                    .flag("assumed")
                    .text("main_cause", name)
                    .texts("other_causes", "otherCauses")
                    .text("corrects_event_id", "correctsEventId");
        }
    }

    private static void regions(Consumer<Rule> add) {
        add.accept(listing("RegionListed", "occurredOn"));
        add.accept(listing("RegionListingCorrected", "listedOn"));
        add.accept(
                fact(
                        "household",
                        "RegionSuperseded",
                        "regions.region_successions",
                        r ->
                                r.text("region", "region")
                                        .texts("successors", "successors")
                                        .text("document_no", "documentNo")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "RegionRenamed",
                        "regions.region_names",
                        r -> r.text("region", "region").text("name", "name")));
        add.accept(group("VillageGroupListed", "LISTED"));
        add.accept(group("VillageGroupRenamed", "RENAMED"));
        add.accept(group("VillageGroupEnded", "ENDED"));
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
                        r ->
                                r.text("region", "region")
                                        .number("poor_persons", "criteria/poorPersons")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "PoorVillageExited",
                        "regions.poor_village_exits",
                        r ->
                                r.text("region", "region")
                                        .number("poor_persons", "poorPersons")
                                        .number("denominator_persons", "denominatorPersons")
                                        .text("denominator", "denominator")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "PoorVillageFiguresCorrected",
                        "regions.poor_village_corrections",
                        r ->
                                r.text("region", "region")
                                        .text("corrects_event_id", "correctsEventId")
                                        .number("poor_persons", "poorPersons")
                                        .number("denominator_persons", "denominatorPersons")
                                        .text("denominator", "denominator")));
        add.accept(held("TrainingHeld", "TRAINING"));
        add.accept(held("SurveyRoundHeld", "SURVEY_ROUND"));
        add.accept(held("InspectionHeld", "INSPECTION"));
        add.accept(held("MeetingHeld", "MEETING"));
        add.accept(held("PolicyDocumentIssued", "DOCUMENT"));
        add.accept(held("VillageExitRechecked", "RECHECK"));
        add.accept(
                fact(
                        "household",
                        "WorkTeamFormed",
                        "regions.work_teams",
                        r ->
                                r.text("region", "region")
                                        .text("team", "team")
                                        .text("kind", "kind")
                                        .text("level", "level")
                                        .texts("units", "units")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "household",
                        "WorkTeamWithdrawn",
                        "regions.work_team_withdrawals",
                        r -> r.text("region", "region").text("team", "team").flag("assumed")));
        add.accept(staff("StaffAppointed", 1));
        add.accept(staff("StaffReleased", -1));
        add.accept(contact("UnitContactAssigned"));
        add.accept(contact("UnitContactEnded"));
        add.accept(
                lines(
                        "household",
                        "UnitContactAssigned",
                        "regions.unit_contact_households",
                        "householdIds",
                        (r, line) -> r.is("household_id", line)));
        for (String type : List.of("RuleEnacted", "RuleCorrected")) {
            add.accept(
                    fact(
                            "household",
                            type,
                            "regions.rules",
                            r ->
                                    r.text("region", "region")
                                            .text("code", "code")
                                            .number("value", "value")
                                            .text("unit", "unit")
                                            .text("effective_from", "effectiveFrom")
                                            .text("text_source", "source")
                                            .flag("assumed")));
        }
        for (String type : List.of("PovertyLineSet", "PovertyLineCorrected")) {
            add.accept(
                    fact(
                            "household",
                            type,
                            "regions.poverty_lines",
                            r ->
                                    r.text("poverty_line_id", "povertyLineId")
                                            .text("region", "region")
                                            .number("year", "year")
                                            .number("line_fen", "lineFenPerYear")
                                            .text("income_concept", "incomeConcept")
                                            .text("document_no", "documentNo")));
        }
        add.accept(quota("QuotaAllocated", "occurredOn"));
        add.accept(quota("QuotaAdjusted", "occurredOn"));
        add.accept(quota("QuotaCorrected", "amountOn"));
    }

    private static Rule listing(String type, String since) {
        return fact(
                "household",
                type,
                "regions.listed_regions",
                r ->
                        r.text("effective_on", since)
                                .text("region", "region")
                                .text("name", "name")
                                .text("level", "level")
                                .text("parent", "parent")
                                .flag("official")
                                .flag("sample")
                                .text("divisions_of", "divisionsOf")
                                .text("village_type", "villageType"));
    }

    private static Rule quota(String type, String since) {
        return fact(
                "household",
                type,
                "regions.quotas",
                r ->
                        r.text("effective_on", since)
                                .text("region", "region")
                                .prefix()
                                .number("year", "year")
                                .number("persons", "persons")
                                .number("ceiling_persons", "ceilingPersons")
                                .flag("assumed"));
    }

    /** Those who take up a duty, and as less than nobody those who give it up. */
    private static Rule staff(String type, long sign) {
        return fact(
                "household",
                type,
                "regions.staff",
                r ->
                        r.text("region", "region")
                                .text("kind", "kind")
                                .is(
                                        "persons",
                                        Long.toString(
                                                sign * r.told.payload().path("persons").asLong(0)))
                                .flag("assumed"));
    }

    /** With so many households; with none once it has ended. */
    private static Rule contact(String type) {
        return fact(
                "household",
                type,
                "regions.unit_contacts",
                r ->
                        r.text("region", "region")
                                .text("unit", "unit")
                                .number("households", "households", 0)
                                .is("named", named(r.told.payload().path("householdIds")))
                                .flag("assumed"));
    }

    private static @Nullable String named(JsonNode households) {
        return households.isArray() ? Integer.toString(households.size()) : null;
    }

    private static Rule lies(String type) {
        return fact(
                "household",
                type,
                "register.household_groups",
                r ->
                        r.text("household_id", "householdId")
                                .text("region", "region")
                                .text("said", "group"));
    }

    private static Rule group(String type, String step) {
        return fact(
                "household",
                type,
                "regions.village_groups",
                r ->
                        r.text("region", "region")
                                .text("village_group", "group")
                                .is("step", step)
                                .text("name", "name")
                                .number("households", "households")
                                .texts("successors", "successors"));
    }

    private static Rule held(String type, String what) {
        return fact(
                "household",
                type,
                "regions.held",
                r ->
                        r.text("region", "region")
                                .is("what", what)
                                .words("title", "documentNo", "title")
                                .number("classes", "classes", 0)
                                .number("person_times", "personTimes", 0)
                                .number("persons", "persons")
                                .text("confirmed", "confirmed")
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
                                        .text("payee_person_id", "payee/personId")
                                        .number("amount_fen", "amountFen")
                                        .text("entered_by", "enteredBy")
                                        .flag("assumed")));
        add.accept(
                fact(
                        "funding",
                        "MicroCreditLent",
                        "money.loans",
                        r ->
                                r.text("loan_id", "loanId")
                                        .text("region", "region")
                                        .text("household_id", "householdId")
                                        .text("person_id", "personId")
                                        .text("lender", "lender")
                                        .number("amount_fen", "amountFen")
                                        .text("used_by", "usedBy")
                                        .text("due_on", "dueOn")
                                        .text("announced_on", "announcedOn")
                                        .flag("assumed")));
        add.accept(loanStep("MicroCreditRepaid", "REPAID"));
        add.accept(loanStep("MicroCreditTakenBack", "TAKEN_BACK"));
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
                        "PaymentReturned",
                        "MicroCreditLent",
                        "MicroCreditRepaid",
                        "MicroCreditTakenBack")) {
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

    private static Rule loanStep(String type, String step) {
        return fact(
                "funding",
                type,
                "money.loan_steps",
                r ->
                        r.text("loan_id", "loanId")
                                .is("step", step)
                                .number("amount_fen", "amountFen", 0)
                                .flag("assumed"));
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
                                        .text("text_source", "source")
                                        .text("divisions", "divisions")));
        add.accept(
                new Rule(
                        "reporting",
                        "FigureClaimed",
                        "claims.open_questions",
                        FactRules::question));
    }

    private static void question(Told told, Into into) {
        JsonNode question = told.payload().path("openQuestion");
        List<JsonNode> lines = new ArrayList<>();
        if (question.isObject()) {
            lines.add(question);
            question.path("candidates").forEach(lines::add);
        }
        for (int line = 0; line < lines.size(); line++) {
            into.row()
                    .event()
                    .is("line", Integer.toString(line))
                    .is("zh", lines.get(line).path("zh"))
                    .is("en", lines.get(line).path("en"));
        }
    }

    private static void timeline(Told told, Into into) {
        into.row()
                .is("source", told.service())
                .is("position", Long.toString(told.position().position()))
                .is("recorded_at", Digest.text(told.position().recordedAt()));
    }

    private static final Set<String> LIVES = Set.of("project", "payment", "loan");

    private static void lifeEvent(Told told, Into into) {
        // of household-service everything: a region has a history as well
        if (householdsOf(told.payload()).isEmpty()
                && !told.service().equals("household")
                && !LIVES.contains(kindOf(told))) {
            return;
        }
        into.row()
                .fact()
                .is("source", told.service())
                .is("kind", kindOf(told))
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

    /** What is said of a helper, and of no household. */
    private static void helpers(Told told, Into into) {
        if (householdsOf(told.payload()).isEmpty() && told.payload().path("helperId").isString()) {
            into.row().event().text("helper_id", "helperId");
        }
    }

    /** The batch, the round and the stored files it names belong to the same households' lives. */
    private static void citations(Told told, Into into) {
        JsonNode payload = told.payload();
        Set<String> cited = new LinkedHashSet<>();
        for (String id : List.of("batchId", "roundId")) {
            cited.add(payload.path(id).asString(""));
        }
        for (String file : List.of("minutes", "attendanceList", "sheet", "evidence")) {
            JsonNode one = payload.path(file);
            cited.add(one.path("evidenceId").asString(""));
            if (one.isArray()) {
                one.forEach(each -> cited.add(each.path("evidenceId").asString("")));
            }
        }
        cited.remove("");
        for (String household : householdsOf(payload)) {
            for (String stream : cited) {
                into.row().event().is("household_id", household).is("stream_id", stream);
            }
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
        places.add(payload.path("fromHouseholdId"));
        places.add(payload.path("toHouseholdId"));
        places.add(payload.path("intoHouseholdId"));
        places.add(payload.path("newHouseholdId"));
        if (payload.path("about").asString("").startsWith("household-")) {
            places.add(payload.path("about"));
        }
        for (JsonNode place : places) {
            if (place.isString()) {
                named.add(place.asString());
            }
        }
        return named;
    }

    /** One row an event, with what every fact has. */
    static Rule fact(String service, String type, String table, Consumer<ExpectedRow> own) {
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

    /** The rules that judge an event. */
    static List<Rule> of(Told told) {
        return BY_EVENT.computeIfAbsent(
                told.service() + " " + told.event().type(),
                event -> ALL.stream().filter(rule -> rule.judges(told)).toList());
    }

    /** The tables that have a rule. */
    static Set<String> tables() {
        return TABLES;
    }
}
