package cn.fupin.reporting.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount by shares so that not a fen is lost: the largest remainders get one more. */
final class Shares {
    private Shares() {}

    /**
     * @param basisPoints not negative, of a sum above zero
     * @return parts that add up to {@code amountFen}, in the order of the shares
     */
    static List<Long> of(long amountFen, List<Integer> basisPoints) {
        var whole = basisPoints.stream().mapToLong(Integer::longValue).sum();
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<Long>();
        for (var share : basisPoints) {
            var divided =
                    BigInteger.valueOf(amountFen)
                            .multiply(BigInteger.valueOf(share))
                            .divideAndRemainder(BigInteger.valueOf(whole));
            parts.add(divided[0].longValueExact());
            remainders.add(divided[1].longValueExact());
        }
        var missing = amountFen - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(missing)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
