package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PlainText;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is told by; which of it belongs to which, {@link Policy} says.
 *
 * @param schoolYear in which it begins: 2016 of 2016—2017
 * @param year of what is had by calendar year
 * @param course which training
 * @param workplace where somebody works
 * @param settlement the site one was moved to; of a scattered move the place, if it is known
 * @param name what a policy is called that has no kind of its own
 */
public record PolicyDetails(
        @Nullable Integer schoolYear,
        @Nullable Integer year,
        @Nullable String course,
        @Nullable String workplace,
        @Nullable Work work,
        @Nullable Placement placement,
        @Nullable String settlement,
        @Nullable String name) {
    static final PolicyDetails NOTHING =
            new PolicyDetails(null, null, null, null, null, null, null, null);

    /** 外出务工, 就近就业. */
    public enum Work {
        AWAY,
        NEARBY
    }

    /** 集中安置, 分散安置. */
    public enum Placement {
        CONCENTRATED,
        SCATTERED
    }

    enum Field {
        SCHOOL_YEAR("schoolYear", PolicyDetails::schoolYear),
        YEAR("year", PolicyDetails::year),
        COURSE("course", PolicyDetails::course),
        WORKPLACE("workplace", PolicyDetails::workplace),
        WORK("work", PolicyDetails::work),
        PLACEMENT("placement", PolicyDetails::placement),
        SETTLEMENT("settlement", PolicyDetails::settlement),
        NAME("name", PolicyDetails::name);

        private final String path;
        private final Function<PolicyDetails, @Nullable Object> value;

        Field(String name, Function<PolicyDetails, @Nullable Object> value) {
            this.path = "details." + name;
            this.value = value;
        }
    }

    private static final Set<Field> OF_THE_OCCASION =
            EnumSet.of(Field.SCHOOL_YEAR, Field.YEAR, Field.COURSE, Field.NAME);

    /** One that is had again for another of these is another one. */
    record Occasion(
            @Nullable Integer schoolYear,
            @Nullable Integer year,
            @Nullable String course,
            @Nullable String name) {}

    /** Whether it is of the same occasion, in whatever spelling that was entered. */
    boolean isOfTheOccasion(PolicyDetails other) {
        return Objects.equals(schoolYear, other.schoolYear)
                && Objects.equals(year, other.year)
                && PlainText.same(course, other.course)
                && PlainText.same(name, other.name);
    }

    Occasion occasion() {
        return new Occasion(schoolYear, year, course, name);
    }

    /** The year it is of, null for what is not had by the year. */
    @Nullable Integer ofYear() {
        return schoolYear == null ? year : schoolYear;
    }

    /** All that belongs to the policy, and nothing else. */
    void check(Policy policy) {
        check(policy, EnumSet.allOf(Field.class));
    }

    /** Of what belongs to the policy, all that tells one occasion from another. */
    void checkOccasion(Policy policy) {
        check(policy, OF_THE_OCCASION);
    }

    private void check(Policy policy, Set<Field> asked) {
        for (var field : Field.values()) {
            var said = field.value.apply(this) != null;
            if (asked.contains(field) && needs(policy, field) && !said) {
                throw new Malformed(
                        field.path, "told-of-" + policy, "此项政策须填", "is required of " + policy);
            }
            if (said && !(asked.contains(field) && mayTell(policy, field))) {
                throw new Malformed(
                        field.path, "not-of-" + policy, "不属于此项政策", "does not belong to " + policy);
            }
        }
        if (schoolYear != null) Check.range(Field.SCHOOL_YEAR.path, schoolYear, 1978, 2100);
        if (year != null) Check.range(Field.YEAR.path, year, 1978, 2100);
        if (course != null) Check.text(Field.COURSE.path, course, 100);
        if (workplace != null) Check.text(Field.WORKPLACE.path, workplace, 100);
        if (settlement != null) Check.text(Field.SETTLEMENT.path, settlement, 100);
        if (name != null) Check.text(Field.NAME.path, name, 50);
    }

    private boolean needs(Policy policy, Field field) {
        return policy.told().contains(field)
                || (field == Field.SETTLEMENT && placement == Placement.CONCENTRATED);
    }

    private static boolean mayTell(Policy policy, Field field) {
        return policy.told().contains(field)
                || (field == Field.SETTLEMENT && policy == Policy.RELOCATION);
    }
}
