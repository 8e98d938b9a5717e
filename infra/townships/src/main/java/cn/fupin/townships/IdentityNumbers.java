package cn.fupin.townships;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Identity numbers that pass GB 11643 and can be nobody's: 6 digits of area, birth date, sequence
 * (odd for a man), check digit.
 *
 * <p>The area is 99xxxx. No division of GB/T 2260 begins with 9 (they run from 11 to 82), so no
 * resident's number does. A foreigner's permanent residence card also has 18 digits and begins with
 * 9, but its next two digits are a province, and none is 90 to 99. Nothing real can begin with 99.
 */
final class IdentityNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String area;
    private final Set<String> given = new HashSet<>();

    /** Files differ in xxxx, so that two townships hardly ever share a number. */
    IdentityNumbers(String file) {
        this.area =
                "99%04d".formatted(Math.floorMod(Ids.uuid5("area\n" + file).hashCode(), 10_000));
    }

    String next(LocalDate born, boolean male, Random random) {
        while (true) {
            int sequence = random.nextInt(500) * 2 + (male ? 1 : 0);
            String body =
                    area
                            + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                            + "%03d".formatted(sequence);
            if (given.add(body)) {
                return body + check(body);
            }
        }
    }

    static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
