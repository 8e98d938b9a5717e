package cn.fupin.household.exclusion;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.relay.RecoveryWitness;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import cn.fupin.household.vault.MatchingEntries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists that came in after the backup a store was restored from: their events come back, whom they
 * name does not, and nobody would be refused for them.
 */
@Component
class LostLists implements RecoveryWitness {
    private final StoredEvents events;
    private final MatchingEntries entries;
    private final List<String> lost = new ArrayList<>();

    LostLists(StoredEvents events, MatchingEntries entries) {
        this.events = events;
        this.entries = entries;
    }

    @Override
    public void recovered(PositionedEvent event) {
        if (!event.type().equals(MatchingListReceived.class.getSimpleName())) return;
        var list = (MatchingListReceived) events.read(event);
        if (entries.count(list.matchingId(), list.sha256()) == 0) lost.add(list.matchingId());
    }

    @Override
    public @Nullable String report() {
        if (lost.isEmpty()) return null;
        return "有 %1$d 份比对名单的内容随备份之后的保管库一起丢失，比对时不再起作用，须以新编号重新上传（编号见下）。".formatted(lost.size())
                + " What %1$d matching lists named went with the vault as it was after the backup; nobody is held against them until they are received anew under other ids: %2$s"
                        .formatted(lost.size(), lost);
    }
}
