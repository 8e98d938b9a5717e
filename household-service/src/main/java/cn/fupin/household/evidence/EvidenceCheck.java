package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.backbone.store.Background;
import cn.fupin.household.evidence.EvidenceCommand.TellFinding;
import cn.fupin.household.evidence.EvidenceEvent.EvidenceFault;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads every stored file again, each night and when somebody asks, and says which is missing or
 * not as it was stored. What is found is a fact once, when it changes.
 */
@Component
class EvidenceCheck implements SmartLifecycle {
    /**
     * @param nextAfter where to go on, null at the end
     * @param unknownFiles sealed files of which nothing is known: left by an upload that was broken
     *     off, or of a store that was restored
     */
    record Report(
            int checked,
            List<Finding> faults,
            List<String> restored,
            @Nullable String nextAfter,
            @Nullable Long unknownFiles) {}

    record Finding(String evidenceId, EvidenceFault fault) {}

    static final int MOST = 2000;

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final Actor ITSELF = new Actor("fupin.evidence-check", "system", "000000000000");
    private static final Endpoint<TellFinding> TELL =
            Endpoint.post("/evidence/{evidenceId}/finding", TellFinding.class);

    private final EvidenceFiles evidence;
    private final Cabinet cabinet;
    private final FileStore files;
    private final Entrance entrance;
    private final Clock clock;
    private final NightRound night = new NightRound(after -> check(List.of(""), after));
    private final Background nightly = new Background("evidence-check", this::tonight);

    EvidenceCheck(
            EvidenceFiles evidence,
            Cabinet cabinet,
            FileStore files,
            Entrance entrance,
            Clock clock) {
        this.evidence = evidence;
        this.cabinet = cabinet;
        this.files = files;
        this.entrance = entrance;
        this.clock = clock;
    }

    /**
     * Of a region and below, at most two thousand at once.
     *
     * @param afterId where to begin, empty for the first
     */
    Report check(List<String> prefixes, String afterId) {
        var rows = evidence.within(prefixes, afterId, false, MOST);
        var faults = new ArrayList<Finding>();
        var restored = new ArrayList<String>();
        for (var row : rows) {
            if (row.erased()) {
                files.delete(row.evidenceId(), row.sha256());
                continue;
            }
            var fault = cabinet.faultOf(row);
            if (fault != null) faults.add(new Finding(row.evidenceId(), fault));
            else if (row.fault() != null) restored.add(row.evidenceId());
            if (!Objects.equals(fault, row.fault())) tell(row.evidenceId(), fault);
        }
        var more = rows.size() == MOST;
        return new Report(
                rows.size(),
                faults,
                restored,
                more ? rows.getLast().evidenceId() : null,
                more ? null : files.unknown(evidence::isKnown));
    }

    /**
     * @param fault null when it is in its place again as it was stored
     */
    void tell(String evidenceId, @Nullable EvidenceFault fault) {
        var body = EventJson.MAPPER.createObjectNode().put("evidenceId", evidenceId);
        if (fault != null) body.put("fault", fault.name());
        entrance.enterOwn(
                TELL,
                "/evidence/" + evidenceId + "/finding",
                "evidence-check:" + UUID.randomUUID(),
                ITSELF,
                body);
    }

    /** Called again after a failure, and then goes on with the night that failed. */
    private void tonight(Background turn) {
        if (night.isOver()) {
            waitForTheNight(turn);
            if (!turn.running()) return;
            night.begin();
        }
        night.goOn(turn::running);
        turn.say("佐证材料缺失或被改动 files missing or altered: " + night.faults());
        turn.wentWell();
    }

    private void waitForTheNight(Background turn) {
        var now = clock.instant().atZone(Shanghai.ZONE);
        var next = now.with(AT_NIGHT);
        if (!next.isAfter(now)) next = next.plusDays(1);
        for (var left = Duration.between(now, next); left.isPositive() && turn.running(); ) {
            turn.pause(left);
            left = Duration.between(clock.instant(), next.toInstant());
        }
    }

    @Override
    public void start() {
        nightly.start();
    }

    @Override
    public void stop() {
        nightly.stop();
    }

    @Override
    public boolean isRunning() {
        return nightly.running();
    }
}
