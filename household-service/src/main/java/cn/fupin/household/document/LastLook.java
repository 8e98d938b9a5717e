package cn.fupin.household.document;

import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.command.Refused;
import java.util.List;

/**
 * Looks at the finished file of a notice, whatever made it: what shows a personal number or a cause
 * in somebody's health is not given out. It reads the words as they stand, and once more without
 * what lies between them, since a long number goes on in the next line of its cell.
 */
final class LastLook {
    private static final List<String> OF_HEALTH =
            List.of("因病", "因残", "患病", "大病", "慢性病", "残疾", "丧失劳动", "致贫原因", "健康状况");

    private LastLook() {}

    /**
     * @param words all of them, read back from the file
     */
    static void at(String words) {
        var together = words.replaceAll("\\s", "");
        if (PersonalNumbers.in(words) || PersonalNumbers.in(together)) {
            throw new Refused(DocumentReason.NOTICE_SHOWS_A_NUMBER);
        }
        if (OF_HEALTH.stream().anyMatch(together::contains)) {
            throw new Refused(DocumentReason.NOTICE_SHOWS_HEALTH);
        }
    }
}
