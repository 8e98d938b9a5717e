package cn.fupin.household.person;

import static cn.fupin.household.person.PersonReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.person.Person.*;
import cn.fupin.household.person.PersonCommand.*;
import cn.fupin.household.person.PersonEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Plain data are shown only after it is recorded to whom and why. An erasure takes two persons and
 * no standing hold, neither on the person under any id nor on anybody whose papers would go with
 * it, and happens on the day it is decided: it cannot be dated back.
 */
enum PersonDecider implements Decider<PersonCommand, Person, PersonEvent> {
    INSTANCE;

    @Override
    public Person initial() {
        return new Untouched();
    }

    @Override
    public List<PersonEvent> decide(PersonCommand command, Person state) {
        // A hold stays where it was placed, so that is where it is lifted.
        if (command.at().identifiedAs() instanceof String now && !(command instanceof LiftHold)) {
            throw new Refused(KNOWN_UNDER_ANOTHER_ID, Map.of("identifiedAs", now));
        }
        if (state instanceof Erased) throw new Refused(ALREADY_ERASED);
        var person =
                state instanceof Known known ? known : new Known(command.region(), Map.of(), null);
        return List.of(
                switch (command) {
                    case RevealPersonalData c -> reveal(c);
                    case LookUpPerson c ->
                            new PersonLookedUp(
                                    c.personId(),
                                    c.today(),
                                    c.region(),
                                    c.purpose(),
                                    c.reason(),
                                    c.askedBy());
                    case PlaceHold c -> hold(c, person);
                    case LiftHold c -> lift(c, person);
                    case RequestErasure c -> request(c, person);
                    case DeclineErasure c -> decline(c, person);
                    case ErasePerson c -> erase(c, person);
                });
    }

    private static PersonalDataRevealed reveal(RevealPersonalData c) {
        var asked = c.asked();
        return new PersonalDataRevealed(
                c.personId(),
                c.today(),
                c.region(),
                c.at().householdId(),
                asked.fields(),
                asked.purpose(),
                asked.reason(),
                asked.enteredBy());
    }

    private static HoldPlaced hold(PlaceHold c, Known person) {
        var asked = c.asked();
        past(c, asked.placedOn());
        if (person.holds().containsKey(asked.holdId())) throw new Refused(HOLD_ALREADY_PLACED);
        if (asked.until() != null && asked.until().isBefore(asked.placedOn())) {
            throw new Refused(ENDS_BEFORE_IT_BEGINS);
        }
        return new HoldPlaced(
                c.personId(),
                asked.placedOn(),
                c.region(),
                asked.holdId(),
                asked.kind(),
                asked.authority(),
                asked.until());
    }

    private static HoldLifted lift(LiftHold c, Known person) {
        var asked = c.asked();
        past(c, asked.liftedOn());
        var hold = person.holds().get(asked.holdId());
        if (hold == null) throw new Refused(NO_SUCH_HOLD);
        var placedOn = hold.placedOn();
        if (placedOn != null && asked.liftedOn().isBefore(placedOn)) {
            throw new Refused(ENDS_BEFORE_IT_BEGINS, Map.of("placedOn", placedOn.toString()));
        }
        return new HoldLifted(
                c.personId(),
                asked.liftedOn(),
                c.region(),
                asked.holdId(),
                asked.authority(),
                asked.reason());
    }

    private static ErasureRequested request(RequestErasure c, Known person) {
        if (person.requestedBy() != null) throw new Refused(ERASURE_ALREADY_REQUESTED);
        free(c, person, c.held());
        return new ErasureRequested(
                c.personId(), c.today(), c.region(), c.asked().enteredBy(), c.asked().reason());
    }

    private static ErasureDeclined decline(DeclineErasure c, Known person) {
        if (person.requestedBy() == null) throw new Refused(NO_ERASURE_REQUESTED);
        return new ErasureDeclined(
                c.personId(), c.today(), c.region(), c.asked().enteredBy(), c.asked().reason());
    }

    private static PersonErased erase(ErasePerson c, Known person) {
        var asked = c.asked();
        var requestedBy = person.requestedBy();
        if (requestedBy == null) throw new Refused(NO_ERASURE_REQUESTED);
        FourEyes.check(asked.enteredBy(), requestedBy, REQUESTER_IS_APPROVER);
        free(c, person, c.held());
        return new PersonErased(
                c.personId(),
                c.today(),
                c.region(),
                c.goes().alsoKnownAs(),
                c.goes().evidenceIds(),
                requestedBy,
                asked.enteredBy(),
                asked.decidedBy());
    }

    private static void free(PersonCommand c, Known person, List<Held> heldBesides) {
        var holds = new ArrayList<Held>();
        person.holds().forEach((id, hold) -> holds.add(new Held(c.personId(), id, hold)));
        holds.addAll(heldBesides);
        holds.stream()
                .filter(held -> held.hold().standsOn(c.today()))
                .min(Comparator.comparing(Held::holdId))
                .ifPresent(held -> {
                    throw new Refused(UNDER_HOLD, held.told());
                });
    }

    private static void past(PersonCommand c, LocalDate day) {
        if (day.isAfter(c.today())) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Person evolve(Person state, PersonEvent event) {
        return Person.evolve(state, event);
    }

    @Override
    public String region(Person state) {
        return switch (state) {
            case Known known -> known.region();
            case Erased erased -> erased.region();
            case Untouched _ -> throw new IllegalStateException("nothing was done yet");
        };
    }
}
