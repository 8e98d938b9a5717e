package cn.fupin.reporting.history;

import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.regions.ItemNames;
import cn.fupin.reporting.register.HelperNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a household, laid out by the days on which it was true.
 *
 * <p>A correction says what was true all along: it counts from the day of the fact it corrects. Who
 * wants to see what was believed before it came asks with an earlier {@code known}.
 */
final class Life {
    /** An event and the day from which it counts. */
    record Dated(LifeEvent event, LocalDate effectiveOn) {}

    private final List<Dated> events;
    // of each fact that is corrected, its latest correction of each kind
    private final Map<String, Map<String, LifeEvent>> corrections;
    // Of names and numbers of members, as they were recorded: corrections count for all days.
    private final List<LifeEvent> ofMembers;
    private final Erased erased;
    private final Map<String, String> places;
    private final Map<String, HelperNames.Named> helpers;
    private final Map<String, NoticeNames.Posted> notices;
    private final ItemNames items;
    private final Map<String, String> measures;
    private final LocalDate until;
    private final List<LifeEvent> ends;
    // by the id under which they were entered, the earliest said first
    private final Map<String, List<Entered>> entered;

    private Life(
            List<Dated> events,
            List<LifeEvent> ofMembers,
            Erased erased,
            Map<String, String> places,
            Map<String, HelperNames.Named> helpers,
            Map<String, NoticeNames.Posted> notices,
            ItemNames items,
            Map<String, String> measures,
            LocalDate until) {
        this.until = until;
        this.events = events;
        this.ofMembers = ofMembers;
        this.erased = erased;
        this.places = places;
        this.helpers = helpers;
        this.notices = notices;
        this.items = items;
        this.measures = measures;
        this.corrections = latestCorrections(events);
        this.entered = entered(events, ofMembers);
        this.ends =
                events.stream()
                        .map(Dated::event)
                        .filter(e -> ENDS.contains(e.type()))
                        .filter(e -> !isEndTakenBack(e))
                        .toList();
    }

    /**
     * All that is known, whatever its date.
     *
     * @param householdId whose life it is
     * @param erased whose names are shown no more
     * @param places what the places it names are called
     * @param helpers who those are that it names as its helpers, by id
     * @param notices which those are that it names, by id
     * @param items what the items of exclusion are called that divisions enacted
     * @param measures what the kinds of measures are called that a division enacted, by code
     * @param came by the id of an event of another household, since when that is part of this life
     */
    static Life of(
            String householdId,
            List<LifeEvent> known,
            Erased erased,
            Map<String, String> places,
            Map<String, HelperNames.Named> helpers,
            Map<String, NoticeNames.Posted> notices,
            ItemNames items,
            Map<String, String> measures,
            Map<String, LocalDate> came) {
        var byId = known.stream().collect(Collectors.toMap(LifeEvent::id, e -> e, (a, _) -> a));
        var days = correctedDays(known);
        return new Life(
                known.stream()
                        .map(e ->
                                new Dated(
                                        e,
                                        notBefore(
                                                came.getOrDefault(e.id(), LocalDate.MIN),
                                                day(root(e, byId), days))))
                        .sorted(ORDER)
                        .toList(),
                known.stream()
                        .filter(e -> OF_MEMBERS.contains(e.type()) && e.isOf(householdId))
                        .sorted(Comparator.comparing(LifeEvent::sequence))
                        .toList(),
                erased,
                places,
                helpers,
                notices,
                items,
                measures,
                LocalDate.MAX);
    }

    /** Of who came or went on another day than was said, by the id of what said it. */
    private static Map<String, LifeEvent> correctedDays(List<LifeEvent> known) {
        var days = new HashMap<String, LifeEvent>();
        for (var e : known) {
            if (!e.type().equals("MemberDayCorrected")) continue;
            days.merge(e.text("correctsEventId"), e, (a, b) -> a.sequence() > b.sequence() ? a : b);
        }
        return days;
    }

