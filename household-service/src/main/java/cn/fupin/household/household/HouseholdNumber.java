package cn.fupin.household.household;

import cn.fupin.backbone.command.Malformed;
import java.util.regex.Pattern;

/**
 * 户编号. Who gives it says nowhere how it is made, so it is no more here than capital letters and
 * digits, one spelling of each. It is short enough that nothing longer hides an identity number,
 * which the door looks for in it as in every text.
 */
public final class HouseholdNumber {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,20}");

    private HouseholdNumber() {}

    public static boolean isOne(String text) {
        return NUMBER.matcher(text).matches();
    }

    static void check(String field, String text) {
        if (!isOne(text)) {
            throw new Malformed(
                    field,
                    "household-number",
                    "应为 1 至 20 位大写英文字母和数字",
                    "must be 1 to 20 capital letters and digits");
        }
    }
}
