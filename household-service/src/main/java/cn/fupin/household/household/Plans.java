package cn.fupin.household.household;

import cn.fupin.household.household.EntryTakenBack.PlanTakenBack;
import cn.fupin.household.household.EntryTakenBack.PlannedMeasureTakenBack;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.FileEvent.PlanKind;
import cn.fupin.household.household.FileEvent.PlannedMeasureDone;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a household, and what of them is done: of a kind and its years the plan of the
 * latest day counts, and what was done of it under an earlier one stays done.
 */
record Plans(List<Plan> adopted, List<Done> done) {
    static final Plans NONE = new Plans(List.of(), List.of());

    record Plan(PlanKind kind, int fromYear, LocalDate on, List<PlannedMeasure> planned) {
        Optional<PlannedMeasure> of(String code) {
            return planned.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        private boolean isOf(PlanKind other, int from) {
            return kind == other && fromYear == from;
        }
    }

    /**
     * @param quantity null of a measure that is not counted
     */
    record Done(
            PlanKind kind,
            int fromYear,
            String code,
            LocalDate on,
            @Nullable BigDecimal quantity) {}

    /** The one that counts; null when none was adopted. */
    @Nullable Plan of(PlanKind kind, int fromYear) {
        return adopted.stream()
                .filter(plan -> plan.isOf(kind, fromYear))
                .reduce((one, next) -> next.on().isBefore(one.on()) ? one : next)
                .orElse(null);
    }

    /** Whether nothing of the measure is left to be done. */
    boolean isDone(Plan plan, PlannedMeasure measure) {
        if (doneOf(plan, measure).findAny().isEmpty()) return false;
        return measure.quantity() == null || left(plan, measure, measure.quantity()).signum() <= 0;
    }

    /** How much is left of what is planned; below zero of what was once reported beyond it. */
    BigDecimal left(Plan plan, PlannedMeasure measure, BigDecimal planned) {
        return doneOf(plan, measure)
                .map(Done::quantity)
                .filter(Objects::nonNull)
                .reduce(planned, BigDecimal::subtract);
    }

    private Stream<Done> doneOf(Plan plan, PlannedMeasure measure) {
        return done.stream()
                .filter(one -> plan.isOf(one.kind(), one.fromYear()))
                .filter(one -> one.code().equals(measure.code()));
    }

    /** The measures of three years of which that year is one, by their codes. */
    List<String> ofThreeYears(int year) {
        return Stream.of(year - 2, year - 1, year)
                .map(from -> of(PlanKind.THREE_YEAR, from))
                .filter(Objects::nonNull)
                .flatMap(plan -> plan.planned().stream())
                .map(PlannedMeasure::code)
                .toList();
    }

    Plans with(PlanAdopted e) {
        var planned = Objects.requireNonNullElse(e.planned(), List.<PlannedMeasure>of());
        var plan = new Plan(e.kind(), e.fromYear(), e.occurredOn(), planned);
        return new Plans(with(adopted, plan), done);
    }

    Plans with(PlannedMeasureDone e) {
        return new Plans(
                adopted,
                with(
                        done,
                        new Done(e.kind(), e.fromYear(), e.code(), e.occurredOn(), e.quantity())));
    }

    /** Of several of one day it is the one it names; by one that names none, the last. */
    Plans without(PlanTakenBack e) {
        var left = new ArrayList<>(adopted);
        var equal = equal(e.kind(), e.fromYear(), e.adoptedOn());
        if (equal.isEmpty()) return this;
        var last = equal.size() - 1;
        var before = e.equalPlansBefore() == null ? last : e.equalPlansBefore();
        left.remove((int) equal.get(Math.min(before, last)));
        return new Plans(List.copyOf(left), done);
    }

    /** How many plans of its kind, first year and day stand. */
    int equalTo(PlanAdopted plan) {
        return equal(plan.kind(), plan.fromYear(), plan.occurredOn()).size();
    }

    static boolean isEqual(PlanAdopted one, PlanAdopted other) {
        return one.kind() == other.kind()
                && one.fromYear() == other.fromYear()
                && one.occurredOn().equals(other.occurredOn());
    }

    /** Where they stand, in the order they were recorded. */
    private List<Integer> equal(PlanKind kind, int fromYear, LocalDate on) {
        return IntStream.range(0, adopted.size())
                .filter(at -> adopted.get(at).isOf(kind, fromYear))
                .filter(at -> adopted.get(at).on().equals(on))
                .boxed()
                .toList();
    }

    Plans without(PlannedMeasureTakenBack e) {
        var left = new ArrayList<>(done);
        left.remove(new Done(e.kind(), e.fromYear(), e.code(), e.doneOn(), e.quantity()));
        return new Plans(adopted, List.copyOf(left));
    }

    private static <T> List<T> with(List<T> some, T next) {
        return Stream.concat(some.stream(), Stream.of(next)).toList();
    }
}
