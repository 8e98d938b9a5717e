package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Command;
import java.time.Instant;

sealed interface MatchingCommand extends Command permits ReceiveMatchingList, TellListedPersons {
    String matchingId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return matchingId();
    }
}
