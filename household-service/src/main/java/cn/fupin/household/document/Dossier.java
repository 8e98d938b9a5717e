package cn.fupin.household.document;

import cn.fupin.household.household.BenefitLinks.Link;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.MeasureAssigned;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.FileEvent.PlannedMeasureDone;
import cn.fupin.household.household.FileEvent.VisitChannel;
import cn.fupin.household.household.HelpEvent.QuarterChecked;
import cn.fupin.household.household.HelpEvent.ResultSigned;
import cn.fupin.household.household.HouseholdDetails;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.PoliciesHeld.Said;
import cn.fupin.household.household.RegisterEvent.HelperKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One household as its stream tells it of one day: what every form of it is filled in from.
 *
 * @param exitRevokedOn when an exit was last taken back; {@code exitedOn} is of one that stands
 * @param householder 户主: as last while there was a household; of one that was merged, whose members
 *     are another's, still this one
 * @param waterSafe by the last word of its day: of the survey as corrected, a description, or
 *     whoever verified an exit or that a risk is over; null where nobody said. So housingSafe
 * @param places every place in which it has lain by then
 * @param number 户编号, as it stands corrected; null while it has none
 * @param policies that it has that day, or had once by then, person by person
 * @param links 利益联结, of which those that ended by then too
 * @param lastSequence of the last event that is in it
 * @param sha256 over the stored bytes of all events that are in it
 */
record Dossier(
        String householdId,
        LocalDate asOf,
        String region,
        Set<String> places,
        @Nullable String group,
        Status status,
        LocalDate openedOn,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate exitedOn,
        @Nullable LocalDate exitRevokedOn,
        @Nullable LocalDate relapsedOn,
        @Nullable MonitoringKind monitored,
        @Nullable Standard standard,
        @Nullable HouseholdType type,
        @Nullable Cause mainCause,
        List<Cause> otherCauses,
        String head,
        Resident householder,
        List<Resident> members,
        SortedMap<Integer, YearsIncome> incomes,
        List<IncomeProof> proofs,
        @Nullable Boolean waterSafe,
        @Nullable Boolean housingSafe,
        HouseholdDetails details,
        @Nullable Helper helper,
        List<PlanAdopted> plans,
        List<PlannedMeasureDone> plannedDone,
        List<MeasureAssigned> measures,
        List<Said> policies,
        List<Link> links,
        List<HouseholdVisited> visits,
        List<QuarterChecked> quarters,
        SortedMap<Integer, ResultSigned> results,
        @Nullable String handbook,
        @Nullable String number,
        List<Step> steps,
        long lastSequence,
        String sha256) {

    /** Where it stands in its life. */
    enum Status {
        APPLYING("识别中"),
        ON_FILE("一般农户"),
        REGISTERED("在册"),
        EXITING("在册（退出中）"),
        SUSPENDED("中止"),
        EXITED("已脱贫"),
        RELAPSED("返贫在册"),
        REJECTED("不予识别"),
        WITHDRAWN("已撤回"),
        REMOVED("已剔除"),
        DISSOLVED("已销户"),
        MERGED("已并户");

        private final String zh;

        Status(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        boolean isOnTheRegister() {
            return switch (this) {
                case REGISTERED, EXITING, RELAPSED -> true;
                case APPLYING,
                        ON_FILE,
                        SUSPENDED,
                        EXITED,
                        REJECTED,
                        WITHDRAWN,
                        REMOVED,
                        DISSOLVED,
                        MERGED ->
                        false;
            };
        }

        private boolean isInTheBook() {
            return isOnTheRegister() || this == EXITED || this == SUSPENDED;
        }
    }

    /**
     * A member of that day.
     *
     * @param maskedName the surname with stars, as the event has it
     */
    record Resident(
            String personId,
            String maskedName,
            Relation relation,
            Sex sex,
            int birthYear,
            LocalDate since,
            MemberDetails details) {}

    /** Of a whole year, in fen; the net income per head by the members of the day it was taken. */
    record YearsIncome(
            int year,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netFen,
            long fenPerHead) {}

    /**
     * The net income per head that a step was decided by.
     *
     * @param what which step
     * @param lineFenPerYear what it was held against; null where the step states none
     */
    record IncomeProof(
            LocalDate on, String what, int year, long fenPerHead, @Nullable Long lineFenPerYear) {}

    record Helper(String helperId, String unit, @Nullable HelperKind kind, LocalDate since) {}

    /**
     * What was done with it, and by whom decided.
     *
     * @param places whose names are to stand in {@code what}, in its order
     * @param who came or went, null where it was not about one person
     */
    record Step(LocalDate on, String what, String by, List<String> places, @Nullable Resident who) {
        String told(UnaryOperator<String> called, Names names) {
            if (who != null) return what + "，" + names.of(who);
            return places.isEmpty() ? what : what.formatted(places.stream().map(called).toArray());
        }

        /** A name stands corrected wherever it stands. */
        Step renamed(String personId, Resident as) {
            return who != null && who.personId().equals(personId)
                    ? new Step(on, what, by, places, as)
                    : this;
        }
    }

    /** By id: the responsible helper, and whoever came to the house or checked what it has. */
    Set<String> helperIds() {
        var ids = new HashSet<String>();
        if (helper != null) ids.add(helper.helperId());
        visits.forEach(visit -> ids.add(visit.visitedBy()));
        quarters.forEach(quarter -> ids.add(quarter.checkedBy()));
        return ids;
    }

    /** Whether the village's book has a line for it. */
    boolean isInTheBook() {
        return status.isInTheBook() || isWatchedOnly();
    }

    /** 未建档监测对象: it never was on the register, and is watched lest it become poor. */
    boolean isWatchedOnly() {
        return monitored != null && (status == Status.ON_FILE || status == Status.APPLYING);
    }

    /** Everybody whom a form of it names. */
    Set<String> personIds() {
        return Stream.concat(Stream.of(householder), members.stream())
                .map(Resident::personId)
                .collect(Collectors.toSet());
    }

    /** Of two of one kind that begin in one year the later counts. */
    List<PlanAdopted> plansThatCount() {
        return IntStream.range(0, plans.size())
                .filter(at -> !isReplaced(at))
                .mapToObj(plans::get)
                .toList();
    }

    /** By its place: two may say the same. */
    private boolean isReplaced(int at) {
        var plan = plans.get(at);
        return plans.stream()
                .skip(at + 1L)
                .anyMatch(later ->
                        later.kind() == plan.kind()
                                && later.fromYear() == plan.fromYear()
                                && !later.occurredOn().isBefore(plan.occurredOn()));
    }

    /** Where somebody came to the house: who called, did not. */
    List<HouseholdVisited> visitsAtHome() {
        return visits.stream().filter(Dossier::isAtHome).toList();
    }

    /** As it was before calls were told apart: at home, where nobody says. */
    static boolean isAtHome(HouseholdVisited visit) {
        return visit.channel() == null || visit.channel() == VisitChannel.HOME;
    }

    int persons() {
        return members.size();
    }

    /** Of the last year that anything is known of; the year's own record before a step's. */
    @Nullable Long latestFenPerHead() {
        var proof =
                proofs.stream()
                        .reduce((one, next) -> next.year() < one.year() ? one : next)
                        .orElse(null);
        var income = incomes.isEmpty() ? null : incomes.lastEntry().getValue();
        if (income == null || proof != null && proof.year() > income.year()) {
            return proof == null ? null : (Long) proof.fenPerHead();
        }
        return income.fenPerHead();
    }
}
