package cn.fupin.household.round;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.round.RoundReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.round.RoundCommand.*;
import cn.fupin.household.round.RoundEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final String ROUND = "round-00000000-0000-7000-8000-000000000001";
    private static final String TOWN = "513423199000";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");
    private static final RoundRule CAR = new RoundRule("HAS_CAR", Direction.LEAVE, "家有小汽车的退");

    private static OpenRound open(String on, boolean listed, RoundRule... rules) {
        return new OpenRound(
                new OpenRound.Asked(
                        ROUND, TOWN, "五退八进", List.of(rules), LocalDate.parse(on), false, RECEIVED),
                listed);
    }

    private static ReverificationRoundOpened opened() {
        return new ReverificationRoundOpened(
                ROUND, LocalDate.parse("2015-09-01"), TOWN, "五退八进", List.of(CAR), false);
    }

    private static CloseRound close(String on) {
        return new CloseRound(ROUND, LocalDate.parse(on), false, RECEIVED);
    }

    private static ReverificationRoundClosed closed() {
        return new ReverificationRoundClosed(ROUND, LocalDate.parse("2015-12-31"), false);
    }

    @Test
    void it_names_its_rules_before_anything_is_decided_by_them() {
        var spec = given(RoundDecider.INSTANCE, List.<RoundEvent>of());
        spec.when(open("2015-09-01", true, CAR)).then(opened());
        spec.when(open("2015-09-01", false, CAR)).refused(REGION_NOT_LISTED);
        spec.when(open("2020-01-02", true, CAR)).refused(IN_THE_FUTURE);
        given(RoundDecider.INSTANCE, opened())
                .when(open("2015-09-01", true, CAR))
                .refused(ALREADY_OPENED);
    }

    @Test
    void each_rule_has_a_code_of_its_own() {
        assertThatThrownBy(() -> open("2015-09-01", true)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> open("2015-09-01", true, CAR, CAR)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        open("2015-09-01", true, new RoundRule("有车", Direction.LEAVE, "家有小汽车的退")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void it_is_closed_once() {
        given(RoundDecider.INSTANCE, opened()).when(close("2015-12-31")).then(closed());
        given(RoundDecider.INSTANCE, opened(), closed())
                .when(close("2015-12-31"))
                .refused(ALREADY_CLOSED);
        given(RoundDecider.INSTANCE, List.of()).when(close("2015-12-31")).refused(NOT_OPENED);
        given(RoundDecider.INSTANCE, opened())
                .when(close("2015-08-31"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(RoundDecider.INSTANCE, opened()).when(close("2020-01-02")).refused(IN_THE_FUTURE);
    }
}
