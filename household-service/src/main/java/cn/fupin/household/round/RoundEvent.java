package cn.fupin.household.round;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;

public sealed interface RoundEvent extends Event {
    String roundId();

    /**
     * 开展重新核实: From that day on the households of a place are looked into again by these rules.
     *
     * @param name such as 五退八进
     */
    record ReverificationRoundOpened(
            String roundId,
            LocalDate occurredOn,
            String region,
            String name,
            List<RoundRule> rules,
            boolean assumed)
            implements RoundEvent {}

    /**
     * Why a household leaves the register in the round or enters it.
     *
     * @param code such as HAS_CAR, for programs to count by
     * @param text the rule in its own words
     */
    record RoundRule(String code, Direction direction, String text) {}

    /** 退, 进. */
    enum Direction {
        LEAVE,
        ENTER
    }

    /** 结束重新核实: No decision of the round is dated after that day. */
    record ReverificationRoundClosed(String roundId, LocalDate occurredOn, boolean assumed)
            implements RoundEvent {}
}
