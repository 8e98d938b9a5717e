package cn.fupin.household.povertyline;

import static cn.fupin.household.povertyline.PovertyLineReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
import java.util.List;

/** A line is set once and stands: whoever was measured by it was measured by this. */
enum PovertyLineDecider
        implements Decider<SetPovertyLine, PovertyLineDecider.Line, PovertyLineEvent> {
    INSTANCE;

    sealed interface Line {
        record Unset() implements Line {}

        record Set(String region) implements Line {}
    }

    @Override
    public Line initial() {
        return new Line.Unset();
    }

    @Override
    public List<PovertyLineEvent> decide(SetPovertyLine c, Line state) {
        if (state instanceof Line.Set) throw new Refused(ALREADY_SET);
        if (c.setOn().isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
        return List.of(
                new PovertyLineSet(
                        c.povertyLineId(),
                        c.setOn(),
                        c.region(),
                        c.year(),
                        c.lineFenPerYear(),
                        c.incomeConcept(),
                        c.documentNo()));
    }

    @Override
    public Line evolve(Line state, PovertyLineEvent event) {
        return switch (event) {
            case PovertyLineSet e -> new Line.Set(e.region());
        };
    }

    @Override
    public String region(Line state) {
        return ((Line.Set) state).region();
    }
}
