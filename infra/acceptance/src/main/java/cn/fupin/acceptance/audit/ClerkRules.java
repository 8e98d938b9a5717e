package cn.fupin.acceptance.audit;

import static cn.fupin.acceptance.audit.FactRules.fact;

import cn.fupin.acceptance.audit.FactRules.Into;
import cn.fupin.acceptance.audit.FactRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a clerk searches by, is told to be due, and is warned of: who is in which household under
 * which masked name, incomes, steps of the procedures, notices, announcements, who helpers are, and
 * whose name is shown no more.
 */
final class ClerkRules {
    static final String PERSONS = "clerk.household_persons";
    static final String NOTICES = "clerk.notices";
    static final String NOTICE_STEPS = "clerk.notice_steps";
    static final String VILLAGE_NOTICES = "clerk.village_notices";

    private ClerkRules() {}

    static void add(Consumer<Rule> add) {
        persons(add);
        incomes(add);
        procedures(add);
        signatures(add);
        safety(add);
        numbers(add);
        notices(add);
        villageNotices(add);
        plans(add);
        announcements(add);
        helpers(add);
        nameless(add);
        exclusions(add);
        matter(add, "COMPLAINT", "ComplaintReceived", "ComplaintHandled");
        matter(add, "BATCH", "BatchOpened", "BatchClosed");
        matter(add, "ROUND", "ReverificationRoundOpened", "ReverificationRoundClosed");
        matter(add, "EVIDENCE", "EvidenceFaultFound", "EvidenceRestored");
        matter(add, "ERASURE", "ErasureRequested", "ErasureDeclined", "PersonErased");
    }

    private static Rule rule(String type, String table, BiConsumer<Told, Into> rows) {
        return new Rule("household", type, table, rows);
    }

