package cn.fupin.household.intake;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.IdentificationEvent.HouseholdSurveyed;
import cn.fupin.household.intake.Told.Difference;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a household of a file becomes: first its application with all the form says and the survey,
 * then, once the village's meeting and notices are entered, its way onto the register.
 */
final class HouseholdEntry {
    private static final List<String> SURVEYS = List.of("HouseholdSurveyed", "SurveyCorrected");
    private static final List<String> CAUSES =
            List.of("HouseholdRegistered", "CausesCorrected", "HouseholdReclassified");

    private final Entering entering;
    private final Facts facts;
    private final Blind blind;
    private final Imports.Row run;
    private final Intake household;
    private final LocalDate today;
    private final Function<IdentityNumber, @Nullable String> personOf;

    HouseholdEntry(
            Entering entering,
            Facts facts,
            Blind blind,
            Imports.Row run,
            Intake household,
            LocalDate today,
            Function<IdentityNumber, @Nullable String> personOf) {
        this.entering = entering;
        this.facts = facts;
        this.blind = blind;
        this.run = run;
        this.household = household;
        this.today = today;
        this.personOf = personOf;
    }

    private String cell() {
        return household.sheet() + "!" + household.row();
    }

    private String path(String step) {
        return "/households/" + household.householdId() + "/" + step;
    }

    void applyAndSurvey() {
        var fingerprint = applicationFingerprint();
        if (!entering.known.containsKey("application")) {
            if (!apply(fingerprint)) return;
        } else {
            if (!entering.isAsBefore("application", fingerprint)) {
                if (isErased()) {
                    entering.differs(Difference.MEMBER_ERASED, cell());
                    return;
                }
                if (isAnother()) {
                    entering.differs(Difference.ANOTHER_HOUSEHOLD, cell());
                    return;
                }
                tellWhatDiffers();
            }
            describeMembers();
            describe();
        }
        survey();
    }

