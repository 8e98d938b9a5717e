package cn.fupin.townships;

import java.time.Duration;

/**
 * Told often while a township is loaded; must be quick, and safe for calls from several threads.
 */
@FunctionalInterface
public interface Progress {

    void at(Step step);

    /**
     * Where the load is. {@code eta} is what is left at the rate so far.
     *
     * @param number the township at hand, from 1
     * @param of how many are loaded
     * @param done commands answered, of the whole load
     * @param perSecond commands a second over the last ten seconds
     */
    record Step(
            int number,
            int of,
            String title,
            String phaseZh,
            String phaseEn,
            long done,
            long total,
            double perSecond,
            Duration eta) {}

    static Progress silent() {
        return step -> {};
    }
}
