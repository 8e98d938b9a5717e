package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Malformed;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a project plans to give or has given.
 *
 * @param measure kebab code: {@code road-length}, {@code bridges}, {@code pigs}
 * @param quantity above zero, at most 15 digits and 6 of them decimals
 * @param unit code: {@code km}, {@code bridge}, {@code head}
 */
public record Output(String measure, BigDecimal quantity, String unit) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,7}");
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    public Output {
        code("measure", measure);
        code("unit", unit);
        // The scale is bounded too: 1E+999999999 is short to write and has a billion digits.
        var bounded =
                quantity.scale() >= 0
                        && quantity.scale() <= MOST_DECIMALS
                        && quantity.precision() <= MOST_DIGITS;
        if (!bounded || quantity.signum() <= 0) {
            throw new Malformed(
                    "quantity",
                    "positive-decimal-15-6",
                    "应为正数，最多 15 位，其中小数最多 6 位",
                    "must be positive, at most 15 digits, 6 of them decimals, no exponent");
        }
    }

    private static void code(String field, String value) {
        if (value.length() > 40 || !CODE.matcher(value).matches()) {
            throw new Malformed(
                    field,
                    "kebab-code",
                    "应为小写字母、数字与连字符组成的代码，最多 40 个字符",
                    "must be a lower-case kebab code of at most 40 characters");
        }
    }
}
