package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Enacts an item of exclusion for a division, once: {@code exclusionitem-<12 digits>-<code>}. */
@Needs(permission = "exclusion.enact-item", region = Needs.Region.COMMAND)
record EnactItem(
        String itemId,
        String region,
        String code,
        String name,
        String list,
        LocalDate effectiveFrom,
        String source,
        boolean assumed,
        Instant receivedAt)
        implements Command {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    EnactItem {
        Check.region("region", region);
        if (!CODE.matcher(code).matches() || ExclusionItem.FROM_THE_BEGINNING.contains(code)) {
            throw new Malformed(
                    "code",
                    "exclusion-item-code",
                    "应为大写字母、数字和下划线组成的新代码",
                    "must be a new code of capital letters, digits and underscores");
        }
        Check.idIs("itemId", itemId, idOf(region, code));
        Check.text("name", name, 100);
        Check.text("list", list, 200);
        Check.text("source", source, 500);
    }

    static String idOf(String division, String code) {
        return "exclusionitem-%s-%s".formatted(division, code);
    }

    @Override
    public String streamId() {
        return itemId;
    }
}