    private static LocalDate day(LifeEvent fact, Map<String, LifeEvent> days) {
        var corrected = days.get(fact.id());
        return corrected == null ? fact.occurredOn() : LocalDate.parse(corrected.text("rightDay"));
    }

    private static LocalDate notBefore(LocalDate day, LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    private static final Set<String> OF_MEMBERS =
            Set.of("MemberIdentified", "MemberNameCorrected", "MemberNumberCorrected");

    private static final Set<String> ENDS = Set.of("HouseholdRemoved", "HouseholdDissolved");

    private static final Set<String> STEPS = Set.of("HouseholdRelapsed", "MonitoringConfirmed");

    private static final Set<String> REVOCATIONS = Set.of("RelapseRevoked", "MonitoringRevoked");

    // What may be told of a household before it is known that it had ended by then.
    private static final Set<String> DONE =
            Set.of(
                    "HelperAssigned",
                    "HelperReleased",
                    "MonitoringHelperReleased",
                    "MeasureAssigned",
                    "PlanAdopted",
                    "PlannedMeasureDone",
                    "ExitPlanned",
                    "ExitPlanDropped",
                    "HouseholdReverified",
                    "HouseholdVisited",
                    "IncomeRecorded",
                    "HouseholdDescribed",
                    "MemberDescribed",
                    "ExclusionCleared",
                    "QuarterChecked",
                    "HandbookIssued",
                    "ClearCardIssued",
                    "ResultSigned");

    private static final Comparator<Dated> ORDER =
            Comparator.comparing(Dated::effectiveOn)
                    .thenComparing(dated -> dated.event().recordedAt())
                    .thenComparing(dated -> dated.event().source())
                    .thenComparing(dated -> dated.event().position());

    /** What was true on that day, in order; a stream that names the household later is left out. */
    Life on(LocalDate effective) {
        var until = events.stream().filter(e -> !e.effectiveOn().isAfter(effective)).toList();
        var streams = new HashSet<String>();
        for (var dated : until) {
            var event = dated.event();
            if (!event.names()) continue;
            streams.add(event.streamId());
            streams.addAll(StreamsNamed.citedIn(event.payload()));
            streams.addAll(StreamsNamed.personsIn(event.payload()));
        }
        return new Life(
                until.stream().filter(e -> streams.contains(e.event().streamId())).toList(),
                ofMembers,
                erased,
                places,
                helpers,
                notices,
                items,
                measures,
                effective);
    }

    /** What is called by a name in it beside persons. */
    Sentence.Known known() {
        var rounds = new HashMap<String, String>();
        var rules = new HashMap<String, String>();
        for (var dated : events) {
            var event = dated.event();
            if (!event.type().equals("ReverificationRoundOpened")) continue;
            rounds.put(event.streamId(), event.text("name"));
            for (var rule : event.payload().path("rules")) {
                rules.put(
                        event.streamId() + "/" + rule.path("code").asString(""),
                        rule.path("text").asString(""));
            }
        }
        var labels = new HashMap<String, String>();
        helpers.forEach((id, helper) -> labels.put(id, helper.label()));
        return new Sentence.Known(places, rounds, rules, labels, notices, items, measures);
    }

    /** Who goes by a helper's id; null for whom nobody named. */
    HelperNames.@Nullable Named helper(String id) {
        return helpers.get(id);
    }

    /** Of the helper of an assignment, as last said by the day. */
    String helperUnit(LifeEvent assignment) {
        var assigned = assignment.text("helperUnit");
        var named = helper(assignment.text("helperId"));
        return named == null ? assigned : named.unit(assigned, assignment.occurredOn(), until);
    }

    /**
     * The id by which somebody goes on all days, as corrected since.
     *
     * @param said the event that names the person
     */
    String now(LifeEvent said, String personId) {
        var correction = correctionOf(said, personId);
        return correction == null ? personId : isNow(correction);
    }

    /** Whom an event entered, as corrected since: another id, name, sex or birth year. */
    JsonNode asCorrected(LifeEvent entered, JsonNode member) {
        var correction = correctionOf(entered, member.path("personId").asString(""));
        return correction == null ? member : correction.payload().path("member");
    }

    /** The last of a person, also after a number became known; null where there is none. */
    private @Nullable LifeEvent correctionOf(LifeEvent said, String personId) {
        var id = personId;
        var before = said;
        LifeEvent last = null;
        for (var e : ofMembers) {
            if (!follows(e, before) || !was(e).equals(id)) continue;
            id = isNow(e);
            before = e;
            if (!e.type().equals("MemberIdentified")) last = e;
        }
        return last;
    }

    /** What the same command says is said at once: two who change their numbers stay two. */
    private static boolean follows(LifeEvent e, LifeEvent before) {
        return isAfter(e, before) && !e.command().equals(before.command());
    }

    /** Another service counts its positions by itself. */
    private static boolean isAfter(LifeEvent e, LifeEvent before) {
        return e.source().equals(before.source())
                ? e.position() > before.position()
                : e.recordedAt().isAfter(before.recordedAt());
    }

    /**
     * What may be shown of whom an event names, as called on all days; null where nobody was
     * entered under the id.
     */
    @Nullable String name(LifeEvent said, String personId) {
        var by = enteredBy(said, personId);
        if (by == null) return null;
        var correction = correctionOf(said, personId);
        return correction == null
                ? shown(by.event(), personId, by.maskedName())
                : corrected(correction);
    }

    /** The same of whom it enters, by a name that may have been corrected since. */
    String name(LifeEvent entered, String personId, String maskedName) {
        var correction = correctionOf(entered, personId);
        return correction == null ? shown(entered, personId, maskedName) : corrected(correction);
    }

    private String corrected(LifeEvent correction) {
        var member = correction.payload().path("member");
        return shown(correction, isNow(correction), member.path("maskedName").asString(""));
    }

    /** Who went by the id when it was said: by the last that entered anybody under it. */
    private @Nullable Entered enteredBy(LifeEvent said, String personId) {
        Entered last = null;
        for (var entry : entered.getOrDefault(personId, List.of())) {
            if (last == null || isKnown(entry.event(), said)) last = entry;
        }
        return last;
    }

    private static boolean isKnown(LifeEvent entered, LifeEvent said) {
        if (entered.id().equals(said.id())) return true;
        return OF_MEMBERS.contains(said.type()) ? follows(said, entered) : isAfter(said, entered);
    }

    private record Entered(LifeEvent event, String maskedName) {}

    private static Map<String, List<Entered>> entered(
            List<Dated> events, List<LifeEvent> ofMembers) {
        var byId = new HashMap<String, List<Entered>>();
        Stream.concat(events.stream().map(Dated::event), ofMembers.stream())
                .sorted(
                        Comparator.comparing(LifeEvent::recordedAt)
                                .thenComparing(LifeEvent::position))
                .forEach(e -> {
                    e.payload().path("members").forEach(member -> entered(e, member, byId));
                    entered(e, e.payload().path("member"), byId);
                });
        return byId;
    }

    private static void entered(LifeEvent e, JsonNode member, Map<String, List<Entered>> byId) {
        if (!member.path("personId").isString()) return;
        byId.computeIfAbsent(member.path("personId").asString(), _ -> new ArrayList<>())
                .add(new Entered(e, member.path("maskedName").asString("")));
    }

    private static String was(LifeEvent e) {
        return e.payload().path("personId").asString(isNow(e));
    }

    private static String isNow(LifeEvent e) {
        return e.payload().path("member").path("personId").asString("");
    }

    /** Of whoever went by the id when it was said. */
    boolean isErased(LifeEvent said, String personId) {
        var by = enteredBy(said, personId);
        return erased.is(by == null ? said : by.event(), personId);
    }

    /** What may be shown of a name of whom an event enters. */
    String shown(LifeEvent entered, String personId, String maskedName) {
        return erased.is(entered, personId) ? Erasure.NAMELESS : maskedName;
    }

    List<Dated> events() {
        return events;
    }

    /** The days on which something came to be true. */
    Set<LocalDate> days() {
        return events.stream()
                .map(Dated::effectiveOn)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last correction of a fact, or null: the fact stands as it was said. */
    @Nullable LifeEvent correctionOf(LifeEvent fact) {
        return corrections.getOrDefault(fact.id(), Map.of()).values().stream()
                .max(Comparator.comparing(LifeEvent::sequence))
                .orElse(null);
    }

    /**
     * The fact as it stands now, corrected or not; {@code kind} is the type of such corrections.
     */
    LifeEvent asCorrected(LifeEvent fact, String kind) {
        return corrections.getOrDefault(fact.id(), Map.of()).getOrDefault(kind, fact);
    }

    /**
     * Whether it was entered wrongly, and never was; of an end, a relapse or a watch, from the day
     * on that says so.
     */
    boolean isTakenBack(LifeEvent fact) {
        return isEndTakenBack(fact)
                || isStepRevoked(fact)
                || corrections.getOrDefault(fact.id(), Map.of()).keySet().stream()
                        .anyMatch(TakenBack.TYPES::contains);
    }

    private boolean isEndTakenBack(LifeEvent e) {
        return ENDS.contains(e.type())
                && events.stream()
                        .map(Dated::event)
                        .anyMatch(back ->
                                back.type().equals("EndRevoked")
                                        && back.streamId().equals(e.streamId())
                                        && back.sequence() > e.sequence());
    }

    private boolean isStepRevoked(LifeEvent e) {
        return STEPS.contains(e.type())
                && events.stream()
                        .map(Dated::event)
                        .anyMatch(back ->
                                REVOCATIONS.contains(back.type())
                                        && back.text("revokesEventId").equals(e.id()));
    }

    /**
     * Since when the household of what was done for it was none any more, by an end that stands and
     * may have been told later: it counts in nothing. Null where there still was one.
     */
    @Nullable LocalDate endedBefore(LifeEvent done) {
        if (!DONE.contains(done.type())) return null;
        return ends.stream()
                .filter(end -> end.streamId().equals(done.streamId()))
                .filter(end -> end.occurredOn().isBefore(done.occurredOn()))
                .map(LifeEvent::occurredOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** From whom a grant is taken back, by the ids in it. */
    Set<String> takenBack(LifeEvent grant) {
        var persons = new HashSet<String>();
        for (var dated : events) {
            var e = dated.event();
            if (!e.type().equals("PolicyTakenBack")) continue;
            if (!e.text("correctsEventId").equals(grant.id())) continue;
            e.payload().path("recipients").forEach(id -> persons.add(id.asString("")));
        }
        return persons;
    }

    private static Map<String, Map<String, LifeEvent>> latestCorrections(List<Dated> events) {
        var byId =
                events.stream()
                        .map(Dated::event)
                        .collect(Collectors.toMap(LifeEvent::id, e -> e, (a, _) -> a));
        var latest = new HashMap<String, Map<String, LifeEvent>>();
        for (var dated : events) {
            var event = dated.event();
            if (!event.isCorrection()) continue;
            latest.computeIfAbsent(root(event, byId).id(), _ -> new HashMap<>())
                    .merge(event.type(), event, (a, b) -> a.sequence() > b.sequence() ? a : b);
        }
        return latest;
    }

    /** The fact a correction is about, through corrections of corrections; itself if it is none. */
    private static LifeEvent root(LifeEvent event, Map<String, LifeEvent> byId) {
        var seen = new HashSet<String>();
        var at = event;
        while (at.isCorrection() && seen.add(at.id())) {
            var corrected = byId.get(at.text("correctsEventId"));
            if (corrected == null) return at;
            at = corrected;
        }
        return at;
    }
}
