package cn.fupin.household.naming;

import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

sealed interface HelperCommand extends Command {
    String helperId();

    Told told();

    Instant receivedAt();

    /**
     * What a form says of somebody, after name and phone were sealed at the door.
     *
     * @param known whom the register meant by the id when the door asked, null for nobody
     */
    record Told(
            @Nullable String known,
            String personId,
            String maskedName,
            String sealed,
            String unit,
            @Nullable String position,
            LocalDate on,
            boolean assumed) {}

    @Override
    default String streamId() {
        return HelperEvent.streamOf(helperId());
    }

    /**
     * @param worksElsewhere whether what it helps or serves is known, and nothing of it there
     */
    @Needs(permission = "helper.name", region = Needs.Region.COMMAND)
    record NameHelper(
            String helperId,
            String region,
            boolean regionListed,
            boolean worksElsewhere,
            Told told,
            Instant receivedAt)
            implements HelperCommand {}

    /**
     * Where the helper works from then on has to be permitted too.
     *
     * @param region null when it is as before
     * @param regionListed also of the one that it is as before
     * @param worksElsewhere whether what it helps or serves is known, and nothing of it in another
     *     region that is said
     */
    @Needs(permission = "helper.name")
    record ChangeHelper(
            String helperId,
            @Nullable String region,
            boolean regionListed,
            boolean worksElsewhere,
            Told told,
            Instant receivedAt)
            implements HelperCommand {}
}
