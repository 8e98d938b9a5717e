package cn.fupin.household.povertyline;

import static cn.fupin.household.povertyline.PovertyLineReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.povertyline.PovertyLineCommand.*;
import cn.fupin.household.povertyline.PovertyLineEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line is set once, and two may correct what was entered wrongly: whoever was measured by it was
 * measured by it all the same.
 */
enum PovertyLineDecider
        implements Decider<PovertyLineCommand, PovertyLineDecider.Line, PovertyLineEvent> {
    INSTANCE;

    sealed interface Line {
        record Unset() implements Line {}

        record Set(
                String region,
                int year,
                LocalDate setOn,
                long lineFenPerYear,
                IncomeConcept incomeConcept,
                @Nullable String documentNo)
                implements Line {}
    }

    @Override
    public Line initial() {
        return new Line.Unset();
    }

    @Override
    public List<PovertyLineEvent> decide(PovertyLineCommand command, Line state) {
        return List.of(
                switch (command) {
                    case SetPovertyLine c -> set(c, state);
                    case CorrectPovertyLine c -> correct(c, state);
                });
    }

    private static PovertyLineSet set(SetPovertyLine c, Line state) {
        if (state instanceof Line.Set) throw new Refused(ALREADY_SET);
        past(c.setOn(), c.receivedAt());
        return new PovertyLineSet(
                c.povertyLineId(),
                c.setOn(),
                c.region(),
                c.year(),
                c.lineFenPerYear(),
                c.incomeConcept(),
                c.documentNo());
    }

    private static PovertyLineCorrected correct(CorrectPovertyLine c, Line state) {
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        past(asked.correctedOn(), asked.receivedAt());
        if (!(state instanceof Line.Set line)) throw new Refused(NOT_SET);
        if (!c.isSetting()) throw new Refused(NO_SUCH_SETTING);
        if (asked.correctedOn().isBefore(line.setOn())) throw new Refused(CORRECTION_BEFORE_FACT);
        if (asked.lineFenPerYear() == line.lineFenPerYear()
                && asked.incomeConcept() == line.incomeConcept()
                && Objects.equals(asked.documentNo(), line.documentNo())) {
            throw new Refused(NOTHING_CHANGES);
        }
        return new PovertyLineCorrected(
                asked.povertyLineId(),
                asked.correctedOn(),
                line.region(),
                line.year(),
                asked.correctsEventId(),
                asked.lineFenPerYear(),
                asked.incomeConcept(),
                asked.documentNo(),
                asked.reason(),
                asked.approvedBy());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Line evolve(Line state, PovertyLineEvent event) {
        return switch (event) {
            case PovertyLineSet e ->
                    new Line.Set(
                            e.region(),
                            e.year(),
                            e.occurredOn(),
                            e.lineFenPerYear(),
                            e.incomeConcept(),
                            e.documentNo());
            case PovertyLineCorrected e ->
                    new Line.Set(
                            e.region(),
                            e.year(),
                            ((Line.Set) state).setOn(),
                            e.lineFenPerYear(),
                            e.incomeConcept(),
                            e.documentNo());
        };
    }

    @Override
    public String region(Line state) {
        return ((Line.Set) state).region();
    }
}
