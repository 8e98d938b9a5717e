package cn.fupin.backbone.division;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How 12-digit division codes lie under each other: 2 digits province, 2 prefecture, 2 county, 3
 * township, 3 village, zeros behind. All zeros stand for the whole country.
 */
public final class Division {
    private static final int[] DIGITS = {12, 9, 6, 4, 2, 0};

    private Division() {}

    /** The code itself and everything above it, nearest first, the country last. */
    public static List<String> lineage(String code) {
        return IntStream.of(DIGITS).mapToObj(digits -> cut(code, digits)).distinct().toList();
    }

    /** Whether {@code code} is {@code above} or lies beneath it. */
    public static boolean isWithin(String code, String above) {
        return lineage(code).contains(above);
    }

    /** The digits with which every code within this one begins. */
    public static String prefix(String code) {
        return IntStream.of(DIGITS)
                .filter(digits -> cut(code, digits).equals(code))
                .mapToObj(digits -> code.substring(0, digits))
                .reduce(code, (_, shorter) -> shorter);
    }

    public static String county(String code) {
        return code.substring(0, 6);
    }

    private static String cut(String code, int digits) {
        return code.substring(0, digits) + "0".repeat(12 - digits);
    }
}
