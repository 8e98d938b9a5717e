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
    WITHDRAWN("已撤回申请", "application withdrawn"),
    SUSPENDED("已中止", "suspended"),
    RESUMED("恢复在册", "resumed, registered again"),
    EXIT_REVOKED("撤销退出,恢复在册", "exit revoked, registered again"),
    MERGED("已并入他户", "merged into another household"),
    REMOVED("已从名册移除", "removed from the register"),
    EXIT_PROPOSED("拟脱贫", "exit proposed"),
    EXIT_ASSESSED("脱贫已民主评议", "exit assessed"),
    EXIT_VERIFIED("脱贫已核实", "exit verified"),
    EXIT_AGREED("农户已认可脱贫", "exit agreed by the household"),
    EXITED("已脱贫", "exited"),
    RELAPSE_PROPOSED("拟返贫", "relapse proposed"),
    RELAPSE_ASSESSED("返贫已民主评议", "relapse assessed"),
    RELAPSE_REVIEWED("返贫已通过乡镇审核", "relapse reviewed by the township"),
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

    /** Whether the register counts by it: the steps between are steps of a procedure. */
    public boolean isLasting() {
        return switch (this) {
            case RECORDED,
                    APPLIED,
                    REGISTERED,
                    REJECTED,
                    WITHDRAWN,
                    SUSPENDED,
                    RESUMED,
                    EXIT_REVOKED,
                    MERGED,
                    REMOVED,
                    EXITED,
                    RELAPSED,
                    DISSOLVED ->
                    true;
            case NONE,
                    SURVEYED,
                    ASSESSED,
                    REVIEWED,
                    EXIT_PROPOSED,
                    EXIT_ASSESSED,
                    EXIT_VERIFIED,
                    EXIT_AGREED,
                    RELAPSE_PROPOSED,
                    RELAPSE_ASSESSED,
                    RELAPSE_REVIEWED ->
                    false;
        };
    }

    /** Whether it counts as registered. */
    public boolean isOnRegister() {
        return this == REGISTERED || this == RELAPSED || this == RESUMED || this == EXIT_REVOKED;
    }

    /**
     * @param registered as what it was last on the register; to this it comes back from an exit
     *     that is withdrawn
     */
    static Standing after(Standing before, Standing registered, LifeEvent e) {
        return switch (e.type()) {
            case "HouseholdRecorded", "HouseholdBackOnFile" -> RECORDED;
            case "HouseholdApplied", "HouseholdOnFileApplied" -> APPLIED;
            case "HouseholdSurveyed" -> SURVEYED;
            case "HouseholdAssessed" -> ASSESSED;
            case "TownshipReviewed" -> REVIEWED;
            case "HouseholdRegistered" -> REGISTERED;
            case "HouseholdRejected" -> REJECTED;
            case "HouseholdRemoved" -> REMOVED;
            case "ExitProposed" -> EXIT_PROPOSED;
            case "ExitAssessed" -> EXIT_ASSESSED;
            case "ExitVerified" -> EXIT_VERIFIED;
            case "ExitAgreed" -> EXIT_AGREED;
            case "HouseholdExited", "RelapseWithdrawn", "RelapseRevoked" -> EXITED;
            case "RelapseProposed" -> RELAPSE_PROPOSED;
            case "RelapseAssessed" -> RELAPSE_ASSESSED;
            case "RelapseReviewed" -> RELAPSE_REVIEWED;
            case "HouseholdRelapsed" -> RELAPSED;
            case "HouseholdDissolved" -> DISSOLVED;
            case "HouseholdWithdrew" -> WITHDRAWN;
            case "HouseholdSuspended" -> SUSPENDED;
            case "HouseholdResumed" -> RESUMED;
            case "ExitRevoked" -> EXIT_REVOKED;
            case "HouseholdMerged" -> MERGED;
            case "HouseholdSplitOff" ->
                    switch (e.text("standing")) {
                        case "REGISTERED" -> REGISTERED;
                        case "EXITED" -> EXITED;
                        default -> RECORDED;
                    };
            case "ExitWithdrawn" -> registered;
            default -> before; // moves nobody
        };
    }
}
