package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is recorded of a place. {@code assumed} marks what the source text does not state. */
public sealed interface RegionEvent extends Event {
    /** The 12-digit code of the place. */
    String region();

    /**
     * A place was entered into the register.
     *
     * @param official whether the code stands in the national list of {@code divisionsOf}
     * @param sample a stand-in for a place whose name the source hides
     */
    record RegionListed(
            String region,
            LocalDate occurredOn,
            String name,
            Level level,
            @Nullable String parent,
            boolean official,
            boolean sample,
            LocalDate divisionsOf)
            implements RegionEvent {}

    /**
     * A measured attribute as of {@code occurredOn}, such as {@code population} in {@code person}.
     */
    record RegionFactRecorded(
            String region,
            LocalDate occurredOn,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed)
            implements RegionEvent {}

    record PoorVillageIdentified(
            String region, LocalDate occurredOn, Decision decidedBy, boolean assumed)
            implements RegionEvent {}

    /**
     * A training was held.
     *
     * @param personTimes attendances 人次, not persons
     */
    record TrainingHeld(
            String region, LocalDate occurredOn, int classes, int personTimes, boolean assumed)
            implements RegionEvent {}

    record SurveyRoundHeld(String region, LocalDate occurredOn, boolean assumed)
            implements RegionEvent {}

    record InspectionHeld(String region, LocalDate occurredOn, boolean assumed)
            implements RegionEvent {}
}
