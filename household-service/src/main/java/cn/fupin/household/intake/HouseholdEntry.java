package cn.fupin.household.intake;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.Chronological;
import cn.fupin.household.household.DescriptionEvent.HouseholdDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.IdentificationEvent.HouseholdSurveyed;
import cn.fupin.household.household.MembersNow.Now;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.intake.Facts.Fact;
import cn.fupin.household.intake.Intake.MemberPart;
import cn.fupin.household.intake.Told.Difference;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.PersonalData;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final List<String> NUMBERS =
            List.of("HouseholdNumbered", "HouseholdNumberCorrected");
    private static final List<String> CAUSES =
            List.of(
                    "HouseholdRegistered",
                    "HouseholdRelapsed",
                    "CausesCorrected",
                    "HouseholdReclassified");

    private final Entering entering;
    private final Facts facts;
    private final Blind blind;
    private final Imports.Row run;
    private final Intake household;
    private final LocalDate today;
    private final Function<IdentityNumber, @Nullable String> personOf;
    private final Function<String, List<Now>> membersOf;

    HouseholdEntry(
            Entering entering,
            Facts facts,
            Blind blind,
            Imports.Row run,
            Intake household,
            LocalDate today,
            Function<IdentityNumber, @Nullable String> personOf,
            Function<String, List<Now>> membersOf) {
        this.entering = entering;
        this.facts = facts;
        this.blind = blind;
        this.run = run;
        this.household = household;
        this.today = today;
        this.personOf = personOf;
        this.membersOf = membersOf;
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
                var now = now();
                if (isAnother(now)) {
                    entering.differs(Difference.ANOTHER_HOUSEHOLD, cell());
                    return;
                }
                tellWhatDiffers(now);
            }
            describeMembers();
            describe();
        }
        survey();
        number();
    }

    /** Given once: of one that has another, by hand or from a file, it is listed. */
    private void number() {
        if (entering.outcome == Outcome.REFUSED) return;
        var number = household.fileNumber();
        if (number == null) {
            if (entering.known.containsKey("number") && !missing().contains(Column.FILE_NUMBER)) {
                entering.emptied(cell(), List.of(Column.FILE_NUMBER));
            }
            return;
        }
        var fingerprint = blind.hex("number", household.householdId(), number);
        if (entering.isAsBefore("number", fingerprint)) return;
        var has = facts.numberOf(household.householdId());
        if (number.equals(has)) {
            var last = facts.standing(household.householdId(), NUMBERS).lastOfSequence();
            entering.is("number", fingerprint, last);
            return;
        }
        if (has != null || entering.known.containsKey("number")) {
            entering.differs(Difference.HOUSEHOLD_NUMBER_DIFFERS, cell());
            return;
        }
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("householdNumber", number)
                        .put("numberedOn", numberedOn().toString());
        var last = entering.enter(path("number"), body, cell());
        if (last != null) entering.is("number", fingerprint, last);
    }

    /** As of the file, of which nobody says when the number was given. */
    private LocalDate numberedOn() {
        var applied = LocalDate.parse(household.application().path("appliedOn").asString());
        return applied.isAfter(run.asOf()) ? applied : run.asOf();
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
            entering.is("details:" + member.key(), saidOf(i).noted(), last);
        }
        entering.is("description", saidOfHousehold().noted(), last);
        return true;
    }

    /** Who its members were nobody can tell any more, so neither whether it is this household. */
    private boolean isErased() {
        return entering.isAsBefore("application", Facts.ERASED);
    }

    /** Numbers are given twice, one in each village: nobody of the one is in the other. */
    private boolean isAnother(Map<String, Now> now) {
        return household.members().stream()
                .noneMatch(member ->
                        now.containsKey(member.key())
                                || entering.known.containsKey("member:" + member.key()));
    }

    /** As the register has its members by now, corrections and changes by hand among them. */
    private Map<String, Now> now() {
        var now = new HashMap<String, Now>();
        membersOf
                .apply(household.householdId())
                .forEach(member -> now.put(keyOf(member.data()), member));
        return now;
    }

    private String keyOf(PersonalData data) {
        var number = data.identityNumber();
        return MemberPart.keyOf(
                blind,
                number == null ? null : number.toUpperCase(Locale.ROOT),
                Objects.requireNonNullElse(data.name(), ""),
                Objects.toString(data.bornOn(), ""));
    }

    private boolean readsAs(MemberPart member, @Nullable Now now) {
        return now != null
                && MemberPart.fingerprintOf(
                                blind,
                                Objects.requireNonNullElse(now.data().name(), ""),
                                now.relation().name())
                        .equals(member.fingerprint());
    }

    /** It was entered otherwise, and the file has caught up with it. */
    private void take(int i, Now now, long last) {
        var member = household.members().get(i);
        entering.is("member:" + member.key(), member.fingerprint(), last);
        var details = "details:" + member.key();
        if (entering.known.containsKey(details)) return;
        var was =
                now.former().stream()
                        .map(this::keyOf)
                        .filter(key -> entering.known.containsKey("details:" + key))
                        .findFirst();
        var said = saidOf(i);
        if (was.isPresent()) {
            var before = Objects.requireNonNull(entering.known.get("details:" + was.get()));
            var nothing = EventJson.MAPPER.createObjectNode();
            var asBefore = Said.ofMember(blind, was.get(), details(i));
            var known = Said.read(before.fingerprint());
            var emptied = known.emptiedIn(asBefore, missing());
            if (!emptied.isEmpty()) entering.emptied(member.cell(), emptied);
            if (known.isChangedIn(asBefore)) {
                said = Said.ofMember(blind, member.key(), nothing);
                entering.known.put(details, new Fact(said.noted(), before.sequence()));
            }
            last = before.sequence();
        }
        entering.is(details, said.noted(), last);
    }

    private void tellWhatDiffers(Map<String, Now> now) {
        var told = entering.told.size();
        var place = blind.hex("place", placeText(household.application()));
        if (!entering.isAsBefore("place", place)) {
            entering.differs(Difference.PLACE_DIFFERS, cell());
        }
        var last = facts.standing(household.householdId(), SURVEYS).last();
        var there = new HashSet<String>();
        for (var i = 0; i < household.members().size(); i++) {
            var member = household.members().get(i);
            there.add(member.key());
            var before = entering.known.get("member:" + member.key());
            if (before != null && before.fingerprint().equals(member.fingerprint())) continue;
            var as = now.get(member.key());
            if (as != null && readsAs(member, as)) take(i, as, last);
            else if (before == null && as == null) {
                entering.differs(Difference.MEMBER_ADDED, member.cell());
            } else entering.differs(Difference.NAME_OR_RELATION_DIFFERS, member.cell());
        }
        entering.known.keySet().stream()
                .filter(fact -> fact.startsWith("member:"))
                .map(fact -> fact.substring("member:".length()))
                .filter(key -> now.containsKey(key) && !there.contains(key))
                .forEach(_ -> entering.differs(Difference.MEMBER_GONE, cell()));
        if (entering.told.size() == told) {
            entering.is("application", applicationFingerprint(), last);
        }
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

    private Said saidOf(int i) {
        return Said.ofMember(blind, household.members().get(i).key(), details(i));
    }

    private void describeMembers() {
        for (var i = 0; i < household.members().size(); i++) {
            var member = household.members().get(i);
            var now = saidOf(i);
            var news = news("details:" + member.key(), now, member.cell());
            if (news != null) describeMember(i, now, news);
        }
    }

    /**
     * @param before what files had said of the same
     * @param noted what they will have said together
     */
    private record News(String fact, Fact before, String noted) {}

    /** What there is to enter of a part that files had spoken of; null when there is nothing. */
    private @Nullable News news(String fact, Said now, String cell) {
        var before = entering.known.get(fact);
        if (before == null) return null;
        var was = Said.read(before.fingerprint());
        var emptied = was.emptiedIn(now, missing());
        if (!emptied.isEmpty()) entering.emptied(cell, emptied);
        if (was.isChangedIn(now)) return new News(fact, before, was.and(now).noted());
        if (!was.tellsCellsApart()) entering.is(fact, now.noted(), before.sequence());
        return null;
    }

    private Set<Column> missing() {
        var missing = household.missing();
        return missing == null ? Set.of() : missing;
    }

    private void describeMember(int i, Said now, News news) {
        var cell = household.members().get(i).cell();
        var number = memberBody(i).path("identityNumber").asString("");
        var body = details(i);
        if (number.isEmpty()) {
            entering.differs(Difference.MEMBER_WITHOUT_NUMBER_DIFFERS, cell);
            return;
        }
        if (body.isEmpty()) {
            entering.differs(Difference.CELL_EMPTIED, cell);
            return;
        }
        body.put("identityNumber", number).put("describedOn", run.asOf().toString());
        var person = personOf.apply(IdentityNumber.parse("identityNumber", number));
        var said =
                person == null
                        ? List.<StoredEvent<Event>>of()
                        : facts.described(household.householdId(), person);
        if (person != null && body.path("details") instanceof ObjectNode details) {
            Said.complete(details, known(said));
        }
        var standing =
                person == null
                        ? facts.standing(household.householdId(), List.of("MemberDescribed"))
                        : facts.standing(household.householdId(), said);
        correct("member-description", body, cell, news, now.whole(), standing);
    }

    /** What stood of a member on the day of the file, each part as last said by then. */
    private ObjectNode known(List<StoredEvent<Event>> said) {
        var known = EventJson.MAPPER.createObjectNode();
        for (var described : Chronological.of(said)) {
            if (described.event() instanceof MemberDescribed event
                    && !event.occurredOn().isAfter(run.asOf())) {
                add(known, event.details());
            }
        }
        return known;
    }

    private static void add(ObjectNode known, Object details) {
        EventJson.MAPPER
                .valueToTree(details)
                .properties()
                .forEach(part -> {
                    if (!part.getValue().isNull()) known.set(part.getKey(), part.getValue());
                });
    }

    private ObjectNode description() {
        var body = EventJson.MAPPER.createObjectNode();
        var details = household.description();
        if (details != null) body.set("details", details.deepCopy());
        return body;
    }

    private Said saidOfHousehold() {
        return Said.ofHousehold(blind, household.householdId(), description());
    }

    private void describe() {
        var now = saidOfHousehold();
        var news = news("description", now, cell());
        if (news == null) return;
        var body = description();
        if (!(body.path("details") instanceof ObjectNode details)) {
            entering.differs(Difference.CELL_EMPTIED, cell());
            return;
        }
        var known = EventJson.MAPPER.createObjectNode();
        facts.by(run.asOf(), household.householdId(), HouseholdDescribed.class)
                .forEach(event -> add(known, event.details()));
        Said.complete(details, known);
        body.put("describedOn", run.asOf().toString());
        correct(
                "description",
                body,
                cell(),
                news,
                now.whole(),
                facts.standing(household.householdId(), List.of("HouseholdDescribed")));
    }

    /**
     * Only over what a file itself had entered: whatever came after it stays.
     *
     * @param whole what the file says now
     */
    private void correct(
            String step,
            ObjectNode body,
            String cell,
            News news,
            String whole,
            Facts.Standing standing) {
        var fact = news.fact();
        var entered = news.before().sequence();
        var from = entered;
        if (standing.lastOfSequence() > entered) {
            if (isDone(news, whole, standing)) return;
            if (!entering.isCorrection(standing.lastOfCommand(), fact, entered)) {
                entering.differs(Difference.CHANGED_SINCE, cell);
                return;
            }
            // a run that died had corrected it, to something else than this file says
            from = standing.lastOfSequence();
            facts.put(household.householdId(), Map.of(fact, new Fact("", from)));
        }
        var last = entering.correct(path(step), body, cell, fact, whole, from, standing.last());
        if (last != null) entering.is(fact, news.noted(), last);
    }

    /** By a run that was killed before it noted what it had entered. */
    private boolean isDone(News news, String whole, Facts.Standing standing) {
        var entered = news.before().sequence();
        if (!entering.isCorrection(standing.lastOfCommand(), news.fact(), entered, whole)) {
            return false;
        }
        entering.outcome = entering.outcome.and(Outcome.CORRECTED);
        entering.is(news.fact(), news.noted(), standing.lastOfSequence());
        return true;
    }

    private void survey() {
        var survey = household.survey();
        if (entering.outcome == Outcome.REFUSED) return;
        if (survey == null) {
            if (entering.known.containsKey("survey") && !missing().contains(Column.SURVEYED_ON)) {
                entering.differs(Difference.SURVEY_GONE, cell());
            }
            return;
        }
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
        approved("survey-correction", correction, new News("survey", before, asCorrected), SURVEYS);
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

    private void approved(String step, ObjectNode body, News news, List<String> kinds) {
        var standing = facts.standing(household.householdId(), kinds);
        if (isDone(news, news.noted(), standing)) return;
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
        correct(step, body, cell(), news, news.noted(), standing);
    }

    void register(Meetings.Meeting meeting) {
        var registration = household.registration();
        if (registration == null) return;
        var course = meeting.course();
        if (meeting.differs()) {
            entering.differs(Difference.COURSE_DIFFERS, course.sheet() + "!" + course.row());
        } else if (!meeting.hasVotesOf(household)) {
            entering.differs(Difference.VOTES_DIFFER, cell());
        }
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
        var before = entering.known.getOrDefault("causes", new Fact("", -1));
        approved("causes-correction", body, new News("causes", before, fingerprint), CAUSES);
    }

    private void help() {
        var helper = household.helper();
        var isKnown = entering.known.containsKey("helper");
        if (helper == null) {
            if (isKnown && !missing().contains(Column.HELPER)) {
                entering.differs(Difference.HELPER_DIFFERS, cell());
            }
            return;
        }
        var fingerprint = blind.hex("helper", "", helper);
        if (entering.isAsBefore("helper", fingerprint)) return;
        if (isKnown || isHelpedOtherwise(helper)) {
            entering.differs(Difference.HELPER_DIFFERS, cell());
            return;
        }
        var last = entering.enter(path("helper"), helper, cell());
        if (last != null) entering.is("helper", fingerprint, last);
    }

    /** Somebody named a helper since; the file's own, of a run that died, is none other. */
    private boolean isHelpedOtherwise(ObjectNode helper) {
        if (entering.fresh.containsKey("registration")) return false;
        // who helped it earlier may have been entered later
        var named = facts.by(LocalDate.MAX, household.householdId(), HelperAssigned.class);
        if (named.isEmpty()) return false;
        var last = named.getLast();
        return !(last.helperId().equals(helper.path("helperId").asString())
                && last.helperUnit().equals(helper.path("helperUnit").asString())
                && last.occurredOn().toString().equals(helper.path("assignedOn").asString()));
    }
}
