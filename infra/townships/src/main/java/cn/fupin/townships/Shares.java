package cn.fupin.townships;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Splits totals so that the parts add up to exactly the total. */
final class Shares {

    private Shares() {}

    /**
     * Sizes of so many households that add up to exactly {@code persons}, each from 1 to {@code
     * most}, scattered around the mean.
     *
     * @throws IllegalArgumentException when no such sizes exist
     */
    static int[] sizes(int households, int persons, int most, Random random) {
        if (persons < households || persons > (long) households * most) {
            throw new IllegalArgumentException(
                    households + " 户 " + persons + " 人不可能 / households cannot be so many persons");
        }
        double mean = households == 0 ? 0 : (double) persons / households;
        double spread = Math.min(1.4, Math.min(mean - 1, most - mean) / 1.5 + 0.3);
        int[] sizes = new int[households];
        int left = persons;
        for (int i = 0; i < households; i++) {
            long drawn = Math.round(mean + spread * random.nextGaussian());
            sizes[i] = (int) Math.clamp(drawn, 1, most);
            left -= sizes[i];
        }
        while (left != 0) {
            int step = Integer.signum(left);
            int i = random.nextInt(households);
            if (sizes[i] + step >= 1 && sizes[i] + step <= most) {
                sizes[i] += step;
                left -= step;
            }
        }
        return sizes;
    }

    /** Largest remainders: parts in proportion to weights, adding up to exactly the total. */
    static long[] inProportion(long total, List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        long[] parts = new long[weights.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = sum == 0 ? total / parts.length : total * weights.get(i) / sum;
        }
        long rest = total - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted((a, b) ->
                        sum == 0
                                ? 0
                                : Long.compare(
                                        total * weights.get(b) % sum, total * weights.get(a) % sum))
                .limit(rest)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
