package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.Background;
import java.time.Duration;
import java.util.UUID;
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

    private void goOn(Background turn) {
        while (turn.running() && tell() == TellListedPersons.MOST) {
            turn.wentWell();
        }
        turn.wentWell();
        turn.pause(EACH);
    }

    /** How many were told, at most {@link TellListedPersons#MOST}. */
    private int tell() {
        var told = 0;
        for (var list : exclusions.untold(TellListedPersons.MOST)) {
            if (tell(list)) told += list.personIds().size();
        }
        return told;
    }

    private boolean tell(Exclusions.Untold list) {
        var body = EventJson.MAPPER.createObjectNode().put("matchingId", list.matchingId());
        list.personIds().forEach(body.putArray("personIds")::add);
        var reply =
                entrance.enterOwn(
                        TELL,
                        "/matching-lists/" + list.matchingId() + "/listed-persons",
                        "listed-persons:" + UUID.randomUUID(),
                        ITSELF,
                        body);
        return reply.status() < 300;
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
