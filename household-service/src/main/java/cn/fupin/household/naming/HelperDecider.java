package cn.fupin.household.naming;

import static cn.fupin.household.naming.HelperReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.naming.HelperCommand.*;
import cn.fupin.household.naming.HelperEvent.*;
import java.time.LocalDate;
import java.util.List;

/** An id is named once; what is said of the person later is said on a later day. */
enum HelperDecider implements Decider<HelperCommand, HelperDecider.Helper, HelperEvent> {
    INSTANCE;

    sealed interface Helper {
        record Nameless() implements Helper {}

        record Named(String region, String personId, LocalDate on) implements Helper {}
    }

    @Override
    public Helper initial() {
        return new Helper.Nameless();
    }

    @Override
    public List<HelperEvent> decide(HelperCommand command, Helper state) {
        if (command.told().on().isAfter(Shanghai.dateOf(command.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        return List.of(
                switch (command) {
                    case NameHelper c -> name(c, state);
                    case ChangeHelper c -> change(c, (Helper.Named) state);
                });
    }

    private static HelperNamed name(NameHelper c, Helper state) {
        if (state instanceof Helper.Named) throw new Refused(ALREADY_NAMED);
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        // Ids are the whole country's: what is said of one stands on the forms of those it helps.
        if (c.worksElsewhere()) throw new Refused(WORKS_ELSEWHERE);
        var told = c.told();
        return new HelperNamed(
                c.helperId(),
                told.on(),
                c.region(),
                told.personId(),
                told.maskedName(),
                told.sealed(),
                told.unit(),
                told.position(),
                told.assumed());
    }

    private static HelperDetailsChanged change(ChangeHelper c, Helper.Named named) {
        var told = c.told();
        // Sealed for somebody whom the id no longer means, it would be opened by no erasure's key.
        if (!named.personId().equals(told.known())) throw new Refused(NAMED_MEANWHILE);
        if (told.on().isBefore(named.on())) throw new Refused(BEFORE_WHAT_WAS_SAID);
        var region = c.region() == null ? named.region() : c.region();
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        if (c.worksElsewhere()) throw new Refused(WORKS_ELSEWHERE);
        return new HelperDetailsChanged(
                c.helperId(),
                told.on(),
                region,
                told.personId(),
                told.maskedName(),
                told.sealed(),
                told.unit(),
                told.position(),
                told.assumed());
    }

    @Override
    public Helper evolve(Helper state, HelperEvent e) {
        return new Helper.Named(e.region(), e.personId(), e.occurredOn());
    }

    @Override
    public String region(Helper state) {
        return ((Helper.Named) state).region();
    }
}
