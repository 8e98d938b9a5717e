package cn.fupin.household.household;

import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.Registration.Held;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What it is registered as.
 *
 * @param since the day from which on that holds
 * @param asRegistered whether it is what the registration said, and not what was said later
 */
record Classification(
        LocalDate since,
        Standard standard,
        HouseholdType householdType,
        Cause mainCause,
        List<Cause> otherCauses,
        boolean asRegistered) {
    Classification(
            LocalDate since,
            Standard standard,
            HouseholdType householdType,
            Cause mainCause,
            List<Cause> otherCauses) {
        this(since, standard, householdType, mainCause, otherCauses, false);
    }

    static Classification of(HouseholdRegistered e) {
        return new Classification(
                e.occurredOn(),
                e.standard(),
                e.householdType(),
                e.mainCause(),
                e.otherCauses(),
                true);
    }

    static Classification of(HouseholdReclassified e) {
        return new Classification(
                e.occurredOn(), e.standard(), e.householdType(), e.mainCause(), e.otherCauses());
    }

    /** Of one that was split off while it was registered, or after. */
    static Classification of(HouseholdSplitOff e) {
        return new Classification(
                e.occurredOn(),
                Objects.requireNonNull(e.standard()),
                Objects.requireNonNull(e.householdType()),
                Objects.requireNonNull(e.mainCause()),
                Objects.requireNonNull(e.otherCauses()));
    }

    /**
     * The causes as the registration should have read; from when on they hold stays. Only of what
     * is {@link #asRegistered}: what was said after it is another fact, which a correction of the
     * registration does not touch.
     */
    Classification corrected(CausesCorrected e) {
        return new Classification(
                since, standard, householdType, e.mainCause(), e.otherCauses(), true);
    }

    Held held() {
        return new Held(since, standard);
    }

    /** In whatever order the other causes are named. */
    boolean saysTheSameAs(Classification other) {
        return standard == other.standard
                && householdType == other.householdType
                && mainCause == other.mainCause
                && Set.copyOf(otherCauses).equals(Set.copyOf(other.otherCauses));
    }
}
