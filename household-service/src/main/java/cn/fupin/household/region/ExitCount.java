package cn.fupin.household.region;

import java.time.LocalDate;

/** What the register itself counts, asked by this package on which the register stands. */
@FunctionalInterface
public interface ExitCount {
    /**
     * Households that exited in a year and whose exit stands.
     *
     * @param persons as many as each had on the day of its exit
     */
    record Exits(int households, int persons) {}

    /**
     * @param region of that division and everything below it
     * @param until the last day that is looked at
     */
    Exits of(String region, int year, LocalDate until);
}
