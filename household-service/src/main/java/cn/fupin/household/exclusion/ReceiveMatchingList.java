package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of another register came in; its numbers went no further than the door, where {@link
 * MatchingForm} has them.
 *
 * @param seal tells this list's content from any other's
 */
@Needs(permission = "exclusion.match", region = Needs.Region.COMMAND)
record ReceiveMatchingList(
        String matchingId,
        String region,
        String item,
        String source,
        LocalDate asOf,
        LocalDate receivedOn,
        int entries,
        String seal,
        boolean regionListed,
        boolean assumed,
        Instant receivedAt)
        implements MatchingCommand {}
