package cn.fupin.reporting.claim;

import static cn.fupin.reporting.claim.ClaimReason.ALREADY_CLAIMED;
import static cn.fupin.reporting.claim.ClaimReason.IN_THE_FUTURE;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import java.util.List;

/** A claim is stated once; it is never judged here. */
enum ClaimDecider implements Decider<ClaimCommand, FigureClaim, ClaimEvent> {
    INSTANCE;

    @Override
    public FigureClaim initial() {
        return new FigureClaim.None();
    }

    @Override
    public List<ClaimEvent> decide(ClaimCommand command, FigureClaim state) {
        return switch (command) {
            case ClaimCommand.StateClaim c -> state(c, state);
        };
    }

    private static List<ClaimEvent> state(ClaimCommand.StateClaim c, FigureClaim state) {
        if (state instanceof FigureClaim.Stated) throw new Refused(ALREADY_CLAIMED);
        var today = Shanghai.dateOf(c.receivedAt());
        if (c.statedOn().isAfter(today) || c.claimedFor().isAfter(today)) {
            throw new Refused(IN_THE_FUTURE);
        }
        return List.of(
                new ClaimEvent.FigureClaimed(
                        c.claimId(),
                        c.region(),
                        c.figure(),
                        c.phraseZh(),
                        c.value(),
                        c.unit(),
                        c.approximate(),
                        c.claimedFor(),
                        c.source(),
                        c.statedOn(),
                        c.divisions(),
                        c.openQuestion()));
    }

    @Override
    public FigureClaim evolve(FigureClaim state, ClaimEvent event) {
        return FigureClaim.evolve(state, event);
    }

    @Override
    public String region(FigureClaim state) {
        return ((FigureClaim.Stated) state).region();
    }
}
