package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What a round of re-verification asks of who leaves the register by it, or enters it. */
final class InARound {
    private InARound() {}

    /** Who leaves or enters by a round says by which of its rules. */
    static void check(@Nullable String roundId, @Nullable String rule) {
        if (roundId != null) Check.id("round", "roundId", roundId);
        if (rule != null) HouseholdCommand.checkCode("roundRule", rule);
        if ((roundId == null) != (rule == null)) {
            throw new Malformed(
                    roundId == null ? "roundId" : "roundRule",
                    "round-and-rule",
                    "roundId 与 roundRule 须同时填写",
                    "must be sent together with the other of roundId and roundRule");
        }
    }

    /**
     * Of the place where the household lay that day, in its days, and by a rule of it that leads
     * this way.
     */
    static void check(
            @Nullable String roundId,
            @Nullable KnownRound round,
            @Nullable Direction direction,
            File file,
            LocalDate on) {
        if (roundId == null) return;
        if (round == null) throw new Refused(ROUND_UNKNOWN);
        if (!round.lineage().reaches(round.region(), file.regionOn(on), on)) {
            throw new Refused(ROUND_ELSEWHERE);
        }
        if (direction != null && round.direction() != direction) {
            throw new Refused(NO_SUCH_RULE_IN_THE_ROUND);
        }
        var closedOn = round.closedOn();
        if (on.isBefore(round.openedOn()) || (closedOn != null && on.isAfter(closedOn))) {
            var days = new HashMap<String, Object>();
            days.put("openedOn", round.openedOn().toString());
            if (closedOn != null) days.put("closedOn", closedOn.toString());
            throw new Refused(OUTSIDE_THE_ROUND, days);
        }
    }
}
