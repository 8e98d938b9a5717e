package cn.fupin.townships;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /**
     * Positions of {@code count} of the sizes that add up to exactly {@code sum}, any if it is
     * null, ascending; empty when there are none, or when the sizes have such gaps that steps of
     * one exchange at a time do not get there.
     */
    static Optional<List<Integer>> chosen(
            List<Integer> sizes, int count, @Nullable Integer sum, Random random) {
        if (count > sizes.size()) {
            return Optional.empty();
        }
        List<Integer> in = new ArrayList<>(IntStream.range(0, sizes.size()).boxed().toList());
        Collections.shuffle(in, random);
        List<Integer> out = new ArrayList<>(in.subList(count, in.size()));
        in.subList(count, in.size()).clear();
        int missing = sum == null ? 0 : sum - in.stream().mapToInt(sizes::get).sum();
        while (missing != 0) {
            int step = exchange(sizes, in, out, missing);
            if (step == 0) {
                return Optional.empty();
            }
            missing -= step;
        }
        Collections.sort(in);
        return Optional.of(in);
    }

    /** The smallest exchange that brings the sum nearer without passing it; how much it brought. */
    private static int exchange(
            List<Integer> sizes, List<Integer> in, List<Integer> out, int missing) {
        Map<Integer, Integer> outBySize = new HashMap<>();
        for (int o = 0; o < out.size(); o++) {
            outBySize.putIfAbsent(sizes.get(out.get(o)), o);
        }
        for (int distance = 1; distance <= Math.abs(missing); distance++) {
            int step = Integer.signum(missing) * distance;
            for (int i = 0; i < in.size(); i++) {
                Integer o = outBySize.get(sizes.get(in.get(i)) + step);
                if (o != null) {
                    int left = in.get(i);
                    // at the end, so that the next exchange finds others
                    in.remove(i);
                    in.add(out.get(o));
                    out.remove((int) o);
                    out.add(left);
                    return step;
                }
            }
        }
        return 0;
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
