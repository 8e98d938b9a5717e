package cn.fupin.household.naming;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms with a name and a phone in clear: they live at the door and no longer. */
final class HelperForms {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}");

    private HelperForms() {}

    private static void check(
            String helperId,
            String name,
            String unit,
            @Nullable String position,
            @Nullable String phone) {
        Check.text("helperId", helperId, 100);
        Check.text("name", name, 50);
        if (name.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed("name", "no-digits", "姓名不能含数字", "must not contain digits");
        }
        Check.text("unit", unit, 200);
        if (position != null) Check.text("position", position, 100);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw new Malformed("phone", "shape", "不是有效的电话号码", "is not a phone number");
        }
    }

    record Naming(
            String helperId,
            String region,
            String name,
            String unit,
            @Nullable String position,
            @Nullable String phone,
            LocalDate namedOn,
            boolean assumed,
            Instant receivedAt) {
        Naming {
            check(helperId, name, unit, position, phone);
            Check.region("region", region);
        }

        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Naming[*]";
        }
    }

    record Change(
            String helperId,
            String name,
            String unit,
            @Nullable String position,
            @Nullable String phone,
            LocalDate changedOn,
            boolean assumed,
            Instant receivedAt) {
        Change {
            check(helperId, name, unit, position, phone);
        }

        @Override
        public String toString() {
            return "Change[*]";
        }
    }
}
