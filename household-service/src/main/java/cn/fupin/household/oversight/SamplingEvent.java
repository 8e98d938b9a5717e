package cn.fupin.household.oversight;

import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface SamplingEvent extends Event {
    String samplingId();

    /**
     * 抽查档案: The files of some households were taken out and looked through.
     *
     * @param householdIds whose files
     * @param found what was wrong, of households of the sample; empty when nothing was
     * @param by which office looked
     */
    record ArchivesSampled(
            String samplingId,
            LocalDate occurredOn,
            String region,
            List<String> householdIds,
            List<Finding> found,
            String by,
            boolean assumed)
            implements SamplingEvent {}

    record Finding(String householdId, String finding) {}

    /**
     * 抽查问题整改: All that was found wrong in a household's file is put right.
     *
     * @param by which office did
     * @param handling what was done about it
     */
    record FaultsRectified(
            String samplingId,
            LocalDate occurredOn,
            String householdId,
            String by,
            String handling,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements SamplingEvent {}
}
