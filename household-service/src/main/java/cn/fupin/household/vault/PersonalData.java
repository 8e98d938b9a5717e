package cn.fupin.household.vault;

import cn.fupin.backbone.command.Malformed;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a person. A birth date stands there for whoever has no identity number to read
 * it from; what came in later holds no more than what came.
 */
public record PersonalData(
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String cardNumber,
        @Nullable String disabilityCertificate,
        @Nullable LocalDate bornOn) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}");

    /** Of any kind; what begins as a mobile phone's 手机号码 has the eleven digits of one. */
    public static boolean isPhone(String phone) {
        if (!PHONE.matcher(phone).matches()) return false;
        var digits = phone.replaceAll("[ -]", "");
        return !MOBILE.matcher(digits).lookingAt() || digits.length() == 11;
    }

    /** As every form asks for a phone; nobody has to have one. */
    public static void checkPhone(@Nullable String phone) {
        if (phone == null || isPhone(phone)) return;
        throw new Malformed("phone", "shape", "不是有效的电话号码", "is not a phone number");
    }

    /** Never the data: a record's own text would put them into a log. */
    @Override
    public String toString() {
        return "PersonalData[*]";
    }
}
