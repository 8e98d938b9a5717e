package cn.fupin.household.region;

import cn.fupin.household.region.RegionEvent.PolicyDocumentIssued;
import cn.fupin.household.region.RegionEvent.TrainingHeld;
import cn.fupin.household.region.WorkTakenBack.*;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a place and therefore recorded once: its trainings, and its policy documents
 * by their numbers.
 *
 * @param takenBack the ids of the events that were entered wrongly
 */
record Recorded(Set<Training> trainings, Set<String> documents, Set<String> takenBack) {
    static final Recorded NOTHING = new Recorded(Set.of(), Set.of(), Set.of());

    /** All that is said of a training: whatever differs in anything is another one. */
    record Training(
            LocalDate heldOn,
            int classes,
            int personTimes,
            @Nullable Integer persons,
            @Nullable String subject) {}

    Recorded and(TrainingHeld e) {
        var more = new HashSet<>(trainings);
        more.add(training(e));
        return new Recorded(Set.copyOf(more), documents, takenBack);
    }

    Recorded and(PolicyDocumentIssued e) {
        var more = new HashSet<>(documents);
        more.add(number(e.documentNo()));
        return new Recorded(trainings, Set.copyOf(more), takenBack);
    }

    /** It never was, and may be recorded where it belongs. */
    Recorded without(WorkTakenBack event) {
        var held = new HashSet<>(trainings);
        var issued = new HashSet<>(documents);
        switch (event) {
            case TrainingTakenBack e ->
                    held.remove(
                            new Training(
                                    e.heldOn(),
                                    e.classes(),
                                    e.personTimes(),
                                    e.persons(),
                                    e.subject()));
            case PolicyDocumentTakenBack e -> issued.remove(number(e.documentNo()));
            case MeetingTakenBack _,
                    SurveyRoundTakenBack _,
                    InspectionTakenBack _,
                    VillageExitRecheckTakenBack _ -> {}
        }
        return new Recorded(Set.copyOf(held), Set.copyOf(issued), takenBack)
                .without(event.correctsEventId());
    }

    /** That event says nothing any more. */
    Recorded without(String eventId) {
        var back = new HashSet<>(takenBack);
        back.add(eventId);
        return new Recorded(trainings, documents, Set.copyOf(back));
    }

    boolean has(TrainingHeld e) {
        return trainings.contains(training(e));
    }

    boolean has(PolicyDocumentIssued e) {
        return documents.contains(number(e.documentNo()));
    }

    private static Training training(TrainingHeld e) {
        return new Training(e.occurredOn(), e.classes(), e.personTimes(), e.persons(), e.subject());
    }

    /** Written with blanks or full-width digits it is the same number. */
    private static String number(String documentNo) {
        return Normalizer.normalize(documentNo, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
