package cn.fupin.household.naming;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.PersonalData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Forms with a name and a phone in clear: they live at the door and no longer. */
final class HelperForms {
    private HelperForms() {}

    /** The name as it is kept. */
    private static String check(
            String helperId,
            String name,
            String unit,
            @Nullable String position,
            @Nullable String phone) {
        var written = PersonName.of("name", name);
        // The id stands in clear in every event and outlives the key.
        if (PersonName.isIn(helperId, written)) {
            throw new Malformed(
                    "helperId", "without-the-name", "编号不能含姓名", "must not contain the name");
        }
        Check.text("unit", unit, 200);
        if (position != null) Check.text("position", position, 100);
        PersonalData.checkPhone(phone);
        return written;
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
            HelperId.check("helperId", helperId);
            name = check(helperId, name, unit, position, phone);
            Check.region("region", region);
        }

        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Naming[*]";
        }
    }

    /**
     * @param region where the helper works from that day on, null when that is as before
     */
    record Change(
            String helperId,
            @Nullable String region,
            String name,
            String unit,
            @Nullable String position,
            @Nullable String phone,
            LocalDate changedOn,
            boolean assumed,
            Instant receivedAt) {
        Change {
            // whoever was named under an id of before keeps it
            Check.text("helperId", helperId, 100);
            name = check(helperId, name, unit, position, phone);
            if (region != null) Check.region("region", region);
        }

        @Override
        public String toString() {
            return "Change[*]";
        }
    }
}
