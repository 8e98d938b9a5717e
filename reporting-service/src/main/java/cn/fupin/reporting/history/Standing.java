package cn.fupin.reporting.history;

/** Where a household stands on its way into the register and out of it. */
public enum Standing {
    NONE("尚无记录", "nothing recorded"),
    RECORDED("一般农户(在档)", "on file as an ordinary household"),
    APPLIED("已申请", "applied"),
    SURVEYED("已入户调查", "surveyed"),
    ASSESSED("已民主评议", "assessed"),
    REVIEWED("已通过乡镇审核", "reviewed by the township"),
    REGISTERED("在册贫困户", "registered as poor"),
    REJECTED("未通过", "rejected"),
    REMOVED("已从名册移除", "removed from the register"),
    EXIT_PROPOSED("拟脱贫", "exit proposed"),
    EXIT_VERIFIED("脱贫已核实", "exit verified"),
    EXIT_AGREED("农户已认可脱贫", "exit agreed by the household"),
    EXITED("已脱贫", "exited"),
    RELAPSED("返贫在册", "relapsed, registered again"),
    DISSOLVED("已自然销户", "dissolved");

    private final String zh;
    private final String en;

    Standing(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static Standing after(Standing before, String type) {
        return switch (type) {
            case "HouseholdRecorded" -> RECORDED;
            case "HouseholdApplied" -> APPLIED;
            case "HouseholdSurveyed" -> SURVEYED;
            case "HouseholdAssessed" -> ASSESSED;
            case "TownshipReviewed" -> REVIEWED;
            case "HouseholdRegistered" -> REGISTERED;
            case "HouseholdRejected" -> REJECTED;
            case "HouseholdRemoved" -> REMOVED;
            case "ExitProposed" -> EXIT_PROPOSED;
            case "ExitVerified" -> EXIT_VERIFIED;
            case "ExitAgreed" -> EXIT_AGREED;
            case "HouseholdExited" -> EXITED;
            case "HouseholdRelapsed" -> RELAPSED;
            case "HouseholdDissolved" -> DISSOLVED;
            default -> before; // moves nobody
        };
    }
}
