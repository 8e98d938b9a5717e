package cn.fupin.household.measure;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface MeasureEvent extends Event {
    String itemId();

    String region();

    String code();

    /**
     * 施行帮扶措施类别: From a day on measures of this kind are in the scheme of a division.
     *
     * @param code by which plans and measures name it
     * @param name in the words of the scheme
     * @param tellsOfHealth whoever reads of it knows that somebody is ill: it stands on no paper
     *     for the door
     * @param effectiveFrom plans and measures of this day and later may name it; the same day as
     *     occurredOn
     * @param source where it stands
     */
    record MeasureItemEnacted(
            String itemId,
            LocalDate occurredOn,
            String region,
            String code,
            String name,
            boolean tellsOfHealth,
            LocalDate effectiveFrom,
            String source,
            boolean assumed)
            implements MeasureEvent {}

    /**
     * 停用帮扶措施类别: From that day on no plan or measure of the division names it; what named it stands.
     *
     * @param code of one that was enacted there, or of the national list
     * @param source where it stands, null when nobody says
     */
    record MeasureItemEnded(
            String itemId,
            LocalDate occurredOn,
            String region,
            String code,
            @Nullable String source,
            boolean assumed)
            implements MeasureEvent {}
}
