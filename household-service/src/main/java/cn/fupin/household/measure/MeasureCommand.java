package cn.fupin.household.measure;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders to a kind of measures in a division: {@code measureitem-<12 digits>-<code>}. */
sealed interface MeasureCommand extends Command {
    Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    String itemId();

    String region();

    @Override
    default String streamId() {
        return itemId();
    }

    private static void checkId(String itemId, String region, String code) {
        Check.region("region", region);
        if (!CODE.matcher(code).matches()) {
            throw new Malformed(
                    "code",
                    "measure-item-code",
                    "应为大写字母、数字和下划线组成的代码",
                    "must be a code of capital letters, digits and underscores");
        }
        Check.idIs("itemId", itemId, idOf(region, code));
    }

    static String idOf(String division, String code) {
        return "measureitem-%s-%s".formatted(division, code);
    }

    @Needs(permission = "measure.enact-item", region = Needs.Region.COMMAND)
    record EnactMeasureItem(
            String itemId,
            String region,
            String code,
            String name,
            boolean tellsOfHealth,
            LocalDate effectiveFrom,
            String source,
            boolean assumed,
            Instant receivedAt)
            implements MeasureCommand {
        public EnactMeasureItem {
            checkId(itemId, region, code);
            if (MeasureItem.isFromTheBeginning(code)) {
                throw new Malformed(
                        "code",
                        "measure-item-code",
                        "国家统一的类别不另行施行",
                        "is of the national list and keeps its meaning");
            }
            Check.text("name", name, 50);
            Check.text("source", source, 500);
        }
    }

    @Needs(permission = "measure.enact-item", region = Needs.Region.COMMAND)
    record EndMeasureItem(
            String itemId,
            String region,
            String code,
            LocalDate endedOn,
            @Nullable String source,
            boolean assumed,
            Instant receivedAt)
            implements MeasureCommand {
        public EndMeasureItem {
            checkId(itemId, region, code);
            if (source != null) Check.text("source", source, 500);
        }
    }
}
