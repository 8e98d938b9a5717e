package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.region.PlaceEvent.Criteria;
import cn.fupin.household.region.PlaceEvent.VillageNotice;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a village poor 一高一低一无 and what takes it out of poverty, by the rules of a day and
 * place; null is a rule nobody enacted, and binds nobody.
 *
 * @param incidencePercent the incidence is above that much of the province's
 * @param incomePercent the income is below that much of the province's
 * @param collectiveIncomeFenMax the village's own income is at most that
 * @param exitBasisPointsMax at that incidence or below the village may exit
 * @param noticeDays how long a notice of a village's identification or exit hangs
 * @param noticeRequired whether both wait for a notice that was posted
 * @param hotlineRequired whether a notice must name a telephone
 */
public record VillageRules(
        @Nullable Integer incidencePercent,
        @Nullable Integer incomePercent,
        @Nullable Integer collectiveIncomeFenMax,
        @Nullable Integer exitBasisPointsMax,
        @Nullable Integer noticeDays,
        boolean noticeRequired,
        boolean hotlineRequired) {
    static final VillageRules NONE = new VillageRules(null, null, null, null, null, false, false);

    /** Of ten thousand, rounded down. */
    static int basisPoints(int poorPersons, int denominatorPersons) {
        return (int) (poorPersons * 10_000L / denominatorPersons);
    }

    /**
     * @param c null where the village was not measured, which is enough only without a rule
     */
    void poor(@Nullable Criteria c) {
        if (c != null) measured(c);
        else if (incidencePercent != null
                || incomePercent != null
                || collectiveIncomeFenMax != null) {
            throw new Refused(VILLAGE_NOT_MEASURED);
        }
    }

    private void measured(Criteria c) {
        if (incidencePercent != null
                && !more(
                        c.poorPersons(),
                        1_000_000,
                        c.provincialIncidenceBasisPoints(),
                        c,
                        incidencePercent)) {
            throw new Refused(
                    INCIDENCE_NOT_HIGH_ENOUGH, Map.of("percentOfProvince", incidencePercent));
        }
        if (incomePercent != null
                && product(c.incomeFenPerHead(), 100)
                                .compareTo(product(c.provincialIncomeFenPerHead(), incomePercent))
                        >= 0) {
            throw new Refused(INCOME_NOT_LOW_ENOUGH, Map.of("percentOfProvince", incomePercent));
        }
        if (collectiveIncomeFenMax != null && c.collectiveIncomeFen() > collectiveIncomeFenMax) {
            throw new Refused(
                    COLLECTIVE_INCOME_TOO_HIGH, Map.of("mostFen", collectiveIncomeFenMax));
        }
    }

    /** Compared as whole numbers: a rate rounded to the basis point could stand on either side. */
    private static boolean more(
            int poor, int scale, int provincialBasisPoints, Criteria c, int percent) {
        return product(poor, scale)
                        .compareTo(
                                product(provincialBasisPoints, percent)
                                        .multiply(BigInteger.valueOf(c.denominatorPersons())))
                > 0;
    }

    /** The threshold, at which or below which the village is out of poverty. */
    int exits(int poorPersons, int denominatorPersons) {
        if (exitBasisPointsMax == null) throw new Refused(NO_RULE_FOR_VILLAGE_EXIT);
        if (poorPersons * 10_000L > (long) exitBasisPointsMax * denominatorPersons) {
            throw new Refused(
                    INCIDENCE_TOO_HIGH,
                    Map.of(
                            "incidenceBasisPoints",
                            basisPoints(poorPersons, denominatorPersons),
                            "mostBasisPoints",
                            exitBasisPointsMax));
        }
        return exitBasisPointsMax;
    }

    /** Hung for its days before the decision. */
    void hung(@Nullable VillageNotice notice, LocalDate decidedOn) {
        if (notice == null) return;
        if (noticeDays != null) {
            var earliest = Shanghai.dayAfterDuration(notice.postedOn(), noticeDays);
            if (notice.closedOn().isBefore(earliest)) {
                throw new Refused(
                        VILLAGE_NOTICE_TOO_SHORT, Map.of("earliest", earliest.toString()));
            }
        }
        if (decidedOn.isBefore(notice.closedOn())) {
            throw new Refused(
                    BEFORE_NOTICE_IS_OVER, Map.of("earliest", notice.closedOn().toString()));
        }
    }

    /** On the day of the decision or after it. */
    static void announced(@Nullable VillageNotice notice, LocalDate decidedOn, LocalDate today) {
        var announced = notice == null ? null : notice.announcedOn();
        if (announced == null) return;
        if (announced.isBefore(decidedOn)) throw new Refused(ANNOUNCED_BEFORE_THE_DECISION);
        if (announced.isAfter(today)) throw new Refused(IN_THE_FUTURE);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
