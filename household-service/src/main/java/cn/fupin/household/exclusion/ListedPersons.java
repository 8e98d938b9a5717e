package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.Background;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells by their ids whom of those on file here the lists of other registers name: of a list that
 * came in, and of whoever was entered since. The numbers stay in the vault, and whoever is on no
 * file here is not told of.
 */
@Component
class ListedPersons implements SmartLifecycle {
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final Actor ITSELF = new Actor("fupin.listed-persons", "system", "000000000000");
    private static final Endpoint<TellListedPersons> TELL =
            Endpoint.post("/matching-lists/{matchingId}/listed-persons", TellListedPersons.class);

    private final Exclusions exclusions;
    private final Entrance entrance;
    private final Background background = new Background("listed-persons", this::goOn);

    ListedPersons(Exclusions exclusions, Entrance entrance) {
        this.exclusions = exclusions;
        this.entrance = entrance;
    }

    /** A list that is refused waits for the next round, and no other with it. */
    private void goOn(Background turn) {
        var refused = "";
        var condition = "名单所列人员已告知 told whom the lists name";
        var lists = exclusions.untold(refused, TellListedPersons.MOST);
        while (turn.running() && !lists.isEmpty()) {
            for (var list : lists) {
                var reply = tell(list);
                if (reply.done()) continue;
                refused = list.matchingId();
                condition =
                        "未能告知名单所列人员 could not tell whom %s names: %d %s"
                                .formatted(refused, reply.status(), reply.reason());
            }
            turn.wentWell();
            lists = exclusions.untold(refused, TellListedPersons.MOST);
        }
        turn.say(condition);
        turn.wentWell();
        turn.pause(EACH);
    }

    /** It is not known only a minute later whom a list names that came in. */
    @EventHandler
    void on(MatchingListReceived received) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(_ -> background.wake());
        }
    }

    private Entrance.Reply tell(Exclusions.Untold list) {
        var body = EventJson.MAPPER.createObjectNode().put("matchingId", list.matchingId());
        list.personIds().forEach(body.putArray("personIds")::add);
        return entrance.enterOwn(
                TELL,
                "/matching-lists/" + list.matchingId() + "/listed-persons",
                "listed-persons:" + UUID.randomUUID(),
                ITSELF,
                body);
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.running();
    }
}