    /** Who belongs to it and where it is; what else the form says is compared by itself. */
    private String applicationFingerprint() {
        var body = household.application();
        return blind.hex(
                "application",
                household.householdId(),
                placeText(body),
                household.members().stream()
                        .map(m -> m.key() + m.fingerprint())
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** A day that the line did not give is the file's, and another with each file. */
    private String placeText(ObjectNode body) {
        return body.path("region").asString("")
                + "|"
                + body.path("group").asString("")
                + "|"
                + (Boolean.TRUE.equals(household.dayIsDefault())
                        ? ""
                        : body.path("appliedOn").asString(""));
    }

    private boolean apply(String fingerprint) {
        var last = entering.enter(path("application"), household.application(), cell());
        if (last == null) {
            var already =
                    entering.told.stream().anyMatch(t -> t.reason().equals("ALREADY_APPLIED"));
            if (already) {
                entering.told.clear();
                entering.outcome = Outcome.UNCHANGED;
                entering.differs(Difference.ON_REGISTER_ALREADY, cell());
            }
            return false;
        }
        entering.is("application", fingerprint, last);
        entering.is("place", blind.hex("place", placeText(household.application())), last);
        for (var i = 0; i < household.members().size(); i++) {
            var member = household.members().get(i);
            entering.is("member:" + member.key(), member.fingerprint(), last);
            entering.is("details:" + member.key(), detailsFingerprint(i), last);
        }
        entering.is("description", descriptionFingerprint(), last);
        return true;
    }

    /** Who its members were nobody can tell any more, so neither whether it is this household. */
    private boolean isErased() {
        return entering.isAsBefore("application", Facts.ERASED);
    }

    /** Numbers are given twice, one in each village: nobody of the one is in the other. */
    private boolean isAnother() {
        return household.members().stream()
                .noneMatch(member -> entering.known.containsKey("member:" + member.key()));
    }

    private void tellWhatDiffers() {
        var place = blind.hex("place", placeText(household.application()));
        if (!entering.isAsBefore("place", place)) {
            entering.differs(Difference.PLACE_DIFFERS, cell());
        }
        var there = new HashSet<String>();
        for (var member : household.members()) {
            there.add("member:" + member.key());
            var before = entering.known.get("member:" + member.key());
            if (before == null) entering.differs(Difference.MEMBER_ADDED, member.cell());
            else if (!before.fingerprint().equals(member.fingerprint())) {
                entering.differs(Difference.NAME_OR_RELATION_DIFFERS, member.cell());
            }
        }
        entering.known.keySet().stream()
                .filter(fact -> fact.startsWith("member:") && !there.contains(fact))
                .forEach(_ -> entering.differs(Difference.MEMBER_GONE, cell()));
    }

    private ObjectNode memberBody(int i) {
        return (ObjectNode) Objects.requireNonNull(household.application().path("members").get(i));
    }

    /** What may be said anew of a member: details and numbers, not who it is. */
    private ObjectNode details(int i) {
        var all = memberBody(i);
        var body = EventJson.MAPPER.createObjectNode();
        for (var field : List.of("details", "phone", "cardNumber", "disabilityCertificate")) {
            if (all.has(field)) body.set(field, all.get(field));
        }
        return body;
    }

    private String detailsFingerprint(int i) {
        return blind.hex("details", household.members().get(i).key(), details(i));
    }

    private void describeMembers() {
        for (var i = 0; i < household.members().size(); i++) {
            var member = household.members().get(i);
            var fact = "details:" + member.key();
            var before = entering.known.get(fact);
            var fingerprint = detailsFingerprint(i);
            if (before == null || before.fingerprint().equals(fingerprint)) continue;
            var number = memberBody(i).path("identityNumber").asString("");
            var body = details(i);
            if (number.isEmpty() || body.isEmpty()) {
                entering.differs(Difference.MEMBER_WITHOUT_NUMBER_DIFFERS, member.cell());
                continue;
            }
            body.put("identityNumber", number).put("describedOn", run.asOf().toString());
            var person = personOf.apply(IdentityNumber.parse("identityNumber", number));
            var standing =
                    facts.standing(household.householdId(), List.of("MemberDescribed"), person);
            correct(
                    "member-description",
                    body,
                    member.cell(),
                    fact,
                    fingerprint,
                    before.sequence(),
                    standing);
        }
    }

    private String descriptionFingerprint() {
        var details = household.description();
        return details == null ? "none" : blind.hex("description", "", details);
    }

    private void describe() {
        var details = household.description();
        var before = entering.known.get("description");
        if (details == null || before == null) return;
        var fingerprint = descriptionFingerprint();
        if (before.fingerprint().equals(fingerprint)) return;
        var body = EventJson.MAPPER.createObjectNode();
        body.set("details", details);
        body.put("describedOn", run.asOf().toString());
        correct(
                "description",
                body,
                cell(),
                "description",
                fingerprint,
                before.sequence(),
                facts.standing(household.householdId(), List.of("HouseholdDescribed"), null));
    }

    /** Only over what a file itself had entered: whatever came after it stays. */
    private void correct(
            String step,
            ObjectNode body,
            String cell,
            String fact,
            String fingerprint,
            long entered,
            Facts.Standing standing) {
        var from = entered;
        if (standing.lastOfSequence() > entered) {
            if (isDone(fact, fingerprint, entered, standing)) return;
            if (!entering.isCorrection(standing.lastOfCommand(), fact, entered)) {
                entering.differs(Difference.CHANGED_SINCE, cell);
                return;
            }
            // a run that died had corrected it, to something else than this file says
            from = standing.lastOfSequence();
            facts.put(household.householdId(), Map.of(fact, new Facts.Fact("", from)));
        }
        var last =
                entering.correct(path(step), body, cell, fact, fingerprint, from, standing.last());
        if (last != null) entering.is(fact, fingerprint, last);
    }

    /** By a run that was killed before it noted what it had entered. */
    private boolean isDone(String fact, String fingerprint, long entered, Facts.Standing standing) {
        if (!entering.isCorrection(standing.lastOfCommand(), fact, entered, fingerprint)) {
            return false;
        }
        entering.outcome = entering.outcome.and(Outcome.CORRECTED);
        entering.is(fact, fingerprint, standing.lastOfSequence());
        return true;
    }

    private void survey() {
        var survey = household.survey();
        if (survey == null || entering.outcome == Outcome.REFUSED) return;
        var fingerprint = blind.hex("survey", household.householdId(), survey);
        if (entering.isAsBefore("survey", fingerprint)) return;
        var before = entering.known.get("survey");
        if (before == null) {
            var last = entering.enter(path("survey"), survey, cell());
            if (last != null) entering.is("survey", fingerprint, last);
            return;
        }
        var correctable = asSurveyed(survey);
        if (!correctable.equals(survey)) entering.differs(Difference.SURVEY_DIFFERS, cell());
        var asCorrected = blind.hex("survey", household.householdId(), correctable);
        if (entering.isAsBefore("survey", asCorrected)) return;
        var correction = EventJson.MAPPER.createObjectNode();
        for (var field :
                List.of(
                        "incomeYear",
                        "wageFen",
                        "businessFen",
                        "transferFen",
                        "propertyFen",
                        "costFen")) {
            correction.set(field, survey.get(field));
        }
        approved(
                "survey-correction", correction, "survey", asCorrected, before.sequence(), SURVEYS);
    }

    /** The file's income, with what no correction can change as it was found on the day. */
    private ObjectNode asSurveyed(ObjectNode survey) {
        var event = facts.last(household.householdId(), HouseholdSurveyed.class);
        if (event == null) return survey;
        var surveyed = survey.deepCopy();
        surveyed.put("surveyedOn", event.occurredOn().toString());
        event.surveyors().forEach(surveyed.putArray("surveyors")::add);
        surveyed.put("waterSafe", event.waterSafe()).put("housingSafe", event.housingSafe());
        return surveyed;
    }

    private void approved(
            String step,
            ObjectNode body,
            String fact,
            String fingerprint,
            long entered,
            List<String> kinds) {
        var standing = facts.standing(household.householdId(), kinds, null);
        if (isDone(fact, fingerprint, entered, standing)) return;
        if (run.approvedBy() == null || run.reason() == null) {
            entering.differs(Difference.NEEDS_APPROVER, cell());
            return;
        }
        if (standing.lastOf() == null) {
            entering.differs(Difference.CHANGED_SINCE, cell());
            return;
        }
        body.put("correctedOn", today.toString())
                .put("correctsEventId", standing.lastOf())
                .put("reason", run.reason())
                .put("approvedBy", run.approvedBy());
        correct(step, body, cell(), fact, fingerprint, entered, standing);
    }

    /**
     * @param meeting null when the village's meeting or notices were not taken
     */
    void register(Meetings.@Nullable Meeting meeting) {
        var registration = household.registration();
        var course = meeting == null ? null : meeting.course();
        if (registration == null || meeting == null || course == null) return;
        var kind =
                blind.hex(
                        "kind",
                        registration.path("standard").asString(""),
                        registration.path("householdType").asString(""));
        var causes =
                blind.hex(
                        "causes",
                        registration.path("mainCause").asString(""),
                        registration.path("otherCauses").toString());
        var before = entering.known.get("registration");
        if (before != null) {
            if (!entering.isAsBefore("kind", kind)) {
                entering.differs(Difference.KIND_DIFFERS, cell());
            }
            if (!entering.isAsBefore("causes", causes)) correctCauses(registration, causes);
        } else if (!step("assessment", meeting.assessment())
                || !step("township-review", meeting.review())
                || !registered(registration, meeting, kind, causes)) {
            return;
        }
        help();
    }

    private boolean step(String step, ObjectNode body) {
        if (entering.known.containsKey(step)) return true;
        var last = entering.enter(path(step), body, cell());
        if (last == null) return false;
        entering.is(step, blind.hex(step, "", body), last);
        return true;
    }

    private boolean registered(
            ObjectNode registration, Meetings.Meeting meeting, String kind, String causes) {
        var body = meeting.registration();
        body.setAll(registration);
        var last = entering.enter(path("registration"), body, cell());
        if (last == null) return false;
        entering.is("registration", blind.hex("registration", "", body), last);
        entering.is("kind", kind, last);
        entering.is("causes", causes, last);
        return true;
    }

    private void correctCauses(ObjectNode registration, String fingerprint) {
        var body = EventJson.MAPPER.createObjectNode();
        body.set("mainCause", registration.get("mainCause"));
        body.set("otherCauses", registration.get("otherCauses"));
        var before = entering.known.get("causes");
        approved(
                "causes-correction",
                body,
                "causes",
                fingerprint,
                before == null ? -1 : before.sequence(),
                CAUSES);
    }

    private void help() {
        var helper = household.helper();
        if (helper == null) return;
        var fingerprint = blind.hex("helper", "", helper);
        if (entering.isAsBefore("helper", fingerprint)) return;
        if (entering.known.containsKey("helper")) {
            entering.differs(Difference.HELPER_DIFFERS, cell());
            return;
        }
        var last = entering.enter(path("helper"), helper, cell());
        if (last != null) entering.is("helper", fingerprint, last);
    }
}
