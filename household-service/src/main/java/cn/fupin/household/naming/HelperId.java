package cn.fupin.household.naming;

import cn.fupin.backbone.command.Malformed;
import java.util.regex.Pattern;

/**
 * By which a helper goes in events, where it stands in clear for ever: of letters and digits, so
 * that no Chinese name can be one. Ids are whatever the place uses for its people; nobody has to be
 * named before an id is used.
 */
public final class HelperId {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private HelperId() {}

    /**
     * @throws Malformed if it is none
     */
    public static void check(String field, String id) {
        if (!isAnId(id)) {
            throw new Malformed(
                    field,
                    "an-id",
                    "应为编号，由英文字母、数字和 . _ @ - 组成，如 513423-bf-001；不填姓名",
                    "must be an id of letters, digits and . _ @ -, such as 513423-bf-001, not a name");
        }
    }

    public static boolean isAnId(String id) {
        return ID.matcher(id).matches();
    }
}
