package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Command;
import java.time.Instant;

/** Orders to a sampling of archives. */
sealed interface SamplingCommand extends Command permits SampleArchives, RectifyFaults {
    String samplingId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return samplingId();
    }
}
