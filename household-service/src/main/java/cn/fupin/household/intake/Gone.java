package cn.fupin.household.intake;

import java.util.Map;

/** What became of a household between a kit's leaving and its coming back. */
enum Gone {
    WITHDREW("该户已撤回申请，未录入", "the household has withdrawn its application; nothing was entered"),
    REJECTED("该户的申请已不予识别，未录入", "the household's application was rejected; nothing was entered"),
    REMOVED("该户已剔除，未录入", "the household was removed from the register; nothing was entered"),
    DISSOLVED("该户已自然销户，未录入", "the household was dissolved; nothing was entered"),
    MERGED(
            "该户已并入他户，未录入：请在并入的户填写",
            "the household was merged into another; nothing was entered: fill in the line of that one"),
    MOVED(
            "该户已迁出本村，未录入：请由所在的村录入",
            "the household has moved to another village; nothing was entered: it is that village's to enter"),
    ENDED("该户已无现有成员，未录入", "the household has no members any more; nothing was entered");

    /** By the event that ended its life. */
    static final Map<String, Gone> ENDINGS =
            Map.of(
                    "HouseholdWithdrew", WITHDREW,
                    "HouseholdRejected", REJECTED,
                    "HouseholdRemoved", REMOVED,
                    "HouseholdDissolved", DISSOLVED,
                    "HouseholdMerged", MERGED);

    private final String zh;
    private final String en;

    Gone(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** As a program reads it. */
    String reason() {
        return "HOUSEHOLD_" + name();
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