    private static void persons(Consumer<Rule> add) {
        for (String opening :
                List.of("HouseholdApplied", "HouseholdRecorded", "HouseholdSplitOff")) {
            add.accept(
                    rule(
                            opening,
                            PERSONS,
                            (told, into) -> {
                                int line = 0;
                                for (JsonNode member : told.payload().path("members")) {
                                    came(into.row(), line++, member);
                                }
                            }));
        }
        add.accept(
                rule(
                        "MemberJoined",
                        PERSONS,
                        (told, into) -> came(into.row(), 0, told.payload().path("member"))));
        add.accept(
                rule(
                        "MemberLeft",
                        PERSONS,
                        (told, into) ->
                                went(into.row(), 0, told.payload().path("personId"))
                                        .text("to_household_id", "toHouseholdId")
                                        .text("reason", "reason")));
        add.accept(
                rule(
                        "HouseholdSplit",
                        PERSONS,
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode person : told.payload().path("personIds")) {
                                went(into.row(), line++, person)
                                        .text("to_household_id", "newHouseholdId")
                                        .none("reason");
                            }
                        }));
        add.accept(rule("MemberDayCorrected", PERSONS, ClerkRules::dayCorrected));
        // nobody came and nobody went
        add.accept(
                rule(
                        "MemberIdentified",
                        PERSONS,
                        (told, into) ->
                                called(
                                        into.row(),
                                        0,
                                        "IDENTIFIED",
                                        told.payload().path("member"))));
        for (String type : List.of("MemberNameCorrected", "MemberNumberCorrected")) {
            add.accept(
                    rule(
                            type,
                            PERSONS,
                            (told, into) ->
                                    called(
                                                    into.row(),
                                                    0,
                                                    "CORRECTED",
                                                    told.payload().path("member"))
                                            .text("effective_on", "memberSince")));
        }
    }

    /** In the place of what was said before. */
    private static void dayCorrected(Told told, Into into) {
        JsonNode member = told.payload().path("member");
        ExpectedRow person =
                told.payload().path("came").asBoolean()
                        ? came(into.row(), 0, member)
                        : went(into.row(), 0, member.path("personId"))
                                .text("to_household_id", "toHouseholdId")
                                .text("reason", "left");
        person.text("effective_on", "rightDay").text("corrects_event_id", "correctsEventId");
    }

    private static ExpectedRow came(ExpectedRow row, int line, JsonNode member) {
        return called(row, line, "IN", member);
    }

    private static ExpectedRow called(ExpectedRow row, int line, String step, JsonNode member) {
        return person(row, line, step, member.path("personId"))
                .is("masked_name", member.path("maskedName"))
                .is("relation", member.path("relation"))
                .is("birth_year", member.path("birthYear"))
                .none("to_household_id")
                .none("reason");
    }

    private static ExpectedRow went(ExpectedRow row, int line, JsonNode personId) {
        return person(row, line, "OUT", personId)
                .none("masked_name")
                .none("relation")
                .none("birth_year");
    }

    private static ExpectedRow person(ExpectedRow row, int line, String step, JsonNode personId) {
        return row.event()
                .sequence()
                .position()
                .effective()
                .region()
                .is("line", Integer.toString(line))
                .text("household_id", "householdId")
                .is("person_id", personId)
                .is("step", step)
                .none("corrects_event_id");
    }

    private static void incomes(Consumer<Rule> add) {
        for (String type :
                List.of(
                        "HouseholdSurveyed",
                        "SurveyCorrected",
                        "RelapseIncomeCorrected",
                        "IncomeRecorded",
                        "MonitoringChecked",
                        "RiskEliminated",
                        "ExitVerified",
                        "HouseholdRelapsed")) {
            add.accept(
                    fact(
                            "household",
                            type,
                            "clerk.household_incomes",
                            r ->
                                    r.text("household_id", "householdId")
                                            .region()
                                            .number("income_year", "incomeYear")
                                            .number("income_fen_per_head", "incomeFenPerHead")
                                            .text("corrects_event_id", "correctsEventId")));
        }
    }

    private static void procedures(Consumer<Rule> add) {
        for (String step :
                List.of(
                        "HouseholdApplied",
                        "HouseholdOnFileApplied",
                        "HouseholdBackOnFile",
                        "HouseholdSurveyed",
                        "HouseholdAssessed",
                        "TownshipReviewed",
                        "HouseholdRegistered",
                        "HouseholdRejected",
                        "HouseholdWithdrew",
                        "HouseholdRelapsed",
                        "RelapseIncomeCorrected",
                        "HouseholdRemoved",
                        "HouseholdDissolved",
                        "HouseholdSuspended",
                        "HouseholdResumed",
                        "HouseholdMerged",
                        "HouseholdReclassified",
                        "HouseholdSplit",
                        "HouseholdSplitOff",
                        "CausesCorrected",
                        "MemberJoined",
                        "MemberLeft",
                        "ExitProposed",
                        "ExitAssessed",
                        "ExitVerified",
                        "ExitAgreed",
                        "ExitWithdrawn",
                        "HouseholdExited",
                        "ExitRevoked",
                        "EndRevoked",
                        "RelapseRevoked",
                        "MonitoringRevoked",
                        "RelapseProposed",
                        "RelapseAssessed",
                        "RelapseReviewed",
                        "RelapseWithdrawn",
                        "MonitoringClueRaised",
                        "MonitoringChecked",
                        "MonitoringAssessed",
                        "MonitoringConfirmed",
                        "MonitoringDismissed")) {
            add.accept(
                    fact(
                            "household",
                            step,
                            "clerk.household_procedures",
                            r -> {
                                JsonNode others = r.told.payload().path("otherCauses");
                                r.text("household_id", "householdId")
                                        .region()
                                        .is("step", step)
                                        .number("persons", "persons")
                                        .text("notice_id", "noticeId")
                                        .number("quota_year", "quotaYear")
                                        .is("other_causes", size(others))
                                        .is("to_household_id", whose(r.told.payload()))
                                        .is(
                                                "persons_over",
                                                size(r.told.payload().path("personIds")))
                                        .text("announced_on", "announcedOn")
                                        .text("corrects_event_id", "correctsEventId")
                                        .text("poverty_line_id", "povertyLineId")
                                        .text("assessment_id", "assessmentId")
                                        .number("line_fen", "lineFenPerYear");
                                if (r.told.payload().hasNonNull("povertyLineId")) {
                                    r.number("judged_fen", "incomeFenPerHead");
                                } else {
                                    r.none("judged_fen");
                                }
                            }));
        }
    }

    private static @Nullable String size(JsonNode list) {
        return list.isArray() ? Integer.toString(list.size()) : null;
    }

    /** The household whose persons they are after a merger or a split. */
    private static @Nullable String whose(JsonNode payload) {
        JsonNode into = payload.path("intoHouseholdId");
        return Text.of(into.isString() ? into : payload.path("newHouseholdId"));
    }

    private static void notices(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "NoticePosted",
                        NOTICES,
                        r ->
                                r.text("notice_id", "noticeId")
                                        .text("region", "region")
                                        .text("kind", "kind")
                                        .text("place", "place")
                                        .number("last_days", "lastDays")));
        add.accept(
                rule(
                        "NoticePosted",
                        "clerk.notice_households",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode household : told.payload().path("householdIds")) {
                                into.row()
                                        .event()
                                        .position()
                                        .is("line", Integer.toString(line++))
                                        .text("notice_id", "noticeId")
                                        .is("household_id", household);
                            }
                        }));
        add.accept(
                fact(
                        "household",
                        "AssessmentCorrected",
                        "clerk.meetings_corrected",
                        r -> r.text("assessment_id", "assessmentId")));
        add.accept(
                rule(
                        "AssessmentCorrected",
                        "clerk.votes_corrected",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode ballot : told.payload().path("ballots")) {
                                into.row()
                                        .event()
                                        .position()
                                        .is("line", Integer.toString(line++))
                                        .is("household_id", ballot.path("householdId"))
                                        .is("votes_for", ballot.path("votesFor"))
                                        .is("votes_against", ballot.path("votesAgainst"));
                            }
                        }));
        add.accept(step("NoticeClosed", "CLOSED"));
        add.accept(step("NoticeWithdrawn", "WITHDRAWN"));
        add.accept(step("ObjectionRaised", "OBJECTION"));
        add.accept(
                fact(
                        "household",
                        "ObjectionSettled",
                        NOTICE_STEPS,
                        r ->
                                r.text("notice_id", "noticeId")
                                        .is("step", settled(r.told))
                                        .text("household_id", "householdId")));
        for (String type : List.of("OmissionRaised", "OmissionSettled", "OmissionFollowedUp")) {
            add.accept(omission(type));
        }
    }

    /**
     * What hangs in a village about the village itself: what was done with it, and of what step.
     */
    private static void villageNotices(Consumer<Rule> add) {
        ofVillage(add, "VillageNoticePosted", "POSTED");
        ofVillage(add, "VillageObjectionRaised", "OBJECTION");
        ofVillage(add, "VillageObjectionSettled", ClerkRules::settled);
        ofVillage(add, "VillageNoticeClosed", "CLOSED");
        ofVillage(add, "VillageNoticeWithdrawn", "WITHDRAWN");
    }

    private static String settled(Told told) {
        return told.payload().path("upheld").asBoolean(false) ? "UPHELD" : "SETTLED";
    }

    private static void ofVillage(Consumer<Rule> add, String type, String step) {
        ofVillage(add, type, told -> step);
    }

    private static void ofVillage(Consumer<Rule> add, String type, Function<Told, String> step) {
        add.accept(
                fact(
                        "household",
                        type,
                        VILLAGE_NOTICES,
                        r ->
                                r.text("region", "region")
                                        .text("about", "step")
                                        .is("step", step.apply(r.told))
                                        .text("place", "place")
                                        .number("last_days", "lastDays")));
    }

    /** Of a list each household it names; of one taken down, which. */
    private static void announcements(Consumer<Rule> add) {
        add.accept(
                rule(
                        "AnnouncementPublished",
                        "clerk.announcement_households",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode household : told.payload().path("householdIds")) {
                                into.row()
                                        .event()
                                        .position()
                                        .effective()
                                        .is("line", Integer.toString(line++))
                                        .text("announcement_id", "announcementId")
                                        .text("kind", "kind")
                                        .is("household_id", household);
                            }
                        }));
        add.accept(
                fact(
                        "household",
                        "AnnouncementWithdrawn",
                        "clerk.announcements_withdrawn",
                        r -> r.text("announcement_id", "announcementId")));
    }

    /** 一户一策: the plan, what is in it line by line, and what is done of it. */
    private static void plans(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "PlanAdopted",
                        "clerk.household_plans",
                        r ->
                                r.region()
                                        .text("household_id", "householdId")
                                        .text("kind", "kind")
                                        .number("from_year", "fromYear")
                                        .number("to_year", "toYear")));
        add.accept(
                rule(
                        "PlanAdopted",
                        "clerk.household_planned",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode one : told.payload().path("planned")) {
                                into.row()
                                        .event()
                                        .position()
                                        .region()
                                        .is("line", Integer.toString(line++))
                                        .text("household_id", "householdId")
                                        .is("code", one.path("code"))
                                        .is("year", one.path("year"))
                                        .is("measure", one.path("measure"))
                                        .is("scheme", one.path("scheme"))
                                        .is("content", one.path("content"))
                                        .is("quantity", one.path("quantity"))
                                        .is("unit", one.path("unit"))
                                        .is("amount_fen", one.path("amountFen"))
                                        .is("responsible", one.path("responsible"))
                                        .is("of_code", one.path("ofCode"));
                            }
                        }));
        add.accept(
                rule(
                        "PlanAdopted",
                        "clerk.household_plan_goals",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode goal : told.payload().path("goals")) {
                                into.row()
                                        .event()
                                        .position()
                                        .is("line", Integer.toString(line++))
                                        .is("year", goal.path("year"))
                                        .is("income_fen_per_head", goal.path("incomeFenPerHead"));
                            }
                        }));
        add.accept(
                fact(
                        "household",
                        "PlannedMeasureDone",
                        "clerk.household_plan_done",
                        r ->
                                r.text("household_id", "householdId")
                                        .text("kind", "kind")
                                        .number("from_year", "fromYear")
                                        .text("code", "code")
                                        .number("quantity", "quantity")
                                        .number("amount_fen", "amountFen")));
    }

    private static Rule omission(String type) {
        return rule(
                type,
                "clerk.notice_omissions",
                (told, into) -> {
                    boolean upheld = told.payload().path("upheld").asBoolean(false);
                    String settled = upheld ? "UPHELD" : "DISMISSED";
                    into.row()
                            .fact()
                            .region()
                            .text("notice_id", "noticeId")
                            .text("omission_id", "omissionId")
                            .is(
                                    "step",
                                    switch (type) {
                                        case "OmissionRaised" -> "RAISED";
                                        case "OmissionSettled" -> settled;
                                        default -> "FOLLOWED_UP";
                                    })
                            .text("household_id", "householdId")
                            .text("person_id", "personId")
                            .text("masked_name", "maskedName")
                            .text("until", "revisitBy");
                });
    }

    private static Rule step(String type, String step) {
        return fact(
                "household",
                type,
                NOTICE_STEPS,
                r ->
                        r.text("notice_id", "noticeId")
                                .is("step", step)
                                .text("household_id", "householdId"));
    }

    private static void helpers(Consumer<Rule> add) {
        for (String type : List.of("HelperNamed", "HelperDetailsChanged")) {
            add.accept(
                    fact(
                            "household",
                            type,
                            "clerk.helper_names",
                            r ->
                                    r.text("helper_id", "helperId")
                                            .region()
                                            .text("person_id", "personId")
                                            .text("masked_name", "maskedName")
                                            .text("unit", "unit")
                                            .text("post", "position")));
        }
    }

    /** Whoever was erased, under each id the person had. */
    private static void nameless(Consumer<Rule> add) {
        add.accept(
                rule(
                        "PersonErased",
                        "clerk.persons_erased",
                        (told, into) -> {
                            List<JsonNode> ids = new ArrayList<>();
                            ids.add(told.payload().path("personId"));
                            told.payload().path("alsoKnownAs").forEach(ids::add);
                            int line = 0;
                            for (JsonNode id : ids) {
                                into.row()
                                        .event()
                                        .is("line", Integer.toString(line++))
                                        .is("person_id", id);
                            }
                        }));
    }

    /** The rules N不进, the lists they are held against, whom those name and who was cleared. */
    private static void exclusions(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "ExclusionItemEnacted",
                        "clerk.exclusion_items",
                        r -> r.text("region", "region").text("item", "code").text("name", "name")));
        add.accept(
                fact(
                        "household",
                        "ExclusionRuleEnacted",
                        "clerk.exclusion_rules",
                        r ->
                                r.text("exclusion_id", "exclusionId")
                                        .text("region", "region")
                                        .text("item", "item")
                                        .text("effect", "effect")
                                        .text("effective_from", "effectiveFrom")));
        add.accept(
                fact(
                        "household",
                        "ExclusionRuleEnded",
                        "clerk.exclusion_rules_ended",
                        r -> r.text("exclusion_id", "exclusionId")));
        add.accept(
                fact(
                        "household",
                        "MatchingListReceived",
                        "clerk.matching_lists",
                        r ->
                                r.text("matching_id", "matchingId")
                                        .text("region", "region")
                                        .text("item", "item")
                                        .text("list_source", "source")
                                        .text("as_of", "asOf")));
        add.accept(
                rule(
                        "ListedPersonsFound",
                        "clerk.listed_persons",
                        (told, into) -> {
                            int line = 0;
                            for (JsonNode person : told.payload().path("personIds")) {
                                into.row()
                                        .event()
                                        .position()
                                        .is("line", Integer.toString(line++))
                                        .text("matching_id", "matchingId")
                                        .is("person_id", person);
                            }
                        }));
        add.accept(
                fact(
                        "household",
                        "ExclusionCleared",
                        "clerk.exclusions_cleared",
                        r ->
                                r.text("household_id", "householdId")
                                        .text("person_id", "personId")
                                        .text("item", "item")));
    }

    private static void signatures(Consumer<Rule> add) {
        signature(add, "ExitAgreed", "EXIT", "signedBy");
        signature(add, "ResultSigned", "RESULT", "signedBy");
        signature(add, "QuarterChecked", "QUARTER", "signedBy");
        signature(add, "MonitoringChecked", "AUTHORISATION", "authorisationSignedBy");
    }

    private static void signature(Consumer<Rule> add, String type, String what, String field) {
        add.accept(
                rule(
                        type,
                        "clerk.household_signatures",
                        (told, into) -> {
                            JsonNode signed = told.payload().path(field);
                            if (!signed.isString()) {
                                return;
                            }
                            into.row()
                                    .fact()
                                    .text("household_id", "householdId")
                                    .region()
                                    .is("what", what)
                                    .is("occasion", occasion(told.payload()))
                                    .is("person_id", signed);
                        }));
    }

    private static String occasion(JsonNode payload) {
        String year = payload.path("year").isNumber() ? payload.path("year").asString() : "";
        return payload.path("quarter").isNumber()
                ? year + "-" + payload.path("quarter").asString()
                : year;
    }

    /** A correction counts from the day on which the wrong number was given. */
    private static void numbers(Consumer<Rule> add) {
        add.accept(
                fact(
                        "household",
                        "HouseholdNumbered",
                        "clerk.household_numbers",
                        r -> numbered(r)));
        add.accept(
                fact(
                        "household",
                        "HouseholdNumberCorrected",
                        "clerk.household_numbers",
                        r -> numbered(r).text("effective_on", "numberedOn")));
    }

    private static ExpectedRow numbered(ExpectedRow row) {
        return row.text("household_id", "householdId").text("household_number", "householdNumber");
    }

    /** A row for the dwelling and one for the water, where they are described. */
    private static void safety(Consumer<Rule> add) {
        add.accept(
                rule(
                        "HouseholdDescribed",
                        "clerk.household_safety",
                        (told, into) -> {
                            JsonNode dwelling = told.payload().path("details").path("dwelling");
                            JsonNode water = told.payload().path("details").path("water");
                            if (dwelling.isObject()) {
                                JsonNode grade = dwelling.path("dangerGrade");
                                safe(
                                        into.row(),
                                        "DWELLING",
                                        grade.isString()
                                                ? Boolean.toString("AB".contains(grade.asString()))
                                                : null);
                            }
                            if (water.isObject()) {
                                JsonNode safe = water.path("safe");
                                safe(
                                        into.row(),
                                        "WATER",
                                        safe.isBoolean() ? safe.asString() : null);
                            }
                        }));
    }

    private static void safe(ExpectedRow row, String part, @Nullable String safe) {
        row.event()
                .is("part", part)
                .sequence()
                .position()
                .effective()
                .text("household_id", "householdId")
                .is("safe", safe);
    }

    /** What is opened and waits for its end. */
    private static void matter(Consumer<Rule> add, String kind, String opening, String... ends) {
        List<String> types = new ArrayList<>(List.of(ends));
        types.add(opening);
        for (String type : types) {
            add.accept(
                    fact(
                            "household",
                            type,
                            "clerk.matters",
                            r ->
                                    r.region()
                                            .is("kind", kind)
                                            .is("step", type.equals(opening) ? "OPEN" : "END")
                                            .is("title", title(r.told.payload()))
                                            .text("household_id", "householdId")
                                            .text("until", "appliesUntil")));
        }
    }

    private static JsonNode title(JsonNode payload) {
        for (String name : List.of("subject", "title", "name")) {
            if (payload.path(name).isString()) {
                return payload.path(name);
            }
        }
        return payload.path("fault");
    }
}
