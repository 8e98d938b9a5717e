package cn.fupin.reporting.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A household's life up to a date, as known by a moment, and where it then stood. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HouseholdHistory(
        String householdId,
        LocalDate effective,
        Map<String, Long> known,
        boolean settled,
        HouseholdAt state,
        List<Event> events) {

    /**
     * @param effectiveOn the day from which it counts: for a correction, the day of the fact it
     *     corrects
     * @param enteredBy who typed it in
     * @param decidedBy the meeting, office or delegation that decided it
     * @param approvedBy the second person, who let it pass and did not enter it
     * @param otherHouseholdId the household from which a person came, or to which one went
     * @param evidence the stored files it names, null when it names none
     * @param corrects the event this one corrects
     * @param correctedBy the event that corrects this one, among those known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            String id,
            String type,
            int version,
            String source,
            String streamId,
            long sequence,
            long position,
            Instant recordedAt,
            LocalDate occurredOn,
            LocalDate effectiveOn,
            String zh,
            String en,
            @Nullable Entered enteredBy,
            @Nullable Decided decidedBy,
            @Nullable String approvedBy,
            boolean assumed,
            @Nullable String otherHouseholdId,
            @Nullable List<String> evidence,
            @Nullable String corrects,
            @Nullable String correctedBy,
            String digest) {}

    public record Entered(String id, String role, String region) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(String body, @Nullable String documentNo) {}

    static List<Event> events(String householdId, Life life) {
        var known = life.known();
        return life.events().stream()
                .map(dated -> event(dated, life, reader(householdId, dated.event(), life, known)))
                .toList();
    }

    private static Sentence.Reader reader(
            String householdId, LifeEvent e, Life life, Sentence.Known known) {
        return new Sentence.Reader(
                householdId,
                person -> life.name(e, person),
                (person, mask) -> life.name(e, person, mask),
                (person, mask) -> life.shown(e, person, mask),
                known);
    }

    static Event event(Life.Dated dated, Life life, Sentence.Reader reader) {
        var e = dated.event();
        var sentence = told(Sentence.of(e, reader), life.endedBefore(e));
        var correction = life.correctionOf(e);
        var files = StreamsNamed.filesOf(e.payload());
        return new Event(
                e.id(),
                e.type(),
                e.version(),
                e.source(),
                e.streamId(),
                e.sequence(),
                e.position(),
                e.recordedAt(),
                e.occurredOn(),
                dated.effectiveOn(),
                sentence.zh(),
                sentence.en(),
                entered(e.metadata()),
                decided(e),
                approved(e),
                e.assumed(),
                other(e, reader),
                files.isEmpty() ? null : files,
                e.isCorrection() ? e.text("correctsEventId") : null,
                correction == null ? null : correction.id(),
                e.digest());
    }

    private static Sentence told(Sentence sentence, @Nullable LocalDate endedOn) {
        if (endedOn == null) return sentence;
        return new Sentence(
                "%s(该户已于 %s 终止,此后所记不计入)".formatted(sentence.zh(), endedOn),
                "%s (the household had ended on %s by then: this counts in nothing)"
                        .formatted(sentence.en(), endedOn));
    }

    private static @Nullable String other(LifeEvent e, Sentence.Reader reader) {
        if (!reader.isOf(e)) return e.text("householdId");
        for (var field :
                List.of("fromHouseholdId", "toHouseholdId", "intoHouseholdId", "newHouseholdId")) {
            if (e.payload().path(field).isString()) return e.text(field);
        }
        return null;
    }

    private static @Nullable Entered entered(JsonNode metadata) {
        if (!metadata.path("actorId").isString()) return null;
        return new Entered(
                metadata.path("actorId").asString(),
                metadata.path("actorRole").asString(""),
                metadata.path("actorRegion").asString(""));
    }

    private static @Nullable String approved(LifeEvent e) {
        for (var field : List.of("approvedBy", "approver")) {
            if (e.payload().path(field).isString()) return e.text(field);
        }
        return null;
    }

    /** The decision stands under the name that fits the fact: who decided, ordered, declined. */
    private static @Nullable Decided decided(LifeEvent e) {
        for (var field : List.of("decidedBy", "authority", "declinedBy")) {
            var by = e.payload().path(field);
            if (by.isString()) return new Decided(by.asString(), null);
            if (by.isObject()) {
                return new Decided(
                        by.path("body").asString(""),
                        by.path("documentNo").isString() ? by.path("documentNo").asString() : null);
            }
        }
        return null;
    }
}
