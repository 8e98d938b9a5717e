package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.util.List;

/** Found by this service itself, by {@link ListedPersons}. */
@Needs(permission = "exclusion.match")
record TellListedPersons(String matchingId, List<String> personIds, Instant receivedAt)
        implements MatchingCommand {
    static final int MOST = 2_000;

    TellListedPersons {
        Check.id("matching", "matchingId", matchingId);
        Check.size("personIds", personIds, 1, MOST);
        personIds = List.copyOf(personIds);
    }
}
