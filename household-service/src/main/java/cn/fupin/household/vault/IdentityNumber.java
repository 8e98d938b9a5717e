package cn.fupin.household.vault;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A citizen's identity number 公民身份号码 (GB 11643-1999): 6 digits area, 8 birth date, 3 sequence (odd
 * male, even female), 1 check character. The area is not judged: what its digits mean has changed.
 */
public final class IdentityNumber {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final int EARLIEST_YEAR = 1850;

    private final String number;
    private final LocalDate bornOn;

    private IdentityNumber(String number, LocalDate bornOn) {
        this.number = number;
        this.bornOn = bornOn;
    }

    /** The number, or a {@link Malformed} that does not repeat it. */
    public static IdentityNumber parse(String field, String text) {
        var number = text.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(number).matches() || !hasItsCheckCharacter(number)) {
            throw new Malformed(field, "gb11643", "不是有效的公民身份号码", "is not a valid identity number");
        }
        return new IdentityNumber(number, birthDate(field, number));
    }

    private static boolean hasItsCheckCharacter(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return number.charAt(17) == CHECK.charAt(sum % 11);
    }

    private static LocalDate birthDate(String field, String number) {
        try {
            var year = Integer.parseInt(number, 6, 10, 10);
            if (year >= EARLIEST_YEAR) {
                return LocalDate.of(
                        year,
                        Integer.parseInt(number, 10, 12, 10),
                        Integer.parseInt(number, 12, 14, 10));
            }
        } catch (DateTimeException _) {
            // the calendar has no such day: told below, as for a year nobody living was born in
        }
        throw new Malformed(field, "birth-date", "出生日期无效", "holds no valid birth date");
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public boolean isMale() {
        return (number.charAt(16) - '0') % 2 == 1;
    }

    String number() {
        return number;
    }

    @Override
    public String toString() {
        return "身份号码";
    }
}
