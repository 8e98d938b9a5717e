package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.RelapseIncomeCorrected;
import cn.fupin.household.household.CorrectionEvent.SurveyCorrected;
import cn.fupin.household.household.EntryTakenBack;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import cn.fupin.household.household.PolicyEvent.PolicyTakenBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events of a stream correct which, through corrections of corrections. */
final class Corrected {
    private final Map<String, StoredEvent<Event>> byId = new HashMap<>();
    private final Map<String, StoredEvent<Event>> latest = new HashMap<>();
    private final Map<String, List<String>> takenBack = new HashMap<>();
    private final Map<String, List<SurveyCorrected>> surveys = new HashMap<>();
    private final Map<String, RelapseIncomeCorrected> relapses = new HashMap<>();

    private Corrected() {}

    /** Of a stream in its order: the later of two corrections of a fact is the one that holds. */
    static Corrected of(List<StoredEvent<Event>> stream) {
        var corrected = new Corrected();
        for (var recorded : stream) {
            corrected.byId.put(recorded.eventId(), recorded);
            if (corrects(recorded.event()) != null) {
                var fact = corrected.fact(recorded).eventId();
                if (recorded.event() instanceof RelapseIncomeCorrected e) {
                    corrected.relapses.put(fact, e);
                } else {
                    corrected.latest.put(fact, recorded);
                }
                if (recorded.event() instanceof SurveyCorrected e) {
                    corrected.surveys.computeIfAbsent(fact, _ -> new ArrayList<>()).add(e);
                }
            }
            if (recorded.event() instanceof PolicyTakenBack e) {
                corrected
                        .takenBack
                        .computeIfAbsent(e.correctsEventId(), _ -> new ArrayList<>())
                        .addAll(e.recipients());
            }
        }
        return corrected;
    }

    /**
     * The fact a correction is about; of anything else itself. Nothing corrects what came later.
     */
    StoredEvent<Event> fact(StoredEvent<Event> recorded) {
        var at = recorded;
        while (corrects(at.event()) instanceof String earlier) {
            var before = byId.get(earlier);
            if (before == null || before.sequence() >= at.sequence()) return at;
            at = before;
        }
        return at;
    }

    /** The correction that says what the event should have said, or the event itself. */
    Event asItStands(StoredEvent<Event> recorded) {
        if (recorded.event() instanceof PolicyGranted e) {
            return without(takenBack.getOrDefault(recorded.eventId(), List.of()), e);
        }
        return latest.getOrDefault(recorded.eventId(), recorded).event();
    }

    /** Whether it was entered wrongly, and never was. */
    boolean isTakenBack(StoredEvent<Event> recorded) {
        var correction = latest.get(recorded.eventId());
        return correction != null && correction.event() instanceof EntryTakenBack;
    }

    private static PolicyGranted without(List<String> persons, PolicyGranted e) {
        if (persons.isEmpty()) return e;
        return new PolicyGranted(
                e.householdId(),
                e.occurredOn(),
                e.policy(),
                e.details(),
                e.wholeHousehold(),
                e.recipients().stream().filter(person -> !persons.contains(person)).toList(),
                e.decidedBy(),
                e.assumed(),
                e.evidence());
    }

    /** All corrections of a survey in their order: what one does not say stays as the last said. */
    List<SurveyCorrected> ofSurvey(StoredEvent<Event> survey) {
        return surveys.getOrDefault(survey.eventId(), List.of());
    }

    /** By what income a relapse was in truth; null while nobody said otherwise. */
    @Nullable RelapseIncomeCorrected ofRelapse(StoredEvent<Event> relapse) {
        return relapses.get(relapse.eventId());
    }

    /** On which day it happened, as corrected since. */
    LocalDate day(StoredEvent<Event> recorded) {
        var fact = fact(recorded);
        return latest.getOrDefault(fact.eventId(), fact).event() instanceof MemberDayCorrected e
                ? e.rightDay()
                : fact.event().occurredOn();
    }

    private static @Nullable String corrects(Event event) {
        return switch (event) {
            case SurveyCorrected e -> e.correctsEventId();
            case CausesCorrected e -> e.correctsEventId();
            case RelapseIncomeCorrected e -> e.correctsEventId();
            case PolicyTakenBack e -> e.correctsEventId();
            case EntryTakenBack e -> e.correctsEventId();
            case MemberDayCorrected e -> e.correctsEventId();
            default -> null;
        };
    }
}
