package cn.fupin.household.naming;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import java.util.regex.Pattern;

/**
 * By which a helper goes in events, where it stands in clear for ever. Ids are whatever the place
 * uses for its people; nobody has to be named before an id is used.
 */
public final class HelperId {
    private static final int LONGEST = 100;

    /** Two to four characters, or a long name with its dots. */
    private static final Pattern NAME =
            Pattern.compile("\\s*(\\p{IsHan}{2,4}|\\p{IsHan}+([·•・]\\p{IsHan}+)+)\\s*");

    private HelperId() {}

    /**
     * @throws Malformed if it is none, or somebody's name
     */
    public static void check(String field, String id) {
        Check.text(field, id, LONGEST);
        if (isAName(id)) {
            throw new Malformed(field, "an-id", "应为编号，不填姓名", "must be an id, not a name");
        }
    }

    /** Whether nothing stands there but what a person may be called. */
    public static boolean isAName(String id) {
        return NAME.matcher(id).matches();
    }
}
