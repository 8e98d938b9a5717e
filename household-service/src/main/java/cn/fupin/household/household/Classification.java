package cn.fupin.household.household;

import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What it is registered as.
 *
 * @param since the day from which on standard and type hold
 * @param causes by which it was poor from which day on, the first first; never empty
 */
record Classification(
        LocalDate since, Standard standard, HouseholdType householdType, List<Causes> causes) {
    /** A correction of one fact leaves alone what another said. */
    enum SaidBy {
        REGISTRATION,
        RELAPSE,
        ITSELF
    }

    record Causes(LocalDate since, Cause main, List<Cause> others, SaidBy by) {
        private boolean areOf(CausesCorrected e) {
            return e.relapsedOn() == null
                    ? by == SaidBy.REGISTRATION
                    : by == SaidBy.RELAPSE && since.equals(e.relapsedOn());
        }
    }

    static Classification of(HouseholdRegistered e) {
        return new Classification(
                e.occurredOn(),
                e.standard(),
                e.householdType(),
                List.of(
                        new Causes(
                                e.occurredOn(),
                                e.mainCause(),
                                e.otherCauses(),
                                SaidBy.REGISTRATION)));
    }

    /** Of one that was split off while it was registered, or after. */
    static Classification of(HouseholdSplitOff e) {
        return new Classification(
                e.occurredOn(),
                Objects.requireNonNull(e.standard()),
                Objects.requireNonNull(e.householdType()),
                List.of(
                        new Causes(
                                e.occurredOn(),
                                Objects.requireNonNull(e.mainCause()),
                                Objects.requireNonNull(e.otherCauses()),
                                SaidBy.ITSELF)));
    }

    Classification reclassified(HouseholdReclassified e) {
        var said = new Causes(e.occurredOn(), e.mainCause(), e.otherCauses(), SaidBy.ITSELF);
        return new Classification(e.occurredOn(), e.standard(), e.householdType(), and(said));
    }

    /** It came back for that cause, and for no other. */
    Classification relapsed(HouseholdRelapsed e) {
        var said = new Causes(e.occurredOn(), e.cause(), List.of(), SaidBy.RELAPSE);
        return new Classification(since, standard, householdType, and(said));
    }

    /** What the relapse said of the causes is not so. */
    Classification revoked(RelapseRevoked e) {
        var left =
                causes.stream()
                        .filter(said ->
                                said.by != SaidBy.RELAPSE || !said.since.equals(e.relapsedOn()))
                        .toList();
        return new Classification(since, standard, householdType, left);
    }

    /** The causes as the fact should have read; from when on they hold stays. */
    Classification corrected(CausesCorrected e) {
        var now =
                causes.stream()
                        .map(said ->
                                said.areOf(e)
                                        ? new Causes(
                                                said.since, e.mainCause(), e.otherCauses(), said.by)
                                        : said)
                        .toList();
        return new Classification(since, standard, householdType, now);
    }

    /** In the order of the days: what is recorded later may be of an earlier day. */
    private List<Causes> and(Causes said) {
        var all = new ArrayList<>(causes);
        var before = (int) causes.stream().filter(c -> !c.since.isAfter(said.since)).count();
        all.add(before, said);
        return List.copyOf(all);
    }

    /** Before any, the first. */
    Causes causesOn(LocalDate day) {
        return causes.reversed().stream()
                .filter(said -> !said.since.isAfter(day))
                .findFirst()
                .orElse(causes.getFirst());
    }

    Cause mainCause() {
        return causes.getLast().main;
    }

    List<Cause> otherCauses() {
        return causes.getLast().others;
    }

    boolean says(Standard line, HouseholdType type, Cause main, List<Cause> others, LocalDate on) {
        var then = causesOn(on);
        return standard == line
                && householdType == type
                && then.main == main
                && Set.copyOf(then.others).equals(Set.copyOf(others)); // in whatever order
    }
}
