package cn.fupin.funding.commitment;

import cn.fupin.backbone.command.Reason;

/** Why money is not committed. */
enum CommitmentReason implements Reason {
    ALREADY_COMMITTED(false, "该笔资金已经安排", "This commitment has already been made"),
    ALLOCATION_LINE_EXCEEDED(false, "超过指标余额", "More than the allocation line has left"),
    BEFORE_ALLOCATION(false, "安排日期早于指标下达", "The commitment is dated before the allocation line"),
    BEFORE_APPROVAL(false, "安排日期早于项目入库审批", "The commitment is dated before the project's approval"),
    IN_THE_FUTURE(false, "日期晚于今天", "The date is after today"),
    ALLOCATION_NOT_KNOWN_YET(
            true, "指标尚未下达，请稍后再试", "The allocation line does not exist yet; try again later"),
    PROJECT_NOT_APPROVED_YET(
            true,
            "项目尚未入库或尚未同步，请稍后再试",
            "The project is not in the library, or not known here yet; try again later");

    private final boolean retryable;
    private final String zh;
    private final String en;

    CommitmentReason(boolean retryable, String zh, String en) {
        this.retryable = retryable;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
