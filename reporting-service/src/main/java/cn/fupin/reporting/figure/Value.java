package cn.fupin.reporting.figure;

import java.math.BigDecimal;

/**
 * What a figure comes to.
 *
 * @param lines how many households, payments, … it is made of
 * @param assumed whether any of them rests on something the source text does not state
 */
public record Value(BigDecimal value, long lines, boolean assumed) {

    Value plus(Value other) {
        return new Value(
                plain(value.add(other.value)), lines + other.lines, assumed || other.assumed);
    }

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
