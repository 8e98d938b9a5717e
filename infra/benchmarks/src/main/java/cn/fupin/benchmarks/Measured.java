package cn.fupin.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One line of the table: what was measured, beside what, and the ratio of the two.
 *
 * @param goal as it was set before anything was measured
 */
record Measured(String zh, String en, String ours, String beside, String ratio, String goal) {
    /** Five unless told otherwise; an odd number, so that the median is a run that took place. */
    static final int RUNS = Integer.getInteger("benchmarks.runs", 5);

    /** Two things done one after the other, their order changing from run to run. */
    interface Pair {
        /** Seconds. */
        double ours();

        /** Seconds. */
        double beside();
    }

    /** The medians of both, and of the ratio of each run. */
    record Medians(double ours, double beside, double ratio) {}

    /** One run of both that does not count, then those that do. */
    static Medians medians(Pair pair) {
        pair.ours();
        pair.beside();
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            // whoever comes second finds warm caches: take turns
            double first = run % 2 == 0 ? pair.ours() : pair.beside();
            double second = run % 2 == 0 ? pair.beside() : pair.ours();
            runs.add(run % 2 == 0 ? new double[] {first, second} : new double[] {second, first});
        }
        return medians(runs);
    }

    /** Of runs of which each is {ours, beside} in seconds. */
    static Medians medians(List<double[]> runs) {
        return new Medians(
                median(runs.stream().map(r -> r[0]).toList()),
                median(runs.stream().map(r -> r[1]).toList()),
                median(runs.stream().map(r -> r[1] / r[0]).toList()));
    }

    static double median(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }

    /** Seconds that the work takes. */
    static double seconds(Work work) {
        long begun = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    static String perSecond(long things, double seconds) {
        return "%,.0f/s".formatted(things / seconds);
    }

    static String times(double ratio) {
        return "%.2f×".formatted(ratio);
    }
}
